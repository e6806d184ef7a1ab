/**
 * What `struct` has to know about the type that stands for `bytes`: `Bytes` in `pybuffer/struct`, `Uint8Array` in
 * `pybuffer/struct-uint8array`. Everything else is the same for both.
 */
import type { Content, Range } from '../../memory/index.js';

export interface ByteType<B> {
  /** Memory for a result of so many bytes; their values are arbitrary. */
  allocate(size: number): Range;
  /** The result itself: memory that {@link allocate} returned and nobody else holds. */
  wrap(range: Range): B;
  /** A copy of `memory[start .. end)`. */
  copy(memory: Uint8Array, start: number, end: number): B;
  /** The content of a value of the type itself, which `c` and formats take; null for all others. */
  exact(value: unknown): Content | null;
  /** The content of whatever `s` and `p` take; null for all others. */
  content(value: unknown): Content | null;
}
