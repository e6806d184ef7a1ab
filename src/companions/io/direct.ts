/**
 * Moves a structure into a stream and out of it without an intermediate object. `BytesIO` has these methods;
 * `Struct` calls them if a stream has them, otherwise `read` and `write`.
 */
import type { Bytes } from '../../bytes/index.js';
import { PyAttributeError } from '../../exceptions/index.js';
import type { Range } from '../../memory/index.js';
import { isValue, typeName } from '../../python/index.js';

/**
 * `(size) => Range | null`: the result of `read(size)` in the stream's own memory, valid until the next
 * write.
 */
export const READ_IN_PLACE: unique symbol = Symbol('pybuffer.readInPlace');
/** `(range) => number | null`: does what `write` does with bytes. */
export const WRITE_RANGE: unique symbol = Symbol('pybuffer.writeRange');

/**
 * A stream that may have these methods. They return null if a derived class has its own `read` or `write`.
 */
export interface DirectStream {
  [READ_IN_PLACE]?(size: number): Range | null;
  [WRITE_RANGE]?(range: Range): number | null;
}

/** The streams that `struct` and `array` read: anything whose `read` returns bytes. */
export interface Reader {
  /** Returns at most `size` bytes. */
  read(size: number): unknown;
}

/** The streams that `struct` and `array` write: anything with `write`. */
export interface Writer<B = Bytes> {
  /** Writes the next bytes. */
  write(data: B): unknown;
}

/**
 * A method of a user's stream, bound to it.
 *
 * @throws PyAttributeError `'int' object has no attribute 'read'`
 */
export function methodOf(value: unknown, name: string): (argument: unknown) => unknown {
  const method: unknown = (value as Record<string, unknown> | null | undefined)?.[name];
  // `Struct.write` is ours, not Python's.
  if (typeof method !== 'function' || isValue(value, 'Struct')) {
    throw new PyAttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
  }
  return (argument) => method.call(value, argument) as unknown;
}
