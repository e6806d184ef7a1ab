/**
 * Connects `hash()` of bytes and views to its algorithm (`hash.ts`), a part that `bytes/register-methods.ts`
 * registers when it is imported. `Bytes` and `MemoryView` call it.
 */
import { lackingMethod } from '../exceptions/index.js';

type Hash = (m: Uint8Array, s: number, e: number) => bigint;

let registered: Hash | null = null;

/** Registers the algorithm, process-wide. */
export function registerHash(hash: Hash): void {
  registered = hash;
}

/**
 * The hash of `m[s .. e)`.
 *
 * @throws PyNotImplementedError if no algorithm is registered
 */
export function registeredHash(m: Uint8Array, s: number, e: number): bigint {
  if (registered === null) throw lackingMethod('hash', 'methods');
  return registered(m, s, e);
}
