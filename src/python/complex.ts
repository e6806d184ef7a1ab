/** Python's complex numbers: what counts as one. Callers are the formats and the runtime. */
import { TYPE_NAME } from './types.js';

/**
 * A complex number. Results are instances of {@link PyComplex}; wherever Python takes a complex, a plain
 * `{ re, im }` will do.
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
}

Object.defineProperty(PyComplex.prototype, TYPE_NAME, { value: 'complex' });

/** Whether a value is a complex number: ours, or a plain `{ re, im }` of two numbers. */
export function isComplex(value: unknown): value is Complex {
  if (typeof value !== 'object' || value === null) return false;
  const { re, im } = value as Partial<Complex>;
  return typeof re === 'number' && typeof im === 'number';
}
