/** The three types and the buffer protocol, with all parts: whatever CPython has needs no second import. */
import './parts.js';

export * from './core.js';
