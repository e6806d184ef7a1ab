/**
 * CPython's codecs from bytes to bytes: hex, base64, quopri and uu. `register-binary.ts` registers them;
 * those that compress are in `compress.ts`.
 */
import { Bytes, ByteArray } from '../../bytes/index.js';
import { PyValueError } from '../../exceptions/index.js';
import { decodebytes, encodebytes } from '../base64/base64.js';
import { copyOf } from '../binascii/arguments.js';
import { BinasciiError } from '../binascii/error.js';
import { hexlify, unhexlify } from '../binascii/hex.js';
import { a2b_qp, b2a_qp } from '../binascii/qp.js';
import { a2b_uu, b2a_uu } from '../binascii/uu.js';
import { binaryCodec } from './binary-codec.js';
import type { BinaryCodec } from './binary-codec.js';

/**
 * The content of `BytesIO(input)`, which is empty for None.
 *
 * @throws PyTypeError `a bytes-like object is required, not 'str'`
 */
function contentOf(input: unknown): Uint8Array {
  return input === null || input === undefined ? new Uint8Array(0) : copyOf(input);
}

const UU_LINE = 45;

/** CPython: Lib/encodings/uu_codec.py `uu_encode` */
function encodeUu(input: unknown): Bytes {
  const data = contentOf(input);
  const text = new ByteArray('begin 666 <data>\n', 'ascii');
  for (let i = 0; i < data.length; i += UU_LINE) text.iadd(b2a_uu(data.subarray(i, i + UU_LINE)));
  text.iadd(new Bytes(' \nend\n', 'ascii'));
  return text.take_bytes();
}

/** CPython: Lib/encodings/uu_codec.py `uu_decode` */
function decodeUu(input: unknown): Bytes {
  const lines = linesOf(contentOf(input));
  const isBegin = (line: Uint8Array): boolean => ascii(line.subarray(0, 5)) === 'begin';
  let at = lines.findIndex(isBegin);
  if (at === -1) throw new PyValueError('Missing "begin" line in input data');
  const data = new ByteArray();
  for (at++; at < lines.length; at++) {
    const line = lines[at]!;
    if (ascii(line) === 'end\n') return data.take_bytes();
    data.iadd(decodeUuLine(line));
  }
  throw new PyValueError('Truncated input data');
}

/** Some encoders write more characters than the line's length says. A second attempt ignores them. */
function decodeUuLine(line: Uint8Array): Bytes {
  try {
    return a2b_uu(line);
  } catch (error) {
    if (!(error instanceof BinasciiError)) throw error;
    const characters = Math.floor((((line[0]! - 32) & 63) * 4 + 5) / 3);
    return a2b_uu(line.subarray(0, characters));
  }
}

/** The lines of a file, with their line feeds. */
function linesOf(data: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < data.length;) {
    const feed = data.indexOf(0x0a, start);
    const end = feed === -1 ? data.length : feed + 1;
    lines.push(data.subarray(start, end));
    start = end;
  }
  return lines;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 5));
}

/** The codecs, by the names of their modules in CPython. */
export const BINARY_CODECS: Readonly<Record<string, BinaryCodec>> = {
  hex_codec: binaryCodec('hex', hexlify, unhexlify),
  base64_codec: binaryCodec('base64', encodebytes, decodebytes),
  quopri_codec: binaryCodec(
    'quopri',
    (input) => b2a_qp(contentOf(input), { quotetabs: true }),
    (input) => a2b_qp(contentOf(input)),
  ),
  uu_codec: binaryCodec('uu', encodeUu, decodeUu),
};
