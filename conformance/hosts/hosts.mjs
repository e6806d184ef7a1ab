// The runtimes that run Python programs here, with the library's adapter and without it. Callers: the command and the tests.
import { install } from 'pybuffer/brython';
import { loadBrython, runnerOf } from './brython.mjs';

/** Opens a runtime: a function that runs a program and returns what it printed. One process can open one runtime once. */
export const HOSTS = {
  brython(withAdapter, folder) {
    const $B = loadBrython(folder);
    if (withAdapter) install($B);
    return runnerOf($B);
  },
};
