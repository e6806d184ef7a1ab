import { PyLookupError, PyMemoryError } from '../exceptions/index.js';
import { LENGTH } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { ascii } from './ascii.js';
import { charmapCodec } from './charmap.js';
import type { Codec } from './codec.js';
import { isTooLong } from './host-text.js';
import { latin1 } from './latin-1.js';
import { checkName, resolveEncoding } from './names.js';
import { utf16, utf16be, utf16le } from './utf-16.js';
import { utf32, utf32be, utf32le } from './utf-32.js';
import { utf8, utf8Sig } from './utf-8.js';

const UNICODE_CODECS: ReadonlyMap<string, Codec> = new Map([
  ['ascii', ascii],
  ['latin_1', latin1],
  ['iso8859_1', latin1],
  ['utf_8', utf8],
  ['utf_8_sig', utf8Sig],
  ['utf_16', utf16],
  ['utf_16_le', utf16le],
  ['utf_16_be', utf16be],
  ['utf_32', utf32],
  ['utf_32_le', utf32le],
  ['utf_32_be', utf32be],
]);

/** Codecs by the names callers spelled, so that a name is normalised once. Bounded, because callers make names up. */
const found = new Map<string, Codec>();
const FOUND_LIMIT = 256;

/** The name that was used last, which most often is the next one, too. */
let lastName = '';
let lastCodec: Codec | undefined;

/** The codec of a name that has been used before. */
function knownCodec(encoding: string): Codec | undefined {
  if (encoding === lastName) return lastCodec;
  const codec = found.get(encoding);
  if (codec !== undefined) {
    lastName = encoding;
    lastCodec = codec;
  }
  return codec;
}

function findCodec(encoding: string, operation: 'decode' | 'encode'): Codec {
  const resolved = resolveEncoding(encoding);
  switch (resolved.kind) {
    case 'text': {
      const codec = UNICODE_CODECS.get(resolved.module) ?? charmapCodec(resolved.module);
      if (found.size >= FOUND_LIMIT) found.clear();
      found.set(encoding, codec);
      return codec;
    }
    case 'binary':
      throw new PyLookupError(
        `'${encoding}' is not a text encoding; use codecs.${operation}() to handle arbitrary codecs`,
      );
    case 'missing':
      // Not Python: CPython carries these.
      throw new PyLookupError(`encoding not carried by pybuffer: ${encoding}`);
    default:
      throw new PyLookupError(`unknown encoding: ${encoding}`);
  }
}

/**
 * `content.decode(encoding, errors)`. Nothing at all decodes to `''`, whatever the encoding is called.
 *
 * @param object what `UnicodeDecodeError.object` shall be: a `Bytes`, or a function that makes one of the content it is
 *   given, called only when there is an error (utf-8-sig gives it what follows the mark, as CPython does)
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyLookupError `'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs`
 * @throws PyLookupError `unknown error handler name 'nope'`, only when there is an error to handle
 * @throws PyUnicodeDecodeError `'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`
 * @throws PyMemoryError when the platform cannot hold so long a string
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_Decode`
 */
export function decode(content: Content, encoding: string, errors: string, object: unknown): string {
  const codec = knownCodec(encoding);
  if (codec === undefined) checkName(encoding);
  if (errors !== 'strict') checkName(errors);
  if (content[LENGTH] === 0) return '';
  try {
    return (codec ?? findCodec(encoding, 'decode')).decode(content, errors, object);
  } catch (error) {
    throw isTooLong(error) ? new PyMemoryError() : error;
  }
}

/**
 * `text.encode(encoding, errors)`, in memory that nobody else writes.
 *
 * @throws PyLookupError as {@link decode}
 * @throws PyUnicodeEncodeError `'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)`
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_AsEncodedString`
 */
export function encode(text: string, encoding: string, errors: string): Range {
  const codec = knownCodec(encoding);
  if (codec === undefined) checkName(encoding);
  if (errors !== 'strict') checkName(errors);
  return (codec ?? findCodec(encoding, 'encode')).encode(text, errors);
}
