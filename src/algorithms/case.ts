/**
 * The case of ASCII letters. It assumes that ranges are within their memory and that targets have room. The
 * methods of bytes call these functions.
 */
import { kernels } from '../accelerate/load.js';
import { isWorthWords } from '../memory/index.js';
import { IS_ALPHA, IS_LOWER, IS_UPPER, kinds } from './kinds.js';
import { mapBytes } from './translate.js';
import { flipCaseInWords } from './words.js';

// The target may be the source itself (a bytearray that changes its own copy); otherwise the two must not
// overlap.

/** From this many bytes on, the kernels are faster than words, including the copying (`npm run bench:tiers`). */
const KERNEL = 256;
/** The same for `title`, which has no words. */
const TITLE_KERNEL = 64;

/** Each byte, with the case of the letters of the given kind flipped. */
function flipped(kind: number): Uint8Array {
  return kinds.map((bits, byte) => ((bits & kind) === 0 ? byte : byte ^ 0x20));
}

const lowered = /* @__PURE__ */ flipped(IS_UPPER);
const uppered = /* @__PURE__ */ flipped(IS_LOWER);
const swapped = /* @__PURE__ */ flipped(IS_ALPHA);

/** CPython: Objects/bytes_methods.c `_Py_bytes_lower`. */
export function lower(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.lower(k, m, s, e, target, at);
  }
  const done = isWorthWords(m, e - s) ? flipCaseInWords(m, s, e, target, at, 0x41, 0x5a, 0) : s;
  mapBytes(m, done, e, lowered, 0, target, at + done - s);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_upper`. */
export function upper(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.upper(k, m, s, e, target, at);
  }
  const done = isWorthWords(m, e - s) ? flipCaseInWords(m, s, e, target, at, 0x61, 0x7a, 0) : s;
  mapBytes(m, done, e, uppered, 0, target, at + done - s);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_swapcase`. */
export function swapcase(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.swapcase(k, m, s, e, target, at);
  }
  const done = isWorthWords(m, e - s) ? flipCaseInWords(m, s, e, target, at, 0x61, 0x7a, 0x20) : s;
  mapBytes(m, done, e, swapped, 0, target, at + done - s);
}

/**
 * Turns the first byte into upper case and the rest into lower case.
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_capitalize`.
 */
export function capitalize(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (s >= e) return;
  target[at] = uppered[m[s]!]!;
  lower(m, s + 1, e, target, at + 1);
}

/**
 * Turns the first letter of each run into upper case and the rest into lower case.
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_title`.
 */
export function title(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (e - s >= TITLE_KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.title(k, m, s, e, target, at);
  }
  const table = kinds;
  let wrong = IS_LOWER;
  for (; s < e; s++) {
    const c = m[s]!;
    const kind = table[c]!;
    target[at++] = (kind & wrong) === 0 ? c : c ^ 0x20;
    wrong = (kind & IS_ALPHA) === 0 ? IS_LOWER : IS_UPPER;
  }
}
