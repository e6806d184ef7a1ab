/**
 * Searches for one needle many times, in plain JavaScript. It becomes linear (`two-way.ts`) when a needle
 * turns out to be hostile. `search.ts`, `cut.ts` and `places.ts` call it.
 */
import { findNative } from '../accelerate/natives.js';
import { tiers } from '../accelerate/tiers.js';
import { TwoWay } from './two-way.js';

/** Number of positions to try with a plain loop before setting up a faster search. */
export const NEAR = 64;
/**
 * The longest needle for the platform's search, whose worst case is haystack times needle. Longer needles
 * skip far anyway.
 */
const NATIVE_NEEDLE = 7;
/** The shortest rest of a haystack that is worth a call of the platform's search. */
const NATIVE_HAYSTACK = 128;
/** Node's search takes 32-bit offsets. */
const NATIVE_MEMORY = 0x7fffffff;
/** The longest skip, because the table has 32-bit entries. */
const LONGEST_SKIP = 0x3fffffff;

/**
 * Tries each position from `s` to `last`: compares the first and last byte, then those between. For needles
 * of 2 bytes or more.
 */
export function findNear(
  m: Uint8Array,
  s: number,
  last: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
): number {
  const first = nm[ns]!;
  const tail = nm[ne - 1]!;
  const reach = ne - ns - 1;
  let at = s;
  // Four positions in a step until one has the first byte: a needle that begins with a rare byte is found in three
  // quarters of the time.
  const stop = last - 3;
  while (at < stop && m[at] !== first && m[at + 1] !== first && m[at + 2] !== first && m[at + 3] !== first) {
    at += 4;
  }
  for (; at <= last; at++) {
    if (m[at] !== first || m[at + reach] !== tail) continue;
    let i = 1;
    while (i !== reach && m[at + i] === nm[ns + i]) i++;
    if (i === reach) return at;
  }
  return -1;
}

/** Like {@link findNear}, from `last` back to `s`. */
export function findNearBack(
  m: Uint8Array,
  s: number,
  last: number,
  nm: Uint8Array,
  ns: number,
  ne: number,
): number {
  const first = nm[ns]!;
  const tail = nm[ne - 1]!;
  const reach = ne - ns - 1;
  for (let at = last; at >= s; at--) {
    if (m[at] !== first || m[at + reach] !== tail) continue;
    let i = 1;
    while (i !== reach && m[at + i] === nm[ns + i]) i++;
    if (i === reach) return at;
  }
  return -1;
}

/**
 * Skip tables, one for each direction. Each searcher fills one again: only one searcher of a direction is in
 * use at a time.
 */
const skips = new Int32Array(256);
const skipsBack = new Int32Array(256);

/**
 * Searches for one needle of at least two bytes in `m[.. e)`, match by match; `find`, `count`, `split` and
 * `replace` share it. The platform searches for short needles, Horspool's skipping for others. Fruitless work
 * is counted, and past a budget the two-way search takes over, so every series of searches is linear.
 */
export class Searcher {
  private readonly length: number;
  private readonly native: boolean;
  private window: Uint8Array | null = null;
  private windowStart = 0;
  private nativeNeedle: Uint8Array | null = null;
  private budget: number;
  private prepared = false;
  private tailSkip = 0;
  private twoWay: TwoWay | null = null;

  constructor(
    private readonly m: Uint8Array,
    s: number,
    private readonly e: number,
    private readonly nm: Uint8Array,
    private readonly ns: number,
    private readonly ne: number,
  ) {
    this.length = ne - ns;
    this.native =
      this.length <= NATIVE_NEEDLE && findNative !== null && tiers.natives && m.length <= NATIVE_MEMORY;
    this.budget = (e - s) / 2 + 1024;
  }

  /** Returns the first match at `s` or after, or -1. */
  next(s: number): number {
    const { m, e, nm, ns, ne, length } = this;
    const last = e - length;
    if (length > NEAR) return this.skip(s);
    const near = Math.min(last, s + NEAR);
    const found = findNear(m, s, near, nm, ns, ne);
    if (found >= 0 || near === last) return found;
    s = near + 1;
    if (this.native && last - s >= NATIVE_HAYSTACK) return this.callNative(s);
    return this.skip(s);
  }

  private callNative(s: number): number {
    const { m, e, nm, ns, ne } = this;
    if (this.window === null) {
      const whole = e === m.length;
      this.window = whole ? m : new Uint8Array(m.buffer, m.byteOffset + s, e - s);
      this.windowStart = whole ? 0 : s;
      this.nativeNeedle = ns === 0 && ne === nm.length ? nm : nm.slice(ns, ne);
    }
    const found = findNative!(this.window, this.nativeNeedle!, s - this.windowStart);
    return found < 0 ? -1 : found + this.windowStart;
  }

  private prepare(): void {
    const { nm, ns, length } = this;
    const table = skips;
    table.fill(Math.min(length, LONGEST_SKIP));
    for (let i = 0; i < length - 1; i++) table[nm[ns + i]!] = Math.min(length - 1 - i, LONGEST_SKIP);
    const tail = nm[ns + length - 1]!;
    this.tailSkip = table[tail]!;
    table[tail] = 0;
    this.prepared = true;
  }

  private skip(s: number): number {
    if (!this.prepared) this.prepare();
    const { m, e, nm, ns, length, tailSkip } = this;
    const table = skips;
    const reach = length - 1;
    let at = s + reach;
    while (at < e) {
      const step = table[m[at]!]!;
      at += step;
      if (step !== 0) continue;
      const start = at - reach;
      let i = 0;
      while (i !== reach && m[start + i] === nm[ns + i]) i++;
      if (i === reach) return start;
      this.budget -= i;
      if (this.budget < 0) return this.crawl(start);
      at += tailSkip;
    }
    return -1;
  }

  private crawl(s: number): number {
    this.twoWay ??= new TwoWay(this.nm, this.ns, this.length, 1);
    const before = this.twoWay.search(this.m, s, this.e - s);
    return before < 0 ? -1 : s + before;
  }
}

/** Like {@link Searcher}, from the end of `m[s .. )` to its start. */
export class BackSearcher {
  private readonly length: number;
  private budget: number;
  private prepared = false;
  private headSkip = 0;
  private twoWay: TwoWay | null = null;

  constructor(
    private readonly m: Uint8Array,
    private readonly s: number,
    e: number,
    private readonly nm: Uint8Array,
    private readonly ns: number,
    private readonly ne: number,
  ) {
    this.length = ne - ns;
    this.budget = (e - s) / 2 + 1024;
  }

  /** Returns the last match that ends at `e` or before, or -1. */
  next(e: number): number {
    const { m, s, nm, ns, ne, length } = this;
    const last = e - length;
    if (length > NEAR) return this.skip(last);
    const near = Math.max(s, last - NEAR);
    const found = findNearBack(m, near, last, nm, ns, ne);
    if (found >= 0 || near === s) return found;
    return this.skip(near - 1);
  }

  private prepare(): void {
    const { nm, ns, length } = this;
    const table = skipsBack;
    table.fill(Math.min(length, LONGEST_SKIP));
    for (let i = length - 1; i > 0; i--) table[nm[ns + i]!] = Math.min(i, LONGEST_SKIP);
    const head = nm[ns]!;
    this.headSkip = table[head]!;
    table[head] = 0;
    this.prepared = true;
  }

  private skip(last: number): number {
    if (!this.prepared) this.prepare();
    const { m, s, nm, ns, length, headSkip } = this;
    const table = skipsBack;
    let at = last;
    while (at >= s) {
      const step = table[m[at]!]!;
      at -= step;
      if (step !== 0) continue;
      let i = length - 1;
      while (i !== 0 && m[at + i] === nm[ns + i]) i--;
      if (i === 0) return at;
      this.budget -= length - 1 - i;
      if (this.budget < 0) return this.crawl(at);
      at -= headSkip;
    }
    return -1;
  }

  private crawl(last: number): number {
    this.twoWay ??= new TwoWay(this.nm, this.ne - 1, this.length, -1);
    const end = last + this.length;
    const before = this.twoWay.search(this.m, end - 1, end - this.s);
    return before < 0 ? -1 : end - before - this.length;
  }
}
