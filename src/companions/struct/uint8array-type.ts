/**
 * `Uint8Array` as the type of bytes. Each result has its own memory, because its `buffer` is public; `s` and
 * `p` accept every contiguous buffer.
 */
import { MEMORY, Range } from '../../memory/index.js';
import { contentOf, hostBytes, isHostBuffer } from '../../protocol/index.js';
import type { ByteType } from './byte-type.js';

export const UINT8ARRAY: ByteType<Uint8Array<ArrayBuffer>> = {
  allocate: (size) => new Range(new Uint8Array(size), 0, size),
  wrap: (range) => range[MEMORY] as Uint8Array<ArrayBuffer>,
  copy: (memory, start, end) => new Uint8Array(memory.subarray(start, end)),
  exact: (value) => (value instanceof Uint8Array ? wholeOf(hostBytes(value)) : null),
  content: (value) => contentOf(value) ?? (isHostBuffer(value) ? wholeOf(hostBytes(value)) : null),
};

function wholeOf(memory: Uint8Array): Range {
  return new Range(memory, 0, memory.length);
}
