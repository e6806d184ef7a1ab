/**
 * `decode` and `encode` by the name of an encoding, for `bytes`, companions and the runtime. It assumes that
 * names are strings.
 */
import { PyMemoryError } from '../exceptions/index.js';
import type { PyUnicodeDecodeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { isTooLong } from './host-text.js';
import { checkName } from './names.js';
import { notedByMethod } from './notes.js';
import { findCodec, knownCodec } from './registry.js';
import { ALWAYS_FITS, checkDecodedLength } from './text-length.js';
import { textOrError } from './utf-8.js';

/** The text of this many bytes fits on every platform, unless a registered handler `strict` lengthens it. */
const SHORT_TEXT = 65536;

/**
 * `content.decode(encoding, errors)`. Empty content decodes to `''`, whatever the name of the encoding.
 *
 * @param object the value of `UnicodeDecodeError.object`: a `Bytes`, or a function that makes one from the
 *   faulty content and is called only for an error (utf-8-sig passes what follows the mark, as CPython does)
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyLookupError `'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs`
 * @throws PyLookupError `unknown error handler name 'nope'`, only if there is an error to handle
 * @throws PyUnicodeDecodeError `'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`
 * @throws PyMemoryError if the platform cannot hold such a long string
 * @throws PyBufferError if the memory is lost
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_Decode`
 */
export function decode(content: Content, encoding: string, errors: string, object: unknown): string {
  const codec = knownCodec(encoding);
  if (codec === undefined) checkName(encoding);
  if (errors !== 'strict') checkName(errors);
  const length = content[LENGTH];
  if (length === 0) return '';
  const chosen = codec ?? findCodec(encoding, 'decode');
  // A text that would certainly be too long is refused first.
  if (length <= ALWAYS_FITS) intact(content[MEMORY], content[START] + length);
  // Not in a `try`: these errors get no note, and throwing an error again takes as long as throwing it.
  if (encoding === 'utf-8' && errors === 'strict' && length <= SHORT_TEXT) {
    return chosen.decode(content, errors, object);
  }
  try {
    if (length > ALWAYS_FITS) {
      checkDecodedLength(chosen, content, errors);
      intact(content[MEMORY], content[START] + length);
    }
    return chosen.decode(content, errors, object);
  } catch (error) {
    const mayBeLong = errors !== 'strict' || length > SHORT_TEXT;
    const raised = mayBeLong && isTooLong(error) ? new PyMemoryError() : error;
    throw chosen.addsNotes === true ? raised : notedByMethod(raised, 'decode', encoding);
  }
}

/**
 * `content.decode()` of up to {@link SHORT_TEXT} bytes, for a caller that raises an exception of its own: it returns
 * the error, because V8 takes longer to throw one than to make it. Null for longer content.
 *
 * @param object as for {@link decode}
 * @throws PyBufferError if the memory is lost
 */
export function decodeShort(content: Content, object: unknown): string | PyUnicodeDecodeError | null {
  const length = content[LENGTH];
  if (length > SHORT_TEXT) return null;
  intact(content[MEMORY], content[START] + length);
  return textOrError(content, 'strict', object);
}

/**
 * `text.encode(encoding, errors)`. The caller owns the result's memory.
 *
 * @throws PyLookupError as {@link decode}
 * @throws PyUnicodeEncodeError
 *   `'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)`
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_AsEncodedString`
 */
export function encode(text: string, encoding: string, errors: string): Range {
  const codec = knownCodec(encoding);
  if (codec === undefined) checkName(encoding);
  if (errors !== 'strict') checkName(errors);
  const chosen = codec ?? findCodec(encoding, 'encode');
  try {
    return chosen.encode(text, errors);
  } catch (error) {
    throw chosen.addsNotes === true ? error : notedByMethod(error, 'encode', encoding);
  }
}
