// `keyOf`: equal contents have equal keys.
import fc from 'fast-check';
import { ByteArray, Bytes, MemoryView, PyBufferError, PyTypeError, b, keyOf } from 'pybuffer';

test('equal contents have equal keys, other contents other keys', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (x, y) => {
      const same = new Bytes(x).equals(new Bytes(y));
      expect(keyOf(new Bytes(x)) === keyOf(new ByteArray(y))).toBe(same);
      expect(keyOf(x)).toBe(keyOf(new Bytes(x)));
      expect(keyOf(new MemoryView(new Bytes(x)))).toBe(keyOf(new Bytes(x)));
    }),
  );
});

test('a key works in Map and Set', () => {
  const seen = new Set([keyOf(b`a\x00`), keyOf(b`a`), keyOf(new ByteArray(b`a`))]);
  expect(seen.size).toBe(2);
});

test('a value without contiguous bytes has no key', () => {
  expect(() => keyOf('a')).toThrow(new PyTypeError("a bytes-like object is required, not 'str'"));
  expect(() => keyOf(new MemoryView(b`abc`).slice(null, null, 2))).toThrow(PyBufferError);
});
