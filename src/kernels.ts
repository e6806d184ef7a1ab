/**
 * SIMD kernels for `pybuffer/core` and the companions. Importing it registers them for the whole process.
 * Results are the same without them, but long data takes longer.
 */
import './accelerate/register-simd.js';
import { compileKernels as compile } from './accelerate/load.js';

/**
 * Compiles the kernels now (about 2 ms), for example while a server starts. Without this call they are
 * compiled after 64 KiB of work.
 *
 * Not Python.
 *
 * @returns whether the platform supports them: false without WebAssembly, without SIMD, or if a content
 *   policy forbids compiling
 *
 * @example
 * ```ts
 * compileKernels() // true
 * ```
 */
export function compileKernels(): boolean {
  return compile() !== null;
}
