/**
 * The codecs of ISO 2022: seven bits, and escape sequences that designate a character set. `all.ts` registers
 * them.
 *
 * CPython: Modules/cjkcodecs/_codecs_iso2022.c
 */
import type { ByteSink } from '../../memory/index.js';
import {
  decodeUpper,
  gb2312,
  greekUpper,
  jisx0201Katakana,
  jisx0201Roman,
  jisx0208,
  jisx0212,
  jisx0213Plane1,
  jisx0213Plane2,
  ksx1001,
  latin1Upper,
  onlyPairs,
} from './charsets.js';
import type { Charset } from './charsets.js';
import { DONE, TOO_FEW } from './multibyte.js';
import type { Decoding, Encoding, Scheme, State } from './multibyte.js';

const ESC = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;
/** The longest escape sequence. */
const LONGEST_ESCAPE = 16;

/** The bytes of the state: the set in each position, and flags. */
const G0 = 0;
const G1 = 1;
const G2 = 2;
const FLAGS = 4;
const SHIFTED = 1;
/** A foreign escape sequence is skipped up to its last byte. */
const PASSING = 2;

/** A set is named by the last byte of its escape sequence, with the high bit if its codes have two bytes. */
const DOUBLE = 0x80;
const ASCII = 0x42;

interface Designation {
  readonly mark: number;
  /** The position in which the encoder puts the set. */
  readonly position: typeof G0 | typeof G1 | typeof G2;
  readonly charset: Charset;
}

interface Options {
  /** Whether SO and SI switch between the first two positions. */
  readonly shifts?: boolean;
  /** Whether ESC N takes one character from the third position. */
  readonly usesG2?: boolean;
  /** Whether `ESC & @` may precede a designation of JIS X 0208. */
  readonly revisions?: boolean;
}

const single = (letter: string, charset: Charset, position: Designation['position'] = G0): Designation => ({
  mark: letter.charCodeAt(0),
  position,
  charset,
});
const double = (letter: string, charset: Charset, position: Designation['position'] = G0): Designation => ({
  mark: letter.charCodeAt(0) | DOUBLE,
  position,
  charset,
});

const isEscapeEnd = (byte: number): boolean => byte >= 0x40 && byte <= 0x5a;
/** The bytes after ESC that begin a designation: ( ) $ . & */
const INTRODUCERS = [0x28, 0x29, 0x24, 0x2e, 0x26];

class Iso2022 implements Scheme {
  constructor(
    readonly name: string,
    readonly designations: readonly Designation[],
    readonly options: Options,
  ) {}

  beginDecoder(state: State): void {
    this.beginEncoder(state);
    state[G2] = ASCII;
  }

  beginEncoder(state: State): void {
    state[G0] = state[G1] = ASCII;
    state[FLAGS] = 0;
  }

  resetDecoder(state: State): void {
    state[G0] = ASCII;
    state[FLAGS]! &= ~SHIFTED;
  }

  #charset(mark: number): Charset | undefined {
    return this.designations.find((designation) => designation.mark === mark)?.charset;
  }

  decode(decoding: Decoding): number {
    const { memory, end, builder, state } = decoding;
    const { shifts, usesG2 } = this.options;
    let lastMark = ASCII;
    let charset: Charset | undefined;
    while (decoding.at < end) {
      const { at } = decoding;
      const byte = memory[at]!;
      if ((state[FLAGS]! & PASSING) !== 0) {
        builder.unit(byte);
        decoding.at++;
        if (isEscapeEnd(byte)) state[FLAGS]! &= ~PASSING;
        continue;
      }
      if (byte === ESC) {
        if (at + 1 >= end) return TOO_FEW;
        const next = memory[at + 1]!;
        if (INTRODUCERS.includes(next)) {
          const illegal = this.#designate(decoding);
          if (illegal !== DONE) return illegal;
        } else if (usesG2 && next === 0x4e) {
          if (at + 2 >= end) return TOO_FEW;
          const text = decodeUpper(this.#charset(state[G2]!), memory[at + 2]!);
          if (text === '') return 3;
          builder.text(text);
          decoding.at += 3;
        } else {
          builder.unit(ESC);
          state[FLAGS]! |= PASSING;
          decoding.at++;
        }
        continue;
      }
      if (shifts && (byte === SHIFT_IN || byte === SHIFT_OUT)) {
        if (byte === SHIFT_OUT) state[FLAGS]! |= SHIFTED;
        else state[FLAGS]! &= ~SHIFTED;
        decoding.at++;
        continue;
      }
      if (byte === LINE_FEED) state[FLAGS]! &= ~SHIFTED;
      if (byte >= 0x80) return 1;
      const mark = state[(state[FLAGS]! & SHIFTED) !== 0 ? G1 : G0]!;
      if (byte < 0x20 || mark === ASCII) {
        builder.unit(byte);
        decoding.at++;
        continue;
      }
      if (mark !== lastMark) {
        charset = this.#charset(mark)!;
        lastMark = mark;
      }
      // A state that a caller has set may name a set that does not exist.
      if (charset === undefined) return 1;
      const { width } = charset;
      if (at + width > end) return TOO_FEW;
      const second = memory[at + 1]!;
      const text =
        width === 1 ? charset.decode(byte) : second < 0x80 ? charset.decode((byte << 8) | second) : '';
      if (text === '') return width;
      builder.text(text);
      decoding.at += width;
    }
    return DONE;
  }

  /** Reads an escape sequence that designates a set. @returns as {@link Scheme.decode} */
  #designate(decoding: Decoding): number {
    const { memory, at, end, state } = decoding;
    const { usesG2, revisions } = this.options;
    let length = 0;
    for (let i = 1; i < LONGEST_ESCAPE; i++) {
      if (at + i >= end) return TOO_FEW;
      if (isEscapeEnd(memory[at + i]!)) {
        length = i + 1;
        break;
      }
      if (revisions && at + i + 1 < end && memory[at + i] === 0x26 && memory[at + i + 1] === 0x40) i += 2;
    }
    if (length === 0) return 1;
    const sequence = memory.subarray(at, at + length);
    const designated = readDesignation(sequence, usesG2 === true, revisions === true);
    if (designated === null) return length;
    const [position, mark] = designated;
    if (mark !== ASCII && this.#charset(mark) === undefined) return length;
    state[position] = mark;
    decoding.at += length;
    return DONE;
  }

  encode(encoding: Encoding): number {
    const { text, end, sink, state, flush } = encoding;
    while (encoding.at < end) {
      const point = text.codePointAt(encoding.at)!;
      if (point < 0x80) {
        this.#returnToAscii(sink, state);
        if ((state[FLAGS]! & SHIFTED) !== 0) this.#shiftIn(sink, state);
        sink.byte(point);
        encoding.at++;
        continue;
      }
      let width = point > 0xffff ? 2 : 1;
      let code = 0;
      let chosen: Designation | undefined;
      for (const designation of this.designations) {
        const { charset } = designation;
        const seconds = charset.pairs?.(point);
        if (seconds !== undefined && encoding.at + 1 >= end && !flush) return TOO_FEW;
        const together = encoding.at + 1 < end ? seconds?.get(text.charCodeAt(encoding.at + 1)) : undefined;
        if (together !== undefined) width = 2;
        code = together ?? charset.encode(point);
        if (code !== 0) {
          chosen = designation;
          break;
        }
      }
      if (chosen === undefined) return 1;
      this.#select(chosen, sink, state);
      if (chosen.charset.width === 2) sink.byte(code >> 8);
      sink.byte(code & 0xff);
      encoding.at += width;
    }
    return DONE;
  }

  /** Selects a set for the next bytes. */
  #select({ mark, position }: Designation, sink: ByteSink, state: State): void {
    if (position === G0 && (state[FLAGS]! & SHIFTED) !== 0) this.#shiftIn(sink, state);
    if (state[position] !== mark) {
      sink.byte(ESC);
      if ((mark & DOUBLE) !== 0) sink.byte(0x24);
      // JIS X 0208 is older than the rule that names the position.
      if (mark !== (ASCII | DOUBLE)) sink.byte(position === G0 ? 0x28 : 0x29);
      sink.byte(mark & 0x7f);
      state[position] = mark;
    }
    if (position === G1 && (state[FLAGS]! & SHIFTED) === 0) {
      sink.byte(SHIFT_OUT);
      state[FLAGS]! |= SHIFTED;
    }
  }

  #shiftIn(sink: ByteSink, state: State): void {
    sink.byte(SHIFT_IN);
    state[FLAGS]! &= ~SHIFTED;
  }

  #returnToAscii(sink: ByteSink, state: State): void {
    if (state[G0] === ASCII) return;
    sink.ascii('\x1b(B');
    state[G0] = ASCII;
  }

  finish(sink: ByteSink, state: State): void {
    if ((state[FLAGS]! & SHIFTED) !== 0) this.#shiftIn(sink, state);
    this.#returnToAscii(sink, state);
  }
}

/** The position and the mark that an escape sequence names; null if it names none. */
function readDesignation(
  sequence: Uint8Array,
  usesG2: boolean,
  revisions: boolean,
): readonly [position: number, mark: number] | null {
  const [, second, third, fourth] = sequence;
  switch (sequence.length) {
    case 3:
      if (second === 0x24) return [G0, third! | DOUBLE];
      if (second === 0x28) return [G0, third!];
      if (second === 0x29) return [G1, third!];
      return usesG2 && second === 0x2e ? [G2, third!] : null;
    case 4:
      if (second !== 0x24) return null;
      if (third === 0x28) return [G0, fourth! | DOUBLE];
      return third === 0x29 ? [G1, fourth! | DOUBLE] : null;
    case 6:
      return revisions && fourth === ESC && sequence[4] === 0x24 && sequence[5] === ASCII
        ? [G0, ASCII | DOUBLE]
        : null;
    default:
      return null;
  }
}

const JAPANESE: Options = { revisions: true };
const jisx0208Old = double('@', jisx0208);
const roman = single('J', jisx0201Roman);

function jisx0213(letter: string, codec: string): readonly Designation[] {
  const plane1 = jisx0213Plane1(codec);
  return [
    double(letter, onlyPairs(plane1)),
    double('B', jisx0208),
    double(letter, plane1),
    double('P', jisx0213Plane2(codec)),
  ];
}

/** All codecs of ISO 2022. */
export const ISO_2022: readonly Scheme[] = [
  new Iso2022('iso2022_kr', [double('C', ksx1001, G1)], { shifts: true }),
  new Iso2022('iso2022_jp', [double('B', jisx0208), roman, jisx0208Old], JAPANESE),
  new Iso2022('iso2022_jp_1', [double('B', jisx0208), double('D', jisx0212), roman, jisx0208Old], JAPANESE),
  new Iso2022(
    'iso2022_jp_2',
    [
      double('B', jisx0208),
      double('D', jisx0212),
      double('C', ksx1001),
      double('A', gb2312),
      roman,
      jisx0208Old,
      single('A', latin1Upper, G2),
      single('F', greekUpper, G2),
    ],
    { revisions: true, usesG2: true },
  ),
  new Iso2022('iso2022_jp_2004', jisx0213('Q', 'euc_jis_2004'), JAPANESE),
  new Iso2022('iso2022_jp_3', jisx0213('O', 'euc_jisx0213'), JAPANESE),
  new Iso2022(
    'iso2022_jp_ext',
    [double('B', jisx0208), double('D', jisx0212), roman, single('I', jisx0201Katakana), jisx0208Old],
    JAPANESE,
  ),
];
