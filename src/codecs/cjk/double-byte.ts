/**
 * The codecs without state: single bytes, two-byte sequences from a table, and the additions of some codecs:
 * three-byte sequences that begin with 0x8f (EUC for Japanese), composed Hangul (euc_kr), four-byte numbers
 * (gb18030).
 */
import type { ByteSink } from '../../memory/index.js';
import type { EncodeTable } from './encode-table.js';
import { composedHangul, writeComposedHangul } from './hangul.js';
import { readNumber, writeNumber } from './gb18030.js';
import { DONE, STATELESS, TOO_FEW } from './multibyte.js';
import type { Decoding, Encoding, Scheme } from './multibyte.js';
import { BASES } from './sets.js';
import type { Table } from './table.js';
import { encodeTableOf, ILLEGAL_BYTE, singlesOf, tableOf } from './tables.js';

/** In EUC for Japanese this byte introduces another set. */
const SINGLE_SHIFT_3 = 0x8f;

/** Longer sequences that some codecs have besides their tables. */
interface Extension {
  /** @returns how many bytes the sequence takes, 0 if it is none, TOO_FEW, or -2 if it is illegal */
  read(decoding: Decoding): number;
  /** @returns whether the character has been written */
  write(point: number, encoding: Encoding): boolean;
}

const EXTENSIONS: Readonly<Record<string, Extension>> = {
  euc_kr: { read: composedHangul, write: (point, { sink }) => writeComposedHangul(point, sink) },
  gb18030: { read: readNumber, write: (point, { sink }) => writeNumber(point, sink) },
};

/** A scheme based on tables, which it unpacks when it first needs them. */
export class DoubleByteScheme implements Scheme {
  readonly beginDecoder = STATELESS.beginDecoder;
  readonly beginEncoder = STATELESS.beginEncoder;
  readonly resetDecoder = STATELESS.resetDecoder;
  readonly finish = STATELESS.finish;
  readonly #extension: Extension | undefined;
  readonly #hasThree: boolean;
  /**
   * For a codec of 2000, its counterpart of 2004: if only that one has a character, both bytes are illegal.
   */
  readonly #newer: string | undefined;
  #singles: Uint16Array | undefined;
  #two: Table | undefined;
  #three: Table | undefined;
  #encode: EncodeTable | undefined;

  constructor(readonly name: string) {
    this.#extension = EXTENSIONS[name];
    this.#newer = name.endsWith('_jisx0213') ? name.replace('x0213', '_2004') : undefined;
    this.#hasThree = `${name}_3` in BASES;
  }

  decode(decoding: Decoding): number {
    const { memory, end, builder } = decoding;
    const singles = (this.#singles ??= singlesOf(this.name));
    const two = (this.#two ??= tableOf(this.name));
    const { units } = two;
    const extension = this.#extension;
    let at = decoding.at;
    while (at < end) {
      const byte = memory[at]!;
      const single = singles[byte]!;
      if (single < ILLEGAL_BYTE) {
        builder.unit(single);
        at++;
        continue;
      }
      decoding.at = at;
      if (single === ILLEGAL_BYTE) return 1;
      if (at + 1 >= end) return TOO_FEW;
      if (extension !== undefined) {
        const width = extension.read(decoding);
        if (width === TOO_FEW) return TOO_FEW;
        if (width < 0) return 1;
        if (width > 0) {
          at += width;
          continue;
        }
      }
      let key = (byte << 8) | memory[at + 1]!;
      let table = two;
      let width = 2;
      if (byte === SINGLE_SHIFT_3 && this.#hasThree) {
        if (at + 2 >= end) return TOO_FEW;
        key = (memory[at + 1]! << 8) | memory[at + 2]!;
        table = this.#three ??= tableOf(`${this.name}_3`);
        width = 3;
      }
      const unit = width === 2 ? units[key]! : table.units[key]!;
      if (unit === 0) return width === 2 && this.#isNewer(key) ? 2 : 1;
      if (unit < 0xd800 || unit >= 0xe000) builder.unit(unit);
      else builder.text(table.get(key));
      at += width;
    }
    decoding.at = at;
    return DONE;
  }

  #isNewer(key: number): boolean {
    return this.#newer !== undefined && tableOf(this.#newer).get(key) !== '';
  }

  encode(encoding: Encoding): number {
    const { text, end, sink, flush } = encoding;
    const table = (this.#encode ??= encodeTableOf(this.name));
    const { codes, pairs } = table;
    const hasPairs = pairs.size > 0;
    while (encoding.at < end) {
      const unit = text.charCodeAt(encoding.at);
      if (unit < 0x80 && (unit === 0 || codes[unit] === unit)) {
        sink.byte(unit);
        encoding.at++;
        continue;
      }
      const point = text.codePointAt(encoding.at)!;
      let width = point > 0xffff ? 2 : 1;
      let code = point > 0xffff ? (table.astral.get(point) ?? 0) : codes[point]!;
      const seconds = hasPairs ? pairs.get(point) : undefined;
      if (seconds !== undefined) {
        if (encoding.at + 1 < end) {
          const together = seconds.get(text.charCodeAt(encoding.at + 1));
          if (together !== undefined) {
            code = together;
            width = 2;
          }
        } else if (!flush) {
          return TOO_FEW;
        }
      }
      if (code !== 0) this.#write(code, sink);
      else if (this.#extension === undefined || !this.#extension.write(point, encoding)) return 1;
      encoding.at += width;
    }
    return DONE;
  }

  #write(code: number, sink: ByteSink): void {
    if (code <= 0xff) {
      sink.byte(code);
      return;
    }
    // All codes of EUC have high bits, except that three-byte codes are stored with the last one cleared.
    const isLong = this.#hasThree && (code & 0x80) === 0;
    if (isLong) sink.byte(SINGLE_SHIFT_3);
    sink.byte(code >> 8);
    sink.byte(isLong ? (code & 0xff) | 0x80 : code & 0xff);
  }
}
