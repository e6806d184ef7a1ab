/* eslint eqeqeq: 'off' -- the operator is one of the calls */
/**
 * What JavaScript does with the package's values, call by call: `node probes.mjs` in a folder where the package is installed. The calls are
 * those of `guide/javascript.md`, each tried with all four types; it names no call that is not tried here, and the other way
 * round. Ends with one line, "N of N probes hold".
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { inspect, isDeepStrictEqual } from 'node:util';
import net from 'node:net';
import v8 from 'node:v8';
import { MessageChannel, Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

const ITEMS = [97, 98, 99];
const TYPES = {
  Bytes: () => new Bytes(ITEMS),
  ByteArray: () => new ByteArray(ITEMS),
  MemoryView: () => new MemoryView(new ByteArray(ITEMS)),
  PyArray: () => new PyArray('B', ITEMS),
};
const double = (i) => 2 * i;

/** Calls that give what the items are. */
const RIGHT = {
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
  'Buffer.from(x)': [(x) => [...Buffer.from(x)], ITEMS],
  'Readable.from(x)': [
    async (x) => {
      const list = [];
      for await (const i of Readable.from(x)) list.push(i);
      return list;
    },
    ITEMS,
  ],
  'Array.prototype.map.call(x, f)': [(x) => Array.prototype.map.call(x, double), ITEMS.map(double)],
  'String.fromCharCode.apply(null, x)': [(x) => String.fromCharCode.apply(null, x), 'abc'],
  'x.toUint8Array()': [(x) => [...x.toUint8Array()], ITEMS],
  'x.asReadonlyUint8Array()': [(x) => [...x.asReadonlyUint8Array()], ITEMS],
};

/** The same of the other methods of arrays that do not change a length. */
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

/** Calls that throw, whatever the type. */
const ERRORS = {
  'fs.writeFileSync(path, x)': (x) => fs.writeFileSync(path.join(tmpdir(), 'pybuffer-probe'), x),
  'stream.write(x)': (x) => new PassThrough().write(x),
  'socket.write(x)': (x) => new net.Socket().write(x),
  'response.end(x)': (x) => new http.ServerResponse({ method: 'GET' }).end(x),
  "createHash('md5').update(x)": (x) => createHash('md5').update(x),
  'gzipSync(x)': (x) => gzipSync(x),
  'new TextDecoder().decode(x)': (x) => new TextDecoder().decode(x),
  'new DataView(x)': (x) => new DataView(x),
  'Atomics.load(x, 0)': (x) => Atomics.load(x, 0),
  'new WebAssembly.Module(x)': (x) => new WebAssembly.Module(x),
  'Buffer.concat([x])': (x) => Buffer.concat([x]),
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

const reprOf = (x) => String(x);
const latin1 = (text) => Buffer.from(text, 'latin1');
async function throughChannel(x) {
  const { port1, port2 } = new MessageChannel();
  const received = new Promise((resolve) => port2.once('message', resolve));
  port1.postMessage(x);
  try {
    return await received;
  } finally {
    port1.close();
  }
}
async function throughWorker(x) {
  const code =
    "require('worker_threads').parentPort.postMessage(Object.keys(require('worker_threads').workerData).length)";
  const worker = new Worker(code, { eval: true, workerData: x });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}
async function throughFetch(x) {
  const server = http.createServer((request, response) => request.pipe(response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const url = `http://127.0.0.1:${server.address().port}/`;
    return await (await fetch(url, { method: 'POST', body: x })).text();
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
const formWith = (x) => {
  const form = new FormData();
  form.append('name', x);
  return form.get('name');
};
const twin = (x) =>
  ({ bytes: TYPES.Bytes, bytearray: TYPES.ByteArray, memoryview: TYPES.MemoryView, array: TYPES.PyArray })[
    x.kind ?? 'array'
  ]();

/** Calls that JavaScript answers by itself: the answer, or a function from the value to it. */
const NEITHER = {
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
  'postMessage(x)': [throughChannel, {}],
  'v8.serialize(x)': [(x) => v8.deserialize(v8.serialize(x)), {}],
  'new Worker(file, { workerData: x })': [throughWorker, 0],
  'new Blob([x])': [(x) => new Blob([x]).text(), reprOf],
  'new File([x], name)': [(x) => (globalThis.File ? new File([x], 'name').text() : reprOf(x)), reprOf],
  'new Response(x)': [(x) => new Response(x).text(), reprOf],
  'new Request(url, { body: x })': [
    (x) => new Request('http://localhost', { method: 'POST', body: x }).text(),
    reprOf,
  ],
  'fetch(url, { body: x })': [throughFetch, reprOf],
  'new Blob(x)': [(x) => new Blob(x).text(), '979899'],
  'btoa(x)': [(x) => btoa(x), (x) => latin1(reprOf(x)).toString('base64')],
  'encodeURIComponent(x)': [(x) => decodeURIComponent(encodeURIComponent(x)), reprOf],
  'parseInt(x)': [(x) => parseInt(x), NaN],
  'new TextEncoder().encode(x)': [(x) => Buffer.from(new TextEncoder().encode(x)).toString(), reprOf],
  'new URL(x, base)': [(x) => new URL(x, 'http://localhost').href.startsWith('http://localhost/'), true],
  'new RegExp(x)': [() => new RegExp(new Bytes(ITEMS)).source, "b'abc'"],
  "form.append('name', x)": [formWith, reprOf],
  "headers.set('name', x)": [(x) => new Headers({ name: x }).get('name'), reprOf],
  'new URLSearchParams({ name: x })': [(x) => new URLSearchParams({ name: x }).get('name'), reprOf],
  'object[x]': [(x) => ({ [reprOf(x)]: 1 })[x], 1],
  '{ [x]: 1 }': [(x) => Object.keys({ [x]: 1 }), (x) => [reprOf(x)]],
  'fs.existsSync(x)': [(x) => fs.existsSync(x), false],
};

const wrong = [];
let count = 0;
const report = (name, type, met, expected) => {
  count++;
  if (!isDeepStrictEqual(met, expected))
    wrong.push(`${type}: ${name}: ${inspect(met)}, expected ${inspect(expected)}`);
};

for (const [type, make] of Object.entries(TYPES)) {
  for (const [name, [call, expected]] of Object.entries(RIGHT))
    report(name, type, await call(make()), expected);
  for (const [name, given] of Object.entries(METHODS)) {
    const method = Array.prototype[name];
    if (method === undefined || name === 'concat') continue;
    const listed = (value) => (typeof value?.next === 'function' ? [...value] : value);
    report(
      `Array.prototype.${name}`,
      type,
      listed(method.call(make(), ...given)),
      listed(method.call(ITEMS, ...given)),
    );
  }
  for (const [name, call] of Object.entries(ERRORS)) {
    const value = make();
    let met = 'no error';
    try {
      call(value);
    } catch (error) {
      met = error instanceof Error;
    }
    // JavaScript's own methods have moved items before they meet the length.
    const items = MOVING.has(name) ? ITEMS : [...value];
    report(name, type, [met, ...items], [true, ...ITEMS]);
  }
  for (const [name, [call, expected]] of Object.entries(NEITHER)) {
    const value = make();
    const wanted = typeof expected === 'function' ? expected(value) : expected;
    report(name, type, await call(value), wanted);
  }
}

/** The calls that the guide names in each part, as code. */
const section = fs
  .readFileSync(new URL('./node_modules/pybuffer/guide/javascript.md', import.meta.url), 'utf8')
  .split('\n### ')[0];
const [, right, errors, neither] = section.split(/\n\*\*(?:Right|An error|Neither)\*\*/);
const codeIn = (text) =>
  [...text.replaceAll('`` `${x}` ``', '').matchAll(/`([^`]+)`/g)].map(([, code]) =>
    code.replaceAll('\n', ' '),
  );
const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split(' | ')[0])
    .join('\n');
const [sentences, ...table] = errors.split('\n\n');
const named = {
  right: codeIn(right),
  errors: [
    ...codeIn(sentences.slice(0, sentences.lastIndexOf(': pass')).replace('`webSocket.send(x)` in Node', '')),
    ...codeIn(rowsOf(table.join('\n'))),
  ],
  neither: ['`${x}`', ...codeIn(rowsOf(neither))],
};
const NOT_CALLS = new Set(['Bytes']);
for (const [part, probes] of Object.entries({ right: RIGHT, errors: ERRORS, neither: NEITHER })) {
  const names = Object.keys(probes);
  const spoken = named[part].filter((code) => !NOT_CALLS.has(code));
  report(
    `calls of the guide that are not tried, ${part}`,
    'the guide',
    spoken.filter((code) => !names.includes(code)),
    [],
  );
  report(
    `calls that the guide does not name, ${part}`,
    'the guide',
    names.filter((name) => !spoken.includes(name)),
    [],
  );
}
for (const line of wrong) console.log(line);
console.log(`${count - wrong.length} of ${count} probes hold`);
