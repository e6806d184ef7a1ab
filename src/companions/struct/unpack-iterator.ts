/**
 * The iterator of `iter_unpack`, which keeps its buffer exported until it ends. `Struct` and the module's
 * function return it.
 */
import { PyBufferError, PyTypeError } from '../../exceptions/index.js';
import { dataView } from '../../formats/index.js';
import { BufferFlags, DISPOSE, acquireView, returnView } from '../../protocol/index.js';
import type { BufferView } from '../../protocol/index.js';
import { TYPE_NAME } from '../../python/index.js';
import { StructError } from '../../formats/struct-error.js';
import type { Layout } from '../../formats/layout.js';
import type { ByteType } from './byte-type.js';
import type { Compiled } from './compiled.js';
import { unpackValues } from './unpack.js';

/**
 * The tuples of `iter_unpack`. Holds an export of the buffer until the last one was returned.
 *
 * CPython: Modules/_struct.c `unpackiter_type`
 */
export class UnpackIterator<T> implements IterableIterator<T> {
  readonly #layout: Layout;
  readonly #memory: Uint8Array;
  readonly #data: DataView;
  readonly #type: ByteType<unknown>;
  readonly #end: number;
  #view: BufferView | null;
  #at: number;

  /** @internal */
  constructor(compiled: Compiled<unknown>, buffer: unknown) {
    const { layout, type } = (compiled as Partial<Compiled<unknown>> | null | undefined) ?? {};
    if (layout === undefined || type === undefined) {
      throw new PyTypeError("cannot create '_struct.unpack_iterator' instances");
    }
    const { size } = layout;
    if (size === 0) throw new StructError('cannot iteratively unpack with a struct of length 0');
    const view = acquireView(buffer, BufferFlags.SIMPLE);
    if (view.length % size !== 0) {
      returnView(view);
      throw new StructError(`iterative unpacking requires a buffer of a multiple of ${size} bytes`);
    }
    this.#layout = layout;
    this.#type = type;
    this.#view = view;
    this.#memory = view.memory;
    this.#data = dataView(view.memory);
    this.#at = view.offset;
    this.#end = view.offset + view.length;
  }

  /** The next values, as a tuple. CPython: Modules/_struct.c `unpackiter_iternext`. */
  next(): IteratorResult<T, undefined> {
    const at = this.#at;
    if (this.#view === null || at >= this.#end) {
      this.return();
      return { value: undefined, done: true };
    }
    this.#at = at + this.#layout.size;
    // A WebAssembly memory that has grown has lost its old buffer; no export can prevent that.
    if (this.#at > this.#memory.length)
      throw new PyBufferError('iter_unpack: the underlying ArrayBuffer was detached');
    return { value: unpackValues(this.#layout, this.#memory, this.#data, at, this.#type) as T, done: false };
  }

  /** Releases the buffer early and ends the iteration. Not Python, where the garbage collector does it. */
  return(): IteratorReturnResult<undefined> {
    const view = this.#view;
    this.#view = null;
    this.#at = this.#end;
    if (view !== null) returnView(view);
    return { value: undefined, done: true };
  }

  /** @internal The number of tuples still to come. CPython: Modules/_struct.c `unpackiter_len` */
  __length_hint__(): number {
    return (this.#end - this.#at) / this.#layout.size;
  }

  [Symbol.iterator](): this {
    return this;
  }

  [DISPOSE](): void {
    this.return();
  }
}

Object.defineProperty(UnpackIterator.prototype, TYPE_NAME, { value: '_struct.unpack_iterator' });
