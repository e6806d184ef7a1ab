// Loads an unmodified Brython in Node. It expects a page, which a few empty objects simulate. Callers: the
// runs of programs on hosts, and the tests of the adapter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/** An element of a page that ignores everything done with it. */
const element = () =>
  new Proxy(function () {}, {
    get(_target, key) {
      if (key === 'length') return 0;
      return key === Symbol.iterator ? [][Symbol.iterator] : element();
    },
    apply: () => element(),
    set: () => true,
  });

const none = () => [];
const nothing = () => undefined;
const page = {
  location: { href: 'http://localhost/', origin: 'http://localhost', pathname: '/', search: '' },
  addEventListener: nothing,
  document: {
    getElementsByTagName: none,
    querySelectorAll: none,
    currentScript: { src: 'http://localhost/brython.js' },
    addEventListener: nothing,
    dispatchEvent: nothing,
    createElement: element,
    head: element(),
    body: element(),
    documentElement: element(),
  },
};

/**
 * Brython 3.14.3 needs `Set.prototype.difference`, which Node 20 and browsers from before the middle of 2024
 * lack, and its polyfill does not work.
 */
function addSetDifference() {
  Set.prototype.difference ??= function (other) {
    return new Set([...this].filter((each) => !other.has(each)));
  };
}

/**
 * Runs Brython's two scripts in this realm.
 *
 * @param folder where `brython.js` and `brython_stdlib.js` are; those of the dependency when absent
 * @returns `__BRYTHON__`
 */
export function loadBrython(folder) {
  const require = createRequire(import.meta.url);
  const script = (name) =>
    readFileSync(folder === undefined ? require.resolve(`brython/${name}`) : `${folder}/${name}`, 'utf8');
  const globals = { window: globalThis, self: globalThis, module: {}, ...page };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  addSetDifference();
  const { log } = console;
  // It prints a greeting when it is loaded.
  console.log = nothing;
  try {
    runInThisContext(script('brython.js'));
    runInThisContext(script('brython_stdlib.js'));
  } finally {
    console.log = log;
  }
  return globalThis.__BRYTHON__;
}

export { brythonRunner as runnerOf } from './runners.mjs';
