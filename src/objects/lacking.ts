/**
 * Methods that belong to a part. Until the part is imported, its methods raise an error that names the import. The classes call
 * `lackMethods` when they are defined, and the file of the part that registers replaces the methods; registries call `lackingMethod`.
 */
import { PyNotImplementedError } from '../exceptions/index.js';

/** The error of a method whose part is not imported. Not Python, which always has all of them. */
export function lackingMethod(name: string, part: string): PyNotImplementedError {
  return new PyNotImplementedError(
    `${name}() is not in pybuffer/core: import 'pybuffer/${part}' to register it`,
  );
}

/**
 * Defines methods that raise `PyNotImplementedError`.
 *
 * @param names the methods, separated by spaces
 * @param part the subpath to import, without `pybuffer/`
 */
export function lackMethods(prototype: object, names: string, part: string): void {
  for (const name of names.split(' ')) {
    const value = (): never => {
      throw lackingMethod(name, part);
    };
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}
