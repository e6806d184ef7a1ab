/**
 * A storage as a separate object, for the types that keep it in a field: `array.array` and `BytesIO`. A
 * bytearray is its own storage, which saves one object each.
 */
import { EMPTY, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Exports } from '../protocol/index.js';
import { LIMIT, LOCK, REFUSAL, WRITABLE } from './storage.js';
import type { Storage } from './storage.js';

export class OwnStorage implements Storage {
  [MEMORY]: Uint8Array = EMPTY[MEMORY];
  [START] = 0;
  [LENGTH] = 0;
  [LIMIT] = -1;
  [WRITABLE] = 0;
  [LOCK]: Exports | null = null;
  readonly [REFUSAL]: string;

  /** @param refusal the text of the error when a resize fails because of exports */
  constructor(refusal: string) {
    this[REFUSAL] = refusal;
  }
}
