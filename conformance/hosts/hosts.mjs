// The runtimes that run Python programs here, with the library's adapter and without it. Callers: the command
// and the tests.
import { install as installInBrython } from 'pybuffer/brython';
import { install as installInSkulpt } from 'pybuffer/skulpt';
import * as brython from './brython.mjs';
import * as skulpt from './skulpt.mjs';

/**
 * Opens a runtime: a function that runs a program and returns what it printed. One process can open one
 * runtime once.
 */
export const HOSTS = {
  brython(withAdapter, abi, folder) {
    const $B = brython.loadBrython(folder);
    if (withAdapter) installInBrython($B, { abi });
    return brython.runnerOf($B);
  },
  skulpt(withAdapter, abi, folder) {
    const Sk = skulpt.loadSkulpt(folder);
    if (withAdapter) installInSkulpt(Sk, { abi });
    return skulpt.runnerOf(Sk);
  },
};
