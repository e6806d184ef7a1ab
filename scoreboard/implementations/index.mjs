/**
 * The implementations to measure, each `{ name, open }`: `open()` starts one and returns its version and
 * `run(program)`, which returns what the program printed; it returns null if the implementation is not
 * installed. A program that fails prints its error as its last line.
 */
import { judge, older } from './cpython.mjs';
import { hosts } from './hosts.mjs';
import { micropython } from './micropython.mjs';
import { pybuffer, pyodide, pyodide314 } from './pyodide.mjs';

export { judge };
const [newest, ...rest] = older;
const cpython314 = { ...newest, open: async () => (await newest.open()) ?? (await pyodide314.open()) };
export const implementations = [judge, pybuffer, pyodide, cpython314, ...rest, ...hosts, micropython];
