/**
 * Codecs that do not convert text to bytes: their interface, their incremental classes and their registry.
 * rot13 is always available; `register-binary.ts` adds the others. Caller: `info.ts`.
 */
import { Bytes } from '../../bytes/index.js';
import { PyAssertionError, PyLookupError, PyTypeError } from '../../exceptions/index.js';
import type { BytesLike } from '../../protocol/index.js';
import { asLength, specialMethod, tuple, typeName } from '../../python/index.js';
import { IncrementalDecoder, IncrementalEncoder } from './incremental.js';

/** Converts any value. Returns the result and how much was consumed. */
export type Anything = (input: never, errors?: string) => readonly [result: unknown, length: number];

/** Converts a value that arrives piece by piece. */
export interface PieceConverter {
  convert(input: unknown, final: boolean): unknown;
  reset(): void;
}

/** The functions of one codec, which its incremental and stream classes also use. */
export interface BinaryCodec {
  readonly name: string;
  readonly encode: Anything;
  readonly decode: Anything;
  /** The empty value of the type that stream readers return. */
  readonly empty: () => string | Bytes;
  /** Converts pieces that depend on each other; absent if each piece is converted separately. */
  readonly pieces?: (convert: Anything, errors: string) => PieceConverter;
}

type Find = (module: string, encoding: string) => BinaryCodec | null;

let registered: Find | null = null;

/** Registers the codecs other than rot13. */
export function registerBinaryCodecs(find: Find): void {
  registered = find;
}

/** The codec with a name of its module in CPython. @throws PyLookupError that names the import to add */
export function findBinaryCodec(module: string, encoding: string): BinaryCodec {
  if (module === 'rot_13') return ROT_13;
  const codec = registered === null ? null : registered(module, encoding);
  if (codec !== null) return codec;
  // Not Python, which loads these itself.
  throw new PyLookupError(
    `encoding ${encoding} is not loaded: import 'pybuffer/codecs-binary' to register it`,
  );
}

/** These codecs accept only the handler `'strict'`. @throws PyAssertionError without a text */
export function checkStrict(errors: string): void {
  if (errors !== 'strict') throw new PyAssertionError();
}

/**
 * `len(input)`, which a codec computes after the conversion.
 *
 * @throws PyTypeError `object of type 'NoneType' has no len()`
 */
function lengthOf(input: unknown): number {
  if (typeof input === 'string') return Array.from(input).length;
  const lengthMethod = specialMethod(input, '__len__');
  if (lengthMethod !== null) return asLength(lengthMethod.call(input));
  const { length, byteLength } = (input ?? {}) as { length?: number; byteLength?: number };
  const count = length ?? byteLength;
  if (typeof count !== 'number') throw new PyTypeError(`object of type '${typeName(input)}' has no len()`);
  return count;
}

/** A codec made of one function each way; `errors` must be `'strict'`. */
export function binaryCodec(
  name: string,
  encode: (input: never) => Bytes,
  decode: (input: never) => Bytes,
): BinaryCodec {
  const checked =
    (convert: (input: never) => Bytes): Anything =>
    (input, errors = 'strict') => {
      checkStrict(errors);
      const result = convert(input);
      return tuple(result, lengthOf(input));
    };
  return { name, encode: checked(encode), decode: checked(decode), empty: () => new Bytes() };
}

/** Converts each piece separately. */
function each(convert: Anything, errors: string): PieceConverter {
  return { convert: (input) => convert(input as never, errors)[0], reset: () => undefined };
}

/** The class of a codec's incremental encoders. */
export function binaryEncoderOf({ encode, pieces = each }: BinaryCodec): typeof IncrementalEncoder {
  return class extends IncrementalEncoder {
    readonly #pieces = pieces(encode, this.errors);
    override encode(input: string, final = false): Bytes {
      return this.#pieces.convert(input, final) as Bytes;
    }
    override reset(): void {
      this.#pieces.reset();
    }
  };
}

/** The class of a codec's incremental decoders. */
export function binaryDecoderOf({ decode, pieces = each }: BinaryCodec): typeof IncrementalDecoder {
  return class extends IncrementalDecoder {
    readonly #pieces = pieces(decode, this.errors);
    override decode(input: BytesLike, final = false): string {
      return this.#pieces.convert(input, final) as string;
    }
    override reset(): void {
      this.#pieces.reset();
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

const ROT_13: BinaryCodec = { name: 'rot-13', encode: rotate, decode: rotate, empty: () => '' };
