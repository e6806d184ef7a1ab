/**
 * Registers the SIMD kernels. Imported for its effect by the entries that promise speed: `pybuffer`,
 * `pybuffer/runtime`, `pybuffer/kernels`.
 */
import { glue } from './glue.js';
import { FIRST, KERNELS, PAGE, SHIFT } from './kernels.generated.js';
import { INPUT, OUTPUT, PIECE, STATE } from './layout.js';
import type { KernelFunctions } from './kernel-instance.js';
import { registerKernels } from './load.js';
import type { Kernels } from './load.js';

/** The WebAssembly module, from the text that `scripts/kernels.ts` writes. */
function moduleBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(KERNELS.length);
  let length = 0;
  let page = 0;
  for (let i = 0; i < KERNELS.length; i++) {
    const place = KERNELS.charCodeAt(i) - FIRST;
    if (place < 0) {
      page = -place * PAGE;
    } else {
      bytes[length++] = page + place - SHIFT;
      page = 0;
    }
  }
  return bytes.subarray(0, length);
}

function compile(): Kernels | null {
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()));
    const run = instance.exports as unknown as KernelFunctions;
    const { buffer } = run.memory;
    return {
      run,
      glue,
      memory: new Uint8Array(buffer),
      input: new Uint8Array(buffer, INPUT, PIECE),
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
