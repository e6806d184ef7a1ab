/**
 * Checks of what only browsers have: text from shared and resizable memory, which their `TextDecoder`
 * refuses; messages between a page and a worker; streams; bodies of `fetch`; and the web's own calls that
 * `guide/javascript.md` names. Caller: entry-page.ts.
 */
import { ByteArray, Bytes, MemoryView, packMessage, unpackMessage } from 'pybuffer';
import { builtins } from 'pybuffer/runtime';
import { reprOf, tryCalls } from '../../tests/package/calls.mjs';
import { check } from './suite.js';
import type { BytesMessage } from 'pybuffer';
import type { Check } from './suite.js';

/** Texts of one, two and more bytes per character, each longer than what plain loops decode. */
const TEXTS = ['ASCII only, '.repeat(300), 'é€😀 and some ASCII, '.repeat(200), 'ÿé'.repeat(2000)];

/** The bytes of a text in a memory of this kind. */
function memoryOf(make: (length: number) => ArrayBufferLike, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const memory = new Uint8Array(make(bytes.length));
  memory.set(bytes);
  return memory;
}

type Resizable = new (length: number, options: { maxByteLength: number }) => ArrayBufferLike;

function sharedAndResizable(): Check[] {
  const kinds: [string, (length: number) => ArrayBufferLike][] = [
    [
      'a resizable ArrayBuffer',
      (n) => new (ArrayBuffer as unknown as Resizable)(n, { maxByteLength: 2 * n }),
    ],
  ];
  // Pages without cross-origin isolation lack it.
  if (typeof SharedArrayBuffer === 'function') {
    kinds.push(
      ['a SharedArrayBuffer', (n) => new SharedArrayBuffer(n)],
      [
        'a growable SharedArrayBuffer',
        (n) => new (SharedArrayBuffer as unknown as Resizable)(n, { maxByteLength: 2 * n }),
      ],
    );
  }
  return kinds.flatMap(([name, make]) => [
    check(`decode from ${name}`, () => TEXTS.every((text) => decoded(memoryOf(make, text)) === text), 'true'),
    check(`hex of ${name}`, () => new MemoryView(memoryOf(make, TEXTS[2]!)).hex().slice(0, 8), 'c3bfc3a9'),
  ]);
}

/** The text in a memory, or the name of a way to decode it that returned another text. */
function decoded(memory: Uint8Array): string {
  using view = new MemoryView(memory);
  const text = builtins.str(view, 'utf-8') as string;
  if (new Bytes(memory).decode() !== text || new Bytes(view).decode() !== text) return 'Bytes differ';
  const latin1 = builtins.str(view, 'latin-1') as string;
  return latin1.length === memory.length ? text : 'latin-1 differs';
}

/** A worker that sends back what it gets. */
function echo(message: unknown): Promise<unknown> {
  const source = 'onmessage = ({ data }) => postMessage(data)';
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
}

async function messages(): Promise<Check[]> {
  const bytes = new Bytes([1, 2, 3, 255]);
  const array = new ByteArray([4, 5]);
  return [
    check(
      'structuredClone of a message',
      () => unpackMessage(structuredClone(packMessage(bytes).message)),
      "b'\\x01\\x02\\x03\\xff'",
    ),
    await eventually(
      'a message to a worker and back',
      async () => unpackMessage((await echo(packMessage(array).message)) as BytesMessage),
      "bytearray(b'\\x04\\x05')",
    ),
  ];
}

async function eventually(name: string, found: () => Promise<unknown>, expected: string): Promise<Check> {
  try {
    const value = await found();
    return check(name, () => value, expected);
  } catch (error) {
    return [name, `${name}: ${String(error)}`];
  }
}

async function bodies(): Promise<Check[]> {
  const bytes = new Bytes('é', 'utf-8');
  const chunks = [new Uint8Array([65, 66]), new Uint8Array([67])];
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = chunks.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
  });
  return [
    await eventually(
      'a body of fetch',
      async () => {
        const request = new Request('/', {
          method: 'POST',
          body: bytes.toUint8Array() as Uint8Array<ArrayBuffer>,
        });
        return new Bytes(await request.arrayBuffer());
      },
      "b'\\xc3\\xa9'",
    ),
    await eventually(
      'a stream',
      async () => {
        const all = new ByteArray();
        const reader = stream.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) all.extend(part.value);
        return all;
      },
      "bytearray(b'ABC')",
    ),
  ];
}

/** The value that arrives at the other end of a channel. */
function throughChannel(value: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port2.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    port1.postMessage(value);
  });
}

const body = async (value: unknown) =>
  await (await fetch('/echo', { method: 'POST', body: value as BodyInit })).text();

/** The value as stored in an object store of a new database. */
async function stored(value: unknown): Promise<unknown> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  const opening = indexedDB.open(`pybuffer ${Math.random()}`);
  opening.onupgradeneeded = () => void opening.result.createObjectStore('values');
  const database = await settled(opening);
  try {
    const store = database.transaction('values', 'readwrite').objectStore('values');
    await settled(store.put(value, 1));
    return await settled(store.get(1) as IDBRequest<unknown>);
  } finally {
    database.close();
    indexedDB.deleteDatabase(database.name);
  }
}

function sent(value: unknown): Promise<string> {
  const request = new XMLHttpRequest();
  request.open('POST', '/echo');
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error('XMLHttpRequest'));
    request.send(value as XMLHttpRequestBodyInit);
  });
}

/** The bytes that the server receives through a `WebSocket` and sends back. */
function echoed(value: unknown): Promise<unknown> {
  const socket = new WebSocket(`ws://${location.host}/`);
  return new Promise((resolve, reject) => {
    socket.onopen = () => socket.send(value as string);
    socket.onerror = () => reject(new Error('WebSocket'));
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      socket.close();
      resolve(data);
    };
  });
}

/** What the server receives through `sendBeacon`; it answers when the beacon has arrived. */
async function beacon(value: unknown): Promise<string> {
  const url = `/beacon-${Math.random()}`;
  const got = fetch(url);
  navigator.sendBeacon(url, value as string);
  return (await got).text();
}

/** Calls that only pages have, not workers. */
const OF_PAGES = {
  'navigator.sendBeacon(url, x)': [beacon, reprOf],
  "history.pushState(x, '')": [
    (value: unknown): unknown => {
      history.pushState(value, '');
      return history.state as unknown;
    },
    {},
  ],
  "localStorage.setItem('name', x)": [
    (value: unknown): unknown => {
      localStorage.setItem('name', value as string);
      return localStorage.getItem('name');
    },
    reprOf,
  ],
};

/** The web's calls, including those of only a page or only a worker. */
const CALLS = {
  right: {},
  errors: {},
  neither: {
    'postMessage(x)': [throughChannel, {}],
    'postMessage(x) of a worker': [echo, {}],
    'fetch(url, { body: x })': [body, reprOf],
    'request.send(x)': [sent, reprOf],
    'webSocket.send(x)': [echoed, reprOf],
    'store.put(x)': [stored, {}],
    ...(typeof history === 'undefined' ? {} : OF_PAGES),
  },
};

export async function browserChecks(): Promise<Check[]> {
  return [...sharedAndResizable(), ...(await messages()), ...(await bodies()), ...(await tryCalls(CALLS))];
}
