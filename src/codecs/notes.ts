/**
 * The notes that Python adds to exceptions of codecs. `convert.ts` and `companions/codecs` catch the
 * exceptions; this file imports only the exceptions and the rule for names.
 */
import { PyException } from '../exceptions/index.js';
import { normalizeEncoding } from './names.js';

/** What a codec was doing. */
export type Operation = 'decode' | 'encode';

/**
 * Encodings that `bytes.decode` and `str.encode` of CPython convert without a codec object, by their
 * normalized names. Other names of the same encodings, `cp367` or `u8`, go through the registry, and their
 * errors get a note.
 */
const DIRECT = /^(utf_?(8|16|32)|(us_)?ascii|latin_?1|iso_?8859_1)$/;

/**
 * Adds the note to an exception that a codec raised.
 *
 * @param error the exception; errors that are not Python's are returned unchanged
 * @param encoding the name as the caller spelled it
 * @returns the same exception, to be thrown again
 *
 * CPython: Python/codecs.c `_PyCodec_EncodeInternal`, `_PyCodec_DecodeInternal`
 */
export function noted(error: unknown, operation: Operation, encoding: string): unknown {
  if (error instanceof PyException)
    error.add_note(`${operation.slice(0, -1)}ing with '${encoding}' codec failed`);
  return error;
}

/**
 * Like {@link noted}, for methods of text and bytes.
 *
 * CPython: Objects/unicodeobject.c `PyUnicode_Decode`, `PyUnicode_AsEncodedString`
 */
export function notedByMethod(error: unknown, operation: Operation, encoding: string): unknown {
  return DIRECT.test(normalizeEncoding(encoding)) ? error : noted(error, operation, encoding);
}
