/** Acquires the bytes of an argument for the duration of a call. Every function that takes bytes uses it. */
import { PyTypeError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START, intact } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { isPlainContent } from '../../protocol/index.js';
import { hold, letGo } from '../../bytes/hold.js';

/**
 * Runs a function on the bytes of a bytes-like object, which nobody can resize meanwhile. A function that
 * converts other arguments must check again that the memory is `intact`, because JavaScript can take it away.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 * @throws PyBufferError if the memory is lost
 */
export function withBytes<T>(value: unknown, run: (memory: Uint8Array, start: number, end: number) => T): T {
  return within(held(value), run);
}

/**
 * The same for a function that runs no user code, so bytes and bytearrays need not be held: that takes longer
 * than the work on a few bytes.
 */
export function readBytes<T>(value: unknown, run: (memory: Uint8Array, start: number, end: number) => T): T {
  if (!isPlainContent(value)) return withBytes(value, run);
  const start = value[START];
  const end = start + value[LENGTH];
  return run(intact(value[MEMORY], end), start, end);
}

/**
 * Acquires the bytes of a bytes-like object. The caller passes them to {@link within}.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 */
export function held(value: unknown): Content {
  if (value === null || value === undefined)
    throw new PyTypeError("a bytes-like object is required, not 'NoneType'");
  return hold(value);
}

/**
 * Runs a function on bytes that {@link held} has returned, and releases them.
 *
 * @throws PyBufferError if the memory is lost
 */
export function within<T>(content: Content, run: (memory: Uint8Array, start: number, end: number) => T): T {
  try {
    const start = content[START];
    const end = start + content[LENGTH];
    return run(intact(content[MEMORY], end), start, end);
  } finally {
    letGo(content);
  }
}
