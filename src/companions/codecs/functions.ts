/**
 * The functions of Python's module `codecs` that find a codec by its name and use it. The entry
 * `pybuffer/codecs` exports them.
 */
import { Bytes } from '../../bytes/index.js';
import { PyLookupError, PyRuntimeError, PyStopIteration, PyTypeError } from '../../exceptions/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { bindOptions, isOptions, iterate, takesNamed } from '../../python/index.js';
import { asName } from '../../codecs/index.js';
import { converted, lookup, withNote } from './info.js';
import type { Convert } from './info.js';
import type { IncrementalDecoder, IncrementalEncoder } from './incremental.js';
import { StreamRecoder } from './streams.js';
import type { ByteStream, ReaderClass, WriterClass } from './streams.js';

/** Keywords of {@link encode} and {@link decode}. */
export interface NamesOfCodec {
  /** Name of the codec, `'utf-8'` by default. */
  encoding?: string;
  /** Name of the error handler, `'strict'` by default. */
  errors?: string;
}

/**
 * Encodes a value with any codec, even one that does not convert text to bytes.
 *
 * @param value what the codec encodes, usually a text
 * @param encoding `'utf-8'` by default
 * @param errors name of the error handler, `'strict'` by default
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyTypeError `encode() argument 'errors' must be str, not int`
 *
 * @example
 * ```ts
 * encode('é', 'latin-1') // b'\xe9'
 * encode('abc', 'rot13') // 'nop'
 * encode(b`hello`, 'base64') // b'aGVsbG8=\n'
 * ```
 *
 * CPython: Python/codecs.c `PyCodec_Encode`
 */
export function encode(value: string, encoding?: string, errors?: string): Bytes;
export function encode(value: unknown, encoding?: string, errors?: string): unknown;
export function encode(value: string, options: NamesOfCodec): Bytes;
export function encode(value: unknown, options: NamesOfCodec): unknown;
export function encode(value: unknown, ...args: unknown[]): unknown {
  const [encoding, errors] = namesOf('encode', value, args);
  const info = lookup(encoding);
  const result = withNote('encode', encoding, () => info.encode(value as string, errors));
  return converted(result, 'encoder must return a tuple (object, integer)');
}

/**
 * Decodes a value with any codec, even one that does not convert bytes to text.
 *
 * @param value what the codec decodes, usually bytes
 * @param encoding `'utf-8'` by default
 * @param errors name of the error handler, `'strict'` by default
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyTypeError `decode() argument 'errors' must be str, not int`
 * @throws PyValueError `embedded null character`
 *
 * CPython: Python/codecs.c `PyCodec_Decode`
 */
export function decode(value: BytesLike, encoding?: string, errors?: string): string;
export function decode(value: unknown, encoding?: string, errors?: string): unknown;
export function decode(value: BytesLike, options: NamesOfCodec): string;
export function decode(value: unknown, options: NamesOfCodec): unknown;
export function decode(value: unknown, ...args: unknown[]): unknown {
  const [encoding, errors] = namesOf('decode', value, args);
  const info = lookup(encoding);
  const result = withNote('decode', encoding, () => info.decode(value as Bytes, errors));
  return converted(result, 'decoder must return a tuple (object,integer)');
}

const PARAMETERS = ['obj', 'encoding', 'errors'];

/** The arguments of {@link encode} and {@link decode} after the value. */
function namesOf(
  method: 'decode' | 'encode',
  value: unknown,
  args: readonly unknown[],
): [encoding: string, errors: string] {
  const given = [value, ...args];
  const isNamed = args.length > 0 && isOptions(args[args.length - 1]);
  if (!isNamed && given.length > PARAMETERS.length)
    throw new PyTypeError(`${method}() takes at most ${PARAMETERS.length} arguments (${given.length} given)`);
  const [obj, encoding = 'utf-8', errors = 'strict'] = isNamed
    ? bindOptions(method, PARAMETERS, given)
    : given;
  if (obj === undefined) throw new PyTypeError(`${method}() missing required argument 'obj' (pos 1)`);
  asName(method, 'encoding', encoding);
  asName(method, 'errors', errors);
  return [encoding as string, errors as string];
}

const ENCODING = ['encoding'];

/**
 * Returns a codec's function that encodes.
 *
 * @throws PyLookupError `unknown encoding: nope`
 *
 * CPython: Lib/codecs.py `getencoder`
 */
export function getencoder(encoding: string): Convert<string, Bytes> {
  takesNamed('getencoder', ENCODING, arguments.length);
  return lookup(encoding).encode;
}

/**
 * Returns a codec's function that decodes.
 *
 * @throws PyLookupError `unknown encoding: nope`
 *
 * CPython: Lib/codecs.py `getdecoder`
 */
export function getdecoder(encoding: string): Convert<Bytes, string> {
  takesNamed('getdecoder', ENCODING, arguments.length);
  return lookup(encoding).decode;
}

/**
 * Returns the class of a codec's incremental encoders.
 *
 * @throws PyLookupError `unknown encoding: nope`, or only the name if the codec has none
 *
 * CPython: Lib/codecs.py `getincrementalencoder`
 */
export function getincrementalencoder(encoding: string): typeof IncrementalEncoder {
  takesNamed('getincrementalencoder', ENCODING, arguments.length);
  const encoder = lookup(encoding).incrementalencoder;
  if (encoder === undefined) throw new PyLookupError(encoding);
  return encoder;
}

/**
 * Returns the class of a codec's incremental decoders.
 *
 * @throws PyLookupError `unknown encoding: nope`, or only the name if the codec has none
 *
 * CPython: Lib/codecs.py `getincrementaldecoder`
 */
export function getincrementaldecoder(encoding: string): typeof IncrementalDecoder {
  takesNamed('getincrementaldecoder', ENCODING, arguments.length);
  const decoder = lookup(encoding).incrementaldecoder;
  if (decoder === undefined) throw new PyLookupError(encoding);
  return decoder;
}

/**
 * Encodes texts one after another and skips empty results.
 *
 * @throws PyLookupError as {@link getincrementalencoder}
 *
 * CPython: Lib/codecs.py `iterencode`
 */
export function iterencode(texts: Iterable<string>, encoding: string, errors = 'strict'): Generator<Bytes> {
  takesNamed('iterencode', ITERATED, arguments.length, 1);
  return encoded(texts, encoding, errors);
}

const ITERATED = ['iterator', 'encoding', 'errors'];

function* encoded(texts: Iterable<string>, encoding: string, errors: string): Generator<Bytes> {
  const encoder = new (getincrementalencoder(encoding))(errors);
  for (const text of itemsOf(texts)) {
    const bytes = withoutStop(() => encoder.encode(text));
    if (bytes.length > 0) yield bytes;
  }
  const last = withoutStop(() => encoder.encode('', true));
  if (last.length > 0) yield last;
}

/**
 * Decodes pieces of bytes one after another and skips empty results.
 *
 * @throws PyLookupError as {@link getincrementaldecoder}
 *
 * @example
 * ```ts
 * [...iterdecode([b`\xe2`, b`\x82\xac`], 'utf-8')] // ['€']
 * ```
 *
 * CPython: Lib/codecs.py `iterdecode`
 */
export function iterdecode(
  pieces: Iterable<BytesLike>,
  encoding: string,
  errors = 'strict',
): Generator<string> {
  takesNamed('iterdecode', ITERATED, arguments.length, 1);
  return decoded(pieces, encoding, errors);
}

function* decoded(pieces: Iterable<BytesLike>, encoding: string, errors: string): Generator<string> {
  const decoder = new (getincrementaldecoder(encoding))(errors);
  for (const piece of itemsOf(pieces)) {
    const text = withoutStop(() => decoder.decode(piece));
    if (text !== '') yield text;
  }
  const last = withoutStop(() => decoder.decode(new Bytes(), true));
  if (last !== '') yield last;
}

/** The items of a source, iterated as in Python. */
function itemsOf<T>(source: Iterable<T>): Iterable<T> {
  return { [Symbol.iterator]: () => iterate(source) as Iterator<T> };
}

/**
 * Converts a StopIteration that an error handler raises, because it would end the generator.
 *
 * CPython: Objects/genobject.c `gen_send_ex2`
 */
function withoutStop<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PyStopIteration) throw new PyRuntimeError('generator raised StopIteration');
    throw error;
  }
}

/**
 * Returns the class of a codec's stream readers.
 *
 * @throws PyLookupError `unknown encoding: nope`, or only the name if the codec has none
 *
 * CPython: Lib/codecs.py `getreader`
 */
export function getreader(encoding: string): ReaderClass {
  takesNamed('getreader', ENCODING, arguments.length);
  const reader = lookup(encoding).streamreader;
  if (reader === undefined) throw new PyLookupError(encoding);
  return reader;
}

/**
 * Returns the class of a codec's stream writers.
 *
 * @throws PyLookupError `unknown encoding: nope`, or only the name if the codec has none
 *
 * CPython: Lib/codecs.py `getwriter`
 */
export function getwriter(encoding: string): WriterClass {
  takesNamed('getwriter', ENCODING, arguments.length);
  const writer = lookup(encoding).streamwriter;
  if (writer === undefined) throw new PyLookupError(encoding);
  return writer;
}

/**
 * Wraps a stream of bytes in one encoding as a stream in another.
 *
 * @param file the stream
 * @param data_encoding the encoding that callers read and write
 * @param file_encoding the encoding of the stream; `data_encoding` by default
 *
 * @example
 * ```ts
 * const file = new BytesIO();
 * EncodedFile(file, 'latin-1', 'utf-8').write(b`\xe9`);
 * file.getvalue() // b'\xc3\xa9'
 * ```
 *
 * CPython: Lib/codecs.py `EncodedFile`
 */
export function EncodedFile(
  file: ByteStream,
  data_encoding: string,
  file_encoding: string | null = null,
  errors = 'strict',
): StreamRecoder {
  takesNamed('EncodedFile', ['file', 'data_encoding', 'file_encoding', 'errors'], arguments.length, 2);
  const { encode, decode } = lookup(data_encoding);
  const encoding = file_encoding ?? data_encoding;
  return new StreamRecoder(file, encode, decode, getreader(encoding), getwriter(encoding), errors);
}
