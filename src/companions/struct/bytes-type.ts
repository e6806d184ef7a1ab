/** `Bytes` as the type of bytes: results share slabs, and `s` and `p` accept `Bytes` and `ByteArray`. */
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { LENGTH, MEMORY, START, allocate, copyRange } from '../../memory/index.js';
import { contentOf, contentOfBytes } from '../../protocol/index.js';
import type { ByteType } from './byte-type.js';

export const BYTES: ByteType<Bytes> = {
  allocate,
  wrap: (range) => bytesOf(range[MEMORY], range[START], range[LENGTH]),
  copy(memory, start, end) {
    const range = copyRange(memory, start, end);
    return bytesOf(range[MEMORY], range[START], end - start);
  },
  exact: contentOfBytes,
  content: contentOf,
};
