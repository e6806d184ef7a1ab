/**
 * How a structure goes into a stream and out of it with no object between them. It assumes nothing about either: `BytesIO` has
 * these methods, `Struct` calls them where a stream has them and `read` and `write` elsewhere.
 */
import type { Bytes } from '../../bytes/index.js';
import { PyAttributeError } from '../../exceptions/index.js';
import type { Range } from '../../memory/index.js';
import { typeName } from '../../python/index.js';

/** `(size) => Range | null`: what `read(size)` would return, in the stream's own memory; good until the next write. */
export const READ_IN_PLACE: unique symbol = Symbol('pybuffer.readInPlace');
/** `(range) => number | null`: what `write` does with bytes. */
export const WRITE_RANGE: unique symbol = Symbol('pybuffer.writeRange');

/** A stream that may have them. They return null where a derived class has a `read` or `write` of its own. */
export interface DirectStream {
  [READ_IN_PLACE]?(size: number): Range | null;
  [WRITE_RANGE]?(range: Range): number | null;
}

/** What `struct` and `array` read from: anything whose `read` returns bytes. */
export interface Reader {
  /** Returns at most `size` bytes. */
  read(size: number): unknown;
}

/** What `struct` and `array` write to: anything with `write`. */
export interface Writer<B = Bytes> {
  /** Takes the next bytes. */
  write(data: B): unknown;
}

/**
 * A method of a caller's stream, bound to it.
 *
 * @throws PyAttributeError `'int' object has no attribute 'read'`
 */
export function methodOf(value: unknown, name: string): (argument: unknown) => unknown {
  const method: unknown = (value as Record<string, unknown> | null | undefined)?.[name];
  if (typeof method !== 'function') {
    throw new PyAttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
  }
  return (argument) => method.call(value, argument) as unknown;
}
