/**
 * CPython's algorithms on plain memory, for runtimes with their own bytes: pure functions on
 * `(memory, start, end)` that return positions, text, numbers, or a `Range` of new memory, which is
 * `[MEMORY]` from `[START]` on, `[LENGTH]` bytes long.
 */
export { capitalize, lower, swapcase, title, upper } from './algorithms/case.js';
export {
  isalnum,
  isalpha,
  isascii,
  isdigit,
  islower,
  isspace,
  istitle,
  isupper,
} from './algorithms/classify.js';
export { compare, equal } from './algorithms/compare.js';
export { hashBytes, siphash13 } from './algorithms/hash.js';
export { fromHexBytes, fromHexText, hex } from './algorithms/hex.js';
export { join } from './algorithms/join.js';
export { expandtabs, pad, zfill } from './algorithms/pad.js';
export { places } from './algorithms/places.js';
export { repeat } from './algorithms/repeat.js';
export { replace } from './algorithms/replace.js';
export { repr } from './algorithms/repr.js';
export { count, countByte, find, findByte, rfind, rfindByte } from './algorithms/search.js';
export { rsplit, rsplitWhitespace, split, splitWhitespace, splitlines } from './algorithms/split.js';
export { skipSet, skipSetBack, skipSpace, skipSpaceBack } from './algorithms/strip.js';
export { maketrans, translate, translateDelete } from './algorithms/translate.js';
export { LENGTH, MEMORY, Range, START } from './memory/index.js';
