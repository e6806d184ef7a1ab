/**
 * NumPy's file format `.npy`, read in place and written from any view. `main.ts` uses it;
 * `tests/examples/npy.test.ts` compares it with files that NumPy wrote.
 *
 * The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { Bytes, MemoryView, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { NDExporter } from 'pybuffer/protocol';
import { pack, unpack_from } from 'pybuffer/struct';

const MAGIC = b`\x93NUMPY`;
/** The data begins at a multiple of this, so that typed arrays of any type can lie over it. */
const ALIGNMENT = 64;
/** NumPy leaves room in the header for a first dimension of this many digits. */
const MOST_DIGITS = 21;

/** NumPy's names of dtypes, without the byte order, and the format codes of memoryview. */
const CODES: Readonly<Record<string, string>> = {
  b1: '?',
  i1: 'b',
  u1: 'B',
  i2: 'h',
  u2: 'H',
  i4: 'i',
  u4: 'I',
  i8: 'q',
  u8: 'Q',
  f2: 'e',
  f4: 'f',
  f8: 'd',
  c8: 'Zf',
  c16: 'Zd',
};
const NAMES = new Map(Object.entries(CODES).map(([name, code]) => [code, name]));

/** What a header says. */
interface Header {
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the data begins. */
  readonly offset: number;
}

function readHeader(file: Uint8Array): Header {
  const start = new Bytes(file.subarray(0, 8));
  if (!start.startswith(MAGIC)) throw new Error('not a .npy file');
  // Version 1 has a length of two bytes, later ones of four.
  const [format, size] = start.get(6) === 1 ? (['<H', 2] as const) : (['<I', 4] as const);
  const [length] = unpack_from(format, file, 8);
  const offset = 8 + size + length;
  const text = new Bytes(file.subarray(8 + size, offset)).decode('utf-8');
  const find = (pattern: RegExp): string => {
    const found = pattern.exec(text);
    if (found === null) throw new Error(`a header of another kind: ${text}`);
    return found[1]!;
  };
  return {
    descr: find(/'descr': '([^']*)'/),
    fortranOrder: find(/'fortran_order': (True|False)/) === 'True',
    shape: [...find(/'shape': \(([^)]*)\)/).matchAll(/\d+/g)].map(Number),
    offset,
  };
}

/** Bytes from item to item in each dimension. */
function stridesOf(shape: readonly number[], itemsize: number, fortranOrder: boolean): number[] {
  const strides = new Array<number>(shape.length);
  let stride = itemsize;
  for (let k = 0; k < shape.length; k++) {
    const dimension = fortranOrder ? k : shape.length - 1 - k;
    strides[dimension] = stride;
    stride *= shape[dimension]!;
  }
  return strides;
}

/**
 * The array of a file, as a view of the file's own memory. Only big-endian items are copied, to be swapped.
 *
 * @param file what `readFile` returns, or any other `Uint8Array`
 */
export function readNpy(file: Uint8Array): MemoryView {
  const { descr, fortranOrder, shape, offset } = readHeader(file);
  const format = CODES[descr.slice(1)];
  if (format === undefined) throw new Error(`dtype ${descr} has no format code`);
  const itemsize = Number(descr.slice(2));
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (file.length < offset + count * itemsize) throw new Error('the file is too short');
  const strides = stridesOf(shape, itemsize, fortranOrder);
  const swapped = descr.startsWith('>')
    ? swap(format, file.subarray(offset, offset + count * itemsize))
    : null;
  const memory = swapped ?? file;
  return new MemoryView(
    new NDExporter(memory, { format, itemsize, shape, strides, offset: swapped === null ? offset : 0 }),
  );
}

function swap(format: string, data: Uint8Array): Uint8Array {
  const items = new PyArray(format as 'd', new Bytes(data));
  items.byteswap();
  return items.tobytes().toUint8Array();
}

/** A view as the content of a file, in its own order where it is contiguous, else in C order. */
export function writeNpy(array: MemoryView): Bytes {
  const name = NAMES.get(array.format.replace('@', ''));
  if (name === undefined) throw new Error(`format ${array.format} has no dtype`);
  const fortranOrder = array.f_contiguous && !array.c_contiguous;
  const { shape } = array;
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const order = array.itemsize === 1 ? '|' : '<';
  const text = `{'descr': '${order}${name}', 'fortran_order': ${fortranOrder ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const growing = shape[fortranOrder ? shape.length - 1 : 0];
  const room = growing === undefined ? 0 : MOST_DIGITS - String(growing).length;
  const unpadded = MAGIC.length + 4 + text.length + room + 1;
  const padding = room + (ALIGNMENT - (unpadded % ALIGNMENT));
  const header = new Bytes(`${text}${' '.repeat(padding)}\n`, 'ascii');
  return b``.join([
    MAGIC,
    b`\x01\x00`,
    pack('<H', header.length),
    header,
    array.tobytes(fortranOrder ? 'F' : 'C'),
  ]);
}
