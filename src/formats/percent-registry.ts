/**
 * Connects `bytes % args` to its implementation (`percent.ts`), a separate part that `register-percent.ts`
 * registers when it is imported. `bytes` and the runtime call it.
 */
import { PyNotImplementedError } from '../exceptions/index.js';
import type { Content, Range } from '../memory/index.js';
import type { MakeKey, PercentArguments } from './percent-arguments.js';

type FormatPercent = (format: Content, args: PercentArguments, makeKey: MakeKey) => Range;

let registered: FormatPercent | null = null;

/** Registers the implementation, process-wide. */
export function registerPercent(format: FormatPercent): void {
  registered = format;
}

/**
 * `format % args` for bytes, as `percent.ts` describes it.
 *
 * @throws PyNotImplementedError if no implementation is registered
 */
export function formatPercent(format: Content, args: PercentArguments, makeKey: MakeKey): Range {
  // Not Python, which always has it.
  if (registered === null) {
    throw new PyNotImplementedError("% is not in pybuffer/core: import 'pybuffer/percent' to register it");
  }
  return registered(format, args, makeKey);
}
