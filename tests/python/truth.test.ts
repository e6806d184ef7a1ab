/** The truth of values in Python. */
import { NotImplemented, PyComplex, PyFloat, isTrue } from '../../src/python/index.js';
import { outcome } from '../algorithms/support.js';

const truth = (result: unknown) => ({ __bool__: () => result });
const length = (result: unknown) => ({ __len__: () => result });

test.each<unknown>([
  true, 1, -1, 0.5, NaN, Infinity, 1n, -1n, 'a', '0', [0], { a: 0 }, new Map([[1, 2]]), new Set([0]),
  new Uint8Array(1), new ArrayBuffer(1), new PyFloat(2), new PyComplex(0, 1), new PyComplex(1, 0),
  Symbol('any'), () => 0, new (class Plain {})(), new Date(0), truth(true), length(1), length(2n),
  { ...truth(true), ...length(0) }, { __bool__: 5 }, Object.assign(new (class {})(), { length: 'many' }),
])('%p is true', (value) => expect(isTrue(value)).toBe(true)); // prettier-ignore

test.each<unknown>([
  false, 0, -0, 0n, '', null, undefined, [], {}, new Map(), new Set(), new Uint8Array(0), new ArrayBuffer(0),
  new DataView(new ArrayBuffer(0)), new PyFloat(0), new PyFloat(-0), new PyComplex(0, -0), truth(false), length(0),
  { ...truth(false), ...length(1) }, Object.assign(new (class {})(), { size: 0 }),
])('%p is false', (value) => expect(isTrue(value)).toBe(false)); // prettier-ignore

test.each<[unknown, string]>([
  [truth(1), 'TypeError: dict.__bool__() must return a bool, not int'],
  [truth(null), 'TypeError: dict.__bool__() must return a bool, not NoneType'],
  [length(-1), 'ValueError: __len__() should return >= 0'],
  [length('a'), "TypeError: 'str' object cannot be interpreted as an integer"],
  [length(2n ** 63n), "OverflowError: cannot fit 'int' into an index-sized integer"],
  [NotImplemented, 'TypeError: NotImplemented should not be used in a boolean context'],
])('the truth of %p', (value, error) => expect(outcome(() => isTrue(value))).toEqual({ error }));
