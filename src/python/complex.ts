/** Python's complex numbers, and the values that count as one. The formats and the runtime use it. */
import { VALUE_BRAND, brandOf, isValue } from './brand.js';
import { TYPE_NAME } from './types.js';

/**
 * A complex number. Results are instances of {@link PyComplex}; wherever Python accepts a complex, a plain
 * `{ re, im }` is accepted.
 */
export interface Complex {
  /** Real part. */
  readonly re: number;
  /** Imaginary part. */
  readonly im: number;
}

/** Python's `complex`. CPython: Objects/complexobject.c `PyComplex_Type`. */
export class PyComplex implements Complex {
  constructor(
    /** Real part. */
    readonly re: number,
    /** Imaginary part. */
    readonly im: number,
  ) {}

  /** @internal */
  get [VALUE_BRAND](): 'complex' {
    return 'complex';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return 'complex';
  }
}

/** Whether a value is a {@link PyComplex} of any copy of the library. */
export function isPyComplex(value: unknown): value is PyComplex {
  return isValue(value, 'complex');
}

/** Whether a value is a complex number: ours, or a plain `{ re, im }` of two numbers. */
export function isComplex(value: unknown): value is Complex {
  // Skips our own types, which lack these names: looking them up would walk the whole prototype chain.
  if (typeof value !== 'object' || value === null || brandOf(value) !== undefined) return false;
  const { re, im } = value as Partial<Complex>;
  return typeof re === 'number' && typeof im === 'number';
}
