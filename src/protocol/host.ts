import type { PyBufferError } from '../exceptions/index.js';
import { BufferView } from './buffer-view.js';
import { isBufferExporter } from './exporter.js';
import { BufferFlags, requests } from './flags.js';
import { lostMemory } from './lost-memory.js';

/** JavaScript's own holders of bytes, each of which may stand wherever Python takes a bytes-like object. */
export type HostBuffer = ArrayBufferView | ArrayBuffer | SharedArrayBuffer | WebAssembly.Memory;

const FORMATS: Readonly<Record<string, string>> = {
  Int8Array: 'b',
  Uint8Array: 'B',
  Uint8ClampedArray: 'B',
  Int16Array: 'h',
  Uint16Array: 'H',
  Int32Array: 'i',
  Uint32Array: 'I',
  BigInt64Array: 'q',
  BigUint64Array: 'Q',
  Float16Array: 'e',
  Float32Array: 'f',
  Float64Array: 'd',
};

const tagOfTypedArray = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  Symbol.toStringTag,
)!.get!;

function tag(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/**
 * Whether a value is one of JavaScript's own holders of bytes, of this realm or another.
 *
 * Not Python: JavaScript has holders of bytes of its own.
 */
export function isHostBuffer(value: unknown): value is HostBuffer {
  if (typeof value !== 'object' || value === null) return false;
  if (ArrayBuffer.isView(value)) return true;
  // Our own exporters, views above all, need not be asked for a tag: that takes longer than all the rest.
  if (isBufferExporter(value)) return false;
  const name = tag(value);
  return name === 'ArrayBuffer' || name === 'SharedArrayBuffer' || name === 'WebAssembly.Memory';
}

/** Throws for a typed array out of the bounds of its buffer, which otherwise looks like an empty one. */
const keysOfTypedArray = (Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array).keys;

/**
 * The bytes of a host buffer as a bare `Uint8Array`, sharing its memory.
 *
 * Not Python: memory that JavaScript took away raises PyBufferError `cannot view a detached or shrunk ArrayBuffer`.
 */
export function hostBytes(value: HostBuffer): Uint8Array {
  if (ArrayBuffer.isView(value)) {
    const length = lengthOfView(value);
    if (value.constructor === Uint8Array) return value as Uint8Array;
    return new Uint8Array(value.buffer, value.byteOffset, length);
  }
  const buffer =
    tag(value) === 'WebAssembly.Memory' ? (value as WebAssembly.Memory).buffer : (value as ArrayBuffer);
  try {
    return new Uint8Array(buffer);
  } catch {
    throw memoryGone();
  }
}

function lengthOfView(value: ArrayBufferView): number {
  try {
    const length = value.byteLength;
    if (length === 0 && tagOfTypedArray.call(value) !== undefined) keysOfTypedArray.call(value as Uint8Array);
    return length;
  } catch {
    throw memoryGone();
  }
}

function memoryGone(): PyBufferError {
  return lostMemory('cannot view a detached or shrunk ArrayBuffer');
}

/**
 * The `struct` code of a host buffer's items.
 *
 * Not Python.
 */
export function hostFormat(value: HostBuffer): string {
  const name: unknown = tagOfTypedArray.call(value);
  return typeof name === 'string' ? (FORMATS[name] ?? 'B') : 'B';
}

/**
 * `getBuffer` for a host buffer: one dimension, its own item type, writable, nothing to count.
 *
 * Not Python.
 */
export function hostGetBuffer(value: HostBuffer, flags: number): BufferView {
  const memory = hostBytes(value);
  const format = hostFormat(value);
  const itemsize = (value as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
  const wantsShape = requests(flags, BufferFlags.ND);
  return new BufferView(
    value,
    memory,
    0,
    memory.length,
    false,
    itemsize,
    requests(flags, BufferFlags.FORMAT) ? format : null,
    1,
    wantsShape ? [memory.length / itemsize] : null,
    requests(flags, BufferFlags.STRIDES) ? [itemsize] : null,
    null,
  );
}
