/** The C sizes of the machine that Python would run on. Formats, slices, hashes and size checks read them. */
import { PyTypeError } from '../exceptions/index.js';

/**
 * The C sizes that differ between the machines on which Python runs. Everything here is little-endian. `long`
 * also decides `n` and `N`; `pointer` decides `P` and the width of suboffset pointers.
 */
export interface ABI {
  /** The name of the data model. */
  readonly name: string;
  /** `sizeof(long)` in bytes: the item size of `l` and `L`. */
  readonly long: 4 | 8;
  /** `sizeof(void *)` and `sizeof(ssize_t)` in bytes: the item size of `n`, `N` and `P`. */
  readonly pointer: 4 | 8;
  /** `sys.maxsize`, as a number if that is exact, otherwise as a bigint. */
  readonly maxsize: bigint;
}

/** 64-bit Linux and macOS: the default, and the machine of the documentation's examples. */
export const LP64: ABI = { name: 'LP64', long: 8, pointer: 8, maxsize: 2n ** 63n - 1n };
/** 32-bit memory: WebAssembly, Pyodide. */
export const ILP32: ABI = { name: 'ILP32', long: 4, pointer: 4, maxsize: 2n ** 31n - 1n };

let current: ABI = LP64;

/**
 * Returns the ABI in force.
 *
 * Not Python, where the machine determines it.
 */
export function abi(): ABI {
  return current;
}

/**
 * Sets the ABI for everything made from now on. A runtime calls it once, before it makes its first view.
 *
 * @returns the former ABI
 *
 * Not Python, where the machine determines it.
 */
export function useABI(next: ABI): ABI {
  if (next !== LP64 && next !== ILP32) throw new PyTypeError('an ABI is LP64 or ILP32');
  const before = current;
  current = next;
  return before;
}
