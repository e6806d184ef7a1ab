import { Bytes } from '../../src/bytes/index.js';
import { ByteArray } from '../../src/bytes/index.js';
import * as runtime from '../../src/runtime/index.js';
import * as struct from '../../src/struct.js';
import type { Callables } from './ours.js';

const { builtins } = runtime;

/** What the steps of a program may call, under Python's names. */
export const callables: Callables = {
  ...builtins,
  'bytes.fromhex': (...args: unknown[]) => runtime.callMethod(Bytes, 'fromhex', args),
  'bytearray.fromhex': (...args: unknown[]) => runtime.callMethod(ByteArray, 'fromhex', args),
  'bytes.maketrans': (...args: unknown[]) => runtime.callMethod(Bytes, 'maketrans', args),
  'struct.pack': struct.pack,
  hash: (value: unknown) => (builtins.hash(value), null),
};
