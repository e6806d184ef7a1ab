/**
 * Kernels that write changed bytes: case, `translate`, tabs, strides, `replace`. Each works on one piece in
 * the memory that `../layout.ts` maps; `../simd-change.ts` calls them.
 */
import {
  DROPPED,
  INPUT,
  NEEDLE,
  OUTPUT,
  OUTPUT_SIZE,
  PACKING,
  REPLACEMENT,
  ROWS,
  STATE,
  TABLE,
} from '../layout';
import { lanesBefore } from './lanes';

// Transforms write whole blocks: the input and the output have slack after them.

/**
 * Copies the piece of n bytes to the output with the case of its letters turned. A byte counts as a letter if
 * it lies in the alphabet that begins at `alphabet` once `fold` is or-ed in. upper: (0, 'a'); lower: (0,
 * 'A'); swapcase: (0x20, 'a').
 */
export function turnCase(n: i32, fold: i32, alphabet: i32): void {
  const folds = i8x16.splat(<i8>fold);
  const letters = i8x16.splat(<i8>alphabet);
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const isLetter = i8x16.lt_u(i8x16.sub(v128.or(block, folds), letters), i8x16.splat(26));
    v128.store(OUTPUT + i, v128.xor(block, v128.and(isLetter, i8x16.splat(0x20))));
  }
}

/** The lanes that hold one of the 26 letters from `alphabet` on. */
function lettersFrom(block: v128, alphabet: i32): v128 {
  return i8x16.lt_u(i8x16.sub(block, i8x16.splat(<i8>alphabet)), i8x16.splat(26));
}

/** For each lane, the lane before it: the last lane of `before`, then 15 lanes of `block`. */
function shifted(before: v128, block: v128): v128 {
  return i8x16.shuffle(before, block, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/**
 * Writes the piece in title case. `inWord` says whether a letter stood before it. Returns whether its last
 * byte is a letter.
 */
export function title(n: i32, inWord: i32): i32 {
  let before = i8x16.splat(<i8>-inWord);
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const letters = lettersFrom(v128.or(block, i8x16.splat(0x20)), 97);
    const follows = shifted(before, letters);
    const folded = v128.or(v128.andnot(block, i8x16.splat(0x20)), v128.and(follows, i8x16.splat(0x20)));
    v128.store(OUTPUT + i, v128.bitselect(folded, block, letters));
    before = letters;
  }
  const last = (<i32>load<u8>(INPUT + n - 1)) | 0x20;
  return i32(<u32>(last - 97) < 26);
}

/**
 * Tests whether capitals begin the runs of letters in the piece and occur nowhere else. Returns -1 if not;
 * otherwise 2 if there is a letter, plus 1 if the last byte is one. `inWord` says whether a letter stood
 * before the piece.
 */
export function isTitle(n: i32, inWord: i32): i32 {
  let before = i8x16.splat(<i8>-inWord);
  let seen = 0;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const capitals = lettersFrom(block, 65);
    const smalls = lettersFrom(block, 97);
    const letters = v128.or(capitals, smalls);
    const follows = shifted(before, letters);
    const wrong = v128.or(v128.and(capitals, follows), v128.andnot(smalls, follows));
    const lanes = lanesBefore(n - i);
    if (i8x16.bitmask(wrong) & lanes) return -1;
    seen |= i8x16.bitmask(letters) & lanes;
    before = letters;
  }
  const last = (<i32>load<u8>(INPUT + n - 1)) | 0x20;
  return (i32(seen !== 0) << 1) | i32(<u32>(last - 97) < 26);
}

/**
 * Copies the piece of n bytes to the output through the table.
 *
 * ASCII is translated sixteen bytes at a time: for each row of 16 in the table that the piece needs, a
 * swizzle picks the bytes that fall into that row (indices outside it are 16 or more as unsigned numbers and
 * yield 0). Text needs four or five rows; looking bytes up one by one takes twice as long.
 */
export function translate(n: i32): void {
  for (let i = 0; i < 64; i += 16) v128.store(INPUT + n + i, i8x16.splat(0));
  const bits = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
  let all = i8x16.splat(0);
  let seen = all;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    all = v128.or(all, block);
    seen = v128.or(seen, i8x16.swizzle(bits, i8x16.shr_u(block, 4)));
  }
  if (i8x16.bitmask(all)) return translateOneByOne(n);
  const words = i64x2.extract_lane(seen, 0) | i64x2.extract_lane(seen, 1);
  let rows = <i32>(words | (words >> 32));
  rows |= rows >> 16;
  rows = (rows | (rows >> 8)) & 255;
  let end = ROWS;
  for (; rows; rows &= rows - 1) {
    const row = ctz(rows) << 4;
    v128.store(end, v128.load(TABLE + row));
    v128.store(end, i8x16.splat(<i8>row), 16);
    end += 32;
  }
  for (let i = 0; i < n; i += 64) {
    const a = v128.load(INPUT + i);
    const b = v128.load(INPUT + i, 16);
    const c = v128.load(INPUT + i, 32);
    const d = v128.load(INPUT + i, 48);
    let toA = i8x16.splat(0);
    let toB = toA;
    let toC = toA;
    let toD = toA;
    for (let row = ROWS; row < end; row += 32) {
      const to = v128.load(row);
      const from = v128.load(row, 16);
      toA = v128.or(toA, i8x16.swizzle(to, i8x16.sub(a, from)));
      toB = v128.or(toB, i8x16.swizzle(to, i8x16.sub(b, from)));
      toC = v128.or(toC, i8x16.swizzle(to, i8x16.sub(c, from)));
      toD = v128.or(toD, i8x16.swizzle(to, i8x16.sub(d, from)));
    }
    v128.store(OUTPUT + i, toA);
    v128.store(OUTPUT + i, toB, 16);
    v128.store(OUTPUT + i, toC, 32);
    v128.store(OUTPUT + i, toD, 48);
  }
}

function mapped(byte: u32): u8 {
  return load<u8>(TABLE + byte);
}

function translateOneByOne(n: i32): void {
  for (let i = 0; i < n; i += 4) {
    const word = load<u32>(INPUT + i);
    store<u8>(OUTPUT + i, mapped(word & 255));
    store<u8>(OUTPUT + i, mapped((word >> 8) & 255), 1);
    store<u8>(OUTPUT + i, mapped((word >> 16) & 255), 2);
    store<u8>(OUTPUT + i, mapped(word >> 24), 3);
  }
}

/** Whether the first n bytes of the output differ from the piece. */
export function isChanged(n: i32): i32 {
  for (let i = 0; i < n; i += 16) {
    const differ = i8x16.ne(v128.load(INPUT + i), v128.load(OUTPUT + i));
    if (i8x16.bitmask(differ) & lanesBefore(n - i)) return 1;
  }
  return 0;
}

/** For each set of eight lanes, the indices of the lanes in it. */
function describePacking(): void {
  for (let set = 0; set < 256; set++) {
    let at = PACKING + (set << 3);
    for (let rest = set; rest; rest &= rest - 1) store<u8>(at++, ctz(rest));
  }
}

/**
 * Copies the piece of n bytes to the output without those in the set at DROPPED. Returns the number of bytes
 * written. `translated` says that the output already holds the bytes to write, each in its place.
 */
export function squeeze(n: i32, translated: i32): i32 {
  if (load<u8>(PACKING + 16) === 0) describePacking();
  const source = translated ? OUTPUT : INPUT;
  const low = v128.load(DROPPED);
  const high = v128.load(DROPPED, 16);
  const lowBits = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
  const highBits = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, -128);
  let out = OUTPUT;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const row = i8x16.shr_u(block, 4);
    const column = v128.and(block, i8x16.splat(15));
    const dropped = v128.or(
      v128.and(i8x16.swizzle(low, column), i8x16.swizzle(lowBits, row)),
      v128.and(i8x16.swizzle(high, column), i8x16.swizzle(highBits, row)),
    );
    const keep = i8x16.bitmask(i8x16.eq(dropped, i8x16.splat(0))) & lanesBefore(n - i);
    const bytes = v128.load(source + i);
    if (keep === 0xffff) {
      v128.store(out, bytes);
      out += 16;
      continue;
    }
    // Writes eight bytes at once, but never past the block, because the source may be the output.
    const first = keep & 255;
    const second = keep >> 8;
    store<u64>(out, i64x2.extract_lane(i8x16.swizzle(bytes, v128.load64_zero(PACKING + (first << 3))), 0));
    out += popcnt(first);
    const places = i8x16.add(v128.load64_zero(PACKING + (second << 3)), i8x16.splat(8));
    store<u64>(out, i64x2.extract_lane(i8x16.swizzle(bytes, places), 0));
    out += popcnt(second);
  }
  return out - OUTPUT;
}

/**
 * Copies the piece of n bytes to the output with each tab expanded to the next column that is a multiple of
 * `size`; without `write`, only counts. `column` is the column before the piece; the state keeps it for the
 * next. Returns the number of bytes in the output.
 */
export function expandTabs(n: i32, size: i32, column: i32, write: i32): i32 {
  let out = OUTPUT;
  let read = 0;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const tabs = i8x16.eq(block, i8x16.splat(9));
    const ends = v128.or(i8x16.eq(block, i8x16.splat(10)), i8x16.eq(block, i8x16.splat(13)));
    let mask = i8x16.bitmask(v128.or(tabs, ends)) & lanesBefore(n - i);
    for (; mask; mask &= mask - 1) {
      const at = i + ctz(mask);
      const gap = at - read;
      if (write) copyBlocks(INPUT + read, out, gap + 1);
      out += gap;
      if (load<u8>(INPUT + at) === 9) {
        const spaces = size - ((column + gap) % size);
        if (write) for (let k = 0; k < spaces; k += 16) v128.store(out + k, i8x16.splat(32));
        out += spaces;
      } else {
        out++;
      }
      // A line starts at column 0, and a tab only needs the distance to the next multiple.
      column = 0;
      read = at + 1;
    }
  }
  if (write) copyBlocks(INPUT + read, out, n - read);
  store<i32>(STATE, (column + n - read) % size);
  return out + n - read - OUTPUT;
}

/** Copies every `step`-th byte (2 to 15) of the piece to the output, `count` of them. */
export function gather(count: i32, step: i32): void {
  // Lane i of a result needs byte i * step of the next 16 * step bytes. A swizzle picks the ones that lie in
  // each block; indices outside it are 16 or more as unsigned numbers and yield 0.
  for (let i = 0; i < 16; i++) store<u8>(STATE + i, i * step);
  const places = v128.load(STATE);
  let at = INPUT;
  for (let i = 0; i < count; i += 16) {
    let result = i8x16.splat(0);
    let wanted = places;
    for (let k = 0; k < step; k++) {
      result = v128.or(result, i8x16.swizzle(v128.load(at), wanted));
      wanted = i8x16.sub(wanted, i8x16.splat(16));
      at += 16;
    }
    v128.store(OUTPUT + i, result);
  }
}

/**
 * Writes `count` bytes of the input, `step` (2 to 15) apart, into the output, which the caller has filled.
 * Handles only whole groups of 16 bytes.
 */
export function scatter(count: i32, step: i32): void {
  // For each block over which 16 bytes are spread, the byte that each lane takes, or 255 if the lane keeps
  // its own.
  const blocks = step << 4;
  for (let i = 0; i < blocks; i++) store<u8>(TABLE + i, i % step === 0 ? i / step : 255);
  let out = OUTPUT;
  for (let i = 0; i < count; i += 16) {
    const bytes = v128.load(INPUT + i);
    for (let k = 0; k < blocks; k += 16, out += 16) {
      const places = v128.load(TABLE + k);
      const taken = i8x16.lt_u(places, i8x16.splat(16));
      v128.store(out, v128.bitselect(i8x16.swizzle(bytes, places), v128.load(out), taken));
    }
  }
}

/** Copies the piece of n bytes to the output with each `from` replaced by `to`. */
export function exchange(n: i32, from: i32, to: i32): void {
  const wanted = i8x16.splat(<i8>from);
  const difference = i8x16.splat(<i8>(from ^ to));
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    v128.store(OUTPUT + i, v128.xor(block, v128.and(i8x16.eq(block, wanted), difference)));
  }
}

/** Copies the piece of n bytes to the output in reverse. */
export function reverse(n: i32): void {
  let at = INPUT + n - 16;
  for (let i = 0; i < n; i += 16, at -= 16) {
    const block = v128.load(at);
    v128.store(OUTPUT + i, i8x16.shuffle(block, block, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  }
}

/** Copies 16 bytes at a time, up to 15 too many, because a call of memory.copy costs more than most runs. */
function copyBlocks(from: usize, to: usize, n: i32): void {
  for (let i = 0; i < n; i += 16) v128.store(to + i, v128.load(from + i));
}

/**
 * Replaces needles of m bytes by r bytes in the piece of n bytes, at most `limit` of them, until the output
 * is full.
 *
 * `last` says that no piece follows; otherwise up to m - 1 bytes, in which a needle could begin, are left.
 * Returns the number of replacements; the state holds how much was read and how much was written.
 */
export function replace(n: i32, m: i32, first: i32, second: i32, r: i32, limit: i32, last: i32): i32 {
  const a = i8x16.splat(load<i8>(NEEDLE + first));
  const b = i8x16.splat(load<i8>(NEEDLE + second));
  const stop = n - m + 1;
  const full = OUTPUT + OUTPUT_SIZE - n;
  let out = OUTPUT;
  let count = 0;
  let read = 0;
  let i = 0;
  while (i < stop && count < limit) {
    const at = INPUT + i;
    let mask = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(at + first), a), i8x16.eq(v128.load(at + second), b)),
    );
    while (mask) {
      const found = i + ctz(mask);
      mask &= mask - 1;
      if (found < read) continue;
      if (found >= stop || count === limit) break;
      let k = 0;
      while (k < m && load<u8>(INPUT + found + k) === load<u8>(NEEDLE + k)) k++;
      if (k < m) continue;
      if (out + r > full) {
        store<i32>(STATE, read);
        store<i32>(STATE, out - OUTPUT, 4);
        return count;
      }
      copyBlocks(INPUT + read, out, found - read);
      out += found - read;
      copyBlocks(REPLACEMENT, out, r);
      out += r;
      read = found + m;
      count++;
    }
    i = max(i + 16, read);
  }
  // What can no longer begin a needle, or everything.
  const end = last || count === limit ? n : max(read, stop);
  copyBlocks(INPUT + read, out, end - read);
  out += end - read;
  store<i32>(STATE, end);
  store<i32>(STATE, out - OUTPUT, 4);
  return count;
}
