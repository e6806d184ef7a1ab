// examples/npy against files that NumPy wrote: shape, order, dtype and values when read in place, and the
// same bytes when written again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, MemoryView, b } from 'pybuffer';
import { pack } from 'pybuffer/struct';
import { readNpy, writeNpy } from '../../examples/npy/npy.js';

type File = [dtype: string, shape: number[], order: 'C' | 'F', file: string, values: unknown];
const files = JSON.parse(readFileSync(join(__dirname, 'npy.generated.json'), 'utf8')) as File[];

/** Converts ints, bools and complex numbers to their form in the JSON file. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') return [(value as { re: number }).re, (value as { im: number }).im];
  return Number(value);
}

test.each(files)('%s %j %s', (dtype, shape, order, file, values) => {
  // A separate copy, which is aligned.
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

/** A file with a given header and two zeros of two bytes. */
function fileOf(header: string, version = [1, 0]): Uint8Array {
  const length = pack(version[0] === 1 ? '<H' : '<I', header.length);
  const parts = [b`\x93NUMPY`, new Bytes(version), length, new Bytes(header, 'latin-1'), new Bytes(64)];
  return b``.join(parts).toUint8Array();
}

const headerOf = (descr: string, shape: string) =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }\n`;

// Headers that NumPy 2.4 reads, with the result, and headers that it refuses.
test.each([
  [headerOf("'<i2'", '(2,)'), 'h', [2]],
  [headerOf("'=i2'", '(2,)'), 'h', [2]],
  [headerOf("'i2'", '(2,)'), 'h', [2]],
  [headerOf("'|f8'", '(2,)'), 'd', [2]],
  [headerOf("'<i1'", '(2,)'), 'b', [2]],
  [headerOf("'>u1'", '(2,)'), 'B', [2]],
  [headerOf("'>b1'", '(2,)'), '?', [2]],
  [headerOf("'>c8'", '(2,)'), 'Zf', [2]],
  [headerOf("'<i2'", '(2L, 3L)'), 'h', [2, 3]],
  [headerOf("'<i2'", '(2, 3,)'), 'h', [2, 3]],
  [headerOf("'<i2'", '( 2 , )'), 'h', [2]],
  ['{"descr": "<i2", "fortran_order": False, "shape": (2,)}\n', 'h', [2]],
  ["{'descr':'<i2','fortran_order':False,'shape':(2,)}", 'h', [2]],
  [" { 'shape' : ( 2 , ) ,\n 'descr' :  '<i2' , 'fortran_order' : False }   \n", 'h', [2]],
])('a header as others write it: %j', (header, format, shape) => {
  // The data may begin anywhere.
  for (const before of ['', ' ', '   ']) {
    for (const version of [1, 2, 3]) {
      using array = readNpy(fileOf(before + header, [version, 0]));
      expect([array.format, [...array.shape]]).toEqual([format, shape]);
      expect(new Bytes(array.nbytes).equals(array.tobytes())).toBe(true);
    }
  }
});

test.each([
  ...["{'a': 1}", '[]', '', '{}', "{'descr': '<i2', 'shape': (2,)}"],
  ...['(-2,)', '(2.5,)', '(2)', '2', '[2]', '(,)', '(2 3)'].map((shape) => headerOf("'<i2'", shape)),
  `${headerOf("'<i2'", '(2,)')}junk`,
  headerOf("'<i2'", "(2,), 'more': 1"),
  headerOf("'<i2'", '(2,),'),
  headerOf("'<i2'", '(2,)').replace('False', '0'),
  headerOf("'<i2'", '(2,)').replace("'<i2',", "'<i2'"),
])('a header that NumPy refuses: %j', (header) => {
  expect(() => readNpy(fileOf(header))).toThrow(new Error(`a header of another kind: ${header}`));
});

test.each([
  "[('a', '<i2'), ('b', '<f4', (2,))]",
  "'|O'",
  "'<U5'",
  "'|S5'",
  "'<M8[ns]'",
  "'xi2'",
  "'<constructor'",
])('the dtype %s is refused by its name', (descr) => {
  const name = descr.replace(/^'|'$/g, '');
  expect(() => readNpy(fileOf(headerOf(descr, '(2,)')))).toThrow(
    new Error(`dtype ${name} has no format code`),
  );
});

test('a file that ends anywhere, or of another version', () => {
  for (const version of [1, 2]) {
    const file = fileOf(headerOf("'<i8'", '(8,)'), [version, 0]);
    for (let end = 0; end < file.length; end++) {
      const message = end < 6 ? 'not a .npy file' : 'the file is too short';
      expect(() => readNpy(file.subarray(0, end))).toThrow(new Error(message));
    }
    expect(readNpy(file).shape).toEqual([8]);
  }
  for (const version of [
    [0, 0],
    [1, 1],
    [4, 0],
  ]) {
    const file = fileOf(headerOf("'<i2'", '(2,)'), version);
    expect(() => readNpy(file)).toThrow(new Error(`unknown version ${version.join('.')}`));
  }
});

test('every native code is written as the dtype of its kind and size', () => {
  for (const code of [
    'b',
    'B',
    '?',
    'h',
    'H',
    'i',
    'I',
    'l',
    'L',
    'q',
    'Q',
    'n',
    'N',
    'e',
    'f',
    'd',
    '@l',
  ] as const) {
    using view = new MemoryView(new Bytes(16)).cast(code);
    using read = readNpy(writeNpy(view as MemoryView).toUint8Array());
    expect([code, read.itemsize, read.tolist()]).toEqual([code, view.itemsize, view.tolist()]);
  }
});

test('content that is not such a file', () => {
  expect(() => readNpy(b`PK\x03\x04`.toUint8Array())).toThrow('not a .npy file');
  const short = Buffer.from(files[1]![3], 'base64').subarray(0, -1);
  expect(() => readNpy(short)).toThrow('the file is too short');
  expect(() => writeNpy(new MemoryView(b`ab`).cast('c') as never)).toThrow('format c has no dtype');
});
