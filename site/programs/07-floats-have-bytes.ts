import { ByteArray, MemoryView } from 'pybuffer';
import { pack } from 'pybuffer/struct';

const data = new ByteArray(pack('d', 1.5));
const view = new MemoryView(data);
const number = view.cast('d');
console.log(data.hex(' '));
number[0] = -2.0;
console.log(data.hex(' '), number[0].toFixed(1));
view[7] = 0x40;
console.log(number[0].toFixed(1));
