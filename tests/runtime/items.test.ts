/** Items of objects whose class defines special methods, each with CPython 3.15's answer. */
import { ByteArray, Bytes, MemoryView, PyTypeError, PyValueError, Slice } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { NotImplemented, builtins, callStruct, isTuple, operator, tuple, typeName } from 'pybuffer/runtime';
import { Struct, error as StructError } from 'pybuffer/struct';
import { pythonOf } from '../python-of.js';

/** A class of the program with these methods. */
function made(methods: Record<string, unknown>, base: new () => object = Object): object {
  class C extends base {}
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(C.prototype, name, { value });
  return new C();
}
const raising = (error: Error) => () => {
  throw error;
};
const iter = (value: unknown) => builtins.iter(value);
function* generator(): Generator<number> {
  yield 1;
}
const items = (...all: unknown[]) => ({ __iter__: () => all[Symbol.iterator]() });
class Same {
  __eq__(): boolean {
    return true;
  }
}
class Never {
  __eq__(): unknown {
    return NotImplemented;
  }
}

test.each<[string, object, unknown, string]>([
  ['the first item', made(items(1, 2)), 1, 'True'],
  ['the last item', made(items(1, 2)), 2, 'True'],
  ['no item', made(items(1, 2)), 3, 'False'],
  ['no items', made(items()), 3, 'False'],
  ['an item that is identical', made(items(NaN)), NaN, 'False'],
  ['an item that says that it is equal', made(items(new Same())), 5, 'True'],
  ['an item that does not say', made(items(new Never())), 5, 'False'],
  ['__contains__, which decides', made({ __contains__: () => 1, ...items() }), 5, 'True'],
  ['__contains__ that says no', made({ __contains__: () => '', ...items(5) }), 5, 'False'],
  [
    '__contains__ = None',
    made({ __contains__: null, ...items(5) }),
    5,
    "TypeError: 'C' object is not a container",
  ],
  [
    '__iter__ = None',
    made({ __iter__: null }),
    5,
    "TypeError: argument of type 'C' is not a container or iterable",
  ],
  [
    '__iter__ that raises a TypeError',
    made({ __iter__: raising(new PyTypeError('no')) }),
    5,
    "TypeError: argument of type 'C' is not a container or iterable",
  ],
  [
    '__iter__ that raises another error',
    made({ __iter__: raising(new PyValueError('no')) }),
    5,
    'ValueError: no',
  ],
  // A class derived from bytes keeps the search of bytes.
  ['__iter__ of a class derived from bytes', made(items(5), Bytes), 5, 'False'],
])('`in` asks %s', (_, container, item, answer) => {
  expect(pythonOf(() => operator.contains(container, item))).toBe(answer);
});

// CPython: `operator.countOf` and `operator.indexOf`.
test.each<[object, unknown, string, string]>([
  [made(items(1, 2, 1)), 1, '2', '0'],
  [made(items(1, 2, 1)), 2, '1', '1'],
  [made(items(1, 2, 1)), 3, '0', 'ValueError: sequence.index(x): x not in sequence'],
  [
    made({ __contains__: () => true, ...items(1) }),
    2,
    '0',
    'ValueError: sequence.index(x): x not in sequence',
  ],
  [made({ __iter__: null }), 1, ...refusals('C')],
  [made({ __iter__: raising(new PyTypeError('no')) }), 1, ...refusals('C')],
  [made({ __iter__: raising(new PyValueError('no')) }), 1, 'ValueError: no', 'ValueError: no'],
  [5 as never, 1, ...refusals('int')],
])('%#: countOf and indexOf', (container, item, count, index) => {
  expect(pythonOf(() => operator.countOf(container, item))).toBe(count);
  expect(pythonOf(() => operator.indexOf(container, item))).toBe(index);
});

function refusals(type: string): [string, string] {
  const message = `TypeError: argument of type '${type}' is not iterable`;
  return [message, message];
}

const set = { __setitem__: (key: unknown, value: unknown) => void seen.push(['set', key, value]) };
const remove = { __delitem__: (key: unknown) => void seen.push(['delete', key]) };
const seen: unknown[] = [];

// In CPython one slot of a class serves both methods, so the missing one is an attribute that is not there.
test.each<[string, object, string, string]>([
  ['both', made({ ...set, ...remove }), 'None', 'None'],
  ['only __setitem__', made(set), 'None', 'AttributeError: __delitem__'],
  ['only __delitem__', made(remove), 'AttributeError: __setitem__', 'None'],
  [
    'neither',
    made({}),
    "TypeError: 'C' object does not support item assignment",
    "TypeError: 'C' object doesn't support item deletion",
  ],
  [
    'neither, over bytes',
    made({}, Bytes),
    "TypeError: 'C' object does not support item assignment",
    "TypeError: 'C' object doesn't support item deletion",
  ],
])('a class with %s', (_, container, assigned, deleted) => {
  seen.length = 0;
  expect(pythonOf(() => operator.setitem(container, 1, 'a'))).toBe(assigned);
  expect(pythonOf(() => operator.delitem(container, 1))).toBe(deleted);
  expect(seen).toEqual([
    ...(assigned === 'None' ? [['set', 1, 'a']] : []),
    ...(deleted === 'None' ? [['delete', 1]] : []),
  ]);
});

// The key is converted to an index before the type is refused, and only if it is one.
test.each<[unknown, string, string]>([
  [
    2n ** 70n,
    "IndexError: cannot fit 'int' into an index-sized integer",
    "IndexError: cannot fit 'int' into an index-sized integer",
  ],
  [
    'a',
    "TypeError: 'bytes' object does not support item assignment",
    "TypeError: 'bytes' object does not support item deletion",
  ],
  [
    0,
    "TypeError: 'bytes' object does not support item assignment",
    "TypeError: 'bytes' object doesn't support item deletion",
  ],
])('bytes[%p] cannot be set or deleted', (key, assigned, deleted) => {
  const bytes = new Bytes('ab', 'ascii');
  expect(pythonOf(() => operator.setitem(bytes, key, 1))).toBe(assigned);
  expect(pythonOf(() => operator.delitem(bytes, key))).toBe(deleted);
});

// CPython asks only types that have a table of sequence slots for an index, and each way has its own words.
test.each<[string, unknown, boolean]>([
  ["iter(b'a')", iter(new Bytes('a', 'ascii')), false],
  ["iter(bytearray(b'a'))", iter(new ByteArray(1)), false],
  ["iter(memoryview(b'a'))", iter(new MemoryView(new Bytes(1))), false],
  ["iter(array('b', [1]))", iter(new PyArray('b', [1])), true],
  ["iter(array('d', [1]))", iter(new PyArray('d', [1])), true],
  ["struct.iter_unpack('b', b'a')", callStruct('iter_unpack', ['b', new Bytes(1)]), true],
  ["reversed(b'a')", builtins.reversed(new Bytes('a', 'ascii')), false],
  ['iter([1])', iter([1]), false],
  ['reversed([1])', builtins.reversed([1]), false],
  ["iter('a')", iter('a'), false],
  ['iter({1: 2})', iter(new Map([[1, 2]])), false],
  ['iter({1})', iter(new Set([1])), false],
  ['a generator', iter(generator()), false],
  ['zip([1])', builtins.zip([1]), false],
  ['map(abs, [1])', builtins.map(builtins.abs, [1]), false],
  ['filter(None, [1])', builtins.filter(null, [1]), false],
  ['enumerate([1])', builtins.enumerate([1]), false],
  ["Struct('b')", new Struct('b'), true],
  ['BytesIO()', new BytesIO(), true],
  ['an object of a class', made({}), true],
  ['{1}', new Set([1]), true],
  ['range(3)', builtins.range(3), true],
  ['ValueError()', new PyValueError('a'), false],
  ['struct.error()', new StructError('a'), true],
  ['an exception of the program', new (class extends PyValueError {})('a'), true],
  ['None', null, false],
  ['1', 1, false],
  ['1.5', 1.5, false],
  ['slice(1)', new Slice(1, null, null), false],
  ['a function', () => 1, false],
])('del x[0] and x[0] = 1 of %s', (_, container, hasTable) => {
  const type = typeName(container);
  expect(pythonOf(() => operator.delitem(container, 0))).toBe(
    `TypeError: '${type}' object ${hasTable ? "doesn't" : 'does not'} support item deletion`,
  );
  expect(pythonOf(() => operator.delitem(container, 'a'))).toBe(
    `TypeError: '${type}' object does not support item deletion`,
  );
  const words = `TypeError: '${type}' object does not support item assignment`;
  expect(pythonOf(() => operator.setitem(container, 0, 1))).toBe(words);
  const tooLarge = "IndexError: cannot fit 'int' into an index-sized integer";
  expect(pythonOf(() => operator.setitem(container, 2n ** 70n, 1))).toBe(hasTable ? tooLarge : words);
});

test('a slice of a derived list is a list, and one of a tuple a tuple', () => {
  class Items extends Array<unknown> {}
  const items = Items.from([1, 2, 3]);
  const part = operator.getitem(items, new Slice(1, null)) as unknown[];
  expect([part.constructor === Array, part]).toEqual([true, [2, 3]]);
  expect(isTuple(operator.getitem(tuple(1, 2, 3), new Slice(0, 2)))).toBe(true);
  expect(isTuple(operator.getitem(tuple(1, 2, 3), new Slice(null, null, 2)))).toBe(true);
  expect(isTuple(operator.getitem([1, 2, 3], new Slice(0, 2)))).toBe(false);
  expect(operator.getitem([1, 2, 3], new Slice(-2, -1))).toEqual([2]);
  expect(operator.getitem([1, 2, 3], new Slice(2, 1))).toEqual([]);
});
