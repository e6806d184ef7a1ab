/**
 * Parses one conversion of a `%`-format: key, flags, width, precision, type. It takes the arguments for `*`
 * and keys. `percent-convert.ts` calls it.
 */
import { PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { abi, asInt, fullTypeName, isIntLike } from '../python/index.js';
import type { ArgumentReader } from './percent-arguments.js';

const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const HASH_SIGN = 0x23;
const SPACE = 0x20;
const ZERO = 0x30;
/** Numbers of at most this many digits are exact. */
const SAFE_DIGITS = 15;

/** One conversion, `%(key)flags width .precision type`. */
export interface Specifier {
  /** Index of its `%` in the format, for errors. */
  position: number;
  keyed: boolean;
  left: boolean;
  plus: boolean;
  space: boolean;
  alternate: boolean;
  zero: boolean;
  /** -1 for none. */
  width: number;
  /** -1 for none. */
  precision: number;
  /** The argument to convert. */
  value: unknown;
  /** The last character, which names the conversion. */
  type: string;
}

/** A format as codes of its characters: bytes or code points. */
export interface FormatText<Key> {
  readonly codes: ArrayLike<number>;
  readonly start: number;
  readonly end: number;
  /** A part of it as the key of a mapping. */
  key(from: number, to: number): Key;
}

/** Parses the conversions of a format. */
export class FormatReader<Key> {
  readonly start: number;
  readonly end: number;
  readonly #codes: ArrayLike<number>;
  /** The index in the codes of the next character. */
  at: number;
  readonly #format: FormatText<Key>;
  readonly #arguments: ArgumentReader<Key>;

  constructor(format: FormatText<Key>, reader: ArgumentReader<Key>) {
    this.start = this.at = format.start;
    this.end = format.end;
    this.#codes = format.codes;
    this.#format = format;
    this.#arguments = reader;
  }

  /** The next character of the format; -1 at its end. */
  peek(): number {
    return this.at < this.end ? this.#codes[this.at]! : -1;
  }

  /**
   * Parses the conversion after a `%` and takes its argument.
   *
   * @param position index of the `%` in the format, for errors
   * @throws PyValueError `stray % at position 0`, `stray % or incomplete format key at position 0`,
   *   `format requires a parenthesised mapping key at position 0`, `width too big at position 0`
   */
  specifier(position: number): Specifier {
    const keyed = this.peek() === OPEN;
    if (keyed) this.#readKey(position);
    else if (this.#arguments.keyed) {
      throw new PyValueError(`format requires a parenthesised mapping key at position ${position}`);
    }
    const specifier: Specifier = {
      position,
      keyed,
      left: false,
      plus: false,
      space: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
      value: undefined,
      type: '',
    };
    this.#readFlags(specifier);
    this.#readWidth(specifier);
    this.#readPrecision(specifier);
    // C's length modifiers have no effect.
    const length = this.peek();
    if (length === 0x68 || length === 0x6c || length === 0x4c) this.at++;
    if (this.at >= this.end) throw new PyValueError(`stray % at position ${position}`);
    specifier.value = this.#arguments.next();
    specifier.type = String.fromCodePoint(this.#codes[this.at++]!);
    return specifier;
  }

  #readKey(position: number): void {
    this.#arguments.checkMapping();
    const from = ++this.at;
    for (let depth = 1; depth > 0; this.at++) {
      const byte = this.peek();
      if (byte === -1) {
        throw new PyValueError(`stray % or incomplete format key at position ${position}`);
      }
      if (byte === OPEN) depth++;
      else if (byte === CLOSE) depth--;
    }
    this.#arguments.lookUp(this.#format.key(from, this.at - 1));
  }

  #readFlags(specifier: Specifier): void {
    for (; ; this.at++) {
      switch (this.peek()) {
        case MINUS:
          specifier.left = true;
          break;
        case PLUS:
          specifier.plus = true;
          break;
        case SPACE:
          specifier.space = true;
          break;
        case HASH_SIGN:
          specifier.alternate = true;
          break;
        case ZERO:
          specifier.zero = true;
          break;
        default:
          return;
      }
    }
  }

  #readWidth(specifier: Specifier): void {
    const first = this.peek();
    if (first === STAR) {
      const { maxsize } = abi();
      const width = this.#readStar(specifier, 'width', -maxsize, maxsize);
      if (width < 0) specifier.left = true;
      specifier.width = Math.abs(width);
    } else if (isDigit(first)) {
      specifier.width = this.#readDigits(specifier, 'width', abi().maxsize);
    }
  }

  #readPrecision(specifier: Specifier): void {
    if (this.peek() !== POINT) return;
    this.at++;
    const precision =
      this.peek() === STAR
        ? this.#readStar(specifier, 'precision', -2147483648n, 2147483647n)
        : this.#readDigits(specifier, 'precision', 2147483647n);
    specifier.precision = Math.max(0, precision);
  }

  /** A `*`: takes the next argument, which must be a real int and not an object with `__index__`. */
  #readStar(specifier: Specifier, what: string, least: bigint, most: bigint): number {
    if (specifier.keyed) {
      throw new PyValueError(
        `* cannot be used with a parenthesised mapping key at position ${specifier.position}`,
      );
    }
    const value = this.#arguments.nextOfTuple();
    const isInt = isIntLike(value) && typeof value !== 'object';
    if (!isInt) throw new PyTypeError(`${this.#arguments.name}: * requires int, not ${fullTypeName(value)}`);
    const int = asInt(value);
    if (int < least || int > most) throw new PyOverflowError(`${this.#arguments.name}: too big for ${what}`);
    this.at++;
    return Number(int);
  }

  /** A number in the format; 0 when there are no digits. */
  #readDigits(specifier: Specifier, what: string, most: bigint): number {
    const start = this.at;
    let number = 0;
    for (; isDigit(this.peek()); this.at++) number = number * 10 + this.peek() - ZERO;
    const exact = this.at - start <= SAFE_DIGITS ? number : this.#bigint(start);
    if (exact > most) throw new PyValueError(`${what} too big at position ${specifier.position}`);
    return number;
  }

  /** The digits from an index up to here, exactly. */
  #bigint(start: number): bigint {
    let number = 0n;
    for (let i = start; i < this.at; i++) number = number * 10n + BigInt(this.#codes[i]! - ZERO);
    return number;
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
