// Runs the rows' Python programs on Brython, in a process that ../contender.ts starts.
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { measurer, program, serve } from './serve.mjs';

const require = createRequire(import.meta.url);
const { version } = require('brython/package.json');

// Brython expects a page; a stub is enough for computing.
const element = () =>
  new Proxy(function () {}, {
    get: (_, key) => (key === 'length' ? 0 : key === Symbol.iterator ? [][Symbol.iterator] : element()),
    apply: () => element(),
    set: () => true,
  });
for (const [name, value] of Object.entries({
  window: globalThis,
  self: globalThis,
  module: {},
  addEventListener() {},
  location: { href: 'http://localhost/', origin: 'http://localhost', pathname: '/', search: '' },
  document: {
    ...{ getElementsByTagName: () => [], querySelectorAll: () => [] },
    currentScript: { src: 'http://localhost/brython.js' },
    addEventListener() {},
    dispatchEvent() {},
    createElement: element,
    head: element(),
    body: element(),
    documentElement: element(),
  },
})) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
const log = console.log;
console.log = () => {};
runInThisContext(readFileSync(require.resolve('brython/brython.js'), 'utf8'));
console.log = log;
const $B = globalThis.__BRYTHON__;

// It prints a program's exceptions; here the missing answer reports them.
console.log = console.error = console.debug = () => {};
let measure;
let once;
let count = 0;
await serve(`Brython ${version}`, (request) => {
  if (request.seconds !== undefined) return { ns: measure(request.seconds) };
  if (request.setup === undefined) return { answer: String(once()) };
  const {
    _run: run,
    _once,
    _answer: answer,
  } = $B.runPythonSource(program(request), `row${count++}`)[$B.DICT];
  if (answer === undefined) throw new Error('the program raised');
  once = _once;
  measure = measurer((n) => run(n));
  return { answer: String(answer) };
});
