/** The three types and the buffer protocol, with all parts. */
import './parts.js';

export * from './core.js';
