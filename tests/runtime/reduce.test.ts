/**
 * `__reduce_ex__` with every protocol, `__reduce__` and `__getstate__` of objects of all types.
 * scripts/record-pickling.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView, PyException } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct } from 'pybuffer/struct';
import { PyFloat, builtins, callMethod, configure, setAttribute, tuple } from 'pybuffer/runtime';
import { isTuple } from '../../src/python/index.js';
import { classTypeName } from '../../src/runtime/records.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'pickling.generated.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

class D extends Bytes {}
class DA extends ByteArray {}
class Arr extends PyArray {}
class DS extends Struct {}
class DIO extends BytesIO {}

const b = (text: string) => new Bytes(text, 'latin-1');
function but<T>(value: T, change: (value: T) => unknown): T {
  change(value);
  return value;
}
const withX = <T>(value: T) => but(value, () => setAttribute(value, 'x', 1));
const after = (count: number, value: unknown) =>
  but(builtins.iter(value), (iterator) => {
    for (let i = 0; i < count; i++) builtins.next(iterator, null);
  });
const RECEIVERS: Readonly<Record<string, () => unknown>> = {
  "b'ab'": () => b('ab'),
  "b''": () => b(''),
  "D(b'q')": () => new D(b('q')),
  "D(b'q'), x = 1": () => withX(new D(b('q'))),
  "bytearray(b'a\\xff')": () => new ByteArray(b('a\xff')),
  'bytearray()': () => new ByteArray(),
  "DA(b'q')": () => new DA(b('q')),
  "DA(b'q'), x = 1": () => withX(new DA(b('q'))),
  'DA(), x = 1': () => withX(new DA()),
  "memoryview(b'a')": () => new MemoryView(b('a')),
  "array('d', [1.5])": () => new PyArray('d', [1.5]),
  "array('b')": () => new PyArray('b'),
  "Arr('b', [1])": () => new Arr('b', [1]),
  "Arr('b', [1]), x = 1": () => withX(new Arr('b', [1])),
  "Struct('<h')": () => new Struct('<h'),
  "DS('<h'), x = 1": () => withX(new DS('<h')),
  "BytesIO(b'abc'), read(1)": () => but(new BytesIO(b('abc')), (stream) => stream.read(1)),
  'BytesIO(), x = 1': () => withX(new BytesIO()),
  "DIO(b'abc')": () => new DIO(b('abc')),
  "DIO(b'abc'), x = 1": () => withX(new DIO(b('abc'))),
  "BytesIO(b'a'), close()": () => but(new BytesIO(b('a')), (stream) => stream.close()),
  "iter(b'ab')": () => after(0, b('ab')),
  "iter(b'ab') after 1": () => after(1, b('ab')),
  "iter(b'ab') at its end": () => after(3, b('ab')),
  "reversed(b'ab')": () => builtins.reversed(b('ab')),
  "reversed(b'ab') at its end": () => after(3, builtins.reversed(b('ab'))),
  "iter(bytearray(b'ab')) after 1": () => after(1, new ByteArray(b('ab'))),
  "iter(array('b', [1]))": () => after(0, new PyArray('b', [1])),
  "iter(array('b', [1])) at its end": () => after(2, new PyArray('b', [1])),
  "iter(memoryview(b'a'))": () => after(0, new MemoryView(b('a'))),
};
type Base = new (...args: never[]) => object;
const BASES: Readonly<Record<string, readonly [Base, ...unknown[]]>> = {
  bytes: [Bytes, b('ab')],
  bytearray: [ByteArray, b('ab')],
  array: [PyArray, 'b', [1]],
  Struct: [Struct, '<h'],
  BytesIO: [BytesIO, b('ab')],
};
/** What methods of derived classes return; `blocked` stands for a method that is None. */
const RETURNED: Readonly<Record<string, unknown>> = {
  "(b'x', 3)": tuple(b('x'), 3),
  '[1]': [1],
  "((b'q',), {'e': 1})": tuple(tuple(b('q')), { e: 1 }),
  "((b'q',), {})": tuple(tuple(b('q')), new Map()),
  '(1,)': tuple(1),
  '(1, {})': tuple(1, {}),
  '((), 1)': tuple(tuple(), 1),
  "{'s': 1}": new Map([['s', 1]]),
  "('s',)": tuple('s'),
  '0': 0,
  "'r'": 'r',
};

/** An object of a class derived from `base`, of which a method returns something. */
function derived(base: string, name: string, returned: string): unknown {
  const [cls, ...args] = BASES[base]!;
  class C extends (cls as new (...args: unknown[]) => object) {}
  const method = returned === 'blocked' ? null : () => RETURNED[returned];
  Object.defineProperty(C.prototype, name, { value: method });
  return new C(...args);
}

const receiverOf = (title: string): unknown => {
  const [, base, name, returned] = /^(\w+), (__\w+__): (.*)$/.exec(title) ?? [];
  return base === undefined ? RECEIVERS[title]!() : derived(base, name!, returned!);
};

const PROTOCOLS: Readonly<Record<string, unknown>> = {
  True: true,
  "'a'": 'a',
  None: null,
  '2.5': new PyFloat(2.5),
  '2**70': 2n ** 70n,
};

function text(value: unknown): string {
  if (isTuple(value)) return `(${value.map(text).join(', ')})`;
  if (typeof value !== 'function') return builtins.repr(value);
  const isType = builtins.repr(value).startsWith('<class');
  return isType ? classTypeName(value).replace(/.*\./, '') : value.name;
}

function answer(receiver: unknown, call: string): string {
  try {
    if (call.startsWith('__')) return text(callMethod(receiver, call));
    const protocol = call in PROTOCOLS ? PROTOCOLS[call] : Number(call);
    return text(callMethod(receiver, '__reduce_ex__', [protocol]));
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

test.each(Object.entries(recorded))('%s', (receiver, answers) => {
  const before = configure({ floats: 'box' });
  const met = Object.fromEntries(
    Object.keys(answers).map((call) => [call, answer(receiverOf(receiver), call)]),
  );
  configure(before);
  expect(met).toEqual(answers);
});
