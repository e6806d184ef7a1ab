import { PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, Range, START, allocate } from '../memory/index.js';
import { IS_SPACE, kinds } from './kinds.js';

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The value of each hexadecimal digit, 255 for everything else. */
const digits = new Uint8Array(256).fill(255);
for (let i = 0; i < 16; i++) {
  digits['0123456789abcdef'.charCodeAt(i)] = i;
  digits['0123456789ABCDEF'.charCodeAt(i)] = i;
}

/**
 * Two lower-case digits a byte.
 *
 * @param separator an ASCII byte between groups, -1 for none
 * @param bytesPerSep bytes in a group, counted from the right, from the left when negative; 0 for no separators
 *
 * CPython: Python/pystrhex.c `_Py_strhex_with_sep`
 */
export function hex(m: Uint8Array, s: number, e: number, separator: number, bytesPerSep: number): string {
  const group = Math.abs(bytesPerSep);
  const length = e - s;
  let text = '';
  if (separator < 0 || group === 0 || group >= length) {
    for (let i = s; i < e; i++) text += pairs[m[i]!]!;
    return text;
  }
  const mark = String.fromCharCode(separator);
  let left = bytesPerSep > 0 ? length % group || group : group;
  for (let i = s; i < e; i++) {
    if (left === 0) {
      text += mark;
      left = group;
    }
    text += pairs[m[i]!]!;
    left--;
  }
  return text;
}

function refuse(position: number): never {
  throw new PyValueError(`non-hexadecimal number found in fromhex() arg at position ${position}`);
}

/**
 * Pairs of hexadecimal digits, ASCII white space before each pair ignored, as bytes in new memory.
 *
 * @throws PyValueError `non-hexadecimal number found in fromhex() arg at position 3`
 * @throws PyValueError `fromhex() arg must contain an even number of hexadecimal digits`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FromHex`
 */
export function fromHexBytes(m: Uint8Array, s: number, e: number): Range {
  const result = allocate(Math.floor((e - s) / 2));
  const target = result[MEMORY];
  const start = result[START];
  let at = start;
  let i = s;
  for (;;) {
    while (i < e && (kinds[m[i]!]! & IS_SPACE) !== 0) i++;
    if (i >= e) break;
    const high = digits[m[i]!]!;
    if (high > 15) refuse(i - s);
    if (++i >= e) throw new PyValueError('fromhex() arg must contain an even number of hexadecimal digits');
    const low = digits[m[i]!]!;
    if (low > 15) refuse(i - s);
    i++;
    target[at++] = high * 16 + low;
  }
  return at - start === result[LENGTH] ? result : new Range(target, start, at - start);
}

/** As {@link fromHexBytes}, of text; positions count code points, and any non-ASCII character is found first. */
export function fromHexText(text: string): Range {
  const length = text.length;
  const source = allocate(length);
  const m = source[MEMORY];
  const s = source[START];
  let codePoints = 0;
  for (let i = 0; i < length; i++, codePoints++) {
    const c = text.charCodeAt(i);
    if (c > 0x7f) refuse(codePoints);
    m[s + i] = c;
  }
  return fromHexBytes(m, s, s + length);
}
