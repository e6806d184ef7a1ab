/**
 * Kernels between bytes and ASCII text: hexadecimal digits and the repr. Each works on one piece in the
 * memory that `../layout.ts` maps; `../simd-text.ts` calls them.
 */
import { ESCAPES, ESCAPE_LENGTHS, INPUT, OUTPUT, STATE } from '../layout';

/** Sixteen hexadecimal digits for sixteen values below 16. */
function digits(values: v128): v128 {
  return i8x16.swizzle(i8x16(48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102), values);
}

/** Writes the hexadecimal digits of the piece of n bytes to the output. */
export function hex(n: i32): void {
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const high = digits(i8x16.shr_u(block, 4));
    const low = digits(v128.and(block, i8x16.splat(15)));
    const out = OUTPUT + (i << 1);
    v128.store(out, i8x16.shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    v128.store(
      out,
      i8x16.shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31),
      16,
    );
  }
}

function digit(value: i32): i32 {
  return value + (value < 10 ? 48 : 87);
}

/**
 * Writes the hexadecimal digits of the piece with `separator` after `first` bytes and then after each
 * `group`, except at its end. Returns the number of characters.
 */
export function hexGroups(n: i32, separator: i32, first: i32, group: i32): i32 {
  let out = OUTPUT;
  let left = first;
  let i = 0;
  if (group === 1) {
    if (left === 0) {
      store<u8>(out, separator);
      out++;
      left = 1;
    }
    // Sixteen bytes become 48 characters: the digits of one vector after another, with a separator in each
    // third place.
    const marks = i8x16.splat(<i8>separator);
    for (; i + 16 <= n; i += 16, out += 48) {
      const block = v128.load(INPUT + i);
      const high = digits(i8x16.shr_u(block, 4));
      const low = digits(v128.and(block, i8x16.splat(15)));
      const a = i8x16.shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const b = i8x16.shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      v128.store(out, i8x16.shuffle(a, marks, 0, 1, 16, 2, 3, 16, 4, 5, 16, 6, 7, 16, 8, 9, 16, 10));
      const c = i8x16.shuffle(a, b, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 0, 0, 0, 0, 0);
      v128.store(out, i8x16.shuffle(c, marks, 0, 16, 1, 2, 16, 3, 4, 16, 5, 6, 16, 7, 8, 16, 9, 10), 16);
      v128.store(
        out,
        i8x16.shuffle(b, marks, 16, 6, 7, 16, 8, 9, 16, 10, 11, 16, 12, 13, 16, 14, 15, 16),
        32,
      );
    }
    // If the piece ends here, there is one separator too many.
    if (i === n) return out - 1 - OUTPUT;
  }
  for (; i < n; i++) {
    if (left === 0) {
      store<u8>(out, separator);
      out++;
      left = group;
    }
    const byte = <i32>load<u8>(INPUT + i);
    store<u16>(out, digit(byte >> 4) | (digit(byte & 15) << 8));
    out += 2;
    left--;
  }
  return out - OUTPUT;
}

/** The value of a hexadecimal digit, or -1. */
function valueOf(character: i32): i32 {
  const decimal = character - 48;
  if (<u32>decimal < 10) return decimal;
  const letter = (character | 0x20) - 97;
  return <u32>letter < 6 ? letter + 10 : -1;
}

/** Stores the eight bytes that eight pairs of digits' values make. */
function storePairs(at: i32, values: v128): void {
  // Each pair, as a 16-bit lane low + 256 * high half: the byte is 16 * first + second.
  const bytes = v128.or(i16x8.shl(values, 4), i16x8.shr_u(values, 8));
  const packed = i8x16.shuffle(bytes, bytes, 0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14);
  store<u64>(at, i64x2.extract_lane(packed, 0));
}

/**
 * Reads pairs of hexadecimal digits with whitespace between them from n characters. Returns the number of
 * bytes written, or -1 for anything else (the caller finds out what). The state holds the number of
 * characters read: all of them, or all but the first digit of a pair.
 */
export function fromHex(n: i32): i32 {
  let i = 0;
  let out = OUTPUT;
  while (i < n) {
    if (i + 16 <= n) {
      const block = v128.load(INPUT + i);
      const decimal = i8x16.sub(block, i8x16.splat(48));
      const letter = i8x16.sub(v128.or(block, i8x16.splat(0x20)), i8x16.splat(97));
      const isDecimal = i8x16.lt_u(decimal, i8x16.splat(10));
      const isLetter = i8x16.lt_u(letter, i8x16.splat(6));
      const values = v128.bitselect(decimal, i8x16.add(letter, i8x16.splat(10)), isDecimal);
      const digits = i8x16.bitmask(v128.or(isDecimal, isLetter));
      if (digits === 0xffff) {
        storePairs(out, values);
        out += 8;
        i += 16;
        continue;
      }
      // Five pairs, each followed by a space.
      if ((digits & 0x36db) === 0x36db) {
        if ((i8x16.bitmask(i8x16.eq(block, i8x16.splat(32))) & 0x4924) === 0x4924) {
          storePairs(out, i8x16.shuffle(values, values, 0, 1, 3, 4, 6, 7, 9, 10, 12, 13, 0, 0, 0, 0, 0, 0));
          out += 5;
          i += 15;
          continue;
        }
      }
    }
    const character = <i32>load<u8>(INPUT + i);
    if (character === 32 || <u32>(character - 9) < 5) {
      i++;
      continue;
    }
    if (i + 1 === n) break;
    const high = valueOf(character);
    const low = valueOf(<i32>load<u8>(INPUT + i + 1));
    if ((high | low) < 0) return -1;
    store<u8>(out, (high << 4) | low);
    out++;
    i += 2;
  }
  store<i32>(STATE, i);
  return out - OUTPUT;
}

/** Fills the tables of `escape`. */
function describeEscapes(): void {
  for (let byte = 0; byte < 256; byte++) {
    let word = 0x785c | (digit(byte >> 4) << 16) | (digit(byte & 15) << 24);
    let length = 4;
    if (byte === 9) word = 0x745c;
    else if (byte === 10) word = 0x6e5c;
    else if (byte === 13) word = 0x725c;
    else if (byte === 92) word = 0x5c5c;
    else if (byte >= 32 && byte < 127) {
      word = byte;
      length = 1;
    }
    if (length === 4 && word < 0x10000) length = 2;
    store<u32>(ESCAPES + (byte << 2), word);
    store<u8>(ESCAPE_LENGTHS + byte, length);
  }
}

/**
 * Writes the piece of n bytes as they stand inside a bytes literal with this quote. Returns the number of
 * characters.
 */
export function escape(n: i32, quote: i32): i32 {
  if (load<u8>(ESCAPE_LENGTHS) === 0) describeEscapes();
  store<u32>(ESCAPES + (quote << 2), 0x5c | (quote << 8));
  store<u8>(ESCAPE_LENGTHS + quote, 2);
  const quotes = i8x16.splat(<i8>quote);
  let out = OUTPUT;
  for (let i = 0; i < n; i += 16) {
    const block = v128.load(INPUT + i);
    const plain = i8x16.lt_u(i8x16.sub(block, i8x16.splat(32)), i8x16.splat(95));
    const special = v128.or(i8x16.eq(block, quotes), i8x16.eq(block, i8x16.splat(92)));
    const left = min(n - i, 16);
    if (!(i8x16.bitmask(v128.or(v128.not(plain), special)) & ((1 << left) - 1))) {
      v128.store(out, block);
      out += left;
      continue;
    }
    for (let k = 0; k < left; k++) {
      const byte = <i32>load<u8>(INPUT + i + k);
      store<u32>(out, load<u32>(ESCAPES + (byte << 2)));
      out += <i32>load<u8>(ESCAPE_LENGTHS + byte);
    }
  }
  store<u32>(ESCAPES + (quote << 2), quote);
  store<u8>(ESCAPE_LENGTHS + quote, 1);
  return out - OUTPUT;
}
