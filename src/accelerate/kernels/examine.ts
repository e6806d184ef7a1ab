/**
 * Kernels that test bytes and write nothing. Each works on one piece in the memory that
 * `../layout.ts` maps; `../simd-examine.ts` calls them.
 */
import { INPUT, STATE } from '../layout';
import { lanesBefore } from './lanes';

/** Whether all n bytes of the piece are below 128. */
export function isAscii(n: i32): i32 {
  let i = 0;
  for (; i + 64 <= n; i += 64) {
    const low = v128.or(v128.load(INPUT + i), v128.load(INPUT + i, 16));
    const high = v128.or(v128.load(INPUT + i, 32), v128.load(INPUT + i, 48));
    if (i8x16.bitmask(v128.or(low, high))) return 0;
  }
  for (; i < n; i += 16) {
    const mask = i8x16.bitmask(v128.load(INPUT + i));
    if (mask & lanesBefore(n - i)) return 0;
  }
  return 1;
}

/**
 * The classes of 16 bytes. ASCII's classes are made of rectangles of (high half, low half), and each has a
 * bit: 1 digit (3x: 0-9), 2 and 4 upper (4x: 1-f, 5x: 0-a), 8 and 16 lower (6x: 1-f, 7x: 0-a), 32 and 64
 * space (0x: 9-d, 2x: 0).
 */
function classes(block: v128): v128 {
  const ofHigh = i8x16(32, 0, 64, 1, 2, 4, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0);
  const ofLow = i8x16(85, 31, 31, 31, 31, 31, 31, 31, 31, 63, 62, 42, 42, 42, 10, 10);
  const high = i8x16.shr_u(block, 4);
  const low = v128.and(block, i8x16.splat(15));
  return v128.and(i8x16.swizzle(ofHigh, high), i8x16.swizzle(ofLow, low));
}

/** Whether each of the n bytes of the piece is in one of the classes of `wanted`. */
export function every(n: i32, wanted: i32): i32 {
  const bits = i8x16.splat(<i8>wanted);
  for (let i = 0; i < n; i += 16) {
    const misses = i8x16.bitmask(i8x16.eq(v128.and(classes(v128.load(INPUT + i)), bits), i8x16.splat(0)));
    if (misses & lanesBefore(n - i)) return 0;
  }
  return 1;
}

/**
 * Returns all classes that occur in the piece of n bytes. Stops early once one of `unwanted` has occurred.
 */
export function union(n: i32, unwanted: i32): i32 {
  let seen = i8x16.splat(0);
  const bits = i8x16.splat(<i8>unwanted);
  let i = 0;
  for (; i + 16 <= n; i += 16) {
    seen = v128.or(seen, classes(v128.load(INPUT + i)));
    if (v128.any_true(v128.and(seen, bits))) break;
  }
  v128.store(STATE, seen);
  const words = load<u64>(STATE) | load<u64>(STATE, 8);
  let all = <i32>(words | (words >> 32));
  all |= all >> 16;
  all |= all >> 8;
  if (i + 16 > n) {
    v128.store(STATE, classes(v128.load(INPUT + i)));
    for (let k = 0; i + k < n; k++) all |= load<u8>(STATE + k);
  }
  return all & 127;
}
