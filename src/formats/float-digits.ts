/**
 * The decimal digits of doubles, correctly rounded (halves to even) at any precision, as C's `printf` writes
 * them. JavaScript's `toFixed` and `toExponential` stop at 100 digits and round halves up, so exact
 * arithmetic takes over where either matters.
 */

/** Decimal digits, with the point after the first. */
export interface Scientific {
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
}

/** No double has more digits than this, after the point or significant ones; all further digits are zeros. */
const MOST_DIGITS = 1100;
/** What `toFixed` and `toExponential` accept, minus the one digit that reveals a half. */
const NATIVE_DIGITS = 99;

const words = new DataView(new ArrayBuffer(8));

/** `value` (positive, finite) as `mantissa * 2 ** exponent`. */
function unpack(value: number): { mantissa: bigint; exponent: number } {
  words.setFloat64(0, value);
  const bits = words.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** `value * 10 ** power`, rounded to the nearest integer, halves to even. */
function scaled(value: number, power: number): bigint {
  const { mantissa, exponent } = unpack(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** Whether a text with one more digit may be exactly a half, which JavaScript and C round differently. */
function mayBeHalf(text: string, value: number): boolean {
  return /5(?:e|$)/.test(text) && Number(text) === value;
}

/**
 * Returns `value` with `places` digits after the point: `'12.50'`; without a point for no digits.
 *
 * @param value not negative, finite
 */
export function fixedDigits(value: number, places: number): string {
  if (value < 1e21 && places <= NATIVE_DIGITS && !mayBeHalf(value.toFixed(places + 1), value)) {
    return value.toFixed(places);
  }
  const exact = Math.min(places, MOST_DIGITS);
  const digits = String(scaled(value, exact)).padStart(exact + 1, '0');
  if (places === 0) return digits;
  return `${digits.slice(0, digits.length - exact)}.${digits.slice(digits.length - exact).padEnd(places, '0')}`;
}

/**
 * Returns the first `count` significant digits.
 *
 * @param value not negative, finite
 * @param count at least 1
 */
export function significantDigits(value: number, count: number): Scientific {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  if (count <= NATIVE_DIGITS && !mayBeHalf(value.toExponential(count), value)) {
    const [mantissa, power] = value.toExponential(count - 1).split('e');
    return { digits: mantissa!.replace('.', ''), exponent: Number(power) };
  }
  const exact = Math.min(count, MOST_DIGITS);
  // The exponent of the shortest digits may be one too large, and rounding may carry into a new digit.
  let exponent = Number(value.toExponential().split('e')[1]);
  let digits = String(scaled(value, exact - 1 - exponent));
  while (digits.length !== exact) {
    exponent += digits.length - exact;
    digits = String(scaled(value, exact - 1 - exponent));
  }
  return { digits: digits.padEnd(count, '0'), exponent };
}
