/** The data that `base64`'s decoders take. Every file of this folder uses it. */
import { PyTypeError } from '../../exceptions/index.js';
import { ALL_BYTES, LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import {
  BufferFlags,
  acquireView,
  isContent,
  isHostBuffer,
  returnView,
  toCOrder,
} from '../../protocol/index.js';
import type { BufferView, BytesLike } from '../../protocol/index.js';
import { typeName } from '../../python/index.js';
import { asciiOf, copyOf, ownData } from '../binascii/arguments.js';
import type { AsciiLike } from '../binascii/arguments.js';

/**
 * Bytes that were passed as a bytes-like object or as an ASCII text.
 *
 * @throws PyTypeError `argument should be a bytes-like object or ASCII string, not 'int'`
 * @throws PyValueError `string argument should contain only ASCII characters`
 *
 * CPython: Lib/base64.py `_bytes_from_decode_data`
 */
export function decodeData(value: AsciiLike): BytesLike {
  return typeof value === 'string' ? asciiOf(value) : (checkedData(value) as BytesLike);
}

/** The same without converting text, for functions that take it. @throws PyTypeError as {@link decodeData} */
export function checkedData(value: AsciiLike): AsciiLike {
  if (typeof value === 'string' || isContent(value) || isHostBuffer(value)) return value;
  return copyOfView(value);
}

/** A copy of the bytes of such data themselves, whatever a derived class lends. */
export const ownBytes = (data: BytesLike): Uint8Array => copyOf(ownData(data));

/** `memoryview(value).tobytes()`, of views that are not contiguous too. */
function copyOfView(value: BytesLike): Uint8Array {
  return withView(
    value,
    () => refused(value),
    (view) => {
      const copy = toCOrder(view);
      return copy[MEMORY].subarray(copy[START], copy[START] + copy[LENGTH]);
    },
  );
}

/**
 * Passes `use` the view that `memoryview(value)` would have, and returns the view afterwards.
 *
 * @param refuse makes the error of a value that is not bytes-like
 */
export function withView<T>(value: unknown, refuse: () => PyTypeError, use: (view: BufferView) => T): T {
  let view: BufferView;
  try {
    view = acquireView(value, BufferFlags.FULL_RO);
  } catch (error) {
    throw error instanceof PyTypeError ? refuse() : error;
  }
  try {
    // A user's exporter may return memory that was detached.
    intact(view.memory, view.length === 0 ? 0 : view.offset + 1);
    return use(view);
  } finally {
    returnView(view);
  }
}

function refused(value: unknown): PyTypeError {
  return new PyTypeError(`argument should be a bytes-like object or ASCII string, not '${className(value)}'`);
}

/** `value.__class__.__name__`: the name of a type without its module. */
export function className(value: unknown): string {
  return value === null || value === undefined ? 'NoneType' : typeName(value).replace(/^.*\./, '');
}

/** Replaces bytes in place: each of `from` by the one at the same place in `to`. */
export function translate(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const table = ALL_BYTES.slice();
  from.forEach((byte, i) => (table[byte] = to[i]!));
  for (let i = 0; i < bytes.length; i++) bytes[i] = table[bytes[i]!]!;
  return bytes;
}

/** Makes ASCII letters capital, in place. */
export function uppercase(bytes: Uint8Array): Uint8Array {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x61 && byte <= 0x7a) bytes[i] = byte - 0x20;
  }
  return bytes;
}
