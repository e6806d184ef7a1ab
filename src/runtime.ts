/** The layer for transpilers, with all parts. */
import './parts.js';

export * from './runtime/index.js';
