/**
 * Finds the SIMD kernels. They are a separate part: `register-simd.ts` registers them when it is imported,
 * and this file compiles them once that pays off. Algorithms call {@link kernels} and use the plain tier
 * where it returns null.
 */
import type { Glue } from './glue.js';
import type { KernelInstance } from './kernel-instance.js';
import { tiers } from './tiers.js';

/** The compiled kernels. */
export interface Kernels extends KernelInstance {
  /**
   * The functions through which the algorithms call the kernels; each takes these kernels as its first
   * argument.
   */
  readonly glue: Glue;
}

/**
 * The kernels are compiled once the plain tier has processed this many bytes, including the current call. At
 * about this point a program that compiles them immediately becomes the faster one (`npm run bench:start`:
 * `upper` on 32 KiB in all takes 1.0 ms plain and 1.4 ms with kernels, on 128 KiB 2.4 and 2.1), because V8
 * has not optimized the plain loops by then. So a short program never pays for compiling, and a long one
 * loses less than half a millisecond.
 */
const WORTH_COMPILING = 2 ** 16;

let loaded: Kernels | null = null;
let compile: (() => Kernels | null) | null = null;
/** The number of bytes that the plain tier still works on before the kernels are compiled. */
let patience = WORTH_COMPILING;

/**
 * Registers the kernels. `compile` is called at most once and returns null where the platform has no SIMD.
 */
export function registerKernels(make: () => Kernels | null): void {
  compile = make;
}

/**
 * Returns the kernels, or null where the plain tier should do the work: the kernels are not registered, not
 * yet worth compiling, switched off, or unavailable (no WebAssembly, no SIMD, or a content policy that
 * forbids compiling).
 *
 * @param bytes how many bytes the caller is about to work on
 */
export function kernels(bytes: number): Kernels | null {
  if (!tiers.wasm) return null;
  if (loaded !== null) return loaded;
  if (compile === null || (patience -= bytes) > 0) return null;
  return compileKernels();
}

/** Compiles the kernels now, however little work there has been. Returns null where there are none. */
export function compileKernels(): Kernels | null {
  if (compile !== null) {
    const make = compile;
    compile = null;
    loaded = make();
  }
  return loaded;
}
