/**
 * Assignment between views: shapes and formats must agree, and memory that overlaps is copied first.
 * `access.ts` calls it.
 */
import { PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, allocate, copyBytes, copyToNew } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { copyItems, shapeOf, stridesOf } from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';

function withoutAt(format: string | null): string {
  if (format === null) return 'B';
  return format.charCodeAt(0) === 64 ? format.slice(1) : format;
}

/**
 * Whether two views have the same shape; extents after a zero do not count.
 *
 * CPython: Objects/memoryobject.c `equiv_shape`
 */
export function sameShape(a: BufferView, b: BufferView): boolean {
  if (a.ndim !== b.ndim) return false;
  const shape = shapeOf(a);
  const other = shapeOf(b);
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] !== other[i]) return false;
    if (shape[i] === 0) break;
  }
  return true;
}

/** CPython: Objects/memoryobject.c `equiv_structure`. */
function sameStructure(a: BufferView, b: BufferView): boolean {
  return a.itemsize === b.itemsize && withoutAt(a.format) === withoutAt(b.format) && sameShape(a, b);
}

function differentStructures(): PyValueError {
  return new PyValueError('memoryview assignment: lvalue and rvalue have different structures');
}

/** The same as {@link assignView} for bytes, to `count` bytes from an address. */
export function assignBytes(target: Uint8Array, address: number, count: number, source: Content): void {
  if (source[LENGTH] !== count) throw differentStructures();
  const from = source[START];
  copyToNew(source[MEMORY], from, from + count, target, address);
}

/**
 * Copies one 1-dimensional view to another. Overlapping ranges are copied as if through a temporary.
 *
 * @throws PyValueError `memoryview assignment: lvalue and rvalue have different structures`
 *
 * CPython: Objects/memoryobject.c `copy_single`
 */
export function assignView(target: BufferView, source: BufferView): void {
  if (!sameStructure(target, source)) throw differentStructures();
  const { itemsize } = target;
  const shape = shapeOf(target);
  const strides = stridesOf(source);
  if (
    source.suboffsets === null &&
    target.suboffsets === null &&
    strides[0] === itemsize &&
    target.strides![0] === itemsize
  ) {
    const { offset } = source;
    copyBytes(source.memory, offset, offset + shape[0]! * itemsize, target.memory, target.offset);
    return;
  }
  const from = { memory: source.memory, offset: source.offset, strides, suboffsets: source.suboffsets };
  const to = {
    memory: target.memory,
    offset: target.offset,
    strides: target.strides!,
    suboffsets: target.suboffsets,
  };
  if (source.memory.buffer !== target.memory.buffer) {
    copyItems(shape, itemsize, from, to);
    return;
  }
  const copy = allocate(shape[0]! * itemsize);
  const between = { memory: copy[MEMORY], offset: copy[START], strides: [itemsize], suboffsets: null };
  copyItems(shape, itemsize, from, between);
  copyItems(shape, itemsize, between, to);
}
