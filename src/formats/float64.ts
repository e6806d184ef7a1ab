/**
 * Double-precision floats whose NaNs keep every bit, as in CPython. The items of all formats and `struct` use
 * them.
 */
import { HIGH, LOW, setDouble, words } from './double-bits.js';

/**
 * `data.setFloat64`, which V8's optimizing compiler (from version 13 on) lets make a signalling NaN quiet.
 */
export function setFloat64(data: DataView, offset: number, value: number, littleEndian: boolean): void {
  if (value === value) {
    data.setFloat64(offset, value, littleEndian);
    return;
  }
  setDouble(value);
  data.setUint32(offset, words[littleEndian ? LOW : HIGH]!, littleEndian);
  data.setUint32(offset + 4, words[littleEndian ? HIGH : LOW]!, littleEndian);
}
