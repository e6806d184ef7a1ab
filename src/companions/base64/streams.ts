/** The functions of `base64` that convert streams. CPython: Lib/base64.py */
import { Bytes } from '../../bytes/index.js';
import { takesNamed } from '../../python/index.js';
import { a2b_base64, b2a_base64 } from '../binascii/base64.js';
import { methodOf } from '../io/direct.js';

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
 * @throws PyAttributeError `'int' object has no attribute 'read'`
 *
 * CPython: Lib/base64.py `encode`
 */
export function encode(input: Source, output: Target): void {
  takesNamed('encode', STREAMS, arguments.length);
  for (;;) {
    const read = methodOf(input, 'read') as Source['read'];
    let piece = read(LINE_BYTES);
    if (piece.length === 0) return;
    while (piece.length < LINE_BYTES) {
      const more = read(LINE_BYTES - piece.length);
      if (more.length === 0) break;
      piece = piece.concat(more);
    }
    methodOf(output, 'write')(b2a_base64(piece));
  }
}

/**
 * Decodes a stream of base64, line by line.
 *
 * @throws BinasciiError as `b64decode`
 * @throws PyAttributeError `'int' object has no attribute 'readline'`
 *
 * CPython: Lib/base64.py `decode`
 */
export function decode(input: Source, output: Target): void {
  takesNamed('decode', STREAMS, arguments.length);
  const readline = methodOf(input, 'readline') as Source['readline'];
  for (let line = readline(); line.length > 0; line = readline()) methodOf(output, 'write')(a2b_base64(line));
}
