/** `reversed()`, which the built-in function and the pickling protocol of iterators share. */
import { PyTypeError } from '../exceptions/index.js';
import { BLOCKED, typeName } from '../python/index.js';
import { getItem, lengthOf } from './items.js';
import { methodOf, slotsOf } from './dispatch.js';

/**
 * `reversed(value)`: an iterator from the last item to the first.
 *
 * @throws PyTypeError `'int' object is not reversible`
 *
 * CPython: Objects/enumobject.c `reversed_new_impl`
 */
export function reversedOf(value: unknown): unknown {
  const method = methodOf(value, '__reversed__');
  if (method === BLOCKED) throw new PyTypeError(`'${typeName(value)}' object is not reversible`);
  if (method !== null) return method.call(value);
  const slot = slotsOf(value).reversed;
  if (slot !== undefined) return slot(value);
  if (methodOf(value, '__getitem__') === null) {
    throw new PyTypeError(`'${typeName(value)}' object is not reversible`);
  }
  return backwards(value, lengthOf(value));
}

function* backwards(value: unknown, length: number): Iterator<unknown> {
  for (let i = length - 1; i >= 0; i--) yield getItem(value, i);
}
