/** How a memoryview sees the memory of its buffer. */
import { Kind, parseItemFormat } from '../formats/index.js';
import type { ItemFormat } from '../formats/index.js';
import { BufferView, fillContiguousStrides } from '../protocol/index.js';
import { adjustSlice } from '../python/index.js';
import { describe, sliceView } from './geometry.js';
import type { ManagedBuffer } from './managed-buffer.js';

// A literal, as in formats/item.ts.
const U8 = 0 satisfies typeof Kind.U8;

/** What stands for the kind of a format that memoryview cannot unpack. */
export const UNSUPPORTED = -1 as number as Kind;

/** The items of format `B`. */
export const BYTE = parseItemFormat('B')!;

/** What items of a format are; the exporter says how large they are. */
function itemOf(format: string, size: number): ItemFormat {
  const item = format === 'B' ? BYTE : parseItemFormat(format);
  if (item !== null && item.size === size) return item;
  return { format, code: item?.code ?? format, size, kind: item?.kind ?? UNSUPPORTED };
}

/** What `count` and `stride` leave open about two dimensions. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly columnStride: number;
  /** The distance of two rows in items. */
  readonly step: number;
}

/**
 * A description as {@link BufferView}, with less to fill in: for one dimension `count` and `stride`, for two a grid as
 * well. To make the description itself takes longer than all the rest of making a view, so that waits until somebody
 * asks, except where it has more dimensions, suboffsets, or items that cannot be read: then `count` is -1 and the grid
 * null.
 *
 * A form belongs to one managed buffer, and does not change.
 */
export class Form {
  constructor(
    /** What the items are; of kind UNSUPPORTED where they cannot be read. */
    readonly item: ItemFormat,
    readonly readonly: boolean,
    readonly offset: number,
    /** Items of one dimension, otherwise -1. */
    readonly count: number,
    /** Stride of the first dimension. */
    readonly stride: number,
    readonly grid: Grid | null,
    private view: BufferView | null,
  ) {}

  /** Whether it is one dimension of bytes side by side. */
  isNear(): boolean {
    return this.stride === 1 && this.count >= 0 && this.item.kind === U8;
  }

  /**
   * Whether its items lie as a typed array has them: side by side in the last dimension, at multiples of their size from
   * the first one on. Sizes are powers of two: a mask takes a tenth of the time that a remainder does.
   */
  isRegular(): boolean {
    const { grid, stride } = this;
    const { size } = this.item;
    if (grid === null) return stride === size && this.count >= 0;
    return grid.columnStride === size && stride >= 0 && (stride & (size - 1)) === 0;
  }

  /** Whether it has no dimension at all. */
  isScalar(): boolean {
    return this.view !== null && this.view.ndim === 0;
  }

  /** The whole description. */
  describe(buffer: ManagedBuffer): BufferView {
    return this.view ?? this.makeView(buffer);
  }

  private makeView({ obj, memory }: ManagedBuffer): BufferView {
    const { item, offset, count, stride, grid } = this;
    const { size, format } = item;
    const shape = grid === null ? [count] : [grid.rows, grid.columns];
    return (this.view = new BufferView(
      obj,
      memory,
      offset,
      (grid === null ? count : grid.rows * grid.columns) * size,
      this.readonly,
      size,
      format,
      shape.length,
      shape,
      grid === null ? [stride] : [stride, grid.columnStride],
      null,
    ));
  }

  /** The same, but not to be written. */
  toReadonly(): Form {
    const { view } = this;
    const flat = this.count >= 0 || this.grid !== null;
    const all = flat ? null : describe(view!, { readonly: true });
    return new Form(this.item, true, this.offset, this.count, this.stride, this.grid, all);
  }

  /** Neighbouring items of one dimension: none where `stop` is before `start`. */
  part(start: number, stop: number): Form {
    const { stride } = this;
    const count = stop > start ? stop - start : 0;
    return new Form(this.item, this.readonly, this.offset + stride * start, count, stride, null, null);
  }

  /** A slice of the first dimension. CPython: Objects/memoryobject.c `init_slice` */
  slice(start: number, stop: number, step: number): Form {
    const { count, grid, stride } = this;
    if (count < 0 && grid === null) return formOf(sliceView(this.view!, start, stop, step));
    const indices = adjustSlice(grid === null ? count : grid.rows, start, stop, step);
    return new Form(
      this.item,
      this.readonly,
      this.offset + stride * indices.start,
      grid === null ? indices.count : -1,
      // The sum turns -0 into 0.
      stride * step + 0,
      grid === null
        ? null
        : {
            rows: indices.count,
            columns: grid.columns,
            columnStride: grid.columnStride,
            step: grid.step * step,
          },
      null,
    );
  }

  /** Items side by side from the same place on: `count` of them, or in a shape. */
  cast(buffer: ManagedBuffer, item: ItemFormat, count: number, shape: readonly number[] | null): Form {
    const { offset, readonly } = this;
    const { size, format } = item;
    if (shape === null || shape.length === 1) {
      return new Form(item, readonly, offset, count, size, null, null);
    }
    if (shape.length === 2) {
      const [rows, columns] = shape as [number, number];
      return new Form(
        item,
        readonly,
        offset,
        -1,
        columns * size,
        { rows, columns, columnStride: size, step: columns },
        null,
      );
    }
    const { obj, memory } = buffer;
    const strides = fillContiguousStrides(shape, size, 'C');
    const { length } = shape;
    return formOf(
      new BufferView(obj, memory, offset, count * size, readonly, size, format, length, shape, strides, null),
    );
  }
}

/** The form of a complete description. */
export function formOf(view: BufferView): Form {
  const { readonly, offset, shape, strides, ndim } = view;
  const item = itemOf(view.format!, view.itemsize);
  const plain = view.suboffsets === null && item.kind !== UNSUPPORTED;
  if (plain && ndim === 1) return new Form(item, readonly, offset, shape![0]!, strides![0]!, null, view);
  if (plain && ndim === 2) {
    const grid = {
      rows: shape![0]!,
      columns: shape![1]!,
      columnStride: strides![1]!,
      step: strides![0]! / item.size,
    };
    return new Form(item, readonly, offset, -1, strides![0]!, grid, view);
  }
  return new Form(item, readonly, offset, -1, 0, null, view);
}
