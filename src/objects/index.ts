export * from './fields.js';
export * from './subscripts.js';
