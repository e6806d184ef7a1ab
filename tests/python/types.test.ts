/** The names of types, and the few values that represent Python's own. */
import vm from 'node:vm';
import { Bytes } from '../../src/bytes/index.js';
import { PyValueError } from '../../src/exceptions/index.js';
import {
  Ellipsis,
  FULL_TYPE_NAME,
  ILP32,
  LP64,
  NotImplemented,
  PyComplex,
  PyFloat,
  Slice,
  abi,
  fullTypeName,
  isPlainObject,
  isTuple,
  tuple,
  typeName,
  useABI,
} from '../../src/python/index.js';
import { outcome } from '../algorithms/support.js';

class Shape {}
class Named {
  get [FULL_TYPE_NAME](): string {
    return 'module.Outer.Named';
  }
}
const nameless = new (class {})();

test.each<[unknown, string]>([
  [1, 'int'],
  [1e300, 'int'],
  [1.5, 'float'],
  [NaN, 'float'],
  [1n, 'int'],
  [true, 'bool'],
  ['a', 'str'],
  [null, 'NoneType'],
  [undefined, 'NoneType'],
  [Shape, 'type'],
  [() => 0, 'function'],
  [Ellipsis, 'ellipsis'],
  [NotImplemented, 'NotImplementedType'],
  [Symbol('other'), 'symbol'],
  [new PyFloat(1), 'float'],
  [new PyComplex(1, 2), 'complex'],
  [new Slice(), 'slice'],
  [new Bytes(1), 'bytes'],
  [new PyValueError('x'), 'ValueError'],
  [[], 'list'],
  [tuple(1), 'tuple'],
  [new Map(), 'dict'],
  [new Set(), 'set'],
  [{}, 'dict'],
  [Object.create(null), 'dict'],
  [new Shape(), 'Shape'],
  [new Named(), 'Named'],
  [nameless, 'object'],
  [Object.assign(new Shape(), { constructor: 5 }), 'object'],
])('the type of %p', (value, name) => expect(typeName(value)).toBe(name));

test('full names', () => {
  const values = [new Named(), new Shape(), 1, null, undefined, { [FULL_TYPE_NAME]: 5 }];
  expect(values.map(fullTypeName)).toEqual([
    'module.Outer.Named',
    'Shape',
    'int',
    'NoneType',
    'NoneType',
    'dict',
  ]);
});

test('plain objects, of any realm', () => {
  const plain = [{}, Object.create(null), vm.runInNewContext('({ a: 1 })')] as object[];
  expect(plain.map(isPlainObject)).toEqual([true, true, true]);
  const others = [
    [],
    new Shape(),
    Object.create({}),
    new Map(),
    vm.runInNewContext('[]'),
    Object.create(Object.create(null)),
  ];
  expect((others as object[]).map(isPlainObject)).toEqual(others.map(() => false));
  expect(isPlainObject(Object.create(Object.assign(Object.create(null), { a: 1 })))).toBe(false);
});

test('tuples are frozen arrays', () => {
  expect([tuple(1, 2), Object.freeze([]), [1], Object.freeze({}), 'ab', null].map(isTuple)).toEqual([
    true, true, false, false, false, false,
  ]); // prettier-ignore
});

test('an ABI is one of two', () => {
  expect(useABI(ILP32)).toBe(LP64);
  expect(abi()).toBe(ILP32);
  for (const wrong of [null, 'LP64', { ...LP64 }]) {
    expect(outcome(() => useABI(wrong as never))).toEqual({ error: 'TypeError: an ABI is LP64 or ILP32' });
  }
  expect(abi()).toBe(ILP32);
  expect(useABI(LP64)).toBe(ILP32);
  expect([LP64, ILP32].map(({ name, long, pointer, maxsize }) => [name, long, pointer, maxsize])).toEqual([
    ['LP64', 8, 8, 9223372036854775807n],
    ['ILP32', 4, 4, 2147483647n],
  ]);
});
