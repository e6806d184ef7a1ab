/**
 * Puts the methods of `text-methods.ts` and `part-methods.ts` on the prototype of `BytesBase`, for `bytes`
 * and `bytearray` alike, and registers `hash()` and `maketrans`. Imported for its effect by the entries that
 * have them: `pybuffer`, `pybuffer/runtime`, `pybuffer/methods`.
 */
import { hashBytes, registerHash } from '../algorithms/index.js';
import type { Offsets } from '../memory/index.js';
import { BytesBase } from './bytes-base.js';
import { registerMaketrans } from './maketrans-registry.js';
import { maketransOf } from './maketrans.js';
import { PARTS } from './hooks.js';
import type { BytesSelf } from './hooks.js';
import { PartMethods } from './part-methods.js';
import { piecesOf } from './pieces.js';
import { TextMethods } from './text-methods.js';

for (const { prototype } of [TextMethods, PartMethods]) {
  const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(prototype);
  Object.defineProperties(BytesBase.prototype, methods);
}
Object.defineProperty(BytesBase.prototype, PARTS, {
  value(this: BytesSelf<unknown>, bounds: Offsets): unknown[] {
    return piecesOf(this, bounds);
  },
});
registerHash(hashBytes);
registerMaketrans(maketransOf);
