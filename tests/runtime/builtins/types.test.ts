// str() of bytes, and its errors, as in CPython 3.15.
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyFloat, builtins, tuple } from 'pybuffer/runtime';
import { pythonOf } from '../../python-of.js';

const a = new Bytes('a', 'ascii');
const wrong = new Bytes([0xff]);

test.each([
  [[a, null], "str() argument 'encoding' must be str, not NoneType"],
  [[a, { encoding: null }], "str() argument 'encoding' must be str, not None"],
  [[a, { errors: null }], "str() argument 'errors' must be str, not None"],
  [[a, 'ascii', null], "str() argument 'errors' must be str, not NoneType"],
  [[a, { encoding: 5 }], "str() argument 'encoding' must be str, not int"],
  [[wrong, 'utf-8'], "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  [[wrong, { errors: 'strict' }], "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  [
    [wrong, { encoding: 'ascii' }],
    "'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)",
  ],
] as const)('%#: %s', (args, message) => {
  expect(() => builtins.str(...args)).toThrow(message);
});

test('str decodes by position and by name', () => {
  expect(builtins.str(a, 'ascii')).toBe('a');
  expect(builtins.str({ object: a, encoding: 'ascii' })).toBe('a');
  expect(builtins.str(wrong, { errors: 'replace' })).toBe('\ufffd');
});

test('int reads a text in a base', () => {
  expect(builtins.int('12', { base: 8 })).toBe(10);
  expect(builtins.int(new Bytes('12', 'ascii'), 36)).toBe(38);
  expect(builtins.int()).toBe(0);
  expect(() => builtins.int('z', 37)).toThrow('int() base must be >= 2 and <= 36, or 0');
  expect(() => builtins.int(5, 10)).toThrow("int() can't convert non-string with explicit base");
});

test.each([
  ['1_0', 10],
  ['1e1_0', 1e10],
  ['inf', Infinity],
  ['-Infinity', -Infinity],
  ['+nan', NaN],
  ['1.', 1],
  ['.5', 0.5],
  ['+.5e-3', 0.0005],
  [' 1 ', 1],
  ['1_0.5_0', 10.5],
])('float(%p)', (text, value) => {
  expect(builtins.float(text)).toBe(value);
  expect(builtins.float(new Bytes(text, 'ascii'))).toBe(value);
});

test.each([
  'e5',
  '.e5',
  '+e5',
  '+.e5',
  '1__0',
  '_1',
  '1_',
  'a',
  '.',
  '+.',
  '',
  '1e',
  'e',
  'abc.5',
  'x1',
  '1x',
  '1.5.2',
  '1e5.',
  'infin',
  'in',
  '--1',
  '+ 1',
  '- 1',
  '1_.5',
  '1._5',
  '1e_5',
  '0x1',
  'nan1',
])('float refuses %p', (text) => {
  expect(() => builtins.float(text)).toThrow(`could not convert string to float: ${builtins.repr(text)}`);
});

class X {}
class D extends Bytes {}

test.each<[string, unknown, unknown]>([
  ['an int', 1, builtins.int],
  ['a large int', 2n ** 70n, builtins.int],
  ['a bool', true, builtins.bool],
  ['a float', 1.5, builtins.float],
  ['a boxed float', new PyFloat(1), builtins.float],
  ['a str', 'a', builtins.str],
  ['a list', [1], builtins.list],
  ['a tuple', tuple(1), builtins.tuple],
  ['None', null, null],
  ['nothing', undefined, null],
  ['a function', () => 1, null],
  ['bytes', a, Bytes],
  ['a bytearray', new ByteArray(1), ByteArray],
  ['a view', new MemoryView(a), MemoryView],
  ['an object of a derived class', new D(1), D],
  ['an object of a class', new X(), X],
  ['a dict', new Map(), Map],
])('type of %s', (_, value, type) => {
  expect(builtins.type(value)).toBe(type);
});

test('type takes 1 or 3 arguments', () => {
  const type = builtins.type as (...args: unknown[]) => unknown;
  for (const args of [[], [1, 2], [1, 2, 3, 4]]) {
    expect(() => type(...args)).toThrow('type() takes 1 or 3 arguments');
  }
  expect(type(1, 2, 3)).toBe(builtins.int);
});

test('the constructor of an object may be any function', () => {
  const arrow = () => 1;
  const value = Object.assign(new X(), { constructor: arrow });
  expect(builtins.type(value)).toBe(arrow);
});

test('isinstance asks a class once', () => {
  let asked = 0;
  class Asking {
    static [Symbol.hasInstance](value: unknown): boolean {
      asked++;
      return value === 5;
    }
  }
  expect([builtins.isinstance(5, Asking), builtins.isinstance(6, Asking), asked]).toEqual([true, false, 2]);
  expect(builtins.isinstance(new X(), X.bind(null))).toBe(true);
  expect(builtins.isinstance(a, X.bind(null))).toBe(false);
});

// In CPython: `int(x)` where `x.__int__` returns this.
test.each<[unknown, string]>([
  [7, '7'],
  [true, '1'],
  ['a', 'TypeError: I.__int__() must return an int, not str'],
  [null, 'TypeError: I.__int__() must return an int, not NoneType'],
  [new PyFloat(1), 'TypeError: I.__int__() must return an int, not float'],
])('__int__ that returns %p', (result, expected) => {
  class I {
    __int__(): unknown {
      return result;
    }
  }
  expect(pythonOf(() => builtins.int(new I()))).toBe(expected);
});

test.each([
  ...['int', 'str', 'float', 'bool', 'list', 'tuple', 'bytes', 'bytearray', 'memoryview', 'type'],
  ...['range', 'reversed', 'enumerate', 'zip', 'map', 'filter'],
] as const)('%s is a type', (name) => {
  const type: unknown = builtins[name];
  expect(builtins.repr(type)).toBe(`<class '${name}'>`);
  expect(pythonOf(() => builtins.len(type))).toBe("TypeError: object of type 'type' has no len()");
});

test('type(x) is written as a type', () => {
  const all = [a, new ByteArray(), new MemoryView(a), 1, 'a', true, new PyFloat(1), [], tuple()];
  expect(all.map((value) => builtins.repr(builtins.type(value)))).toEqual(
    ['bytes', 'bytearray', 'memoryview', 'int', 'str', 'bool', 'float', 'list', 'tuple'].map(
      (name) => `<class '${name}'>`,
    ),
  );
});

test.each([
  ...[
    'len',
    'hash',
    'iter',
    'next',
    'any',
    'all',
    'sum',
    'min',
    'max',
    'sorted',
    'isinstance',
    'abs',
    'divmod',
  ],
  ...['pow', 'round', 'repr', 'ascii', 'format', 'ord', 'chr', 'hex', 'oct', 'bin', 'print'],
] as const)('%s is a built-in function', (name) => {
  const run: unknown = builtins[name];
  expect(builtins.repr(run)).toBe(`<built-in function ${name}>`);
  expect(pythonOf(() => builtins.len(run))).toBe(
    "TypeError: object of type 'builtin_function_or_method' has no len()",
  );
});
