import { ByteArray, MemoryView, b, repr } from 'pybuffer';
import { pack_into, unpack_from } from 'pybuffer/struct';

// A bitmap of 2 x 2 pixels in the format BMP: two headers, then rows from bottom to top, each padded to 4
// bytes.
const size = 54 + 2 * 8;
const picture = new ByteArray(size);
pack_into('<2sIHHI', picture, 0, b`BM`, size, 0, 0, 54);
pack_into('<IiiHHIIiiII', picture, 14, 40, 2, 2, 1, 24, 0, 16, 2835, 2835, 0, 0);

const pixels = new MemoryView(picture).slice(54);
const rows = pixels.cast('B', [2, 8]);
for (let column = 0; column < 2; column++) rows.set(0, 3 * column + 2, 255);
rows.set(1, 0, 255);

console.log(repr(picture.slice(0, 2)), `(${unpack_from('<I', picture, 2)},)`);
console.log(`(${unpack_from('<ii', picture, 18).join(', ')})`);
console.log(pixels.hex(' ', 4));
