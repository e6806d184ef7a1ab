/**
 * Bad input changes nothing in objects without recorded answers of CPython: maps and sets of bytes, records,
 * codecs with a state, streams over a `BytesIO`, and functions that write into a buffer. A call that raises
 * leaves contents, positions, states and exports unchanged; later calls answer as if it had not happened.
 */
import 'pybuffer/codecs-binary';
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, PyException, PyValueError, Slice } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as codecs from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import * as records from 'pybuffer/record';
import { builtins } from 'pybuffer/runtime';
import { Struct, iter_unpack, pack_into } from 'pybuffer/struct';
import { CLASSES, FUNCTIONS, RECEIVERS, methodsOf } from './callables.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

const mine = () => new PyValueError('mine');
const text = (value: string) => new Bytes(value, 'ascii');

/** Values that most methods refuse, and lists whose last item is wrong. */
const BAD: Readonly<Record<string, () => unknown>> = {
  None: () => null,
  'negative int': () => -1,
  'large int': () => 2n ** 70n,
  float: () => 1.5,
  text: () => 'no\ud800',
  bytes: () => text('\xff'.slice(1)),
  object: () => ({}),
  'int that raises': () => ({
    __index__() {
      throw mine();
    },
  }),
  'buffer that raises': () => ({
    __buffer__() {
      throw mine();
    },
  }),
  *'items that raise'() {
    yield 1;
    throw mine();
  },
  *'pairs that raise'() {
    yield [text('new'), 1];
    throw mine();
  },
  'pairs that end badly': () => [[text('new'), 1], 'x', 2],
  'keys that end badly': () => [text('new'), 1.5],
  slice: () => new Slice(null, null, 0),
  'a field that does not exist': () => ({ a: 1, zz: 2 }),
  'a field out of range': () => ({ a: 1, b: [1, 2, 3, 300] }),
  'a hash that raises': () => ({
    __hash__() {
      throw mine();
    },
  }),
};

interface Thing {
  /** The object whose methods are called. */
  readonly self: object;
  /** Its whole observable state. */
  readonly state: () => string;
}

/** Calls that change something although they raise, as in CPython 3.15, and what they change. */
const AS_PYTHON: readonly [kind: string, call: RegExp, what: string][] = [
  ['BytesMap', /^update\(pairs/, 'dict.update: the pairs before the bad one'],
  ['BytesSet', /^update\(keys/, 'set.update: the keys before the bad one'],
  ['decoder of East Asia with half a character', /^decode\(buffer/, 'nothing is pending after illegal bytes'],
  ['BytesIO', /^__init__/, 'it is emptied before the argument is looked at'],
  ['BytesIO', /^writelines\(keys/, 'the lines before the bad one'],
  ['array', /^extend\(items that raise/, 'the items before the bad one'],
];

const record = () => records.record({ a: 'H', b: records.array('B', 4) });
const shownStream = (stream: BytesIO) =>
  stream.closed ? 'closed' : `${builtins.repr(stream.getvalue())} ${stream.tell()}`;

/** A stream's state, and whether it can be resized, which shows that no export is left. */
function streamState(stream: BytesIO): string {
  if (!stream.closed) stream.truncate(stream.getvalue().length);
  return shownStream(stream);
}

function onStream(make: (stream: BytesIO) => object): () => Thing {
  return () => {
    const stream = new BytesIO(text('abc\ndef'));
    stream.seek(2);
    return { self: make(stream), state: () => streamState(stream) };
  };
}

const THINGS: Readonly<Record<string, () => Thing>> = {
  BytesMap: () => {
    const self = new BytesMap<unknown>([
      [text('a'), 1],
      [text('b'), 2],
    ]);
    return {
      self,
      state: () => [...self].map(([key, value]) => `${String(key)}${String(value)}`).join() + self.size,
    };
  },
  BytesSet: () => {
    const self = new BytesSet([text('a'), text('b')]);
    return { self, state: () => [...self].map(String).join() + self.size };
  },
  'a type of records': () => {
    const type = record();
    return { self: type, state: () => `${type.size} ${String(type.pack({ a: 1, b: [1, 2, 3, 4] }))}` };
  },
  'decoder with half a character': () => {
    const self = new (codecs.getincrementaldecoder('utf-8'))();
    self.decode(Uint8Array.of(0xe2, 0x82));
    return { self, state: () => builtins.repr(self.getstate()) };
  },
  'decoder of East Asia with half a character': () => {
    const self = new (codecs.getincrementaldecoder('shift_jis'))();
    self.decode(Uint8Array.of(0x82));
    return { self, state: () => builtins.repr(self.getstate()) };
  },
  'encoder with a mark': () => {
    const self = new (codecs.getincrementalencoder('utf-16'))();
    self.encode('a');
    return { self, state: () => builtins.repr(self.getstate()) };
  },
  BytesIO: onStream((stream) => stream),
  StreamReader: onStream((stream) => new (codecs.getreader('utf-8'))(stream as never)),
  StreamReaderWriter: onStream(
    (stream) =>
      new codecs.StreamReaderWriter(stream as never, codecs.getreader('utf-8'), codecs.getwriter('utf-8')),
  ),
  StreamRecoder: onStream((stream) => codecs.EncodedFile(stream as never, 'utf-8', 'latin-1')),
  StreamWriter: onStream((stream) => new (codecs.getwriter('utf-8'))(stream as never)),
  Struct: () => {
    const self = new Struct('<HB');
    return { self, state: () => `${self.format} ${self.size} ${String(self.pack(1, 2))}` };
  },
  array: () => {
    const self = new PyArray('H', [1, 2, 3]);
    return {
      self,
      state: () => {
        self.append(9);
        self.pop();
        return self.toString();
      },
    };
  },
  'a view of items': () => {
    const memory = new PyArray('H', [1, 2, 3]);
    return { self: new MemoryView(memory), state: () => memory.toString() };
  },
};

/** The name of a receiver here. */
const UNDER: Readonly<Record<string, string>> = {
  IncrementalDecoder: 'decoder with half a character',
  IncrementalEncoder: 'encoder with a mark',
};

/** Public classes whose state is checked elsewhere, or which have none, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['bytes', 'bytearray', 'memoryview'].map((type) => [type, 'compared with CPython in bad-input.test.ts']),
  ),
  ...Object.fromEntries(
    ['range', 'CodecInfo', 'NDExporter'].map((type) => [type, 'has nothing that a method changes']),
  ),
  ...Object.fromEntries(
    ['arrayiterator', 'unpack_iterator'].map((type) => [type, 'goes on, and no method takes a value']),
  ),
};

test('every public class with a state is here, or is left out for a reason', () => {
  const receivers = [...new Set(Object.values(CLASSES))].filter((receiver) => receiver !== null);
  const here = (receiver: string) => (UNDER[receiver] ?? receiver) in THINGS;
  expect(receivers.filter((receiver) => !here(receiver) && !(receiver in ELSEWHERE))).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((receiver) => !(receiver in RECEIVERS))).toEqual([]);
});

/** Methods that end an object on purpose, or return an export that the caller must release. */
const ENDS =
  /^(close|release|detach|__exit__|__del__|reset|clear|getBuffer|releaseBuffer|getbuffer|__release_buffer__|open|constructor|setstate|__setstate__|print)$/;

type AnyFunction = (...args: unknown[]) => unknown;

test.each(Object.keys(THINGS))('%s', (kind) => {
  const make = THINGS[kind]!;
  const before = make().state();
  const changed: string[] = [];
  const found = new Set<number>();
  let failed = 0;
  const names = methodsOf(make().self).filter(
    (name) => typeof name === 'string' && !ENDS.test(name),
  ) as string[];
  const lists = [
    ...Object.entries(BAD).map(([name, bad]): [string, () => unknown[]] => [name, () => [bad()]]),
    ...Object.entries(BAD).map(([name, bad]): [string, () => unknown[]] => [`0, ${name}`, () => [0, bad()]]),
    ...Object.entries(BAD).map(([name, bad]): [string, () => unknown[]] => [
      `bytes, ${name}`,
      () => [text('q'), bad()],
    ]),
    ...Object.entries(BAD).map(([name, bad]): [string, () => unknown[]] => [
      `buffer, ${name}`,
      () => [new ByteArray(8), bad()],
    ]),
  ];
  for (const name of names) {
    for (const [title, list] of lists) {
      const { self, state } = make();
      try {
        (self as Record<string, AnyFunction>)[name]!(...list());
        continue;
      } catch (error) {
        if (!(error instanceof PyException)) continue;
      }
      failed++;
      const after = state();
      if (after === before) continue;
      const call = `${name}(${title})`;
      const known = AS_PYTHON.findIndex(([of, pattern]) => of === kind && pattern.test(call));
      if (known < 0) changed.push(`${call}: ${after}`);
      else found.add(known);
    }
  }
  expect(changed).toEqual([]);
  expect(failed).toBeGreaterThan(5);
  const expected = [...AS_PYTHON.keys()].filter((i) => AS_PYTHON[i]![0] === kind);
  expect([...found].sort()).toEqual(expected);
});

test('a buffer that is written into: its content and its exports', () => {
  const changed: string[] = [];
  let failed = 0;
  const calls: Readonly<Record<string, (buffer: ByteArray, bad: unknown) => unknown>> = {
    'pack_into, the first value': (buffer, bad) => pack_into('<HB', buffer, 0, bad as never, 1),
    'pack_into, the last value': (buffer, bad) => pack_into('<HB', buffer, 0, 1, bad as never),
    'pack_into, the offset': (buffer, bad) => pack_into('<HB', buffer, bad as never, 1, 2),
    'Struct.pack_into': (buffer, bad) => new Struct('<HB').pack_into(buffer, 0, bad as never, 2),
    'a view': (buffer, bad) => {
      using view = new MemoryView(buffer);
      view.set(new Slice(0, 2), bad as never);
    },
    'a record': (buffer, bad) => {
      using live = record().at(buffer);
      records.assign(live, bad as never);
    },
    'a field': (buffer, bad) => {
      using live = record().at(buffer);
      live.b = bad as never;
    },
    iter_unpack: (buffer, bad) => [...iter_unpack(bad as never, buffer)],
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const [title, bad] of Object.entries(BAD)) {
      const buffer = new ByteArray([1, 2, 3, 4, 5, 6]);
      try {
        call(buffer, bad());
        continue;
      } catch (error) {
        if (!(error instanceof PyException)) changed.push(`${name}(${title}): ${String(error)}`);
      }
      failed++;
      // `pack_into` zeros its place before it looks at the values, as Python's does.
      const kept = name.includes('pack_into') ? 6 : 0;
      if (buffer.hex().slice(kept) !== '010203040506'.slice(kept))
        changed.push(`${name}(${title}): ${buffer.hex()}`);
      try {
        buffer.append(1);
      } catch (error) {
        changed.push(`${name}(${title}): ${String(error)}`);
      }
    }
  }
  expect(changed).toEqual([]);
  expect(failed).toBeGreaterThan(60);
});

test('a hash that was computed stays what it is, and so does what a set finds', () => {
  const key = text('abc');
  const hash = key.hash();
  const set = new BytesSet([key]);
  for (const bad of Object.values(BAD)) {
    for (const use of [
      () => set.add(bad() as never),
      () => set.has(bad() as never),
      () => set.delete(bad() as never),
      () => key.find(bad() as never),
    ]) {
      try {
        use();
      } catch (error) {
        expect(error).toBeInstanceOf(PyException);
      }
    }
  }
  expect([key.hash(), set.has(text('abc')), new Bytes([97, 98, 99]).hash()]).toEqual([hash, true, hash]);
});

test.each(Object.keys(FUNCTIONS))('%s leaves a buffer among bad arguments as it was', (name) => {
  // `pack_into` zeros its place before it looks at the values, as Python's does.
  const kept = name.endsWith('pack_into') ? 6 : 0;
  const changed: string[] = [];
  const places: readonly ((buffer: ByteArray, bad: unknown) => unknown[])[] = [
    (buffer, bad) => [buffer, bad],
    (buffer, bad) => [bad, buffer],
    (buffer, bad) => [buffer, 0, bad],
    (buffer, bad) => [buffer, 0, text('zz'), bad],
    (buffer, bad) => ['<HB', buffer, 0, 1, bad],
    (buffer, bad) => [buffer, buffer, bad],
    (buffer, bad) => [[buffer, bad]],
  ];
  for (const [place, make] of places.entries()) {
    for (const [title, bad] of Object.entries(BAD)) {
      const buffer = new ByteArray([1, 2, 3, 4, 5, 6]);
      try {
        FUNCTIONS[name]!(make(buffer, bad()));
        continue;
      } catch {
        // Other tests check which error it is.
      }
      let after = buffer.hex();
      try {
        buffer.append(1);
      } catch (error) {
        after = String(error);
      }
      if (after.slice(kept) !== '010203040506'.slice(kept)) changed.push(`${place}, ${title}: ${after}`);
    }
  }
  expect(changed.slice(0, 3)).toEqual([]);
});
