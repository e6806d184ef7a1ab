/**
 * CPython's codecs that do not lead from text to bytes: hex, base64, quopri and uu from bytes to bytes, rot13 from text to text.
 * `info.ts` hands them out; those that compress are in `compress.ts`.
 */
import { Bytes, ByteArray } from '../../bytes/index.js';
import { PyAssertionError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { endLease, lease } from '../../protocol/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { tuple, typeName } from '../../python/index.js';
import { decodebytes, encodebytes } from '../base64/base64.js';
import { copyOf } from '../binascii/arguments.js';
import { BinasciiError } from '../binascii/error.js';
import { hexlify, unhexlify } from '../binascii/hex.js';
import { a2b_qp, b2a_qp } from '../binascii/qp.js';
import { a2b_uu, b2a_uu } from '../binascii/uu.js';
import { IncrementalDecoder, IncrementalEncoder } from './incremental.js';

/** Converts any value: the result, and how much was used. */
export type Anything = (input: never, errors?: string) => readonly [result: unknown, length: number];

/** The functions of one codec, which its incremental and its stream classes use as well. */
export interface BinaryCodec {
  readonly name: string;
  readonly encode: Anything;
  readonly decode: Anything;
  /** What readers of streams return, empty. */
  readonly empty: () => string | Bytes;
  /** Whether pieces have to be converted as one. */
  readonly whole?: boolean;
}

/** These codecs know no other error handler. @throws PyAssertionError without a text */
export function checkStrict(errors: string): void {
  if (errors !== 'strict') throw new PyAssertionError();
}

/** `len(input)`. @throws PyTypeError `object of type 'NoneType' has no len()` */
export function lengthOf(input: unknown): number {
  if (typeof input === 'string') return Array.from(input).length;
  if (input === null || input === undefined) throw new PyTypeError("object of type 'NoneType' has no len()");
  const { length, byteLength } = input as { length?: number; byteLength?: number };
  return length ?? byteLength!;
}

/** A codec of one function each way, for which `errors` has to be `'strict'`. */
export function binaryCodec(
  name: string,
  encode: (input: never) => Bytes,
  decode: (input: never) => Bytes,
  whole = false,
): BinaryCodec {
  const checked =
    (convert: (input: never) => Bytes): Anything =>
    (input, errors = 'strict') => {
      checkStrict(errors);
      const result = convert(input);
      return tuple(result, lengthOf(input));
    };
  return { name, encode: checked(encode), decode: checked(decode), empty: () => new Bytes(), whole };
}

/** Converts piece by piece; what has to be converted as one is kept until the last piece. */
function converter({ empty, whole }: BinaryCodec, convert: Anything, errors: string) {
  if (whole === true) checkStrict(errors);
  const kept = new ByteArray();
  return {
    convert(input: unknown, final: boolean): unknown {
      if (whole !== true) return convert(input as never, errors)[0];
      kept.iadd(checkedBytes(input));
      return final ? convert(kept.take_bytes() as never, errors)[0] : empty();
    },
    reset: () => kept.clear(),
  };
}

/** The class of a codec's incremental encoders. */
export function binaryEncoderOf(codec: BinaryCodec): typeof IncrementalEncoder {
  return class extends IncrementalEncoder {
    readonly #converter = converter(codec, codec.encode, this.errors);
    override encode(input: string, final = false): Bytes {
      return this.#converter.convert(input, final) as Bytes;
    }
    override reset(): void {
      this.#converter.reset();
    }
  };
}

/** The class of a codec's incremental decoders. */
export function binaryDecoderOf(codec: BinaryCodec): typeof IncrementalDecoder {
  return class extends IncrementalDecoder {
    readonly #converter = converter(codec, codec.decode, this.errors);
    override decode(input: BytesLike, final = false): string {
      return this.#converter.convert(input, final) as string;
    }
    override reset(): void {
      this.#converter.reset();
    }
  };
}

/** CPython: Lib/encodings/rot_13.py */
function rotate(text: string): readonly [string, number] {
  if (typeof text !== 'string') {
    const type = text === null || text === undefined ? 'NoneType' : typeName(text);
    throw new PyTypeError(`descriptor 'translate' for 'str' objects doesn't apply to a '${type}' object`);
  }
  const rotated = text.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
  });
  return tuple(rotated, lengthOf(text));
}

/** What `BytesIO(input)` holds: nothing for None. @throws PyTypeError `a bytes-like object is required, not 'str'` */
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

/** Some encoders write more characters than the line's length says: those are left out on a second try. */
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

/** `binascii` takes ASCII text here as well; a stream of bytes does not. */
function checkedBytes(input: unknown): Bytes {
  if (input === null || input === undefined) return new Bytes();
  const held = lease(input);
  endLease(held);
  return input as Bytes;
}

/** By CPython's name of the module. */
export const BINARY_CODECS: Readonly<Record<string, BinaryCodec>> = {
  hex_codec: binaryCodec('hex', hexlify, unhexlify),
  base64_codec: binaryCodec('base64', encodebytes, decodebytes),
  quopri_codec: binaryCodec(
    'quopri',
    (input) => b2a_qp(checkedBytes(input), { quotetabs: true }),
    (input) => a2b_qp(checkedBytes(input)),
  ),
  uu_codec: binaryCodec('uu', encodeUu, decodeUu),
  rot_13: { name: 'rot-13', encode: rotate, decode: rotate, empty: () => '' },
};
