// The bits of a float as text. A NaN crosses in this form, because some crossings change its bits.
const double = new DataView(new ArrayBuffer(8));

/** The bits of a float, as 16 hexadecimal digits. */
export function bitsOf(value: number): string {
  double.setFloat64(0, value);
  return double.getBigUint64(0).toString(16).padStart(16, '0');
}

/** The float that such digits describe. */
export function floatOfBits(bits: string): number {
  double.setBigUint64(0, BigInt(`0x${bits}`));
  return double.getFloat64(0);
}
