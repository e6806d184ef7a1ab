/**
 * Wrong calls of every name of `dir()` and every function of the entries, as scripts/record-wrong-calls.mjs
 * made them in CPython 3.15: too many, too few, unknown, misspelt and doubled arguments, and arguments of
 * other types. The error is CPython's, word for word; if a call turned out to be right, so is its value.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as base64 from '../../src/base64.js';
import * as binascii from '../../src/binascii.js';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import * as codecs from '../../src/codecs.js';
import { PyArray } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { compare_digest } from '../../src/companions/hmac/compare-digest.js';
import * as int from '../../src/companions/int/index.js';
import * as struct from '../../src/companions/struct/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { isTuple } from '../../src/python/index.js';
import { builtins, call, callMethod, callStruct, operator, typeName } from '../../src/runtime/index.js';
import { CLASSES, classTypeName } from '../../src/runtime/records.js';
import { GenericAlias } from '../../src/runtime/generic-alias.js';
import * as zlib from '../../src/zlib.js';

const { Struct, iter_unpack } = struct;

type Row = [unknown[], Record<string, unknown>, string];

const content = (text: string) => new Bytes(text, 'ascii');
const SELVES: Readonly<Record<string, () => unknown>> = {
  bytes: () => content('a,b'),
  bytearray: () => new ByteArray(content('a,b')),
  memoryview: () => new MemoryView(new ByteArray(content('a,b'))),
  Struct: () => new Struct('<I'),
  array: () => new PyArray('B', content('abc')),
  BytesIO: () => new BytesIO(content('abc')),
  bytes_iterator: () => content('abc')[Symbol.iterator](),
  bytearray_iterator: () => new ByteArray(content('abc'))[Symbol.iterator](),
  arrayiterator: () => new PyArray('B', content('abc'))[Symbol.iterator](),
  memory_iterator: () => new MemoryView(content('abc'))[Symbol.iterator](),
  unpack_iterator: () => iter_unpack('B', content('abc')),
  reversed: () => content('abc').reversed(),
  int: () => 1,
  str: () => 'a,b',
};

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Bytes.fromhex((value as { bytes: string }).bytes);
}

/** The entries whose functions take keywords in a trailing object, as in TypeScript. */
const ENTRIES: Readonly<Record<string, object>> = {
  base64,
  binascii,
  builtins,
  codecs,
  hmac: { compare_digest },
  int,
  operator,
  struct,
  zlib,
};

function run(type: string, name: string, args: unknown[], kwargs: Record<string, unknown>): unknown {
  if (type.startsWith('entry ')) {
    const entry = ENTRIES[type.slice('entry '.length)] as Record<string, (...args: unknown[]) => unknown>;
    return entry[name]!(...args, ...(Object.keys(kwargs).length > 0 ? [kwargs] : []));
  }
  if (type === 'struct') return callStruct(name, args, kwargs);
  if (name === '') return call(CLASSES[type], args, kwargs);
  return callMethod(SELVES[type]!(), name, args, kwargs);
}

/** Mirrors `show` in scripts/record-wrong-calls.py. */
function show(value: unknown): string {
  if (isTuple(value)) return `(${value.map((item) => `${show(item)},`).join(' ')})`;
  if (typeof value === 'function') {
    const known = Object.values(CLASSES).includes(value as never);
    return known ? classTypeName(value).replace(/^.*\./, '') : functionName(value);
  }
  if (value instanceof GenericAlias) return builtins.repr(value);
  if (value instanceof MemoryView) {
    try {
      const items = builtins.repr(value.tolist());
      return `memoryview ${value.format} ${value.readonly ? 'True' : 'False'} ${items}`;
    } catch {
      return 'released memoryview';
    }
  }
  if (value instanceof BytesIO) {
    return value.closed ? 'closed BytesIO' : `BytesIO ${builtins.repr(value.getvalue())} ${value.tell()}`;
  }
  if (value instanceof Struct) return `Struct ${value.format}`;
  if (typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function') {
    const name = typeName(value).replace(/^.*\./, '');
    return `${name} ${builtins.repr([...(value as Iterable<unknown>)])}`;
  }
  return builtins.repr(value).replace(/ at 0x[0-9a-f]+/, '');
}

/** Python's names of functions and classes with other names here. */
const NAMES: Readonly<Record<string, string>> = {
  reversed: 'reversed',
  UnpackIterator: 'unpack_iterator',
  Object: 'object',
};

function functionName(value: object): string {
  const { method, name } = value as { method?: string; name: string };
  return method === undefined ? (NAMES[name] ?? `function ${name}`) : `function ${method}`;
}

function answer(type: string, name: string, args: unknown[], kwargs: Record<string, unknown>): string {
  let value: unknown;
  try {
    value = run(type, name, args, kwargs);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
  const hashesIdentity = /iterator$|^(reversed|Struct|BytesIO)$/.test(type);
  if (name === '__hash__' && hashesIdentity && typeof value === 'bigint') return 'int';
  // The capacity of an array, and whether a stream shares its content, differ here from CPython.
  if (name === '__sizeof__' && (type === 'array' || type === 'BytesIO')) return 'int';
  if (name === 'buffer_info') return `(int, ${String((value as unknown[])[1])})`;
  if (name === '__dir__') return (value as string[]).slice().sort().join(' ');
  return show(value);
}

const rows = JSON.parse(readFileSync(join(__dirname, 'wrong-calls.generated.json'), 'utf8')) as [
  string,
  string,
  Row[],
][];

test.each([...new Set(rows.map(([type]) => type))])("%s answers wrong calls in CPython's words", (type) => {
  const different: unknown[] = [];
  let count = 0;
  for (const [kind, name, calls] of rows) {
    if (kind !== type) continue;
    for (const [args, kwargs, expected] of calls) {
      count++;
      const actual = answer(type, name, args.map(decode), kwargs);
      if (actual !== expected) {
        different.push({
          call: `${name}(${JSON.stringify(args)}, ${JSON.stringify(kwargs)})`,
          expected,
          actual,
        });
      }
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
  expect(count).toBeGreaterThan(type.startsWith('entry ') ? 3 : 20);
});
