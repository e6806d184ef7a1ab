/**
 * The codecs that compress: `zlib` and `bz2`. The algorithm comes from the platform or a library: Node, Deno
 * and Bun have zlib, everything else must be registered. `register-binary.ts` registers the codecs.
 */
import { ByteArray, Bytes } from '../../bytes/index.js';
import { PyException, PyLookupError, PyTypeError, nameException } from '../../exceptions/index.js';
import { isTrue, typeName } from '../../python/index.js';
import { ofPlatform } from '../../memory/index.js';
import { withBytes } from '../binascii/with-bytes.js';
import { binaryCodec, checkStrict } from './binary-codec.js';
import type { Anything, BinaryCodec, PieceConverter } from './binary-codec.js';

/** A library's functions that compress and decompress whole values. */
export interface Compressor {
  /** @param data the bytes, lent for the time of the call */
  compress(data: Uint8Array): Uint8Array;
  /**
   * @param data the bytes, lent for the time of the call
   * @throws the exception that callers of the codec should see
   */
  decompress(data: Uint8Array): Uint8Array;
}

/** Python's `zlib.error`: bytes that zlib did not write. */
export class ZlibError extends PyException {}

nameException(ZlibError, 'error', 'zlib.error');

const MODULES = ['zlib_codec', 'bz2_codec'] as const;
const registered = new Map<string, Compressor>();

/**
 * Registers the functions of the codec `zlib` or `bz2`, process-wide. Node, Deno and Bun need this only for
 * `bz2`.
 *
 * Not Python, where both are built in. Their incremental classes return everything with the last piece,
 * because libraries convert whole values.
 *
 * @param name `'zlib'` or `'bz2'`
 * @param compressor the functions of a library: `{ compress: pako.deflate, decompress: pako.inflate }`
 * @throws PyLookupError `no codec of this name compresses: nope`
 * @throws PyTypeError `a compressor has the functions compress and decompress`
 *
 * @example
 * ```ts
 * const twice = {
 *   compress: (data: Uint8Array) => new Bytes(data).repeat(2).toUint8Array(),
 *   decompress: (data: Uint8Array) => data,
 * };
 * registerCompressor('bz2', twice);
 * encode(b`ab`, 'bz2') // b'abab'
 * ```
 */
export function registerCompressor(name: 'zlib' | 'bz2', compressor: Compressor): void {
  const text = typeof name === 'string' ? name : typeName(name);
  const module = `${text}_codec`;
  if (!(MODULES as readonly string[]).includes(module)) {
    throw new PyLookupError(`no codec of this name compresses: ${text}`);
  }
  const { compress, decompress } = compressor as Partial<Compressor>;
  if (typeof compress !== 'function' || typeof decompress !== 'function') {
    throw new PyTypeError('a compressor has the functions compress and decompress');
  }
  registered.set(module, compressor);
}

/**
 * A codec that compresses; null if the module is not one.
 *
 * @throws PyLookupError if there are no functions to compress with
 */
export function compressingCodec(module: string, encoding: string): BinaryCodec | null {
  if (!(MODULES as readonly string[]).includes(module)) return null;
  const name = module.slice(0, -'_codec'.length);
  const find = (): Compressor => {
    const compressor = registered.get(module) ?? (name === 'zlib' ? platformZlib() : null);
    if (compressor !== null) return compressor;
    // CPython without the module raises the first part of this.
    throw new PyLookupError(
      `unknown encoding: ${encoding} (no compressor: give a library's to registerCompressor('${name}', ...))`,
    );
  };
  find();
  const run =
    (way: keyof Compressor) =>
    (input: never): Bytes =>
      withBytes(input, (memory, start, end) => new Bytes(find()[way](memory.subarray(start, end))));
  return { ...binaryCodec(name, run('compress'), run('decompress')), pieces: atOnce };
}

/** Keeps all pieces until the last one, because libraries convert whole values. */
function atOnce(convert: Anything, errors: string): PieceConverter {
  checkStrict(errors);
  const kept = new ByteArray();
  return {
    convert(input, final) {
      const isFinal = isTrue(final);
      withBytes(input, (memory, start, end) => kept.iadd(memory.subarray(start, end)));
      return isFinal ? convert(kept.take_bytes() as never, errors)[0] : new Bytes();
    },
    reset: () => kept.clear(),
  };
}

interface NodeZlib {
  deflateSync(data: Uint8Array): Uint8Array;
  inflateSync(data: Uint8Array): Uint8Array;
}

/** The zlib of Node, Deno and Bun; null elsewhere. */
function platformZlib(): Compressor | null {
  const zlib = ofPlatform(() => {
    const { process } = globalThis as {
      process?: { getBuiltinModule?: (name: string) => NodeZlib | undefined };
    };
    return process?.getBuiltinModule?.('node:zlib');
  });
  if (zlib === undefined) return null;
  return {
    compress: (data) => zlib.deflateSync(data),
    decompress(data) {
      try {
        return zlib.inflateSync(data);
      } catch (error) {
        throw zlibError(error as { errno?: number; message?: string });
      }
    },
  };
}

/** zlib's `Z_BUF_ERROR`: the data ends too early. */
const TRUNCATED = -5;

/** CPython: Modules/zlibmodule.c `zlib_error` */
function zlibError({ errno, message }: { errno?: number; message?: string }): ZlibError {
  const text = errno === TRUNCATED ? 'incomplete or truncated stream' : message;
  return new ZlibError(`Error ${errno} while decompressing data: ${text}`);
}
