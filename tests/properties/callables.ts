/**
 * All public functions and methods, found in the modules themselves so that no new one is forgotten: methods
 * of all types, functions of all subpaths, and the methods that a host's runtime gets. Callers: the laws of
 * this folder.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import * as pybuffer from 'pybuffer';
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, scope } from 'pybuffer';
import * as arrays from 'pybuffer/array';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as builtinsByName from 'pybuffer/builtins';
import * as codecs from 'pybuffer/codecs';
import * as core from 'pybuffer/core';
import * as hmac from 'pybuffer/hmac';
import * as int from 'pybuffer/int';
import * as io from 'pybuffer/io';
import * as operatorByName from 'pybuffer/operator';
import * as protocol from 'pybuffer/protocol';
import * as records from 'pybuffer/record';
import * as runtime from 'pybuffer/runtime';
import * as struct from 'pybuffer/struct';
import * as uint8ArrayStruct from 'pybuffer/struct-uint8array';
import * as zlib from 'pybuffer/zlib';
import { bareRuntime } from './bare-runtime.js';
import type { World } from './world.js';

export type Call = (args: unknown[]) => unknown;
type AnyFunction = (...args: unknown[]) => unknown;

/** The subpaths whose functions are called. */
export const MODULES: Readonly<Record<string, object>> = {
  '.': pybuffer,
  './array': arrays,
  './base64': base64,
  './binascii': binascii,
  './builtins': builtinsByName,
  './codecs': codecs,
  './core': core,
  './hmac': hmac,
  './int': int,
  './io': io,
  './operator': operatorByName,
  './protocol': protocol,
  './record': records,
  './runtime': runtime,
  './struct': struct,
  './struct-uint8array': uint8ArrayStruct,
  './zlib': zlib,
};

/** Subpaths without a function that takes a buffer, and why. */
export const OTHER_MODULES: Readonly<Record<string, string>> = {
  './algorithms': 'takes plain memory, which has no exports',
  './eslint': 'no buffers',
  './testing': 'for test runners: compares and shows values',
  './kernels': 'registers a part',
  './percent': 'registers a part',
  './methods': 'registers a part',
  './codecs-binary': 'registers a part',
  './codecs-cjk': 'registers a part',
  './unicode-names': 'registers a part',
  './brython': 'needs Brython: conformance/hosts',
  './skulpt': 'needs Skulpt: conformance/hosts',
  './pyodide': 'needs Pyodide: tests/adapters',
  './package.json': 'no module',
};

/** Functions that the laws do not call, and why. */
const SETTINGS = 'a setting of the process';
export const OTHER_FUNCTIONS: Readonly<Record<string, string>> = {
  setLifetimePolicy: SETTINGS,
  debugExports: SETTINGS,
  useABI: SETTINGS,
  recordStacks: SETTINGS,
  setWarningHandler: SETTINGS,
  configure: SETTINGS,
  registerError: SETTINGS,
  registerCodec: SETTINGS,
  unregisterCodec: SETTINGS,
  print: 'writes to the console',
  acquireView: 'hands an export to its caller: called together with releaseView',
  releaseView: 'called together with acquireView',
  scope: 'called with views in it',
  createRuntime: 'its types are called one by one',
  call: 'the types are called one by one',
  callMethod: 'the methods are called one by one',
  methodOf: 'the methods are called one by one',
};

/** Public classes and the names of their receivers; null if no method of the instances takes a buffer. */
export const CLASSES: Readonly<Record<string, string | null>> = {
  Bytes: 'bytes',
  ByteArray: 'bytearray',
  MemoryView: 'memoryview',
  PyArray: 'array',
  ArrayIterator: 'arrayiterator',
  BytesIO: 'BytesIO',
  Struct: 'Struct',
  UnpackIterator: 'unpack_iterator',
  BytesMap: 'BytesMap',
  BytesSet: 'BytesSet',
  CodecInfo: 'CodecInfo',
  IncrementalDecoder: 'IncrementalDecoder',
  IncrementalEncoder: 'IncrementalEncoder',
  StreamReader: 'StreamReader',
  StreamWriter: 'StreamWriter',
  StreamReaderWriter: 'StreamReaderWriter',
  StreamRecoder: 'StreamRecoder',
  NDExporter: 'NDExporter',
  BufferView: null,
  Exports: null,
  Range: 'range',
  Scope: null,
  Slice: null,
  PyFloat: null,
  PyComplex: null,
};

const text = (value: string) => new Bytes(value, 'ascii');
const record = () => records.record({ a: 'H', b: records.array('B', 4), c: '4s' });

/** Receivers; each call makes a new one in its world. */
export const RECEIVERS: Record<string, (world: World) => object> = {
  bytes: () => text('abcab'),
  bytearray: (world) => world.resizable(2),
  memoryview: (world) => world.view(1),
  'memoryview of two dimensions': (world) => world.view(2),
  'memoryview of items': (world) => world.view(3),
  "memoryview of the host's memory": (world) => world.view(5),
  array: ({ array }) => array,
  "array('d')": () => new arrays.PyArray('d', [1, 2]),
  arrayiterator: ({ array }) => array[Symbol.iterator](),
  bytes_iterator: () => text('abcab')[Symbol.iterator](),
  bytearray_iterator: (world) => world.resizable(2)[Symbol.iterator](),
  memory_iterator: (world) => {
    const iterator = world.view(0)[Symbol.iterator]();
    world.holders.push(iterator);
    return iterator;
  },
  reversed: (world) => runtime.builtins.reversed(world.resizable(2)) as object,
  range: () => runtime.builtins.range(5),
  BytesIO: ({ stream }) => stream,
  Struct: () => new struct.Struct('<HB'),
  'Struct of Uint8Arrays': () => new uint8ArrayStruct.Struct('<HB'),
  unpack_iterator: (world) => {
    const iterator = struct.iter_unpack('<2B', world.view(0));
    world.holders.push(iterator);
    return iterator;
  },
  BytesMap: (world) =>
    new BytesMap<unknown>([
      [text('a'), 1],
      [text('b'), world.view(1)],
    ]),
  BytesSet: () => new BytesSet([text('a'), text('b')]),
  CodecInfo: () => codecs.lookup('hex'),
  IncrementalDecoder: () => new (codecs.getincrementaldecoder('utf-8'))(),
  IncrementalEncoder: () => new (codecs.getincrementalencoder('utf-8'))(),
  'IncrementalDecoder of bytes': () => new (codecs.getincrementaldecoder('hex'))(),
  'IncrementalEncoder of bytes': () => new (codecs.getincrementalencoder('hex'))(),
  StreamReader: ({ stream }) => new (codecs.getreader('utf-8'))(stream as never),
  StreamWriter: ({ stream }) => new (codecs.getwriter('utf-8'))(stream as never),
  StreamReaderWriter: ({ stream }) =>
    new codecs.StreamReaderWriter(stream as never, codecs.getreader('utf-8'), codecs.getwriter('utf-8')),
  StreamRecoder: ({ stream }) => codecs.EncodedFile(stream as never, 'utf-8', 'latin-1'),
  record: () => record(),
  union: () => records.union({ a: 'H', b: records.array('B', 4) }),
  'array of records': () => records.array(record(), 2),
  NDExporter: () => new protocol.NDExporter(Uint8Array.of(1, 2, 3, 4), { shape: [4] }),
};

const HANDS_OUT = 'hands an export to its caller, who gives it back by calling the other';

/** Methods that are not called, and why. */
export const OTHER_METHODS: Readonly<Record<string, string>> = {
  constructor: 'types are called as functions',
  getBuffer: HANDS_OUT,
  releaseBuffer: HANDS_OUT,
  __buffer__: HANDS_OUT,
  __release_buffer__: HANDS_OUT,
  print: 'writes to the console',
  open: 'of records, inside the library',
};

/** Types of a host's runtime whose methods are not called, and why. */
export const OTHER_HOST_TYPES: Readonly<Record<string, string>> = {
  iterator: 'what a program has of its own',
  GenericAlias: 'a type with its argument: holds no buffer',
};

/** The methods of a value in JavaScript, including those of its bases and those under JavaScript's own symbols. */
export function methodsOf(value: object): (string | symbol)[] {
  const names = new Set<string | symbol>();
  for (
    let at = Object.getPrototypeOf(value) as object | null;
    at !== Object.prototype && at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const name of Reflect.ownKeys(at)) {
      if (typeof name === 'symbol' && !/^Symbol\./.test(name.description ?? '')) continue;
      const method: unknown = Object.getOwnPropertyDescriptor(at, name)?.value;
      if (typeof method === 'function' && !Object.hasOwn(OTHER_METHODS, name)) names.add(name);
    }
  }
  return [...names].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}

/** A call of a method in a separate world. */
export function methodCall(world: World, type: string, name: string | symbol): Call {
  const receiver = RECEIVERS[type]!(world) as Record<string | symbol, AnyFunction>;
  return (args) => receiver[name]!(...args);
}

export function isClass(value: unknown): value is new (...args: unknown[]) => object {
  if (typeof value !== 'function') return false;
  const { prototype } = value as { prototype?: object };
  return (
    /^class\b/.test(String(value)) ||
    (prototype !== undefined && Object.getOwnPropertyNames(prototype).length > 1)
  );
}

export const isException = (value: unknown): boolean =>
  (value as { prototype?: unknown }).prototype instanceof Error;

/** Calls that need leading arguments, or more than one step. */
const SPECIAL: Record<string, Call> = {
  "PyArray('H')": (args) => runtime.call(arrays.PyArray, ['H', ...args]),
  b: ([first, second]) => pybuffer.b`<${first}${second}>`,
  getContiguous: ([value]) => pybuffer.getContiguous(value as never, 'PyBUF_READ' as never, 'C'),
  'int.from_bytes': (args) => runtime.callMethod(runtime.builtins.int, 'from_bytes', args),
  'acquireView and releaseView': ([value, flags]) =>
    protocol.releaseView(protocol.acquireView(value, typeof flags === 'number' ? flags : 0)),
  'scope with views': ([first, second]) =>
    scope(() => new MemoryView(first as never).nbytes + new MemoryView(second as never).nbytes),
  'a field of a record': ([value]) => {
    using live = record().at(new ByteArray(10));
    live.b = value as never;
  },
  'a record over a buffer': ([buffer, value]) => {
    using live = records.record({ a: 'B' }).at(buffer as never);
    live.a = value as never;
  },
  'the fields of a record': ([a, c]) => {
    using live = record().at(new ByteArray(10));
    records.assign(live, { a, c } as never);
  },
  ...structCalls('struct', struct),
  ...structCalls('struct-uint8array', uint8ArrayStruct),
  ...Object.fromEntries(
    ['hex', 'base64', 'utf-8', 'utf-16', 'utf-7', 'shift_jis', 'unicode_escape', 'zlib'].flatMap(
      (name): [string, Call][] => [
        [`decode ${name}`, ([value, errors]) => codecs.decode(value as never, name, errors as never)],
        [`encode ${name}`, ([value, errors]) => codecs.encode(value as never, name, errors as never)],
        [`decoder of ${name}`, (args) => (codecs.getdecoder(name) as AnyFunction)(...args)],
        [`encoder of ${name}`, (args) => (codecs.getencoder(name) as AnyFunction)(...args)],
        [`iterdecode ${name}`, ([value]) => codecs.iterdecode(value as never, name)],
        [`iterencode ${name}`, ([value]) => codecs.iterencode(value as never, name)],
      ],
    ),
  ),
};

function structCalls(name: string, module: object): Record<string, Call> {
  const functions = module as Record<string, AnyFunction>;
  const with_ =
    (f: string, ...leading: unknown[]): Call =>
    (args) =>
      functions[f]!(...leading, ...args);
  return {
    [`${name}.pack values`]: with_('pack', '<2sB'),
    [`${name}.pack_into`]: with_('pack_into', '<2sB'),
    [`${name}.unpack all`]: with_('unpack', '<2B'),
    [`${name}.unpack_from`]: with_('unpack_from', '<2B'),
    [`${name}.iter_unpack`]: with_('iter_unpack', '<2B'),
    [`${name}.iter_unpack of too much`]: with_('iter_unpack', '<5B'),
  };
}

/** The names of a module, with those of the objects in it that only hold functions. */
export function namesOf(module: object): [name: string, value: unknown][] {
  return (Object.entries(module) as [string, unknown][]).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null) return [[name, value]];
    const members = Object.entries(value).filter(([, member]) => typeof member === 'function');
    return members.map(([member, inner]) => [`${name}.${member}`, inner]);
  });
}

/** The names of the methods that a class itself has. */
export function staticMethodsOf(cls: object): string[] {
  return Object.getOwnPropertyNames(cls).filter((name) => {
    const method: unknown = Object.getOwnPropertyDescriptor(cls, name)?.value;
    return typeof method === 'function' && name !== 'prototype';
  });
}

/** Every function of every module, and calls that need more than their arguments. */
export const FUNCTIONS: Readonly<Record<string, Call>> = (() => {
  const found: Record<string, Call> = {};
  const seen = new Set<unknown>();
  for (const [path, module] of Object.entries(MODULES)) {
    for (const [name, value] of namesOf(module)) {
      if (typeof value !== 'function' || seen.has(value) || isException(value)) continue;
      seen.add(value);
      const title = `${path.replace('./', '')} ${name}`;
      if (isClass(value)) {
        for (const method of staticMethodsOf(value))
          found[`${title}.${method}`] = (args) => runtime.callMethod(value, method, args);
        const known = [Bytes, ByteArray, MemoryView, arrays.PyArray, io.BytesIO, struct.Struct] as unknown[];
        found[title] = known.includes(value)
          ? (args) => runtime.call(value, args)
          : (args) => Reflect.construct(value, args);
      } else if (!(name in OTHER_FUNCTIONS)) found[title] = (args) => (value as AnyFunction)(...args);
    }
  }
  return { ...found, ...SPECIAL };
})();

/** Methods of the types that a host's runtime gets: a name, and the call in a world. */
export const HOST_METHODS: Readonly<Record<string, (world: World) => Call>> = (() => {
  const found: Record<string, (world: World) => Call> = {};
  const { types } = bareRuntime;
  for (const [name, type] of Object.entries(types)) {
    found[`host ${name}()`] = () => (args) => type.construct(args, null);
    if (!(name in RECEIVERS)) continue;
    for (const { name: method, call } of type.methods.map((one) => ({ name: one.name, call: one }))) {
      if (Object.hasOwn(OTHER_METHODS, method)) continue;
      found[`host ${name}.${method}`] = (world) => {
        const self = RECEIVERS[name]!(world);
        return (args) => call.call(self, args, null);
      };
    }
  }
  return found;
})();

/** The names of all options of public functions, read from the sources. */
export const OPTIONS: readonly string[] = (() => {
  const root = join(__dirname, '../../src');
  const names = new Set<string>();
  for (const file of readdirSync(root, { recursive: true }) as string[]) {
    if (!file.endsWith('.ts')) continue;
    for (const [, body] of readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:export )?(?:interface|type) \w+Options\b[^{]*\{\n([\s\S]*?)^\}/gm,
    )) {
      for (const [, name] of body!.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)) if (name) names.add(name);
    }
  }
  return [...names].sort();
})();
