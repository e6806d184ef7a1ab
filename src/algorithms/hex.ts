/** Hexadecimal digits from bytes and back. `hex`, `fromhex` and `binascii` call these functions. */
import { kernels } from '../accelerate/load.js';
import type { Kernels } from '../accelerate/load.js';
import { encodeAsciiNative, fromHexNative, hexNative } from '../accelerate/natives.js';
import { tiers } from '../accelerate/tiers.js';
import { PyMemoryError, PyValueError } from '../exceptions/index.js';
import { MEMORY, START, allocate, allocateOwn, upTo } from '../memory/index.js';
import type { Range } from '../memory/index.js';
import { IS_SPACE, kinds } from './kinds.js';
import { asciiText, checkTextLength, orMemoryError } from './text.js';

/** Up to this many bytes, concatenating strings is faster than a call. */
const SHORT = 8;
/** From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 64;
const KERNEL_GROUPS = 8;
const KERNEL_TEXT = 128;
/**
 * The most bytes whose text is assembled from the kernels' pieces. For more, the platform makes one string in
 * 1.2 ns a byte; V8 would take as long to join the pieces, and longer to make memory for all digits.
 */
const KERNEL_JOIN = 2 ** 20;
/** Up to this length of a text, a loop that reads digits is faster than the platform's function. */
const SHORT_TEXT = 48;
/** The shortest text for the platform's encoder, which handles text with whitespace. */
const NATIVE_SPACED = 256;

const pairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The two digits of each byte, as ASCII: `high + low * 256`. */
const digitPairs: Uint16Array = Uint16Array.from(
  pairs,
  (pair) => pair.charCodeAt(0) + pair.charCodeAt(1) * 256,
);

/** Marks whitespace in {@link digits}. */
const SPACE = 64;

/** The value of each hexadecimal digit, {@link SPACE} for whitespace, 255 for everything else. */
const digits: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const at = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  if ((kinds[code]! & IS_SPACE) !== 0) return SPACE;
  return at >= 0 ? at : 255;
});

/**
 * Returns two lower-case digits for each byte.
 *
 * @param separator an ASCII byte between groups, -1 for none
 * @param bytesPerSep bytes in a group, counted from the right, from the left when negative; 0 for no
 *   separators
 * @throws PyMemoryError when the platform has no string of that length
 *
 * CPython: Python/pystrhex.c `_Py_strhex_with_sep`
 */
export function hex(m: Uint8Array, s: number, e: number, separator: number, bytesPerSep: number): string {
  const length = e - s;
  const group = Math.abs(bytesPerSep);
  checkTextLength(2 * length);
  if (separator >= 0 && group > 0 && group < length) return hexGroups(m, s, e, separator, bytesPerSep);
  if (length <= SHORT) {
    let text = '';
    for (; s < e; s++) text += pairs[m[s]!]!;
    return text;
  }
  const native = tiers.natives ? hexNative : null;
  const k = length >= KERNEL ? textKernels(length) : null;
  if (k !== null && length <= KERNEL_JOIN) {
    // Short enough for every platform's strings.
    return k.glue.hex(k, m, s, e);
  }
  if (native !== null) return orMemoryError(native, m, s, e);
  const digitsOut = allocateOwn(2 * length);
  if (k !== null) k.glue.hexInto(k, m, s, e, digitsOut, 0);
  else writeHex(m, s, e, digitsOut, 0);
  return asciiText(digitsOut, 0, 2 * length);
}

/**
 * Returns two lower-case digits for each byte, as bytes in new memory.
 *
 * CPython: Python/pystrhex.c `_Py_strhex_bytes`
 */
export function hexBytes(m: Uint8Array, s: number, e: number): Range {
  const length = e - s;
  const result = allocate(2 * length);
  const k = length >= KERNEL ? kernels(length) : null;
  if (k !== null) k.glue.hexInto(k, m, s, e, result[MEMORY], result[START]);
  else writeHex(m, s, e, result[MEMORY], result[START]);
  return result;
}

/** The kernels, if they can make text on this platform. */
function textKernels(length: number): Kernels | null {
  const k = kernels(length);
  return k !== null && k.glue.writesText ? k : null;
}

function writeHex(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): number {
  const table = digitPairs;
  for (; s < e; s++) {
    const pair = table[m[s]!]!;
    target[at++] = pair & 255;
    target[at++] = pair >>> 8;
  }
  return at;
}

function hexGroups(m: Uint8Array, s: number, e: number, separator: number, bytesPerSep: number): string {
  const length = e - s;
  const group = Math.abs(bytesPerSep);
  // Divisions take as long as the digits of a few bytes.
  const size = 2 * length + (group === 1 ? length - 1 : Math.floor((length - 1) / group));
  checkTextLength(size);
  // Counting from the right, the first group may be shorter.
  const first = bytesPerSep > 1 ? length % group || group : group;
  if (length >= KERNEL_GROUPS) {
    const k = textKernels(length);
    if (k !== null) {
      try {
        return k.glue.hexGroups(k, m, s, e, separator, first, group);
      } catch {
        throw new PyMemoryError();
      }
    }
  }
  const target = allocateOwn(size);
  let at = 0;
  for (let next = s + first; ; next += group) {
    const end = Math.min(next, e);
    at = writeHex(m, s, end, target, at);
    s = end;
    if (s >= e) return asciiText(target, 0, size);
    target[at++] = separator;
  }
}

function refuse(position: number): never {
  throw new PyValueError(`non-hexadecimal number found in fromhex() arg at position ${position}`);
}

function refuseOdd(): never {
  throw new PyValueError('fromhex() arg must contain an even number of hexadecimal digits');
}

/**
 * Reads pairs of hexadecimal digits, ignoring ASCII whitespace before each pair, as bytes in new memory.
 *
 * @throws PyValueError `non-hexadecimal number found in fromhex() arg at position 3`
 * @throws PyValueError `fromhex() arg must contain an even number of hexadecimal digits`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FromHex`
 */
export function fromHexBytes(m: Uint8Array, s: number, e: number): Range {
  const result = allocate(Math.floor((e - s) / 2));
  const target = result[MEMORY];
  const k = e - s >= KERNEL_TEXT ? kernels(e - s) : null;
  const written = k === null ? -1 : k.glue.fromHexBytes(k, m, s, e, target, result[START]);
  if (written >= 0) return upTo(result, written);
  const table = digits;
  const last = e - 1;
  let at = result[START];
  let i = s;
  while (i < last) {
    const high = table[m[i]!]!;
    const low = table[m[i + 1]!]!;
    if ((high | low) < 16) {
      target[at++] = (high << 4) | low;
      i += 2;
      // The usual space between pairs; saves an iteration.
      if (m[i] === 0x20 && i < last) i++;
    } else if (high === SPACE) {
      i++;
    } else {
      refuse(i - s + (high < 16 ? 1 : 0));
    }
  }
  if (i === last && table[m[i]!] !== SPACE) {
    if (table[m[i]!]! < 16) refuseOdd();
    refuse(i - s);
  }
  return upTo(result, at - result[START]);
}

/**
 * Like {@link fromHexBytes}, for text; positions count code points. A non-ASCII character anywhere is refused
 * before anything else.
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FromHex`
 */
export function fromHexText(text: string): Range {
  const length = text.length;
  if (length >= KERNEL_TEXT) {
    const k = kernels(length);
    if (k !== null && k.glue.readsText) {
      const result = allocate(Math.floor(length / 2));
      const start = result[START];
      const written = k.glue.fromHex(k, text, result[MEMORY], start);
      if (written >= 0) return upTo(result, written);
    }
  }
  if (length <= SHORT_TEXT) {
    const result = allocate(length >>> 1);
    if (readPairs(text, result[MEMORY], result[START])) return result;
  } else if (tiers.natives) {
    if (length % 2 === 0 && fromHexNative !== null) {
      const result = allocate(length / 2);
      if (fromHexNative(text, result[MEMORY], result[START])) return result;
    }
    if (length >= NATIVE_SPACED && encodeAsciiNative !== null) {
      const bytes = allocateOwn(length);
      if (encodeAsciiNative(text, bytes)) return fromHexBytes(bytes, 0, length);
    }
  }
  const bytes = allocate(length);
  const m = bytes[MEMORY];
  const s = bytes[START];
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    // Only ASCII precedes it, so its position is the same in code points.
    if (c > 0x7f) refuse(i);
    m[s + i] = c;
  }
  return fromHexBytes(m, s, s + length);
}

/** Reads a short text of pairs only. Returns false, after writing arbitrary bytes, if it is anything else. */
function readPairs(text: string, target: Uint8Array, at: number): boolean {
  const { length } = text;
  if (length % 2 !== 0) return false;
  const table = digits;
  let bits = 0;
  for (let i = 0; i < length; i += 2) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const high = table[a & 0x7f]!;
    const low = table[b & 0x7f]!;
    bits |= ((a | b) & ~0x7f) | high | low;
    target[at++] = (high << 4) | low;
  }
  return bits < 16;
}
