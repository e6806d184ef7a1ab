/** The bits of a number. Write it to `double`, then read the two halves. */
import { LITTLE_ENDIAN } from '../algorithms/words.js';

export const double = new Float64Array(1);
/** The two halves of {@link double}. */
export const words = new Uint32Array(double.buffer);
/** The index of the half with the sign: 1 on a little-endian machine. */
export const HIGH = LITTLE_ENDIAN ? 1 : 0;
/** The index of the other half. */
export const LOW = 1 - HIGH;

const { fill } = Float64Array.prototype;

/**
 * Stores a number in {@link double} with every bit of a NaN. A plain assignment, as V8 compiles it, may make
 * a NaN quiet.
 */
export function setDouble(value: number): void {
  if (value === value) double[0] = value;
  else fill.call(double, value);
}
