import { ByteArray, MemoryView, b, repr } from 'pybuffer';

const data = new ByteArray(b`abcdefghijkl`);
const grid = new MemoryView(data).cast('B', [3, 4]);

console.log(grid.ndim, `(${grid.shape.join(', ')}) (${grid.strides.join(', ')})`);
console.log(String.fromCharCode(grid.get(1, 2) as number));
grid.set(2, 3, 33);
console.log(repr(data));
console.log(repr((grid.tolist() as unknown[])[0]));
