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

/** Calls of built-in functions with keywords, and CPython 3.15's answers. */
test.each<[name: keyof typeof builtins, args: unknown[], kwargs: Record<string, unknown>, answer: string]>([
  ['pow', [2], { exp: 3 }, '8'],
  ['pow', [], { base: 2, exp: 3 }, '8'],
  ['pow', [], { exp: 3, base: 2, mod: 5 }, '3'],
  ['pow', [2, 3], { mod: 5 }, '3'],
  ['pow', [2, 3], { mod: null }, '8'],
  [
    'pow',
    [content('a')],
    { exp: 2 },
    "TypeError: unsupported operand type(s) for ** or pow(): 'bytes' and 'int'",
  ],
  [
    'pow',
    [2, content('a')],
    { mod: 5 },
    "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'bytes', 'int'",
  ],
  ['pow', [], { b: 1 }, "TypeError: pow() missing required argument 'base' (pos 1)"],
  ['pow', [2], { mod: 5 }, "TypeError: pow() missing required argument 'exp' (pos 2)"],
  ['pow', [2, 3, 5], { mod: 1 }, 'TypeError: pow() takes at most 3 arguments (4 given)'],
  ['pow', [2, 3], { nope: 1 }, "TypeError: pow() got an unexpected keyword argument 'nope'"],
  ['pow', [2, 3], { exp: 1 }, "TypeError: argument for pow() given by name ('exp') and position (2)"],
  ['round', [1.25], { ndigits: 1 }, '1.2'],
  ['round', [], { number: 1.25 }, '1'],
  ['round', [], { number: 2.5, ndigits: null }, '2'],
  ['round', [], { ndigits: 1 }, "TypeError: round() missing required argument 'number' (pos 1)"],
  ['round', [1.5], { nope: 1 }, "TypeError: round() got an unexpected keyword argument 'nope'"],
  [
    'round',
    [1.5],
    { number: 2 },
    "TypeError: argument for round() given by name ('number') and position (1)",
  ],
  ['round', [1.5, 1], { ndigits: 2 }, 'TypeError: round() takes at most 2 arguments (3 given)'],
  [
    'round',
    [1.25],
    { ndigits: content('a') },
    "TypeError: 'bytes' object cannot be interpreted as an integer",
  ],
  ['enumerate', [content('a')], { start: 2n ** 70n }, '[(1180591620717411303424, 97)]'],
  ['enumerate', [content('ab'), 2 ** 53 - 1], {}, '[(9007199254740991, 97), (9007199254740992, 98)]'],
  ['enumerate', [content('ab'), -1], {}, '[(-1, 97), (0, 98)]'],
  ['enumerate', [content('ab'), true], {}, '[(1, 97), (2, 98)]'],
  ['enumerate', [], { iterable: content('a') }, '[(0, 97)]'],
  ['enumerate', [], { start: 5, iterable: content('a') }, '[(5, 97)]'],
  ['enumerate', [], { start: 5 }, "TypeError: 'start' is an invalid keyword argument for enumerate()"],
  ['enumerate', [content('a')], { x: 5 }, "TypeError: 'x' is an invalid keyword argument for enumerate()"],
  [
    'enumerate',
    [content('a')],
    { iterable: 5 },
    "TypeError: 'iterable' is an invalid keyword argument for enumerate()",
  ],
  [
    'enumerate',
    [],
    { iterable: content('a'), x: 5 },
    "TypeError: 'x' is an invalid keyword argument for enumerate()",
  ],
  [
    'enumerate',
    [content('a'), 1],
    { start: 2 },
    'TypeError: enumerate() takes at most 2 arguments (3 given)',
  ],
  [
    'enumerate',
    [content('a')],
    { start: 'x' },
    "TypeError: 'str' object cannot be interpreted as an integer",
  ],
  [
    'enumerate',
    [content('a')],
    { start: null },
    "TypeError: 'NoneType' object cannot be interpreted as an integer",
  ],
  ['enumerate', [5, 'x'], {}, "TypeError: 'str' object cannot be interpreted as an integer"],
  ['map', [builtins.max, [1], [2, 3]], { strict: false }, '[2]'],
  [
    'map',
    [builtins.max, [1], [2, 3]],
    { strict: true },
    'ValueError: map() argument 2 is longer than argument 1',
  ],
  [
    'map',
    [builtins.max, [1, 2], [3]],
    { strict: true },
    'ValueError: map() argument 2 is shorter than argument 1',
  ],
  ['map', [builtins.abs, []], { x: 1 }, "TypeError: map() got an unexpected keyword argument 'x'"],
  ['map', [], { x: 1 }, "TypeError: map() got an unexpected keyword argument 'x'"],
])('%# %s with keywords', (name, args, kwargs, answer) => {
  const value = pythonOf(() => {
    const result = call(builtins[name], args, kwargs);
    return typeof result === 'object' ? builtins.list(result) : result;
  });
  expect(value).toBe(answer);
});

test.each([
  ...[
    'len',
    'hash',
    'iter',
    'next',
    'any',
    'all',
    'isinstance',
    'abs',
    'divmod',
    'repr',
    'ascii',
    'format',
    'ord',
  ],
  ...['chr', 'hex', 'oct', 'bin', 'reversed', 'range', 'filter', 'float', 'bool', 'list', 'tuple'],
] as const)('%s takes no keywords', (name) => {
  for (const args of [[], [1], [1, 2]])
    expect(pythonOf(() => call(builtins[name], args, { x: 1 }))).toBe(
      `TypeError: ${name}() takes no keyword arguments`,
    );
  expect(pythonOf(() => call(builtins.len, [content('a')], {}))).toBe('1');
});
