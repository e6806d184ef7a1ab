/**
 * What `struct` needs to know about the type that represents `bytes`: `Bytes` in `pybuffer/struct`,
 * `Uint8Array` in `pybuffer/struct-uint8array`. Everything else is the same for both.
 */
import type { Content, Range } from '../../memory/index.js';

export interface ByteType<B> {
  /** Returns memory for a result of this many bytes, with arbitrary content. */
  allocate(size: number): Range;
  /** Makes the result from memory that {@link allocate} returned and nothing else holds. */
  wrap(range: Range): B;
  /** Returns a copy of `memory[start .. end)`. */
  copy(memory: Uint8Array, start: number, end: number): B;
  /** The content of a value of the type itself, which `c` and formats accept; null for all other values. */
  exact(value: unknown): Content | null;
  /** The content of any value that `s` and `p` accept; null for all other values. */
  content(value: unknown): Content | null;
}
