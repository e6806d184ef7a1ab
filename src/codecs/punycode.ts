/**
 * Punycode (RFC 3492), which writes a text as its ASCII characters and a list of insertions. `all.ts`
 * registers it, `idna.ts` builds on it. Positions in texts count code points, as in Python.
 *
 * CPython: Lib/encodings/punycode.py
 */
import { PyOverflowError, PyUnicodeDecodeError } from '../exceptions/index.js';
import { ByteSink, LENGTH, MEMORY, Range, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';
import { abi } from '../python/index.js';
import { ascii } from './ascii.js';
import type { Codec } from './codec.js';
import { plainUnicodeError } from './plain-error.js';

const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const BASE = 36;
const INITIAL_BIAS = 72;
const HYPHEN = 0x2d;
const MAX_UNICODE = 0x10ffffn;

/** The threshold of digit `j`: digits below it end a number. */
function threshold(j: number, bias: number): number {
  return Math.min(Math.max(BASE * (j + 1) - bias, 1), 26);
}

/** RFC 3492, section 6.1, with numbers of any size. */
function adapt(first: bigint, isFirst: boolean, count: number): number {
  let delta = first / (isFirst ? 700n : 2n);
  delta += delta / BigInt(count);
  let divisions = 0;
  for (; delta > 455n; divisions += BASE) delta /= 35n;
  const rest = Number(delta);
  return divisions + Math.floor((BASE * rest) / (rest + 38));
}

/** The distances between insertions, in the order of the characters. */
function insertions(points: readonly number[]): number[] {
  const extended = [...new Set(points.filter((point) => point >= 0x80))].sort((a, b) => a - b);
  const deltas: number[] = [];
  let previous = 0x80;
  let previousIndex = -1;
  for (const point of extended) {
    const below = points.reduce((count, other) => (other < point ? count + 1 : count), 0);
    let delta = (below + 1) * (point - previous);
    let index = -1;
    for (const other of points) {
      if (other === point) {
        index++;
        delta += index - previousIndex;
        deltas.push(delta - 1);
        previousIndex = index;
        delta = 0;
      } else if (other < point) {
        index++;
      }
    }
    previous = point;
  }
  return deltas;
}

function writeNumber(value: number, bias: number, sink: ByteSink): void {
  let rest = value;
  for (let j = 0; ; j++) {
    const t = threshold(j, bias);
    if (rest < t) {
      sink.byte(DIGITS.charCodeAt(rest));
      return;
    }
    sink.byte(DIGITS.charCodeAt(t + ((rest - t) % (BASE - t))));
    rest = Math.floor((rest - t) / (BASE - t));
  }
}

/** Encodes a text in Punycode. It can encode any text: lone surrogates are characters like others. */
export function punycodeBytes(text: string): Range {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const sink = new ByteSink(text.length + 4);
  for (const point of points) {
    if (point < 0x80) sink.byte(point);
  }
  const baseLength = sink.length;
  if (baseLength > 0) sink.byte(HYPHEN);
  let bias = INITIAL_BIAS;
  for (const [i, delta] of insertions(points).entries()) {
    writeNumber(delta, bias, sink);
    bias = adapt(BigInt(delta), i === 0, baseLength + i + 1);
  }
  return sink.finish();
}

/** A fault of the digits; positions count from the first digit. */
class BadDigits {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly reason: string,
  ) {}
}

/** Reads the numbers after the last hyphen, whose letters count as upper case. */
class NumberReader {
  at = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly strict: boolean,
  ) {}

  /** The next number; null if it is broken and errors are ignored. A number can have any size. */
  next(bias: number): bigint | null {
    let result = 0n;
    let weight = 1n;
    for (let j = 0; ; j++) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) return this.#fail(this.at, 'incomplete punycode string');
      const digit = digitValue(byte);
      if (digit < 0) return this.#fail(this.at, `Invalid extended code point '${upper(byte)}'`);
      const t = threshold(j, bias);
      result += BigInt(digit) * weight;
      if (digit < t) return result;
      weight *= BigInt(BASE - t);
    }
  }

  #fail(end: number, reason: string): null {
    if (this.strict) throw new BadDigits(end - 1, end, reason);
    return null;
  }
}

function upper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

function digitValue(byte: number): number {
  const code = upper(byte);
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  return code >= 0x30 && code <= 0x39 ? code - 22 : -1;
}

function insertAll(base: string[], digits: Uint8Array, strict: boolean): string {
  const reader = new NumberReader(digits, strict);
  let point = 0x80n;
  let position = -1n;
  let bias = INITIAL_BIAS;
  while (reader.at < digits.length) {
    const isFirst = reader.at === 0;
    const delta = reader.next(bias);
    if (delta === null) break;
    position += delta + 1n;
    const size = BigInt(base.length + 1);
    point += position / size;
    if (point > MAX_UNICODE) {
      if (strict) {
        if (position > abi().maxsize)
          throw new PyOverflowError('Python int too large to convert to C ssize_t');
        const end = Number(position);
        throw new BadDigits(end - 1, end, `Invalid character U+${point.toString(16)}`);
      }
      point = 0x3fn;
    }
    position %= size;
    base.splice(Number(position), 0, String.fromCodePoint(Number(point)));
    bias = adapt(delta, isFirst, base.length);
  }
  return base.join('');
}

function decode(content: Content, errors: string, object: unknown): string {
  if (errors !== 'strict' && errors !== 'replace' && errors !== 'ignore') {
    throw plainUnicodeError(`Unsupported error handling: ${errors}`);
  }
  const memory = content[MEMORY];
  const start = content[START];
  const bytes = memory.subarray(start, start + content[LENGTH]);
  const whole = (): unknown =>
    typeof object === 'function' ? (object as (faulty: Content) => unknown)(content) : object;
  const hyphen = bytes.lastIndexOf(HYPHEN);
  const base = hyphen <= 0 ? '' : ascii.decode(new Range(memory, start, hyphen), errors, whole);
  try {
    return insertAll([...base], bytes.subarray(hyphen + 1), errors === 'strict');
  } catch (error) {
    if (!(error instanceof BadDigits)) throw error;
    const offset = hyphen + 1;
    const first = offset + error.start;
    throw new PyUnicodeDecodeError(
      'punycode',
      whole(),
      first,
      offset + error.end,
      error.reason,
      bytes[first],
    );
  }
}

export const punycode: Codec = { decode, encode: punycodeBytes };
