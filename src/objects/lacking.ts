/**
 * Methods that belong to a part. Until the part is imported, its methods raise an error that names the
 * import. The classes call `lackMethods` when they are defined, and the file of the part that registers
 * replaces the methods.
 */
import { defineHidden, lackingMethod } from '../exceptions/index.js';

/**
 * Defines methods that raise `PyNotImplementedError`.
 *
 * @param names the methods, separated by spaces
 * @param part the subpath to import, without `pybuffer/`
 */
export function lackMethods(prototype: object, names: string, part: string): void {
  for (const name of names.split(' ')) {
    defineHidden(prototype, name, () => {
      throw lackingMethod(name, part);
    });
  }
}
