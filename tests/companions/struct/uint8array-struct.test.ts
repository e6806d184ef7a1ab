// pybuffer/struct-uint8array does what pybuffer/struct does, with Uint8Array instead of bytes.
import { Bytes, useABI, ILP32, LP64 } from 'pybuffer';
import * as real from 'pybuffer/struct';
import * as typed from 'pybuffer/struct-uint8array';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** The same values for the other module: each module's bytes become the other's. */
const forReal = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof Uint8Array ? new Bytes(value) : value));
const outcome = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};
const comparable = (value: unknown): unknown =>
  value instanceof Uint8Array ? hex(value) : value instanceof Bytes ? hex(value.toUint8Array()) : value;

const CASES: [format: string, values: unknown[]][] = [
  ['<BHIQ', [1, 2, 3, 4n]],
  ['>bhiq', [-1, -2, -3, -4n]],
  ['@bBlL', [1, 2, 3n, 4n]],
  ['!efd?', [1.5, 2.5, -0.1, true]],
  ['<4s3pc', [Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(9, 8, 7), Uint8Array.of(65)]],
  ['10s', [Uint8Array.of(1)]],
  ['3x2H', [1, 65535]],
  ['<2Zd', [1, { re: 2, im: 3 }]],
  ['B', [256]],
  ['B', []],
  ['c', [Uint8Array.of(1, 2)]],
  ['s', ['text']],
  ['f', [1e40]],
  ['h', [1.5]],
  ['T', [1]],
  ['2', []],
  ['é', []],
  ['P', [-1]],
];

test.each([
  ['64', LP64],
  ['32', ILP32],
])('on %s-bit memory it answers like struct', (_, abi) => {
  const before = useABI(abi);
  try {
    for (const [format, values] of CASES) {
      const packed = outcome(() => typed.pack(format, ...values));
      expect([format, comparable(packed)]).toEqual([
        format,
        comparable(outcome(() => real.pack(format, ...forReal(values)))),
      ]);
      expect(outcome(() => typed.calcsize(format))).toBe(outcome(() => real.calcsize(format)));
      if (!(packed instanceof Uint8Array)) continue;
      const unpacked = typed.unpack(format, packed).map(comparable);
      expect(unpacked).toEqual(real.unpack(format, packed).map(comparable));
      const buffer = new Uint8Array(packed.length + 3).fill(255);
      typed.pack_into(format, buffer, 2, ...values);
      expect(hex(buffer)).toBe(`ffff${hex(packed)}ff`);
      expect(typed.unpack_from(format, buffer, 2).map(comparable)).toEqual(unpacked);
      if (packed.length > 0) {
        expect([...typed.iter_unpack(format, packed)].map((tuple) => tuple.map(comparable))).toEqual([
          unpacked,
        ]);
      }
    }
  } finally {
    useABI(before);
  }
});

test('results have separate buffers', () => {
  const first = typed.pack('<I', 1);
  const second = typed.pack('<I', 2);
  expect(first.buffer).not.toBe(second.buffer);
  expect(first.buffer.byteLength).toBe(4);
  const source = Uint8Array.of(1, 2, 3, 4);
  const [text] = typed.unpack('4s', source);
  source[0] = 9;
  expect([...text]).toEqual([1, 2, 3, 4]);
  expect(text.buffer.byteLength).toBe(4);
});

test('buffers of every kind are accepted', () => {
  const buffer = Uint8Array.of(1, 2, 3, 4).buffer;
  for (const any of [
    buffer,
    new DataView(buffer),
    new Uint16Array(buffer),
    Buffer.from(buffer),
    new Bytes([1, 2, 3, 4]),
  ]) {
    expect(typed.unpack('<I', any)).toEqual([0x04030201]);
    expect(hex(typed.pack('4s', any))).toBe('01020304');
  }
  expect(() => typed.unpack('<I', 'text' as never)).toThrow("a bytes-like object is required, not 'str'");
  expect(() => typed.pack_into('<I', new Bytes(4), 0, 1)).toThrow(
    'pack_into() argument 2 must be read-write bytes-like object, not bytes',
  );
});

test('a format may be bytes', () => {
  expect(typed.calcsize(Uint8Array.of(0x3c, 0x48))).toBe(2);
  expect(new typed.Struct(Uint8Array.of(0x3c, 0x48)).toString()).toBe("Struct('<H')");
});

test('the types follow the format', () => {
  const tuple: readonly [number, Uint8Array<ArrayBuffer>, bigint] = typed.unpack('<I2sQ', new Uint8Array(14));
  expect(tuple).toHaveLength(3);
  // @ts-expect-error: a string is not a buffer
  expect(() => typed.pack('<2s', 'ab')).toThrow(typed.error);
  // @ts-expect-error: two values are one too many
  expect(() => typed.pack('<H', 1, 2)).toThrow(typed.error);
});
