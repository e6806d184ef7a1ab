/** The types that the compiler infers from a literal format; `npm run types` checks them. */
import type { ByteArray, Bytes } from 'pybuffer';
import { Struct, pack, unpack } from 'pybuffer/struct';
import type { Packable, StructValue, Unpacked } from 'pybuffer/struct';
import type { FloatLike, IntLike, PyComplex } from '../../../src/python/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(_: T[]) => undefined;

test('results and arguments follow the format', () => {
  holds<Same<Unpacked<'<IHd'>, readonly [number, number, number]>>([]);
  holds<Same<Unpacked<'>l'>, readonly [number]>>([]);
  holds<Same<Unpacked<'l'>, readonly [bigint]>>([]);
  holds<Same<Unpacked<'@ q2? x'>, readonly [bigint, boolean, boolean]>>([]);
  holds<Same<Unpacked<'10s p c'>, readonly [Bytes, Bytes, Bytes]>>([]);
  holds<Same<Unpacked<'<2ZfD'>, readonly [PyComplex, PyComplex, PyComplex]>>([]);
  holds<Same<Unpacked<'0i'>, readonly []>>([]);
  holds<Same<Unpacked<'<100i'>, readonly number[]>>([]);
  holds<Same<Unpacked<string>, readonly StructValue[]>>([]);
  holds<Same<Unpacked<'<n'>, readonly StructValue[]>>([]);
  holds<Same<Packable<'<Hd2s'>, [IntLike, FloatLike, Bytes | ByteArray]>>([]);

  const [id, scale] = unpack('<Hf', pack('<Hf', 7, 0.5));
  expect(id + scale).toBe(7.5);
  const [big] = new Struct('<q').unpack(pack('<q', 5));
  expect(big + 1n).toBe(6n);
});

test('a call that cannot succeed does not compile', () => {
  // @ts-expect-error a value is missing
  expect(() => pack('<HH', 1)).toThrow('pack expected 2 items for packing (got 1)');
  // @ts-expect-error a string is not bytes
  expect(() => pack('2s', 'ab')).toThrow("argument for 's' must be a bytes object");
});
