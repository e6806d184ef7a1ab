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
/** The data begins at a multiple of this, so that typed arrays of every type can view it. */
const ALIGNMENT = 64;
/** NumPy leaves room in the header for a first dimension of this many digits. */
const MOST_DIGITS = 21;

/** NumPy's names of dtypes, without the byte order, and memoryview's format codes. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['b1', '?'],
  ['i1', 'b'],
  ['u1', 'B'],
  ['i2', 'h'],
  ['u2', 'H'],
  ['i4', 'i'],
  ['u4', 'I'],
  ['i8', 'q'],
  ['u8', 'Q'],
  ['f2', 'e'],
  ['f4', 'f'],
  ['f8', 'd'],
  ['c8', 'Zf'],
  ['c16', 'Zd'],
]);
/** NumPy's letters of kinds and the format codes of each kind; a letter and an item's size make the name. */
const KINDS = { b: /^\?$/, i: /^[bhilqn]$/, u: /^[BHILQN]$/, f: /^[efd]$/, c: /^Z[fd]$/ };

/** A key and its value as Python writes them, with the comma after them. */
const entry = (key: string, value: string): RegExp =>
  new RegExp(`\\s*(?:'${key}'|"${key}")\\s*:\\s*(?:${value})\\s*(?:,\\s*|$)`, 'sy');

/** The keys that a header must have, and no others. */
const ENTRIES = {
  // A list describes the fields of a structured dtype.
  descr: entry('descr', `'([^']*)'|"([^"]*)"|(\\[.*\\])`),
  order: entry('fortran_order', '(True|False)'),
  // A tuple of one item ends with a comma. Python 2 wrote 2L.
  shape: entry('shape', '\\(\\s*((?:\\d+L?\\s*,\\s*)*(?:(?<=,\\s*)\\d+L?\\s*)?)\\)'),
};

/** The content of a header. */
interface Header {
  readonly descr: string;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** The offset of the data. */
  readonly offset: number;
}

function readHeader(file: Uint8Array): Header {
  const start = new Bytes(file.subarray(0, 8));
  if (!start.startswith(MAGIC)) throw new Error('not a .npy file');
  if (start.length < 8) throw new Error('the file is too short');
  // Version 1 has a length of two bytes, later ones of four.
  const [format, size] = start.get(6) === 1 ? (['<H', 2] as const) : (['<I', 4] as const);
  if (file.length < 8 + size) throw new Error('the file is too short');
  const [major, minor] = start.slice(6);
  if (![1, 2, 3].includes(major!) || minor !== 0) throw new Error(`unknown version ${major}.${minor}`);
  const [length] = unpack_from(format, file, 8);
  const offset = 8 + size + length;
  if (file.length < offset) throw new Error('the file is too short');
  const text = new Bytes(file.subarray(8 + size, offset)).decode(major === 3 ? 'utf-8' : 'latin-1');
  const fields = readFields(text);
  if (fields === null) throw new Error(`a header of another kind: ${text}`);
  const { descr, order, shape } = fields;
  return { descr, fortranOrder: order === 'True', shape: (shape.match(/\d+/g) ?? []).map(Number), offset };
}

/** The texts of a header's values; null unless it is a dict of exactly these keys. */
function readFields(text: string): Record<keyof typeof ENTRIES, string> | null {
  const inside = /^\s*\{\s*(.*)\}\s*$/s.exec(text)?.[1] ?? '';
  const found: Partial<Record<string, string>> = {};
  for (let at = 0; at < inside.length;) {
    const [name, match] =
      Object.entries(ENTRIES)
        .map(([key, pattern]) => {
          pattern.lastIndex = at;
          return [key, pattern.exec(inside)] as const;
        })
        .find((each) => each[1] !== null) ?? [];
    if (!match) return null;
    found[name!] = match.slice(1).find((value) => value !== undefined)!;
    at += match[0].length;
  }
  const { descr, order, shape } = found;
  return descr === undefined || order === undefined || shape === undefined ? null : { descr, order, shape };
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
 * Returns the array of a file as a view of the file's own memory. Only big-endian items are copied, to swap
 * their bytes.
 *
 * @param file what `readFile` returns, or any other `Uint8Array`
 * @throws Error `not a .npy file`, `unknown version 4.0`, `the file is too short`, `a header of another kind: {...}`,
 *   `dtype |O has no format code`
 */
export function readNpy(file: Uint8Array): MemoryView {
  const { descr, fortranOrder, shape, offset } = readHeader(file);
  const [, byteOrder, name] = /^([<>|=]?)(\w+)$/.exec(descr) ?? [];
  const format = CODES.get(name ?? '');
  if (format === undefined) throw new Error(`dtype ${descr} has no format code`);
  const itemsize = Number(name!.slice(1));
  const size = shape.reduce((product, extent) => product * extent, itemsize);
  if (file.length < offset + size) throw new Error('the file is too short');
  const strides = stridesOf(shape, itemsize, fortranOrder);
  // A part, because an exporter's offset is a multiple of the item's size and a header may have any length.
  const data = file.subarray(offset, offset + size);
  const memory = byteOrder === '>' && itemsize > 1 ? swap(format, data) : data;
  return new MemoryView(new NDExporter(memory, { format, itemsize, shape, strides }));
}

function swap(format: string, data: Uint8Array): Uint8Array {
  const items = new PyArray(format as 'd', new Bytes(data));
  items.byteswap();
  return items.tobytes().toUint8Array();
}

/** Writes a view as the content of a file, in its own order if it is contiguous, else in C order. */
export function writeNpy(array: MemoryView): Bytes {
  const code = array.format.replace('@', '');
  const kind = Object.entries(KINDS).find(([, codes]) => codes.test(code))?.[0];
  if (kind === undefined) throw new Error(`format ${array.format} has no dtype`);
  const fortranOrder = array.f_contiguous && !array.c_contiguous;
  const { shape } = array;
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const order = array.itemsize === 1 ? '|' : '<';
  const text = `{'descr': '${order}${kind}${array.itemsize}', 'fortran_order': ${fortranOrder ? 'True' : 'False'}, 'shape': ${tuple}, }`;
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
