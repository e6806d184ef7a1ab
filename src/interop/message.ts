/**
 * Values as messages between workers. It assumes that a message came from `packMessage`, of this or another
 * realm.
 */
import { ByteArray, Bytes, byteArrayOf, bytesOf } from '../bytes/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, Range, SLAB_LIMIT, START, copyBytes, ofPlatform } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import { brandOf, typeName } from '../python/index.js';
import { LIMIT } from '../storage/index.js';

/** A `Bytes` or `ByteArray` in a form that `postMessage` and `structuredClone` can carry. */
export interface BytesMessage {
  /** The type of the value. */
  readonly kind: 'bytes' | 'bytearray';
  /** The memory that is sent. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** The index of the content's first byte in it. */
  readonly start: number;
  /** The length of the content in bytes. */
  readonly length: number;
}

/** Of this realm or another. */
function isShared(buffer: ArrayBufferLike): buffer is SharedArrayBuffer {
  return Object.prototype.toString.call(buffer) === '[object SharedArrayBuffer]';
}

function ownBuffer(content: Bytes, buffer: ArrayBuffer | SharedArrayBuffer): BytesMessage {
  const length = content[LENGTH];
  const start = content[START];
  copyBytes(content[MEMORY], start, start + length, new Uint8Array(buffer), 0);
  return { kind: 'bytes', buffer, start: 0, length };
}

function packBytes(value: Bytes): BytesMessage {
  const { buffer, byteOffset } = value[MEMORY];
  const length = value[LENGTH];
  if (isShared(buffer)) return { kind: 'bytes', buffer, start: byteOffset + value[START], length };
  const shared = ofPlatform(() => new SharedArrayBuffer(length));
  return ownBuffer(value, shared ?? new ArrayBuffer(length));
}

function packByteArray(value: ByteArray): BytesMessage {
  // Memory that others also use must stay here.
  const isOwned = value[LIMIT] >= 0;
  const taken = value.take_bytes();
  const { buffer, byteOffset } = taken[MEMORY];
  const length = taken[LENGTH];
  const message =
    !isOwned || length <= SLAB_LIMIT || isShared(buffer)
      ? ownBuffer(taken, new ArrayBuffer(length))
      : { buffer, start: byteOffset + taken[START], length };
  return { ...message, kind: 'bytearray' };
}

/** The content of a bytearray of another copy of the library, which is empty afterwards. */
function moved(value: ByteArray): ByteArray {
  return new ByteArray(value.take_bytes());
}

/**
 * Makes a message for `postMessage(message, transfer)` or `structuredClone(message, { transfer })`. The
 * receiver calls {@link unpackMessage}.
 *
 * - A `ByteArray` is moved: its memory is transferred without a copy (unless it is small), and it is empty
 * afterwards, as after `take_bytes()`.
 * - A `Bytes` stays usable on both sides. It travels in shared memory: it is copied there once, and no later
 * crossing copies it, in either direction. Without `SharedArrayBuffer` each crossing copies it.
 *
 * Not Python; the counterpart is pickling with out-of-band buffers.
 *
 * @throws PyTypeError `Bytes or ByteArray is required, not 'str'`
 * @throws PyBufferError `Existing exports of data: object cannot be re-sized` for a `ByteArray` with live
 *   views
 *
 * @example
 * ```ts
 * const { message, transfer } = packMessage(b`ABC`);
 * unpackMessage(structuredClone(message, { transfer })).repr() // "b'ABC'"
 * ```
 */
export function packMessage(value: Bytes | ByteArray): { message: BytesMessage; transfer: ArrayBuffer[] } {
  let message: BytesMessage;
  const kind = brandOf(value);
  // Another copy of the library may keep its values in other fields.
  if (kind === 'bytearray')
    message = packByteArray(isContent(value) ? (value as ByteArray) : moved(value as ByteArray));
  else if (kind === 'bytes') message = packBytes(isContent(value) ? (value as Bytes) : new Bytes(value));
  else throw new PyTypeError(`Bytes or ByteArray is required, not '${typeName(value)}'`);
  return { message, transfer: isShared(message.buffer) ? [] : [message.buffer] };
}

/** Checks that a value is a message with a range inside its memory, because it may come from anywhere. */
function isMessage(value: unknown): value is BytesMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, buffer, start, length } = value as Partial<BytesMessage>;
  if (kind !== 'bytes' && kind !== 'bytearray') return false;
  if (!/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(buffer))) return false;
  return isOffset(start) && isOffset(length) && start + length <= buffer!.byteLength;
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/**
 * Returns the value of a message made by {@link packMessage}, and takes over its memory without a copy.
 *
 * Not Python: see {@link packMessage}.
 *
 * @throws PyTypeError `the message of packMessage() is required, not 'str'`
 */
export function unpackMessage(message: BytesMessage): Bytes | ByteArray {
  if (!isMessage(message)) {
    throw new PyTypeError(`the message of packMessage() is required, not '${typeName(message)}'`);
  }
  const memory = new Uint8Array(message.buffer);
  const { kind, start, length } = message;
  return kind === 'bytes' ? bytesOf(memory, start, length) : byteArrayOf(new Range(memory, start, length));
}
