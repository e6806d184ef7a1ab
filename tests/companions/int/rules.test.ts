/**
 * The rules of int.to_bytes and int.from_bytes in Doc/library/stdtypes.rst, by their numbers in the inventory
 * of the documentation.
 */
import fc from 'fast-check';
import { MemoryView, PyFloat, b } from 'pybuffer';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { raises, shows } from '../support.js';

test('STD-R172 errors and defaults of to_bytes', () => {
  raises(() => intToBytes(256), 'OverflowError: int too big to convert');
  raises(() => intToBytes(-1, 1), "OverflowError: can't convert negative int to unsigned");
  raises(() => intToBytes(1, 1, 'middle' as never), "ValueError: byteorder must be either 'little' or 'big'");
  shows(intToBytes(0, 0), "b''");
  raises(() => intToBytes(-1, -1), 'ValueError: length cannot be negative');
  raises(
    () => intToBytes('a' as never),
    "TypeError: descriptor 'to_bytes' for 'int' objects doesn't apply to a 'str' object",
  );
  raises(
    () => intToBytes(new PyFloat(1) as never),
    "TypeError: descriptor 'to_bytes' for 'int' objects doesn't apply to a 'float' object",
  );
  raises(
    () => intToBytes(5, { foo: 1 } as never),
    "TypeError: to_bytes() got an unexpected keyword argument 'foo'",
  );
});

test('STD-R173 the equivalent code', () => {
  const n = 0x123456;
  expect([...intToBytes(n, 4, 'little')]).toEqual([0, 1, 2, 3].map((i) => (n >> (i * 8)) & 0xff));
});

test('STD-R174 what from_bytes takes', () => {
  expect(intFromBytes(b``)).toBe(0n);
  expect(intFromBytes(new MemoryView(b`\x01\x00`))).toBe(256n);
  expect(intFromBytes(new Uint8Array([1, 0]))).toBe(256n);
  expect(intFromBytes([1, 0], 'little')).toBe(1n);
  expect(intFromBytes({ __bytes__: () => b`xyz` } as never)).toBe(7895418n);
  raises(() => intFromBytes([256]), 'ValueError: bytes must be in range(0, 256)');
  raises(() => intFromBytes('a' as never), "TypeError: cannot convert 'str' object to bytes");
  raises(() => intFromBytes(1 as never), "TypeError: cannot convert 'int' object to bytes");
});

test('the caller chooses number or bigint', () => {
  const number: number = intFromBytes(b`\xff\xfe`, { as: 'number', signed: true });
  const bigint: bigint = intFromBytes(b`\xff\xfe`, { signed: true });
  expect([number, bigint]).toEqual([-2, -2n]);
  const limit = 2 ** 53 - 1;
  expect(intFromBytes(intToBytes(limit, 8), { as: 'number' })).toBe(limit);
  expect(intFromBytes(intToBytes(-limit, 8, { signed: true }), 'big', { as: 'number', signed: true })).toBe(
    -limit,
  );
  raises(
    () => intFromBytes(intToBytes(2n ** 53n, 8), { as: 'number' }),
    'OverflowError: int too large for a number',
  );
});

test('from_bytes reads what to_bytes writes', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.bigInt(-(2n ** 200n), 2n ** 200n), fc.maxSafeInteger()),
      fc.constantFrom('big' as const, 'little' as const),
      (int, byteorder) => {
        const bytes = intToBytes(int, { length: 26, byteorder, signed: true });
        expect(intFromBytes(bytes, { byteorder, signed: true })).toBe(BigInt(int));
        if (int < 0) return;
        expect(intFromBytes(intToBytes(int, 26, byteorder), byteorder)).toBe(BigInt(int));
      },
    ),
  );
});
