/**
 * The repr of bytes: a literal whose quote depends on its content, as CPython chooses it. `repr` and `str` of
 * bytes call it.
 */
import { kernels } from '../accelerate/load.js';
import { PyMemoryError } from '../exceptions/index.js';
import { allocateOwn, makeView } from '../memory/index.js';
import { findByte } from './search.js';
import { asciiText, checkTextLength } from './text.js';

/** How each byte is written inside `'...'`; a single quote is escaped there. */
const escapes: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x27) return "\\'";
  if (byte === 0x5c) return '\\\\';
  if (byte === 0x09) return '\\t';
  if (byte === 0x0a) return '\\n';
  if (byte === 0x0d) return '\\r';
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
});

/** The same as words of four ASCII bytes, the first one lowest, and how many of the four are used. */
const words: Int32Array = Int32Array.from(escapes, (text) => {
  let word = 0;
  for (let i = 0; i < text.length; i++) word |= text.charCodeAt(i) << (8 * i);
  return word;
});
const widths: Uint8Array = Uint8Array.from(escapes, (text) => text.length);

/** Up to this many bytes, concatenating strings is faster than a kernel. */
const SHORT = 8;
/** Up to this many bytes, concatenating strings is faster than filling memory. */
const SHORT_PLAIN = 16;
/** The number of bytes to escape at a time, so that their memory stays in the cache. */
const PIECE = 16384;

/**
 * Returns `b'...'` as Python prints it: in double quotes if the content has single but no double quotes,
 * otherwise in single quotes.
 *
 * @throws PyMemoryError when the platform has no string of that length
 *
 * CPython: Objects/bytesobject.c `PyBytes_Repr`
 */
export function repr(m: Uint8Array, s: number, e: number): string {
  // Each byte becomes at least one character.
  checkTextLength(e - s + 3);
  const bare = findByte(m, s, e, 0x27) >= 0 && findByte(m, s, e, 0x22) < 0;
  try {
    if (e - s > SHORT) {
      const k = kernels(e - s);
      if (k !== null && k.glue.writesText) return k.glue.repr(k, m, s, e, bare ? 0x22 : 0x27);
    }
    const quote = bare ? '"' : "'";
    return `b${quote}${body(m, s, e, bare)}${quote}`;
  } catch {
    throw new PyMemoryError();
  }
}

/** The text between the quotes; single quotes in it are bare or escaped. */
function body(m: Uint8Array, s: number, e: number, bareQuotes: boolean): string {
  let text = '';
  if (e - s <= SHORT_PLAIN) {
    const quote = bareQuotes ? "'" : escapes[0x27]!;
    for (; s < e; s++) text += m[s] === 0x27 ? quote : escapes[m[s]!]!;
    return text;
  }
  const room = allocateOwn(4 * Math.min(PIECE, e - s));
  const view = makeView(room);
  for (; s < e; s += PIECE) {
    text += asciiText(room, 0, escapeInto(m, s, Math.min(e, s + PIECE), view, bareQuotes));
  }
  return text;
}

/** Writes escapes as whole words, each over the unused end of the previous one. Returns the end. */
function escapeInto(m: Uint8Array, s: number, e: number, view: DataView, bareQuotes: boolean): number {
  const wordOf = words;
  const widthOf = widths;
  let at = 0;
  for (; s < e; s++) {
    const c = m[s]!;
    if (c === 0x27 && bareQuotes) {
      view.setUint8(at++, c);
    } else {
      view.setInt32(at, wordOf[c]!, true);
      at += widthOf[c]!;
    }
  }
  return at;
}
