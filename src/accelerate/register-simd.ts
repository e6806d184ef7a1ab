/**
 * Registers the SIMD kernels. Imported for its effect by the entries that promise speed: `pybuffer`,
 * `pybuffer/runtime`, `pybuffer/kernels`.
 */
import { glue } from './glue.js';
import { KERNELS } from './kernels.generated.js';
import { INPUT, OTHER, OUTPUT, PIECE, STATE } from './layout.js';
import type { KernelFunctions } from './kernel-instance.js';
import { registerKernels } from './load.js';
import type { Kernels } from './load.js';

/** The value of a lower-case hexadecimal digit. */
function digitAt(index: number): number {
  const code = KERNELS.charCodeAt(index);
  return code < 0x3a ? code - 0x30 : code - 0x57;
}

function compile(): Kernels | null {
  try {
    const bytes = new Uint8Array(KERNELS.length / 2);
    for (let i = 0; i < bytes.length; i++) bytes[i] = 16 * digitAt(2 * i) + digitAt(2 * i + 1);
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
