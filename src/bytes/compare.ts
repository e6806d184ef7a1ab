/** Compares bytes and bytearrays by their bytes. The types' methods and the runtime's slots call it. */
import { compare, sameContent } from '../algorithms/index.js';
import { PyException } from '../exceptions/index.js';
import { MEMORY, LENGTH, START, intact } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { contentOfBytes, isBytesLike, isPlainContent } from '../protocol/index.js';
import { NotImplemented } from '../python/index.js';
import type { Receiver } from './search.js';
import { hold, letGo } from './hold.js';

/** Python's six comparisons. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Orders two contents by bytes, then by length. */
export function orderOf(a: Content, b: Content): -1 | 0 | 1 {
  const as = a[START];
  const bs = b[START];
  return compare(
    intact(a[MEMORY], a[START] + a[LENGTH]),
    as,
    as + a[LENGTH],
    intact(b[MEMORY], b[START] + b[LENGTH]),
    bs,
    bs + b[LENGTH],
  );
}

/** Returns whether an order (negative, zero, positive; NaN for unordered) satisfies a comparison. */
export function satisfies(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Compares two contents. Equality does not need their order. */
function decide(a: Content, b: Content, comparison: Comparison): boolean {
  if (comparison === '==') return sameContent(a, b);
  if (comparison === '!=') return !sameContent(a, b);
  return satisfies(comparison, orderOf(a, b));
}

/** A `Bytes` or `ByteArray`, as comparisons see it. */
export interface Comparable extends Receiver {
  readonly kind: 'bytes' | 'bytearray';
}

/**
 * The result of `left.__eq__(right)` and its five siblings. Bytes compare with bytes only; a bytearray
 * compares itself with the raw bytes of any contiguous buffer.
 *
 * CPython: Objects/bytesobject.c `bytes_richcompare`, Objects/bytearrayobject.c `bytearray_richcompare`
 */
export function richCompare(
  left: Comparable,
  right: unknown,
  comparison: Comparison,
): boolean | typeof NotImplemented {
  if (left.kind === 'bytes') {
    const content = contentOfBytes(right);
    return content === null ? NotImplemented : decide(left, content, comparison);
  }
  if (isPlainContent(right) && isPlainContent(left)) return decide(left, right, comparison);
  if (!isBytesLike(right)) return NotImplemented;
  let own: Content | null = null;
  let content: Content | null = null;
  try {
    own = hold(left);
    content = hold(right);
    return decide(own, content, comparison);
  } catch (error) {
    if (error instanceof PyException) return NotImplemented;
    throw error;
  } finally {
    // Released in the order of acquisition, because releasing may run code of a derived class.
    if (own !== null) letGo(own);
    if (content !== null) letGo(content);
  }
}
