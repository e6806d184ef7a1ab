/** The public list of this room. */
export * from './hand-over.js';
export * from './own-storage.js';
export * from './storage.js';
