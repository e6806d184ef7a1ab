/**
 * The special methods of each type, called by name on an object with operands of all kinds.
 * scripts/record-special-methods.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray as PyByteArray, Bytes as PyBytes, MemoryView, PyException } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { Struct, iter_unpack, pack } from 'pybuffer/struct';
import { builtins, callMethod, configure } from 'pybuffer/runtime';
import { read } from '../written.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'special-methods.generated.json'), 'utf8')) as {
  operands: unknown[];
  pairs: unknown[][];
  answers: string[];
  table: Record<string, Record<string, number[]>>;
};
const CALLS: readonly unknown[][] = [[], ...recorded.operands.map((each) => [each]), ...recorded.pairs];

class Bytes extends PyBytes {}
class ByteArray extends PyByteArray {}
class Numbers extends PyArray {}
class Stream extends BytesIO {}
class Layout extends Struct {}

const b = (text: string) => new PyBytes(text, 'latin-1');
const doubles = (...items: number[]) => new PyArray('d', items);
function after<T>(value: T, end: (value: T) => unknown): T {
  end(value);
  return value;
}
const RECEIVERS: Readonly<Record<string, () => object>> = {
  bytes: () => b('abc'),
  'no bytes': () => b(''),
  'derived bytes': () => new Bytes(b('abc')),
  bytearray: () => new PyByteArray(b('abc')),
  'derived bytearray': () => new ByteArray(b('abc')),
  memoryview: () => new MemoryView(b('abc')),
  'writable view': () => new MemoryView(new PyByteArray(b('abc'))),
  'view of doubles': () => new MemoryView(new PyByteArray(pack('3d', 1, 2, 2.5))).cast('d'),
  table: () => new MemoryView(b('abcd')).cast('B', [2, 2]),
  'released view': () => after(new MemoryView(b('abc')), (view) => view.release()),
  array: () => new PyArray('B', b('abc')),
  'array of doubles': () => doubles(1, 2, 2.5),
  'derived array': () => new Numbers('B', b('abc')),
  Struct: () => new Struct('<hd'),
  'derived Struct': () => new Layout('<hd'),
  BytesIO: () => new BytesIO(b('a\nb')),
  'derived BytesIO': () => new Stream(b('a\nb')),
  'closed BytesIO': () => after(new BytesIO(b('a')), (stream) => stream.close()),
  bytes_iterator: () => b('abc')[Symbol.iterator](),
  bytearray_iterator: () => new PyByteArray(b('abc'))[Symbol.iterator](),
  memory_iterator: () => new MemoryView(b('abc'))[Symbol.iterator](),
  arrayiterator: () => new PyArray('B', b('abc'))[Symbol.iterator](),
  doubles: () => builtins.iter(doubles(1, 2.5)),
  unpack_iterator: () => iter_unpack('B', b('abc')),
  reversed: () => b('abc').reversed(),
  'reversed doubles': () => builtins.reversed(doubles(1, 2.5)) as object,
};

const text = (value: unknown) => builtins.repr(value).replace(/<.*( object| at 0x[0-9a-f]+)>/g, '<object>');
const isIterator = (value: unknown) =>
  typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function';

/** What a receiver contains. */
function state(value: unknown): string {
  try {
    if (value instanceof BytesIO) return `${text(value.getvalue())} at ${value.tell()}`;
    if (value instanceof MemoryView) return `${value.format} ${text(callMethod(value, 'tolist'))}`;
    return isIterator(value) ? `left ${text(builtins.list(value))}` : text(value);
  } catch (error) {
    return (error as Error).message;
  }
}

function shown(run: () => unknown): string {
  try {
    const value = run();
    if (value instanceof MemoryView) return `memoryview ${state(value)}`;
    return isIterator(value) && !(value instanceof BytesIO) ? `iterator ${state(value)}` : text(value);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`.replace(/ at 0x[0-9a-f]+/, '');
  }
}

function answer(make: () => object, name: string, args: unknown[]): string {
  const receiver = make();
  const before = state(make());
  const said = shown(() => {
    const value = callMethod(receiver, name, args);
    return value === receiver ? 'self' : value;
  });
  const now = state(receiver);
  return now === before ? said : `${said} -> ${now}`;
}

describe.each(Object.entries(recorded.table))('%s', (receiver, methods) => {
  test.each(Object.entries(methods))('%s', (name, places) => {
    const before = configure({ floats: 'box' });
    const different: string[] = [];
    places.forEach((place, i) => {
      const met = answer(RECEIVERS[receiver]!, name, CALLS[i]!.map(read));
      const expected = recorded.answers[place];
      if (met !== expected) different.push(`${JSON.stringify(CALLS[i])} -> ${met}, not ${expected}`);
    });
    configure(before);
    expect(different.slice(0, 20)).toEqual([]);
  });
});
