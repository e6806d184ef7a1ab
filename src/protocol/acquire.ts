import { PySystemError, PyTypeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import { BufferView } from './buffer-view.js';
import { isBufferExporter } from './exporter.js';
import type { BufferExporter } from './exporter.js';
import { BufferFlags } from './flags.js';
import { hostGetBuffer, isHostBuffer } from './host.js';
import type { HostBuffer } from './host.js';

/** A class of the source language with PEP 688's methods. */
export interface PythonExporter {
  /** Gives a `MemoryView`. CPython: Objects/typeobject.c `slot_bf_getbuffer` */
  __buffer__(flags: number): unknown;
  /** Is told when the view is given back. CPython: Objects/typeobject.c `slot_bf_releasebuffer` */
  __release_buffer__?(view: unknown): void;
}

/**
 * Whatever Python calls a bytes-like object: `Bytes`, `ByteArray`, `MemoryView`, any `BufferExporter`, and
 * JavaScript's typed arrays, `DataView`, `ArrayBuffer`, `SharedArrayBuffer` and `WebAssembly.Memory`.
 *
 * CPython: Lib/_collections_abc.py `Buffer`
 */
export type BytesLike = BufferExporter | HostBuffer | PythonExporter;

function isPythonExporter(value: unknown): value is PythonExporter {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { __buffer__?: unknown }).__buffer__ === 'function'
  );
}

/** Whether a value can be viewed at all. Runs no caller's code. CPython: `PyObject_CheckBuffer`. */
export function isBytesLike(value: unknown): boolean {
  return isBufferExporter(value) || isHostBuffer(value) || isPythonExporter(value);
}

/**
 * Acquires a view of any bytes-like value; {@link releaseView} gives it back, exactly once.
 *
 * @param flags one of `BufferFlags`
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyBufferError when the exporter cannot meet the request
 * @throws PySystemError when `flags` is exactly READ or WRITE
 *
 * CPython: Objects/abstract.c `PyObject_GetBuffer`
 */
export function acquireView(value: unknown, flags: number): BufferView {
  if (flags === BufferFlags.READ || flags === BufferFlags.WRITE) {
    throw new PySystemError('bad argument to internal function');
  }
  if (isBufferExporter(value)) return value.getBuffer(flags);
  if (isHostBuffer(value)) return hostGetBuffer(value, flags);
  if (isPythonExporter(value)) return new PythonBuffer(value).getBuffer(flags);
  throw new PyTypeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** Gives an acquired view back. CPython: Objects/abstract.c `PyBuffer_Release`. */
export function releaseView(view: BufferView): void {
  const exporter = view.exporter ?? view.obj;
  if (isBufferExporter(exporter)) exporter.releaseBuffer(view);
}

/**
 * The exporter that stands between a class with `__buffer__` and its consumers.
 *
 * CPython: Objects/typeobject.c `slot_bf_getbuffer`, `_PyBufferWrapper_Type`
 */
class PythonBuffer implements BufferExporter {
  #view: BufferExporter | null = null;
  constructor(readonly owner: PythonExporter) {}

  getBuffer(flags: number): BufferView {
    const result = this.owner.__buffer__(flags);
    if (!isBufferExporter(result) || typeName(result) !== 'memoryview') {
      throw new PyTypeError(
        `${typeName(this.owner)}.__buffer__() must return a memoryview, not ${typeName(result)}`,
      );
    }
    this.#view = result;
    const inner = result.getBuffer(flags);
    const view = new BufferView(
      this,
      inner.memory,
      inner.offset,
      inner.length,
      inner.readonly,
      inner.itemsize,
      inner.format,
      inner.ndim,
      inner.shape,
      inner.strides,
      inner.suboffsets,
      inner,
    );
    view.exports = inner.exports;
    return view;
  }

  releaseBuffer(view: BufferView): void {
    const result = this.#view;
    if (result === null) return;
    this.#view = null;
    result.releaseBuffer(view.internal as BufferView);
    this.owner.__release_buffer__?.(result);
  }
}

Object.defineProperty(PythonBuffer, 'name', { value: '_buffer_wrapper' });
