import { PyNotImplementedError } from '../exceptions/index.js';
import type { Content, Range } from '../memory/index.js';

/** The right side of `%`: a tuple's items, or one value that may also be a mapping. */
export type PercentArguments =
  | { readonly kind: 'tuple'; readonly items: readonly unknown[] }
  | { readonly kind: 'single'; readonly value: unknown };

/**
 * `format % args`. Null when the format has nothing to replace.
 *
 * @param kindName whose `%` this is
 * @param makeKey makes the `bytes` key under which an object with `__getitem__` is asked
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FormatEx`
 */
export function formatPercent(
  _format: Content,
  _args: PercentArguments,
  _kindName: 'bytes' | 'bytearray',
  _makeKey?: (key: Range) => unknown,
): Range | null {
  throw new PyNotImplementedError();
}
