/** `%`-formatting of bytes. Arguments may run the caller's code at any conversion, so callers pin a bytearray meanwhile. */
import { findByte } from '../algorithms/index.js';
import { PyMemoryError, PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { ByteSink, LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import {
  BufferFlags,
  acquireView,
  isBytesLike,
  isContent,
  returnView,
  toContiguous,
} from '../protocol/index.js';
import {
  asDouble,
  asInt,
  fullTypeName,
  headerSize,
  isIntLike,
  pastMaxsize,
  PyFloat,
  specialMethod,
} from '../python/index.js';
import { ArgumentReader } from './percent-arguments.js';
import type { MakeKey, PercentArguments } from './percent-arguments.js';
import { floatText, integerText, truncated } from './percent-number.js';
import type { NumberText } from './percent-number.js';
import { FormatReader } from './percent-specifier.js';
import type { Specifier } from './percent-specifier.js';
import { asciiValue } from './repr-value.js';

export type { MakeKey, PercentArguments } from './percent-arguments.js';

const PERCENT = 0x25;
const ZERO = 0x30;
const SPACE = 0x20;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
const DEFAULT_PRECISION = 6;

/**
 * `format % args` for bytes.
 *
 * @param makeKey makes the `bytes` under which an object with `__getitem__` is asked
 * @throws PyTypeError `not enough arguments for format string (got 1)`,
 *   `not all arguments converted during bytes formatting (required 1, got 2)`,
 *   `format requires a mapping, not int`, `format argument 1: %d requires a real number, not str` and its like
 * @throws PyValueError `unsupported format %y at position 0`, `stray % at position 0` and its like
 * @throws PyKeyError with the repr of a key the mapping lacks
 * @throws PyOverflowError `format argument: %c argument not in range(256)`, `precision too large`,
 *   `byte string is too large`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FormatEx`
 */
export function formatPercent(format: Content, args: PercentArguments, makeKey: MakeKey): Range {
  const memory = format[MEMORY];
  const start = format[START];
  const end = start + format[LENGTH];
  const reader = new ArgumentReader(args, makeKey);
  const sink = new ByteSink(format[LENGTH] + 32);
  let converter: Converter | null = null;
  let at = start;
  while (at < end) {
    const found = findByte(memory, at, end, PERCENT);
    const next = found === -1 ? end : found;
    sink.range(memory, at, next);
    if (next === end) break;
    at = next + 1;
    const type = at < end ? memory[at]! : -1;
    if (type === PERCENT) {
      sink.byte(PERCENT);
      at++;
    } else if (writePlain(type, reader, sink)) {
      at++;
    } else {
      converter ??= new Converter(format, reader, sink);
      at = converter.convert(at);
    }
  }
  reader.finish();
  return sink.finish();
}

/** The commonest conversions, `%d` of an int and `%s` of bytes, in a third of the time; false when it is another. */
function writePlain(type: number, reader: ArgumentReader, sink: ByteSink): boolean {
  const value = reader.peek();
  if (type === LETTER_D && Number.isSafeInteger(value)) sink.ascii(String(value));
  else if (type === LETTER_S && isContent(value)) sink.content(value);
  else return false;
  reader.next();
  return true;
}

/** Writes all the other conversions. */
class Converter {
  readonly #reader: FormatReader;
  readonly #arguments: ArgumentReader;
  readonly #sink: ByteSink;
  /** What CPython has reserved when it comes to a specifier: what is written, and what is left of the format. */
  #reserved = 0;

  constructor(format: Content, reader: ArgumentReader, sink: ByteSink) {
    this.#reader = new FormatReader(format, reader);
    this.#arguments = reader;
    this.#sink = sink;
  }

  /** Converts what stands behind a `%`, at an index of the memory; gives where that ends. */
  convert(at: number): number {
    const reader = this.#reader;
    reader.at = at;
    this.#reserved = this.#sink.length + reader.end - (at - 1);
    this.#write(reader.specifier(at - 1 - reader.start));
    return reader.at;
  }

  #write(specifier: Specifier): void {
    const { type, value } = specifier;
    switch (type) {
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        this.#writeNumber(specifier, this.#integer(specifier, type, value));
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        this.#writeNumber(specifier, this.#float(specifier, type, value));
        break;
      case 'c': {
        const byte = this.#byte(value);
        this.#padBefore(specifier, 1);
        this.#sink.byte(byte);
        this.#padAfter(specifier, 1);
        break;
      }
      case 's':
      case 'b':
        this.#writeBytes(specifier, value);
        break;
      case 'a':
      case 'r': {
        const text = asciiValue(value);
        const cut = specifier.precision >= 0 ? text.slice(0, specifier.precision) : text;
        this.#padBefore(specifier, cut.length);
        this.#sink.ascii(cut);
        this.#padAfter(specifier, cut.length);
        break;
      }
      default:
        throw this.#unsupported(specifier, type);
    }
  }

  #unsupported(specifier: Specifier, type: string): PyValueError {
    const at = `at position ${specifier.position}`;
    if (/[A-Za-z]/.test(type)) return new PyValueError(`unsupported format %${type} ${at}`);
    const character = /[ -~]/.test(type)
      ? quoted(type)
      : `with code 0x${type.charCodeAt(0).toString(16).padStart(2, '0')}`;
    return new PyValueError(
      `stray % ${at} or unexpected format character ${character} at position ${this.#reader.at - 1 - this.#reader.start}`,
    );
  }

  #wrongType(type: string, wanted: string, value: unknown): PyTypeError {
    return new PyTypeError(
      `${this.#arguments.name}: %${type} requires ${wanted}, not ${fullTypeName(value)}`,
    );
  }

  #integer(specifier: Specifier, type: string, value: unknown): NumberText {
    const indexOnly = type === 'o' || type === 'x' || type === 'X';
    let int: number | bigint | null;
    try {
      int = indexOnly ? indexOf(value) : intOf(value);
    } catch (error) {
      if (!(error instanceof PyTypeError)) throw error;
      int = null;
    }
    if (int === null) throw this.#wrongType(type, indexOnly ? 'an integer' : 'a real number', value);
    return integerText(int, type, specifier.alternate, specifier.precision);
  }

  #float(specifier: Specifier, type: string, value: unknown): NumberText {
    let double: number;
    try {
      double = asDouble(value);
    } catch (error) {
      if (!(error instanceof PyTypeError)) throw error;
      throw this.#wrongType(type, 'a real number', value);
    }
    const precision = specifier.precision < 0 ? DEFAULT_PRECISION : specifier.precision;
    return floatText(double, type, specifier.alternate, precision);
  }

  /** CPython: Objects/bytesobject.c `byte_converter`. */
  #byte(value: unknown): number {
    const wanted = 'an integer in range(256) or a single byte';
    if (isContent(value)) {
      if (value[LENGTH] === 1) return value[MEMORY][value[START]]!;
      const kind = (value as { kind?: unknown }).kind === 'bytearray' ? 'bytearray' : 'bytes';
      throw new PyTypeError(
        `${this.#arguments.name}: %c requires ${wanted}, not a ${kind} object of length ${value[LENGTH]}`,
      );
    }
    if (!isIntLike(value)) throw this.#wrongType('c', wanted, value);
    const int = asInt(value);
    if (int < 0 || int > 255) {
      throw new PyOverflowError(`${this.#arguments.name}: %c argument not in range(256)`);
    }
    return Number(int);
  }

  /** CPython: Objects/bytesobject.c `format_obj`. */
  #writeBytes(specifier: Specifier, value: unknown): void {
    if (isContent(value)) {
      this.#writeContent(specifier, value);
      return;
    }
    const toBytes = specialMethod(value, '__bytes__');
    if (toBytes !== null) {
      const result: unknown = toBytes.call(value);
      if (!isContent(result) || (result as { kind?: unknown }).kind === 'bytearray') {
        throw new PyTypeError(
          `${fullTypeName(value)}.__bytes__() must return a bytes, not ${fullTypeName(result)}`,
        );
      }
      this.#writeContent(specifier, result);
      return;
    }
    if (!isBytesLike(value)) {
      throw this.#wrongType('b', 'a bytes-like object, or an object that implements __bytes__', value);
    }
    const view = acquireView(value, BufferFlags.FULL_RO);
    try {
      this.#writeContent(specifier, toContiguous(view, 'C'));
    } finally {
      returnView(view);
    }
  }

  #writeContent(specifier: Specifier, content: Content): void {
    const start = content[START];
    const length =
      specifier.precision >= 0 ? Math.min(specifier.precision, content[LENGTH]) : content[LENGTH];
    this.#padBefore(specifier, length);
    this.#sink.range(content[MEMORY], start, start + length);
    this.#padAfter(specifier, length);
  }

  #writeNumber(specifier: Specifier, { sign, prefix, digits }: NumberText): void {
    const shown = sign !== '' ? sign : specifier.plus ? '+' : specifier.space ? ' ' : '';
    const missing = specifier.width - shown.length - prefix.length - digits.length;
    if (!specifier.left && !specifier.zero) this.#pad(specifier, SPACE, missing);
    this.#sink.ascii(shown);
    this.#sink.ascii(prefix);
    if (!specifier.left && specifier.zero) this.#pad(specifier, ZERO, missing);
    this.#sink.ascii(digits);
    if (specifier.left) this.#pad(specifier, SPACE, missing);
  }

  /**
   * Fills a field up to its width.
   *
   * @throws PyMemoryError, PyOverflowError where no bytes can be as long
   *
   * CPython: Objects/bytesobject.c `PyBytesWriter_Grow`, `_PyBytes_FromSize`
   */
  #pad(specifier: Specifier, byte: number, missing: number): void {
    const size = this.#reserved + specifier.width - 2;
    if (pastMaxsize(size + headerSize())) {
      throw pastMaxsize(size) ? new PyMemoryError() : new PyOverflowError('byte string is too large');
    }
    this.#sink.fill(byte, missing);
  }

  /** The spaces before something of a known length. */
  #padBefore(specifier: Specifier, length: number): void {
    if (!specifier.left) this.#pad(specifier, SPACE, specifier.width - length);
  }

  /** The spaces after it. */
  #padAfter(specifier: Specifier, length: number): void {
    if (specifier.left) this.#pad(specifier, SPACE, specifier.width - length);
  }
}

/** A character as errors show it: in quotes of the other kind where it is one itself, a backslash as it is. */
function quoted(character: string): string {
  return character === "'" ? `"'"` : `'${character}'`;
}

/** `operator.index(value)`; null when there is no such thing. */
function indexOf(value: unknown): number | bigint | null {
  return isIntLike(value) ? asInt(value) : null;
}

/** `int(value)` of a number; null when it is none. CPython: Objects/abstract.c `PyNumber_Long`. */
function intOf(value: unknown): number | bigint | null {
  if (typeof value === 'object' && value !== null) {
    if (value instanceof PyFloat) return truncated(value.value);
    const toInt = specialMethod(value, '__int__');
    if (toInt !== null) {
      const result: unknown = toInt.call(value);
      return typeof result === 'object' ? null : indexOf(result);
    }
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return truncated(value);
  return indexOf(value);
}
