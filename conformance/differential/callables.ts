// The functions and classes that programs call, for the library. Like ours.ts it imports only what the package exports.
import { ByteArray, Bytes } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import * as runtime from 'pybuffer/runtime';
import type { Callables } from './ours.js';

const { builtins } = runtime;

/** A function of Python's module `struct`. */
const struct =
  (name: string) =>
  (...args: unknown[]) =>
    runtime.callStruct(name, args);

/** What the steps of a program may call, under Python's names. */
export const callables: Callables = {
  ...builtins,
  'array.array': PyArray,
  'bytes.fromhex': (...args: unknown[]) => runtime.callMethod(Bytes, 'fromhex', args),
  'bytearray.fromhex': (...args: unknown[]) => runtime.callMethod(ByteArray, 'fromhex', args),
  'bytes.maketrans': (...args: unknown[]) => runtime.callMethod(Bytes, 'maketrans', args),
  'struct.pack': struct('pack'),
  'struct.unpack': struct('unpack'),
  'struct.unpack_from': struct('unpack_from'),
  'struct.pack_into': struct('pack_into'),
  'struct.calcsize': struct('calcsize'),
  hash: (value: unknown) => {
    builtins.hash(value);
    return null;
  },
};
