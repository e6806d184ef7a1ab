/** Half-precision floats (IEEE 754 binary16), which ES2022 does not support. */

import { HIGH, LOW, double, setDouble, words } from './double-bits.js';

/**
 * The number that 16 bits encode. A NaN keeps its sign and its payload.
 *
 * CPython: Objects/floatobject.c `PyFloat_Unpack2`
 */
export function float16FromBits(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) {
    if (fraction === 0) return bits & 0x8000 ? -Infinity : Infinity;
    words[LOW] = 0;
    words[HIGH] = ((bits & 0x8000) << 16) | 0x7ff00000 | (fraction << 10);
    return double[0]!;
  }
  if (exponent === 0) return bits & 0x8000 ? fraction * -(2 ** -24) : fraction * 2 ** -24;
  // Assembled from bits, because raising 2 to a power takes ten times as long.
  words[LOW] = 0;
  words[HIGH] = ((bits & 0x8000) << 16) | ((exponent + 1008) << 20) | (fraction << 10);
  return double[0]!;
}

/** The smallest magnitude that no half-precision number can be rounded to. */
const LIMIT = 65520;

/** Whether `e` can hold a number; false for finite numbers that would be rounded past 65504. */
export function fitsFloat16(value: number): boolean {
  return !(Math.abs(value) >= LIMIT) || Math.abs(value) === Infinity;
}

/**
 * The 16 bits nearest to a number, ties to even; an infinity where {@link fitsFloat16} is false.
 *
 * CPython: Objects/floatobject.c `PyFloat_Pack2`
 */
export function float16Bits(value: number): number {
  setDouble(value);
  const high = words[HIGH]!;
  const sign = (high >>> 16) & 0x8000;
  const magnitude = Math.abs(value);
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  if (magnitude < LIMIT) {
    const exponent = ((high >>> 20) & 2047) - 1023;
    // The magnitude with another exponent: 2 ** 10 <= scaled < 2 ** 11.
    words[HIGH] = (high & 0xfffff) | (1033 << 20);
    // Adding the rounded fraction lets a carry run into the exponent.
    return sign + ((exponent + 14) << 10) + roundHalfEven(double[0]!);
  }
  if (value === value) return sign | 0x7c00;
  const payload = (high >>> 10) & 1023;
  return sign | 0x7c00 | (payload === 0 ? 0x200 : payload);
}

/** Adding and subtracting 2 ** 52 rounds in the processor, ties to even. */
function roundHalfEven(value: number): number {
  return value + 4503599627370496 - 4503599627370496;
}
