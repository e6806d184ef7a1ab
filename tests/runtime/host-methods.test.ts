/** Methods and attributes of the host's own values, and methods with too few arguments: CPython 3.15's answers. */
import { Struct } from 'pybuffer/struct';
import { builtins, callMethod, deleteAttribute, setAttribute } from 'pybuffer/runtime';
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
