// Runs the rows' Python programs on Skulpt, in a process that ../contender.ts starts.
import { createRequire } from 'node:module';
import { measurer, program, serve } from './serve.mjs';

const require = createRequire(import.meta.url);
const { version } = require('skulpt/package.json');
require('skulpt/dist/skulpt.js');
require('skulpt/dist/skulpt-stdlib.js');
const { Sk } = globalThis;

Sk.configure({
  __future__: Sk.python3,
  output: () => {},
  read: (name) => {
    const source = Sk.builtinFiles?.files[name];
    if (source === undefined) throw new Error(`no file ${name}`);
    return source;
  },
  // By default Skulpt stops long-running programs.
  execLimit: Number.POSITIVE_INFINITY,
  yieldLimit: null,
});

let measure;
let once;
await serve(`Skulpt ${version}`, (request) => {
  if (request.seconds !== undefined) return { ns: measure(request.seconds) };
  if (request.setup === undefined) return { answer: Sk.ffi.remapToJs(Sk.misceval.callsimArray(once, [])) };
  const module = Sk.importMainWithBody('row', false, program(request), false);
  const run = module.tp$getattr(new Sk.builtin.str('_run'));
  const answer = Sk.ffi.remapToJs(module.tp$getattr(new Sk.builtin.str('_answer')));
  once = module.tp$getattr(new Sk.builtin.str('_once'));
  measure = measurer((n) => Sk.misceval.callsimArray(run, [new Sk.builtin.int_(n)]));
  return { answer };
});
