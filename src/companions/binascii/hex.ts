/** Hexadecimal digits. `binascii` exports it, `base64` builds on it. */
import { hex } from '../../algorithms/index.js';
import { asHexSeparator } from '../../bytes/arguments.js';
import { Bytes, bytesOf } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { intact } from '../../memory/index.js';
import { asSsizeArgument } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import { ignored, keywords, withAscii, withBytes } from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { BinasciiError } from './error.js';

/**
 * Bytes in hexadecimal, two lower-case digits each.
 *
 * @param sep one character between groups; none by default
 * @param bytes_per_sep bytes in a group, 1 by default, counted from the right, from the left when negative
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyTypeError `sep must be str or bytes.`, `object of type 'int' has no len()`
 * @throws PyValueError `sep must be length 1.`, `sep must be ASCII.`
 *
 * @example
 * ```ts
 * hexlify(b`\xb9\x01\xef`) // b'b901ef'
 * hexlify(b`\xb9\x01\xef`, '_', 2) // b'b9_01ef'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_hexlify_impl`
 */
export function hexlify(data: BytesLike, sep?: BytesLike | string, bytes_per_sep: IntLike = 1): Bytes {
  return withBytes(data, (memory, start, end) => {
    const group = asSsizeArgument(bytes_per_sep);
    const code = asHexSeparator(sep, 255);
    intact(memory, end);
    return new Bytes(hex(memory, start, end, code, group), 'latin-1');
  });
}

/** Keywords of {@link unhexlify}. */
export interface UnhexlifyOptions {
  /** Characters to pass over between digits. */
  ignorechars?: BytesLike;
}

function digitValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/**
 * The bytes of hexadecimal digits.
 *
 * @throws BinasciiError `Odd number of hexadecimal digits`, `Non-hexadecimal digit found`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * unhexlify('b901ef') // b'\xb9\x01\xef'
 * unhexlify('b9 01', { ignorechars: b` ` }) // b'\xb9\x01'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_unhexlify_impl`
 */
export function unhexlify(hexstr: AsciiLike, options: UnhexlifyOptions = {}): Bytes {
  keywords('unhexlify', options, ['ignorechars']);
  return withAscii(hexstr, (memory, start, end) => {
    const skipped = ignored(options.ignorechars);
    const bytes = new Uint8Array((end - start) >> 1);
    let out = 0;
    let high = -1;
    for (let i = start; i < end; i++) {
      const byte = memory[i]!;
      const value = digitValue(byte);
      if (value < 0) {
        if (skipped[byte] === 1) continue;
        throw new BinasciiError('Non-hexadecimal digit found');
      }
      if (high < 0) {
        high = value;
      } else {
        bytes[out++] = 16 * high + value;
        high = -1;
      }
    }
    if (high >= 0) throw new BinasciiError('Odd number of hexadecimal digits');
    return bytesOf(out === bytes.length ? bytes : bytes.slice(0, out), 0, out);
  });
}
