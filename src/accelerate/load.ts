/**
 * The way to the SIMD kernels, which are a part of their own: `register-simd.ts` registers them when it is imported. They are
 * compiled when that pays. Algorithms ask {@link kernels} and take the plain tier where it returns null.
 */
import type { Glue } from './glue.js';
import type { KernelInstance } from './kernel-instance.js';
import { tiers } from './tiers.js';

/** The kernels, ready to use. */
export interface Kernels extends KernelInstance {
  /** The functions through which the algorithms call the kernels, with these kernels as their first argument. */
  readonly glue: Glue;
}

/**
 * The plain tier answers until it has been asked for so many bytes, the present call included; then the kernels are
 * compiled. About there a program that compiles them at once becomes the faster one (`npm run bench:start`: `upper` on
 * 32 KiB in all takes 1.0 ms plain and 1.4 with kernels, on 128 KiB 2.4 and 2.1), because V8 has not optimised the plain
 * loops by then. So a short program never pays for compiling, and a long one loses less than half a millisecond.
 */
const WORTH_COMPILING = 2 ** 16;

let loaded: Kernels | null = null;
let compile: (() => Kernels | null) | null = null;
/** Bytes that the plain tier still works on before the kernels are compiled. */
let patience = WORTH_COMPILING;

/** Registers the kernels: `compile` is called once at most and returns null where the platform has no SIMD. */
export function registerKernels(make: () => Kernels | null): void {
  compile = make;
}

/**
 * The kernels; null where the plain tier is to do the work: the kernels are not registered, not yet worth compiling,
 * switched off, or the platform lacks them (no WebAssembly, no SIMD, or a content policy that forbids compiling).
 *
 * @param bytes how many bytes the caller is about to work on
 */
export function kernels(bytes: number): Kernels | null {
  if (!tiers.wasm) return null;
  if (loaded !== null) return loaded;
  if (compile === null || (patience -= bytes) > 0) return null;
  return compileKernels();
}

/** Compiles the kernels now, whatever work there was; null where there are none. */
export function compileKernels(): Kernels | null {
  if (compile !== null) {
    const make = compile;
    compile = null;
    loaded = make();
  }
  return loaded;
}
