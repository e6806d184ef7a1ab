import { ByteArray, MemoryView, repr } from 'pybuffer';

const data = new ByteArray(8);
const octets = new MemoryView(data);
const words = octets.cast('H');
const wide = octets.cast('I');

words[0] = 0x4241;
wide[1] = 0x5a595857;
console.log(repr(data));
console.log(words.format, words.itemsize, `(${words.shape},)`);
console.log(repr(wide.tolist()));
