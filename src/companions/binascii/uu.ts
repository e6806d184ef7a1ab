/** Lines of uuencode. `binascii` exports it. */
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { intact } from '../../memory/index.js';
import { isTrue, takesOne } from '../../python/index.js';
import { withAscii, withBytes } from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { checkKeywords } from './bind.js';
import { BinasciiError } from './error.js';

const SPACE = 0x20;
const BACKTICK = 0x60;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** The most bytes in a line. */
const MOST = 45;

/**
 * Decodes one line of uuencoded data.
 *
 * @throws BinasciiError `Missing length byte`, `Illegal char`, `Trailing garbage`
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * a2b_uu('#86)C\n') // b'abc'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_uu_impl`
 */
export function a2b_uu(data: AsciiLike): Bytes {
  takesOne('binascii.a2b_uu', arguments.length);
  return withAscii(data, (memory, start, end) => {
    if (start === end) throw new BinasciiError('Missing length byte');
    const bytes = new Uint8Array((memory[start]! - SPACE) & 63);
    let at = start + 1;
    let out = 0;
    let buffer = 0;
    let bits = 0;
    for (; out < bytes.length; at++) {
      let byte = at < end ? memory[at]! : LINE_FEED;
      // Spaces at the end of a line may have been lost.
      if (byte === LINE_FEED || byte === RETURN) byte = SPACE;
      else if (byte < SPACE || byte > BACKTICK) throw new BinasciiError('Illegal char');
      buffer = ((buffer & 0x3f) << 6) | ((byte - SPACE) & 63);
      bits += 6;
      if (bits >= 8) bytes[out++] = buffer >> (bits -= 8);
    }
    for (; at < end; at++) {
      const byte = memory[at]!;
      if (byte !== SPACE && byte !== BACKTICK && byte !== LINE_FEED && byte !== RETURN) {
        throw new BinasciiError('Trailing garbage');
      }
    }
    return bytesOf(bytes, 0, bytes.length);
  });
}

/**
 * Encodes at most 45 bytes as a line of uuencoded data.
 *
 * @param options `backtick`: whether zero is written as `` ` `` instead of a space; false by default
 * @throws BinasciiError `At most 45 bytes at once`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * b2a_uu(b`abc`) // b'#86)C\n'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_uu_impl`
 */
export function b2a_uu(data: BytesLike, options: { backtick?: unknown } = {}): Bytes {
  checkKeywords('b2a_uu', arguments, ['backtick']);
  return withBytes(data, (memory, start, end) => {
    const zero = isTrue(options.backtick ?? false) ? BACKTICK : SPACE;
    intact(memory, end);
    const length = end - start;
    if (length > MOST) throw new BinasciiError('At most 45 bytes at once');
    const letter = (value: number): number => (value === 0 ? zero : SPACE + value);
    const text = new Uint8Array(2 + Math.ceil(length / 3) * 4);
    let out = 0;
    text[out++] = letter(length);
    for (let i = start; i < end; i += 3) {
      const byteAt = (k: number): number => (k < end ? memory[k]! : 0);
      const trio = (byteAt(i) << 16) | (byteAt(i + 1) << 8) | byteAt(i + 2);
      for (let shift = 18; shift >= 0; shift -= 6) text[out++] = letter((trio >> shift) & 63);
    }
    text[out] = LINE_FEED;
    return bytesOf(text, 0, text.length);
  });
}
