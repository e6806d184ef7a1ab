import { equal } from './compare.js';

/** First place of a byte, or -1. */
export function findByte(m: Uint8Array, s: number, e: number, byte: number): number {
  for (let i = s; i < e; i++) if (m[i] === byte) return i;
  return -1;
}

/** Last place of a byte, or -1. */
export function rfindByte(m: Uint8Array, s: number, e: number, byte: number): number {
  for (let i = e - 1; i >= s; i--) if (m[i] === byte) return i;
  return -1;
}

/** How often a byte occurs, at most `limit`. */
export function countByte(m: Uint8Array, s: number, e: number, byte: number, limit = Infinity): number {
  let count = 0;
  for (let i = s; i < e && count < limit; i++) if (m[i] === byte) count++;
  return count;
}

/** First place of a needle, or -1. An empty needle is found at `s`; nothing is found where `e < s`. */
export function find(m: Uint8Array, s: number, e: number, nm: Uint8Array, ns: number, ne: number): number {
  const length = ne - ns;
  for (let i = s; i + length <= e; i++) if (equal(m, i, nm, ns, length)) return i;
  return -1;
}

/** Last place of a needle, or -1. An empty needle is found at `e`. */
export function rfind(m: Uint8Array, s: number, e: number, nm: Uint8Array, ns: number, ne: number): number {
  const length = ne - ns;
  for (let i = e - length; i >= s; i--) if (equal(m, i, nm, ns, length)) return i;
  return -1;
}

/** How often a needle occurs without overlap, at most `limit`; an empty one between all bytes and at both ends. */
export function count(
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit = Infinity,
): number {
  if (e < s) return 0;
  if (ns === ne) return Math.min(e - s + 1, limit);
  let total = 0;
  while (total < limit) {
    const at = find(m, s, e, nm, ns, ne);
    if (at < 0) break;
    total++;
    s = at + ne - ns;
  }
  return total;
}
