/**
 * The inverse of a codec's tables: bytes by character. The codecs of this folder and
 * `scripts/generate-cjk.mjs` use it.
 */
import { isPlane2 } from './sets.js';
import type { Table } from './table.js';

/**
 * A codec's single bytes: the character of each, '' for a byte that begins a sequence, null for an illegal
 * byte.
 */
export type Singles = readonly (string | null)[];

/**
 * The code of each character: one byte or two bytes. For three bytes, which begin with 0x8f, it is the other
 * two with the last one's high bit cleared (EUC's trail bytes have it set).
 */
export class EncodeTable {
  /** Codes of characters of one unit; 0 for none. */
  readonly codes = new Uint16Array(0x10000);
  /** Codes of characters of two units. */
  readonly astral = new Map<number, number>();
  /** Codes of pairs of characters, by the first and the second. */
  readonly pairs = new Map<number, Map<number, number>>();

  codeOf(point: number): number {
    return point < 0x10000 ? this.codes[point]! : (this.astral.get(point) ?? 0);
  }

  set(point: number, code: number): void {
    if (point < 0x10000) this.codes[point] = code;
    else if (code === 0) this.astral.delete(point);
    else this.astral.set(point, code);
  }

  /** Gives the character a code unless it has one. */
  #offer(point: number, code: number): void {
    if (this.codeOf(point) === 0) this.set(point, code);
  }

  /**
   * Adds the characters of a table. If a character has several codes, the lowest one counts.
   *
   * @param codeOfKey 0 to leave a sequence out
   */
  add(table: Table, codeOfKey: (key: number) => number): void {
    const { units, specials } = table;
    for (let key = 0; key < 0x10000; key++) {
      const unit = units[key]!;
      if (unit === 0) continue;
      const code = codeOfKey(key);
      if (code === 0) continue;
      if (unit < 0xd800 || unit >= 0xe000) {
        this.#offer(unit, code);
        continue;
      }
      const text = specials[unit - 0xd800]!;
      const first = text.codePointAt(0)!;
      if (first > 0xffff) this.#offer(first, code);
      else this.addPair(first, text.charCodeAt(1), code);
    }
  }

  addPair(first: number, second: number, code: number): void {
    let seconds = this.pairs.get(first);
    if (seconds === undefined) this.pairs.set(first, (seconds = new Map<number, number>()));
    seconds.set(second, code);
  }
}

/** The code of a sequence after 0x8f. */
export const threeByteCode = (key: number): number => key & 0xff7f;

/**
 * The inverse of a codec's tables, without its exceptions. Single bytes take precedence over two bytes, two
 * over three, and JIS X 0213 over JIS X 0212. NUL is missing, because its code would be 0.
 */
export function invert(singles: Singles, two: Table, three: Table | null): EncodeTable {
  const encode = new EncodeTable();
  for (const [byte, character] of singles.entries()) {
    if (character !== null && character !== '') encode.set(character.charCodeAt(0), byte);
  }
  encode.add(two, (key) => key);
  if (three !== null) {
    encode.add(three, (key) => (isPlane2(key) ? threeByteCode(key) : 0));
    encode.add(three, threeByteCode);
  }
  return encode;
}
