/** Where the bits of a number are looked at: write the one, read the other. */
export const double = new Float64Array(1);
/** The two halves of {@link double}. */
export const words = new Uint32Array(double.buffer);
/** Which of the two words holds the sign: 1 on a little-endian machine. */
export const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** The other one. */
export const LOW = 1 - HIGH;

const { fill } = Float64Array.prototype;

/** Puts a number into {@link double}, with every bit of a NaN: what V8 compiles for an assignment may make it quiet. */
export function setDouble(value: number): void {
  if (value === value) double[0] = value;
  else fill.call(double, value);
}
