import { IS_SPACE, kinds } from './kinds.js';

/** The first byte that is not white space, or the end. CPython: Objects/bytesobject.c `do_strip`. */
export function skipSpace(m: Uint8Array, s: number, e: number): number {
  while (s < e && (kinds[m[s]!]! & IS_SPACE) !== 0) s++;
  return s;
}

/**
 * The end without trailing white space.
 *
 * CPython: Objects/bytesobject.c `do_strip`
 */
export function skipSpaceBack(m: Uint8Array, s: number, e: number): number {
  while (e > s && (kinds[m[e - 1]!]! & IS_SPACE) !== 0) e--;
  return e;
}

/** Sets of up to this many bytes are searched as they are; larger ones become a table first. */
const SMALL_SET = 4;

/** Filled anew by each call: a fresh typed array of this size would cost more than the rest. */
const members = new Uint8Array(256);

function tableOf(cm: Uint8Array, cs: number, ce: number): Uint8Array {
  const table = members;
  table.fill(0);
  for (let i = cs; i < ce; i++) table[cm[i]!] = 1;
  return table;
}

function inSet(byte: number, cm: Uint8Array, cs: number, ce: number): boolean {
  for (let i = cs; i < ce; i++) if (cm[i] === byte) return true;
  return false;
}

/** The first byte that is not in the set `cm[cs .. ce)`, or the end. CPython: Objects/bytesobject.c `do_xstrip`. */
export function skipSet(m: Uint8Array, s: number, e: number, cm: Uint8Array, cs: number, ce: number): number {
  if (ce - cs <= SMALL_SET) {
    while (s < e && inSet(m[s]!, cm, cs, ce)) s++;
    return s;
  }
  if (s >= e) return s;
  const table = tableOf(cm, cs, ce);
  while (s < e && table[m[s]!] === 1) s++;
  return s;
}

/**
 * The end without trailing bytes of the set.
 *
 * CPython: Objects/bytesobject.c `do_xstrip`
 */
export function skipSetBack(
  m: Uint8Array,
  s: number,
  e: number,
  cm: Uint8Array,
  cs: number,
  ce: number,
): number {
  if (ce - cs <= SMALL_SET) {
    while (e > s && inSet(m[e - 1]!, cm, cs, ce)) e--;
    return e;
  }
  if (s >= e) return e;
  const table = tableOf(cm, cs, ce);
  while (e > s && table[m[e - 1]!] === 1) e--;
  return e;
}
