export * from './allocate.js';
export * from './byte-sink.js';
export * from './content.js';
export * from './copy.js';
export * from './offsets.js';
export * from './platform.js';
export * from './share.js';
export * from './zeros.js';
