/**
 * Kernels that find bytes, needles and separators. Each works on one piece in the memory that `../layout.ts`
 * maps; `../simd-search.ts` and `../simd-split.ts` call them.
 */
import { INPUT, NEEDLE, OUTPUT, STATE } from '../layout';
import { lanesBefore } from './lanes';

/** The number of occurrences of `byte` in the piece of n bytes. */
export function countByte(n: i32, byte: i32): i32 {
  const wanted = i8x16.splat(<i8>byte);
  let total = i32x4.splat(0);
  let i = 0;
  const blocks = n & ~15;
  while (i < blocks) {
    // A lane counts to 255 before it overflows; a match is -1.
    const stop = min(blocks, i + 255 * 16);
    let lanes = i8x16.splat(0);
    for (; i + 64 <= stop; i += 64) {
      lanes = i8x16.sub(lanes, i8x16.eq(v128.load(INPUT + i), wanted));
      lanes = i8x16.sub(lanes, i8x16.eq(v128.load(INPUT + i, 16), wanted));
      lanes = i8x16.sub(lanes, i8x16.eq(v128.load(INPUT + i, 32), wanted));
      lanes = i8x16.sub(lanes, i8x16.eq(v128.load(INPUT + i, 48), wanted));
    }
    for (; i < stop; i += 16) lanes = i8x16.sub(lanes, i8x16.eq(v128.load(INPUT + i), wanted));
    total = i32x4.add(total, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(lanes)));
  }
  let count =
    i32x4.extract_lane(total, 0) +
    i32x4.extract_lane(total, 1) +
    i32x4.extract_lane(total, 2) +
    i32x4.extract_lane(total, 3);
  if (i < n) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(INPUT + i), wanted)) & lanesBefore(n - i));
  return count;
}

/**
 * The number of leading bytes of the needle that match at `at`, or m if all do. Compares eight at a time and
 * masks the slack.
 */
function agreement(at: i32, m: i32): i32 {
  for (let k = 0; k < m; k += 8) {
    const difference = load<u64>(INPUT + at + k) ^ load<u64>(NEEDLE + k);
    if (difference) return min(m, k + ((<i32>ctz(difference)) >> 3));
  }
  return m;
}

/**
 * The index of the first needle of m bytes in the piece of n bytes, from `from` on; -1 if there is none; -2
 * if comparing candidates has cost more than `budget` bytes, which happens on hostile needles, so that the
 * caller uses another algorithm.
 *
 * A candidate is an index at which two bytes of the needle match: those at `first` and `second`, which the
 * caller has chosen because they are rare (first <= second < m).
 */
function next(from: i32, n: i32, m: i32, first: i32, second: i32, budget: i32): i32 {
  const a = i8x16.splat(load<i8>(NEEDLE + first));
  const b = i8x16.splat(load<i8>(NEEDLE + second));
  const stop = n - m + 1;
  let i = from;
  while (i < stop) {
    const at = INPUT + i;
    const low = v128.and(i8x16.eq(v128.load(at + first), a), i8x16.eq(v128.load(at + second), b));
    const high = v128.and(i8x16.eq(v128.load(at + first, 16), a), i8x16.eq(v128.load(at + second, 16), b));
    if (v128.any_true(v128.or(low, high))) {
      let mask = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16);
      while (mask) {
        const candidate = i + ctz(mask);
        if (candidate >= stop) return -1;
        const agreed = agreement(candidate, m);
        if (agreed === m) return candidate;
        budget -= agreed;
        if (budget < 0) return -2;
        mask &= mask - 1;
      }
    }
    i += 32;
  }
  return -1;
}

/** The search that {@link next} describes. */
export function find(n: i32, m: i32, first: i32, second: i32, budget: i32): i32 {
  return next(0, n, m, first, second, budget);
}

/** Like `find`, but the last one. */
export function rfind(n: i32, m: i32, first: i32, second: i32, budget: i32): i32 {
  const a = i8x16.splat(load<i8>(NEEDLE + first));
  const b = i8x16.splat(load<i8>(NEEDLE + second));
  let i = n - m + 1;
  while (i > 0) {
    i -= 32;
    const at = INPUT + i;
    const low = v128.and(i8x16.eq(v128.load(at + first), a), i8x16.eq(v128.load(at + second), b));
    const high = v128.and(i8x16.eq(v128.load(at + first, 16), a), i8x16.eq(v128.load(at + second, 16), b));
    if (!v128.any_true(v128.or(low, high))) continue;
    let mask = i8x16.bitmask(low) | (i8x16.bitmask(high) << 16);
    while (mask) {
      const lane = 31 - clz(mask);
      // Lanes before the piece.
      if (i + lane < 0) return -1;
      const agreed = agreement(i + lane, m);
      if (agreed === m) return i + lane;
      budget -= agreed;
      if (budget < 0) return -2;
      mask ^= 1 << lane;
    }
  }
  return -1;
}

/**
 * Counts needles in the piece that do not overlap, from `from` on and at most `limit`; -2 as in `find`.
 * Leaves in the state where the next needle may begin. If `list` is set, writes the index of each to the
 * output (u32).
 */
export function matches(
  from: i32,
  n: i32,
  m: i32,
  first: i32,
  second: i32,
  budget: i32,
  limit: i32,
  list: i32,
): i32 {
  let count = 0;
  let at = from;
  while (count < limit) {
    const found = next(at, n, m, first, second, budget);
    if (found === -2) return -2;
    if (found < 0) {
      at = max(at, n - m + 1);
      break;
    }
    if (list) store<u32>(OUTPUT + (count << 2), found);
    count++;
    at = found + m;
  }
  store<i32>(STATE, at);
  return count;
}

/**
 * Writes the index of each byte equal to `a` or `b` in the piece of n bytes to the output (u32). Returns
 * their number.
 */
export function positions(n: i32, a: i32, b: i32): i32 {
  const wantedA = i8x16.splat(<i8>a);
  const wantedB = i8x16.splat(<i8>b);
  let out = OUTPUT;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    let mask =
      i8x16.bitmask(v128.or(i8x16.eq(block, wantedA), i8x16.eq(block, wantedB))) & lanesBefore(n - i);
    while (mask) {
      store<u32>(out, i + ctz(mask));
      out += 4;
      mask &= mask - 1;
    }
  }
  return (out - OUTPUT) >> 2;
}

/**
 * Writes where runs of ASCII whitespace begin and end in the piece of n bytes to the output (u32). Returns
 * the number of indices. `inside` says whether the byte before the piece was whitespace; the state keeps it
 * for the next piece.
 */
export function spaceEdges(n: i32, inside: i32): i32 {
  let out = OUTPUT;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const mask = i8x16.bitmask(
      v128.or(i8x16.eq(block, i8x16.splat(32)), i8x16.lt_u(i8x16.sub(block, i8x16.splat(9)), i8x16.splat(5))),
    );
    const left = n - i;
    let edges = (mask ^ ((mask << 1) | inside)) & lanesBefore(left);
    inside = (mask >> (left >= 16 ? 15 : left - 1)) & 1;
    while (edges) {
      store<u32>(out, i + ctz(edges));
      out += 4;
      edges &= edges - 1;
    }
  }
  store<i32>(STATE, inside);
  return (out - OUTPUT) >> 2;
}
