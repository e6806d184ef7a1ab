// Types of cpython.mjs, for the TypeScript programs that import it.

export interface CPython {
  /** Path or name of the program. */
  readonly python: string;
  /** Its full version, such as 3.15.2. */
  readonly version: string;
  /** The folder of its `test` package, or null where that is not installed. */
  readonly tests: string | null;
}

export const CACHE: string;
export const CACHED: string;
export const MISSING: string;
export function findCPython(): CPython | null;
export function cpythonPath(): string | null;
export function describe(python: string): CPython;
