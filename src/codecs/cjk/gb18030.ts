/**
 * The four-byte sequences of GB 18030, which number the characters without a two-byte sequence. Caller:
 * `double-byte.ts`.
 */
import type { ByteSink } from '../../memory/index.js';
import { TOO_FEW } from './multibyte.js';
import type { Decoding } from './multibyte.js';
import { STRETCHES } from './tables.generated.js';

/** A range of the first plane: its first and last character, and the number of the first. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly number: number;
}

let stretches: readonly Stretch[] | undefined;

function allStretches(): readonly Stretch[] {
  return (stretches ??= STRETCHES.split(' ').map((stretch) => {
    const [first, last, number] = stretch.split(',').map((digits) => parseInt(digits, 36));
    return { first: first!, last: last!, number: number! };
  }));
}

const WIDTH = 4;
/** Numbers from here on are characters beyond the first plane. */
const BEYOND = 15 * 12600;
/** The number of such sequences for the first plane. */
const FIRST_PLANE = 39420;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Reads a number. @returns 4, 0 if there is none, TOO_FEW, or -2 for a broken one */
export function readNumber({ memory, at, end, builder }: Decoding): number {
  const second = memory[at + 1]!;
  if (!isDigit(second)) return 0;
  if (at + WIDTH > end) return TOO_FEW;
  const first = memory[at]!;
  const third = memory[at + 2]!;
  const fourth = memory[at + 3]!;
  if (first < 0x81 || third < 0x81 || third > 0xfe || !isDigit(fourth)) return -2;
  const number = ((first - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30;
  const point = first - 0x81 < 4 ? firstPlaneCharacter(number) : number - BEYOND + 0x10000;
  if (point < (first - 0x81 < 4 ? 0 : 0x10000) || point > 0x10ffff) return -2;
  builder.codePoint(point);
  return WIDTH;
}

function firstPlaneCharacter(number: number): number {
  if (number >= FIRST_PLANE) return -1;
  const all = allStretches();
  let i = all.length - 1;
  while (all[i]!.number > number) i--;
  return all[i]!.first + number - all[i]!.number;
}

/** Writes a character as a number. @returns false if it has none, such as a surrogate */
export function writeNumber(point: number, sink: ByteSink): boolean {
  let number = point - 0x10000 + BEYOND;
  if (point < 0x10000) {
    const stretch = allStretches().find(({ first, last }) => point >= first && point <= last);
    if (stretch === undefined) return false;
    number = point - stretch.first + stretch.number;
  }
  sink.byte(0x81 + Math.floor(number / 12600));
  sink.byte(0x30 + (Math.floor(number / 1260) % 10));
  sink.byte(0x81 + (Math.floor(number / 10) % 126));
  sink.byte(0x30 + (number % 10));
  return true;
}
