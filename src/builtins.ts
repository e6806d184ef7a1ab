/**
 * Python's built-in functions and types, each a named export: a namespace object that is passed around is a
 * dictionary to V8, and costs 5 ns a call. The same functions as `builtins` of `pybuffer/runtime`.
 */
import './parts.js';

export * from './runtime/builtins/index.js';
