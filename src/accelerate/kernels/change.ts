import { INPUT, KEPT, NEEDLE, OUTPUT, OUTPUT_SIZE, REPLACEMENT, STATE, TABLE } from '../layout';

// Transforms write whole blocks: input and output have slack after them.

/**
 * Copies the piece of n bytes to the output with the case of letters turned: those bytes that lie in the alphabet
 * beginning at `alphabet` once `fold` is or-ed in. upper: (0, 'a'); lower: (0, 'A'); swapcase: (0x20, 'a').
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

/** `title` of the piece; `inWord`: whether a letter stood before it. Gives whether its last byte is a letter. */
export function title(n: i32, inWord: i32): i32 {
  let before = i8x16.splat(<i8>-inWord);
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const letters = i8x16.lt_u(
      i8x16.sub(v128.or(block, i8x16.splat(0x20)), i8x16.splat(97)),
      i8x16.splat(26),
    );
    // For each byte, whether the one before it is a letter: the last lane of before, then 15 of letters.
    const follows = i8x16.shuffle(
      before,
      letters,
      15,
      16,
      17,
      18,
      19,
      20,
      21,
      22,
      23,
      24,
      25,
      26,
      27,
      28,
      29,
      30,
    );
    const folded = v128.or(v128.andnot(block, i8x16.splat(0x20)), v128.and(follows, i8x16.splat(0x20)));
    v128.store(OUTPUT + i, v128.bitselect(folded, block, letters));
    before = letters;
  }
  const last = (<i32>load<u8>(INPUT + n - 1)) | 0x20;
  return i32(<u32>(last - 97) < 26);
}

function mapped(word: u64, shift: u64): u64 {
  return load<u8>(TABLE + <usize>((word >> shift) & 255));
}

/** Copies the piece of n bytes to the output through the table, eight bytes a step; gives whether one changed. */
export function translate(n: i32): i32 {
  let changed: u64 = 0;
  for (let i = 0; i < n; i += 8) {
    const word = load<u64>(INPUT + i);
    const low =
      mapped(word, 0) | (mapped(word, 8) << 8) | (mapped(word, 16) << 16) | (mapped(word, 24) << 24);
    const high =
      mapped(word, 32) | (mapped(word, 40) << 8) | (mapped(word, 48) << 16) | (mapped(word, 56) << 24);
    const result = low | (high << 32);
    store<u64>(OUTPUT + i, result);
    // What the slack turns into does not matter.
    const left = n - i;
    const difference = word ^ result;
    changed |= left >= 8 ? difference : difference & (((<u64>1) << ((<u64>left) << 3)) - 1);
  }
  return i32(changed !== 0);
}

/** As `translate`, leaving out the bytes that the second table drops; gives how many it wrote. */
export function squeeze(n: i32): i32 {
  let out = OUTPUT;
  for (let i = 0; i < n; i++) {
    const byte = <i32>load<u8>(INPUT + i);
    store<u8>(out, load<u8>(TABLE + byte));
    out += <i32>load<u8>(KEPT + byte);
  }
  return out - OUTPUT;
}

/** Copies every `step`-th byte (2 to 15) of the piece to the output, `count` of them. */
export function gather(count: i32, step: i32): void {
  // Lane i of a result wants byte i * step of the next 16 * step. Of each block, a swizzle takes those that are in it:
  // places outside are 16 or more as unsigned numbers and give 0.
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
 * Writes `count` bytes of the input into the output, which has been filled before, `step` (2 to 15) apart. Whole groups
 * of 16 bytes only.
 */
export function scatter(count: i32, step: i32): void {
  // For each of the blocks that 16 bytes are spread over: which of them each lane takes, 255 where it stays as it is.
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

/** Copies the piece of n bytes to the output with each `from` made `to`. */
export function exchange(n: i32, from: i32, to: i32): void {
  const wanted = i8x16.splat(<i8>from);
  const difference = i8x16.splat(<i8>(from ^ to));
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    v128.store(OUTPUT + i, v128.xor(block, v128.and(i8x16.eq(block, wanted), difference)));
  }
}

/** Copies the piece of n bytes to the output, last byte first. */
export function reverse(n: i32): void {
  let at = INPUT + n - 16;
  for (let i = 0; i < n; i += 16, at -= 16) {
    const block = v128.load(at);
    v128.store(OUTPUT + i, i8x16.shuffle(block, block, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  }
}

/** Copies 16 bytes at a time, up to 15 too many: a call of memory.copy costs more than most runs. */
function copyBlocks(from: usize, to: usize, n: i32): void {
  for (let i = 0; i < n; i += 16) v128.store(to + i, v128.load(from + i));
}

/**
 * Replaces needles of m bytes by r bytes in the piece of n, at most `limit` of them, until the output is full.
 *
 * `last`: no piece follows; otherwise up to m - 1 bytes are left, where a needle could begin.
 * Gives how many were replaced; the state has how much was read and how much was written.
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
  // What cannot begin a needle any more, or all of it.
  const end = last || count === limit ? n : max(read, stop);
  copyBlocks(INPUT + read, out, end - read);
  out += end - read;
  store<i32>(STATE, end);
  store<i32>(STATE, out - OUTPUT, 4);
  return count;
}
