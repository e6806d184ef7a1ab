/** The public list of this room. It knows memory and ranges; it knows neither classes nor locks. */
export * from './allocate.js';
export * from './byte-sink.js';
export * from './content.js';
export * from './copy.js';
export * from './cut.js';
export * from './left.js';
export * from './lost.js';
export * from './offsets.js';
export * from './platform.js';
export * from './share.js';
export * from './view.js';
export * from './zeros.js';
