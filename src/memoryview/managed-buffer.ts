import type { PyBufferError } from '../exceptions/index.js';
import { dataView } from '../formats/index.js';
import type { Kind } from '../formats/index.js';
import { Exports, lostMemory, releaseView, track } from '../protocol/index.js';
import type { BufferView, Releasable } from '../protocol/index.js';
import { formOf } from './form.js';
import type { Form } from './form.js';
import { complete } from './geometry.js';
import type { NumberArray } from './item-types.js';
import { itemsOver, startOfItems } from './typed-array.js';

const U8 = 0 satisfies typeof Kind.U8;
/** One more than the largest `Kind`. */
const KINDS = 15;

/** 1 / size, for the sizes that typed arrays have: a division takes 5 ns. */
const SHARES: readonly number[] = [0, 1, 1 / 2, 0, 1 / 4, 0, 0, 0, 1 / 8];

/** Stands for the record of exporters that count nothing: JavaScript's own buffers. */
const UNCOUNTED = new Exports();

/**
 * One acquired buffer, shared by all views derived from it; it goes back to the exporter with the last of them.
 *
 * CPython: Objects/memoryobject.c `_PyManagedBuffer_Type`
 */
export class ManagedBuffer {
  /** Live views of this buffer. */
  views = 0;
  /** Bytes the memory had when it was acquired: less means that JavaScript took it away. */
  readonly size: number;
  /** What items are read through that no typed array has; made when the first one is. */
  data: DataView | null = null;
  /** By kind; see {@link itemsFor}. */
  private arrays: (NumberArray | null)[] | null = null;

  constructor(
    /** What was acquired and has to be given back; null where nothing has. */
    readonly master: BufferView | null,
    readonly obj: unknown,
    readonly memory: Uint8Array,
    /** What a view of the whole shows. */
    readonly form: Form,
    /** Where the exporter counts; `detached` there releases every view at once. */
    readonly exports: Exports = UNCOUNTED,
    /** Whether no further view may be made. CPython: `_Py_MEMORYVIEW_RESTRICTED` */
    readonly restricted = false,
  ) {
    this.size = memory.length;
  }

  /** @throws PyBufferError when the memory is gone (Not Python) */
  check(): void {
    if (this.memory.length < this.size) throw memoryLost();
  }

  /** The `DataView` of the memory. @throws PyBufferError when the memory is gone (Not Python) */
  openData(): DataView {
    this.check();
    return (this.data = dataView(this.memory));
  }

  /**
   * A typed array with the items of a form, from {@link firstOf} on; null where there is none, for their kind or for
   * their place.
   */
  itemsFor({ item, offset }: Form): NumberArray | null {
    const { kind, size } = item;
    if (kind === U8) return this.memory;
    if (((this.memory.byteOffset + offset) & (size - 1)) !== 0) return null;
    const { arrays } = this;
    return arrays === null ? this.openItems(kind, size) : (arrays[kind] ?? this.openItems(kind, size));
  }

  /** Index in that array of the first item of a form. */
  firstOf({ item, offset }: Form): number {
    const { size } = item;
    return size === 1 ? offset : (offset - startOfItems(this.memory, size)) * SHARES[size]!;
  }

  private openItems(kind: Kind, size: number): NumberArray | null {
    this.arrays ??= new Array<NumberArray | null>(KINDS).fill(null);
    return (this.arrays[kind] = itemsOver(kind, size, this.memory));
  }

  /** Counts one view in. CPython: `mbuf_add_view` */
  addView(view: Releasable): void {
    this.views++;
    this.exports.note(view);
    track(view);
  }

  /** Counts one view out; the last one gives the buffer back. CPython: `mbuf_release`. */
  dropView(): void {
    if (--this.views > 0 || this.master === null || this.exports.detached) return;
    this.exports.pin();
    releaseView(this.master);
  }
}

/**
 * Takes over an acquired buffer; one that cannot be viewed goes back.
 *
 * @throws PyValueError `memoryview: number of dimensions must not exceed 64`
 *
 * CPython: Objects/memoryobject.c `_PyManagedBuffer_FromObject`
 */
export function managed(master: BufferView, restricted = false): ManagedBuffer {
  const form = formOrRelease(master);
  const exports = master.exports ?? UNCOUNTED;
  exports.unpin(master);
  return new ManagedBuffer(master, master.obj, master.memory, form, exports, restricted);
}

function formOrRelease(master: BufferView): Form {
  try {
    return formOf(complete(master));
  } catch (error) {
    releaseView(master);
    throw error;
  }
}

/**
 * The memory of a view is gone: its `ArrayBuffer` was transferred, its `WebAssembly.Memory` grew, a resizable
 * buffer shrank. Not Python: no exporter there can lose memory that is exported.
 */
export function memoryLost(): PyBufferError {
  return lostMemory('memoryview: the underlying ArrayBuffer was detached or has shrunk');
}
