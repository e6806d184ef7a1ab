import { IS_ALPHA, IS_LOWER, IS_UPPER, kinds } from './kinds.js';

/** Flips the case bit of each byte of the given kinds. Target may be the source at the same place. */
function flip(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number, mask: number): void {
  const table = kinds;
  for (let i = s; i < e; i++) {
    const c = m[i]!;
    target[at++] = (table[c]! & mask) === 0 ? c : c ^ 0x20;
  }
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_lower`. */
export function lower(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  flip(m, s, e, target, at, IS_UPPER);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_upper`. */
export function upper(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  flip(m, s, e, target, at, IS_LOWER);
}

/** CPython: Objects/bytes_methods.c `_Py_bytes_swapcase`. */
export function swapcase(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  flip(m, s, e, target, at, IS_ALPHA);
}

/** First byte upper case, the rest lower. CPython: Objects/bytes_methods.c `_Py_bytes_capitalize`. */
export function capitalize(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  if (s >= e) return;
  upper(m, s, s + 1, target, at);
  lower(m, s + 1, e, target, at + 1);
}

/** Each run of letters starts in upper case. CPython: Objects/bytes_methods.c `_Py_bytes_title`. */
export function title(m: Uint8Array, s: number, e: number, target: Uint8Array, at: number): void {
  const table = kinds;
  let inWord = 0;
  for (let i = s; i < e; i++) {
    const c = m[i]!;
    const kind = table[c]!;
    target[at++] = (kind & (inWord === 0 ? IS_LOWER : IS_UPPER)) === 0 ? c : c ^ 0x20;
    inWord = kind & IS_ALPHA;
  }
}
