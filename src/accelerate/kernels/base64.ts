/**
 * Kernels for base64, its line feeds, and the checksum Adler-32. Each works on one piece in the memory that
 * `../layout.ts` maps; `../simd-base64.ts` calls them.
 */
import { DECODING, ENCODING, INPUT, OUTPUT, STATE } from '../layout';

/**
 * The base64 digits of twelve bytes in the order of {@link toBase64}; all other arguments are its constants.
 */
function digitsOf(
  pairs: v128,
  ofFirst: v128,
  ofThird: v128,
  ofOthers: v128,
  factors: v128,
  letters: v128,
  capitals: v128,
  shifts: v128,
): v128 {
  const outer = v128.or(v128.and(i16x8.shr_u(pairs, 10), ofFirst), v128.and(i16x8.shr_u(pairs, 6), ofThird));
  // A product is a shift with a distance for each lane: to the left by 4, and by 8.
  const values = v128.or(outer, i16x8.mul(v128.and(pairs, ofOthers), factors));
  // 0 for capital letters, 1 for small letters, 2 and more for the rest. A true comparison is -1.
  const kind = i8x16.sub(i8x16.sub_sat_u(values, letters), i8x16.gt_s(values, capitals));
  return i8x16.add(values, i8x16.swizzle(shifts, kind));
}

/**
 * Writes the base64 digits of the piece of n bytes, a multiple of 12, to the output. The tables of the
 * alphabet are at {@link ENCODING}, with the constants of the loop: V8 keeps a loaded vector in a register,
 * but builds a literal one again in every iteration.
 */
export function toBase64(n: i32): void {
  const end = INPUT + n;
  // Three bytes a, b, c as two ints of 16 bits, ab and bc, so that each holds two whole values of six bits.
  const order = v128.load(ENCODING);
  const ofFirst = v128.load(ENCODING, 16);
  const ofThird = v128.load(ENCODING, 32);
  const ofOthers = v128.load(ENCODING, 48);
  const factors = v128.load(ENCODING, 64);
  const letters = v128.load(ENCODING, 80);
  const capitals = v128.load(ENCODING, 96);
  const shifts = v128.load(ENCODING, 112);
  let at = INPUT;
  let out = OUTPUT;
  // Two vectors in each iteration, because an iteration itself costs as much as three vector operations.
  for (; at + 24 <= end; at += 24, out += 32) {
    const one = i8x16.swizzle(v128.load(at), order);
    const two = i8x16.swizzle(v128.load(at, 12), order);
    v128.store(out, digitsOf(one, ofFirst, ofThird, ofOthers, factors, letters, capitals, shifts));
    v128.store(out, digitsOf(two, ofFirst, ofThird, ofOthers, factors, letters, capitals, shifts), 16);
  }
  if (at < end) {
    const one = i8x16.swizzle(v128.load(at), order);
    v128.store(out, digitsOf(one, ofFirst, ofThird, ofOthers, factors, letters, capitals, shifts));
  }
}

/** A vector with a bit set where the block has anything but digits. */
function othersOf(block: v128, upper: v128, byUpper: v128, byLower: v128, half: v128): v128 {
  return v128.and(i8x16.swizzle(byUpper, upper), i8x16.swizzle(byLower, v128.and(block, half)));
}

/** The twelve bytes of a block of digits; all arguments after `upper` are constants of {@link fromBase64}. */
function bytesOf(
  block: v128,
  upper: v128,
  moved: v128,
  shifts: v128,
  ofFirst: v128,
  factors: v128,
  order: v128,
): v128 {
  const kind = v128.andnot(upper, i8x16.eq(block, moved));
  const values = i8x16.add(block, i8x16.swizzle(shifts, kind));
  // Two values as an int of 12 bits in each lane of 16, then two of these as one of 24 bits in each lane of
  // 32.
  const pairs = v128.or(v128.and(i16x8.shl(values, 6), ofFirst), i16x8.shr_u(values, 8));
  return i8x16.swizzle(i32x4.dot_i16x8_s(pairs, factors), order);
}

/**
 * Decodes groups of 16 digits up to the first group with another character. Writes their bytes to the output
 * and returns the number of digits read, a multiple of 16. The tables of the alphabet and the constants of
 * the loop are at {@link DECODING}.
 *
 * @param n the number of characters
 */
export function fromBase64(n: i32): i32 {
  const byUpper = v128.load(DECODING);
  const byLower = v128.load(DECODING, 16);
  const shifts = v128.load(DECODING, 32);
  const moved = v128.load(DECODING, 48);
  const half = v128.load(DECODING, 64);
  const ofFirst = v128.load(DECODING, 80);
  const factors = v128.load(DECODING, 96);
  const order = v128.load(DECODING, 112);
  let i = 0;
  let out = OUTPUT;
  // Two vectors in each iteration, with one test for both.
  for (; i + 32 <= n; i += 32, out += 24) {
    const one = v128.load(INPUT + i);
    const two = v128.load(INPUT + i, 16);
    const upperOne = v128.and(i16x8.shr_u(one, 4), half);
    const upperTwo = v128.and(i16x8.shr_u(two, 4), half);
    const others = v128.or(
      othersOf(one, upperOne, byUpper, byLower, half),
      othersOf(two, upperTwo, byUpper, byLower, half),
    );
    if (v128.any_true(others)) break;
    v128.store(out, bytesOf(one, upperOne, moved, shifts, ofFirst, factors, order));
    v128.store(out, bytesOf(two, upperTwo, moved, shifts, ofFirst, factors, order), 12);
  }
  for (; i + 16 <= n; i += 16, out += 12) {
    const block = v128.load(INPUT + i);
    const upper = v128.and(i16x8.shr_u(block, 4), half);
    if (v128.any_true(othersOf(block, upper, byUpper, byLower, half))) break;
    v128.store(out, bytesOf(block, upper, moved, shifts, ofFirst, factors, order));
  }
  return i;
}

/** Writes the piece of n bytes to the output with a line feed after every `column` bytes and at the end. */
export function wrap(n: i32, column: i32): void {
  const end = INPUT + n;
  let out = OUTPUT;
  for (let at = INPUT; at < end; at += column) {
    const width = min(column, end - at);
    // What a vector writes past the end of a line is overwritten by the next one.
    for (let i = 0; i < width; i += 16) v128.store(out + i, v128.load(at + i));
    out += width;
    store<u8>(out++, 0x0a);
  }
}

const BASE: u32 = 65521;
/** The number of blocks of 16 bytes that can be added before a sum passes 2**32. */
const BLOCKS = 340;

/** Continues the sums `a` and `b` of Adler-32 with the piece of n bytes, and leaves them in the state. */
export function adler32(n: i32, a: u32, b: u32): void {
  const low = i8x16(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  let at = INPUT;
  const end = INPUT + n;
  const whole = INPUT + (n & ~15);
  while (at < whole) {
    const stop = min(whole, at + 16 * BLOCKS);
    let sums = i32x4.splat(0);
    // The sum of `sums` before each block, which every byte of the block counts once.
    let before = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    const count = <u32>(stop - at);
    for (; at < stop; at += 16) {
      const block = v128.load(at);
      before = i32x4.add(before, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(block)));
      const products = i16x8.add(i16x8.extmul_low_i8x16_u(block, low), i16x8.extmul_high_i8x16_u(block, low));
      weighted = i32x4.add(weighted, i32x4.extadd_pairwise_i16x8_u(products));
    }
    b = (b + count * a + 16 * sumOf(before) + sumOf(weighted)) % BASE;
    a = (a + sumOf(sums)) % BASE;
  }
  for (; at < end; at++) {
    a += load<u8>(at);
    b += a;
  }
  store<u32>(STATE, a % BASE);
  store<u32>(STATE + 4, b % BASE);
}

function sumOf(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
