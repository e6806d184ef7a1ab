import { IS_ALNUM, IS_ALPHA, IS_DIGIT, IS_LOWER, IS_SPACE, IS_UPPER, kinds } from './kinds.js';

/** Whether there is a byte and all are of the given kinds. */
function all(m: Uint8Array, s: number, e: number, mask: number): boolean {
  if (s >= e) return false;
  const table = kinds;
  for (let i = s; i < e; i++) if ((table[m[i]!]! & mask) === 0) return false;
  return true;
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isalnum`. */
export function isalnum(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_ALNUM);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isalpha`. */
export function isalpha(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_ALPHA);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isdigit`. */
export function isdigit(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_DIGIT);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isspace`. */
export function isspace(m: Uint8Array, s: number, e: number): boolean {
  return all(m, s, e, IS_SPACE);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isascii`. */
export function isascii(m: Uint8Array, s: number, e: number): boolean {
  for (let i = s; i < e; i++) if (m[i]! > 0x7f) return false;
  return true;
}

/** Whether there is a byte of one kind and none of the other. */
function someWithout(m: Uint8Array, s: number, e: number, wanted: number, refused: number): boolean {
  const table = kinds;
  let seen = 0;
  for (let i = s; i < e; i++) {
    const kind = table[m[i]!]!;
    if ((kind & refused) !== 0) return false;
    seen |= kind;
  }
  return (seen & wanted) !== 0;
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_islower`. */
export function islower(m: Uint8Array, s: number, e: number): boolean {
  return someWithout(m, s, e, IS_LOWER, IS_UPPER);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_isupper`. */
export function isupper(m: Uint8Array, s: number, e: number): boolean {
  return someWithout(m, s, e, IS_UPPER, IS_LOWER);
}

/** Upper case starts each run of letters and is nowhere else. CPython: `_Py_bytes_istitle`. */
export function istitle(m: Uint8Array, s: number, e: number): boolean {
  const table = kinds;
  let cased = false;
  let inWord = 0;
  for (let i = s; i < e; i++) {
    const kind = table[m[i]!]!;
    if ((kind & (inWord === 0 ? IS_LOWER : IS_UPPER)) !== 0) return false;
    inWord = kind & IS_ALPHA;
    if (inWord !== 0) cased = true;
  }
  return cased;
}
