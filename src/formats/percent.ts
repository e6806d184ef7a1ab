/**
 * `%`-formatting of bytes. Converting an argument may run user code, so callers pin a bytearray meanwhile.
 */
import { findByte } from '../algorithms/index.js';
import { PyMemoryError, PyOverflowError, PyTypeError } from '../exceptions/index.js';
import { ByteSink, LENGTH, MEMORY, START, copyRange, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import {
  BufferFlags,
  acquireView,
  isBytesLike,
  contentOf,
  contentOfBytes,
  isContent,
  kindOf,
  returnView,
  toCOrder,
} from '../protocol/index.js';
import {
  asInt,
  fullTypeName,
  isIntLike,
  pastMaxsize,
  pastMostBytes,
  specialMethod,
} from '../python/index.js';
import { ArgumentReader, BYTES_KEYS } from './percent-arguments.js';
import type { MakeKey, PercentArguments } from './percent-arguments.js';
import { Converter, quoted } from './percent-convert.js';
import type { PercentSink } from './percent-convert.js';
import { formatByTemplate } from './percent-template.js';
import type { FormatText, Specifier } from './percent-specifier.js';
import { asciiValue } from './repr-value.js';

export type { MakeKey, PercentArguments } from './percent-arguments.js';

const PERCENT = 0x25;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
const LETTER_X = 0x78;

/**
 * `format % args` for bytes.
 *
 * @param makeKey makes the `bytes` that serve as keys of an object with `__getitem__`
 * @throws PyTypeError `not enough arguments for format string (got 1)`,
 *   `not all arguments converted during bytes formatting (required 1, got 2)`,
 *   `format requires a mapping, not int`, `format argument 1: %d requires a real number, not str` and similar
 *   texts
 * @throws PyValueError `unsupported format %y at position 0`, `stray % at position 0` and similar texts
 * @throws PyKeyError with the repr of a key that the mapping lacks
 * @throws PyOverflowError `format argument: %c argument not in range(256)`, `precision too large`,
 *   `byte string is too large`
 *
 * CPython: Objects/bytesobject.c `_PyBytes_FormatEx`
 */
export function formatPercent(format: Content, args: PercentArguments, makeKey: MakeKey): Range {
  return formatByTemplate(format, args) ?? formatAny(format, args, makeKey);
}

function formatAny(format: Content, args: PercentArguments, makeKey: MakeKey): Range {
  const memory = format[MEMORY];
  const start = format[START];
  const end = start + format[LENGTH];
  const reader = new ArgumentReader(args, BYTES_KEYS, makeKey);
  const sink = new BytesSink(format[LENGTH] + 32);
  let converter: BytesConverter | null = null;
  let at = start;
  while (at < end) {
    const found = findByte(memory, at, end, PERCENT);
    const next = found === -1 ? end : found;
    sink.range(intact(memory, end), at, next);
    if (next === end) break;
    at = next + 1;
    if (at < end && memory[at] === PERCENT) {
      sink.byte(PERCENT);
      at++;
      continue;
    }
    const behind = writePlain(memory, at, end, reader, sink);
    if (behind === -1) {
      converter ??= new BytesConverter(formatOf(format), reader, sink);
      at = converter.convert(at);
    } else at = behind;
  }
  reader.finish();
  return sink.finish();
}

/**
 * Writes the commonest conversions in a third of the time: `%s` of bytes, `%d` and `%x` of an int, `%5d` and
 * `%05d` of a non-negative int. Returns the index after the conversion, or -1 for all others.
 */
function writePlain(
  memory: Uint8Array,
  at: number,
  end: number,
  reader: ArgumentReader<Range>,
  sink: BytesSink,
): number {
  const value = reader.peek();
  if (isSafeInteger(value)) {
    const fill = memory[at] === ZERO ? ZERO : SPACE;
    if (fill === ZERO && at < end) at++;
    let width = 0;
    if (at < end && memory[at]! > ZERO && memory[at]! <= NINE) width = memory[at++]! - ZERO;
    const type = at < end ? memory[at] : -1;
    if ((type !== LETTER_D && type !== LETTER_X) || (width > 0 && value < 0)) return -1;
    const digits = type === LETTER_D ? String(value) : value.toString(16);
    sink.fill(fill, width - digits.length);
    sink.ascii(digits);
  } else if (at < end && memory[at] === LETTER_S && isContent(value)) sink.content(value);
  else return -1;
  reader.next();
  return at + 1;
}

function isSafeInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The bytes of a format, and copies of its keys. */
function formatOf(format: Content): FormatText<Range> {
  const codes = format[MEMORY];
  const start = format[START];
  return { codes, start, end: start + format[LENGTH], key: (from, to) => copyRange(codes, from, to) };
}

/** Up to this many bytes, a loop fills them faster than the platform. */
const SHORT = 16;

/** The bytes so far. Only `%` fills: other writers do without. */
class BytesSink extends ByteSink implements PercentSink {
  fill(code: number, count: number): void {
    if (count <= 0) return;
    const at = this.take(count);
    const { memory } = this;
    if (count > SHORT) memory.fill(code, at, at + count);
    else for (let i = at; i < at + count; i++) memory[i] = code;
  }
}

/** Writes all other conversions. */
class BytesConverter extends Converter<Range, BytesSink> {
  protected override shown(type: string): string {
    return /[ -~]/.test(type)
      ? quoted(type)
      : `with code 0x${type.charCodeAt(0).toString(16).padStart(2, '0')}`;
  }

  protected override writeOther(specifier: Specifier): boolean {
    const { type, value } = specifier;
    switch (type) {
      case 'c': {
        const byte = this.#byte(value);
        this.padBefore(specifier, 1);
        this.sink.byte(byte);
        this.padAfter(specifier, 1);
        return true;
      }
      case 's':
      case 'b':
        this.#writeBytes(specifier, value);
        return true;
      case 'a':
      case 'r': {
        const text = asciiValue(value);
        const cut = specifier.precision >= 0 ? text.slice(0, specifier.precision) : text;
        this.padBefore(specifier, cut.length);
        this.sink.ascii(cut);
        this.padAfter(specifier, cut.length);
        return true;
      }
      default:
        return false;
    }
  }

  /** CPython: Objects/bytesobject.c `byte_converter`. */
  #byte(value: unknown): number {
    const wanted = 'an integer in range(256) or a single byte';
    const content = contentOf(value);
    if (content !== null) {
      if (content[LENGTH] === 1) return content[MEMORY][content[START]]!;
      throw new PyTypeError(
        `${this.args.name}: %c requires ${wanted}, not a ${kindOf(value)!} object of length ${content[LENGTH]}`,
      );
    }
    if (!isIntLike(value)) throw this.wrongType('c', wanted, value);
    const int = asInt(value);
    if (int < 0 || int > 255) {
      throw new PyOverflowError(`${this.args.name}: %c argument not in range(256)`);
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
      const content = contentOfBytes(result);
      if (content === null) {
        throw new PyTypeError(
          `${fullTypeName(value)}.__bytes__() must return a bytes, not ${fullTypeName(result)}`,
        );
      }
      this.#writeContent(specifier, content);
      return;
    }
    if (!isBytesLike(value)) {
      throw this.wrongType('b', 'a bytes-like object, or an object that implements __bytes__', value);
    }
    const view = acquireView(value, BufferFlags.FULL_RO);
    try {
      this.#writeContent(specifier, toCOrder(view));
    } finally {
      returnView(view);
    }
  }

  #writeContent(specifier: Specifier, content: Content): void {
    const start = content[START];
    const length =
      specifier.precision >= 0 ? Math.min(specifier.precision, content[LENGTH]) : content[LENGTH];
    const memory = intact(content[MEMORY], start + content[LENGTH]);
    this.padBefore(specifier, length);
    this.sink.range(memory, start, start + length);
    this.padAfter(specifier, length);
  }

  /**
   * @throws PyMemoryError, PyOverflowError if no bytes can be that long
   *
   * CPython: Objects/bytesobject.c `PyBytesWriter_Grow`, `_PyBytes_FromSize`
   */
  protected override checkSize(specifier: Specifier): void {
    const size = this.reserved + specifier.width - 2;
    if (pastMostBytes(size)) {
      throw pastMaxsize(size) ? new PyMemoryError() : new PyOverflowError('byte string is too large');
    }
  }
}
