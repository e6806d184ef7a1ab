/**
 * Equality of views: they have the same shape and equal unpacked values, whatever their formats are.
 * Comparing runs no user code once both sides are acquired. `MemoryView.equals` calls it.
 */
import { equal } from '../algorithms/index.js';
import { PyException } from '../exceptions/index.js';
import { Kind, dataView, kindSize, parseItemFormat, unpackItem } from '../formats/index.js';
import { PASCAL, STRING, parseLayout } from '../formats/layout.js';
import type { Layout } from '../formats/layout.js';
import { Range } from '../memory/index.js';
import {
  BufferFlags,
  acquireView,
  adjustPointer,
  isContiguous,
  returnView,
  shapeOf,
  stridesOf,
} from '../protocol/index.js';
import type { BufferView } from '../protocol/index.js';
import { sameShape } from './assign.js';
import { equalValues } from './equality.js';
import { isMemoryView } from './of-object.js';
import {
  BUFFER,
  ITEM_COUNT,
  FIRST,
  ITEM,
  ITEMS,
  OFFSET,
  WAY,
  check,
  isLine,
  isReleased,
  live,
} from './state.js';
import type { ViewState } from './state.js';

/**
 * From this number of doubles on, it is faster to compare bytes with the platform's function and to look for
 * NaNs afterwards.
 */
const BYTES_FIRST_FROM = 256;

/** One side of a comparison. */
interface Side {
  readonly view: BufferView;
  readonly strides: readonly number[];
  readonly data: DataView;
  /** Null while both sides have the same native format. */
  readonly layout: Layout | null;
}

/**
 * The format of a view as struct reads it; null if struct does not know it. CPython: `struct_get_unpacker`.
 */
export function layoutOf(view: BufferView): Layout | null {
  try {
    const layout = parseLayout(view.format ?? 'B');
    return layout.size <= view.itemsize ? layout : null;
  } catch (error) {
    if (error instanceof PyException) return null;
    throw error;
  }
}

/** The kind of a view's items; null if their format is not native, or needs more bytes than an item has. */
function nativeKind(view: BufferView): Kind | null {
  const item = parseItemFormat(view.format ?? 'B');
  return item !== null && item.size <= view.itemsize ? item.kind : null;
}

/**
 * Returns whether two views are equal. A format that struct does not know, or a NaN, makes a view unequal to
 * every view, itself included.
 *
 * CPython: Objects/memoryobject.c `memory_richcompare`
 */
export function equalViews(a: BufferView, b: BufferView): boolean {
  if (!sameShape(a, b)) return false;
  const kind = nativeKind(a);
  if (kind !== null && kind === nativeKind(b)) {
    const areBytesExact = isExact(kind, a.itemsize) && isExact(kind, b.itemsize);
    if (areBytesExact && isContiguous(a, 'C') && isContiguous(b, 'C')) {
      return equal(a.memory, a.offset, b.memory, b.offset, a.length);
    }
    return compareSides(kind, side(a, null), side(b, null));
  }
  const layoutA = layoutOf(a);
  const layoutB = layoutOf(b);
  if (layoutA === null || layoutB === null) return false;
  return compareSides(null, side(a, layoutA), side(b, layoutB));
}

/**
 * Returns whether two live memoryviews are equal. Common ones are compared without their full descriptions.
 *
 * CPython: Objects/memoryobject.c `memory_richcompare`
 */
function equalStates(a: ViewState, b: ViewState): boolean {
  const count = a[ITEM_COUNT];
  const { kind, size } = a[ITEM];
  if (count === b[ITEM_COUNT] && kind === b[ITEM].kind && isLine(a) && isLine(b)) {
    const inA = a[BUFFER].memory;
    const inB = b[BUFFER].memory;
    if (isExact(kind, size) && size === b[ITEM].size) {
      return equal(inA, a[OFFSET], inB, b[OFFSET], count * size);
    }
    if (a[WAY] === Kind.F64 && b[WAY] === Kind.F64) {
      const items = a[ITEMS] as Float64Array;
      // Equal bytes are equal values unless there are NaNs.
      const sameBytes = count >= BYTES_FIRST_FROM && equal(inA, a[OFFSET], inB, b[OFFSET], count * size);
      if (sameBytes && allFinite(items, a[FIRST], count)) return true;
      return equalDoubleItems(items, a[FIRST], b[ITEMS] as Float64Array, b[FIRST], count);
    }
  }
  return equalViews(live(a), live(b));
}

/**
 * Returns whether a view equals any value; null where `__eq__` returns NotImplemented because the value
 * cannot be viewed.
 *
 * CPython: Objects/memoryobject.c `memory_richcompare`
 */
export function equalsAny(view: ViewState, other: unknown): boolean | null {
  if (isReleased(view)) return view === other;
  check(view);
  if (isMemoryView(other)) {
    if (isReleased(other)) return false;
    check(other);
    return equalStates(view, other);
  }
  const all = live(view);
  let theirs: BufferView;
  try {
    theirs = acquireView(other, BufferFlags.FULL_RO);
  } catch {
    // Whatever it raised. CPython: PyErr_Clear().
    return null;
  }
  try {
    return equalViews(all, theirs);
  } finally {
    returnView(theirs);
  }
}

/**
 * Every number times zero is zero, except infinities and NaNs. Four sums are independent, so the processor
 * need not wait for each.
 */
function allFinite(items: Float64Array, first: number, count: number): boolean {
  const end = first + count;
  let i = first;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (const stop = end - 3; i < stop; i += 4) {
    a += items[i]! * 0;
    b += items[i + 1]! * 0;
    c += items[i + 2]! * 0;
    d += items[i + 3]! * 0;
  }
  for (; i < end; i++) a += items[i]! * 0;
  return a + b + c + d === 0;
}

/** Compares by value, because the bytes do not decide. */
function equalDoubleItems(a: Float64Array, i: number, b: Float64Array, k: number, count: number): boolean {
  const end = i + count;
  // A loop over single items takes 1.3 times as long.
  for (; i < end - 3; i += 4, k += 4) {
    if (a[i] !== b[k] || a[i + 1] !== b[k + 1] || a[i + 2] !== b[k + 2] || a[i + 3] !== b[k + 3])
      return false;
  }
  for (; i < end; i++, k++) if (a[i] !== b[k]) return false;
  return true;
}

function side(view: BufferView, layout: Layout | null): Side {
  return { view, strides: stridesOf(view), data: dataView(view.memory), layout };
}

/**
 * Whether equal values of a kind have equal bytes. Floats and booleans (2 is true) do not, nor do items that
 * an exporter claims to be larger than their format.
 */
function isExact(kind: Kind, size: number): boolean {
  return kind !== Kind.BOOL && kind < Kind.F16 && size === kindSize(kind);
}

function compareSides(kind: Kind | null, a: Side, b: Side): boolean {
  return compareDimension(kind, shapeOf(a.view), 0, a, a.view.offset, b, b.view.offset);
}

/** CPython: Objects/memoryobject.c `cmp_rec`. */
function compareDimension(
  kind: Kind | null,
  shape: readonly number[],
  dimension: number,
  a: Side,
  atA: number,
  b: Side,
  atB: number,
): boolean {
  if (dimension === shape.length) return equalItems(kind, a, atA, b, atB);
  const count = shape[dimension]!;
  const strideA = a.strides[dimension]!;
  const strideB = b.strides[dimension]!;
  const suboffsetA = a.view.suboffsets?.[dimension] ?? -1;
  const suboffsetB = b.view.suboffsets?.[dimension] ?? -1;
  if (dimension === shape.length - 1 && suboffsetA < 0 && suboffsetB < 0) {
    if (kind === Kind.F64) return equalDoubles(count, a.data, atA, strideA, b.data, atB, strideB);
    for (let i = 0; i < count; i++) {
      if (!equalItems(kind, a, atA + i * strideA, b, atB + i * strideB)) return false;
    }
    return true;
  }
  for (let i = 0; i < count; i++) {
    const nextA = adjustPointer(a.view.memory, atA + i * strideA, suboffsetA);
    const nextB = adjustPointer(b.view.memory, atB + i * strideB, suboffsetB);
    if (!compareDimension(kind, shape, dimension + 1, a, nextA, b, nextB)) return false;
  }
  return true;
}

function equalDoubles(
  count: number,
  a: DataView,
  atA: number,
  strideA: number,
  b: DataView,
  atB: number,
  strideB: number,
): boolean {
  for (let i = 0; i < count; i++) {
    if (a.getFloat64(atA, true) !== b.getFloat64(atB, true)) return false;
    atA += strideA;
    atB += strideB;
  }
  return true;
}

/** CPython: Objects/memoryobject.c `unpack_cmp`. */
function equalItems(kind: Kind | null, a: Side, atA: number, b: Side, atB: number): boolean {
  if (kind === null) return equalValues(unpackStruct(a, atA), unpackStruct(b, atB));
  if (kind === Kind.U8) return a.view.memory[atA] === b.view.memory[atB];
  if (kind < Kind.CHAR || (kind > Kind.CHAR && kind < Kind.C64)) {
    return unpackItem(kind, a.data, atA) === unpackItem(kind, b.data, atB);
  }
  return equalValues(unpackItem(kind, a.data, atA), unpackItem(kind, b.data, atB));
}

/** Unpacks one item as struct does: its value, or a list of values. CPython: `struct_unpack_single`. */
export function unpackStruct(side: Side, address: number): unknown {
  const { kinds, offsets, sizes, repeats, count, littleEndian } = side.layout!;
  const values: unknown[] = [];
  for (let k = 0; k < kinds.length; k++) {
    const kind = kinds[k]!;
    const size = sizes[k]!;
    let at = address + offsets[k]!;
    for (let left = repeats[k]!; left > 0; left--) {
      values.push(
        kind >= STRING
          ? textField(kind, side.view.memory, at, size)
          : unpackItem(kind as Kind, side.data, at, littleEndian),
      );
      at += size;
    }
  }
  return count === 1 ? values[0] : values;
}

/** `s`, and `p` with its length byte. */
function textField(kind: number, memory: Uint8Array, at: number, size: number): Range {
  if (kind !== PASCAL || size === 0) return new Range(memory, at, size);
  return new Range(memory, at + 1, Math.min(memory[at]!, size - 1));
}
