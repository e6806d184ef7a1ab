// The runtimes that run Python programs here, with the library's adapter and without it. Callers: the command and the tests.
import { install as installInBrython } from 'pybuffer/brython';
import { install as installInSkulpt } from 'pybuffer/skulpt';
import { ILP32 } from 'pybuffer';
import * as brython from './brython.mjs';
import * as skulpt from './skulpt.mjs';

/** Opens a runtime: a function that runs a program and returns what it printed. One process can open one runtime once.
 * The programs' outcomes are those of 32-bit memory. */
export const HOSTS = {
  brython(withAdapter, folder) {
    const $B = brython.loadBrython(folder);
    if (withAdapter) installInBrython($B, { abi: ILP32 });
    return brython.runnerOf($B);
  },
  skulpt(withAdapter, folder) {
    const Sk = skulpt.loadSkulpt(folder);
    if (withAdapter) installInSkulpt(Sk, { abi: ILP32 });
    return skulpt.runnerOf(Sk);
  },
};
