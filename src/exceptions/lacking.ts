/**
 * The error of a method whose part is not imported. Not Python, which always has all of them.
 * `objects/lacking.ts` and the registries of the parts raise it.
 */
import { PyNotImplementedError } from './exceptions.js';

/** @param part the subpath to import, without `pybuffer/` */
export function lackingMethod(name: string, part: string): PyNotImplementedError {
  return new PyNotImplementedError(
    `${name}() is not in pybuffer/core: import 'pybuffer/${part}' to register it`,
  );
}
