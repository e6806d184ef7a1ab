/** Calls the kernels of `kernels/search.ts` piece by piece. */
import type { Offsets } from '../memory/index.js';
import { NEEDLE, NEEDLE_LIMIT, PIECE } from './layout.js';
import { GIVE_UP } from './limits.js';
import type { KernelInstance } from './kernel-instance.js';
import { appendList, copyIn, copyInto } from './pieces.js';

/** The number of bytes that comparing candidates may cost, per byte searched, before a search gives up. */
const PATIENCE = 16;
/** The longest memory that may stay alive because its needle was the last one: a slab's. */
const KEPT_LIMIT = 65536;
/** The number of bytes to search before a whole piece is copied, because many searches end early. */
const GLANCE = 1024;

/** The kernel tier of the algorithm `countByte`, without a limit. */
export function countByte(k: KernelInstance, m: Uint8Array, s: number, e: number, byte: number): number {
  const { run } = k;
  let total = 0;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    total += run.countByte(n, byte);
  }
  return total;
}

/** How common a byte is in text and in tables: 0 for most bytes, more for common letters. */
const commonness = new Uint8Array(256);
{
  const order = 'kvbygpfwmucdlhrsnioate .,\n\t"\'-_=()<>/0123456789ABCDEFST';
  for (let i = 0; i < order.length; i++) commonness[order.charCodeAt(i)] = i < 23 ? 60 + i * 4 : 40;
  for (const byte of [0, 255]) commonness[byte] = 250;
}

/** The two indices in the needle that {@link choosePair} found. */
let first = 0;
let second = 0;

/** Finds the two rarest bytes of a needle. Two different bytes count for more than two rare ones. */
function choosePair(nm: Uint8Array, ns: number, ne: number): void {
  const m = ne - ns;
  let best = 0;
  let next = m - 1;
  let bestRank = commonness[nm[ns]!]!;
  let nextRank = 1000;
  for (let i = 1; i < m && bestRank + nextRank > 0; i++) {
    const byte = nm[ns + i]!;
    const rank = commonness[byte]!;
    if (byte === nm[ns + best]) continue;
    if (rank < bestRank) {
      next = best;
      nextRank = bestRank;
      best = i;
      bestRank = rank;
    } else if (rank < nextRank) {
      next = i;
      nextRank = rank;
    }
  }
  first = Math.min(best, next);
  second = Math.max(best, next);
}

let lastMemory: Uint8Array | null = null;
let lastStart = 0;
let lastEnd = 0;

/**
 * Prepares a needle of 2 to NEEDLE_LIMIT bytes. The last needle is remembered, because programs search for
 * the same one again and again, and choosing takes 30 ns. If its bytes have changed since, the indices are no
 * longer the best but still correct.
 */
function prepare(k: KernelInstance, nm: Uint8Array, ns: number, ne: number): void {
  if (ns !== lastStart || ne !== lastEnd || nm !== lastMemory) {
    choosePair(nm, ns, ne);
    lastStart = ns;
    lastEnd = ne;
    // A larger memory must not be kept alive by a search.
    lastMemory = nm.length <= KEPT_LIMIT ? nm : null;
  }
  copyInto(k.memory, nm, ns, ne, NEEDLE);
}

/** The kernel tier of the algorithm `find` for needles of two bytes or more; may return {@link GIVE_UP}. */
export function find(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
): number {
  const length = ne - ns;
  if (length > NEEDLE_LIMIT) return GIVE_UP;
  prepare(k, nm, ns, ne);
  const { run } = k;
  let n = Math.max(GLANCE, 4 * length);
  for (let i = s; i + length <= e; i += n - length + 1, n = PIECE) {
    n = Math.min(n, PIECE, e - i);
    copyIn(k, m, i, i + n);
    const at = run.find(n, length, first, second, n * PATIENCE);
    if (at >= 0) return i + at;
    if (at === GIVE_UP) return GIVE_UP;
  }
  return -1;
}

/** The kernel tier of the algorithm `rfind` for needles of two bytes or more; may return {@link GIVE_UP}. */
export function rfind(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
): number {
  const length = ne - ns;
  if (length > NEEDLE_LIMIT) return GIVE_UP;
  prepare(k, nm, ns, ne);
  const { run } = k;
  let n = Math.max(GLANCE, 4 * length);
  for (let end = e; end - length >= s; end -= n - length + 1, n = PIECE) {
    n = Math.min(n, PIECE, end - s);
    copyIn(k, m, end - n, end);
    const at = run.rfind(n, length, first, second, n * PATIENCE);
    if (at >= 0) return end - n + at;
    if (at === GIVE_UP) return GIVE_UP;
  }
  return -1;
}

/** The kernel tier of the algorithm `count` for needles of two bytes or more; may return {@link GIVE_UP}. */
export function count(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit: number,
): number {
  return walk(k, m, s, e, nm, ns, ne, limit, null);
}

/**
 * Appends the positions of at most `limit` needles that do not overlap. Returns their number, or
 * {@link GIVE_UP}.
 */
export function places(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit: number,
  found: Offsets,
): number {
  return walk(k, m, s, e, nm, ns, ne, limit, found);
}

function walk(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
  limit: number,
  found: Offsets | null,
): number {
  const length = ne - ns;
  if (length > NEEDLE_LIMIT) return GIVE_UP;
  prepare(k, nm, ns, ne);
  const { run, state } = k;
  let total = 0;
  let i = s;
  while (i + length <= e && total < limit) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    // A piece holds fewer than PIECE needles, so a larger limit has no effect in it.
    const most = Math.min(limit - total, PIECE);
    const some = run.matches(0, n, length, first, second, n * PATIENCE, most, found === null ? 0 : 1);
    if (some === GIVE_UP) return GIVE_UP;
    if (found !== null) appendList(k, some, i, found);
    total += some;
    i += state[0]!;
  }
  return total;
}
