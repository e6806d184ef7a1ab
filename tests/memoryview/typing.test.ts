/** The types of views. Only compiling these tests matters, and `npm run types` does that. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import type { Item } from '../../src/memoryview/index.js';
import { Slice } from '../../src/python/index.js';
import type { Complex } from '../../src/python/index.js';

/** Compiles only if the two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function typeOf<T>(_value: T) {
  return { is: <E>(_same: Same<T, E>) => expect(true).toBe(true) };
}

test('the exporter decides', () => {
  typeOf(new MemoryView(new BigInt64Array(1)).get(0)).is<bigint>(true);
  typeOf(new MemoryView(new BigUint64Array(1)).get(0)).is<bigint>(true);
  typeOf(new MemoryView(new Float64Array(1)).get(0)).is<number>(true);
  typeOf(new MemoryView(new Bytes(1)).get(0)).is<number>(true);
  typeOf(new MemoryView(new ByteArray(1)).get(0)).is<number>(true);
  typeOf(new MemoryView(new ArrayBuffer(1)).get(0)).is<number>(true);
  typeOf(new MemoryView(new MemoryView(new BigInt64Array(1))).get(0)).is<bigint>(true);
});

test('the format of a cast decides', () => {
  const view = new MemoryView(new ByteArray(16));
  typeOf(view.cast('q').get(0)).is<bigint>(true);
  typeOf(view.cast('@L').get(0)).is<bigint>(true);
  typeOf(view.cast('P').get(0)).is<bigint>(true);
  typeOf(view.cast('d').get(0)).is<number>(true);
  typeOf(view.cast('I', { shape: [2, 2] }).get(0, 1)).is<number>(true);
  typeOf(view.cast('?').get(0)).is<boolean>(true);
  typeOf(view.cast('c').get(0)).is<Bytes>(true);
  typeOf(view.cast('Zd').get(0)).is<Complex>(true);
  typeOf(view.cast('q').slice(1)).is<MemoryView<bigint>>(true);
  typeOf(view.cast('q').get(new Slice(0, 1))).is<MemoryView<bigint>>(true);
  typeOf(view.cast('q').tolist()).is<bigint[]>(true);
  typeOf(view.cast('q').asTypedArray()).is<BigInt64Array | BigUint64Array>(true);
  typeOf([...view.cast('?')]).is<boolean[]>(true);
  const format: string = 'B';
  typeOf(view.cast(format)).is<MemoryView<Item>>(true);
});

test('values that may be assigned', () => {
  const view = new MemoryView(new ByteArray(16));
  view.set(0, 1n);
  view.set(0, true);
  view.cast('q').set(0, 5);
  view.cast('d').set(0, { __float__: () => 1 });
  view.cast('?').set(0, 'anything');
  view.cast('Zd').set(0, { re: 1, im: 2 });
  view.cast('c').set(0, new Bytes([1]));
  view.cast('B', [4, 4]).set(1, 1, 7);
  view.cast('B', [4, 4]).set([1, 1], 7);
  const wrong = () => {
    // @ts-expect-error a string is not an item
    view.set(0, 'a');
    // @ts-expect-error a number is not a byte string
    view.cast('c').set(0, 1);
    // @ts-expect-error a slice takes bytes-like objects
    view.set(new Slice(0, 1), 1);
    // @ts-expect-error an int is not a slice of bytes
    new MemoryView(5);
  };
  expect(wrong).toThrow('invalid type');
});
