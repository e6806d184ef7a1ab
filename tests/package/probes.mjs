/**
 * What JavaScript does with the package's values, call by call: `node probes.mjs` in a folder where the
 * package is installed. The calls are those of `guide/javascript.md`, each tried with all four types; the
 * guide and this script name the same calls. calls.mjs has the calls that every host has. Ends with one line,
 * "N of N probes hold".
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import net from 'node:net';
import v8 from 'node:v8';
import { MessageChannel, Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { ERRORS, ITEMS, NEITHER, RIGHT, reprOf, tryCalls } from './calls.mjs';

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
/** Node's own calls. */
const HOST = {
  right: {
    'Buffer.from(x)': [(x) => [...Buffer.from(x)], ITEMS],
    'Readable.from(x)': [
      async (x) => {
        const list = [];
        for await (const i of Readable.from(x)) list.push(i);
        return list;
      },
      ITEMS,
    ],
  },
  errors: {
    'fs.writeFileSync(path, x)': (x) => fs.writeFileSync(path.join(tmpdir(), 'pybuffer-probe'), x),
    'stream.write(x)': (x) => new PassThrough().write(x),
    'socket.write(x)': (x) => new net.Socket().write(x),
    'response.end(x)': (x) => new http.ServerResponse({ method: 'GET' }).end(x),
    "createHash('md5').update(x)": (x) => createHash('md5').update(x),
    'gzipSync(x)': (x) => gzipSync(x),
    'Buffer.concat([x])': (x) => Buffer.concat([x]),
  },
  neither: {
    'postMessage(x)': [throughChannel, {}],
    'v8.serialize(x)': [(x) => v8.deserialize(v8.serialize(x)), {}],
    'new Worker(file, { workerData: x })': [throughWorker, 0],
    'fetch(url, { body: x })': [throughFetch, reprOf],
    'fs.existsSync(x)': [(x) => fs.existsSync(x), false],
  },
};

const outcomes = await tryCalls(HOST);

/** The calls that the guide names in each part, as code. */
const section = fs
  .readFileSync(new URL('./node_modules/pybuffer/guide/javascript.md', import.meta.url), 'utf8')
  .split('\n### ')[0];
const [, right, errors, neither] = section.split(/\n\*\*These (?:work|raise|do neither)\*\*/);
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
/** Calls of browsers, which Node lacks: matrix/engines/browser.ts tries them. */
const OF_BROWSERS = new Set([
  'store.put(x)',
  "history.pushState(x, '')",
  "localStorage.setItem('name', x)",
  'request.send(x)',
  'webSocket.send(x)',
  'navigator.sendBeacon(url, x)',
]);
for (const [part, common] of Object.entries({ right: RIGHT, errors: ERRORS, neither: NEITHER })) {
  const names = Object.keys({ ...common, ...HOST[part] });
  const spoken = named[part].filter((code) => !NOT_CALLS.has(code) && !OF_BROWSERS.has(code));
  const untried = spoken.filter((code) => !names.includes(code));
  const unnamed = names.filter((name) => !spoken.includes(name));
  outcomes.push(
    [
      `${part}: tried`,
      untried.length === 0 ? null : `the guide names, but nothing tries: ${untried.join('; ')}`,
    ],
    [`${part}: named`, unnamed.length === 0 ? null : `tried, but not in the guide: ${unnamed.join('; ')}`],
  );
}
const wrong = outcomes.flatMap(([, found]) => (found === null ? [] : [found]));
for (const line of wrong) console.log(line);
console.log(`${outcomes.length - wrong.length} of ${outcomes.length} probes hold`);
