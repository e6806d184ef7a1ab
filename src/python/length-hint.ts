/**
 * Asks an object for its length before it is iterated. The library needs no hint, but asking runs user code,
 * whose exceptions Python passes on. Constructors, `join` and `extend` call it.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { asLength, asSsizeArgument, isIntLike } from './int.js';
import { specialMethod } from './special.js';
import { NotImplemented, fullTypeName } from './types.js';

/**
 * The result of the object's `__len__()`, otherwise of its `__length_hint__()`.
 *
 * @param fallback the result for an object with neither method
 * @throws PyTypeError `Name.__length_hint__() must return an int, not str`
 * @throws PyValueError `Name.__length_hint__() must return a non-negative int`,
 *   `__len__() should return >= 0`
 *
 * CPython: Objects/abstract.c `PyObject_LengthHint`
 */
export function lengthHint(value: unknown, fallback: number): number {
  const lengthMethod = specialMethod(value, '__len__');
  if (lengthMethod !== null) {
    const length = unlessTypeError(() => asLength(lengthMethod.call(value)));
    if (typeof length === 'number') return length;
  }
  const hintMethod = specialMethod(value, '__length_hint__');
  if (hintMethod === null) return fallback;
  const hint = unlessTypeError((): unknown => hintMethod.call(value));
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

/** Returns the result of a function; NotImplemented if it raises a TypeError. */
function unlessTypeError<T>(run: () => T): T | typeof NotImplemented {
  try {
    return run();
  } catch (error) {
    if (error instanceof PyTypeError) return NotImplemented;
    throw error;
  }
}
