/**
 * `maketrans` over two leased arguments. It belongs to the part `methods`: `register-methods.ts` registers
 * it.
 */
import { maketrans } from '../algorithms/index.js';
import { LENGTH, MEMORY, START, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { endLease, lease } from '../protocol/index.js';
import { hold, letGo } from './hold.js';

/**
 * The table of 256 bytes that maps each byte of `frm` to the byte at the same index of `to`.
 *
 * @throws PyValueError `maketrans arguments must have same length`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_maketrans`
 */
export function maketransOf(frm: unknown, to: unknown): Range {
  const from = hold(frm);
  let into: Content | null = null;
  try {
    into = lease(to);
    const fs = from[START];
    const ts = into[START];
    return maketrans(
      intact(from[MEMORY], from[START] + from[LENGTH]),
      fs,
      fs + from[LENGTH],
      intact(into[MEMORY], into[START] + into[LENGTH]),
      ts,
      ts + into[LENGTH],
    );
  } finally {
    letGo(from);
    if (into !== null) endLease(into);
  }
}
