/**
 * Maps bytes through a table of 256, with or without deletion, and makes such tables. `translate` and
 * `maketrans` call these functions.
 */
import { kernels } from '../accelerate/load.js';
import { PyValueError } from '../exceptions/index.js';
import { ALL_BYTES, MEMORY, START, allocate, upTo } from '../memory/index.js';
import type { Range } from '../memory/index.js';

/** From this many bytes on, the kernels are faster, including the copying (`npm run bench:tiers`). */
const KERNEL = 128;
const KERNEL_DELETE = 64;

/**
 * Replaces each byte by `tm[ts + byte]`, in new memory; null if that changes nothing.
 *
 * CPython: Objects/bytesobject.c `bytes_translate_impl`
 */
export function translate(m: Uint8Array, s: number, e: number, tm: Uint8Array, ts: number): Range | null {
  const result = allocate(e - s);
  const target = result[MEMORY];
  const at = result[START];
  const k = e - s >= KERNEL ? kernels(e - s) : null;
  const changed =
    k === null ? mapBytes(m, s, e, tm, ts, target, at) : k.glue.translate(k, m, s, e, tm, ts, target, at);
  return changed ? result : null;
}

/**
 * Writes `tm[ts + byte]` for each byte of a range to `target[at ..)`, which may be the range itself. Returns
 * whether that changes any byte.
 */
export function mapBytes(
  m: Uint8Array,
  s: number,
  e: number,
  tm: Uint8Array,
  ts: number,
  target: Uint8Array,
  at: number,
): boolean {
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
  return changed !== 0;
}

/** 0 for bytes to delete, 1 for others; each call fills it again. */
const kept = new Uint8Array(256);

/**
 * Like {@link translate}, or without mapping if there is no table, and deletes the bytes of the set
 * `dm[ds .. de)`.
 *
 * CPython: Objects/bytesobject.c `bytes_translate_impl`
 */
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
  const result = allocate(e - s);
  const target = result[MEMORY];
  const start = result[START];
  const k = e - s >= KERNEL_DELETE ? kernels(e - s) : null;
  if (k !== null) {
    const written = k.glue.squeeze(k, m, s, e, tm, ts, dm, ds, de, target, start);
    return written < 0 ? null : upTo(result, written);
  }
  if (tm === null) {
    tm = ALL_BYTES;
    ts = 0;
  }
  const keep = kept;
  keep.fill(1);
  for (let i = ds; i < de; i++) keep[dm[i]!] = 0;
  let at = start;
  let changed = 0;
  for (let i = s; i < e; i++) {
    const c = m[i]!;
    const to = tm[ts + c]!;
    const one = keep[c]!;
    changed |= (c ^ to) | (one ^ 1);
    // Without a branch: a deleted byte is written too, and overwritten by the next.
    target[at] = to;
    at += one;
  }
  return changed === 0 ? null : upTo(result, at - start);
}

/**
 * Makes the table for {@link translate} that maps each byte of one range to the byte of the other.
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
