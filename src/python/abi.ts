/** The C sizes of the machine that Python would run on. Formats, slices, hashes and size checks ask for them. */
import { PyTypeError } from '../exceptions/index.js';

/**
 * The C sizes that differ between the machines Python runs on. Everything here is little-endian.
 * `long` also gives `n`, `N`; `pointer` gives `P` and the width of suboffset pointers.
 */
export interface ABI {
  /** What the machines call it. */
  readonly name: string;
  /** `sizeof(long)` in bytes: the item size of `l` and `L`. */
  readonly long: 4 | 8;
  /** `sizeof(void *)` and `sizeof(ssize_t)` in bytes: the item size of `n`, `N` and `P`. */
  readonly pointer: 4 | 8;
  /** `sys.maxsize`, as a number where it is exact and otherwise as a bigint. */
  readonly maxsize: bigint;
}

/** 64-bit Linux and macOS: the default, and what the documentation's examples were made on. */
export const LP64: ABI = { name: 'LP64', long: 8, pointer: 8, maxsize: 2n ** 63n - 1n };
/** 32-bit memory: WebAssembly, Pyodide. */
export const ILP32: ABI = { name: 'ILP32', long: 4, pointer: 4, maxsize: 2n ** 31n - 1n };

let current: ABI = LP64;

/**
 * The ABI in force.
 *
 * Not Python: there it is the machine.
 */
export function abi(): ABI {
  return current;
}

/**
 * Chooses the ABI for everything made from now on; a runtime does so once, before it makes its first view.
 *
 * @returns the ABI that was in force before
 *
 * Not Python: there it is the machine.
 */
export function useABI(next: ABI): ABI {
  if (next !== LP64 && next !== ILP32) throw new PyTypeError('an ABI is LP64 or ILP32');
  const before = current;
  current = next;
  return before;
}
