/** The functions of `base64` that convert streams. CPython: Lib/base64.py */
import { Bytes } from '../../bytes/index.js';
import { takesNamed } from '../../python/index.js';
import { a2b_base64, b2a_base64 } from '../binascii/base64.js';

/** A binary stream to read: `BytesIO`, or anything with these methods. */
interface Source {
  read(size: number): Bytes;
  readline(): Bytes;
}

/** A binary stream to write. */
interface Target {
  write(bytes: Bytes): unknown;
}

const STREAMS = ['input', 'output'];

/** The number of bytes that make a line of 76 characters. */
const LINE_BYTES = 57;

/**
 * Encodes a stream in base64, in lines of 76 characters.
 *
 * CPython: Lib/base64.py `encode`
 */
export function encode(input: Source, output: Target): void {
  takesNamed('encode', STREAMS, arguments.length);
  for (;;) {
    let piece = input.read(LINE_BYTES);
    if (piece.length === 0) return;
    while (piece.length < LINE_BYTES) {
      const more = input.read(LINE_BYTES - piece.length);
      if (more.length === 0) break;
      piece = piece.concat(more);
    }
    output.write(b2a_base64(piece));
  }
}

/**
 * Decodes a stream of base64, line by line.
 *
 * @throws BinasciiError as `b64decode`
 *
 * CPython: Lib/base64.py `decode`
 */
export function decode(input: Source, output: Target): void {
  takesNamed('decode', STREAMS, arguments.length);
  for (let line = input.readline(); line.length > 0; line = input.readline()) output.write(a2b_base64(line));
}
