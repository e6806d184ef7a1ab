// Sizes near sys.maxsize of 64-bit memory, which no JavaScript number holds exactly. The expected values are
// CPython 3.15.2's.
import { ByteArray, Bytes, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { operator } from 'pybuffer/runtime';
import { pack_into, unpack_from } from 'pybuffer/struct';

const MAX = 2n ** 63n - 1n;

function outcome(call: () => unknown): string {
  try {
    const result = call();
    return result === undefined ? 'None' : String(result);
  } catch (error) {
    const { name, message } = error as Error;
    return message === '' ? name : `${name}: ${message}`;
  }
}

const three = b`xxx`;
const data = (): ByteArray => new ByteArray(b`abcd`);
const array = new PyArray('i', [1]);

/** A stream of 'abc' at a position. */
function streamAt(position: bigint): BytesIO {
  const stream = new BytesIO(b`abc`);
  stream.seek(position);
  return stream;
}

describe('sizes near sys.maxsize', () => {
  test.each<[string, () => unknown, string]>([
    ["b'' * maxsize", () => operator.mul(b``, MAX), "b''"],
    ["b'x' * maxsize", () => operator.mul(b`x`, MAX), 'MemoryError'],
    ["b'xxx' * (maxsize // 3)", () => three.repeat(MAX / 3n), 'MemoryError'],
    [
      "b'xxx' * (maxsize // 3 + 1)",
      () => three.repeat(MAX / 3n + 1n),
      'OverflowError: repeated bytes are too long',
    ],
    [
      "operator.mul(b'xxx', maxsize // 3 + 1)",
      () => operator.mul(three, MAX / 3n + 1n),
      'OverflowError: repeated bytes are too long',
    ],
    ["bytearray(b'x') * maxsize", () => operator.mul(new ByteArray(b`x`), MAX), 'MemoryError'],
    ["array('i', [1]) * maxsize", () => operator.mul(array, MAX), 'MemoryError'],
    ['bytes(maxsize)', () => new Bytes(MAX), 'OverflowError: byte string is too large'],
    ['bytes(maxsize - 32)', () => new Bytes(MAX - 32n), 'OverflowError: byte string is too large'],
    ['bytes(maxsize - 33)', () => new Bytes(MAX - 33n), 'MemoryError'],
    ['bytearray(maxsize)', () => new ByteArray(MAX), 'MemoryError'],
    ["b'x'.zfill(maxsize)", () => b`x`.zfill(MAX), 'OverflowError: byte string is too large'],
    ["b'x'.center(2**62)", () => b`x`.center(2n ** 62n), 'MemoryError'],
    [
      'resize(-maxsize - 1)',
      () => data().resize(-MAX - 1n),
      `ValueError: Can only resize to positive sizes, got ${-MAX - 1n}`,
    ],
    [
      'take_bytes(maxsize)',
      () => data().take_bytes(MAX),
      `IndexError: can't take ${MAX} bytes outside size 4`,
    ],
    [
      'take_bytes(-maxsize - 1)',
      () => data().take_bytes(-MAX - 1n),
      "IndexError: can't take -9223372036854775804 bytes outside size 4",
    ],
    [
      'take_bytes(2**53 + 1)',
      () => data().take_bytes(2n ** 53n + 1n),
      "IndexError: can't take 9007199254740993 bytes outside size 4",
    ],
    [
      "unpack_from('b', b'xxx', maxsize)",
      () => unpack_from('b', three, MAX),
      `error: unpack_from requires a buffer of at least ${MAX + 1n} bytes for unpacking 1 bytes at offset ${MAX} (actual buffer size is 3)`,
    ],
    [
      "pack_into('b', data, maxsize - 1, 1)",
      () => pack_into('b', data(), MAX - 1n, 1),
      `error: pack_into requires a buffer of at least ${MAX} bytes for packing 1 bytes at offset ${MAX - 1n} (actual buffer size is 4)`,
    ],
    [
      "unpack_from('b', b'xxx', -maxsize - 1)",
      () => unpack_from('b', three, -MAX - 1n),
      `error: offset ${-MAX - 1n} out of range for 3-byte buffer`,
    ],
    ['BytesIO.read(maxsize)', () => new BytesIO(b`abc`).read(MAX), "b'abc'"],
    ['BytesIO.read() at maxsize', () => streamAt(MAX).read(), "b''"],
    [
      'BytesIO.write() at maxsize',
      () => streamAt(MAX).write(b`x`),
      'OverflowError: new buffer size too large',
    ],
    [
      'BytesIO.seek(maxsize - 2, 2)',
      () => new BytesIO(b`abc`).seek(MAX - 2n, 2),
      'OverflowError: new position too large',
    ],
    [
      'BytesIO.seek(-maxsize - 1)',
      () => new BytesIO(b`abc`).seek(-MAX - 1n),
      `ValueError: negative seek value ${-MAX - 1n}`,
    ],
    [
      'BytesIO.truncate(-maxsize - 1)',
      () => new BytesIO(b`abc`).truncate(-MAX - 1n),
      `ValueError: negative size value ${-MAX - 1n}`,
    ],
  ])('%s', (_, call, expected) => {
    expect.hasAssertions();
    expect(outcome(call)).toBe(expected);
  });
});
