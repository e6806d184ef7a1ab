/**
 * An exporter with any shape and strides, for tests of consumers and as an example.
 *
 * CPython: `_testbuffer.ndarray`
 */
import { PyValueError } from '../exceptions/index.js';
import { abi } from '../python/index.js';
import { answerRequest } from './answer.js';
import { BufferView, MAX_NDIM } from './buffer-view.js';
import { fillContiguousStrides, isContiguous } from './contiguous.js';
import type { BufferExporter } from './buffer-view.js';
import { Exports } from './lifetime.js';

/** How an {@link NDExporter} describes its memory. */
export interface NDOptions {
  /** The format of one item; `'B'` when omitted. Any text is accepted, because nothing here reads it. */
  readonly format?: string;
  /** The bytes of one item; required for formats other than a single code. */
  readonly itemsize?: number;
  /** The extents, ints >= 0; one dimension of as many items as fit when omitted. */
  readonly shape?: readonly number[];
  /** The bytes from item to item in each dimension, of any sign; C order when omitted. */
  readonly strides?: readonly number[];
  /**
   * The bytes to add after following a pointer in each dimension, negative for no pointer; none when omitted.
   */
  readonly suboffsets?: readonly number[];
  /** The index of the first item's first byte; 0 when omitted. */
  readonly offset?: number;
  /** False when omitted. */
  readonly readonly?: boolean;
}

const SIZES: Readonly<Record<string, number>> = {
  '?': 1,
  c: 1,
  b: 1,
  B: 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  q: 8,
  Q: 8,
  d: 8,
  Zf: 8,
  Zd: 16,
};

const REFUSALS = {
  notWritable: 'ndarray is not writable',
  notC: 'ndarray is not C-contiguous',
  notFortran: 'ndarray is not Fortran contiguous',
  notContiguous: 'ndarray is not contiguous',
  needsSuboffsets: 'ndarray cannot be represented without suboffsets',
  formatAlone: 'ndarray: cannot cast to unsigned bytes if the format flag is present',
};

function sizeOf(format: string): number {
  const code = format.replace(/^[@=<>!]/, '');
  if (code === 'l' || code === 'L') return format === code || format[0] === '@' ? abi().long : 4;
  if (code === 'n' || code === 'N' || code === 'P') return abi().pointer;
  const size = SIZES[code];
  if (size === undefined) throw new PyValueError(`itemsize is needed for format '${format}'`);
  return size;
}

/**
 * An exporter of memory in any shape, for tests and for libraries whose arrays have strides or pointers. It
 * answers every request as CPython's own test exporter does, `ndarray` of `_testbuffer`.
 *
 * The memory is shared, not copied. With suboffsets, the strides lead to pointers: unsigned little-endian
 * integers of the ABI's pointer size that hold indices into the same memory.
 *
 * CPython: Modules/_testbuffer.c `NDArray_Type`
 */
export class NDExporter implements BufferExporter {
  /** The number of exports. */
  readonly exports = new Exports();
  readonly #all: BufferView;

  /**
   * @param memory the memory to export, in place
   * @throws PyValueError `invalid combination of buffer, shape and strides` if an item would lie outside the
   *   memory; `elements of shape must be integers >= 0`, `len(shape) != len(strides)`,
   *   `strides must be a multiple of itemsize`, `offset must be a multiple of itemsize`,
   *   `offset must be non-negative`, `itemsize must not be zero`,
   *   `memoryview: number of dimensions must not exceed 64`
   *
   * @example
   * ```ts
   * const memory = new Uint8Array([0, 1, 2, 3, 4, 5]);
   * const columns = new NDExporter(memory, { shape: [2, 3], strides: [1, 2] });
   * new MemoryView(columns).tolist() // [[0, 2, 4], [1, 3, 5]]
   * ```
   */
  constructor(memory: Uint8Array, options: NDOptions = {}) {
    const { format = 'B', offset = 0, readonly = false } = options;
    const itemsize = options.itemsize ?? sizeOf(format);
    if (itemsize <= 0) throw new PyValueError('itemsize must not be zero');
    const shape = options.shape ?? [Math.floor((memory.length - offset) / itemsize)];
    const strides = options.strides ?? fillContiguousStrides(shape, itemsize, 'C');
    const suboffsets = options.suboffsets ?? null;
    checkStructure(memory.length, itemsize, shape, strides, suboffsets, offset);
    this.#all = new BufferView(
      this,
      memory,
      offset,
      shape.reduce((product, extent) => product * extent, itemsize),
      readonly,
      itemsize,
      format,
      shape.length,
      [...shape],
      [...strides],
      suboffsets === null || suboffsets.every((suboffset) => suboffset < 0) ? null : [...suboffsets],
    );
  }

  /**
   * Returns a view of all the memory with the requested fields, and counts one export.
   *
   * @throws PyBufferError `ndarray is not C-contiguous` and similar texts if the request cannot be met
   *
   * CPython: Modules/_testbuffer.c `ndarray_getbuf`
   */
  getBuffer(flags: number): BufferView {
    return this.exports.add(answerRequest(this.#all, flags, this, REFUSALS, isContiguous));
  }

  /** Releases one export. CPython: Modules/_testbuffer.c `ndarray_releasebuf`. */
  releaseBuffer(view: BufferView): void {
    this.exports.remove(view);
  }
}

/** CPython: Modules/_testbuffer.c `verify_structure`. */
function checkStructure(
  size: number,
  itemsize: number,
  shape: readonly number[],
  strides: readonly number[],
  suboffsets: readonly number[] | null,
  offset: number,
): void {
  if (shape.length > MAX_NDIM) {
    throw new PyValueError('memoryview: number of dimensions must not exceed 64');
  }
  if (shape.some((extent) => !Number.isSafeInteger(extent) || extent < 0)) {
    throw new PyValueError('elements of shape must be integers >= 0');
  }
  if (strides.length !== shape.length) throw new PyValueError('len(shape) != len(strides)');
  if (suboffsets !== null && suboffsets.length !== shape.length) {
    throw new PyValueError('len(shape) != len(suboffsets)');
  }
  if (offset < 0) throw new PyValueError('offset must be non-negative');
  // The memory behind a pointer cannot be checked; the code that made the pointers is responsible for them.
  if (suboffsets !== null && suboffsets.some((suboffset) => suboffset >= 0)) return;
  if (offset % itemsize !== 0) throw new PyValueError('offset must be a multiple of itemsize');
  if (strides.some((stride) => stride % itemsize !== 0)) {
    throw new PyValueError('strides must be a multiple of itemsize');
  }
  let low = offset;
  let high = offset + itemsize;
  if (shape.includes(0)) return;
  for (let i = 0; i < shape.length; i++) {
    const reach = strides[i]! * (shape[i]! - 1);
    if (reach < 0) low += reach;
    else high += reach;
  }
  if (low < 0 || high > size) throw new PyValueError('invalid combination of buffer, shape and strides');
}
