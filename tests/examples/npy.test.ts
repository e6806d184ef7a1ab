// examples/npy against files that NumPy wrote: shape, order, dtype and values, read in place; written again,
// byte for byte.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryView, b } from 'pybuffer';
import { readNpy, writeNpy } from '../../examples/npy/npy.js';

type File = [dtype: string, shape: number[], order: 'C' | 'F', file: string, values: unknown];
const files = JSON.parse(readFileSync(join(__dirname, 'npy.generated.json'), 'utf8')) as File[];

/** Ints, bools and complex numbers as JSON has them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') return [(value as { re: number }).re, (value as { im: number }).im];
  return Number(value);
}

test.each(files)('%s %j %s', (dtype, shape, order, file, values) => {
  // A copy of its own, which is aligned.
  const bytes = Uint8Array.from(Buffer.from(file, 'base64'));
  using array = readNpy(bytes);
  expect([...array.shape]).toEqual(shape);
  expect(plain(array.tolist())).toEqual(values);
  if (order === 'F') expect(array.f_contiguous).toBe(true);
  if (!dtype.startsWith('>')) {
    expect(writeNpy(array).equals(bytes)).toBe(true);
    if (bytes.length % 64 > 0 && /[iuf]/.test(dtype) && dtype !== '<f2' && array.c_contiguous) {
      const typed = (array as MemoryView<number>).asTypedArray();
      expect(typed.buffer).toBe(bytes.buffer);
    }
  }
});

test('what is no such file', () => {
  expect(() => readNpy(b`PK\x03\x04`.toUint8Array())).toThrow('not a .npy file');
  const short = Buffer.from(files[1]![3], 'base64').subarray(0, -1);
  expect(() => readNpy(short)).toThrow('the file is too short');
  expect(() => writeNpy(new MemoryView(b`ab`).cast('c') as never)).toThrow('format c has no dtype');
});
