import { kernels } from '../accelerate/load.js';
import * as simd from '../accelerate/simd-change.js';
import { PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, Range, START, allocate } from '../memory/index.js';

/** From so many bytes on, the kernels win, copying included (`npm run bench:tiers`). */
const KERNEL = 128;

/**
 * Each byte replaced by `tm[ts + byte]`, in new memory; null where that changes nothing.
 *
 * CPython: Objects/bytesobject.c `bytes_translate_impl`
 */
export function translate(m: Uint8Array, s: number, e: number, tm: Uint8Array, ts: number): Range | null {
  const result = allocate(e - s);
  const target = result[MEMORY];
  let at = result[START];
  let changed = 0;
  for (; s < e - 3; s += 4) {
    const a = m[s]!;
    const b = m[s + 1]!;
    const c = m[s + 2]!;
    const d = m[s + 3]!;
    const ta = tm[ts + a]!;
    const tb = tm[ts + b]!;
    const tc = tm[ts + c]!;
    const td = tm[ts + d]!;
    changed |= (a ^ ta) | (b ^ tb) | (c ^ tc) | (d ^ td);
    target[at] = ta;
    target[at + 1] = tb;
    target[at + 2] = tc;
    target[at + 3] = td;
    at += 4;
  }
  for (; s < e; s++) {
    const c = m[s]!;
    const to = tm[ts + c]!;
    changed |= c ^ to;
    target[at++] = to;
  }
  return changed === 0 ? null : result;
}

/** What becomes of each byte, -1 for nothing; filled anew by each call. */
const targets = new Int16Array(256);

/** As {@link translate} (no table: as they are), without the bytes of the set `dm[ds .. de)`. */
export function translateDelete(
  m: Uint8Array,
  s: number,
  e: number,
  tm: Uint8Array | null,
  ts: number,
  dm: Uint8Array,
  ds: number,
  de: number,
): Range | null {
  const table = targets;
  for (let i = 0; i < 256; i++) table[i] = tm === null ? i : tm[ts + i]!;
  for (let i = ds; i < de; i++) table[dm[i]!] = -1;
  const result = allocate(e - s);
  const target = result[MEMORY];
  const start = result[START];
  let at = start;
  let changed = 0;
  for (let i = s; i < e; i++) {
    const c = m[i]!;
    const to = table[c]!;
    changed |= c ^ to;
    // No branch on what a byte is: one to be left out is written too, and overwritten by the next.
    target[at] = to;
    at += to >= 0 ? 1 : 0;
  }
  if (changed === 0) return null;
  return at - start === result[LENGTH] ? result : new Range(target, start, at - start);
}

/**
 * The table for {@link translate} that takes each byte of one range to that of the other.
 *
 * @throws PyValueError `maketrans arguments must have same length`
 *
 * CPython: Objects/bytes_methods.c `_Py_bytes_maketrans`
 */
export function maketrans(
  fm: Uint8Array,
  fs: number,
  fe: number,
  tm: Uint8Array,
  ts: number,
  te: number,
): Range {
  if (fe - fs !== te - ts) throw new PyValueError('maketrans arguments must have same length');
  const result = allocate(256);
  const target = result[MEMORY];
  const at = result[START];
  for (let i = 0; i < 256; i++) target[at + i] = i;
  for (let i = fs; i < fe; i++) target[at + fm[i]!] = tm[ts + i - fs]!;
  return result;
}
