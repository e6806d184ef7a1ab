/**
 * The `is...` methods: tests of ASCII classes over a range of bytes. The methods of bytes call these
 * functions.
 */
import { DIGIT, LOWER, SPACE, UPPER } from '../accelerate/limits.js';
import { kernels } from '../accelerate/load.js';
import { isAsciiNative } from '../accelerate/natives.js';
import { tiers } from '../accelerate/tiers.js';
import { isWorthWords } from '../memory/index.js';
import { IS_ALNUM, IS_ALPHA, IS_DIGIT, IS_LOWER, IS_SPACE, IS_UPPER, kinds } from './kinds.js';
import { isAsciiInWords } from './words.js';

/** From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 64;
/** From this many bytes on, a platform call is worth its cost. */
const NATIVE_ASCII = 64;

/** Whether there is at least one byte and all are of one kind, given also as the kernels' classes. */
function all(m: Uint8Array, s: number, e: number, mask: number, classes: number): boolean {
  if (s >= e) return false;
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.every(k, m, s, e, classes);
  }
  const table = kinds;
  for (; s < e - 7; s += 8) {
    const every =
      table[m[s]!]! &
      table[m[s + 1]!]! &
      table[m[s + 2]!]! &
      table[m[s + 3]!]! &
      table[m[s + 4]!]! &
      table[m[s + 5]!]! &
      table[m[s + 6]!]! &
      table[m[s + 7]!]!;
    if ((every & mask) === 0) return false;
  }
  for (; s < e; s++) if ((table[m[s]!]! & mask) === 0) return false;
  return true;
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isalnum`. */
export function isalnum(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_ALNUM, LOWER | UPPER | DIGIT);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isalpha`. */
export function isalpha(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_ALPHA, LOWER | UPPER);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isdigit`. */
export function isdigit(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_DIGIT, DIGIT);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isspace`. */
export function isspace(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_SPACE, SPACE);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isascii`. */
export function isascii(m: Uint8Array, s: number, e: number): boolean {
  if (e - s >= NATIVE_ASCII && isAsciiNative !== null && tiers.natives) return isAsciiNative(m, s, e);
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.isAscii(k, m, s, e);
  }
  if (isWorthWords(m, e - s)) return isAsciiInWords(m, s, e);
  for (; s < e; s++) if (m[s]! > 0x7f) return false;
  return true;
}

/** The kernels' classes of the two cases. */
const CLASSES: readonly number[] = [0, LOWER, UPPER];

/** Whether there is a letter of one case and none of the other. */
function someWithout(m: Uint8Array, s: number, e: number, wanted: number, refused: number): boolean {
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.someWithout(k, m, s, e, CLASSES[wanted]!, CLASSES[refused]!);
  }
  const table = kinds;
  let seen = 0;
  for (; s < e - 7; s += 8) {
    seen |=
      table[m[s]!]! |
      table[m[s + 1]!]! |
      table[m[s + 2]!]! |
      table[m[s + 3]!]! |
      table[m[s + 4]!]! |
      table[m[s + 5]!]! |
      table[m[s + 6]!]! |
      table[m[s + 7]!]!;
    if ((seen & refused) !== 0) return false;
  }
  for (; s < e; s++) seen |= table[m[s]!]!;
  return (seen & refused) === 0 && (seen & wanted) !== 0;
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_islower`. */
export function islower(m: Uint8Array, s: number, e: number): boolean {
  return someWithout(m, s, e, IS_LOWER, IS_UPPER);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isupper`. */
export function isupper(m: Uint8Array, s: number, e: number): boolean {
  return someWithout(m, s, e, IS_UPPER, IS_LOWER);
}

/**
 * Whether each run of letters starts in upper case and continues in lower case. CPython: `_Py_bytes_istitle`.
 */
export function istitle(m: Uint8Array, s: number, e: number): boolean {
  if (e - s >= KERNEL) {
    const k = kernels(e - s);
    if (k !== null) return k.glue.isTitle(k, m, s, e);
  }
  const table = kinds;
  let wrong = IS_LOWER;
  let seen = 0;
  for (; s < e; s++) {
    const kind = table[m[s]!]!;
    if ((kind & wrong) !== 0) return false;
    seen |= kind;
    wrong = (kind & IS_ALPHA) === 0 ? IS_LOWER : IS_UPPER;
  }
  return (seen & IS_ALPHA) !== 0;
}
