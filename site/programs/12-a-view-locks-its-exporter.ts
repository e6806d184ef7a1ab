import { ByteArray, MemoryView, b, repr } from 'pybuffer';

const data = new ByteArray(b`fixed`);
const view = new MemoryView(data);
try {
  data.append(33);
} catch (error) {
  console.log((error as Error).message);
}

data[0] = 70;
console.log(repr(data));
view.release();
data.append(33);
console.log(repr(data));
