import { ByteArray, MemoryView } from 'pybuffer';

const data = new ByteArray([...Array(24).keys()]);
const box = new MemoryView(data).cast('B', [2, 3, 4]);

console.log(`(${box.shape.join(', ')}) (${box.strides.join(', ')})`, box.nbytes);
console.log(box.get([1, 2, 3]), 1 * 12 + 2 * 4 + 3 * 1);
console.log(box.get([-1, 0, 0]));
