import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import * as runtime from '../../src/runtime/index.js';
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
