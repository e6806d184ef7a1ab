// Reads the values that record.py writes, and writes outcomes in the same form. Callers: the tests that
// replay recorded calls.
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Slice, TYPE_NAME, tuple } from '../../src/python/index.js';
import type { SlicePart } from '../../src/python/index.js';

/** A value as record.py writes it: plain JSON, or `{ kind: content }`. */
export type Written = null | boolean | string | { readonly [kind: string]: unknown };

class Plain {}
class Index {
  constructor(readonly value: bigint) {}
  __index__(): bigint {
    return this.value;
  }
}
class HasBytes {
  __bytes__(): Bytes {
    return latin1('zz');
  }
}
class BadBytes {
  __bytes__(): number {
    return 5;
  }
}
class Iterator {
  constructor(readonly items: unknown[]) {}
  get [TYPE_NAME](): string {
    return 'list_iterator';
  }
  [Symbol.iterator](): ArrayIterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}

export const latin1 = (text: string) => new Bytes(text, 'latin-1');

const MAKE: Readonly<Record<string, (content: never) => unknown>> = {
  bytes: latin1,
  bytearray: (text: string) => new ByteArray(text, 'latin-1'),
  view: (text: string) => new MemoryView(latin1(text)),
  strided: (text: string) =>
    new MemoryView(latin1([...text].map((byte) => `${byte}\0`).join(''))).slice(null, null, 2),
  int: (text: string) => (Math.abs(Number(text)) < 2 ** 53 ? Number(text) : BigInt(text)),
  float: (value: number) => value,
  str: (text: string) => text,
  index: (value: number) => new Index(BigInt(value)),
  plain: () => new Plain(),
  hasBytes: () => new HasBytes(),
  badBytes: () => new BadBytes(),
  slice: (parts: Written[]) => new Slice(...(parts.map(read) as [SlicePart, SlicePart, SlicePart])),
  list: (items: Written[]) => items.map(read),
  tuple: (items: Written[]) => tuple(...items.map(read)),
  iter: (items: Written[]) => new Iterator(items.map(read)),
};

/** The value that record.py wrote. */
export function read(value: Written): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, content]] = Object.entries(value) as [[string, unknown]];
  return MAKE[kind]!(content as never);
}

/** A value as record.py would write it. */
export function show(value: unknown): unknown {
  if (value instanceof Bytes) return { bytes: value.decode('latin-1') };
  if (value instanceof ByteArray) return { bytearray: value.decode('latin-1') };
  if (value instanceof MemoryView) return { view: value.tobytes().decode('latin-1') };
  if (value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return { int: String(value) };
  if (Array.isArray(value)) return { [Object.isFrozen(value) ? 'tuple' : 'list']: value.map(show) };
  return value;
}

/** The outcome of a call as record.py would write it. An error that is not Python's is a bug, and is rethrown. */
export function outcomeOf(run: () => unknown): unknown {
  try {
    return show(run());
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return { error: `${error.name}: ${error.message}` };
  }
}
