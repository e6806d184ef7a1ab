/**
 * UTF-8 that another thread changes between the decoder's two passes, which count the units of a long text
 * and decode it. The kernel's own call plays the other thread, so that the change always comes at the same
 * moment.
 */
import type { KernelInstance } from '../../src/accelerate/kernel-instance.js';
import { PIECE } from '../../src/accelerate/layout.js';
import { compileKernels } from '../../src/accelerate/load.js';
import { textOfUtf8 } from '../../src/accelerate/simd-unicode.js';
import { setTiers } from '../../src/accelerate/tiers.js';

const tiers = setTiers({ wasm: true });
const kernels = compileKernels() as KernelInstance;
setTiers(tiers);

/** The size from which the decoder counts the units first. */
const SIZE = 0x800000 + 2 * PIECE;

/** Kernels that run `change` after counting the units of the last piece. */
function changingAfterCount(change: () => void): KernelInstance {
  let left = Math.ceil(SIZE / PIECE);
  const unitsOfUtf8 = (n: number) => {
    const units = kernels.run.unitsOfUtf8(n);
    if (--left === 0) change();
    return units;
  };
  return { ...kernels, run: { ...kernels.run, unitsOfUtf8 } };
}

function decodedWhile(change: (memory: Uint8Array) => void): string {
  const memory = new Uint8Array(new SharedArrayBuffer(SIZE));
  for (let i = 0; i < SIZE; i += 2) memory.set([0xc3, 0xa9], i);
  let changed = false;
  const k = changingAfterCount(() => {
    change(memory);
    changed = true;
  });
  const text = textOfUtf8(k, memory, function (start, end) {
    return Buffer.from(this.buffer, this.byteOffset + start, end - start).toString('utf16le');
  });
  expect(changed).toBe(true);
  return text;
}

test('text that becomes longer than it was counted is decoded whole', () => {
  const text = decodedWhile((memory) => memory.fill(0x61));
  expect(text === 'a'.repeat(SIZE)).toBe(true);
});

test('bytes that all become continuation bytes decode to some text, and the decoder ends', () => {
  const text = decodedWhile((memory) => memory.fill(0x80));
  expect(text.length).toBeLessThanOrEqual(SIZE);
});

test('text that becomes shorter than it was counted is decoded whole', () => {
  const text = decodedWhile((memory) => {
    for (let i = 0; i + 3 <= SIZE; i += 3) memory.set([0xe2, 0x82, 0xac], i);
  });
  expect(text.startsWith('€'.repeat(1000))).toBe(true);
  expect(text.length).toBeLessThan(SIZE / 2);
});
