/**
 * Acquires and releases a view of any bytes-like value, classes of the source language included. It assumes
 * that each view is released once. Every room that reads or writes other objects' memory calls it.
 */
import { PySystemError, PyTypeError, useTypeNames } from '../exceptions/index.js';
import { brandOf, fullTypeName, givenName, specialMethod, typeName } from '../python/index.js';
import { printError } from '../memory/index.js';
import { isBufferExporter } from './exporter.js';
import type { BufferExporter, BufferView } from './buffer-view.js';
import { BufferFlags } from './flags.js';
import { sameItems, viewOfThisVersion } from './foreign-view.js';
import { hostGetBuffer, isHostBuffer } from './host.js';
import type { HostBuffer } from './host.js';

/** A class of the source language with PEP 688's methods. */
export interface PythonExporter {
  /** Returns a `MemoryView`. CPython: Objects/typeobject.c `slot_bf_getbuffer` */
  __buffer__(flags: number): unknown;
  /** Called when the view is released. CPython: Objects/typeobject.c `slot_bf_releasebuffer` */
  __release_buffer__?(view: unknown): void;
}

/**
 * Every value that Python calls a bytes-like object: `Bytes`, `ByteArray`, `MemoryView`, any
 * `BufferExporter`, and JavaScript's typed arrays, `DataView`, `ArrayBuffer`, `SharedArrayBuffer` and
 * `WebAssembly.Memory`.
 *
 * CPython: Lib/_collections_abc.py `Buffer`
 */
export type BytesLike = BufferExporter | HostBuffer | PythonExporter;

// `exceptions` knows no types. Every program that has bytes-like values loads this file.
useTypeNames(givenName);

function isPythonExporter(value: unknown): value is PythonExporter {
  return specialMethod(value, '__buffer__') !== null;
}

/** Returns whether a value can be viewed at all. Runs no user code. CPython: `PyObject_CheckBuffer`. */
export function isBytesLike(value: unknown): boolean {
  return isBufferExporter(value) || isHostBuffer(value) || isPythonExporter(value);
}

/**
 * Acquires a view of any bytes-like value. Release it with {@link releaseView}, exactly once.
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
  if (isBufferExporter(value)) {
    if ((value as Derived).__buffer__ === undefined || isView(value)) {
      return viewOfThisVersion(value.getBuffer(flags), value);
    }
    return new PythonBuffer(value as unknown as PythonExporter).getBuffer(flags);
  }
  if (isHostBuffer(value)) return hostGetBuffer(value, flags);
  if (isPythonExporter(value)) return new PythonBuffer(value).getBuffer(flags);
  throw new PyTypeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** Releases an acquired view. CPython: Objects/abstract.c `PyBuffer_Release`. */
export function releaseView(view: BufferView): void {
  const exporter = view.exporter ?? view.obj;
  if (!isBufferExporter(exporter)) return;
  if ((exporter as Derived).__release_buffer__ !== undefined && !isView(exporter)) {
    tellOfRelease(exporter as unknown as PythonExporter, view);
  }
  exporter.releaseBuffer(view);
}

/**
 * The same as {@link releaseView}, for a holder that handed the memory to nobody, so that nobody can write to
 * it any more.
 *
 * CPython: Objects/abstract.c `PyBuffer_Release`
 */
export function returnView(view: BufferView): void {
  if (view.exports !== null) view.exports.escaped--;
  releaseView(view);
}

/**
 * An exporter that may be of a class of the source language: derived from one of ours, with methods of PEP
 * 688.
 */
type Derived = BufferExporter & Partial<PythonExporter>;

/** A view has these methods itself, and no derived classes. */
function isView(exporter: BufferExporter): boolean {
  return typeName(exporter) === 'memoryview';
}

let restrict: ((view: BufferView) => { release(): void }) | null = null;

/** The room above registers the maker of restricted memoryviews. Not Python, which has both in one place. */
export function restrictViewsBy(make: (view: BufferView) => { release(): void }): void {
  restrict = make;
}

/**
 * Shows a derived class what is being released while its method runs. Everything it keeps of that is
 * released.
 *
 * CPython: Objects/typeobject.c `releasebuffer_call_python`
 */
function tellOfRelease(owner: PythonExporter, view: BufferView): void {
  const shown = restrict?.(view);
  if (shown === undefined) return;
  callRelease(owner, shown);
  shown.release();
}

/** Exceptions cannot leave a release, so they are printed. CPython: `PyErr_FormatUnraisable`. */
function callRelease(owner: PythonExporter, view: unknown): void {
  try {
    specialMethod(owner, '__release_buffer__')?.call(owner, view);
  } catch (error) {
    printError(`Exception ignored in __release_buffer__ of ${typeName(owner)}:`, error);
  }
}

/** What this room needs to know about a memoryview. */
interface OwnedView extends BufferExporter {
  readonly obj: unknown;
  release(): void;
}

function isMemoryView(value: unknown): value is OwnedView {
  return isBufferExporter(value) && isView(value);
}

/** CPython: Objects/typeobject.c `_PyBufferWrapper_Type` */
class BufferWrapper {}

/**
 * The exporter between a class with `__buffer__` and its consumers.
 *
 * CPython: Objects/typeobject.c `slot_bf_getbuffer`, `_PyBufferWrapper_Type`
 */
class PythonBuffer implements BufferExporter {
  #view: OwnedView | null = null;
  /** What a view of it shows as its `obj`, which is not a buffer. */
  readonly shown: object = new BufferWrapper();

  constructor(readonly owner: PythonExporter) {}

  getBuffer(flags: number): BufferView {
    const result = specialMethod(this.owner, '__buffer__')!.call(this.owner, flags);
    if (!isMemoryView(result)) {
      throw new PyTypeError(
        `${fullTypeName(this.owner)}.__buffer__() must return a memoryview, not ${fullTypeName(result)}`,
      );
    }
    this.#view = result;
    const inner = viewOfThisVersion(result.getBuffer(flags), result);
    const view = sameItems(inner, this, inner.memory, inner);
    view.exports = inner.exports;
    return view;
  }

  releaseBuffer(view: BufferView): void {
    const result = this.#view;
    if (result === null) return;
    this.#view = null;
    releaseView(view.internal as BufferView);
    // A view of the owner itself is released here, which notifies the owner.
    if (result.obj === this.owner) result.release();
    else callRelease(this.owner, result);
  }
}

for (const wrapper of [PythonBuffer, BufferWrapper]) {
  Object.defineProperty(wrapper, 'name', { value: '_buffer_wrapper' });
}

/** Whether an exporter is such a wrapper. CPython: `_PyBufferWrapper_Type` */
export function isPythonBuffer(value: unknown): boolean {
  return value instanceof PythonBuffer;
}

/** What `memoryview.obj` shows of an exporter. CPython: Objects/memoryobject.c `memory_obj_get` */
export function shownExporter(exporter: unknown): unknown {
  return brandOf(exporter) === undefined && exporter instanceof PythonBuffer ? exporter.shown : exporter;
}
