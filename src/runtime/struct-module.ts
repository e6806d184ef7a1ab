/** Python's module `struct`, called with Python's arguments. */
import * as struct from '../companions/struct/index.js';
import { PyAttributeError } from '../exceptions/index.js';
import { boxesFloats } from '../python/index.js';
import { trimmed } from './arguments.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { none } from './functions.js';
import { signatureOf } from './signatures.js';
import { boxStruct } from './struct-floats.js';
import type { Method } from './dispatch.js';

const FUNCTIONS = struct as unknown as Readonly<Record<string, Method>>;

/**
 * Calls a function of Python's module `struct`, with Python's arguments.
 *
 * @throws PyTypeError `unpack expected 2 arguments, got 1`
 *
 * CPython: Modules/_struct.c `module_functions`
 */
export function callStruct(name: string, args: readonly unknown[] = [], kwargs?: Kwargs): unknown {
  const signature = signatureOf('struct', name);
  if (signature === null) throw new PyAttributeError(`module 'struct' has no attribute '${name}'`);
  const bound = trimmed(bind(signature, args, kwargs));
  const result = none(FUNCTIONS[name]!(...bound));
  return boxesFloats() && name !== 'pack' ? boxStruct(bound[0], result) : result;
}

const UNPACKING: ReadonlyMap<unknown, string> = new Map(
  ['unpack', 'unpack_from', 'iter_unpack'].map((name) => [FUNCTIONS[name], name]),
);

/**
 * The name of a function of the module whose floats {@link callStruct} boxes; undefined for all other values, and where
 * floats are numbers.
 */
export function boxingName(callable: unknown): string | undefined {
  return boxesFloats() ? UNPACKING.get(callable) : undefined;
}
