import { ByteArray, Bytes, MemoryView, repr } from 'pybuffer';

const byteArray = new ByteArray('ABC', 'utf-8');
const mv = new MemoryView(byteArray);

console.log(mv[0]);
console.log(repr(new Bytes(mv.slice(0, 2))));
console.log(repr([...mv.slice(0, 3)]));
