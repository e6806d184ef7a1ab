/**
 * Refuses contents whose text would certainly be too long for the platform. `decode` in `convert.ts` calls it
 * before it decodes anything.
 */
import { checkTextLength } from '../algorithms/text.js';
import { PyUnicodeDecodeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import type { Codec } from './codec.js';

/** Fewer bytes than this always become a string that every platform has. */
export const ALWAYS_FITS = 2 ** 29 - 25;

/** The number of bytes to decode first, to find a fault at the start, which CPython would raise. */
const PREFIX = 1024;

/** The handlers that replace each faulty byte, or sequence of at most three bytes, by at least one unit. */
const KEEPING: ReadonlySet<string> = new Set(['strict', 'replace', 'backslashreplace', 'surrogateescape']);

/**
 * @throws PyMemoryError if the text is certainly too long
 */
export function checkDecodedLength(codec: Codec, content: Content, errors: string): void {
  const { bytesPerUnit } = codec;
  if (bytesPerUnit === undefined || !KEEPING.has(errors)) return;
  if (!beginsWithFault(codec, content, errors)) {
    checkTextLength(Math.floor(content[LENGTH] / bytesPerUnit));
  }
}

function beginsWithFault(codec: Codec, content: Content, errors: string): boolean {
  if (errors !== 'strict') return false;
  try {
    codec.decode(new Range(content[MEMORY], content[START], PREFIX), errors, content);
    return false;
  } catch (error) {
    // The last character of the prefix may be cut in two.
    return error instanceof PyUnicodeDecodeError && error.start < PREFIX - 4;
  }
}
