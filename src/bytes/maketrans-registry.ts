/**
 * Connects `Bytes.maketrans` to its implementation (`maketrans.ts`), a part that `register-methods.ts`
 * registers when it is imported. `bytes.ts` calls it.
 */
import { lackingMethod } from '../exceptions/index.js';
import type { Range } from '../memory/index.js';

type Maketrans = (frm: unknown, to: unknown) => Range;

let registered: Maketrans | null = null;

/** Registers the implementation, process-wide. */
export function registerMaketrans(implementation: Maketrans): void {
  registered = implementation;
}

/**
 * The table that `maketrans(frm, to)` returns, as a range.
 *
 * @throws PyNotImplementedError if no implementation is registered
 */
export function registeredMaketrans(frm: unknown, to: unknown): Range {
  if (registered === null) throw lackingMethod('maketrans', 'methods');
  return registered(frm, to);
}
