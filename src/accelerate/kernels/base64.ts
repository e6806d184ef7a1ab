/**
 * Kernels of `base64` and of the checksum Adler-32. Each works on one piece in the memory that `../layout.ts` maps; `../simd-base64.ts`
 * calls them.
 */
import { INPUT, OUTPUT, STATE } from '../layout';

/**
 * Writes the base64 digits of the piece of n bytes, a multiple of 12, to the output.
 *
 * @param plus the digit of 62, and `slash` that of 63: alphabets differ in these two
 */
export function toBase64(n: i32, plus: i32, slash: i32): void {
  // What is added to a value: capital letters are the last entry, lower-case ones the first, then ten of digits.
  let shifts = i8x16(71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, 0, 0, 65, 0, 0);
  shifts = i8x16.replace_lane(shifts, 11, <i8>(plus - 62));
  shifts = i8x16.replace_lane(shifts, 12, <i8>(slash - 63));
  const end = INPUT + n;
  let out = OUTPUT;
  for (let at = INPUT; at < end; at += 12, out += 16) {
    const block = v128.load(at);
    // Three bytes as an int of 24 bits in each lane of 32.
    const trio = i8x16.shuffle(block, i8x16.splat(0), 2, 1, 0, 16, 5, 4, 3, 16, 8, 7, 6, 16, 11, 10, 9, 16);
    const values = v128.or(
      v128.or(
        v128.and(i32x4.shr_u(trio, 18), i32x4.splat(0x3f)),
        v128.and(i32x4.shr_u(trio, 4), i32x4.splat(0x3f00)),
      ),
      v128.or(
        v128.and(i32x4.shl(trio, 10), i32x4.splat(0x3f0000)),
        v128.and(i32x4.shl(trio, 24), i32x4.splat(0x3f000000)),
      ),
    );
    const isCapital = v128.and(i8x16.lt_u(values, i8x16.splat(26)), i8x16.splat(13));
    const kind = v128.or(i8x16.sub_sat_u(values, i8x16.splat(51)), isCapital);
    v128.store(out, i8x16.add(values, i8x16.swizzle(shifts, kind)));
  }
}

/**
 * Decodes groups of 16 digits up to the first one with anything else. Writes their bytes to the output and returns the number of digits
 * read, a multiple of 16.
 *
 * @param n the number of characters
 * @param plus the digit of 62, and `slash` that of 63
 */
export function fromBase64(n: i32, plus: i32, slash: i32): i32 {
  const plusses = i8x16.splat(<i8>plus);
  const slashes = i8x16.splat(<i8>slash);
  const ofPlus = i8x16.splat(<i8>(62 - plus));
  const ofSlash = i8x16.splat(<i8>(63 - slash));
  let i = 0;
  let out = OUTPUT;
  for (; i + 16 <= n; i += 16, out += 12) {
    const block = v128.load(INPUT + i);
    const isUpper = i8x16.lt_u(i8x16.sub(block, i8x16.splat(65)), i8x16.splat(26));
    const isLower = i8x16.lt_u(i8x16.sub(block, i8x16.splat(97)), i8x16.splat(26));
    const isDigit = i8x16.lt_u(i8x16.sub(block, i8x16.splat(48)), i8x16.splat(10));
    const isPlus = i8x16.eq(block, plusses);
    const isSlash = i8x16.eq(block, slashes);
    const isAny = v128.or(v128.or(isUpper, isLower), v128.or(isDigit, v128.or(isPlus, isSlash)));
    if (!i8x16.all_true(isAny)) break;
    const shift = v128.or(
      v128.or(v128.and(isUpper, i8x16.splat(-65)), v128.and(isLower, i8x16.splat(-71))),
      v128.or(
        v128.and(isDigit, i8x16.splat(4)),
        v128.or(v128.and(isPlus, ofPlus), v128.and(isSlash, ofSlash)),
      ),
    );
    const values = i8x16.add(block, shift);
    // Two values as an int of 12 bits in each lane of 16, then two of these as one of 24 bits in each lane of 32.
    const pairs = v128.or(v128.and(i16x8.shl(values, 6), i16x8.splat(0xfc0)), i16x8.shr_u(values, 8));
    const trios = i32x4.dot_i16x8_s(pairs, i32x4.splat(0x11000));
    v128.store(out, i8x16.shuffle(trios, trios, 2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 0, 0, 0, 0));
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
