import { ByteArray, MemoryView, b, repr } from 'pybuffer';

const data = new ByteArray(b`hello world`);
const view = new MemoryView(data);
const head = view.slice(0, 5);
const tail = view.slice(6);

tail[0] = 87;
head[0] = 72;
console.log(repr(data));
console.log(repr(head.tobytes()), tail.length);
