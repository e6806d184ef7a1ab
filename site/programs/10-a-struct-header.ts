import { ByteArray, Bytes, MemoryView, Slice, b, repr } from 'pybuffer';
import { pack_into, unpack } from 'pybuffer/struct';

const packet = new ByteArray(14);
pack_into('>2sHI', packet, 0, b`PB`, 1, 6);
const view = new MemoryView(packet);
const header = view.slice(0, 8);
const body = view.slice(8);
body.set(new Slice(), b`Python`);

const [magic, version, length] = unpack('>2sHI', header) as [Bytes, number, number];
console.log(repr(magic), version, length);
console.log(repr(new Bytes(body.slice(0, length))));
console.log(repr(packet));
