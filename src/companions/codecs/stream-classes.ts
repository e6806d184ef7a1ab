/**
 * The stream classes of the built-in codecs, made from their incremental classes or their functions. As in
 * CPython, multi-byte codecs have their own kind of reader. Caller: `info.ts`.
 */
import { Bytes } from '../../bytes/index.js';
import { PyTypeError } from '../../exceptions/index.js';
import { LENGTH } from '../../memory/index.js';
import { endLease, lease } from '../../protocol/index.js';
import { asSsizeArgument, brandOf, isMap, isSet, tuple, typeName } from '../../python/index.js';
import type { Arguments } from './arguments.js';
import type { BinaryCodec } from './binary-codec.js';
import type { IncrementalDecoder, IncrementalEncoder } from './incremental.js';
import { splitLines } from './lines.js';
import { StreamReader, StreamWriter } from './streams.js';
import type { ByteStream, Decoded, ReaderClass, WriterClass } from './streams.js';

/**
 * Reads with an incremental decoder, which remembers the byte order that a mark sets.
 *
 * CPython: the classes of Lib/encodings
 */
export function readerOf(Decoder: typeof IncrementalDecoder): ReaderClass {
  return class extends StreamReader {
    readonly #decoder = new Decoder(this.errors);

    override decode(input: Bytes): readonly [string, number] {
      // Leased here, because the incremental decoder words its error for other values differently.
      const content = lease(input);
      const size = content[LENGTH];
      endLease(content);
      // This class keeps incomplete sequences, so the decoder keeps only its state.
      this.#decoder.errors = this.errors;
      this.#decoder.setstate([new Bytes(), this.#decoder.getstate()[1]]);
      const text = this.#decoder.decode(input);
      return tuple(text, size - this.#decoder.getstate()[0].length);
    }

    override reset(): void {
      super.reset();
      this.#decoder.reset();
    }
  };
}

/** Writes with an incremental encoder, which writes a mark only once. */
export function writerOf(Encoder: typeof IncrementalEncoder): WriterClass {
  return class extends StreamWriter {
    readonly #encoder = new Encoder(this.errors);

    override encode(text: string): readonly [Bytes, number] {
      this.#encoder.errors = this.errors;
      const bytes = this.#encoder.encode(text);
      return tuple(bytes, [...text].length);
    }

    override reset(): void {
      this.#encoder.reset();
    }
  };
}

/** Whether C takes a value for a sequence; also true for JavaScript's generators. */
function isIterable(value: unknown): value is Iterable<string> {
  if (typeof value === 'string') return true;
  return (
    typeof value === 'object' && value !== null && Symbol.iterator in value && !isMap(value) && !isSet(value)
  );
}

/** Makes classes that convert each piece separately. */
export function plainStreams({ encode, decode, empty }: BinaryCodec): [ReaderClass, WriterClass] {
  class Reader extends StreamReader {
    override decode(input: Bytes, errors?: string): readonly [Decoded, number] {
      return decode(input as never, errors) as readonly [Decoded, number];
    }
    protected override empty(): Decoded {
      return empty();
    }
  }
  class Writer extends StreamWriter {
    override encode(input: string, errors?: string): readonly [Bytes, number] {
      return encode(input as never, errors) as readonly [Bytes, number];
    }
  }
  return [Reader, Writer];
}

/** CPython: Modules/cjkcodecs/multibytecodec.c `MultibyteStreamReader` */
export function multibyteReaderOf(Decoder: typeof IncrementalDecoder, reads: Arguments): ReaderClass {
  return class extends StreamReader {
    readonly #decoder = new Decoder();

    constructor(stream: ByteStream, errors?: string) {
      super(stream, errors);
      reads.construct(this.errors, 'StreamReader', 2);
    }

    /** CPython: Modules/cjkcodecs/multibytecodec.c `mbstreamreader_iread` */
    #read(method: 'read' | 'readline', size: number): string {
      if (size === 0) return '';
      this.#decoder.errors = this.errors;
      for (let ask = size; ; ask = 1) {
        const stream = this.stream as Required<ByteStream>;
        const piece: Bytes = ask < 0 ? stream[method]() : stream[method](ask);
        if (brandOf(piece) !== 'bytes') {
          throw new PyTypeError(`stream function returned a non-bytes object (${typeName(piece)})`);
        }
        const atEnd = piece.length === 0;
        const text = this.#decoder.decode(piece, atEnd || size < 0);
        if (ask < 0 || text !== '' || atEnd) return text;
      }
    }

    override read(size: number | null = -1): string {
      return this.#read('read', sizeArgument(size));
    }

    override readline(size: number | null = -1): string {
      return this.#read('readline', sizeArgument(size));
    }

    override readlines(size: number | null = -1): string[] {
      return splitLines(this.#read('read', sizeArgument(size)), true);
    }

    override reset(): void {
      this.#decoder.reset();
    }
  };
}

/**
 * A size as C reads it.
 *
 * @throws PyTypeError `arg 1 must be an integer`
 * @throws PyOverflowError `Python int too large to convert to C ssize_t`
 */
function sizeArgument(size: unknown): number {
  if (size === null) return -1;
  const isInt = typeof size === 'bigint' || typeof size === 'boolean' || Number.isInteger(size);
  if (!isInt) throw new PyTypeError('arg 1 must be an integer');
  return asSsizeArgument(size);
}

/** CPython: Modules/cjkcodecs/multibytecodec.c `MultibyteStreamWriter` */
export function multibyteWriterOf(Encoder: typeof IncrementalEncoder, reads: Arguments): WriterClass {
  return class extends StreamWriter {
    readonly #encoder = new Encoder();

    constructor(stream: ByteStream, errors?: string) {
      super(stream, errors);
      reads.construct(this.errors, 'StreamWriter', 2);
    }

    override encode(input: string): readonly [Bytes, number] {
      this.#encoder.errors = this.errors;
      const text = reads.text(input);
      return tuple(this.#encoder.encode(text), [...text].length);
    }

    override writelines(texts: Iterable<string>): void {
      if (!isIterable(texts)) throw new PyTypeError('arg must be a sequence object');
      for (const text of texts) this.write(text);
    }

    /**
     * Writes text that waited for more, and the bytes that return to the initial state. Without such text it
     * does nothing, like C.
     *
     * CPython: Modules/cjkcodecs/multibytecodec.c `_multibytecodec_MultibyteStreamWriter_reset_impl`
     */
    override reset(): void {
      // The lowest byte of the state is the size of that text.
      if (BigInt.asUintN(8, this.#encoder.getstate() as bigint) === 0n) return;
      const rest = this.#encoder.encode('', true);
      this.#encoder.reset();
      if (rest.length > 0) this.stream.write!(rest);
    }
  };
}
