import { ByteArray, MemoryView, b, repr } from 'pybuffer';

const data = new ByteArray(b`abc`);
// `using view = new MemoryView(data)` ends a view with its block, where the engine or compiler has it.
const view = new MemoryView(data);
view[0] = 65;
view.release();
try {
  view.get(0);
} catch (error) {
  console.log((error as Error).message);
}
data.extend(b`def`);
console.log(repr(data));
