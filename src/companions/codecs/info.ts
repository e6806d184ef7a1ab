/**
 * `CodecInfo`, Python's record of one codec, for built-in and registered codecs. The entries
 * `pybuffer/codecs` and `pybuffer` export it.
 */
import { lengthOf } from '../../bytes/arguments.js';
import { Bytes, bytesOf, bytesOfRange } from '../../bytes/index.js';
import { CJK_CODECS } from '../../codecs/aliases.generated.js';
import { checkName } from '../../codecs/index.js';
import type { Codec } from '../../codecs/codec.js';
import { noted } from '../../codecs/notes.js';
import {
  findCodec,
  isNonText,
  moduleOf,
  notText,
  registerSearch,
  unregisterSearch,
} from '../../codecs/registry.js';
import type { CodecSearch } from '../../codecs/registry.js';
import { utf8 } from '../../codecs/utf-8.js';
import { PyTypeError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START, copyContent } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { endLease } from '../../protocol/index.js';
import { argumentsOf } from './arguments.js';
import type { BytesLike } from '../../protocol/index.js';
import { VALUE_BRAND, brandOf, givenName, isValue, takesOne, tuple, typeName } from '../../python/index.js';
import { binaryDecoderOf, binaryEncoderOf, findBinaryCodec } from './binary-codec.js';
import type { BinaryCodec } from './binary-codec.js';
import {
  IncrementalDecoder,
  IncrementalEncoder,
  incrementalDecoderOf,
  incrementalEncoderOf,
} from './incremental.js';
import { behindMark } from './marked.js';
import { multibyteReaderOf, multibyteWriterOf, plainStreams, readerOf, writerOf } from './stream-classes.js';
import type { ReaderClass, WriterClass } from './streams.js';

/** Converts one whole value. Returns the result and how much of the value was consumed. */
export type Convert<From, To> = (input: From, errors?: string) => readonly [result: To, length: number];

/** The parts of a {@link CodecInfo}. */
export interface CodecParts {
  /** The codec's own name, shown in errors. */
  name: string;
  /** Encodes a whole text. */
  encode: Convert<string, Bytes>;
  /** Decodes whole bytes. */
  decode: Convert<Bytes, string>;
  /** Encodes a text that arrives piece by piece; none by default. */
  incrementalencoder?: typeof IncrementalEncoder;
  /** Decodes bytes that arrive piece by piece; none by default. */
  incrementaldecoder?: typeof IncrementalDecoder;
  /** Reads a stream of bytes; none by default. */
  streamreader?: ReaderClass;
  /** Writes a stream of bytes; none by default. */
  streamwriter?: WriterClass;
  /** Whether `bytes.decode` and `str.encode` may use it; true by default. CPython: `_is_text_encoding` */
  isTextEncoding?: boolean;
}

/**
 * Everything about one codec. CPython: Lib/codecs.py `CodecInfo`
 *
 * @example
 * ```ts
 * const rot = (text: string) => text.replace(/[a-z]/g, (c) => String.fromCharCode(((c.charCodeAt(0) - 84) % 26) + 97));
 * registerCodec((name) =>
 *   name === 'rot-ascii'
 *     ? new CodecInfo({
 *         name,
 *         encode: (text) => [new Bytes(rot(text), 'ascii'), text.length],
 *         decode: (bytes) => [rot(bytes.decode('ascii')), bytes.length],
 *       })
 *     : null,
 * );
 * new Bytes('hello', 'rot-ascii') // b'uryyb'
 * ```
 */
export class CodecInfo {
  /** The codec's own name: `'utf-8'`. */
  readonly name: string;
  /** Encodes a whole text. Returns the bytes and the number of characters. */
  readonly encode: Convert<string, Bytes>;
  /** Decodes whole bytes. Returns the text and the number of bytes. */
  readonly decode: Convert<Bytes, string>;
  /** The class that encodes piece by piece, if there is one. */
  readonly incrementalencoder: typeof IncrementalEncoder | undefined;
  /** The class that decodes piece by piece, if there is one. */
  readonly incrementaldecoder: typeof IncrementalDecoder | undefined;
  /** The class that reads streams, if there is one. */
  readonly streamreader: ReaderClass | undefined;
  /** The class that writes streams, if there is one. */
  readonly streamwriter: WriterClass | undefined;
  /** Whether `bytes.decode` and `str.encode` may use the codec. CPython: `_is_text_encoding` */
  readonly isTextEncoding: boolean;

  /** @internal */
  get [VALUE_BRAND](): 'CodecInfo' {
    return 'CodecInfo';
  }

  constructor(parts: CodecParts) {
    if (typeof parts !== 'object' || parts === null) {
      throw new PyTypeError(`CodecInfo() takes an object with the codec's parts, not ${typeName(parts)}`);
    }
    this.name = parts.name;
    this.encode = parts.encode;
    this.decode = parts.decode;
    this.incrementalencoder = parts.incrementalencoder;
    this.incrementaldecoder = parts.incrementaldecoder;
    this.streamreader = parts.streamreader;
    this.streamwriter = parts.streamwriter;
    this.isTextEncoding = parts.isTextEncoding ?? true;
  }
}

/**
 * Finds a codec by its name, in lower case and with hyphens for spaces; null if it knows none. Any result
 * other than a `CodecInfo` or null is a TypeError.
 */
export type SearchFunction = (name: string) => CodecInfo | null | undefined;

/** A registered codec in the form that the registry needs. */
interface UserCodec extends Codec {
  readonly info: CodecInfo;
}

/** @param encoding the name as the caller spelled it */
function userCodec(encoding: string, info: CodecInfo): UserCodec {
  return {
    info,
    addsNotes: true,
    decode(content, errors, object) {
      if (!info.isTextEncoding) throw notText(encoding, 'decode');
      const bytes =
        typeof object === 'function' ? (object as (content: Content) => unknown)(content) : object;
      const text: unknown = converted(
        withNote('decode', encoding, () => info.decode(bytes as Bytes, errors)),
        'decoder must return a tuple (object,integer)',
      );
      if (typeof text === 'string') return text;
      throw wrongResult(encoding, 'decode', text, 'str');
    },
    encode(text, errors) {
      if (!info.isTextEncoding) throw notText(encoding, 'encode');
      const bytes: unknown = converted(
        withNote('encode', encoding, () => info.encode(text, errors)),
        'encoder must return a tuple (object, integer)',
      );
      const type = typeName(bytes);
      if (type !== 'bytes' && type !== 'bytearray') throw wrongResult(encoding, 'encode', bytes, 'bytes');
      return copyContent(bytes as Content);
    },
  };
}

/**
 * Runs a codec's function and adds a note to an exception.
 *
 * CPython: Python/codecs.c `_PyCodec_EncodeInternal`
 */
export function withNote<T>(operation: 'decode' | 'encode', encoding: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw noted(error, operation, encoding);
  }
}

/** Takes the result out of a codec's return value. */
export function converted(result: unknown, message: string): unknown {
  if (!Array.isArray(result) || result.length !== 2) throw new PyTypeError(message);
  return (result as unknown[])[0];
}

function wrongResult(
  encoding: string,
  operation: 'decode' | 'encode',
  value: unknown,
  wanted: string,
): PyTypeError {
  const type = givenName(value);
  return new PyTypeError(
    `'${encoding}' ${operation}r returned '${type}' instead of '${wanted}'; use codecs.${operation}() to ${operation} to arbitrary types`,
  );
}

const searches = new Map<SearchFunction, CodecSearch>();

/**
 * Registers a search function, process-wide. It is called for names that no built-in codec has, after the
 * functions registered before it, and its results are cached.
 *
 * @param search called with a name in lower case, with hyphens for spaces; returns a {@link CodecInfo} or
 *   null
 * @throws PyTypeError `argument must be callable`; when used, `codec search functions must return 4-tuples`
 *
 * CPython: Python/codecs.c `PyCodec_Register`
 */
export function registerCodec(search: SearchFunction): void {
  takesOne('_codecs.register', arguments.length);
  if (typeof search !== 'function') throw new PyTypeError('argument must be callable');
  const found: CodecSearch = (name) => {
    const info: unknown = search(name);
    if (info === null || info === undefined) return null;
    if (isValue(info, 'CodecInfo')) return (encoding) => userCodec(encoding, info as CodecInfo);
    throw new PyTypeError('codec search functions must return 4-tuples');
  };
  searches.set(search, found);
  registerSearch(found);
}

/**
 * Removes a search function and the codecs that it found. Does nothing if it was not registered.
 *
 * CPython: Python/codecs.c `PyCodec_Unregister`
 */
export function unregisterCodec(search: SearchFunction): void {
  takesOne('_codecs.unregister', arguments.length);
  const found = searches.get(search);
  if (found === undefined) return;
  searches.delete(search);
  unregisterSearch(found);
}

const infos = new Map<string, CodecInfo>();

/**
 * Looks a codec up.
 *
 * @throws PyLookupError `unknown encoding: nope`
 * @throws PyTypeError `lookup() argument must be str, not int`
 *
 * @example
 * ```ts
 * lookup('UTF8').name // 'utf-8'
 * lookup('latin1').decode(b`\xe9`) // ('é', 1)
 * ```
 *
 * CPython: Python/codecs.c `_PyCodec_Lookup`
 */
export function lookup(encoding: string): CodecInfo {
  takesOne('_codecs.lookup', arguments.length);
  if (typeof encoding !== 'string') {
    throw new PyTypeError(`lookup() argument must be str, not ${givenName(encoding)}`);
  }
  checkName(encoding);
  const module = moduleOf(encoding);
  if (isNonText(module)) {
    return (binaryInfos[module] ??= binaryInfo(findBinaryCodec(module, encoding)));
  }
  const codec = findCodec(encoding, 'decode');
  if ('info' in codec) return (codec as UserCodec).info;
  let info = infos.get(module);
  if (info === undefined) infos.set(module, (info = builtinInfo(module, codec)));
  return info;
}

const binaryInfos: Record<string, CodecInfo> = {};

function binaryInfo(codec: BinaryCodec): CodecInfo {
  const { name, encode, decode } = codec;
  const [streamreader, streamwriter] = plainStreams(codec);
  return new CodecInfo({
    name,
    encode: encode as CodecParts['encode'],
    decode: decode as CodecParts['decode'],
    incrementalencoder: binaryEncoderOf(codec),
    incrementaldecoder: binaryDecoderOf(codec),
    streamreader,
    streamwriter,
    isTextEncoding: false,
  });
}

/** Modules whose codec has underscores in its name, like the module. */
const UNDERSCORED = /^(euc_|iso2022_|shift_)/;

function builtinInfo(module: string, codec: Codec): CodecInfo {
  const name =
    module === 'latin_1' ? 'iso8859-1' : UNDERSCORED.test(module) ? module : module.replaceAll('_', '-');
  const isMultibyte = isMultibyteModule(module);
  const reads = argumentsOf(module, isMultibyte);
  const incrementalencoder = incrementalEncoderOf(codec, reads);
  const incrementaldecoder = incrementalDecoderOf(codec, reads, keepsSequences(module));
  const functions = {
    encode(input: string, errors?: string) {
      if (module === 'undefined') codec.encode('', 'strict');
      // Python's idna checks the handler first, C the text.
      const early = module === 'idna' ? reads.errors(errors, 'encode') : null;
      const text = reads.text(input);
      return tuple(
        bytesOfRange(codec.encode(text, early ?? reads.errors(errors, 'encode'))),
        Array.from(text).length,
      );
    },
    decode(input: BytesLike, errors?: string) {
      if (module === 'idna' || module === 'punycode') reads.errors(errors, 'decode');
      const content = reads.bytes(input);
      try {
        const handler = reads.errors(errors, 'decode');
        const text =
          content[LENGTH] === 0 && module !== 'undefined'
            ? ''
            : codec.decode(content, handler, brandOf(input) === 'bytes' ? (input as Bytes) : bytesCopy);
        return tuple(text, module === 'punycode' ? lengthOf(input) : content[LENGTH]);
      } finally {
        endLease(content);
      }
    },
  };
  if (module === 'utf_8_sig')
    functions.decode = behindMark(functions.decode, builtinInfo('utf_8', utf8).decode);
  const [streamreader, streamwriter] = isMultibyte
    ? [multibyteReaderOf(incrementaldecoder, reads), multibyteWriterOf(incrementalencoder, reads)]
    : STREAMS_OF_WHOLE_VALUES.includes(module)
      ? plainStreams({ ...functions, name, empty: () => '' })
      : [readerOf(incrementaldecoder), writerOf(incrementalencoder)];
  return new CodecInfo({
    name,
    ...functions,
    incrementalencoder,
    incrementaldecoder,
    streamreader,
    streamwriter,
  });
}

/**
 * Codecs whose streams convert each piece separately.
 *
 * CPython: Lib/encodings/idna.py, punycode.py, undefined.py `StreamReader`
 */
const STREAMS_OF_WHOLE_VALUES = ['idna', 'punycode', 'undefined'];

/**
 * Whether Python's incremental decoder keeps incomplete sequences. Encodings of one byte a character have
 * none.
 */
function keepsSequences(module: string): boolean {
  return !isMultibyteModule(module) && /^(idna|raw|unicode|utf)/.test(module);
}

function isMultibyteModule(module: string): boolean {
  return CJK_CODECS.split(' ').includes(module);
}

function bytesCopy(content: Content): Bytes {
  const copy = copyContent(content);
  return bytesOf(copy[MEMORY], copy[START], copy[LENGTH]);
}
