import { PyOverflowError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START, copyRange } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { abi, asInt, isIntLike, typeName } from '../python/index.js';
import type { ArgumentReader } from './percent-arguments.js';

const ZERO = 0x30;
const LARGEST_INT = 2147483647;

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
  /** The argument it converts. */
  value: unknown;
  /** The last character, which says how. */
  type: string;
}

/** Reads a format: the text between conversions, and the conversions. */
export class FormatReader {
  readonly memory: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Index in the memory of what is read next. */
  at: number;
  readonly #arguments: ArgumentReader;

  constructor(format: Content, reader: ArgumentReader) {
    this.memory = format[MEMORY];
    this.start = this.at = format[START];
    this.end = this.start + format[LENGTH];
    this.#arguments = reader;
  }

  /** The next byte of the format; -1 at its end. */
  peek(): number {
    return this.at < this.end ? this.memory[this.at]! : -1;
  }

  /** The next byte as a character; empty at the end. */
  #character(): string {
    return this.at < this.end ? String.fromCharCode(this.memory[this.at]!) : '';
  }

  /**
   * The conversion that begins here, behind its `%`, and its argument.
   *
   * @param position index of the `%` in the format, for errors
   * @throws PyValueError `stray % at position 0`, `stray % or incomplete format key at position 0`,
   *   `format requires a parenthesised mapping key at position 0`, `width too big at position 0`
   */
  specifier(position: number): Specifier {
    const keyed = this.#character() === '(';
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
    const length = this.#character();
    if (length === 'h' || length === 'l' || length === 'L') this.at++;
    if (this.at >= this.end) throw new PyValueError(`stray % at position ${position}`);
    specifier.value = this.#arguments.next();
    specifier.type = this.#character();
    this.at++;
    return specifier;
  }

  #readKey(position: number): void {
    this.#arguments.checkMapping();
    const from = ++this.at;
    for (let depth = 1; depth > 0; this.at++) {
      const character = this.#character();
      if (character === '') {
        throw new PyValueError(`stray % or incomplete format key at position ${position}`);
      }
      if (character === '(') depth++;
      else if (character === ')') depth--;
    }
    this.#arguments.lookUp(copyRange(this.memory, from, this.at - 1));
  }

  #readFlags(specifier: Specifier): void {
    for (; ; this.at++) {
      switch (this.#character()) {
        case '-':
          specifier.left = true;
          break;
        case '+':
          specifier.plus = true;
          break;
        case ' ':
          specifier.space = true;
          break;
        case '#':
          specifier.alternate = true;
          break;
        case '0':
          specifier.zero = true;
          break;
        default:
          return;
      }
    }
  }

  #readWidth(specifier: Specifier): void {
    const { maxsize } = abi();
    if (this.#character() === '*') {
      let width = this.#readStar(specifier, 'width', -maxsize - 1n, maxsize);
      if (width < 0) {
        specifier.left = true;
        width = -width;
      }
      specifier.width = width;
    } else {
      specifier.width = this.#readDigits(specifier, 'width', Number(maxsize));
    }
  }

  #readPrecision(specifier: Specifier): void {
    if (this.#character() !== '.') return;
    this.at++;
    if (this.#character() === '*') {
      const precision = this.#readStar(specifier, 'precision', -2147483648n, 2147483647n);
      specifier.precision = Math.max(0, precision);
    } else {
      specifier.precision = Math.max(0, this.#readDigits(specifier, 'precision', LARGEST_INT));
    }
  }

  /** A `*`: the next argument, which only an int can be, not something that can be made one. */
  #readStar(specifier: Specifier, what: string, least: bigint, most: bigint): number {
    if (specifier.keyed) {
      throw new PyValueError(
        `* cannot be used with a parenthesised mapping key at position ${specifier.position}`,
      );
    }
    const value = this.#arguments.nextOfTuple();
    const isInt = isIntLike(value) && typeof value !== 'object';
    if (!isInt) throw new PyTypeError(`${this.#arguments.name}: * requires int, not ${typeName(value)}`);
    const int = asInt(value);
    if (int < least || int > most) throw new PyOverflowError(`${this.#arguments.name}: too big for ${what}`);
    this.at++;
    return Number(int);
  }

  /** A number in the format; -1 when there is none. */
  #readDigits(specifier: Specifier, what: string, most: number): number {
    let number = -1;
    for (; ; this.at++) {
      const digit = this.peek() - ZERO;
      if (digit < 0 || digit > 9) return number;
      number = Math.max(0, number) * 10 + digit;
      if (number > most) throw new PyValueError(`${what} too big at position ${specifier.position}`);
    }
  }
}
