/** Calls the kernels of `kernels/unicode.ts` piece by piece: valid UTF-8 to text. */
import { allocateOwn } from '../memory/index.js';
import { OUTPUT, PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn } from './pieces.js';

/** Makes a string from the UTF-16 units in `memory[start .. end)`. */
type TextOfUnits = (this: Uint8Array, start: number, end: number) => string;

/** Converts the bytes `m[s .. e)`, at most a piece, to UTF-16 in the output. Returns the number of units. */
function toUnits(k: KernelInstance, m: Uint8Array, s: number, e: number): number {
  copyIn(k, m, s, e);
  return k.run.fromUtf8(e - s);
}

/**
 * From this many bytes on, the units are counted first, which takes a fifth of the time of decoding.
 * Reserving twice as many bytes would be more than most texts need and more than allocators keep for reuse,
 * and fresh memory from the system is the slowest.
 */
const COUNTED_FROM = 0x800000;

/** An upper bound of the number of units that a view of valid UTF-8 becomes. */
function mostUnits(k: KernelInstance, utf8: Uint8Array): number {
  const { length } = utf8;
  if (length < COUNTED_FROM) return length;
  let units = 0;
  for (let at = 0; at < length; at += PIECE) {
    const n = Math.min(PIECE, length - at);
    copyIn(k, utf8, at, at + n);
    units += k.run.unitsOfUtf8(n);
  }
  return units;
}

/**
 * The end of a piece of valid UTF-8 that begins at `at`, chosen so that it does not split a character. If
 * another thread changes the bytes in between, the piece is as long as possible.
 */
function endOfPiece(utf8: Uint8Array, at: number): number {
  const end = at + PIECE;
  if (end >= utf8.length) return utf8.length;
  for (let cut = end; cut > end - 4; cut--) if ((utf8[cut]! & 0xc0) !== 0x80) return cut;
  return end;
}

/** Returns memory of twice the length that begins with the same content. */
function twice(units: Uint8Array, used: number): Uint8Array {
  const longer = allocateOwn(2 * units.length + 2 * PIECE);
  longer.set(units.subarray(0, used));
  return longer;
}

/**
 * Decodes a view of valid UTF-8, which the caller has checked. If another thread changes the bytes in
 * between, the result is some text: the function never relies on what it has counted.
 */
export function textOfUtf8(k: KernelInstance, utf8: Uint8Array, textOfUnits: TextOfUnits): string {
  const { memory } = k;
  const { length } = utf8;
  if (length <= PIECE) {
    const count = toUnits(k, utf8, 0, length);
    return textOfUnits.call(memory, OUTPUT, OUTPUT + 2 * count);
  }
  // Concatenating the pieces' strings would postpone the joining to the first time that the text is read.
  let units = allocateOwn(2 * mostUnits(k, utf8));
  let used = 0;
  let at = 0;
  while (at < length) {
    const end = endOfPiece(utf8, at);
    const size = 2 * toUnits(k, utf8, at, end);
    if (used + size > units.length) units = twice(units, used);
    units.set(memory.subarray(OUTPUT, OUTPUT + size), used);
    used += size;
    at = end;
  }
  return textOfUnits.call(units, 0, used);
}
