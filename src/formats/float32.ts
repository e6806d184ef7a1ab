/**
 * Single-precision floats in the byte order that is not the machine's. CPython copies the bits of NaNs there,
 * even of signalling ones. In the machine's own order the processor converts them, in CPython and here, and
 * makes them quiet.
 */
import { HIGH, LOW, double, setDouble, words } from './double-bits.js';

/**
 * Reads the big-endian float at an offset.
 *
 * CPython: Objects/floatobject.c `PyFloat_Unpack4`
 */
export function readFloat32(data: DataView, offset: number): number {
  const value = data.getFloat32(offset);
  if (value === value) return value;
  const bits = data.getUint32(offset);
  words[LOW] = bits << 29;
  words[HIGH] = (bits & 0x80000000) | 0x7ff00000 | ((bits & 0x7fffff) >>> 3);
  return double[0]!;
}

/**
 * Writes a big-endian float.
 *
 * CPython: Objects/floatobject.c `PyFloat_Pack4`
 */
export function writeFloat32(data: DataView, offset: number, value: number): void {
  if (value === value) {
    data.setFloat32(offset, value);
    return;
  }
  setDouble(value);
  const payload = ((words[HIGH]! & 0xfffff) << 3) | (words[LOW]! >>> 29);
  data.setUint32(offset, (words[HIGH]! & 0x80000000) | 0x7f800000 | (payload === 0 ? 0x400000 : payload));
}
