/** How `kernels/unicode.ts` is called, piece by piece: valid UTF-8 to text. */
import { allocateOwn } from '../memory/index.js';
import { OUTPUT, PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn } from './pieces.js';

/** Makes a string of the UTF-16 units in `memory[start .. end)`. */
type TextOfUnits = (this: Uint8Array, start: number, end: number) => string;

/** The number of units that the bytes `m[s .. e)`, at most a piece, become in the output. */
function toUnits(k: KernelInstance, m: Uint8Array, s: number, e: number): number {
  copyIn(k, m, s, e);
  return k.run.fromUtf8(e - s);
}

/**
 * From this many bytes on their units are counted first, which takes a fifth of the time of decoding: twice as many bytes
 * are more than most text needs, and more than allocators keep for the next time. New memory takes the system longest.
 */
const COUNTED_FROM = 0x800000;

/** How many units a view of valid UTF-8 becomes at most. */
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
 * Where a piece of valid UTF-8 that begins at `at` ends, which is not within a character. Bytes that a worker changes
 * meanwhile may be anything: then the piece is as long as it can be.
 */
function endOfPiece(utf8: Uint8Array, at: number): number {
  const end = at + PIECE;
  if (end >= utf8.length) return utf8.length;
  for (let cut = end; cut > end - 4; cut--) if ((utf8[cut]! & 0xc0) !== 0x80) return cut;
  return end;
}

/** Memory twice as long with the same beginning. */
function twice(units: Uint8Array, used: number): Uint8Array {
  const longer = allocateOwn(2 * units.length + 2 * PIECE);
  longer.set(units.subarray(0, used));
  return longer;
}

/**
 * The text of a view of valid UTF-8, which is not checked here. Bytes that a worker changes meanwhile become any text:
 * what was counted of them is never relied on.
 */
export function textOfUtf8(k: KernelInstance, utf8: Uint8Array, textOfUnits: TextOfUnits): string {
  const { memory } = k;
  const { length } = utf8;
  if (length <= PIECE) {
    const count = toUnits(k, utf8, 0, length);
    return textOfUnits.call(memory, OUTPUT, OUTPUT + 2 * count);
  }
  // Adding up the pieces' strings would leave the work of joining them to the first who reads the text.
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
