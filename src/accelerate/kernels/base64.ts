/**
 * Kernels of `base64` and of the checksum Adler-32. Each works on one piece in the memory that `../layout.ts` maps; `../simd-base64.ts`
 * calls them.
 */
import { DECODING, ENCODING, INPUT, OUTPUT, STATE } from '../layout';

/**
 * Writes the base64 digits of the piece of n bytes, a multiple of 12, to the output. The tables of the alphabet stand at
 * {@link ENCODING}. They hold the constants of the loop as well: V8 keeps a vector that it has loaded in a register, but builds one that
 * the program names again in every turn.
 */
export function toBase64(n: i32): void {
  const end = INPUT + n;
  const order = v128.load(ENCODING);
  const ofFirst = v128.load(ENCODING, 16);
  const ofThird = v128.load(ENCODING, 32);
  const ofOthers = v128.load(ENCODING, 48);
  const factors = v128.load(ENCODING, 64);
  const small = v128.load(ENCODING, 80);
  const capitals = v128.load(ENCODING, 96);
  const capital = v128.load(ENCODING, 112);
  const shifts = v128.load(ENCODING, 128);
  let out = OUTPUT;
  for (let at = INPUT; at < end; at += 12, out += 16) {
    // Three bytes a, b, c as two ints of 16 bits, ab and bc, so that each holds two whole values of six bits.
    const pairs = i8x16.swizzle(v128.load(at), order);
    const outer = v128.or(
      v128.and(i16x8.shr_u(pairs, 10), ofFirst),
      v128.and(i16x8.shr_u(pairs, 6), ofThird),
    );
    // A product is a shift with a distance for each lane: to the left by 4, and by 8.
    const values = v128.or(outer, i16x8.mul(v128.and(pairs, ofOthers), factors));
    const kind = v128.or(i8x16.sub_sat_u(values, small), v128.and(i8x16.gt_s(capitals, values), capital));
    v128.store(out, i8x16.add(values, i8x16.swizzle(shifts, kind)));
  }
}

/**
 * Decodes groups of 16 digits up to the first one with anything else. Writes their bytes to the output and returns the number of digits
 * read, a multiple of 16. The tables of the alphabet and the constants of the loop stand at {@link DECODING}.
 *
 * @param n the number of characters
 */
export function fromBase64(n: i32): i32 {
  const byUpper = v128.load(DECODING);
  const byLower = v128.load(DECODING, 16);
  const shifts = v128.load(DECODING, 32);
  const moved = v128.load(DECODING, 48);
  const way = v128.load(DECODING, 64);
  const half = v128.load(DECODING, 80);
  const ofFirst = v128.load(DECODING, 96);
  const factors = v128.load(DECODING, 112);
  const order = v128.load(DECODING, 128);
  let i = 0;
  let out = OUTPUT;
  for (; i + 16 <= n; i += 16, out += 12) {
    const block = v128.load(INPUT + i);
    const upper = v128.and(i16x8.shr_u(block, 4), half);
    const lower = v128.and(block, half);
    const others = v128.and(i8x16.swizzle(byUpper, upper), i8x16.swizzle(byLower, lower));
    if (v128.any_true(others)) break;
    const kind = v128.xor(upper, v128.and(i8x16.eq(block, moved), way));
    const values = i8x16.add(block, i8x16.swizzle(shifts, kind));
    // Two values as an int of 12 bits in each lane of 16, then two of these as one of 24 bits in each lane of 32.
    const pairs = v128.or(v128.and(i16x8.shl(values, 6), ofFirst), i16x8.shr_u(values, 8));
    v128.store(out, i8x16.swizzle(i32x4.dot_i16x8_s(pairs, factors), order));
  }
  return i;
}

const BASE: u32 = 65521;
/** So many blocks of 16 bytes can be added before a sum passes 2**32. */
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
