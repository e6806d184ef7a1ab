/** Quoted-printable (RFC 2045). `binascii` exports it. */
import { bytesOfRange } from '../../bytes/index.js';
import type { Bytes } from '../../bytes/index.js';
import { ByteSink, intact } from '../../memory/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { isTrue } from '../../python/index.js';
import { withAscii, withBytes } from './arguments.js';
import type { AsciiLike } from './arguments.js';
import { bind } from './bind.js';
import type { Parameters } from './bind.js';

const EQUALS = 0x3d;
const UNDERSCORE = 0x5f;
const SPACE = 0x20;
const TAB = 0x09;
const DOT = 0x2e;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** The most characters in a line, including the soft break. */
const LONGEST_LINE = 76;
const HEX = '0123456789ABCDEF';

const A2B_QP: Parameters = { name: 'a2b_qp', first: 'data', positional: ['header'] };
const B2A_QP: Parameters = { name: 'b2a_qp', first: 'data', positional: ['quotetabs', 'istext', 'header'] };

function hexValue(byte: number | undefined): number {
  return byte === undefined ? -1 : HEX.indexOf(String.fromCharCode(byte).toUpperCase());
}

/**
 * Decodes quoted-printable text.
 *
 * @param header whether `_` is a space, as in the headers of mail; false by default
 * @throws PyTypeError `argument should be bytes, buffer or ASCII string, not 'int'`
 *
 * @example
 * ```ts
 * a2b_qp('a=3Db=\nc') // b'a=bc'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_a2b_qp_impl`
 */
export function a2b_qp(data: AsciiLike, header?: unknown): Bytes;
export function a2b_qp(data: AsciiLike, options: { header?: unknown }): Bytes;
export function a2b_qp(data: AsciiLike, ...args: unknown[]): Bytes {
  const options: QuotedPrintableOptions = bind(A2B_QP, [data, ...args]);
  return withAscii(data, (memory, start, end) => {
    const header = isTrue(options.header ?? false);
    intact(memory, end);
    const sink = new ByteSink(end - start);
    let at = start;
    while (at < end) {
      const byte = memory[at++]!;
      if (byte !== EQUALS) {
        sink.byte(header && byte === UNDERSCORE ? SPACE : byte);
        continue;
      }
      if (at >= end) break;
      const next = memory[at]!;
      if (next === LINE_FEED || next === RETURN) {
        while (at < end && memory[at] !== LINE_FEED) at++;
        at++;
        continue;
      }
      const high = hexValue(next);
      const low = at + 1 < end ? hexValue(memory[at + 1]) : -1;
      if (next === EQUALS) {
        sink.byte(EQUALS);
        at++;
      } else if (high >= 0 && low >= 0) {
        sink.byte(16 * high + low);
        at += 2;
      } else {
        sink.byte(EQUALS);
      }
    }
    return bytesOfRange(sink.finish());
  });
}

/** Keywords of {@link b2a_qp}. */
export interface QuotedPrintableOptions {
  /** Whether spaces and tabs are written as escapes; false by default. */
  quotetabs?: unknown;
  /** Whether line ends stay and whitespace before them is escaped; true by default. */
  istext?: unknown;
  /** Whether spaces become `_`, as in the headers of mail; false by default. */
  header?: unknown;
}

/**
 * Encodes bytes as quoted-printable text, in lines of at most 76 characters.
 *
 * @param quotetabs whether spaces and tabs are written as escapes; false by default
 * @param istext whether line ends stay and whitespace before them is escaped; true by default
 * @param header whether spaces become `_`, as in the headers of mail; false by default
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 *
 * @example
 * ```ts
 * b2a_qp(b`a=b `) // b'a=3Db=20'
 * ```
 *
 * CPython: Modules/binascii.c `binascii_b2a_qp_impl`
 */
export function b2a_qp(data: BytesLike, quotetabs?: unknown, istext?: unknown, header?: unknown): Bytes;
export function b2a_qp(data: BytesLike, options: QuotedPrintableOptions): Bytes;
export function b2a_qp(data: BytesLike, ...args: unknown[]): Bytes {
  const options: QuotedPrintableOptions = bind(B2A_QP, [data, ...args]);
  return withBytes(data, (memory, start, end) => {
    const quotetabs = isTrue(options.quotetabs ?? false);
    const istext = options.istext === undefined || isTrue(options.istext);
    const header = isTrue(options.header ?? false);
    intact(memory, end);
    const firstFeed = memory.indexOf(LINE_FEED, start);
    const lineEnd = firstFeed > start && firstFeed < end && memory[firstFeed - 1] === RETURN ? '\r\n' : '\n';
    const out: number[] = [];
    let line = 0;
    const escape = (byte: number): void =>
      void out.push(EQUALS, HEX.charCodeAt(byte >> 4), HEX.charCodeAt(byte & 15));
    const lineBreak = (): void => {
      for (const character of lineEnd) out.push(character.charCodeAt(0));
      line = 0;
    };
    const softBreak = (): void => {
      out.push(EQUALS);
      lineBreak();
    };
    const byteAt = (i: number): number => (i < end ? memory[i]! : -1);
    const mustEscape = (at: number): boolean => {
      const byte = memory[at]!;
      const next = byteAt(at + 1);
      if (byte > 126 || byte === EQUALS || (header && byte === UNDERSCORE)) return true;
      // A line with only a dot would end a mail.
      if (byte === DOT && line === 0 && (next <= 0 || next === LINE_FEED || next === RETURN)) return true;
      if (byte === RETURN || byte === LINE_FEED) return !istext;
      if (byte === TAB || byte === SPACE) return next === -1 || quotetabs;
      return byte < 33;
    };
    for (let at = start; at < end;) {
      const byte = memory[at]!;
      const next = byteAt(at + 1);
      if (mustEscape(at)) {
        if (line + 3 >= LONGEST_LINE) softBreak();
        escape(byte);
        line += 3;
        at++;
      } else if (istext && (byte === LINE_FEED || (byte === RETURN && next === LINE_FEED))) {
        const last = out[out.length - 1];
        if (last === SPACE || last === TAB) {
          out.pop();
          escape(last);
        }
        lineBreak();
        at += byte === RETURN ? 2 : 1;
      } else {
        if (next !== -1 && next !== LINE_FEED && line + 1 >= LONGEST_LINE) softBreak();
        line++;
        out.push(header && byte === SPACE ? UNDERSCORE : byte);
        at++;
      }
    }
    const sink = new ByteSink(out.length);
    for (const byte of out) sink.byte(byte);
    return bytesOfRange(sink.finish());
  });
}
