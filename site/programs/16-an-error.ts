import { ByteArray, MemoryView, b } from 'pybuffer';

const read = (view: MemoryView, index: number) => view.get(index);

const data = new ByteArray(b`abc`);
const view = new MemoryView(data);
console.log(read(view, -1));
console.log(read(view, 3));
