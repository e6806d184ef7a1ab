/**
 * SIMD kernels for `pybuffer/core` and the companions: importing this registers them for the whole process.
 * Results are the same without them; long data takes longer.
 */
import './accelerate/register-simd.js';
import { compileKernels as compile } from './accelerate/load.js';

/**
 * Compiles the kernels now (about 2 ms), for example while a server starts. Without this call they are
 * compiled when 64 KiB have been worked on.
 *
 * Not Python.
 *
 * @returns whether the platform has them: false without WebAssembly, without SIMD, or where a content policy
 *   forbids compiling
 *
 * @example
 * ```ts
 * compileKernels() // true
 * ```
 */
export function compileKernels(): boolean {
  return compile() !== null;
}
