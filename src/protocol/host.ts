/**
 * JavaScript's own buffers as exporters: ArrayBuffer, typed arrays, DataView, Node's Buffer, WebAssembly
 * memory. It reads their properties with intrinsic getters, because subclasses and proxies may lie.
 */
import type { PyBufferError } from '../exceptions/index.js';
import { BufferView } from './buffer-view.js';
import { lostMemory, memoryGivenOut, ofPlatform } from '../memory/index.js';
import { falseIfRevoked } from '../python/index.js';
import { isBufferExporter } from './exporter.js';
import { BufferFlags, requests } from './flags.js';

/** JavaScript's own holders of bytes, each of which Python's functions accept as a bytes-like object. */
export type HostBuffer = ArrayBufferView | ArrayBuffer | SharedArrayBuffer | WasmMemory;

/**
 * `WebAssembly.Memory` as a structural type, because the compiler knows that name only with the library
 * `dom`.
 */
export interface WasmMemory {
  /** Its current memory; growing replaces it. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** Adds pages of 64 KiB and returns how many there were. Not Python. */
  grow(delta: number): number;
}

/**
 * The `struct` code and item size of each typed array whose items are not bytes; typed arrays of other realms
 * have the same names.
 */
const ITEMS: Readonly<Record<string, readonly [format: string, size: number]>> = {
  Int8Array: ['b', 1],
  Int16Array: ['h', 2],
  Uint16Array: ['H', 2],
  Int32Array: ['i', 4],
  Uint32Array: ['I', 4],
  BigInt64Array: ['q', 8],
  BigUint64Array: ['Q', 8],
  Float16Array: ['e', 2],
  Float32Array: ['f', 4],
  Float64Array: ['d', 8],
};
const BYTE = ['B', 1] as const;

type Getter<T> = (this: unknown) => T;

/**
 * A getter as the language defines it. It reads the object's internal slots, so a subclass, a property or a
 * Proxy cannot change its result, and it throws for an object of another kind.
 */
function intrinsic<T>(prototype: object, key: string | symbol): Getter<T> {
  return Object.getOwnPropertyDescriptor(prototype, key)!.get as Getter<T>;
}

const typedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
/** The name of a typed array's type; undefined for everything else. */
const nameOfTypedArray = intrinsic<string | undefined>(typedArrayPrototype, Symbol.toStringTag);
const lengthOfTypedArray = intrinsic<number>(typedArrayPrototype, 'length');

/** How to read which part of its buffer a view shows. */
interface WindowGetters {
  readonly buffer: Getter<ArrayBufferLike>;
  readonly byteOffset: Getter<number>;
  readonly byteLength: Getter<number>;
}

function windowGetters(prototype: object): WindowGetters {
  return {
    buffer: intrinsic(prototype, 'buffer'),
    byteOffset: intrinsic(prototype, 'byteOffset'),
    byteLength: intrinsic(prototype, 'byteLength'),
  };
}

const TYPED_ARRAY = windowGetters(typedArrayPrototype);
const DATA_VIEW = windowGetters(DataView.prototype);

const sharedLength = ofPlatform(() => intrinsic(SharedArrayBuffer.prototype, 'byteLength'));
const wasmBuffer = ofPlatform(() => intrinsic(WebAssembly.Memory.prototype, 'buffer'));

/**
 * The buffers that are not views, by the name that `Object.prototype.toString` shows for them. Each has a
 * getter that throws for any other object that shows that name.
 */
const BUFFERS: Readonly<Record<string, Getter<unknown>>> = {
  ArrayBuffer: intrinsic(ArrayBuffer.prototype, 'byteLength'),
  ...(sharedLength === undefined ? {} : { SharedArrayBuffer: sharedLength }),
  ...(wasmBuffer === undefined ? {} : { 'WebAssembly.Memory': wasmBuffer }),
};

function tag(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/**
 * Returns whether a value is one of JavaScript's own holders of bytes, of this realm or another. A Proxy of
 * one is not.
 *
 * Not Python, which lacks these types.
 */
export function isHostBuffer(value: unknown): value is HostBuffer {
  if (typeof value !== 'object' || value === null) return false;
  if (ArrayBuffer.isView(value)) return true;
  // Our own exporters, above all views, are recognized first, because looking up a tag takes longer than
  // everything else here.
  if (isBufferExporter(value)) return false;
  if (!mayBeBuffer(value)) return false;
  const getter = BUFFERS[tag(value)];
  if (getter === undefined) return false;
  try {
    getter.call(value);
    return true;
  } catch {
    return false;
  }
}

/** Spares nearly all values the look-up of their tag. A revoked Proxy throws the platform's TypeError. */
function mayBeBuffer(value: object): boolean {
  try {
    return 'byteLength' in value || 'buffer' in value;
  } catch (error) {
    return falseIfRevoked(value, error);
  }
}

/**
 * Throws for a typed array that is out of the bounds of its buffer, which otherwise looks like an empty one.
 */
const keysOfTypedArray = typedArrayPrototype.keys;

/**
 * Returns the bytes of a host buffer as a plain `Uint8Array` over the same memory.
 *
 * Not Python: memory that JavaScript took away raises PyBufferError
 * `cannot view a detached or shrunk ArrayBuffer`.
 */
export function hostBytes(value: HostBuffer): Uint8Array {
  if (ArrayBuffer.isView(value)) {
    if (isPlain(value)) return value;
    const isTypedArray = nameOfTypedArray.call(value) !== undefined;
    const { buffer, byteOffset, byteLength } = isTypedArray ? TYPED_ARRAY : DATA_VIEW;
    let length: number;
    try {
      length = byteLength.call(value);
      if (length === 0 && isTypedArray) keysOfTypedArray.call(value as Uint8Array);
    } catch {
      throw memoryGone();
    }
    return new Uint8Array(buffer.call(value), byteOffset.call(value), length);
  }
  const read = BUFFERS[tag(value)]!;
  const buffer = read === BUFFERS['WebAssembly.Memory'] ? read.call(value) : value;
  try {
    return new Uint8Array(buffer as ArrayBuffer);
  } catch {
    throw memoryGone();
  }
}

/** Whether a value is a plain, non-empty `Uint8Array`, which can be used without a lease. Not Python. */
export function isPlainArray(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && isPlain(value);
}

/**
 * Whether a view is a plain, non-empty `Uint8Array` that reports its true length and can be used directly.
 * One that lost its memory is empty.
 */
function isPlain(value: ArrayBufferView): value is Uint8Array {
  if (Object.getPrototypeOf(value) !== Uint8Array.prototype) return false;
  const { length } = value as Uint8Array;
  return length > 0 && lengthOfTypedArray.call(value) === length;
}

function memoryGone(): PyBufferError {
  return lostMemory('cannot view a detached or shrunk ArrayBuffer');
}

/** The item type of a host buffer. */
function itemsOf(value: HostBuffer): readonly [format: string, size: number] {
  const name = nameOfTypedArray.call(value);
  return name === undefined ? BYTE : (ITEMS[name] ?? BYTE);
}

/**
 * `getBuffer` for a host buffer: one dimension, its own item type, writable; no export is counted.
 *
 * Not Python.
 */
export function hostGetBuffer(value: HostBuffer, flags: number): BufferView {
  const memory = hostBytes(value);
  memoryGivenOut();
  const item = itemsOf(value);
  const itemsize = item[1];
  const wantsShape = requests(flags, BufferFlags.ND);
  return new BufferView(
    value,
    memory,
    0,
    memory.length,
    false,
    itemsize,
    requests(flags, BufferFlags.FORMAT) ? item[0] : null,
    1,
    wantsShape ? [memory.length / itemsize] : null,
    requests(flags, BufferFlags.STRIDES) ? [itemsize] : null,
    null,
  );
}
