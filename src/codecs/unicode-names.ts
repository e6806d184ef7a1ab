/**
 * The names of characters, and characters by their names, from a packed table. `namereplace` and `\N{...}`
 * load it through `name-loader.ts` when they first need it.
 */
import { PyTypeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import {
  ALIASED,
  BLOCK,
  BLOCKS,
  DIGITS,
  NAMES,
  NUMBERED,
  ONLY,
  REST_MOST,
  SINGLE,
  WORDS,
} from './unicode-names.generated.js';

const HANGUL = 'HANGUL SYLLABLE ';
const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const LEADING = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TRAILING = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

/**
 * The name that `namereplace` writes for a character; null if it has none. It includes the unofficial names
 * that CPython's tables have in the private use area.
 *
 * @throws PyTypeError `characterName() takes a code point, not str`
 *
 * CPython: Modules/unicodedata.c `_getucname`
 */
export function characterName(codePoint: number): string | null {
  if (typeof codePoint !== 'number') {
    throw new PyTypeError(`characterName() takes a code point, not ${typeName(codePoint)}`);
  }
  if (codePoint >= HANGUL_FIRST && codePoint <= HANGUL_LAST) return hangulName(codePoint - HANGUL_FIRST);
  for (const [start, end, prefix] of NUMBERED) {
    if (codePoint >= start && codePoint < end) return `${prefix}-${codePoint.toString(16).toUpperCase()}`;
  }
  return spelledName(codePoint);
}

/** The Unicode Standard, section 3.12: a syllable's name consists of the short names of its letters. */
function hangulName(index: number): string {
  const leading = LEADING[Math.floor(index / (21 * 28))]!;
  const vowel = VOWELS[Math.floor(index / 28) % 21]!;
  return `${HANGUL}${leading}${vowel}${TRAILING[index % 28]!}`;
}

/** The table, unpacked as far as look-ups need: the words, and the start of each block. */
interface Table {
  readonly words: Words;
  /** For each block its first code point, the code point after its last, and a reader at its start. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly at: readonly Reader[];
}

let table: Table | null = null;

/** The value of each digit, by its character code. */
const digitOf = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;

/** The digits for the next word that only one name uses, and for the next of the other words. */
const NEXT_ONLY = 0;
const NEXT_FIRST = 1;
/** The first digit that represents one word. */
const FREQUENT = 2;

/** Reads `NAMES` from a position on. Words are numbered in the order of their first use. */
class Reader {
  constructor(
    private place = 0,
    private first = SINGLE,
    private only = ONLY,
  ) {}

  copy(): Reader {
    return new Reader(this.place, this.first, this.only);
  }

  digit(): number {
    return digitOf[NAMES.charCodeAt(this.place++)]!;
  }

  /** The number of the word that the next reference stands for. */
  word(): number {
    const digit = this.digit();
    if (digit === NEXT_ONLY) return this.only++;
    if (digit === NEXT_FIRST) return this.first++;
    const number = digit - FREQUENT;
    return number < SINGLE ? number : SINGLE + (number - SINGLE) * DIGITS.length + this.digit();
  }
}

/** The words by their numbers. A block of words is spelled out when one of them is first needed. */
class Words {
  private readonly packed = WORDS.split(' ');
  private readonly spelled = new Array<string | undefined>(BLOCK * this.packed.length);

  at(number: number): string {
    return this.spelled[number] ?? this.spell(number);
  }

  private spell(number: number): string {
    const block = Math.floor(number / BLOCK);
    let next = block * BLOCK;
    let word = '';
    for (const [, shared, rest] of this.packed[block]!.matchAll(/([a-z])([^a-z]*)/g)) {
      word = word.slice(0, shared!.charCodeAt(0) - 0x61) + rest!;
      this.spelled[next++] = word;
    }
    return this.spelled[number]!;
  }
}

function unpack(): Table {
  const first: number[] = [];
  const last: number[] = [];
  const at: Reader[] = [];
  const reader = new Reader();
  let codePoint = 0;
  for (const block of BLOCKS.split(' ')) {
    const [distance, count] = block.split('.');
    codePoint += parseInt(distance!, 36);
    const names = count === undefined ? BLOCK : parseInt(count, 36);
    first.push(codePoint);
    at.push(reader.copy());
    for (let i = 0; i < names; i++) {
      for (let rest = reader.digit() % REST_MOST; rest >= 0; rest--) reader.word();
    }
    codePoint += names;
    last.push(codePoint);
  }
  return { words: new Words(), first, last, at };
}

/** Code points by name, aliases included, of the blocks that have been read. */
const points = new Map<string, number>();
let blocksRead = 0;

/**
 * From here on CPython's tables keep aliases: the name of each code point is the alias of a character in
 * `ALIASED`.
 */
const FIRST_ALIAS = 0xf0000;
/** The names of sequences follow, which `\\N{...}` does not know. */
const FIRST_SEQUENCE = 0xf0200;

/**
 * The character of a name or an alias, in any case; null if there is none. The inverse of
 * {@link characterName}, except that it does not know CPython's names in the private use area.
 *
 * @throws PyTypeError `codePointOfName() takes a str, not int`
 *
 * CPython: Modules/unicodedata.c `_getcode`
 */
export function codePointOfName(name: string): number | null {
  if (typeof name !== 'string') throw new PyTypeError(`codePointOfName() takes a str, not ${typeName(name)}`);
  const upper = name.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  const numbered = /^(.+)-([0-9A-F]{4,5})$/.exec(upper);
  if (numbered !== null) {
    const codePoint = parseInt(numbered[2]!, 16);
    if (codePoint.toString(16).length === numbered[2]!.length && characterName(codePoint) === upper) {
      return codePoint;
    }
  }
  if (upper.startsWith(HANGUL)) readHangul();
  for (;;) {
    const codePoint = points.get(upper);
    if (codePoint !== undefined) return codePoint;
    if (!readBlock()) return null;
  }
}

function readHangul(): void {
  if (points.has(hangulName(0))) return;
  for (let i = 0; i < 19 * 21 * 28; i++) points.set(hangulName(i), HANGUL_FIRST + i);
}

/**
 * Adds the names of the next block; false after the last. Names that programs use are mostly in the first
 * blocks, and reading all of them takes 40 ms.
 */
function readBlock(): boolean {
  const { first } = (table ??= unpack());
  if (blocksRead === first.length) return false;
  const aliased = first[blocksRead]! < FIRST_ALIAS ? [] : ALIASED.split(' ');
  let codePoint = first[blocksRead]!;
  for (const name of namesOf(blocksRead++)) {
    if (codePoint < FIRST_ALIAS) points.set(name, codePoint);
    else if (codePoint < FIRST_SEQUENCE) points.set(name, parseInt(aliased[codePoint - FIRST_ALIAS]!, 16));
    codePoint++;
  }
  return true;
}

function spelledName(codePoint: number): string | null {
  table ??= unpack();
  const block = table.last.findIndex((last) => codePoint < last);
  if (block === -1 || codePoint < table.first[block]!) return null;
  let i = table.first[block]!;
  for (const name of namesOf(block)) {
    if (i++ === codePoint) return name;
  }
  return null;
}

/** The names of a block, in order. */
function* namesOf(block: number): Generator<string> {
  const { words, first, last, at } = (table ??= unpack());
  const reader = at[block]!.copy();
  const name: string[] = [];
  for (let i = first[block]!; i < last[block]!; i++) {
    const counts = reader.digit();
    name.length = Math.floor(counts / REST_MOST);
    for (let rest = counts % REST_MOST; rest >= 0; rest--) name.push(words.at(reader.word()));
    yield name.join(' ');
  }
}
