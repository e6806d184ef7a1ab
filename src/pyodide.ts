/** `pybuffer/pyodide`: moves memory between Pyodide and the library. Importing it has no effect. */
export { fromPyodide, toPyodide } from './adapters/pyodide/memory.js';
export type { Pyodide, PyodideBuffer, PyodideBufferProxy } from './adapters/pyodide/memory.js';
