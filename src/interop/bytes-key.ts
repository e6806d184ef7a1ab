/** The keys of `BytesMap` and `BytesSet`: values that Python can hash and that can equal `bytes`. */
import { Bytes } from '../bytes/index.js';
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import type { MemoryView } from '../memoryview/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { contentOfBytes, endLease, isBytesLike, isContent, lease } from '../protocol/index.js';
import { brandOf, typeName } from '../python/index.js';

/** A key: bytes, or a view of memory that cannot be written, of format `'B'` and one dimension. */
export type BytesKey = Bytes | MemoryView;

/**
 * The content of a key.
 *
 * @param role the name of the key in errors: `dict key`, `set element`
 * @throws PyTypeError `cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')`,
 *   `a bytes-like object is required, not 'str'`
 * @throws PyValueError `cannot hash writable memoryview object`
 */
export function keyContent(key: unknown, role: string): Content {
  const bytes = contentOfBytes(key);
  if (bytes !== null) return bytes;
  return brandOf(key) === 'memoryview' ? contentOfView(key as MemoryView) : refuse(key, role);
}

function contentOfView(view: MemoryView): Content {
  view.hash();
  // Not Python: a view of format 'b' or 'c' equals some bytes but not others.
  if (view.format !== 'B') throw new PyValueError(`memoryview: keys are restricted to format 'B'`);
  // Not Python: a view with more or fewer dimensions has the hash of the bytes but equals none.
  if (view.ndim !== 1) throw new PyValueError('memoryview: keys are restricted to one dimension');
  if (!view.c_contiguous) return view.tobytes();
  const held = lease(view);
  endLease(held);
  return held;
}

function refuse(key: unknown, role: string): never {
  const type = typeName(key);
  // Not Python, where anything hashable can be a key.
  if (!isBytesLike(key)) throw new PyTypeError(`a bytes-like object is required, not '${type}'`);
  throw new PyTypeError(`cannot use '${type}' as a ${role} (unhashable type: '${type}')`);
}

/** Returns the key to keep: bytes themselves, or a copy of a view. */
export function keptKey(content: Content): Bytes {
  if (isContent(content) && content instanceof Bytes) return content;
  const start = content[START];
  return new Bytes(content[MEMORY].subarray(start, start + content[LENGTH]));
}
