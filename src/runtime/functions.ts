/** Calls functions of the source language, and raises the error for values that cannot be called. */
import { PyAttributeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import type { Kwargs } from './bind.js';
import { hasKeywords } from './construct.js';
import type { Method } from './dispatch.js';

/** Calls a JavaScript function with keywords in an object at the end. A missing result is None. */
export function applied(method: Method, self: unknown, args: readonly unknown[], kwargs: Kwargs): unknown {
  return none(
    hasKeywords(kwargs) ? method.call(self, ...args, kwargs) : method.apply(self, args as unknown[]),
  );
}

/** None for a function without a result. */
export function none(value: unknown): unknown {
  return value === undefined ? null : value;
}

/** @throws PyAttributeError `'bytes' object has no attribute 'foo'` */
export function missing(self: unknown, name: string, more = ''): never {
  throw new PyAttributeError(`'${typeName(self)}' object has no attribute '${name}'${more}`);
}
