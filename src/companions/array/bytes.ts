/**
 * The machine values of an array: copied to bytes and appended from bytes, in memory and in files. `array.ts`
 * and `text.ts` call these functions.
 */
import { bytesOfRange } from '../../bytes/index.js';
import { PyEOFError, PyMemoryError, PyTypeError, PyValueError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START, copyRange } from '../../memory/index.js';
import type { Range } from '../../memory/index.js';
import { BufferFlags, acquireView, contentOfBytes, returnView } from '../../protocol/index.js';
import { abi, asSsizeArgument } from '../../python/index.js';
import { methodOf } from '../io/direct.js';
import type { Reader, Writer } from '../io/direct.js';
import { appendItemBytes } from './grow.js';
import { STORAGE, TYPE } from './state.js';
import type { ArrayState } from './state.js';

/** `tofile` writes pieces of this many bytes. */
const BLOCK = 65536;

/** A copy of the bytes between two indices of bytes. */
export function bytesOfItems(array: ArrayState, from: number, to: number): Range {
  const { memory, start } = array[STORAGE];
  return copyRange(memory, start + from, start + to);
}

/** CPython: Modules/arraymodule.c `array_array_frombytes_impl` */
export function appendBuffer(array: ArrayState, buffer: unknown): void {
  const view = acquireView(buffer, BufferFlags.SIMPLE);
  try {
    if (view.itemsize !== 1) throw new PyTypeError('a bytes-like object is required');
    appendItemBytes(array, view.memory, view.offset, view.length);
  } finally {
    returnView(view);
  }
}

/** CPython: Modules/arraymodule.c `array_array_fromfile_impl` */
export function appendFile(array: ArrayState, file: Reader, n: unknown): void {
  const count = asSsizeArgument(n);
  if (count < 0) throw new PyValueError('n cannot be negative');
  const size = count * array[TYPE].size;
  if (size > abi().maxsize) throw new PyMemoryError();
  const data = contentOfBytes(methodOf(file, 'read')(size));
  if (data === null) throw new PyTypeError("read() didn't return bytes");
  const isShort = data[LENGTH] !== size;
  appendItemBytes(array, data[MEMORY], data[START], data[LENGTH]);
  if (isShort) throw new PyEOFError("read() didn't return enough bytes");
}

/** CPython: Modules/arraymodule.c `array_array_tofile_impl` */
export function writeToFile(array: ArrayState, file: Writer): void {
  const storage = array[STORAGE];
  for (let at = 0; at < storage.length; at += BLOCK) {
    const block = bytesOfItems(array, at, Math.min(at + BLOCK, storage.length));
    methodOf(file, 'write')(bytesOfRange(block));
  }
}
