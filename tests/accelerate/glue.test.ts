/**
 * Each function of the glue against a plain model, which reads one byte after the other: all sizes around a
 * vector and a piece, a window and a target in the midst of memory, and whatever the function may not touch.
 */
import { GATHER_LIMIT, LOWER, SPACE, TAB_LIMIT, UPPER, DIGIT } from '../../src/accelerate/limits.js';
import { PIECE } from '../../src/accelerate/layout.js';
import { Offsets } from '../../src/memory/index.js';
import { siphash13 } from '../../src/algorithms/index.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { ALL, OUTSIDE, SIZES, ascii, glue, k, mixed, windowOf } from './support.js';
import type { GlueFunction } from './support.js';

/** What a function writes from the start of its target on, and what it returns. */
interface Outcome {
  written?: ArrayLike<number>;
  result?: unknown;
}

interface Example {
  /** The bytes of a window, by its size. */
  data: (size: number) => Uint8Array;
  call: (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => unknown;
  model: (data: Uint8Array) => Outcome;
  /** The longest that the result may be, per byte; the target is longer. */
  growth?: number;
}

const letters = ascii('the Quick broWn\tfox, "JUMPS" over\r\n the lazy\'s dog 0123\\');
const text = (size: number) => mixed(size, letters);
const noise = (size: number) => mixed(size, ALL);

const isUpper = (byte: number) => byte >= 0x41 && byte <= 0x5a;
const isLower = (byte: number) => byte >= 0x61 && byte <= 0x7a;
const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number) => isUpper(byte) || isLower(byte);
const toUpper = (byte: number) => (isLower(byte) ? byte - 32 : byte);
const toLower = (byte: number) => (isUpper(byte) ? byte + 32 : byte);

/** A function that writes one byte for each. */
function bytewise(
  call: (m: Uint8Array, s: number, e: number, target: Uint8Array, at: number) => unknown,
  turn: (byte: number, before: number) => number,
  data = noise,
): Example {
  return {
    data,
    call,
    model: (bytes) => ({ written: bytes.map((byte, i) => turn(byte, bytes[i - 1] ?? 0)) }),
  };
}

function digitsOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Digits in groups: `left` bytes, then `group` for each. */
function groupsOf(bytes: Uint8Array, separator: string, left: number, group: number): string {
  const groups = [digitsOf(bytes.subarray(0, left))];
  for (let i = left; i < bytes.length; i += group) groups.push(digitsOf(bytes.subarray(i, i + group)));
  return groups.join(separator);
}

function literalOf(bytes: Uint8Array, quote: string): string {
  const names: Record<string, string> = {
    '\t': '\\t',
    '\n': '\\n',
    '\r': '\\r',
    '\\': '\\\\',
    [quote]: `\\${quote}`,
  };
  const characters = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    if (names[character] !== undefined) return names[character];
    return byte < 32 || byte > 126 ? `\\x${byte.toString(16).padStart(2, '0')}` : character;
  });
  return `b${quote}${characters.join('')}${quote}`;
}

function expanded(bytes: Uint8Array, size: number): number[] {
  const result: number[] = [];
  let column = 0;
  for (const byte of bytes) {
    if (byte !== 9) result.push(byte);
    else for (let left = size - (column % size); left > 0; left--) result.push(32);
    if (byte === 9) column = 0;
    else column = byte === 10 || byte === 13 ? 0 : column + 1;
  }
  return result;
}

/** Where needles that do not overlap begin. */
function placesOf(bytes: Uint8Array, needle: Uint8Array, limit = Infinity): number[] {
  const found: number[] = [];
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = all.indexOf(needle); at >= 0 && found.length < limit; at = all.indexOf(needle, at)) {
    found.push(at);
    at += needle.length;
  }
  return found;
}

function replaced(bytes: Uint8Array, old: Uint8Array, now: Uint8Array, times: number): number[] {
  const result: number[] = [];
  let from = 0;
  for (const place of placesOf(bytes, old, times)) {
    result.push(...bytes.subarray(from, place), ...now);
    from = place + old.length;
  }
  for (; from < bytes.length; from++) result.push(bytes[from]!);
  return result;
}

/** The positions that a call appends to those of an earlier one, relative to a window. */
function appended(s: number, call: (found: Offsets) => void): number[] {
  const found = new Offsets();
  found.push(-7);
  call(found);
  const [first, ...others] = found.toArray();
  expect(first).toBe(-7);
  return others.map((place) => place - s);
}

function wordEdges(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i <= bytes.length; i++) {
    const before = i === 0 || isSpace(bytes[i - 1]!);
    const here = i === bytes.length || isSpace(bytes[i]!);
    if (before !== here) found.push(i);
  }
  return found;
}

function titled(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => (isLetter(bytes[i - 1] ?? 0) ? toLower(byte) : toUpper(byte)));
}

function adlerOf(bytes: Uint8Array, a: number, b: number): number {
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

const DIGITS = ascii('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
/** The last two digits of some alphabets: the usual, the one for addresses, and one outside of ASCII. */
const LAST = [ascii('+/'), ascii('-_'), Uint8Array.of(0xc1, 0x2e)];

function encoded(bytes: Uint8Array, last: Uint8Array): number[] {
  const digits = [...DIGITS, ...last];
  const result: number[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    for (const shift of [18, 12, 6, 0]) result.push(digits[(group >> shift) & 63]!);
  }
  return result;
}

/** The bytes of whole vectors of 16 digits, up to the first with another character. */
function decoded(bytes: Uint8Array, last: Uint8Array): number[] {
  const values = new Map([...DIGITS, ...last].map((digit, value) => [digit, value]));
  const result: number[] = [];
  for (let i = 0; i + 16 <= bytes.length; i += 16) {
    const vector = Array.from(bytes.subarray(i, i + 16), (byte) => values.get(byte) ?? -1);
    if (vector.includes(-1)) break;
    for (let j = 0; j < 16; j += 4) {
      const group = (vector[j]! << 18) | (vector[j + 1]! << 12) | (vector[j + 2]! << 6) | vector[j + 3]!;
      result.push((group >> 16) & 255, (group >> 8) & 255, group & 255);
    }
  }
  return result;
}

function lines(bytes: Uint8Array, column: number): number[] {
  const result: number[] = [];
  bytes.forEach((byte, i) => {
    if (i > 0 && i % column === 0) result.push(10);
    result.push(byte);
  });
  return result;
}

const [table, ts] = windowOf(ALL.map((byte) => (byte * 7 + 3) & 255));
const [identity, is] = windowOf(ALL, 3);
const [vowels, vs, ve] = windowOf(ascii('aeiou\x80\xff'));
const [the, ns, ne] = windowOf(ascii('the'));
const [long, ls, le] = windowOf(ascii('a longer one'));
const isVowel = (byte: number) => vowels.subarray(vs, ve).includes(byte);
const onlyConsonants = (size: number) => mixed(size, ascii('bcdfgh jk'));

const classes = (names: number, isIn: (byte: number) => boolean, data: Example['data']): Example => ({
  data,
  call: (m, s, e) => glue.every(k, m, s, e, names),
  model: (bytes) => ({ result: bytes.every(isIn) }),
});

/** At least one example of each function. */
const EXAMPLES: Record<GlueFunction, Example[]> = {
  lower: [bytewise((...a) => glue.lower(k, ...a), toLower)],
  upper: [bytewise((...a) => glue.upper(k, ...a), toUpper)],
  swapcase: [
    bytewise(
      (...a) => glue.swapcase(k, ...a),
      (byte) => (isLetter(byte) ? byte ^ 32 : byte),
    ),
  ],
  title: [
    bytewise(
      (...a) => glue.title(k, ...a),
      (byte, before) => (isLetter(before) ? toLower : toUpper)(byte),
      text,
    ),
  ],
  exchange: [
    bytewise(
      (m, s, e, target, at) => glue.exchange(k, m, s, e, 0x61, 0x8f, target, at),
      (byte) => (byte === 0x61 ? 0x8f : byte),
    ),
  ],
  reverse: [
    {
      data: noise,
      call: (m, s, e, target, at) => glue.reverse(k, m, s, e, target, at),
      model: (bytes) => ({ written: bytes.slice().reverse() }),
    },
  ],
  translate: [
    {
      data: noise,
      call: (m, s, e, target, at) => glue.translate(k, m, s, e, table, ts, target, at),
      model: (bytes) => ({ written: bytes.map((byte) => table[ts + byte]!), result: true }),
    },
    {
      data: noise,
      call: (m, s, e, target, at) => glue.translate(k, m, s, e, identity, is, target, at),
      model: (bytes) => ({ written: bytes, result: false }),
    },
  ],
  squeeze: [
    {
      data: noise,
      call: (m, s, e, target, at) => glue.squeeze(k, m, s, e, table, ts, vowels, vs, ve, target, at),
      model(bytes) {
        const written = bytes.filter((byte) => !isVowel(byte)).map((byte) => table[ts + byte]!);
        return { written, result: written.length };
      },
    },
    {
      data: text,
      call: (m, s, e, target, at) => glue.squeeze(k, m, s, e, null, 0, vowels, vs, ve, target, at),
      model(bytes) {
        const written = bytes.filter((byte) => !isVowel(byte));
        return { written, result: written.length === bytes.length ? -1 : written.length };
      },
    },
    {
      data: onlyConsonants,
      call: (m, s, e, target, at) => glue.squeeze(k, m, s, e, identity, is, vowels, vs, ve, target, at),
      model: (bytes) => ({ written: bytes, result: -1 }),
    },
  ],
  expandedLength: [1, 3, 8, TAB_LIMIT].map((size) => ({
    data: text,
    call: (m, s, e) => glue.expandedLength(k, m, s, e, size),
    model: (bytes) => ({ result: expanded(bytes, size).length }),
  })),
  expandtabs: [1, 3, 8, TAB_LIMIT].map((size) => ({
    data: text,
    growth: size,
    call: (m, s, e, target, at) =>
      glue.expandtabs(k, m, s, e, size, target, at, at + expanded(m.subarray(s, e), size).length),
    model: (bytes) => ({ written: expanded(bytes, size) }),
  })),
  gather: [2, 3, GATHER_LIMIT].map((step) => ({
    data: noise,
    call: (m, s, e, target, at) => glue.gather(k, m, s, step, Math.ceil((e - s) / step), target, at),
    model: (bytes) => ({ written: bytes.filter((_, i) => i % step === 0) }),
  })),
  scatter: [2, 3, GATHER_LIMIT].map((step) => ({
    data: noise,
    growth: step,
    // Its target is its first memory.
    call: (m, s, e, target, at) => glue.scatter(k, target, at, step, e - s, m, s),
    model(bytes) {
      const result = Math.floor((bytes.length - 1) / 16) * 16;
      const written = new Uint8Array(result * step).fill(OUTSIDE);
      for (let i = 0; i < result; i++) written[i * step] = bytes[i]!;
      return { written, result };
    },
  })),
  replace: [
    ...[1, 3, Infinity].flatMap((limit) =>
      [the, long].map((now): Example => {
        const [from, to] = now === the ? [ls, ls + 1] : [ns, ne];
        const [old, first, last] = now === the ? [long, from, to] : [the, from, to];
        const [start, end] = now === the ? [ns, ne] : [ls, le];
        const timesIn = (bytes: Uint8Array) => placesOf(bytes, old.subarray(first, last), limit).length;
        return {
          data: (size) => mixed(size, ascii('thea ')).fill(0x74, 0, 1),
          growth: 4,
          call: (m, s, e, target, at) =>
            glue.replace(
              k,
              m,
              s,
              e,
              old,
              first,
              last,
              now,
              start,
              end,
              timesIn(m.subarray(s, e)),
              target,
              at,
            ),
          model: (bytes) => ({
            written: replaced(bytes, old.subarray(first, last), now.subarray(start, end), limit),
            result: true,
          }),
        };
      }),
    ),
  ],
  isAscii: [text, noise].map((data) => ({
    data,
    call: (m, s, e) => glue.isAscii(k, m, s, e),
    model: (bytes) => ({ result: bytes.every((byte) => byte < 128) }),
  })),
  every: [
    classes(DIGIT, isDigit, (size) => mixed(size, ascii('0123456789'))),
    classes(LOWER | UPPER, isLetter, (size) => mixed(size, ascii('azAZmM'))),
    classes(SPACE, isSpace, (size) => mixed(size, ascii(' \t\n\v\f\r'))),
    classes(LOWER, isLower, text),
  ],
  someWithout: ['az 09@{', 'AZ az', ' 09@[`{'].map((characters) => ({
    data: (size) => mixed(size, ascii(characters)),
    call: (m, s, e) => glue.someWithout(k, m, s, e, LOWER, UPPER),
    model: (bytes) => ({ result: bytes.some(isLower) && !bytes.some(isUpper) }),
  })),
  isTitle: [(size: number) => titled(text(size)), text, (size: number) => mixed(size, ascii(' 09'))].map(
    (data) => ({
      data,
      call: (m, s, e) => glue.isTitle(k, m, s, e),
      model: (bytes) => ({
        result: bytes.some(isLetter) && titled(bytes).every((byte, i) => byte === bytes[i]),
      }),
    }),
  ),
  siphash: [
    {
      data: noise,
      call: (m, s, e) => glue.siphash(k, m, s, e),
      model: (bytes) => ({ result: siphash13(bytes, 0, bytes.length) }),
    },
  ],
  countByte: [
    {
      data: text,
      call: (m, s, e) => glue.countByte(k, m, s, e, 0x6f),
      model: (bytes) => ({ result: bytes.filter((byte) => byte === 0x6f).length }),
    },
  ],
  find: ['the', 'qqq', 'zy'].map((needle) => ({
    data: (size) => mixed(size, ascii('thezy'), 5),
    call(m, s, e) {
      const [nm, from, to] = windowOf(ascii(needle));
      const found = glue.find(k, m, s, e, nm, from, to);
      return found < 0 ? found : found - s;
    },
    model: (bytes) => ({ result: placesOf(bytes, ascii(needle))[0] ?? -1 }),
  })),
  rfind: ['the', 'qqq', 'zy'].map((needle) => ({
    data: (size) => mixed(size, ascii('thezy'), 5),
    call(m, s, e) {
      const [nm, from, to] = windowOf(ascii(needle));
      const found = glue.rfind(k, m, s, e, nm, from, to);
      return found < 0 ? found : found - s;
    },
    model: (bytes) => ({ result: Buffer.from(bytes).lastIndexOf(needle) }),
  })),
  count: [0, 1, 7, 5000, Infinity].map((limit) => ({
    data: (size) => mixed(size, ascii('aab')),
    call: (m, s, e) => glue.count(k, m, s, e, ascii('xaa'), 1, 3, limit),
    model: (bytes) => ({ result: placesOf(bytes, ascii('aa'), limit).length }),
  })),
  places: [0, 1, 7, 5000, Infinity].map((limit) => ({
    data: (size) => mixed(size, ascii('aab')),
    call: (m, s, e) => appended(s, (found) => glue.places(k, m, s, e, ascii('xaa'), 1, 3, limit, found)),
    model: (bytes) => ({ result: placesOf(bytes, ascii('aa'), limit) }),
  })),
  positions: [
    {
      data: text,
      call: (m, s, e) => appended(s, (found) => glue.positions(k, m, s, e, 0x6f, 0x20, found)),
      model: (bytes) => ({
        result: [...bytes.keys()].filter((i) => bytes[i] === 0x6f || bytes[i] === 0x20),
      }),
    },
  ],
  words: ['a b', 'a', ' \t', 'ab \r\n'].map((characters) => ({
    data: (size) => mixed(size, ascii(characters)),
    call: (m, s, e) => appended(s, (found) => glue.words(k, m, s, e, found)),
    model: (bytes) => ({ result: wordEdges(bytes) }),
  })),
  hex: [
    {
      data: noise,
      call: (m, s, e) => glue.hex(k, m, s, e),
      model: (bytes) => ({ result: digitsOf(bytes) }),
    },
  ],
  hexInto: [
    {
      data: noise,
      growth: 2,
      call: (m, s, e, target, at) => glue.hexInto(k, m, s, e, target, at),
      model: (bytes) => ({ written: ascii(digitsOf(bytes)) }),
    },
  ],
  hexGroups: [
    [1, 1],
    [2, 3],
    [1, 7],
    [7, 7],
    [PIECE, PIECE],
    [3, PIECE + 5],
    [PIECE + 5, PIECE + 5],
    [5, 2 ** 32 + 1],
  ].map(([left, group]) => ({
    data: noise,
    call: (m, s, e) => glue.hexGroups(k, m, s, e, 0x2d, left!, group!),
    model: (bytes) => ({ result: groupsOf(bytes, '-', left!, group!) }),
  })),
  repr: ["'", '"'].flatMap((quote) =>
    [noise, text].map((data) => ({
      data,
      call: (m, s, e) => glue.repr(k, m, s, e, quote.charCodeAt(0)),
      model: (bytes) => ({ result: literalOf(bytes, quote) }),
    })),
  ),
  fromHex: ['', ' ', '\t\n'].map((gap) => ({
    data: noise,
    call: (m, s, e, target, at) => glue.fromHex(k, groupsOf(m.subarray(s, e), gap, 1, 1), target, at),
    model: (bytes) => ({ written: bytes, result: bytes.length }),
  })),
  fromHexBytes: ['', ' ', '\t\n'].map((gap) => ({
    data: noise,
    call(m, s, e, target, at) {
      const [digits, from, to] = windowOf(ascii(groupsOf(m.subarray(s, e), gap, 1, 1).toUpperCase()));
      return glue.fromHexBytes(k, digits, from, to, target, at);
    },
    model: (bytes) => ({ written: bytes, result: bytes.length }),
  })),
  textOfUtf8: ['a', 'é', '€a', '😀', 'aé€😀'].map((characters) => ({
    // Characters at every position of a piece's end.
    data: (size) => ascii(`${'x'.repeat(size % 4)}${characters.repeat(Math.ceil(size / 4))}`),
    call: (m, s, e) =>
      glue.textOfUtf8(k, m.subarray(s, e), function (start, end) {
        return Buffer.from(this.buffer, this.byteOffset + start, end - start).toString('utf16le');
      }),
    model: (bytes) => ({ result: new TextDecoder().decode(bytes) }),
  })),
  toBase64: LAST.map((last) => ({
    data: (size) => noise(size - (size % 12)),
    growth: 2,
    call: (m, s, e, target, at) => glue.toBase64(k, m, s, e, target, at, last[0]!, last[1]!),
    model: (bytes) => ({ written: encoded(bytes, last) }),
  })),
  fromBase64: LAST.map((last) => ({
    data: (size) => mixed(size, [...DIGITS, ...last]),
    call: (m, s, e, target, at) => glue.fromBase64(k, m, s, e, target, at, last[0]!, last[1]!),
    model: (bytes) => ({ written: decoded(bytes, last), result: bytes.length - (bytes.length % 16) }),
  })),
  wrap: [4, 5, 16, 76, 1000, PIECE - 1, PIECE].map((column) => ({
    data: noise,
    growth: 2,
    call: (m, s, e, target, at) => glue.wrap(k, m, s, e, column, target, at),
    model: (bytes) => ({ written: lines(bytes, column) }),
  })),
  adler32: [
    [1, 0],
    [65520, 65520],
  ].map(([a, b]) => ({
    data: noise,
    call: (m, s, e) => glue.adler32(k, m, s, e, a!, b!),
    model: (bytes) => ({ result: adlerOf(bytes, a!, b!) }),
  })),
};

/** The natives could answer for the models. */
let before: ReturnType<typeof setTiers>;
beforeAll(() => (before = setTiers({ natives: false, wasm: false })));
afterAll(() => void setTiers(before));

/** The first difference between a call and its model. */
function difference({ data, call, model, growth = 1 }: Example, size: number): string | null {
  const bytes = data(size);
  const [m, s, e] = windowOf(bytes);
  const at = 3;
  const target = new Uint8Array(at + growth * bytes.length + 40).fill(OUTSIDE);
  const result = call(m, s, e, target, at);
  const { written, result: wanted } = model(bytes);
  const untouched = windowOf(bytes)[0];
  if (Buffer.compare(m, untouched) !== 0) return `${size}: the source changed`;
  const whole = new Uint8Array(target.length).fill(OUTSIDE);
  whole.set(written ?? [], at);
  const place = target.findIndex((byte, i) => byte !== whole[i]);
  if (place >= 0) return `${size}: ${target[place]} at ${place - at}, not ${whole[place]}`;
  if (typeof result === 'object' ? String(result) !== String(wanted) : result !== wanted) {
    return `${size}: ${String(result).slice(0, 60)}, not ${String(wanted).slice(0, 60)}`;
  }
  return null;
}

test('every function of the glue has an example', () => {
  const functions = Object.entries(glue).filter(([, value]) => typeof value === 'function');
  expect(Object.keys(EXAMPLES).sort()).toEqual(functions.map(([name]) => name).sort());
});

test.each(Object.keys(EXAMPLES) as GlueFunction[])('%s is its model, at every size', (name) => {
  const found = EXAMPLES[name].map((example) => SIZES.map((size) => difference(example, size)));
  expect(found.flat().filter((one) => one !== null)).toEqual([]);
});
