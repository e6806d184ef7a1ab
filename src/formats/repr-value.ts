import { PyNotImplementedError } from '../exceptions/index.js';

/** `repr(value)` of a host value. CPython: Objects/object.c `PyObject_Repr`. */
export function reprValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new PyNotImplementedError();
}

/** `ascii(value)` of a host value. CPython: Objects/object.c `PyObject_ASCII`. */
export function asciiValue(value: unknown): string {
  return reprValue(value);
}
