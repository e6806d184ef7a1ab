import {
  capitalize,
  copyStrided,
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
  join,
  lower,
  pad,
  repeat,
  replace,
  repr,
  rsplit,
  rsplitWhitespace,
  skipSet,
  skipSetBack,
  skipSpace,
  skipSpaceBack,
  split,
  splitWhitespace,
  splitlines,
  swapcase,
  title,
  translate,
  translateDelete,
  upper,
  zfill,
  equal,
  find,
  rfind,
} from '../algorithms/index.js';
import { decode } from '../codecs/index.js';
import {
  PyException,
  PyIndexError,
  PyMemoryError,
  PyRuntimeError,
  PyTypeError,
  PyValueError,
} from '../exceptions/index.js';
import { formatPercent } from '../formats/percent.js';
import { EMPTY, LENGTH, MEMORY, START, allocate, copyBytes, copyContent } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { endLease, isBytesLike, isHostBuffer, lease } from '../protocol/index.js';
import type { BufferExporter, BufferView } from '../protocol/index.js';
import {
  NotImplemented,
  Slice,
  abi,
  adjustSlice,
  asCInt,
  asIndex,
  asSsize,
  asSsizeArgument,
  bindOptions,
  isIntLike,
  isOptions,
  isTrue,
  tryIterate,
  tuple,
  typeName,
  unpackSlice,
} from '../python/index.js';
import type { IntLike, SlicePart } from '../python/index.js';
import { copyOfBuffer } from './construct.js';
import { ReverseIterator } from './iterate.js';
import { asFill, asHexSeparator, asName, hold, isOwn, letGo } from './arguments.js';
import { orderOf, richCompare, sameContent } from './compare.js';
import { JOIN_TWO, MAKE, MAKE_BYTES, PART, PIN, SAME, UNPIN } from './hooks.js';
import { COUNT, FIND, RFIND, contains, search, tailMatch } from './search.js';
import type { BytesLike, DecodeOptions, FillByte, HexOptions, Needle, SplitOptions } from './types.js';

/** A change of letters' case, from one range to another of the same length. */
type CaseChange = (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => void;

/** `true` to `false` for `m[s .. e)`. */
type Classifier = (m: Uint8Array, s: number, e: number) => boolean;

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

/** `console.log` in Node, Deno and Bun. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

const SPACE = 0x20;
const DECODE = ['encoding', 'errors'] as const;
const HEX = ['sep', 'bytes_per_sep'] as const;
const REPLACE = ['old', 'new', 'count'] as const;
const SPLIT = ['sep', 'maxsplit'] as const;
const TRANSLATE = ['table', 'delete'] as const;

function isPlainPart(part: SlicePart): part is number | undefined {
  return part === undefined || (typeof part === 'number' && Number.isSafeInteger(part));
}

function getSlowly<Self extends BytesBase<Self>>(self: BytesBase<Self>, key: unknown): number | Self {
  if (isIntLike(key)) {
    let index = asIndex(key);
    const length = self[LENGTH];
    if (index < 0) index += length;
    if (index < 0 || index >= length) {
      throw new PyIndexError(self.kind === 'bytes' ? 'index out of range' : 'bytearray index out of range');
    }
    return self[MEMORY][self[START] + index]!;
  }
  if (key instanceof Slice) return getSlice(self, key);
  throw new PyTypeError(
    `${self.kind === 'bytes' ? 'byte' : 'bytearray'} indices must be integers or slices, not ${typeName(key)}`,
  );
}

function getSlice<Self extends BytesBase<Self>>(self: BytesBase<Self>, key: Slice): Self {
  const parts = unpackSlice(key);
  const { start, step, count } = adjustSlice(self[LENGTH], parts.start, parts.stop, parts.step);
  const first = self[START] + start;
  if (step === 1) return self[PART](first, first + count);
  return self[MAKE](copyStrided(self[MEMORY], first, step, count));
}

/** The right operand of `+`; whatever goes wrong with it is one TypeError. */
export function leaseOperand(self: unknown, other: unknown): Content {
  try {
    return lease(other);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    throw new PyTypeError(`can't concat ${typeName(other)} to ${typeName(self)}`);
  }
}

/** The right operand of `*`. CPython: Objects/abstract.c `sequence_repeat` */
export function asRepeatCount(count: unknown): number {
  if (!isIntLike(count)) {
    throw new PyTypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  const times = asSsize(count);
  return times < 0 ? 0 : times;
}

function partsOf<Self extends BytesBase<Self>>(self: BytesBase<Self>, bounds: number[]): Self[] {
  const count = bounds.length / 2;
  const parts = new Array<Self>(count);
  for (let i = 0; i < count; i++) parts[i] = self[PART](bounds[2 * i]!, bounds[2 * i + 1]!);
  return parts;
}

function splitBy<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  method: 'split' | 'rsplit',
  separator: unknown,
  maxsplit: unknown,
): Self[] {
  if (isOptions(maxsplit) || isOptions(separator)) {
    [separator, maxsplit] = bindOptions(method, SPLIT, [separator, maxsplit]);
  }
  const most = maxsplit === undefined ? -1 : asSsizeArgument(maxsplit);
  if (separator === null || separator === undefined) {
    const start = self[START];
    const cut = method === 'split' ? splitWhitespace : rsplitWhitespace;
    return partsOf(self, cut(self[MEMORY], start, start + self[LENGTH], most));
  }
  self[PIN]();
  try {
    const sep = lease(separator);
    try {
      const size = sep[LENGTH];
      if (size === 0) throw new PyValueError('empty separator');
      const start = self[START];
      const cut = method === 'split' ? split : rsplit;
      const at = sep[START];
      return partsOf(self, cut(self[MEMORY], start, start + self[LENGTH], sep[MEMORY], at, at + size, most));
    } finally {
      endLease(sep);
    }
  } finally {
    self[UNPIN]();
  }
}

/** The items of a join, as a list. CPython: Objects/abstract.c `PySequence_Fast` */
function joinItems(iterable: unknown): readonly unknown[] {
  if (Array.isArray(iterable)) return iterable as readonly unknown[];
  let iterator: Iterator<unknown> | null = null;
  try {
    iterator = tryIterate(iterable);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
  }
  if (iterator === null) throw new PyTypeError('can only join an iterable');
  const items: unknown[] = [];
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) items.push(step.value);
  return items;
}

/** @param isCallers whether a caller's code that runs meanwhile could change the list */
function joinLeased<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  items: readonly unknown[],
  isCallers: boolean,
): Self {
  const count = items.length;
  const contents = new Array<Content>(count);
  let held = 0;
  let foreign = false;
  self[PIN]();
  try {
    for (; held < count; held++) {
      const item = items[held];
      if (isOwn(item)) {
        contents[held] = item;
        if (foreign) hold(item);
        continue;
      }
      if (!foreign) {
        foreign = true;
        for (let i = 0; i < held; i++) hold(contents[i]);
      }
      contents[held] = leaseItem(item, held);
      if (isCallers && items.length !== count) {
        held++;
        throw new PyRuntimeError('sequence changed size during iteration');
      }
    }
    return self[MAKE](join(self, contents));
  } finally {
    if (foreign) for (let i = 0; i < held; i++) letGo(contents[i]!);
    self[UNPIN]();
  }
}

function leaseItem(item: unknown, place: number): Content {
  try {
    return lease(item);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    throw new PyTypeError(`sequence item ${place}: expected a bytes-like object, ${typeName(item)} found`);
  }
}

function partitionAt<Self extends BytesBase<Self>, S>(
  self: BytesBase<Self>,
  separator: S,
  fromEnd: boolean,
): readonly [Self, Middle<Self, S>, Self] {
  const isBytes = self.kind === 'bytes';
  // A bytearray copies its separator first, so that it may be any exporter; bytes lease theirs.
  const sep = isBytes ? lease(separator) : copyOfSeparator(separator);
  try {
    const size = sep[LENGTH];
    if (size === 0) throw new PyValueError('empty separator');
    const start = self[START];
    const end = start + self[LENGTH];
    const ss = sep[START];
    const search = fromEnd ? rfind : find;
    const at = search(self[MEMORY], start, end, sep[MEMORY], ss, ss + size);
    if (at < 0) {
      const whole = (isBytes ? self : self[SAME]()) as Self;
      const first = self[MAKE](EMPTY);
      const second = self[MAKE](EMPTY) as Middle<Self, S>;
      return fromEnd ? tuple(first, second, whole) : tuple(whole, second, first);
    }
    const middle = (isBytes ? separator : self[MAKE](sep as Range)) as Middle<Self, S>;
    return tuple(self[PART](start, at), middle, self[PART](at + size, end));
  } finally {
    endLease(sep);
  }
}

function copyOfSeparator(separator: unknown): Range {
  if (!isBytesLike(separator)) lease(separator);
  return copyOfBuffer(separator);
}

function stripped<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  bytes: BytesLike | null | undefined,
  left: boolean,
  right: boolean,
): Self {
  if (bytes === null || bytes === undefined) {
    const memory = self[MEMORY];
    const start = self[START];
    const end = start + self[LENGTH];
    const from = left ? skipSpace(memory, start, end) : start;
    return self[PART](from, right ? skipSpaceBack(memory, from, end) : end);
  }
  const set = lease(bytes);
  try {
    const memory = self[MEMORY];
    const start = self[START];
    const end = start + self[LENGTH];
    const ss = set[START];
    const se = ss + set[LENGTH];
    const from = left ? skipSet(memory, start, end, set[MEMORY], ss, se) : start;
    return self[PART](from, right ? skipSetBack(memory, from, end, set[MEMORY], ss, se) : end);
  } finally {
    endLease(set);
  }
}

function padded<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  left: number,
  right: number,
  fill: number,
): Self {
  if (left + right <= 0) return self[SAME]();
  const start = self[START];
  return self[MAKE](pad(self[MEMORY], start, start + self[LENGTH], left, right, fill));
}

function translated<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  table: Content | null,
  deleted: Content | null,
): Self {
  const memory = self[MEMORY];
  const start = self[START];
  const end = start + self[LENGTH];
  let result: Range | null = null;
  if (deleted !== null && deleted[LENGTH] > 0) {
    const ds = deleted[START];
    result = translateDelete(
      memory,
      start,
      end,
      table === null ? null : table[MEMORY],
      table === null ? 0 : table[START],
      deleted[MEMORY],
      ds,
      ds + deleted[LENGTH],
    );
  } else if (table !== null) {
    result = translate(memory, start, end, table[MEMORY], table[START]);
  }
  return result === null ? self[SAME]() : self[MAKE](result);
}

function translatedWithout<Self extends BytesBase<Self>>(
  self: BytesBase<Self>,
  table: Content | null,
  deleted: unknown,
): Self {
  const set = lease(deleted);
  try {
    return translated(self, table, set);
  } finally {
    endLease(set);
  }
}

function changed<Self extends BytesBase<Self>>(self: BytesBase<Self>, change: CaseChange): Self {
  const start = self[START];
  const length = self[LENGTH];
  const result = allocate(length);
  change(self[MEMORY], start, start + length, result[MEMORY], result[START]);
  return self[MAKE](result);
}

function is(self: Content, classifier: Classifier): boolean {
  const start = self[START];
  return classifier(self[MEMORY], start, start + self[LENGTH]);
}

function isExactBytes(value: unknown): boolean {
  return isOwn(value) && typeName(value) === 'bytes';
}
