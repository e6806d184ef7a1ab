import type { PyBufferError } from '../exceptions/index.js';
import { dataView } from '../formats/index.js';
import type { ItemFormat, Kind } from '../formats/index.js';
import { Exports, lostMemory, releaseView, track } from '../protocol/index.js';
import type { BufferView, Releasable } from '../protocol/index.js';
import { formOf } from './form.js';
import type { Form } from './form.js';
import { complete } from './geometry.js';
import { placesIn } from './typed-array.js';
import type { Places } from './typed-array.js';

/** One more than the largest `Kind`. */
const KINDS = 15;

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
  /** By kind; see {@link placesFor}. */
  private places: (Places | null | undefined)[] | null = null;

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

  /** Where the items of a form are in a typed array; null where none has them. */
  placesFor(form: Form): Places | null {
    const places = form.isRegular() ? this.placesOf(form.item) : null;
    return places === null || !Number.isInteger(places.indexOf(form.offset)) ? null : places;
  }

  private placesOf({ kind, size }: ItemFormat): Places | null {
    const known = this.places === null ? undefined : this.places[kind];
    return known === undefined ? this.openPlaces(kind, size) : known;
  }

  private openPlaces(kind: Kind, size: number): Places | null {
    this.places ??= new Array<Places | null | undefined>(KINDS).fill(undefined);
    return (this.places[kind] = placesIn(this.memory, kind, size));
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
