/** The public list of this room: what objects of all types have in common. */
export * from './conversions.js';
export * from './fields.js';
export * from './lacking.js';
export * from './looked-up.js';
export * from './subscripts.js';
export * from './tag.js';
