import { PyTypeError } from '../exceptions/index.js';
import { fullTypeName, isDisguised, isRevoked, typeName } from './types.js';

/**
 * `iter(value)`: a JavaScript iterable, or an object with Python's `__iter__`. Null where there is neither.
 *
 * CPython: Objects/abstract.c `PyObject_GetIter`
 */
export function tryIterate(value: unknown): Iterator<unknown> | null {
  if (value === null || value === undefined || isRevoked(value)) return null;
  const iterable = value as { [Symbol.iterator]?: unknown; __iter__?: unknown };
  if (typeof iterable[Symbol.iterator] === 'function') {
    return isDisguised(value) ? null : (value as Iterable<unknown>)[Symbol.iterator]();
  }
  if (typeof iterable.__iter__ === 'function') {
    const iterator: unknown = iterable.__iter__();
    if (typeof (iterator as { next?: unknown } | null)?.next === 'function') {
      return iterator as Iterator<unknown>;
    }
    const inner = iterator === value ? null : tryIterate(iterator);
    if (inner !== null) return inner;
    throw new PyTypeError(
      `${fullTypeName(value)}.__iter__() must return an iterator, not ${fullTypeName(iterator)}`,
    );
  }
  return null;
}

/**
 * `iter(value)`.
 *
 * @throws PyTypeError `'int' object is not iterable`
 */
export function iterate(value: unknown): Iterator<unknown> {
  const iterator = tryIterate(value);
  if (iterator === null) throw new PyTypeError(`'${typeName(value)}' object is not iterable`);
  return iterator;
}
