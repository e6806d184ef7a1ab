/** The public list of this room. */
export * from './acquire.js';
export * from './answer.js';
export * from './buffer-view.js';
export * from './contiguous.js';
export * from './disposable.js';
export * from './exporter.js';
export * from './fill-info.js';
export * from './flags.js';
export * from './foreign-view.js';
export * from './host.js';
export * from './lease.js';
export * from './lifetime.js';
export * from './nd-exporter.js';
export * from './own-kinds.js';
export * from './scope.js';
