/**
 * Every method called wrongly, as CPython 3.15 was by scripts/record-wrong-calls.mjs: too many, too few, unknown,
 * misspelt and doubled arguments, and arguments of other types. The answer is CPython's, word for word.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { Struct } from '../../src/companions/struct/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { builtins, call, callMethod, callStruct } from '../../src/runtime/index.js';
import { CLASSES } from '../../src/runtime/records.js';

type Row = [unknown[], Record<string, unknown>, string | null];

const content = (text: string) => new Bytes(text, 'ascii');
const SELVES: Readonly<Record<string, () => unknown>> = {
  bytes: () => content('a,b'),
  bytearray: () => new ByteArray(content('a,b')),
  memoryview: () => new MemoryView(new ByteArray(content('a,b'))),
  Struct: () => new Struct('<I'),
  array: () => new PyArray('B', content('abc')),
  BytesIO: () => new BytesIO(content('abc')),
  int: () => 1,
  str: () => 'a,b',
};

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Bytes.fromhex((value as { bytes: string }).bytes);
}

function run(type: string, name: string, args: unknown[], kwargs: Record<string, unknown>): unknown {
  if (type === 'struct') return callStruct(name, args, kwargs);
  if (name === '') return call(CLASSES[type], args, kwargs);
  return callMethod(SELVES[type]!(), name, args, kwargs);
}

function answer(type: string, name: string, args: unknown[], kwargs: Record<string, unknown>): string {
  try {
    return builtins.repr(run(type, name, args, kwargs));
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

// The record was made on 32-bit CPython.
const before = useABI(ILP32);
afterAll(() => useABI(before));

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
      if (actual !== expected && !(expected === null && !/^\w+Error: /.test(actual))) {
        different.push({
          call: `${name}(${JSON.stringify(args)}, ${JSON.stringify(kwargs)})`,
          expected,
          actual,
        });
      }
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
  expect(count).toBeGreaterThan(20);
});
