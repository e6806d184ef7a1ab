// The functions and classes that programs call, for the library. Like ours.ts it imports only what the
// package exports.
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as base64 from 'pybuffer/base64';
import * as binascii from 'pybuffer/binascii';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import { compare_digest } from 'pybuffer/hmac';
import { BytesIO } from 'pybuffer/io';
import { NDExporter } from 'pybuffer/protocol';
import * as runtime from 'pybuffer/runtime';
import { Struct } from 'pybuffer/struct';
import * as zlib from 'pybuffer/zlib';
import type { Callables } from './ours.js';
import { TEXT_FUNCTIONS } from './vocabulary/functions.js';

const { builtins } = runtime;

/** A function of Python's module `struct`. */
const struct =
  (name: string) =>
  (...args: unknown[]) =>
    runtime.callStruct(name, args);

/** The functions of binascii and base64, under their names with the module's. */
const textFunctions = Object.fromEntries(
  Object.keys(TEXT_FUNCTIONS).map((full) => {
    const [module, name] = full.split('.') as ['base64' | 'binascii', string];
    return [full, (module === 'base64' ? base64 : binascii)[name as never]];
  }),
);

/** Named as the exporter of CPython's tests, which programs see as the `obj` of a view. */
const NDArray = { ndarray: class extends NDExporter {} }.ndarray;

/** The callables for the steps of a program, under Python's names. */
export const callables: Callables = {
  ...builtins,
  ...textFunctions,
  'array.array': PyArray,
  // The function that pickles of arrays call, with the class that the package exports.
  'array.reconstruct': (...args: unknown[]) => {
    const [reconstruct] = runtime.callMethod(new PyArray('b'), '__reduce_ex__', [4]) as [unknown];
    return runtime.call(reconstruct, [PyArray, ...args]);
  },
  'bytes.fromhex': (...args: unknown[]) => runtime.callMethod(Bytes, 'fromhex', args),
  'bytearray.fromhex': (...args: unknown[]) => runtime.callMethod(ByteArray, 'fromhex', args),
  'bytes.maketrans': (...args: unknown[]) => runtime.callMethod(Bytes, 'maketrans', args),
  'int.from_bytes': { __call__: fromBytes },
  // As lists, because each implementation names its generators differently.
  'codecs.iterdecode': (...args: Parameters<typeof codecs.iterdecode>) => [...codecs.iterdecode(...args)],
  'codecs.iterencode': (...args: Parameters<typeof codecs.iterencode>) => [...codecs.iterencode(...args)],
  'codecs.decode_in_steps': (encoding: string, errors: string, pieces: readonly Piece[]) =>
    inSteps(new (codecs.getincrementaldecoder(encoding))(errors), 'decode', pieces),
  'codecs.encode_in_steps': (encoding: string, errors: string, pieces: readonly Piece[]) =>
    inSteps(new (codecs.getincrementalencoder(encoding))(errors), 'encode', pieces),
  'codecs.encode': codecs.encode,
  'codecs.decode': codecs.decode,
  'zlib.adler32': zlib.adler32,
  'zlib.crc32': zlib.crc32,
  'hmac.compare_digest': compare_digest,
  'io.BytesIO': BytesIO,
  // A view of memory with any strides, which `cast` and slices cannot all make.
  ndarray: (content: Bytes, shape: number[], strides: number[], offset: number) =>
    new MemoryView(new NDArray(content.toUint8Array(), { shape, strides, offset })),
  'struct.Struct': Struct,
  'struct.pack': struct('pack'),
  'struct.unpack': struct('unpack'),
  'struct.unpack_from': struct('unpack_from'),
  'struct.pack_into': struct('pack_into'),
  'struct.iter_unpack': struct('iter_unpack'),
  'struct.calcsize': struct('calcsize'),
  hash: (value: unknown) => {
    builtins.hash(value);
    return null;
  },
  hashed: (value: unknown) => builtins.hash(value),
  same: (value: unknown) => value,
  setattr: (value: unknown, name: string, to: unknown) => {
    runtime.setAttribute(value, name, to);
    return null;
  },
};

type Piece = readonly [input: never, final: boolean];

/**
 * The result of each call of an incremental codec and the state after it, which the codec is then set to
 * again.
 */
function inSteps(
  coder: codecs.IncrementalDecoder | codecs.IncrementalEncoder,
  method: 'decode' | 'encode',
  pieces: readonly Piece[],
): unknown[] {
  return pieces.map(([input, final]) => {
    const result = (coder as unknown as Record<string, (input: unknown, final: boolean) => unknown>)[method]!(
      input,
      final,
    );
    const state = coder.getstate();
    coder.setstate(state as never);
    return runtime.tuple(result, state);
  });
}

/** `int.from_bytes`, with keywords as a plain object at the end; a program's dict is a Map. */
function fromBytes(...args: unknown[]): unknown {
  const last = args[args.length - 1];
  const named = typeof last === 'object' && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  return named
    ? runtime.callMethod(builtins.int, 'from_bytes', args.slice(0, -1), last as Record<string, unknown>)
    : runtime.callMethod(builtins.int, 'from_bytes', args);
}
