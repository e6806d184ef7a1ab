/** Methods and attributes of the host's own values, and methods with too few arguments: CPython 3.15's answers. */
import { Struct, error as StructError } from 'pybuffer/struct';
import { PyValueError, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import {
  PyFloat,
  builtins,
  call,
  callMethod,
  deleteAttribute,
  getAttribute,
  setAttribute,
} from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

const formatted = (self: unknown, ...args: unknown[]) => pythonOf(() => callMethod(self, '__format__', args));

test('__format__ takes one text', () => {
  expect(formatted(5)).toBe('TypeError: int.__format__() takes exactly one argument (0 given)');
  expect(formatted(5, 'x', 1)).toBe('TypeError: int.__format__() takes exactly one argument (2 given)');
  expect(formatted(null)).toBe('TypeError: NoneType.__format__() takes exactly one argument (0 given)');
  expect(formatted(5, 5)).toBe('TypeError: __format__() argument must be str, not int');
  expect(formatted(2.5, null)).toBe('TypeError: __format__() argument must be str, not None');
  expect(formatted(1.5, '.2f')).toBe('1.50');
});

test.each([
  [null, 'NoneType'],
  [5, 'int'],
  ['a', 'str'],
  [[], 'list'],
])('%p has no attributes', (value, type) => {
  const message = `AttributeError: '${type}' object has no attribute 'x' and no __dict__ for setting new attributes`;
  expect(pythonOf(() => setAttribute(value, 'x', 1))).toBe(message);
});

test('deleting an attribute that is not there', () => {
  class C {}
  const value = Object.assign(new C(), { x: 1 });
  deleteAttribute(value, 'x');
  expect('x' in value).toBe(false);
  expect(pythonOf(() => deleteAttribute(value, 'x'))).toBe("AttributeError: 'C' object has no attribute 'x'");
});

test.each([
  ['pack', 'error: pack expected 1 items for packing (got 0)'],
  ['unpack', 'TypeError: Struct.unpack() takes exactly one argument (0 given)'],
  ['pack_into', 'TypeError: pack_into expected at least 2 arguments, got 0'],
  ['unpack_from', "TypeError: unpack_from() missing required argument 'buffer' (pos 1)"],
  ['iter_unpack', 'TypeError: Struct.iter_unpack() takes exactly one argument (0 given)'],
])('%s of a struct without arguments', (name, message) => {
  expect(pythonOf(() => callMethod(new Struct('b'), name))).toBe(message);
  expect(pythonOf(() => callMethod(new Struct('b'), name))).toBe(message);
});

test('a reversed dict names its type', () => {
  expect(builtins.typeName(builtins.reversed(new Map([[1, 2]])))).toBe('dict_reversekeyiterator');
});

/** `type(error).__name__` and `error.__class__.__name__` */
test('classes of exceptions, host types and functions have names', () => {
  class FormatError extends PyValueError {}
  for (const [error, name] of [
    [new PyValueError('text'), 'ValueError'],
    [new FormatError('text'), 'FormatError'],
    [new StructError('text'), 'error'],
  ] as const) {
    expect(getAttribute(builtins.type(error), '__name__')).toBe(name);
    expect(getAttribute(getAttribute(error, '__class__'), '__name__')).toBe(name);
  }
  for (const [value, name] of [
    [5, 'int'],
    [new PyFloat(5), 'float'],
    ['a', 'str'],
    [[], 'list'],
    [b`a`, 'bytes'],
    [new PyArray('i'), 'array'],
    [new FormatError(), 'FormatError'],
  ] as const) {
    expect(getAttribute(builtins.type(value), '__name__')).toBe(name);
  }
  expect(getAttribute(builtins.len, '__name__')).toBe('len');
  expect(pythonOf(() => getAttribute(5, '__name__'))).toBe(
    "AttributeError: 'int' object has no attribute '__name__'",
  );
});

/** The methods that callMethod adds to the host's values are attributes as well. */
test.each<[string, () => unknown, string]>([
  ['(5).to_bytes', () => call(getAttribute(5, 'to_bytes'), [2]), "b'\\x00\\x05'"],
  ['True.to_bytes', () => call(getAttribute(true, 'to_bytes'), [], { length: 1 }), "b'\\x01'"],
  ['int.to_bytes', () => call(getAttribute(builtins.int, 'to_bytes'), [5, 2]), "b'\\x00\\x05'"],
  [
    'list(map(int.from_bytes, [b"ab"]))',
    () => builtins.list(builtins.map(getAttribute(builtins.int, 'from_bytes'), [b`ab`])),
    '[24930]',
  ],
  ['"é".encode', () => call(getAttribute('é', 'encode'), ['latin-1']), "b'\\xe9'"],
  [
    '(5.0).to_bytes',
    () => getAttribute(new PyFloat(5), 'to_bytes'),
    "AttributeError: 'float' object has no attribute 'to_bytes'",
  ],
])('%s', (_, run, expected) => {
  expect(pythonOf(run)).toBe(expected);
});
