/**
 * Codecs that do not lead from text to bytes, for `lookup`, `codecs.encode` and `codecs.decode`. Those that compress are left out: that
 * takes an algorithm that platforms have and this package has not.
 */
import { PyTypeError } from '../../exceptions/index.js';
import { tuple, typeName } from '../../python/index.js';

/** Converts any value: the result, and how much was used. */
type Anything = (input: never, errors?: string) => readonly [result: unknown, length: number];

interface BinaryInfo {
  readonly name: string;
  readonly encode: Anything;
  readonly decode: Anything;
  readonly isTextEncoding: false;
}

/** CPython: Lib/encodings/rot_13.py */
function rotate(text: string): readonly [string, number] {
  if (typeof text !== 'string') {
    throw new PyTypeError(
      `descriptor 'translate' for 'str' objects doesn't apply to a '${typeName(text)}' object`,
    );
  }
  const rotated = text.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < 'a' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
  });
  return tuple(rotated, Array.from(text).length);
}

/** By CPython's name of the module. */
export const BINARY_INFOS: Readonly<Record<string, BinaryInfo>> = {
  rot_13: { name: 'rot-13', encode: rotate, decode: rotate, isTextEncoding: false },
};
