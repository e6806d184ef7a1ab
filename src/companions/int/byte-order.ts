/** The argument `byteorder` of both conversions. */
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { givenName } from '../../python/index.js';

/** Which byte of an int comes first: the most significant (`big`) or the least (`little`). */
export type ByteOrder = 'little' | 'big';

/** Checks that `byteorder` is text. Its value is checked only after the other arguments. */
export function byteOrderText(method: string, byteorder: unknown): string {
  if (byteorder === undefined) return 'big';
  if (typeof byteorder === 'string') return byteorder;
  const type = givenName(byteorder);
  throw new PyTypeError(`${method}() argument 'byteorder' must be str, not ${type}`);
}

/** Whether the order is little-endian. */
export function isLittle(byteorder: string): boolean {
  if (byteorder !== 'little' && byteorder !== 'big') {
    throw new PyValueError("byteorder must be either 'little' or 'big'");
  }
  return byteorder === 'little';
}
