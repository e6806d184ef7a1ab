/**
 * Python's readers and writers of encoded streams: the base classes, which users extend, and the pairs built
 * on them. A stream is a `BytesIO` or anything with its methods. The classes of the built-in codecs are in
 * `stream-classes.ts`.
 */
import { Bytes } from '../../bytes/index.js';
import { PyNotImplementedError, PyTypeError, PyUnicodeDecodeError } from '../../exceptions/index.js';
import { DISPOSE } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isMap, isTrue, typeName } from '../../python/index.js';
import { comparedSize } from './arguments.js';
import { splitLines } from './lines.js';

/**
 * A stream of bytes: `BytesIO`, or anything with its methods. Methods that are never called may be missing.
 */
export interface ByteStream {
  /** Reads at most `size` bytes, or all that are left if it is omitted or negative. */
  read?(size?: number): Bytes;
  /** Reads one line; called by multi-byte readers. */
  readline?(size?: number): Bytes;
  /** Writes encoded bytes. */
  write?(data: Bytes): unknown;
  /** Moves to a position. */
  seek?(offset: number, whence?: number): unknown;
  /** Closes the stream. */
  close?(): unknown;
}

/** What a reader returns: text, or bytes if its codec decodes bytes to bytes. */
export type Decoded = string | Bytes;

const isEmpty = (value: Decoded): boolean => value.length === 0;
const plus = (a: Decoded, b: Decoded): Decoded =>
  typeof a === 'string' ? a + (b as string) : a.concat(b as Bytes);
/** The number of characters or bytes of a value. */
const count = (value: Decoded): number => (typeof value === 'string' ? [...value].length : value.length);
const cut = (value: Decoded, at: number): [Decoded, Decoded] => {
  if (typeof value !== 'string') return [value.slice(0, at), value.slice(at)];
  const characters = [...value];
  return [characters.slice(0, at).join(''), characters.slice(at).join('')];
};

/**
 * Reads a stream of bytes as text. Extend it for your own codec, with a method `decode`.
 *
 * @example
 * ```ts
 * const reader = new (getreader('utf-16'))(new BytesIO(new Bytes('one\ntwo', 'utf-16')));
 * reader.readline() // 'one\n'
 * reader.read() // 'two'
 * ```
 *
 * CPython: Lib/codecs.py `StreamReader`
 */
export class StreamReader {
  /** Bytes that were read but not yet decoded. CPython: Lib/codecs.py `StreamReader.bytebuffer` */
  bytebuffer = new Bytes();
  /**
   * Decoded data that was not yet returned, unless it is kept as lines.
   *
   * CPython: Lib/codecs.py `StreamReader.charbuffer`
   */
  charbuffer: Decoded = this.empty();
  /**
   * Decoded lines that were not yet returned; null if there are none.
   *
   * CPython: Lib/codecs.py `StreamReader.linebuffer`
   */
  linebuffer: Decoded[] | null = null;

  /**
   * @param stream the stream, which the caller keeps
   * @param errors name of the error handler, `'strict'` by default; it can be changed between calls
   */
  constructor(
    readonly stream: ByteStream,
    public errors = 'strict',
  ) {}

  /**
   * Decodes the complete sequences in some bytes. Returns the result and how many bytes were consumed. Codecs
   * override it.
   *
   * @throws PyNotImplementedError
   *
   * CPython: Lib/codecs.py `StreamReader.decode`
   */
  decode(_input: Bytes, _errors?: string): readonly [result: Decoded, length: number] {
    throw new PyNotImplementedError();
  }

  /** The result of a read without data; readers that return bytes override it. */
  protected empty(): Decoded {
    return '';
  }

  /** Takes the decoded data that was kept. */
  #takeDecoded(): Decoded {
    const decoded = this.linebuffer?.reduce(plus, this.empty()) ?? this.charbuffer;
    this.linebuffer = null;
    this.charbuffer = this.empty();
    return decoded;
  }

  /**
   * Reads and decodes.
   *
   * @param size about how many bytes to read at once; negative for all, the default
   * @param chars characters to return at most; negative for no limit but `size`, the default
   * @param firstline whether errors after the first line may wait: the bytes are then kept for the next call
   * @throws PyUnicodeDecodeError as `decode` of the codec
   *
   * CPython: Lib/codecs.py `StreamReader.read`
   */
  read(size = -1, chars = -1, firstline = false): Decoded {
    const counted = comparedSize(chars);
    const wanted = counted >= 0 ? counted : comparedSize(size);
    let decoded = this.#takeDecoded();
    try {
      while (!(wanted >= 0 && count(decoded) >= wanted)) {
        const piece = size < 0 ? this.stream.read!() : this.stream.read!(size);
        const data = this.bytebuffer.concat(piece);
        if (data.length === 0) break;
        const [text, used] = this.#decodeLines(data, firstline);
        this.bytebuffer = data.slice(used);
        decoded = plus(decoded, text);
        if (piece.length === 0) break;
      }
      if (wanted < 0) {
        const result = decoded;
        decoded = this.empty();
        return result;
      }
      const [result, rest] = cut(decoded, wanted);
      decoded = rest;
      return result;
    } finally {
      this.charbuffer = decoded;
    }
  }

  #decodeLines(data: Bytes, firstline: boolean): readonly [Decoded, number] {
    try {
      return this.decode(data, this.errors);
    } catch (error) {
      if (!firstline || !(error instanceof PyUnicodeDecodeError)) throw error;
      const before = this.decode(data.slice(0, error.start), this.errors);
      if (splitLines(before[0], true).length <= 1) throw error;
      return before;
    }
  }

  /**
   * Returns the next line; empty at the end.
   *
   * @param size how many bytes to read; the line may then be cut
   * @param keepends whether the line's end stays, true by default
   *
   * CPython: Lib/codecs.py `StreamReader.readline`
   */
  readline(size: number | null = null, keepends = true): Decoded {
    const ended = (line: Decoded): Decoded =>
      keepends || isEmpty(line) ? line : (splitLines(line, false)[0] ?? line);
    if (this.linebuffer !== null) {
      const line = this.linebuffer.shift()!;
      if (this.linebuffer.length === 1) {
        this.charbuffer = this.linebuffer[0]!;
        this.linebuffer = null;
      }
      return ended(line);
    }
    let readsize = size !== null && isTrue(size) ? size : 72;
    let line = this.empty();
    for (;;) {
      let data = this.read(readsize, -1, true);
      // A carriage return may be the first half of a line's end.
      if (endsWithReturn(data)) data = plus(data, this.read(1, 1));
      line = plus(line, data);
      const lines = splitLines(line, true);
      if (lines.length > 1) {
        const first = lines.shift()!;
        lines.push(plus(lines.pop()!, this.charbuffer));
        if (lines.length > 1) {
          this.linebuffer = lines;
          this.charbuffer = this.empty();
        } else this.charbuffer = lines[0]!;
        return ended(first);
      }
      if (lines.length === 1 && count(splitLines(line, false)[0]!) < count(line)) return ended(line);
      if (isEmpty(data) || size !== null) return ended(line);
      if (readsize < 8000) readsize *= 2;
    }
  }

  /**
   * Returns all remaining lines.
   *
   * @param _sizehint is ignored
   *
   * CPython: Lib/codecs.py `StreamReader.readlines`
   */
  readlines(_sizehint: number | null = null, keepends = true): Decoded[] {
    return splitLines(this.read(), keepends);
  }

  /** Discards data that was read but not returned. CPython: Lib/codecs.py `StreamReader.reset` */
  reset(): void {
    this.bytebuffer = new Bytes();
    this.charbuffer = this.empty();
    this.linebuffer = null;
  }

  /** Moves the stream and discards data that was read before. CPython: Lib/codecs.py `StreamReader.seek` */
  seek(offset: number, whence = 0): void {
    this.stream.seek!(offset, whence);
    this.reset();
  }

  /** Iterates over the remaining lines. CPython: Lib/codecs.py `StreamReader.__next__` */
  *[Symbol.iterator](): Generator<Decoded> {
    for (let line = this.readline(); !isEmpty(line); line = this.readline()) yield line;
  }

  /** Closes the stream: the end of `using`. */
  [DISPOSE](): void {
    this.stream.close?.();
  }
}

function endsWithReturn(data: Decoded): boolean {
  return typeof data === 'string' ? data.endsWith('\r') : data.length > 0 && data.get(-1) === 0x0d;
}

/**
 * Writes text to a stream of bytes. Extend it for your own codec, with a method `encode`.
 *
 * @example
 * ```ts
 * const stream = new BytesIO();
 * const writer = new (getwriter('utf-16'))(stream);
 * writer.write('a');
 * writer.write('b');
 * stream.getvalue() // b'\xff\xfea\x00b\x00'
 * ```
 *
 * CPython: Lib/codecs.py `StreamWriter`
 */
export class StreamWriter {
  /**
   * @param stream the stream, which the caller keeps
   * @param errors name of the error handler, `'strict'` by default; it can be changed between calls
   */
  constructor(
    readonly stream: ByteStream,
    public errors = 'strict',
  ) {}

  /**
   * Encodes a value. Codecs override it.
   *
   * @throws PyNotImplementedError
   *
   * CPython: Lib/codecs.py `Codec.encode`
   */
  encode(_input: string, _errors?: string): readonly [result: Bytes, length: number] {
    throw new PyNotImplementedError();
  }

  /**
   * Writes a text.
   *
   * @throws PyUnicodeEncodeError as `encode` of the codec
   *
   * CPython: Lib/codecs.py `StreamWriter.write`
   */
  write(text: string): unknown {
    this.stream.write!(this.encode(text, this.errors)[0]);
    return undefined;
  }

  /** Writes several texts, joined. CPython: Lib/codecs.py `StreamWriter.writelines` */
  writelines(texts: Iterable<string>): void {
    this.write(joinedText(texts));
  }

  /** Returns to the initial state. CPython: Lib/codecs.py `StreamWriter.reset` */
  reset(): void {}

  /**
   * Moves the stream; at its start the writer returns to its initial state.
   *
   * CPython: Lib/codecs.py `StreamWriter.seek`
   */
  seek(offset: number, whence = 0): void {
    this.stream.seek!(offset, whence);
    if (whence === 0 && offset === 0) this.reset();
  }

  /** Closes the stream: the end of `using`. */
  [DISPOSE](): void {
    this.stream.close?.();
  }
}

/**
 * `''.join(texts)`.
 *
 * @throws PyTypeError `can only join an iterable`, `sequence item 0: expected str instance, int found`
 */
function joinedText(texts: unknown): string {
  if (typeof texts === 'string') return texts;
  if (typeof texts !== 'object' || texts === null || !(Symbol.iterator in texts)) {
    throw new PyTypeError('can only join an iterable');
  }
  const items: unknown[] = isMap(texts) ? [...texts.keys()] : [...(texts as Iterable<unknown>)];
  const wrong = items.findIndex((item) => typeof item !== 'string');
  if (wrong < 0) return items.join('');
  throw new PyTypeError(`sequence item ${wrong}: expected str instance, ${typeName(items[wrong])} found`);
}

/** A class, or a function, that makes a reader. */
export type ReaderClass = new (stream: ByteStream, errors?: string) => StreamReader;
/** A class that makes a writer. */
export type WriterClass = new (stream: ByteStream, errors?: string) => StreamWriter;

/**
 * Makes a reader or a writer, by a class or by a function that returns one.
 *
 * @throws PyTypeError `'int' object is not callable`
 */
function made<Made>(
  maker: new (stream: ByteStream, errors: string) => Made,
  stream: ByteStream,
  errors: string,
): Made {
  if (typeof maker !== 'function') throw new PyTypeError(`'${typeName(maker)}' object is not callable`);
  if (maker.prototype !== undefined) return new maker(stream, errors);
  return (maker as unknown as (stream: ByteStream, errors: string) => Made)(stream, errors);
}

/** Reads and writes one stream as text. CPython: Lib/codecs.py `StreamReaderWriter` */
export class StreamReaderWriter {
  /** Reads. */
  readonly reader: StreamReader;
  /** Writes. */
  readonly writer: StreamWriter;

  /** @param errors name of the error handler, `'strict'` by default */
  constructor(
    /** The underlying stream, which the caller keeps. */
    readonly stream: ByteStream,
    Reader: ReaderClass,
    Writer: WriterClass,
    /** Name of the error handler. */
    readonly errors = 'strict',
  ) {
    this.reader = made(Reader, stream, errors);
    this.writer = made(Writer, stream, errors);
  }

  /** See {@link StreamReader.read}. CPython: Lib/codecs.py `StreamReaderWriter.read` */
  read(size = -1): Decoded {
    return this.reader.read(size);
  }

  /** See {@link StreamReader.readline}. CPython: Lib/codecs.py `StreamReaderWriter.readline` */
  readline(size: number | null = null, keepends = true): Decoded {
    return this.reader.readline(size, keepends);
  }

  /** See {@link StreamReader.readlines}. CPython: Lib/codecs.py `StreamReaderWriter.readlines` */
  readlines(sizehint: number | null = null, keepends = true): Decoded[] {
    return this.reader.readlines(sizehint, keepends);
  }

  /** See {@link StreamWriter.write}. CPython: Lib/codecs.py `StreamReaderWriter.write` */
  write(text: string): unknown {
    return this.writer.write(text);
  }

  /** See {@link StreamWriter.writelines}. CPython: Lib/codecs.py `StreamReaderWriter.writelines` */
  writelines(texts: Iterable<string>): void {
    this.writer.writelines(texts);
  }

  /** Resets both sides. CPython: Lib/codecs.py `StreamReaderWriter.reset` */
  reset(): void {
    this.reader.reset();
    this.writer.reset();
  }

  /**
   * Moves the stream; at its start the writer returns to its initial state.
   *
   * CPython: Lib/codecs.py `StreamReaderWriter.seek`
   */
  seek(offset: number, whence = 0): void {
    this.stream.seek!(offset, whence);
    this.reader.reset();
    if (whence === 0 && offset === 0) this.writer.reset();
  }

  /** Iterates over the remaining lines. CPython: Lib/codecs.py `StreamReaderWriter.__next__` */
  [Symbol.iterator](): Generator<Decoded> {
    return this.reader[Symbol.iterator]();
  }

  /** Closes the stream: the end of `using`. */
  [DISPOSE](): void {
    this.stream.close?.();
  }
}

/** Converts one whole value: the result, and how much of the value was used. */
type Converts<From, To> = (input: From, errors?: string) => readonly [result: To, length: number];

/**
 * Bytes in one encoding over a stream in another: data read from the stream is encoded again, and data to
 * write is decoded first.
 *
 * CPython: Lib/codecs.py `StreamRecoder`
 */
export class StreamRecoder {
  /** Reads the stream. */
  readonly reader: StreamReader;
  /** Writes the stream. */
  readonly writer: StreamWriter;

  /**
   * @param encode encodes data for callers to read
   * @param decode decodes data that callers write
   */
  constructor(
    /** The underlying stream, which the caller keeps. */
    readonly stream: ByteStream,
    readonly encode: Converts<string, Bytes>,
    readonly decode: Converts<Bytes, string>,
    Reader: ReaderClass,
    Writer: WriterClass,
    /** Name of the error handler. */
    readonly errors = 'strict',
  ) {
    this.reader = made(Reader, stream, errors);
    this.writer = made(Writer, stream, errors);
  }

  #encoded(text: Decoded): Bytes {
    return this.encode(text as string, this.errors)[0];
  }

  /** Reads about `size` bytes, all by default. CPython: Lib/codecs.py `StreamRecoder.read` */
  read(size = -1): Bytes {
    return this.#encoded(this.reader.read(size));
  }

  /** Returns the next line. CPython: Lib/codecs.py `StreamRecoder.readline` */
  readline(size: number | null = null): Bytes {
    return this.#encoded(this.reader.readline(size));
  }

  /** Returns all remaining lines. CPython: Lib/codecs.py `StreamRecoder.readlines` */
  readlines(_sizehint: number | null = null): Bytes[] {
    return this.#encoded(this.reader.read()).splitlines(true);
  }

  /** Writes bytes in the callers' encoding. CPython: Lib/codecs.py `StreamRecoder.write` */
  write(data: BytesLike): unknown {
    return this.writer.write(this.decode(data as Bytes, this.errors)[0]);
  }

  /** Writes several pieces, joined. CPython: Lib/codecs.py `StreamRecoder.writelines` */
  writelines(pieces: Iterable<BytesLike>): void {
    this.write(new Bytes().join([...pieces]));
  }

  /** Resets both sides. CPython: Lib/codecs.py `StreamRecoder.reset` */
  reset(): void {
    this.reader.reset();
    this.writer.reset();
  }

  /** Moves the stream for both sides. CPython: Lib/codecs.py `StreamRecoder.seek` */
  seek(offset: number, whence = 0): void {
    this.reader.seek(offset, whence);
    this.writer.seek(offset, whence);
  }

  /** Iterates over the remaining lines. CPython: Lib/codecs.py `StreamRecoder.__iter__` */
  *[Symbol.iterator](): Generator<Bytes> {
    for (const line of this.reader) yield this.#encoded(line);
  }

  /** Closes the stream: the end of `using`. */
  [DISPOSE](): void {
    this.stream.close?.();
  }
}
