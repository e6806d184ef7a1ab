export * from './float16.js';
export * from './item.js';
