/**
 * What `%` of bytes and of text share: numbers, padding, and the meaning of each conversion character.
 * `percent.ts` and `percent-text.ts` add the differences.
 */
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import {
  asDouble,
  asInt,
  fullTypeName,
  isIntLike,
  isFloat,
  specialMethod,
  warnOfBool,
} from '../python/index.js';
import type { ArgumentReader } from './percent-arguments.js';
import { integerOfNumeral, numeralOf } from './int-literal.js';
import { floatText, integerText, truncated } from './percent-number.js';
import type { NumberText } from './percent-number.js';
import { FormatReader } from './percent-specifier.js';
import type { FormatText, Specifier } from './percent-specifier.js';

const ZERO = 0x30;
const SPACE = 0x20;
const DEFAULT_PRECISION = 6;

/** Collects the result. */
export interface PercentSink {
  /** Characters collected so far. */
  readonly length: number;
  ascii(text: string): void;
  /** Appends one character `count` times, or not at all if the count is negative. */
  fill(code: number, count: number): void;
}

/** Carries out conversions one by one. */
export abstract class Converter<Key, Sink extends PercentSink> {
  protected readonly reader: FormatReader<Key>;
  /**
   * The room that CPython has reserved when it reaches a specifier: the text so far and the rest of the
   * format.
   */
  protected reserved = 0;

  constructor(
    format: FormatText<Key>,
    protected readonly args: ArgumentReader<Key>,
    protected readonly sink: Sink,
  ) {
    this.reader = new FormatReader(format, args);
  }

  /** Writes a conversion other than of a number; false if there is no such conversion. */
  protected abstract writeOther(specifier: Specifier): boolean;
  /** Throws if a field is wider than any result can be. */
  protected abstract checkSize(specifier: Specifier): void;
  /** A character other than an ASCII letter, as errors show it. */
  protected abstract shown(type: string): string;

  /** Carries out the conversion after a `%` at an index of the format, and returns the index of its end. */
  convert(at: number): number {
    const { reader } = this;
    reader.at = at;
    this.reserved = this.sink.length + reader.end - (at - 1);
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
      default:
        if (!this.writeOther(specifier)) throw this.#unsupported(specifier, type);
    }
  }

  #unsupported(specifier: Specifier, type: string): PyValueError {
    const at = `at position ${specifier.position}`;
    if (/^[A-Za-z]$/.test(type)) return new PyValueError(`unsupported format %${type} ${at}`);
    return new PyValueError(
      `stray % ${at} or unexpected format character ${this.shown(type)} at position ${this.reader.at - 1 - this.reader.start}`,
    );
  }

  protected wrongType(type: string, wanted: string, value: unknown): PyTypeError {
    return new PyTypeError(`${this.args.name}: %${type} requires ${wanted}, not ${fullTypeName(value)}`);
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
    if (int === null) throw this.wrongType(type, indexOnly ? 'an integer' : 'a real number', value);
    return integerText(int, type, specifier.alternate, specifier.precision);
  }

  #float(specifier: Specifier, type: string, value: unknown): NumberText {
    let double: number;
    try {
      double = asDouble(value);
    } catch (error) {
      if (!(error instanceof PyTypeError)) throw error;
      throw this.wrongType(type, 'a real number', value);
    }
    const precision = specifier.precision < 0 ? DEFAULT_PRECISION : specifier.precision;
    return floatText(double, type, specifier.alternate, precision);
  }

  #writeNumber(specifier: Specifier, { sign, prefix, digits }: NumberText): void {
    const shown = sign !== '' ? sign : specifier.plus ? '+' : specifier.space ? ' ' : '';
    const missing = specifier.width - shown.length - prefix.length - digits.length;
    if (!specifier.left && !specifier.zero) this.#fill(specifier, SPACE, missing);
    this.sink.ascii(shown);
    this.sink.ascii(prefix);
    if (!specifier.left && specifier.zero) this.#fill(specifier, ZERO, missing);
    this.sink.ascii(digits);
    if (specifier.left) this.#fill(specifier, SPACE, missing);
  }

  #fill(specifier: Specifier, code: number, missing: number): void {
    this.checkSize(specifier);
    this.sink.fill(code, missing);
  }

  /** Writes the spaces before a text of known length. */
  protected padBefore(specifier: Specifier, length: number): void {
    if (!specifier.left) this.#fill(specifier, SPACE, specifier.width - length);
  }

  /** Writes the spaces after it. */
  protected padAfter(specifier: Specifier, length: number): void {
    if (specifier.left) this.#fill(specifier, SPACE, specifier.width - length);
  }
}

/** A printable ASCII character in quotes; a quote is put in quotes of the other kind. */
export function quoted(character: string): string {
  return character === "'" ? `"'"` : `'${character}'`;
}

/** `operator.index(value)`; null if the value has no index. */
function indexOf(value: unknown): number | bigint | null {
  return isIntLike(value) ? asInt(value) : null;
}

/** `int(value)` of a number; null if it is not a number. CPython: Objects/abstract.c `PyNumber_Long`. */
function intOf(value: unknown): number | bigint | null {
  if (typeof value === 'object' && value !== null) {
    if (isFloat(value)) return truncated(value.value);
    const toInt = specialMethod(value, '__int__');
    if (toInt !== null) {
      const result: unknown = toInt.call(value);
      warnOfBool(value, '__int__', result);
      return typeof result === 'object' ? null : indexOf(result);
    }
    // Only a value with its own number methods is asked for its bytes.
    if (!isIntLike(value) && specialMethod(value, '__float__') !== null) {
      const numeral = numeralOf(value);
      return numeral === null ? null : integerOfNumeral(numeral, 10);
    }
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return truncated(value);
  return indexOf(value);
}
