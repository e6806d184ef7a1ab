/** The codec `undefined`, which refuses everything. `all.ts` registers it. */
import type { Codec } from './codec.js';
import { plainUnicodeError } from './plain-error.js';

/** CPython: Lib/encodings/undefined.py. */
export const undefinedCodec: Codec = {
  decode: refuse,
  encode: refuse,
};

function refuse(): never {
  throw plainUnicodeError('undefined encoding');
}
