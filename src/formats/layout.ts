/**
 * Compiles a struct format to the positions of its fields.
 *
 * CPython: Modules/_struct.c `prepare_s`
 */
import { Kind, kindSize, nativeKind, standardKind } from './item.js';
import { PyTypeError } from '../exceptions/index.js';
import { abi, fullTypeName } from '../python/index.js';
import { StructError } from './struct-error.js';

/** `s`: bytes of fixed length. Another kind after those of single items. */
export const STRING = 15;
/** `p`: a length byte, then bytes. */
export const PASCAL = 16;

/**
 * The fields of a format, as parallel arrays: entry k is `repeats[k]` items of `kinds[k]`, the first one
 * `offsets[k]` bytes into the structure, each `sizes[k]` bytes long.
 */
export interface Layout {
  /** The size of the whole structure in bytes. */
  readonly size: number;
  /** The number of values it packs and unpacks. */
  readonly count: number;
  readonly littleEndian: boolean;
  /** Whether some bytes belong to no field: padding, or `x`. */
  readonly padded: boolean;
  /** Whether each entry is one item and none is bytes, so that `unpackItem` returns the value itself. */
  readonly plain: boolean;
  readonly kinds: readonly number[];
  readonly codes: readonly string[];
  readonly offsets: readonly number[];
  readonly sizes: readonly number[];
  readonly repeats: readonly number[];
}

/** The meaning of a code in one of the two modes; null for a character that is not a code. */
interface Code {
  readonly kind: number;
  readonly size: number;
  readonly alignment: number;
}

/** The kinds of the codes that only struct knows; their unit is a byte. */
const TEXT: Readonly<Record<string, number>> = { x: -1, s: STRING, p: PASCAL };

/** The complex codes of one letter, which only struct knows. */
const COMPLEX: Readonly<Record<string, string>> = { F: 'Zf', D: 'Zd' };

function lookUp(code: string, native: boolean): Code | null {
  const item = COMPLEX[code] ?? code;
  const kind = TEXT[code] ?? (native ? nativeKind(item) : standardKind(item));
  if (kind === null) return null;
  const size = kind < 0 || kind >= STRING ? 1 : kindSize(kind as Kind);
  const unit = kind === Kind.C64 || kind === Kind.C128 ? size / 2 : size;
  return { kind, size, alignment: native ? unit : 1 };
}

const isSpace = (c: number) => c === 32 || (c >= 9 && c <= 13);
const isDigit = (c: number) => c >= 48 && c <= 57;

/**
 * The largest size: `sys.maxsize`. Not Python: 2**53 - 1 if that is less, which is more than any memory.
 */
function sizeLimit(): number {
  return abi().pointer === 4 ? 2147483647 : Number.MAX_SAFE_INTEGER;
}

/**
 * Compiles a format of ASCII text.
 *
 * @throws StructError `bad char in struct format`, `repeat count given without format specifier`,
 *   `total struct size too long`, `embedded null character`
 */
export function parseLayout(format: string): Layout {
  if (format.includes('\0')) throw new StructError('embedded null character');
  const prefix = format.charAt(0);
  const native = prefix === '' || !'<>=!'.includes(prefix);
  const kinds: number[] = [];
  const codes: string[] = [];
  const offsets: number[] = [];
  const sizes: number[] = [];
  const repeats: number[] = [];
  const limit = sizeLimit();
  let size = 0;
  let used = 0;
  let count = 0;
  let at = native && prefix !== '@' ? 0 : 1;
  const end = format.length;

  while (at < end) {
    let c = format.charCodeAt(at++);
    if (isSpace(c)) continue;
    let repeat = 1;
    if (isDigit(c)) {
      const start = at - 1;
      while (at < end && isDigit(format.charCodeAt(at))) at++;
      repeat = Number(format.slice(start, at));
      if (repeat > limit) throw new StructError('total struct size too long');
      if (at === end) throw new StructError('repeat count given without format specifier');
      c = format.charCodeAt(at++);
    }
    // Z is half a code: `Zf` and `Zd`.
    const letters = c === 90 ? 'Z' + format.charAt(at++) : String.fromCharCode(c);
    const code = lookUp(letters, native);
    if (code === null) throw new StructError('bad char in struct format');

    size = Math.ceil(size / code.alignment) * code.alignment;
    const offset = size;
    size += repeat * code.size;
    if (size > limit) throw new StructError('total struct size too long');
    if (code.kind < 0) continue;
    used += repeat * code.size;

    const isText = code.kind >= STRING;
    const items = isText ? 1 : repeat;
    if (items === 0) continue;
    count += items;
    kinds.push(code.kind);
    codes.push(letters);
    offsets.push(offset);
    sizes.push(isText ? repeat : code.size);
    repeats.push(items);
  }
  return {
    size,
    count,
    littleEndian: prefix !== '>' && prefix !== '!',
    padded: used !== size,
    plain: count === kinds.length && kinds.every((kind) => kind !== Kind.CHAR && kind < STRING),
    kinds,
    codes,
    offsets,
    sizes,
    repeats,
  };
}

/**
 * The bytes of one structure of a format, native or not: `struct.calcsize`.
 *
 * @throws StructError if the format does not parse
 * @throws PyTypeError `Struct() argument 1 must be a str or bytes object, not int`. Not Python: the C function
 *   takes text only, so bytes are refused as well.
 *
 * CPython: Objects/abstract.c `PyBuffer_SizeFromFormat`
 */
export function sizeFromFormat(format: string): number {
  if (typeof format !== 'string') {
    throw new PyTypeError(`Struct() argument 1 must be a str or bytes object, not ${fullTypeName(format)}`);
  }
  return parseLayout(format).size;
}
