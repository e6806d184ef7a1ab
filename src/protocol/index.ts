export * from './acquire.js';
export * from './buffer-view.js';
export * from './exporter.js';
export * from './flags.js';
export * from './host.js';
export * from './lease.js';
export * from './lifetime.js';
