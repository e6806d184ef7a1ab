/**
 * Registers the SIMD kernels. Imported for its effect by the entries that promise speed: `pybuffer`, `pybuffer/runtime`,
 * `pybuffer/kernels`.
 */
import { glue } from './glue.js';
import { KERNELS } from './kernels.generated.js';
import { INPUT, OTHER, OUTPUT, PIECE, STATE } from './layout.js';
import type { KernelFunctions } from './kernel-instance.js';
import { registerKernels } from './load.js';
import type { Kernels } from './load.js';

function compile(): Kernels | null {
  try {
    const binary = atob(KERNELS);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const run = instance.exports as unknown as KernelFunctions;
    const { buffer } = run.memory;
    return {
      run,
      glue,
      memory: new Uint8Array(buffer),
      input: new Uint8Array(buffer, INPUT, PIECE),
      other: new Uint8Array(buffer, OTHER, PIECE),
      output: new Uint8Array(buffer, OUTPUT, PIECE),
      list: new Uint32Array(buffer, OUTPUT, PIECE),
      state: new Int32Array(buffer, STATE, 4),
      result: new BigInt64Array(buffer, STATE, 1),
    };
  } catch {
    return null;
  }
}

registerKernels(compile);
