import { ByteArray, MemoryView, repr } from 'pybuffer';

const data = new ByteArray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
const view = new MemoryView(data);
const even = view.slice(null, null, 2);
const back = view.slice(null, null, -1);
const oddBack = back.slice(null, null, 2);

console.log(repr(even.tolist()), `(${even.strides},)`);
console.log(repr(back.tolist()), `(${back.strides},)`);
console.log(repr(oddBack.tolist()), `(${oddBack.strides},)`);
back[0] = 99;
console.log(data[9]);
