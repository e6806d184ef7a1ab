/** Distinguishes bytes from other objects, for errors and error handlers. */
import type { Content } from '../memory/index.js';
import { isContent } from '../protocol/index.js';

/** Whether a value is bytes; a bytearray is not. CPython: `PyBytes_Check`. */
export function isBytes(value: unknown): value is Content {
  return isContent(value) && (value as { kind?: unknown }).kind !== 'bytearray';
}
