/** `%`-formatting of text. Converting an argument may run user code. The runtime calls it. */
import { PyMemoryError, PyOverflowError, PyTypeError } from '../exceptions/index.js';
import { asInt, isIntLike } from '../python/index.js';
import { ArgumentReader } from './percent-arguments.js';
import type { PercentArguments } from './percent-arguments.js';
import { Converter, quoted } from './percent-convert.js';
import type { PercentSink } from './percent-convert.js';
import type { FormatText, Specifier } from './percent-specifier.js';
import { textRepr } from './repr-text.js';

/** The operations on values that text formatting needs; a room above this one defines them. */
export interface TextRules {
  str(value: unknown): string;
  repr(value: unknown): string;
  ascii(value: unknown): string;
  isMapping(value: unknown): boolean;
  item(mapping: unknown, key: string): unknown;
}

const PERCENT = 0x25;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
/** No JavaScript engine supports longer texts. */
const MOST_CHARACTERS = 2 ** 28;

/** Collects text. */
class TextSink implements PercentSink {
  text = '';

  get length(): number {
    return this.text.length;
  }

  ascii(text: string): void {
    this.text += text;
  }

  fill(code: number, count: number): void {
    if (count > 0) this.text += String.fromCharCode(code).repeat(count);
  }
}

/**
 * `format % args` for text.
 *
 * @throws PyTypeError `not enough arguments for format string (got 1)`,
 *   `not all arguments converted during string formatting (required 1, got 2)`,
 *   `format requires a mapping, not int`, `format argument 1: %d requires a real number, not str` and similar
 *   texts
 * @throws PyValueError `unsupported format %y at position 0`, `stray % at position 0` and similar texts
 * @throws PyKeyError with the repr of a key that the mapping lacks
 * @throws PyOverflowError `format argument: %c argument not in range(0x110000)`, `precision too large`
 *
 * CPython: Objects/unicode_format.c `PyUnicode_Format`
 */
export function formatText(text: string, args: PercentArguments, rules: TextRules): string {
  const codes = Uint32Array.from(text as Iterable<never>, (character: string) => character.codePointAt(0)!);
  const end = codes.length;
  const format: FormatText<string> = {
    codes,
    start: 0,
    end,
    key: (from, to) => textOf(codes, from, to),
  };
  const keys = { kind: 'string', isMapping: rules.isMapping, item: rules.item, repr: textRepr } as const;
  const reader = new ArgumentReader<string>(args, keys);
  const sink = new TextSink();
  let converter: TextConverter | null = null;
  for (let at = 0; at < end;) {
    const found = codes.indexOf(PERCENT, at);
    const next = found === -1 ? end : found;
    sink.text += textOf(codes, at, next);
    if (next === end) break;
    at = next + 1;
    const type = codes[at];
    if (type === PERCENT) {
      sink.text += '%';
      at++;
    } else if (writePlain(type, reader, sink)) {
      at++;
    } else {
      converter ??= new TextConverter(format, reader, sink, rules);
      at = converter.convert(at);
    }
  }
  reader.finish();
  return sink.text;
}

function textOf(codes: Uint32Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCodePoint(codes[i]!);
  return text;
}

/** The most common conversions, `%d` of an int and `%s` of text; false for any other. */
function writePlain(type: number | undefined, reader: ArgumentReader<string>, sink: TextSink): boolean {
  const value = reader.peek();
  if (type === LETTER_D && Number.isSafeInteger(value)) sink.text += String(value);
  else if (type === LETTER_S && typeof value === 'string') sink.text += value;
  else return false;
  reader.next();
  return true;
}

class TextConverter extends Converter<string, TextSink> {
  readonly #rules: TextRules;

  constructor(format: FormatText<string>, args: ArgumentReader<string>, sink: TextSink, rules: TextRules) {
    super(format, args, sink);
    this.#rules = rules;
  }

  protected override shown(type: string): string {
    if (/^[ -~]$/.test(type)) return quoted(type);
    const code = `U+${type.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    // For a character that repr() would escape, only the code is shown.
    return textRepr(type) === `'${type}'` ? `'${type}' (${code})` : code;
  }

  protected override writeOther(specifier: Specifier): boolean {
    const { type, value } = specifier;
    if (type === 'c') this.#writeText(specifier, this.#character(value));
    else if (type === 's') this.#writeCut(specifier, this.#rules.str(value));
    else if (type === 'r') this.#writeCut(specifier, this.#rules.repr(value));
    else if (type === 'a') this.#writeCut(specifier, this.#rules.ascii(value));
    else return false;
    return true;
  }

  /** CPython: Objects/unicode_format.c `formatchar`. */
  #character(value: unknown): string {
    const wanted = 'an integer or a unicode character';
    if (typeof value === 'string') {
      const { length } = [...value];
      if (length === 1) return value;
      throw new PyTypeError(`${this.args.name}: %c requires ${wanted}, not a string of length ${length}`);
    }
    if (!isIntLike(value)) throw this.wrongType('c', wanted, value);
    const int = asInt(value);
    if (int < 0 || int > 0x10ffff) {
      throw new PyOverflowError(`${this.args.name}: %c argument not in range(0x110000)`);
    }
    return String.fromCodePoint(Number(int));
  }

  #writeCut(specifier: Specifier, text: string): void {
    const { precision } = specifier;
    const isCut = precision >= 0 && text.length > precision;
    this.#writeText(specifier, isCut ? [...text].slice(0, precision).join('') : text);
  }

  #writeText(specifier: Specifier, text: string): void {
    const length = specifier.width < 0 ? 0 : [...text].length;
    this.padBefore(specifier, length);
    this.sink.text += text;
    this.padAfter(specifier, length);
  }

  /** Not Python, where only memory is the limit. */
  protected override checkSize(specifier: Specifier): void {
    if (specifier.width > MOST_CHARACTERS) throw new PyMemoryError();
  }
}
