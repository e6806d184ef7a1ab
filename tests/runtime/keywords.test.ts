/**
 * Every keyword of every recorded signature, by name and by position, with values that change the answer.
 * scripts/record-keywords.py recorded CPython 3.15's answers (and fails if no value changes one).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { Struct } from '../../src/companions/struct/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { isTuple } from '../../src/python/index.js';
import { builtins, call, callMethod, callStruct } from '../../src/runtime/index.js';
import { CLASSES } from '../../src/runtime/records.js';
import { pythonOf } from '../python-of.js';

const content = (text: string) => new Bytes(text, 'latin-1');
const SELVES: Readonly<Record<string, () => unknown>> = {
  bytes: () => content('a,b, ,c\n\td\xe9'),
  bytearray: () => new ByteArray('a,b, ,c\n\td\xe9', 'latin-1'),
  memoryview: () => new MemoryView(new ByteArray('abcdefgh', 'ascii')).cast('B', [2, 4]),
  Struct: () => new Struct('<H'),
  array: () => new PyArray('B', content('abc')),
  BytesIO: () => new BytesIO(content('abc')),
  int: () => 40000,
  str: () => 'a\xe9',
};

function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Bytes.fromhex((value as { bytes: string }).bytes);
}

/** Mirrors `show` in scripts/record-keywords.py. */
function show(value: unknown): string {
  if (value instanceof MemoryView) {
    return `memoryview ${value.format} ${value.readonly ? 'True' : 'False'} ${builtins.repr(value.tolist())}`;
  }
  if (value instanceof BytesIO) return `BytesIO ${builtins.repr(value.getvalue())} ${value.tell()}`;
  if (value instanceof Struct) return `Struct ${value.format}`;
  if (isTuple(value)) return `(${value.map((item) => `${show(item)},`).join(' ')})`;
  return builtins.repr(value);
}

type Row = [type: string, name: string, args: unknown[], kwargs: Record<string, unknown>, answer: string];
const rows = JSON.parse(readFileSync(join(__dirname, 'keywords.generated.json'), 'utf8')) as Row[];

test('every keyword does what it does in Python', () => {
  const different: unknown[] = [];
  for (const [type, name, args, kwargs, expected] of rows) {
    const positional = args.map(decode);
    const named = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, decode(value)]));
    const actual = pythonOf(() => {
      if (type === 'struct') return show(callStruct(name, positional, named));
      if (name === '') return show(call(CLASSES[type], positional, named));
      return show(callMethod(SELVES[type]!(), name, positional, named));
    });
    if (actual !== expected) different.push({ call: `${type}.${name}`, args, kwargs, expected, actual });
  }
  expect(different).toEqual([]);
  expect(rows.length).toBeGreaterThan(150);
});

test('methods of int can be called on the type too', () => {
  const options = { signed: true };
  expect(callMethod(builtins.int, 'from_bytes', [content('\xff'), 'big'], options)).toBe(-1);
  expect(show(callMethod(-2, 'to_bytes', [3, 'big'], options))).toBe("b'\\xff\\xff\\xfe'");
  expect(show(callMethod(builtins.int, 'to_bytes', [-2, 3, 'little'], options))).toBe("b'\\xfe\\xff\\xff'");
});
