/**
 * Who is measured. An implementation is `{ name, open }`: `open()` starts it and returns its version and `run(program)`, which
 * returns what the program printed, or null where it is not installed. A program that fails prints its error as its last line.
 */
import { judge, older } from './cpython.mjs';
import { hosts } from './hosts.mjs';
import { micropython } from './micropython.mjs';
import { pybuffer, pyodide } from './pyodide.mjs';

export { judge };
export const implementations = [judge, pybuffer, pyodide, ...older, ...hosts, micropython];
