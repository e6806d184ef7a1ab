export * from './conversions.js';
export * from './fields.js';
export * from './subscripts.js';
export * from './tag.js';
