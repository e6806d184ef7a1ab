/**
 * The public types. `npm run types` checks this file: the compiler must refuse each line below a
 * `@ts-expect-error`, or the check fails. It is a test too, so that it cannot go missing.
 */
import { ByteArray, Bytes, MemoryView, PyValueError, Slice, b, indexable } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { unpack } from 'pybuffer/struct';

/** Compiles only if the two types are the same. */
function same<Expected>() {
  return <Met>(
    _value: Met & ([Met] extends [Expected] ? ([Expected] extends [Met] ? unknown : never) : never),
  ) => undefined;
}

test('items of a view are typed by its format', () => {
  const view = new MemoryView(new ByteArray(16));
  same<number>()(view.get(0));
  same<bigint>()(view.cast('q').get(0));
  same<bigint>()(view.cast('@L').get(0));
  same<boolean>()(view.cast('?').get(0));
  same<Bytes>()(view.cast('c').get(0));
  same<number>()(view.cast('d').get(0));
  same<number>()(view.cast('Zd').get(0).re);
  same<MemoryView<bigint>>()(view.cast('Q').slice(1));
  // @ts-expect-error items of 'q' are bigints
  const wrong: number = view.cast('q').get(0);
  // @ts-expect-error standard sizes are not a native format
  expect(() => view.cast('<H')).toThrow(PyValueError);
  // @ts-expect-error one item only
  expect(() => view.cast('HH')).toThrow(PyValueError);
  const format: string = 'H';
  expect(view.cast(format).get(0)).toBe(0);
  expect(typeof wrong).toBe('bigint');
});

test('subscripts are typed by the format, and those of immutable bytes are read-only', () => {
  const data = new ByteArray(16);
  const view = new MemoryView(data);
  same<number>()(data[0]!);
  same<number>()(view[0]!);
  same<bigint>()(view.cast('q')[0]!);
  same<boolean>()(view.cast('?')[0]!);
  same<Bytes>()(view.cast('c')[0]!);
  same<number>()(new PyArray('d', [1])[0]!);
  same<bigint>()(new PyArray('q', [1])[0]!);
  const like: ArrayLike<number> = b`abc`;
  expect(like[0]).toBe(97);
  data[0] = 1;
  view.cast('q')[1] = 2n;
  // @ts-expect-error items of 'q' are bigints
  expect(() => (view.cast('q')[1] = 'x')).toThrow();
  // @ts-expect-error bytes are immutable
  expect(() => (b`abc`[0] = 1)).toThrow('does not support item assignment');
});

test('a view of a typed array has the type of its items', () => {
  same<bigint>()(new MemoryView(new BigInt64Array(1)).get(0));
  same<number>()(new MemoryView(new Float64Array(1)).get(0));
  same<number>()(new MemoryView(new Int16Array(1)).get(0));
  same<number>()(new MemoryView(new ArrayBuffer(1)).get(0));
  expect(new MemoryView(new BigInt64Array(1)).get(0)).toBe(0n);
});

test('methods return the type of their receiver', () => {
  same<Bytes>()(b`a`.upper());
  same<ByteArray>()(new ByteArray(1).upper());
  same<Bytes[]>()(b`a b`.split());
  same<ByteArray>()(new ByteArray(2).get(new Slice(0, 1)));
  same<number>()(b`a`.get(0));
  same<Bytes>()(new ByteArray(2).take_bytes());
  same<string>()(b`a`.decode());
  expect(b`a`.upper()).toBeInstanceOf(Bytes);
});

test('bytes do not change, and what is not bytes-like is refused', () => {
  const bytes = b`abc`;
  // @ts-expect-error bytes have no append
  expect(() => bytes.append(1)).toThrow(TypeError);
  // @ts-expect-error a string is not a bytes-like object
  expect(() => bytes.replace('a', 'b')).toThrow("a bytes-like object is required, not 'str'");
  // @ts-expect-error unknown keyword
  expect(() => bytes.split({ separator: b`,` })).toThrow(
    "split() got an unexpected keyword argument 'separator'",
  );
  const every: BytesLike[] = [
    bytes,
    new ByteArray(),
    new Uint8Array(1),
    new DataView(new ArrayBuffer(1)),
    new ArrayBuffer(1),
  ];
  expect(every.map((value) => bytes.concat(value).length)).toEqual([6, 3, 4, 4, 4]);
});

test('companions are typed by their formats', () => {
  same<number>()(new PyArray('H', [1]).get(0));
  same<bigint>()(new PyArray('q', [1n]).get(0));
  expect(unpack('<H', b`\x01\x00`)).toEqual([1]);
});

test('subscripts as sugar keep their types', () => {
  const x = indexable(new ByteArray(b`abc`));
  same<number>()(x[0]!);
  expect(x[0]).toBe(97);
});

test('a format that is not a literal, with the types of its values', () => {
  const format: string = ['<', 'HQ'].join('');
  const [small, large] = unpack<[number, bigint]>(format, b`\x01\x00\x02\x00\x00\x00\x00\x00\x00\x00`);
  const sum: number = small + 1;
  const more: bigint = large + 1n;
  expect([sum, more]).toEqual([2, 3n]);
  // @ts-expect-error: the second value is a bigint
  const wrong: number = unpack<[number, bigint]>(format, new Bytes(10))[1];
  expect(typeof wrong).toBe('bigint');
  // A literal format still determines the types.
  const literal: readonly [number, bigint] = unpack('<HQ', new Bytes(10));
  expect(literal).toEqual([0, 0n]);
});
