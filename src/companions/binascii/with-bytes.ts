/** The bytes of an argument, for the time of a call. Every function that takes bytes uses it. */
import { PyTypeError } from '../../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../../memory/index.js';
import { endLease, lease } from '../../protocol/index.js';

/** Runs a function on the bytes of a bytes-like object. @throws PyTypeError `a bytes-like object is required, not 'str'` */
export function withBytes<T>(value: unknown, run: (memory: Uint8Array, start: number, end: number) => T): T {
  if (value === null || value === undefined)
    throw new PyTypeError("a bytes-like object is required, not 'NoneType'");
  const content = lease(value);
  try {
    const start = content[START];
    return run(content[MEMORY], start, start + content[LENGTH]);
  } finally {
    endLease(content);
  }
}
