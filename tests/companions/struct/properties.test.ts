// Laws of struct over random formats: what is packed is unpacked, and sizes agree.
import fc from 'fast-check';
import { ByteArray, Bytes } from 'pybuffer';
import { calcsize, iter_unpack, pack, pack_into, unpack, unpack_from } from 'pybuffer/struct';

interface Field {
  readonly code: string;
  readonly values: readonly unknown[];
}

const bigInt = (min: bigint, max: bigint) => fc.bigInt(min, max);
/** Each code, and values that survive packing and unpacking. */
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  b: fc.integer({ min: -128, max: 127 }),
  B: fc.integer({ min: 0, max: 255 }),
  h: fc.integer({ min: -32768, max: 32767 }),
  H: fc.integer({ min: 0, max: 65535 }),
  i: fc.integer(),
  I: fc.integer({ min: 0, max: 4294967295 }),
  q: bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  Q: bigInt(0n, 2n ** 64n - 1n),
  e: fc.integer({ min: -2048, max: 2048 }).map((n) => n / 8),
  f: fc.float(),
  d: fc.double(),
  '?': fc.boolean(),
  c: fc.integer({ min: 0, max: 255 }).map((byte) => new Bytes([byte])),
};

const field: fc.Arbitrary<Field> = fc.oneof(
  fc
    .constantFrom(...Object.keys(VALUES))
    .chain((code) =>
      fc
        .array(VALUES[code]!, { maxLength: 4 })
        .map((values) => ({ code: `${values.length}${code}`, values })),
    ),
  fc.uint8Array({ maxLength: 9 }).map((array) => ({ code: `${array.length}s`, values: [new Bytes(array)] })),
  fc
    .uint8Array({ maxLength: 9 })
    .map((array) => ({ code: `${array.length + 1}p`, values: [new Bytes(array)] })),
  fc.nat(3).map((count) => ({ code: `${count}x`, values: [] })),
);
const structure = fc
  .tuple(fc.constantFrom('', '@', '<', '>', '=', '!'), fc.array(field, { maxLength: 6 }))
  .map(([prefix, fields]) => ({
    format: prefix + fields.map(({ code }) => code).join(' '),
    values: fields.flatMap(({ values }) => values),
  }));

test('packed values unpack to themselves, and pack to the same bytes again', () => {
  fc.assert(
    fc.property(structure, ({ format, values }) => {
      const packed = pack(format, ...values);
      expect(packed.length).toBe(calcsize(format));
      const unpacked = unpack(format, packed);
      expect(unpacked).toEqual(values);
      expect(pack(format, ...unpacked).equals(packed)).toBe(true);
    }),
  );
});

test('pack_into and unpack_from do the same in the middle of a buffer, and change nothing beside it', () => {
  fc.assert(
    fc.property(structure, fc.nat(9), fc.nat(9), ({ format, values }, before, after) => {
      const size = calcsize(format);
      const data = new ByteArray(new Uint8Array(before + size + after).fill(0xaa));
      pack_into(format, data, before, ...values);
      expect(unpack_from(format, data, before)).toEqual(values);
      const packed = pack(format, ...values);
      expect(data.slice(before, before + size).equals(packed)).toBe(true);
      expect(data.count(0xaa)).toBe(before + after + packed.count(0xaa));
    }),
  );
});

test('iter_unpack is unpack of each piece', () => {
  fc.assert(
    fc.property(structure, fc.nat(4), ({ format, values }, count) => {
      fc.pre(calcsize(format) > 0);
      const data = pack(format, ...values).repeat(count);
      expect([...iter_unpack(format, data)]).toEqual(Array.from({ length: count }, () => values));
    }),
  );
});

test('the other byte order is the bytes of each number reversed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('h', 'I', 'q', 'e', 'f', 'd'),
      fc.integer({ min: 0, max: 1000 }),
      (code, value) => {
        const little = [...pack(`<${code}`, value)];
        expect([...pack(`>${code}`, value)]).toEqual(little.reverse());
      },
    ),
  );
});
