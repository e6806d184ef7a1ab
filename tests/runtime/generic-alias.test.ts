/** Subscripts of types, with CPython 3.15's answers to `repr(type[0])`. */
import { ByteArray, Bytes, MemoryView, PyValueError } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { builtins, getAttribute, operator } from 'pybuffer/runtime';
import { Struct } from 'pybuffer/struct';
import { pythonOf } from '../python-of.js';

class Own {}

test.each([
  [builtins.memoryview, 'memoryview[0]'],
  [MemoryView, 'memoryview[0]'],
  [PyArray, 'array.array[0]'],
  [builtins.list, 'list[0]'],
  [builtins.tuple, 'tuple[0]'],
  [builtins.enumerate, 'enumerate[0]'],
  [builtins.bytes, "TypeError: type 'bytes' is not subscriptable"],
  [Bytes, "TypeError: type 'bytes' is not subscriptable"],
  [ByteArray, "TypeError: type 'bytearray' is not subscriptable"],
  [Struct, "TypeError: type '_struct.Struct' is not subscriptable"],
  [BytesIO, "TypeError: type '_io.BytesIO' is not subscriptable"],
  [builtins.int, "TypeError: type 'int' is not subscriptable"],
  [builtins.range, "TypeError: type 'range' is not subscriptable"],
  [PyValueError, "TypeError: type 'ValueError' is not subscriptable"],
  [Own, "TypeError: type 'Own' is not subscriptable"],
  [builtins.len, "TypeError: 'builtin_function_or_method' object is not subscriptable"],
] as const)('%p[0]', (type, expected) => {
  expect(pythonOf(() => builtins.repr(operator.getitem(type, 0)))).toBe(expected);
});

// CPython puts the module before the name of a function that is not built in; JavaScript's functions know no module.
test.each([
  [builtins.len, 'memoryview[len]'],
  [operator.eq, 'memoryview[eq]'],
  [builtins.int, 'memoryview[int]'],
  [ByteArray, 'memoryview[bytearray]'],
  ['a', "memoryview['a']"],
])('memoryview[%p]', (argument, expected) => {
  expect(builtins.repr(operator.getitem(MemoryView, argument))).toBe(expected);
});

// In CPython: `memoryview[int].__origin__ is memoryview`
test('a type with an argument knows the type itself, whichever way it was named', () => {
  for (const type of [builtins.memoryview, MemoryView]) {
    expect(getAttribute(operator.getitem(type, builtins.int), '__origin__')).toBe(MemoryView);
  }
});
