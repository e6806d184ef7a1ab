/**
 * `keyOf(x)`: contents as keys of `Map` and `Set`. It accepts any value.
 */
import { decode } from '../codecs/index.js';
import { endLease, lease } from '../protocol/index.js';

/**
 * Returns a key for JavaScript's `Map` and `Set`, which compare objects by identity: equal contents have
 * equal keys. The key is a string with one UTF-16 unit for each byte, a snapshot of the content. Takes linear
 * time.
 *
 * Not Python, where a `bytes` itself is a key and a `bytearray` cannot be one.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
 *
 * @example
 * ```ts
 * const seen = new Map([[keyOf(b`GET`), 1]]);
 * seen.get(keyOf(new ByteArray(b`GET`))) // 1
 * ```
 */
export function keyOf(value: unknown): string {
  const held = lease(value);
  try {
    return decode(held, 'latin-1', 'strict', value);
  } finally {
    endLease(held);
  }
}
