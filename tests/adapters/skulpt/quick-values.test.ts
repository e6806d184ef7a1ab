/** What the fast paths of Skulpt share: contents of objects, and objects for the results of methods. */
import { ByteArray, Bytes } from 'pybuffer';
import { Border, VALUE } from '../../../src/adapters/skulpt/border.js';
import { quickOf } from '../../../src/adapters/skulpt/quick-values.js';
import { freshSkulpt } from './host.js';

class Derived extends Bytes {}

/** The conversions of an installation with what the runtime made handles for and adopted. */
function quick() {
  const border = new Border(freshSkulpt() as never);
  const others: unknown[] = [];
  const adopted: unknown[] = [];
  border.runtime = {
    toHost(value: unknown) {
      others.push(value);
      return { [VALUE]: value };
    },
    adopt: (_handle: object, value: unknown) => void adopted.push(value),
  } as never;
  border.bytes = class {
    constructor(_source: undefined, value: unknown) {
      Object.assign(this, { [VALUE]: value });
    }
  } as never;
  return { border, others, adopted, Sk: border.Sk, ...quickOf(border) };
}

const bytes = new Bytes('ab', 'ascii');
const self = { [VALUE]: bytes } as never as Parameters<ReturnType<typeof quickOf>['contentOf']>[0];

test('an installation has one set of conversions', () => {
  const { border } = quick();
  expect(quickOf(border)).toBe(quickOf(border));
  expect(quickOf(border)).not.toBe(quick());
});

test('there is one int for each byte', () => {
  const { bytes: ints } = quick();
  expect(ints.map(({ v }) => v)).toEqual(Array.from({ length: 256 }, (_, i) => i));
});

test('the content of an object is that of exact bytes and bytearrays', () => {
  const { contentOf } = quick();
  const of = (value: unknown) => contentOf({ [VALUE]: value } as never);
  const array = new ByteArray(1);
  expect([of(bytes), of(array), of(new Derived()), of({}), of(undefined)]).toEqual([
    bytes,
    array,
    null,
    null,
    null,
  ]);
});

test('the handle of a result is the object itself, or one that the runtime gives', () => {
  const { handleOf, newHandleOf, others, adopted } = quick();
  const results = [new Bytes('xy', 'ascii'), new Bytes('x', 'ascii'), new Bytes(), new ByteArray(2)];
  for (const of of [handleOf, newHandleOf]) {
    expect(of(bytes, self)).toBe(self);
    for (const result of results) expect(of(result, self)[VALUE]).toBe(result);
  }
  // Bytes of two and more can have several handles, so that a new one needs no search.
  expect(others).toEqual([...results, ...results.slice(1)]);
  expect(adopted).toEqual([results[0]]);
});

test('the bytes of exact ints, and null for all other items', () => {
  const { bytesOf, Sk } = quick();
  const { int_, float_, str, bool } = Sk.builtin;
  const of = (...values: unknown[]) => bytesOf(values.map((value) => new int_!(value)));
  expect([of(), of(0, 1, 255), of(2n ** 70n), of(2n ** 70n, 256)]).toEqual([[], [0, 1, 255], null, null]);
  const { ValueError } = Sk.builtin;
  for (const items of [[256], [1, -1], [2 ** 40], [300, 2n ** 70n]])
    expect(() => of(...items)).toThrow(ValueError as never);
  expect([bytesOf([new float_!(1)]), bytesOf([new str!('1')]), bytesOf([bool.true$])]).toEqual([
    null,
    null,
    null,
  ]);
});
