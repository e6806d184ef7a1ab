import { ByteArray, MemoryView, Slice, b, repr } from 'pybuffer';

const data = new ByteArray(b`....:....`);
const view = new MemoryView(data);
view.set(new Slice(null, 4), b`left`);
view.set(new Slice(5, null), b`side`);
console.log(repr(data));

try {
  view.set(new Slice(null, 4), b`too long`);
} catch (error) {
  console.log((error as Error).message);
}
console.log(repr(data));
