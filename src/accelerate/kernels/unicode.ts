/**
 * The UTF-8 kernels. They assume valid UTF-8 and whole characters, which the caller has checked;
 * `../simd-unicode.ts` calls them.
 */
import { INPUT, LANES_KEPT, OUTPUT } from '../layout';
import { lanesBefore } from './lanes';

/**
 * Fills the table by which lanes are dropped: for each mask of eight lanes, the bytes of the lanes that are
 * kept.
 */
function describeLanes(): void {
  for (let mask = 0; mask < 256; mask++) {
    let at = LANES_KEPT + (mask << 4);
    for (let lane = 0; lane < 8; lane++) {
      if (!(mask & (1 << lane))) continue;
      store<u16>(at, (2 * lane) | ((2 * lane + 1) << 8));
      at += 2;
    }
  }
}

/** Writes the units that a mask selects to the output. Returns where the next ones go. */
function keep(units: v128, mask: i32, out: i32): i32 {
  v128.store(out, i8x16.swizzle(units, v128.load(LANES_KEPT + (mask << 4))));
  return out + (popcnt(mask) << 1);
}

/**
 * Decodes n bytes of valid UTF-8, whole characters, to UTF-16 in the output; returns the number of units.
 *
 * Each step takes sixteen bytes: it computes the unit that would begin at each of them, then drops those that
 * begin at a continuation byte. Characters of four bytes, which are two units, are decoded one by one.
 */
export function fromUtf8(n: i32): i32 {
  if (load<u16>(LANES_KEPT + 16) === 0) describeLanes();
  let out = OUTPUT;
  let i = 0;
  while (i < n) {
    let stop = n;
    if (i + 16 <= n) {
      const a = v128.load(INPUT + i);
      if (!i8x16.bitmask(a)) {
        v128.store(out, i16x8.extend_low_i8x16_u(a));
        v128.store(out, i16x8.extend_high_i8x16_u(a), 16);
        out += 32;
        i += 16;
        continue;
      }
      stop = i + 16;
      if (!v128.any_true(i8x16.ge_u(a, i8x16.splat(<i8>0xf0)))) {
        const b = v128.load(INPUT + i, 1);
        const c = v128.load(INPUT + i, 2);
        const isThree = i8x16.ge_u(a, i8x16.splat(<i8>0xe0));
        const isAscii = i8x16.ge_s(a, i8x16.splat(0));
        // The last two bytes of the character. Shifts use wider lanes, because SSE cannot shift bytes.
        const second = v128.bitselect(b, a, isThree);
        const third = v128.bitselect(c, b, isThree);
        const low = v128.or(
          v128.and(i16x8.shl(second, 6), i8x16.splat(<i8>0xc0)),
          v128.and(third, i8x16.splat(0x3f)),
        );
        const high = v128.or(
          v128.and(i16x8.shr_u(second, 2), i8x16.splat(0x0f)),
          v128.and(i16x8.shl(a, 4), v128.and(isThree, i8x16.splat(<i8>0xf0))),
        );
        const lows = v128.bitselect(a, low, isAscii);
        const highs = v128.andnot(high, isAscii);
        const kept = i8x16.bitmask(i8x16.ge_s(a, i8x16.splat(-64)));
        out = keep(
          i8x16.shuffle(lows, highs, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23),
          kept & 255,
          out,
        );
        out = keep(
          i8x16.shuffle(lows, highs, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
          kept >> 8,
          out,
        );
        i = stop;
        continue;
      }
    }
    while (i < stop) {
      const first = <i32>load<u8>(INPUT + i);
      const second = (<i32>load<u8>(INPUT + i, 1)) & 63;
      const third = (<i32>load<u8>(INPUT + i, 2)) & 63;
      if (first < 0xc0) {
        // Skips the rest of a character whose unit has been written.
        if (first < 0x80) {
          store<u16>(out, first);
          out += 2;
        }
        i++;
      } else if (first < 0xe0) {
        store<u16>(out, ((first & 31) << 6) | second);
        out += 2;
        i += 2;
      } else if (first < 0xf0) {
        store<u16>(out, (first << 12) | (second << 6) | third);
        out += 2;
        i += 3;
      } else {
        const fourth = (<i32>load<u8>(INPUT + i, 3)) & 63;
        const code = ((first & 7) << 18) | (second << 12) | (third << 6) | fourth;
        store<u16>(out, 0xd7c0 + (code >> 10));
        store<u16>(out, 0xdc00 | (code & 0x3ff), 2);
        out += 4;
        i += 4;
      }
    }
  }
  return (out - OUTPUT) >> 1;
}

/** The number of units of n bytes of valid UTF-8, which may begin and end within a character. */
export function unitsOfUtf8(n: i32): i32 {
  let units = 0;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const begins = i8x16.bitmask(i8x16.ge_s(block, i8x16.splat(-64)));
    const beginsTwo = i8x16.bitmask(i8x16.ge_u(block, i8x16.splat(<i8>0xf0)));
    units += popcnt(((beginsTwo << 16) | begins) & (lanesBefore(n - i) * 0x10001));
  }
  return units;
}
