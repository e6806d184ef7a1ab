import {
  capitalize,
  equal,
  expandtabs,
  hex,
  isalnum,
  isalpha,
  isascii,
  isdigit,
  islower,
  isspace,
  istitle,
  isupper,
  lower,
  repeat,
  replace,
  repr,
  splitlines,
  swapcase,
  title,
  upper,
  zfill,
} from '../algorithms/index.js';
import { decode } from '../codecs/index.js';
import { PyMemoryError, PyTypeError, PyValueError } from '../exceptions/index.js';
import { formatPercent } from '../formats/percent.js';
import { EMPTY, LENGTH, MEMORY, START, allocate, copyBytes, copyContent } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { endLease, isBytesLike, isHostBuffer, lease } from '../protocol/index.js';
import type { BufferExporter, BufferView } from '../protocol/index.js';
import {
  NotImplemented,
  Slice,
  abi,
  asCInt,
  asSsizeArgument,
  bindOptions,
  isOptions,
  isTrue,
  typeName,
} from '../python/index.js';
import type { IntLike, SlicePart } from '../python/index.js';
import {
  asFill,
  asHexSeparator,
  asName,
  asRepeatCount,
  hold,
  isExactBytes,
  isOwn,
  leaseOperand,
  letGo,
} from './arguments.js';
import { changed, is, padded, stripped, translated, translatedWithout } from './change.js';
import { orderOf, richCompare, sameContent } from './compare.js';
import { JOIN_TWO, MAKE, MAKE_BYTES, PART, PIN, SAME, UNPIN } from './hooks.js';
import { ReverseIterator } from './iterate.js';
import { joinItems, joinLeased } from './join.js';
import { COUNT, FIND, RFIND, contains, search, tailMatch } from './search.js';
import { partitionAt, partsOf, splitBy } from './split.js';
import { getSlice, getSlowly, isPlainPart } from './subscript.js';
import type { BytesLike, DecodeOptions, FillByte, HexOptions, Needle, SplitOptions } from './types.js';

/** `console.log` in Node, Deno and Bun. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

const SPACE = 0x20;
const DECODE = ['encoding', 'errors'] as const;
const HEX = ['sep', 'bytes_per_sep'] as const;
const REPLACE = ['old', 'new', 'count'] as const;
const TRANSLATE = ['table', 'delete'] as const;

/** The middle of `partition`'s result: bytes give back the very separator, a bytearray a copy. */
export type Middle<Self, S> = Self extends { readonly kind: 'bytes' } ? S | Self : Self;

/**
 * What `bytes` and `bytearray` have in common: 42 methods, subscripts and operators. `Self` is the type of results:
 * `Bytes` or `ByteArray`, also for their subclasses, as in Python.
 *
 * Every method coerces its arguments first (the only place where a caller's code runs) and reads its bytes then.
 */
export abstract class BytesBase<Self extends BytesBase<Self>>
  implements Content, BufferExporter, Iterable<number>
{
  /** @internal */
  declare [MEMORY]: Uint8Array;
  /** @internal */
  declare [START]: number;
  /** @internal */
  declare [LENGTH]: number;

  /** @internal */
  constructor(memory: Uint8Array, start: number, length: number) {
    this[MEMORY] = memory;
    this[START] = start;
    this[LENGTH] = length;
  }

  /** Which of the two types this is, also for subclasses. Not Python: `isinstance(b, bytes)`. */
  abstract get kind(): 'bytes' | 'bytearray';

  /** @internal */
  abstract [MAKE](range: Range): Self;
  /** @internal */
  abstract [PART](start: number, end: number): Self;
  /** @internal */
  abstract [SAME](): Self;
  /** @internal */
  abstract [MAKE_BYTES](content: Content): unknown;
  /** @internal */
  abstract [PIN](): void;
  /** @internal */
  abstract [UNPIN](): void;

  abstract getBuffer(flags: number): BufferView;
  abstract releaseBuffer(view: BufferView): void;
  abstract [Symbol.iterator](): IterableIterator<number>;

  // ---- subscripts and size ------------------------------------------------------------------------------------

  get length(): number {
    return this[LENGTH];
  }

  get(key: IntLike): number;
  get(key: Slice): Self;
  get(key: IntLike | Slice): number | Self;
  get(key: IntLike | Slice): number | Self {
    if (typeof key === 'number' && key >= 0 && key < this[LENGTH]) {
      const byte = this[MEMORY][this[START] + key];
      // A key like 0.5 reads undefined, and is refused below.
      if (byte !== undefined) return byte;
    }
    return getSlowly<Self>(this, key);
  }

  slice(start?: SlicePart, stop?: SlicePart, step?: SlicePart): Self {
    if (step === undefined && isPlainPart(start) && isPlainPart(stop)) {
      const length = this[LENGTH];
      let from = start === undefined ? 0 : start;
      let to = stop === undefined ? length : stop;
      if (from < 0) from = from + length < 0 ? 0 : from + length;
      else if (from > length) from = length;
      if (to < 0) to += length;
      else if (to > length) to = length;
      const base = this[START];
      return this[PART](base + from, base + (to < from ? from : to));
    }
    return getSlice<Self>(this, new Slice(start, stop, step));
  }

  includes(value: Needle): boolean {
    return contains(this, value);
  }

  reversed(): IterableIterator<number> {
    return new ReverseIterator(this);
  }

  // ---- operators ----------------------------------------------------------------------------------------------

  concat(other: BytesLike): Self {
    if (isOwn(other)) return this[JOIN_TWO](other);
    this[PIN]();
    try {
      const content = leaseOperand(this, other);
      try {
        return this[JOIN_TWO](content);
      } finally {
        endLease(content);
      }
    } finally {
      this[UNPIN]();
    }
  }

  repeat(count: IntLike): Self {
    const times = asRepeatCount(count);
    if (times === 1) return this[SAME]();
    const start = this[START];
    return this[MAKE](repeat(this[MEMORY], start, start + this[LENGTH], times));
  }

  mod(args: unknown): Self {
    this[PIN]();
    try {
      const result = formatPercent(
        this,
        Array.isArray(args)
          ? { kind: 'tuple', items: args as readonly unknown[] }
          : { kind: 'single', value: args },
        this.kind,
        (key) => this[MAKE_BYTES](key),
      );
      return this[MAKE](result ?? copyContent(this));
    } finally {
      this[UNPIN]();
    }
  }

  equals(other: unknown): boolean {
    if (isOwn(other)) return sameContent(this, other);
    const result = richCompare(this, other, '==');
    if (result !== NotImplemented) return result;
    if (typeName(other) === 'memoryview') return (other as { equals(b: unknown): boolean }).equals(this);
    if (!isHostBuffer(other)) return false;
    return sameContent(this, lease(other));
  }

  compare(other: BytesLike): -1 | 0 | 1 {
    if (isOwn(other)) return orderOf(this, other);
    if (this.kind === 'bytearray' ? isBytesLike(other) : isHostBuffer(other)) {
      this[PIN]();
      try {
        const content = lease(other);
        try {
          return orderOf(this, content);
        } finally {
          endLease(content);
        }
      } finally {
        this[UNPIN]();
      }
    }
    throw new PyTypeError(
      `'<' not supported between instances of '${typeName(this)}' and '${typeName(other)}'`,
    );
  }

  // ---- search -------------------------------------------------------------------------------------------------

  find(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, FIND);
  }

  rfind(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, RFIND);
  }

  index(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    const at = search(this, sub, start, end, FIND);
    if (at < 0) throw new PyValueError('subsection not found');
    return at;
  }

  rindex(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    const at = search(this, sub, start, end, RFIND);
    if (at < 0) throw new PyValueError('subsection not found');
    return at;
  }

  count(sub: Needle, start?: SlicePart, end?: SlicePart): number {
    return search(this, sub, start, end, COUNT);
  }

  startswith(prefix: BytesLike | readonly BytesLike[], start?: SlicePart, end?: SlicePart): boolean {
    return tailMatch(this, 'startswith', prefix, start, end);
  }

  endswith(suffix: BytesLike | readonly BytesLike[], start?: SlicePart, end?: SlicePart): boolean {
    return tailMatch(this, 'endswith', suffix, start, end);
  }

  // ---- splitting and joining ----------------------------------------------------------------------------------

  split(sep?: BytesLike | null, maxsplit?: IntLike): Self[];
  split(sep: BytesLike | null | undefined, options: Pick<SplitOptions, 'maxsplit'>): Self[];
  split(options: SplitOptions): Self[];
  split(sep?: BytesLike | null | SplitOptions, maxsplit?: IntLike | SplitOptions): Self[] {
    return splitBy<Self>(this, 'split', sep, maxsplit);
  }

  rsplit(sep?: BytesLike | null, maxsplit?: IntLike): Self[];
  rsplit(sep: BytesLike | null | undefined, options: Pick<SplitOptions, 'maxsplit'>): Self[];
  rsplit(options: SplitOptions): Self[];
  rsplit(sep?: BytesLike | null | SplitOptions, maxsplit?: IntLike | SplitOptions): Self[] {
    return splitBy<Self>(this, 'rsplit', sep, maxsplit);
  }

  splitlines(keepends?: unknown): Self[] {
    if (isOptions(keepends)) [keepends] = bindOptions('splitlines', ['keepends'], [keepends]);
    const keep = keepends === undefined ? false : isTrue(keepends);
    const start = this[START];
    return partsOf<Self>(this, splitlines(this[MEMORY], start, start + this[LENGTH], keep));
  }

  join(iterable: Iterable<BytesLike> | { __iter__(): unknown }): Self {
    const items = joinItems(iterable);
    if (items.length === 0) return this[MAKE](EMPTY);
    if (items.length === 1 && this.kind === 'bytes' && isExactBytes(items[0])) return items[0] as Self;
    return joinLeased<Self>(this, items, items === iterable);
  }

  partition<S extends BytesLike>(sep: S): readonly [Self, Middle<Self, S>, Self] {
    return partitionAt<Self, S>(this, sep, false);
  }

  rpartition<S extends BytesLike>(sep: S): readonly [Self, Middle<Self, S>, Self] {
    return partitionAt<Self, S>(this, sep, true);
  }

  // ---- stripping ----------------------------------------------------------------------------------------------

  strip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, true, true);
  }

  lstrip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, true, false);
  }

  rstrip(bytes?: BytesLike | null): Self {
    return stripped<Self>(this, bytes, false, true);
  }

  removeprefix(prefix: BytesLike): Self {
    const affix = lease(prefix);
    try {
      const start = this[START];
      const size = affix[LENGTH];
      const length = this[LENGTH];
      return size > 0 && size <= length && equal(this[MEMORY], start, affix[MEMORY], affix[START], size)
        ? this[PART](start + size, start + length)
        : this[SAME]();
    } finally {
      endLease(affix);
    }
  }

  removesuffix(suffix: BytesLike): Self {
    const affix = lease(suffix);
    try {
      const start = this[START];
      const size = affix[LENGTH];
      const end = start + this[LENGTH] - size;
      return size > 0 && end >= start && equal(this[MEMORY], end, affix[MEMORY], affix[START], size)
        ? this[PART](start, end)
        : this[SAME]();
    } finally {
      endLease(affix);
    }
  }

  // ---- padding ------------------------------------------------------------------------------------------------

  center(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('center', fillchar);
    const room = size - this[LENGTH];
    // CPython's rule for the odd byte: to the left when the width is odd.
    const left = Math.floor(room / 2) + (room % 2 === 1 && size % 2 === 1 ? 1 : 0);
    return padded<Self>(this, left, room - left, fill);
  }

  ljust(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('ljust', fillchar);
    return padded<Self>(this, 0, size - this[LENGTH], fill);
  }

  rjust(width: IntLike, fillchar?: FillByte): Self {
    const size = asSsizeArgument(width);
    const fill = fillchar === undefined ? SPACE : asFill('rjust', fillchar);
    return padded<Self>(this, size - this[LENGTH], 0, fill);
  }

  zfill(width: IntLike): Self {
    const size = asSsizeArgument(width);
    const start = this[START];
    const result = zfill(this[MEMORY], start, start + this[LENGTH], size);
    return result === null ? this[SAME]() : this[MAKE](result);
  }

  expandtabs(tabsize?: IntLike | { tabsize?: IntLike }): Self {
    let size: unknown = tabsize;
    if (isOptions(size)) [size] = bindOptions('expandtabs', ['tabsize'], [size]);
    const columns = size === undefined ? 8 : asCInt(size);
    const start = this[START];
    return this[MAKE](expandtabs(this[MEMORY], start, start + this[LENGTH], columns));
  }

  // ---- replacing ----------------------------------------------------------------------------------------------

  replace(old: BytesLike, replacement: BytesLike, count?: IntLike | { count?: IntLike }): Self {
    let limit: unknown = count;
    if (isOptions(limit)) [, , limit] = bindOptions('replace', REPLACE, [old, replacement, limit], 2);
    const from = hold(old);
    try {
      const to = hold(replacement);
      try {
        const most = limit === undefined ? -1 : asSsizeArgument(limit);
        const start = this[START];
        const fs = from[START];
        const ts = to[START];
        const result = replace(
          this[MEMORY],
          start,
          start + this[LENGTH],
          from[MEMORY],
          fs,
          fs + from[LENGTH],
          to[MEMORY],
          ts,
          ts + to[LENGTH],
          most,
        );
        return result === null ? this[SAME]() : this[MAKE](result);
      } finally {
        letGo(to);
      }
    } finally {
      letGo(from);
    }
  }

  translate(table: BytesLike | null, del?: BytesLike | { delete?: BytesLike }): Self {
    let deleted: unknown = del;
    if (isOptions(deleted)) [, deleted] = bindOptions('translate', TRANSLATE, [table, deleted], 1);
    const map = table === null || table === undefined ? null : hold(table);
    try {
      if (map !== null && map[LENGTH] !== 256) {
        throw new PyValueError('translation table must be 256 characters long');
      }
      return deleted === undefined
        ? translated<Self>(this, map, null)
        : translatedWithout<Self>(this, map, deleted);
    } finally {
      if (map !== null) letGo(map);
    }
  }

  // ---- case and kinds of bytes ----------------------------------------------------------------------------------

  lower(): Self {
    return changed<Self>(this, lower);
  }

  upper(): Self {
    return changed<Self>(this, upper);
  }

  swapcase(): Self {
    return changed<Self>(this, swapcase);
  }

  capitalize(): Self {
    return changed<Self>(this, capitalize);
  }

  title(): Self {
    return changed<Self>(this, title);
  }

  isalnum(): boolean {
    return is(this, isalnum);
  }

  isalpha(): boolean {
    return is(this, isalpha);
  }

  isascii(): boolean {
    return is(this, isascii);
  }

  isdigit(): boolean {
    return is(this, isdigit);
  }

  islower(): boolean {
    return is(this, islower);
  }

  isspace(): boolean {
    return is(this, isspace);
  }

  istitle(): boolean {
    return is(this, istitle);
  }

  isupper(): boolean {
    return is(this, isupper);
  }

  // ---- to text --------------------------------------------------------------------------------------------------

  decode(encoding?: string, errors?: string): string;
  decode(encoding: string, options: Pick<DecodeOptions, 'errors'>): string;
  decode(options: DecodeOptions): string;
  decode(encoding?: string | DecodeOptions, errors?: string | DecodeOptions): string {
    let codec: unknown = encoding;
    let handler: unknown = errors;
    if (isOptions(codec) || isOptions(handler)) {
      [codec, handler] = bindOptions('decode', DECODE, [codec, handler]);
    }
    const codecName = codec === undefined ? 'utf-8' : asName('decode', 'encoding', codec);
    const handlerName = handler === undefined ? 'strict' : asName('decode', 'errors', handler);
    this[PIN]();
    try {
      return decode(this, codecName, handlerName, (content: Content) => this[MAKE_BYTES](content));
    } finally {
      this[UNPIN]();
    }
  }

  hex(sep?: string | BytesLike, bytes_per_sep?: IntLike): string;
  hex(sep: string | BytesLike | undefined, options: Pick<HexOptions, 'bytes_per_sep'>): string;
  hex(options: HexOptions): string;
  hex(sep?: string | BytesLike | HexOptions, bytes_per_sep?: IntLike | HexOptions): string {
    let mark: unknown = sep;
    let group: unknown = bytes_per_sep;
    if (isOptions(mark) || isOptions(group)) [mark, group] = bindOptions('hex', HEX, [mark, group]);
    const size = group === undefined ? 1 : asSsizeArgument(group);
    const byte = asHexSeparator(mark);
    const start = this[START];
    return hex(this[MEMORY], start, start + this[LENGTH], byte, size);
  }

  repr(): string {
    const start = this[START];
    return repr(this[MEMORY], start, start + this[LENGTH]);
  }

  toString(): string {
    return this.repr();
  }

  toJSON(): string {
    return this.repr();
  }

  [INSPECT](): string {
    return this.repr();
  }

  toUint8Array(): Uint8Array<ArrayBuffer> {
    const start = this[START];
    return this[MEMORY].slice(start, start + this[LENGTH]) as Uint8Array<ArrayBuffer>;
  }

  /** @internal The two contents one after the other. */
  [JOIN_TWO](other: Content): Self {
    const length = this[LENGTH];
    const more = other[LENGTH];
    if (more === 0) return this[SAME]();
    if (length + more > Number(abi().maxsize)) throw new PyMemoryError();
    const result = allocate(length + more);
    const target = result[MEMORY];
    const at = result[START];
    copyBytes(this[MEMORY], this[START], this[START] + length, target, at);
    copyBytes(other[MEMORY], other[START], other[START] + more, target, at + length);
    return this[MAKE](result);
  }
}
