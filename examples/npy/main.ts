/**
 * Writes a `.npy` file, reads it back in place, and hands its memory to a typed array.
 *
 *     npx tsx examples/npy/main.ts [FILE.npy]
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ByteArray, MemoryView } from 'pybuffer';
import { readNpy, writeNpy } from './npy.js';

function describe(array: MemoryView): string {
  const order = array.c_contiguous ? 'C' : 'F';
  return `shape (${array.shape.join(', ')}), format ${array.format}, order ${order}, ${array.nbytes} bytes`;
}

const folder = await mkdtemp(join(tmpdir(), 'pybuffer-'));
try {
  let path = process.argv[2];
  if (path === undefined) {
    path = join(folder, 'matrix.npy');
    using matrix = new MemoryView(new ByteArray(48)).cast('d', [2, 3]);
    [0, 1, 2, 3, 4, 5].forEach((value, i) => matrix.set([Math.floor(i / 3), i % 3], value / 2));
    await writeFile(path, writeNpy(matrix).toUint8Array());
  }
  // The view is over the memory that readFile returned: nothing is copied.
  using array = readNpy(await readFile(path));
  console.log(describe(array));
  console.log(array.tolist());
  if (array.format === 'd' && array.c_contiguous) {
    const typed = (array as MemoryView<number>).asTypedArray() as Float64Array;
    typed[5] = 100;
    console.log(`${typed.constructor.name}: ${typed.length} items; array[1, 2] is now ${array.get(1, 2)}`);
  }
} finally {
  await rm(folder, { recursive: true });
}
