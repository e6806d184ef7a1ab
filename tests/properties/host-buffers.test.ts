/**
 * JavaScript's own buffers are bytes-like objects: every method and function treats each form of them like
 * the library's own values with the same bytes, and neither reads nor writes beside the window.
 */
import { runInNewContext } from 'node:vm';
import { ByteArray, Bytes, MemoryView, PyException, Slice, hexdump } from 'pybuffer';
import { BytesIO } from 'pybuffer/io';
import { builtins, typeName } from 'pybuffer/runtime';
import { Struct } from 'pybuffer/struct';
import * as testing from 'pybuffer/testing';
import { FUNCTIONS, OPTIONS, RECEIVERS, methodsOf } from './callables.js';
import type { Call } from './callables.js';
import { World } from './world.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

/** The number of bytes before and after each window: a multiple of every item's size. */
const BESIDE = 16;

type Maker = (buffer: ArrayBufferLike, offset: number, length: number) => object;

const inRealm = runInNewContext('({ Uint8Array, Int16Array, DataView, ArrayBuffer })') as {
  Uint8Array: Uint8ArrayConstructor;
  Int16Array: Int16ArrayConstructor;
  DataView: DataViewConstructor;
  ArrayBuffer: ArrayBufferConstructor;
};

type WithMaximum<T> = new (length: number, options: { maxByteLength: number }) => T;
const Resizable = ArrayBuffer as WithMaximum<ArrayBuffer>;
const Growable = SharedArrayBuffer as WithMaximum<SharedArrayBuffer>;

const plain = (length: number): ArrayBufferLike => new ArrayBuffer(length);
const resizable = (length: number): ArrayBufferLike => new Resizable(length, { maxByteLength: 4096 });
const shared = (length: number): ArrayBufferLike => new SharedArrayBuffer(length);
const growable = (length: number): ArrayBufferLike => new Growable(length, { maxByteLength: 4096 });
const ofRealm = (length: number): ArrayBufferLike => new inRealm.ArrayBuffer(length);

const bytes: Maker = (buffer, offset, length) => new Uint8Array(buffer, offset, length);
const items =
  (type: new (buffer: ArrayBufferLike, offset: number, length: number) => { BYTES_PER_ELEMENT: number }) =>
  (buffer: ArrayBufferLike, offset: number, length: number) =>
    new type(buffer, offset, length / (type as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT);

/** The forms: a function that makes the memory, the view on it, and the format of its items. */
const FORMS: Readonly<Record<string, readonly [(length: number) => ArrayBufferLike, Maker, string]>> = {
  Uint8Array: [plain, bytes, 'B'],
  'Buffer of the pool': [
    () => Buffer.allocUnsafe(1).buffer,
    (buffer, offset, length) => Buffer.from(buffer as ArrayBuffer, offset, length),
    'B',
  ],
  DataView: [plain, (buffer, offset, length) => new DataView(buffer, offset, length), 'B'],
  Uint8ClampedArray: [plain, items(Uint8ClampedArray), 'B'],
  Int8Array: [plain, items(Int8Array), 'b'],
  Int16Array: [plain, items(Int16Array), 'h'],
  Float64Array: [plain, items(Float64Array), 'd'],
  BigInt64Array: [plain, items(BigInt64Array), 'q'],
  'Uint8Array of a SharedArrayBuffer': [shared, bytes, 'B'],
  'Int16Array of a SharedArrayBuffer': [shared, items(Int16Array), 'h'],
  'DataView of a growable SharedArrayBuffer': [
    growable,
    (buffer, offset, length) => new DataView(buffer, offset, length),
    'B',
  ],
  'Uint8Array of a resizable ArrayBuffer': [resizable, bytes, 'B'],
  'Float64Array of a resizable ArrayBuffer': [resizable, items(Float64Array), 'd'],
  "another realm's Uint8Array": [
    ofRealm,
    (buffer, offset, length) => new inRealm.Uint8Array(buffer, offset, length),
    'B',
  ],
  "another realm's Int16Array": [ofRealm, items(inRealm.Int16Array), 'h'],
  "another realm's DataView": [
    plain,
    (buffer, offset, length) => new inRealm.DataView(buffer, offset, length),
    'B',
  ],
};

/** A buffer of a form over some bytes, surrounded by the byte `beside`. */
interface Made {
  readonly value: object;
  readonly memory: Uint8Array;
}

function made(form: string, content: Uint8Array, beside: number): Made {
  const [allocate, view] = FORMS[form]!;
  const isPooled = form === 'Buffer of the pool';
  const whole = isPooled
    ? Buffer.allocUnsafe(content.length + 2 * BESIDE)
    : new Uint8Array(allocate(content.length + 2 * BESIDE));
  whole.fill(beside);
  whole.set(content, BESIDE);
  return { value: view(whole.buffer, whole.byteOffset + BESIDE, content.length), memory: whole };
}

const CONTENTS = ['61626364', 'QUJDREVG', '<~87cU~>', 'a,b c\n\0\xff', 'a', '-_', ''].map((text) =>
  Uint8Array.from(text, (c) => c.charCodeAt(0)),
);
const TABLE = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);

const text = (value: string) => new Bytes(value, 'ascii');

/** Argument lists around the buffer. */
type List = readonly [title: string, make: (x: unknown) => unknown[]];
const LISTS: readonly List[] = [
  ['X', (x) => [x]],
  ['X, 1', (x) => [x, 1]],
  ["X, b'1'", (x) => [x, text('1')]],
  ["X, 'utf-8'", (x) => [x, 'utf-8']],
  ['X, X', (x) => [x, x]],
  ["b'abc', X", (x) => [text('abc'), x]],
  ['1, X', (x) => [1, x]],
  ["'B', X", (x) => ['B', x]],
  ["b'-_', b'ab', X", (x) => [text('-_'), text('ab'), x]],
  ['None, X', (x) => [null, x]],
  ['slice, X', (x) => [new Slice(0, 2), x]],
  ['[X, X]', (x) => [[x, x]]],
  ['[[X, 1]]', (x) => [[[x, 1]]]],
  ["X, 'big'", (x) => [x, 'big']],
];

/** The same as a keyword, for functions. */
const KEYWORDS: readonly List[] = OPTIONS.map((name) => [
  `b'QUJD', ${name}=X`,
  (x) => [text('QUJD'), { [name]: x }],
]);

/** The calls of the law: each takes its arguments, and returns its result and the receiver. */
type Run = (world: World) => [call: Call, receiver: unknown];

const MORE: Readonly<Record<string, Call>> = {
  'hexdump of one': ([x]) => hexdump(x as never),
  'comparable of a view': ([x]) => testing.comparable([new MemoryView(x as never)]),
  'equalityTester of views': ([x]) =>
    testing.equalityTester(new MemoryView(x as never), new MemoryView(new Bytes(x as never))),
};

const SHOWS = 'shows or names the object itself, which is another one';
const NUMBERS = 'takes numbers, into which JavaScript converts its buffers otherwise';
const SPECIAL = "asks for Python's special methods, which JavaScript's buffers do not have";
const FORMAT = 'the argument is a format, which is text or bytes';
const INNER = 'takes the memory or the layout of a view, not a buffer';

/** Calls that are skipped, and why. */
const OTHER_CALLS: Readonly<Record<string, string>> = {
  '. hexdump': 'a Buffer in the place of the options has a property `offset`',
  '. repr': SHOWS,
  '. indexable': SHOWS,
  'builtins ascii': SHOWS,
  'builtins format': SHOWS,
  'builtins repr': SHOWS,
  'builtins str': SHOWS,
  'builtins type': SHOWS,
  'builtins typeName': SHOWS,
  'encode shift_jis': SHOWS,
  'encoder of shift_jis': SHOWS,
  'iterencode shift_jis': SHOWS,
  'BytesMap.set': SHOWS,
  'record bits': SHOWS,
  'runtime dir': SHOWS,
  'runtime callStruct': SHOWS,
  'runtime getAttribute': SHOWS,
  'runtime setAttribute': SHOWS,
  'runtime deleteAttribute': SHOWS,
  'array.buffer_info': 'returns an address',
  "array('d').buffer_info": 'returns an address',
  '. PyComplex': NUMBERS,
  '. PyFloat': NUMBERS,
  '. Slice': NUMBERS,
  'builtins Range': NUMBERS,
  'IncrementalDecoder.setstate': SPECIAL,
  'StreamReader.read': NUMBERS,
  'builtins len': SPECIAL,
  'builtins hash': SPECIAL,
  'operator getitem': SPECIAL,
  'operator imod': SPECIAL,
  'operator length_hint': SPECIAL,
  'operator mod': SPECIAL,
  'struct calcsize': FORMAT,
  'struct iter_unpack': FORMAT,
  'struct pack': FORMAT,
  'struct unpack': FORMAT,
  'struct unpack_from': FORMAT,
  'record.assign': 'takes an object of fields',
  'union.assign': 'takes an object of fields',
  'array ArrayIterator': INNER,
  'protocol NDExporter': INNER,
  'protocol Range': INNER,
  'protocol copyItems': INNER,
  'protocol fillContiguousStrides': INNER,
  'protocol requests': INNER,
};

const METHODS = Object.keys(RECEIVERS).flatMap((type) =>
  methodsOf(RECEIVERS[type]!(new World())).map((name): [string, Run] => [
    `${type}.${String(name)}`,
    (world) => {
      const receiver = RECEIVERS[type]!(world) as Record<string | symbol, (...args: unknown[]) => unknown>;
      return [(args) => receiver[name]!(...args), receiver];
    },
  ]),
);
const ALL: readonly [string, Run][] = [
  ...METHODS,
  ...Object.entries({ ...FUNCTIONS, ...MORE }).map(([name, call]): [string, Run] => [
    name,
    () => [call, null],
  ]),
];
const CALLS = ALL.filter(([name]) => !Object.hasOwn(OTHER_CALLS, name));

const isBuffer = (value: unknown): value is Bytes => value instanceof Bytes || value instanceof ByteArray;

/** A value as text: values that a program can tell apart have different texts. */
function shown(value: unknown, x: unknown, depth = 0): string {
  if (value === x) return 'X';
  if (depth > 4) return '...';
  const inner = (one: unknown) => shown(one, x, depth + 1);
  if (value instanceof MemoryView) {
    try {
      return `view ${value.format} ${value.shape.join('x')} ${inner(value.tolist())}`;
    } catch (error) {
      return outcomeOf(error);
    }
  }
  if (isBuffer(value)) return `${typeName(value)} ${value.hex()}`;
  if (value instanceof Uint8Array) return `Uint8Array ${new Bytes(value).hex()}`;
  if (Array.isArray(value)) return `[${value.map(inner).join(', ')}]`;
  if (value instanceof Map || value instanceof Set) return `{${[...value].map(inner).join(', ')}}`;
  if (value instanceof BytesIO)
    return `stream ${value.closed ? 'closed' : `${value.getvalue().hex()} ${value.tell()}`}`;
  if (value instanceof Struct) return `Struct ${value.format}`;
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'symbol') return String(value);
  if (typeof (value as { next?: unknown } | null)?.next === 'function') {
    const found: string[] = [];
    try {
      for (const one of value as Iterable<unknown>) {
        found.push(inner(one));
        if (found.length > 600) break;
      }
    } catch (error) {
      found.push(outcomeOf(error));
    }
    return `iterator ${found.join(', ')}`;
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    [null, Object.prototype].includes(Object.getPrototypeOf(value) as null)
  ) {
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${inner(one)}`)
      .join(', ')}}`;
  }
  return builtins.repr(value as never).replace(/0x[0-9a-fA-F]{6,}/g, '0x');
}

/** Removes the names of types, which always differ. */
const NAMES = /\b(bytes|bytearray|memoryview|Buffer|DataView|\w+Array|object|dict|Nothing|Lender)\b/g;

function outcomeOf(error: unknown): string {
  // An error of the platform means that the function does not accept such a value.
  if (!(error instanceof PyException)) return 'refused';
  return `${error.name}: ${error.message.replace(NAMES, 'T').replace(/: (<T T>|<memory at \w+>|\w+\(?b'.*'\)?|b'.*')$/s, ': X')}`;
}

function outcome(run: Run, list: List, x: unknown): string {
  const world = new World();
  const [call, receiver] = run(world);
  let result: string;
  try {
    result = shown(call(list[1](x)), x);
  } catch (error) {
    result = outcomeOf(error);
  }
  return `${result}; ${isBuffer(receiver) || receiver instanceof BytesIO ? shown(receiver, null) : ''}`;
}

/** Not a buffer: calls that expect one answer differently. */
class Nothing {}

/** Only a buffer: neither a sequence nor iterable, like a DataView. */
class Lender {
  constructor(readonly data: ByteArray) {}
  __buffer__(): MemoryView {
    return new MemoryView(this.data);
  }
}

/** The outcomes for the library's own values, with their content afterwards. */
function expectedOf(run: Run, list: List, content: Uint8Array, format: string): Set<string> {
  const data = new ByteArray(content);
  const view = new MemoryView(new ByteArray(content));
  const values: [unknown, unknown][] = [
    [new Bytes(content), null],
    [data, data],
    [view, view],
    [new Lender(data), data],
  ];
  if (format !== 'B') {
    const cast = new MemoryView(new ByteArray(content)).cast(format as 'B');
    // The items of a typed array are plain numbers, so integral floats count as ints.
    values.push(
      [cast, cast],
      [[...(made(NUMBERS_OF[format]!, content, 0).value as Iterable<unknown>)], data],
    );
  }
  return new Set(
    values.map(([x, holder]) => {
      const answer = outcome(run, list, x);
      return `${answer}; ${holder === null ? new Bytes(content).hex() : new Bytes(holder as ByteArray).hex()}`;
    }),
  );
}

/** The typed array of each format. */
const NUMBERS_OF: Readonly<Record<string, string>> = {
  b: 'Int8Array',
  h: 'Int16Array',
  d: 'Float64Array',
  q: 'BigInt64Array',
};

function* contentsFor(format: string): Generator<Uint8Array> {
  for (const content of [...CONTENTS, TABLE]) {
    if (content.length % { B: 1, b: 1, h: 2, d: 8, q: 8 }[format]! === 0) yield content;
  }
}

/** For each list of arguments, each form gets the next content, so that all calls together use all contents. */
let turn = 0;

test('every skipped call exists', () => {
  const names = new Set(ALL.map(([name]) => name));
  expect(Object.keys(OTHER_CALLS).filter((name) => !names.has(name))).toEqual([]);
});

test.each(CALLS)('%s', (name, run) => {
  const wrong: string[] = [];
  for (const list of name in FUNCTIONS ? [...LISTS, ...KEYWORDS] : LISTS) {
    if (outcome(run, list, new Nothing()) === outcome(run, list, new Bytes(CONTENTS[0]!))) continue;
    const known = new Map<string, Set<string>>();
    for (const [form, [, , format]] of Object.entries(FORMS)) {
      const contents = [...contentsFor(format)];
      const content = contents[turn++ % contents.length]!;
      const beside = 0x41 + (turn % 7);
      const key = `${format} ${content.join()}`;
      const expected = known.get(key) ?? expectedOf(run, list, content, format);
      known.set(key, expected);
      const { value, memory } = made(form, content, beside);
      const answer = outcome(run, list, value);
      const actual = `${answer}; ${new Bytes(memory.subarray(BESIDE, -BESIDE)).hex()}`;
      const around = [...memory.subarray(0, BESIDE), ...memory.subarray(-BESIDE)];
      const title = `${list[0]}, X ${form} of ${JSON.stringify(String.fromCharCode(...content))}`;
      if (!expected.has(actual)) wrong.push(`${title}: ${actual}, not ${[...expected].join(' or ')}`);
      if (around.some((byte) => byte !== beside)) wrong.push(`${title}: writes beside the window`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});
