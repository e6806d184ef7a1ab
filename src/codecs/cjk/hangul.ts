/**
 * Hangul syllables that EUC-KR composes from letters: a filler and three letters of two bytes each (KS X
 * 1001:1998, annex 3). Caller: `double-byte.ts`.
 */
import type { ByteSink } from '../../memory/index.js';
import { TOO_FEW } from './multibyte.js';
import type { Decoding } from './multibyte.js';

/** The lead byte of every letter. */
const LEAD = 0xa4;
const FILLER = 0xd4;
const WIDTH = 8;
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11172;

/** A letter's trail byte, which follows the order of Unicode's compatibility letters. */
const trailOf = (letter: string): number => letter.charCodeAt(0) - 0x3131 + 0xa1;
const LEADING = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', trailOf);
const VOWELS = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ', trailOf);
const TRAILING = [FILLER, ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ', trailOf)];

/** Reads a composed syllable. @returns 8, 0 if there is none, TOO_FEW, or -2 for a broken one */
export function composedHangul({ memory, at, end, builder }: Decoding): number {
  if (memory[at] !== LEAD || memory[at + 1] !== FILLER) return 0;
  if (at + WIDTH > end) return TOO_FEW;
  for (let i = 2; i < WIDTH; i += 2) {
    if (memory[at + i] !== LEAD) return -2;
  }
  const leading = LEADING.indexOf(memory[at + 3]!);
  const vowel = VOWELS.indexOf(memory[at + 5]!);
  const trailing = TRAILING.indexOf(memory[at + 7]!);
  if (leading < 0 || vowel < 0 || trailing < 0) return -2;
  builder.unit(FIRST_SYLLABLE + (leading * VOWELS.length + vowel) * TRAILING.length + trailing);
  return WIDTH;
}

/** Writes a syllable. @returns false if the character is not one */
export function writeComposedHangul(point: number, sink: ByteSink): boolean {
  const index = point - FIRST_SYLLABLE;
  if (index < 0 || index >= SYLLABLES) return false;
  const perLeading = VOWELS.length * TRAILING.length;
  for (const trail of [
    FILLER,
    LEADING[Math.floor(index / perLeading)]!,
    VOWELS[Math.floor(index / TRAILING.length) % VOWELS.length]!,
    TRAILING[index % TRAILING.length]!,
  ]) {
    sink.byte(LEAD);
    sink.byte(trail);
  }
  return true;
}
