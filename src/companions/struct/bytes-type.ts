/** `Bytes` as the type of bytes: results share slabs, and `s` and `p` accept `Bytes` and `ByteArray`. */
import { bytesOf } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { LENGTH, MEMORY, START, allocate, copyRange } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import { contentOf, contentOfBytes } from '../../protocol/index.js';
import type { ByteType } from './byte-type.js';

function wrap(range: Range): Bytes {
  return bytesOf(range[MEMORY], range[START], range[LENGTH]);
}

export const BYTES: ByteType<Bytes> = {
  allocate,
  wrap,
  copy: (memory, start, end) => wrap(copyRange(memory, start, end)),
  exact: contentOfBytes,
  content: contentOf,
};
