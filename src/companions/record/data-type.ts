/**
 * The base class of all field types: size, alignment, reading and writing values, and access to them in
 * place. `scalar.ts`, `array-type.ts` and `record-type.ts` extend it.
 */
import { Bytes, bytesOf } from '../../bytes/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { StructError } from '../../formats/struct-error.js';
import { LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import { MemoryView } from '../../memoryview/index.js';
import { BUFFER, OFFSET, check } from '../../memoryview/state.js';
import { endLease, isContent, lease } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { VALUE_BRAND, asSsizeArgument } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';
import type { Order, TYPES } from './types.js';

/** Bytes, with the `DataView` through which numbers are read. Addresses are indices of `bytes`. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly data: DataView;
}

export function memoryOf(bytes: Uint8Array): Memory {
  return { bytes, data: dataView(bytes) };
}

/** The memory under records. A view holds it as long as the records exist. */
export class Root implements Memory {
  readonly bytes: Uint8Array;
  readonly data: DataView;
  /** The position at which the view begins. */
  readonly start: number;

  constructor(readonly view: MemoryView) {
    this.bytes = view[BUFFER].memory;
    this.data = dataView(this.bytes);
    this.start = view[OFFSET];
  }

  /** @throws PyValueError `operation forbidden on released memoryview object` */
  check(): void {
    check(this.view);
  }

  /** @throws PyTypeError `cannot modify read-only memory` */
  checkWritable(): void {
    check(this.view);
    if (this.view.readonly) throw new PyTypeError('cannot modify read-only memory');
  }
}

/** A view of all bytes of a buffer. */
function bytesView(source: BytesLike): MemoryView {
  const view = new MemoryView(source);
  try {
    return view.cast('B') as MemoryView;
  } finally {
    view.release();
  }
}

/**
 * The type of a field. Reading returns an `Out`, an `In` can be assigned, and the field in place is a `Live`.
 */
export abstract class DataType<Out, In, Live> {
  declare readonly [TYPES]: { readonly out: Out; readonly in: In; readonly live: Live };

  /** @internal */
  get [VALUE_BRAND](): 'DataType' {
    return 'DataType';
  }

  /** The bytes of one value, including padding at its end. CPython: `ctypes.sizeof` */
  abstract readonly size: number;
  /** Its alignment in C, in bytes. CPython: `ctypes.alignment` */
  abstract readonly alignment: number;

  /** Reads the value at an address, detached from the memory. @internal */
  abstract read(memory: Memory, at: number): Out;
  /** Writes a value. Converting it may run user code, so nobody else may see this memory. @internal */
  abstract write(memory: Memory, at: number, value: In): void;
  /** The value in place. @internal */
  abstract live(root: Root, at: number, owner: boolean): Live;
  /** The same type in a record of another byte order. @internal */
  abstract inOrder(order: Order): DataType<unknown, unknown, unknown>;

  /** Sets the value at an address, or changes nothing if a part of the value is wrong. @internal */
  set(root: Root, at: number, value: In): void {
    root.checkWritable();
    // Bytes between fields stay unchanged.
    const scratch = memoryOf(root.bytes.slice(at, at + this.size));
    this.write(scratch, 0, value);
    root.checkWritable();
    root.bytes.set(scratch.bytes, at);
  }

  /**
   * Packs a value into bytes; bytes between fields are zeros.
   *
   * @throws StructError like `struct.pack`
   *
   * CPython: Modules/_struct.c `Struct_pack_impl`
   */
  pack(value: In): Bytes {
    const bytes = new Uint8Array(this.size);
    this.write(memoryOf(bytes), 0, value);
    return bytesOf(bytes, 0, bytes.length);
  }

  /**
   * Unpacks bytes into plain objects, arrays and numbers.
   *
   * @param buffer exactly `size` contiguous bytes, which are not kept
   * @throws StructError `unpack requires a buffer of 8 bytes`
   *
   * CPython: Modules/_struct.c `Struct_unpack_impl`
   */
  unpack(buffer: BytesLike): Out {
    const content = lease(buffer);
    try {
      if (content[LENGTH] !== this.size) {
        throw new StructError(`unpack requires a buffer of ${this.size} bytes`);
      }
      const memory = intact(content[MEMORY], content[START] + this.size);
      return this.read(memoryOf(memory), content[START]);
    } finally {
      endLease(content);
    }
  }

  /** A view of the bytes from an offset on. @internal */
  protected open(source: BytesLike, offset: IntLike, size: number): [root: Root, at: number] {
    const start = Number(asSsizeArgument(offset));
    if (start < 0) throw new PyValueError('offset cannot be negative');
    const view = bytesView(source);
    if (view.nbytes < start + size) {
      const { nbytes } = view;
      view.release();
      throw new PyValueError(`Buffer size too small (${nbytes} instead of at least ${size + start} bytes)`);
    }
    const root = new Root(view);
    return [root, root.start + start];
  }

  /**
   * Returns the value in place, without copying the memory: reading a property reads the memory, setting it
   * writes. The memory is exported until the value is disposed of (`using`, `release(value)`, `scope`).
   *
   * @param source any C-contiguous buffer, also a read-only one
   * @param offset in bytes, 0 by default
   * @throws PyValueError `Buffer size too small (3 instead of at least 8 bytes)`, `offset cannot be negative`
   * @throws PyTypeError `memoryview: a bytes-like object is required, not 'str'`; when a property is set,
   *   `cannot modify read-only memory`
   *
   * CPython: Modules/_ctypes/_ctypes.c `CDataType_from_buffer_impl`
   */
  at(source: BytesLike, offset: IntLike = 0): Live & Disposable {
    const [root, at] = this.open(source, offset, this.size);
    return this.live(root, at, true) as Live & Disposable;
  }
}

/** Whether coercing a value runs no user code. */
export function isInert(value: unknown): boolean {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null || isContent(value);
}
