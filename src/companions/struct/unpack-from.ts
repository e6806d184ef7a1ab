/** The arguments of `unpack_from`, in order or by name, for the method of `Struct` and for the functions. */
import { PyTypeError } from '../../exceptions/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { bindOptions, isOptions, isOptionsNotOurs } from '../../python/index.js';
import type { IntLike } from '../../python/index.js';

/** `buffer` and `offset` of `unpack_from`, by name. */
export interface UnpackFromOptions {
  /** The buffer to read from. */
  buffer?: BytesLike;
  /** Where to read, in bytes; a negative offset counts from the end; 0 by default. */
  offset?: IntLike;
}

/** Whether the arguments are the buffer and perhaps an offset, as they nearly always are. */
export function isInOrder(buffer: unknown, offset: unknown): boolean {
  if (typeof offset === 'number') return buffer !== undefined;
  return buffer !== undefined && !isOptions(offset) && !isOptionsNotOurs(buffer);
}

/**
 * The arguments of the function in order: the format, the buffer, and the offset if there is one.
 *
 * @throws PyTypeError `unpack_from() takes at most 3 arguments (4 given)`, `unpack_from() missing required argument
 *   'buffer' (pos 2)`
 */
export function inOrder(args: ArrayLike<unknown>): readonly unknown[] {
  const given = args.length;
  if (given === 0) throw new PyTypeError('unpack_from() takes at least 1 positional argument (0 given)');
  const options = args[given - 1];
  const isNamed = isOptions(options);
  if (isNamed && given === 2 && lacksBuffer(options, 2)) throw noBuffer(2);
  const bound = isNamed
    ? bindOptions('unpack_from', ['format', 'buffer', 'offset'], Array.from(args), 1)
    : Array.from(args);
  if (bound.length > 3) throw new PyTypeError(`unpack_from() takes at most 3 arguments (${given} given)`);
  if (bound[1] === undefined) throw noBuffer(2);
  return bound;
}

/** Whether C misses the buffer: it does so before it looks at the names, but after it has counted them. */
export function lacksBuffer(options: Readonly<Record<string, unknown>>, most: number): boolean {
  return options['buffer'] === undefined && Object.keys(options).length <= most;
}

/** @param place of the buffer among the parameters, from 1 */
export function noBuffer(place: number): PyTypeError {
  return new PyTypeError(`unpack_from() missing required argument 'buffer' (pos ${place})`);
}
