/* eslint eqeqeq: 'off' -- the operator is one of the calls */
/**
 * JavaScript's own calls that `guide/javascript.md` names, each with its result for the package's values.
 * Needs a host with the web's APIs, and nothing of Node's. Callers: probes.mjs, which adds Node's;
 * matrix/engines/browser.ts, which adds what browsers have.
 */
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

export const ITEMS = [97, 98, 99];
export const TYPES = {
  Bytes: () => new Bytes(ITEMS),
  ByteArray: () => new ByteArray(ITEMS),
  MemoryView: () => new MemoryView(new ByteArray(ITEMS)),
  PyArray: () => new PyArray('B', ITEMS),
};
const double = (i) => 2 * i;

/** Calls whose result follows from the items. */
export const RIGHT = {
  '[...x]': [(x) => [...x], ITEMS],
  'Array.from(x)': [(x) => Array.from(x), ITEMS],
  'for (const i of x)': [
    (x) => {
      const list = [];
      for (const i of x) list.push(i);
      return list;
    },
    ITEMS,
  ],
  'for (let i = 0; i < x.length; i++) x[i]': [
    (x) => {
      const list = [];
      for (let i = 0; i < x.length; i++) list.push(x[i]);
      return list;
    },
    ITEMS,
  ],
  'Math.max(...x)': [(x) => Math.max(...x), 99],
  'new Uint8Array(x)': [(x) => [...new Uint8Array(x)], ITEMS],
  'u8.set(x)': [
    (x) => {
      const u8 = new Uint8Array(3);
      u8.set(x);
      return [...u8];
    },
    ITEMS,
  ],
  'Array.prototype.map.call(x, f)': [(x) => Array.prototype.map.call(x, double), ITEMS.map(double)],
  'String.fromCharCode.apply(null, x)': [(x) => String.fromCharCode.apply(null, x), 'abc'],
  'x.toUint8Array()': [(x) => [...x.toUint8Array()], ITEMS],
  'x.asReadonlyUint8Array()': [(x) => [...x.asReadonlyUint8Array()], ITEMS],
};

/** The same for the other array methods that do not change a length. */
const METHODS = {
  at: [-1],
  concat: [],
  entries: [],
  every: [(i) => i > 96],
  filter: [(i) => i > 97],
  find: [(i) => i > 97],
  findIndex: [(i) => i > 97],
  findLast: [(i) => i < 99],
  findLastIndex: [(i) => i < 99],
  flatMap: [(i) => [i, i]],
  forEach: [double],
  includes: [98],
  indexOf: [98],
  join: ['-'],
  keys: [],
  lastIndexOf: [98],
  map: [double],
  reduce: [(a, b) => a + b],
  reduceRight: [(a, b) => a - b],
  slice: [1],
  some: [(i) => i === 98],
  toReversed: [],
  toSorted: [(a, b) => b - a],
  toSpliced: [0, 1],
  values: [],
  with: [0, 1],
};

/** Calls that throw for every type. */
export const ERRORS = {
  'new TextDecoder().decode(x)': (x) => new TextDecoder().decode(x),
  'new DataView(x)': (x) => new DataView(x),
  'Atomics.load(x, 0)': (x) => Atomics.load(x, 0),
  'new WebAssembly.Module(x)': (x) => new WebAssembly.Module(x),
  'x + y': (x) => x + new Bytes(ITEMS),
  'x < y': (x) => x < new Bytes(ITEMS),
  '+x': (x) => +x,
  "x == 'text'": (x) => x == 'text',
  'Number(x)': (x) => Number(x),
  'Math.abs(x)': (x) => Math.abs(x),
  'JSON.stringify(x)': (x) => JSON.stringify(x),
  "x.toString('utf8')": (x) => x.toString('utf8'),
  "x.toString('hex')": (x) => x.toString('hex'),
  'x[1.5] = 0': (x) => {
    x[1.5] = 0;
  },
  'b[0] = 1': () => {
    new Bytes(ITEMS)[0] = 1;
  },
  'Array.prototype.push.call(x, 1)': (x) => Array.prototype.push.call(x, 1),
  pop: (x) => Array.prototype.pop.call(x),
  shift: (x) => Array.prototype.shift.call(x),
  splice: (x) => Array.prototype.splice.call(x, 0, 1),
};

const MOVING = new Set(['shift', 'splice']);

export const reprOf = (x) => String(x);
const formWith = (x) => {
  const form = new FormData();
  form.append('name', x);
  return form.get('name');
};
const twin = (x) =>
  ({ bytes: TYPES.Bytes, bytearray: TYPES.ByteArray, memoryview: TYPES.MemoryView, array: TYPES.PyArray })[
    x.kind ?? 'array'
  ]();

/** Calls that neither return the items nor throw: the result, or a function from the value to it. */
export const NEITHER = {
  '`${x}`': [(x) => `${x}`, reprOf],
  'String(x)': [(x) => String(x), (x) => x.toString()],
  '[x].join()': [(x) => [x].join(), reprOf],
  'text.replace(a, x)': [(x) => 'abc'.replace('abc', () => x), reprOf],
  'x[3]': [(x) => x[3], undefined],
  "x['01']": [(x) => x['01'], undefined],
  'x.byteLength': [(x) => x.byteLength, undefined],
  "Object.defineProperty(x, '0', ...)": [
    (x) => {
      Object.defineProperty(x, '0', { value: 1 });
      return [x[0], x.get(0)];
    },
    [1, 97],
  ],
  'Object.freeze(x)': [(x) => Object.isFrozen(Object.freeze(x)), true],
  'x === y': [(x) => x === twin(x), false],
  'Object.is(x, y)': [(x) => Object.is(x, twin(x)), false],
  'x == y': [(x) => x == twin(x), false],
  'switch (x)': [
    (x) => {
      switch (x) {
        case twin(x):
          return 1;
        default:
          return 2;
      }
    },
    2,
  ],
  'list.includes(x)': [(x) => [twin(x)].includes(x), false],
  'list.indexOf(x)': [(x) => [twin(x)].indexOf(x), -1],
  'if (x)': [(x) => ((x.slice?.(0, 0) ?? new PyArray('B')) ? true : false), true],
  '!x': [(x) => !x, false],
  'x && y': [(x) => x && 1, 1],
  'list.filter(Boolean)': [() => [new Bytes()].filter(Boolean).length, 1],
  'assert(x)': [() => Boolean(new Bytes()), true],
  '[x, y].sort()': [
    () => [new Bytes('\xff', 'latin-1'), new Bytes('a', 'latin-1')].sort().map((y) => y[0]),
    [255, 97],
  ],
  'new Map([[x, 1]])': [(x) => new Map([[x, 1]]).get(twin(x)), undefined],
  'new Set([x])': [(x) => new Set([x, twin(x)]).size, 2],
  '97 in x': [(x) => 97 in x && 1000 in x, true],
  'delete x[0]': [(x) => [delete x[0], x[0]], [true, 97]],
  'Object.keys(x)': [(x) => Object.keys(x), []],
  'Object.values(x)': [(x) => Object.values(x), []],
  'Object.entries(x)': [(x) => Object.entries(x), []],
  'Object.hasOwn(x, 0)': [(x) => Object.hasOwn(x, 0), false],
  '{ ...x }': [(x) => [Object.keys({ ...x }), { ...x }[0]], [[], undefined]],
  'Object.assign({}, x)': [
    (x) => [Object.keys(Object.assign({}, x)), Object.assign({}, x).length],
    [[], undefined],
  ],
  'for (const key in x)': [
    (x) => {
      const keys = [];
      for (const key in x) keys.push(key);
      return keys;
    },
    ['contents'],
  ],
  'structuredClone(x)': [(x) => structuredClone(x), {}],
  'new Blob([x])': [(x) => new Blob([x]).text(), reprOf],
  'new File([x], name)': [(x) => (globalThis.File ? new File([x], 'name').text() : reprOf(x)), reprOf],
  'new Response(x)': [(x) => new Response(x).text(), reprOf],
  'new Request(url, { body: x })': [
    (x) => new Request('http://localhost', { method: 'POST', body: x }).text(),
    reprOf,
  ],
  'new Blob(x)': [(x) => new Blob(x).text(), '979899'],
  'btoa(x)': [(x) => btoa(x), (x) => btoa(reprOf(x))],
  'encodeURIComponent(x)': [(x) => decodeURIComponent(encodeURIComponent(x)), reprOf],
  'parseInt(x)': [(x) => parseInt(x), NaN],
  'new TextEncoder().encode(x)': [(x) => new TextDecoder().decode(new TextEncoder().encode(x)), reprOf],
  'new URL(x, base)': [(x) => new URL(x, 'http://localhost').href.startsWith('http://localhost/'), true],
  'new RegExp(x)': [() => new RegExp(new Bytes(ITEMS)).source, "b'abc'"],
  "form.append('name', x)": [formWith, reprOf],
  "headers.set('name', x)": [(x) => new Headers({ name: x }).get('name'), reprOf],
  'new URLSearchParams({ name: x })': [(x) => new URLSearchParams({ name: x }).get('name'), reprOf],
  'object[x]': [(x) => ({ [reprOf(x)]: 1 })[x], 1],
  '{ [x]: 1 }': [(x) => Object.keys({ [x]: 1 }), (x) => [reprOf(x)]],
};

/** A value as text, to compare two of them; for an object, the names of its properties. */
function text(value) {
  if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'object' && value !== null ? `{${Object.keys(value).join(', ')}}` : String(value);
}

/** Tries one call with one type: null if it does what it must, otherwise what it did. */
const outcome = (name, type, met, expected) => {
  const [found, wanted] = [text(met), text(expected)];
  return [`${type}: ${name}`, found === wanted ? null : `${type}: ${name}: ${found}, expected ${wanted}`];
};

/**
 * Tries all calls with all types.
 *
 * @param host the calls that only this host has, in the form of `RIGHT`, `ERRORS` and `NEITHER`
 * @returns for each call its name, and null or what is wrong
 */
export async function tryCalls(host) {
  const outcomes = [];
  const report = (...given) => outcomes.push(outcome(...given));
  for (const [type, make] of Object.entries(TYPES)) {
    for (const [name, [call, expected]] of Object.entries({ ...RIGHT, ...host.right }))
      report(name, type, await call(make()), expected);
    for (const [name, given] of Object.entries(METHODS)) {
      const method = Array.prototype[name];
      if (method === undefined || name === 'concat') continue;
      const listed = (value) => (typeof value?.next === 'function' ? [...value] : value);
      const [met, expected] = [method.call(make(), ...given), method.call(ITEMS, ...given)];
      report(`Array.prototype.${name}`, type, listed(met), listed(expected));
    }
    for (const [name, call] of Object.entries({ ...ERRORS, ...host.errors })) {
      const value = make();
      let met = 'no error';
      try {
        call(value);
      } catch (error) {
        met = error instanceof Error;
      }
      // JavaScript's own methods move items before they try to set the length.
      const items = MOVING.has(name) ? ITEMS : [...value];
      report(name, type, [met, ...items], [true, ...ITEMS]);
    }
    for (const [name, [call, expected]] of Object.entries({ ...NEITHER, ...host.neither })) {
      const value = make();
      const wanted = typeof expected === 'function' ? expected(value) : expected;
      report(name, type, await call(value), wanted);
    }
  }
  return outcomes;
}
