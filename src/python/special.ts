/**
 * How Python looks up special methods of a user's objects. A class that sets one to None (here: to null)
 * blocks it, which differs from having none. Every room that calls special methods looks them up here or
 * follows the same rule.
 */
import { PyTypeError } from '../exceptions/index.js';
import { falseIfRevoked } from './types.js';

/** A special method of a user's object, without its receiver. */
export type SpecialMethod = (...args: readonly unknown[]) => unknown;

/**
 * Represents a special method that is None: Python finds it and fails when it calls it. Look-ups that Python
 * treats differently (`__iter__`, `__hash__`, `__contains__`, `__reversed__`) compare with it first.
 */
export const BLOCKED: SpecialMethod = () => {
  throw new PyTypeError("'NoneType' object is not callable");
};

/**
 * Returns an attribute as a special method: itself, {@link BLOCKED} for None, null for anything else.
 * Frequent look-ups read their attribute by its own name, which takes a tenth of the time of a look-up
 * through a variable, and then call this.
 */
export function asSpecial(method: unknown): SpecialMethod | null {
  if (typeof method === 'function') return method as SpecialMethod;
  return method === null ? BLOCKED : null;
}

type Attributes = Readonly<Record<string, unknown>>;

/**
 * Reads an attribute. The names that every iteration and every constructor reads are written out, because
 * that is faster (see {@link asSpecial}).
 */
function attribute(value: Attributes, name: string): unknown {
  switch (name) {
    case '__iter__':
      return value.__iter__;
    case '__bytes__':
      return value.__bytes__;
    case '__buffer__':
      return value.__buffer__;
    case '__len__':
      return value.__len__;
    case '__length_hint__':
      return value.__length_hint__;
    default:
      return value[name];
  }
}

/**
 * Returns the special method of an object: null if it has none, {@link BLOCKED} if its class sets it to None.
 * Runs no user code except accessors. A revoked Proxy has no special methods.
 *
 * CPython: Objects/typeobject.c `lookup_maybe_method`
 */
export function specialMethod(value: unknown, name: string): SpecialMethod | null {
  if (typeof value !== 'object' || value === null) return null;
  try {
    return asSpecial(attribute(value as Attributes, name));
  } catch (error) {
    falseIfRevoked(value, error);
    return null;
  }
}
