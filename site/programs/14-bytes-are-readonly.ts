import { ByteArray, Bytes, MemoryView, b, repr } from 'pybuffer';

const frozen = b`read only`;
const view = new MemoryView(frozen);
console.log(repr(view.readonly), view[0]);
try {
  view.set(0, 82);
} catch (error) {
  console.log((error as Error).message);
}

const data = new ByteArray(frozen);
const careful = new MemoryView(data).toreadonly();
data[0] = 82;
console.log(repr(new Bytes(careful)));
