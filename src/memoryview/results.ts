/** Makes the `Bytes` that views return. No other file of this room knows how they are made. */
import { bytesOf } from '../bytes/index.js';
import type { Bytes } from '../bytes/index.js';
import { MEMORY } from '../memory/index.js';
import { brandOf } from '../python/index.js';

export { bytesOfRange } from '../bytes/index.js';

/** Whether a value is `bytes` or an instance of a subclass. CPython: `PyBytes_Check`. */
export function isBytes(value: unknown): value is Bytes {
  return brandOf(value) === 'bytes' && (value as Bytes)[MEMORY] !== undefined;
}

const byte = new Uint8Array(1);

/** One item of format `c`. */
export function byteItem(value: number): Bytes {
  byte[0] = value;
  // Single bytes are shared values, so this reads the byte and keeps nothing.
  return bytesOf(byte, 0, 1);
}
