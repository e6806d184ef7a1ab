// What Brython expects of a page, in Node: a few empty objects as globals. CommonJS, so that tests under Jest
// can load it as well. Callers: brython.mjs, tests/adapters/brython.

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

/** Runs scripts of Brython in a realm that looks like a page; without the greeting that they print. */
exports.inEmptyPage = function inEmptyPage(run) {
  const globals = { window: globalThis, self: globalThis, module: {}, ...page };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  addSetDifference();
  const { log } = console;
  console.log = nothing;
  try {
    run();
  } finally {
    console.log = log;
  }
};
