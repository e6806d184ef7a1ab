/**
 * A fast path for short formats of `bytes % args` that a program uses again: it caches the positions of their
 * conversions, and knows the length of the result before it writes. It assumes that bytes never change.
 * Caller: `percent.ts`, which handles everything else.
 */
import { LENGTH, MEMORY, START, allocate, copyToNew, intact } from '../memory/index.js';
import type { Content, Range } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import { brandOf } from '../python/index.js';
import type { PercentArguments } from './percent-arguments.js';

const PERCENT = 0x25;
const MINUS = 0x2d;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x61;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
const LETTER_X = 0x78;

/** Longer formats are not cached, because parsing them takes little time compared with writing. */
const LONGEST = 256;

/** The text before a conversion, and the conversion. */
interface Piece {
  /** The start and end of the text, relative to the format. */
  readonly start: number;
  readonly end: number;
  /** The letter of the conversion, or 0 for text without one. */
  readonly type: number;
  readonly width: number;
  readonly fill: number;
}

interface Template {
  readonly pieces: readonly Piece[];
  readonly conversions: number;
  /** Bytes of all texts together. */
  readonly length: number;
}

// The last four formats that were used a second time. Searching them is faster than a WeakMap.
const SLOTS = 4;
const formats: (Content | null)[] = [null, null, null, null];
const templates: (Template | null)[] = [null, null, null, null];
let oldest = 0;
/**
 * A format is parsed on its second use in a row, because parsing one that is never used again would only cost
 * time.
 */
let candidate: Content | null = null;

/**
 * `format % args` if the format has only `%s`, `%b`, `%d`, `%x`, `%5d`, `%05d` and `%%`, and the arguments
 * are exactly the bytes, bytearrays and ints that it needs. Returns null for everything else, and for a
 * format that is not cached yet.
 */
export function formatByTemplate(format: Content, args: PercentArguments): Range | null {
  const template = templateOf(format);
  if (template === null) return null;
  const { pieces, conversions } = template;
  const items = args.kind === 'tuple' ? args.items : null;
  if (conversions !== (items === null ? 1 : items.length)) return null;
  let { length } = template;
  let next = 0;
  for (let i = 0; i < pieces.length; i++) {
    const { type, width } = pieces[i]!;
    if (type === 0) continue;
    const value: unknown = items === null ? (args as { readonly value: unknown }).value : items[next++];
    if (type === LETTER_S) {
      if (!isContent(value)) return null;
      length += value[LENGTH];
    } else {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || (value < 0 && width > 0)) return null;
      length += Math.max(width, digitsOf(value, type));
    }
  }
  const result = allocate(length);
  const target = result[MEMORY];
  const base = format[START];
  const memory = intact(format[MEMORY], base + format[LENGTH]);
  let at = result[START];
  next = 0;
  for (let i = 0; i < pieces.length; i++) {
    const { start, end, type, width, fill } = pieces[i]!;
    for (let from = start; from < end; from++) target[at++] = memory[base + from]!;
    if (type === 0) continue;
    const value: unknown = items === null ? (args as { readonly value: unknown }).value : items[next++];
    if (type === LETTER_S) {
      const content = value as Content;
      const from = content[START];
      const to = from + content[LENGTH];
      copyToNew(intact(content[MEMORY], to), from, to, target, at);
      at += content[LENGTH];
    } else {
      const digits = digitsOf(value as number, type);
      for (let missing = width - digits; missing > 0; missing--) target[at++] = fill;
      at += digits;
      writeDigits(target, at, value as number, type);
    }
  }
  return result;
}

function templateOf(format: Content): Template | null {
  for (let i = 0; i < SLOTS; i++) {
    if (formats[i] === format) return templates[i]!;
  }
  if (candidate !== format) {
    candidate = format;
    return null;
  }
  candidate = null;
  if (format[LENGTH] > LONGEST || brandOf(format) !== 'bytes') return null;
  formats[oldest] = format;
  const template = (templates[oldest] = parse(format));
  oldest = (oldest + 1) % SLOTS;
  return template;
}

/** Returns null for a format with any other conversion. */
function parse(format: Content): Template | null {
  const memory = format[MEMORY];
  const base = format[START];
  const end = format[LENGTH];
  const pieces: Piece[] = [];
  let conversions = 0;
  let length = 0;
  let start = 0;
  const add = (to: number, type: number, width: number, fill: number): void => {
    pieces.push({ start, end: to, type, width, fill });
    length += to - start;
    if (type !== 0) conversions++;
  };
  for (let at = 0; at < end;) {
    if (memory[base + at++] !== PERCENT) continue;
    const text = at - 1;
    if (at < end && memory[base + at] === PERCENT) {
      add(at, 0, 0, 0);
      start = ++at;
      continue;
    }
    const fill = at < end && memory[base + at] === ZERO ? ZERO : SPACE;
    if (fill === ZERO) at++;
    const digit = at < end ? memory[base + at]! : 0;
    const width = digit > ZERO && digit <= NINE ? digit - ZERO : 0;
    if (width > 0) at++;
    const type = at < end ? typeOf(memory[base + at]!) : 0;
    if (type === 0 || (type === LETTER_S && at !== text + 1)) return null;
    add(text, type, width, fill);
    start = ++at;
  }
  if (start < end) add(end, 0, 0, 0);
  return { pieces, conversions, length };
}

/** The letter of a conversion that this file handles, or 0. `%b` is another name of `%s`. */
function typeOf(letter: number): number {
  if (letter === LETTER_D || letter === LETTER_X || letter === LETTER_S) return letter;
  return letter === 0x62 ? LETTER_S : 0;
}

/** The number of characters of an int, with its sign. */
function digitsOf(value: number, type: number): number {
  let count = value < 0 ? 2 : 1;
  const base = type === LETTER_D ? 10 : 16;
  for (let power = base, size = Math.abs(value); power <= size; power *= base) count++;
  return count;
}

/** Writes the characters of an int so that they end before `at`. */
function writeDigits(target: Uint8Array, at: number, value: number, type: number): void {
  let rest = Math.abs(value);
  const base = type === LETTER_D ? 10 : 16;
  while (rest > 0x7fffffff) {
    const left = Math.floor(rest / base);
    target[--at] = digit(rest - left * base);
    rest = left;
  }
  let small = rest | 0;
  if (base === 10) {
    do {
      const left = (small / 10) | 0;
      target[--at] = ZERO + small - left * 10;
      small = left;
    } while (small > 0);
  } else {
    do {
      target[--at] = digit(small & 15);
      small >>= 4;
    } while (small > 0);
  }
  if (value < 0) target[at - 1] = MINUS;
}

function digit(value: number): number {
  return value < 10 ? ZERO + value : LETTER_A - 10 + value;
}
