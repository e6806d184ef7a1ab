import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { asSsize, asSsizeArgument, isIntLike } from './int.js';
import { NotImplemented, fullTypeName } from './types.js';

/**
 * What an object says of its length before it is iterated: its `__len__()`, else its `__length_hint__()`. The library
 * needs neither, but both are code that Python calls, and their exceptions are the caller's.
 *
 * @param fallback where an object says nothing
 * @throws PyTypeError `Name.__length_hint__() must return an int, not str`
 * @throws PyValueError `Name.__length_hint__() must return a non-negative int`, `__len__() should return >= 0`
 *
 * CPython: Objects/abstract.c `PyObject_LengthHint`
 */
export function lengthHint(value: unknown, fallback: number): number {
  if (typeof value !== 'object' || value === null) return fallback;
  const { __len__, __length_hint__ } = value as { __len__?: unknown; __length_hint__?: unknown };
  if (typeof __len__ === 'function') {
    const length = unlessTypeError(() => asSsize(__len__.call(value)));
    if (typeof length === 'number') {
      if (length < 0) throw new PyValueError('__len__() should return >= 0');
      return length;
    }
  }
  if (typeof __length_hint__ !== 'function') return fallback;
  const hint = unlessTypeError((): unknown => __length_hint__.call(value));
  if (hint === NotImplemented) return fallback;
  if (typeof hint === 'object' || !isIntLike(hint)) {
    throw new PyTypeError(
      `${fullTypeName(value)}.__length_hint__() must return an int, not ${fullTypeName(hint)}`,
    );
  }
  const length = asSsizeArgument(hint);
  if (length < 0) {
    throw new PyValueError(`${fullTypeName(value)}.__length_hint__() must return a non-negative int`);
  }
  return length;
}

/** What a function gives; NotImplemented where it raises a TypeError. */
function unlessTypeError<T>(run: () => T): T | typeof NotImplemented {
  try {
    return run();
  } catch (error) {
    if (error instanceof PyTypeError) return NotImplemented;
    throw error;
  }
}
