/**
 * `dir()` of our types, from the record of signatures. Callers are the special method and the runtime's
 * users.
 */
import { isTuple } from '../python/index.js';
import { classOf, iteratorRecordOf, recordOf, recordOfClass } from './records.js';
import { attributes, signatures } from './signatures.data.js';

/**
 * The sorted names of one of our objects or classes, like Python's `dir()`.
 *
 * CPython: Objects/object.c `PyObject_Dir`
 */
export function dir(self: unknown): string[] {
  const type = recordOfClass(classOf(self)) ?? recordOf(self) ?? iteratorRecordOf(self);
  const names = new Set<string>();
  if (type !== null) {
    for (const name of Object.keys(signatures[type as keyof typeof signatures]))
      if (name !== '') names.add(name);
    for (const name of attributes[type as 'bytes'].split(' ')) names.add(name);
  }
  if (typeof self === 'object' && self !== null && !isTuple(self) && iteratorRecordOf(self) === null) {
    for (const name of Object.keys(self)) names.add(name);
  }
  return [...names].sort();
}
