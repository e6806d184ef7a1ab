/**
 * Python's module `operator`, each function a named export: a namespace object that is passed around is a
 * dictionary to V8, and costs 5 ns a call. The same functions as `operator` of `pybuffer/runtime`.
 */
import './parts.js';

export * from './runtime/operator.js';
