/**
 * The functions through which the algorithms call the kernels, in one object that is registered with the
 * kernels.
 */
import * as base64 from './simd-base64.js';
import * as change from './simd-change.js';
import * as examine from './simd-examine.js';
import { siphash } from './simd-hash.js';
import * as search from './simd-search.js';
import * as split from './simd-split.js';
import * as text from './simd-text.js';
import { textOfUtf8 } from './simd-unicode.js';

// Each function is listed by name, because V8 treats a namespace object that is passed around as a
// dictionary, which costs 5 ns a call.
export const glue = {
  toBase64: base64.toBase64,
  fromBase64: base64.fromBase64,
  wrap: base64.wrap,
  adler32: base64.adler32,
  lower: change.lower,
  upper: change.upper,
  swapcase: change.swapcase,
  title: change.title,
  translate: change.translate,
  squeeze: change.squeeze,
  expandedLength: change.expandedLength,
  expandtabs: change.expandtabs,
  gather: change.gather,
  scatter: change.scatter,
  exchange: change.exchange,
  reverse: change.reverse,
  replace: change.replace,
  isAscii: examine.isAscii,
  every: examine.every,
  someWithout: examine.someWithout,
  isTitle: examine.isTitle,
  siphash,
  countByte: search.countByte,
  find: search.find,
  rfind: search.rfind,
  count: search.count,
  places: search.places,
  positions: split.positions,
  words: split.words,
  /** Whether the kernels can make strings on this platform, and read them. */
  writesText: text.writesText,
  readsText: text.readsText,
  hex: text.hex,
  hexInto: text.hexInto,
  hexGroups: text.hexGroups,
  repr: text.repr,
  fromHex: text.fromHex,
  fromHexBytes: text.fromHexBytes,
  textOfUtf8,
};

export type Glue = typeof glue;
