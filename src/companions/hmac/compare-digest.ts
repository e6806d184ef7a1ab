/** Compares two values in a time that does not reveal where they differ. `pybuffer/hmac` exports it. */
import { PyTypeError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import {
  BufferFlags,
  acquireView,
  endLease,
  isBytesLike,
  isPlainContent,
  lease,
  returnView,
} from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { takes, typeName } from '../../python/index.js';

const nameOf = (value: unknown): string =>
  value === null || value === undefined ? 'NoneType' : typeName(value);

/**
 * Returns whether two digests are equal. The time depends on the length of `b` but not on where they differ,
 * provided that the JavaScript engine compiles a loop without branches to one.
 *
 * @param a bytes-like, or a string of ASCII characters
 * @param b of the same kind
 * @throws PyTypeError `a bytes-like object is required, not 'str'` for two different kinds,
 *   `comparing strings with non-ASCII characters is not supported`,
 *   `unsupported operand types(s) or combination of types: 'int' and 'int'`
 * @throws PyBufferError `memoryview: underlying buffer is not C-contiguous`
 *
 * @example
 * ```ts
 * compare_digest(b`\x01\x02`, new ByteArray([1, 2])) // true
 * compare_digest('abc', 'abd') // false
 * ```
 *
 * CPython: Modules/_operator.c `_operator__compare_digest_impl`
 */
export function compare_digest(a: BytesLike, b: BytesLike): boolean;
export function compare_digest(a: string, b: string): boolean;
export function compare_digest(a: unknown, b: unknown): boolean {
  takes('compare_digest', arguments.length, 2);
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [asciiOf(a), asciiOf(b)];
    return same(left, 0, left.length, right, 0, right.length);
  }
  if (!isBytesLike(a) && !isBytesLike(b)) {
    throw new PyTypeError(
      `unsupported operand types(s) or combination of types: '${nameOf(a)}' and '${nameOf(b)}'`,
    );
  }
  const left = leased(a);
  try {
    const right = leasedBeside(a, b);
    try {
      const mine = intact(left[MEMORY], left[START] + left[LENGTH]);
      const theirs = intact(right[MEMORY], right[START] + right[LENGTH]);
      return same(mine, left[START], left[LENGTH], theirs, right[START], right[LENGTH]);
    } finally {
      endLease(right);
    }
  } finally {
    endLease(left);
  }
}

/**
 * Acquires the second digest. Its `__buffer__` may try to resize the first one, which is exported meanwhile.
 */
function leasedBeside(first: unknown, value: unknown): Content {
  if (isPlainContent(value) || !isPlainContent(first)) return leased(value);
  const pin = acquireView(first, BufferFlags.SIMPLE);
  try {
    return leased(value);
  } finally {
    returnView(pin);
  }
}

function leased(value: unknown): Content {
  if (isBytesLike(value)) return lease(value);
  throw new PyTypeError(`a bytes-like object is required, not '${nameOf(value)}'`);
}

function asciiOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code;
    seen |= code;
  }
  if (seen > 127) throw new PyTypeError('comparing strings with non-ASCII characters is not supported');
  return bytes;
}

/** Reads all of `b`, whatever `a` is. */
function same(
  a: Uint8Array,
  aStart: number,
  aLength: number,
  b: Uint8Array,
  bStart: number,
  bLength: number,
): boolean {
  const [left, start] = aLength === bLength ? [a, aStart] : [b, bStart];
  let difference = aLength ^ bLength;
  for (let i = 0; i < bLength; i++) difference |= left[start + i]! ^ b[bStart + i]!;
  return difference === 0;
}
