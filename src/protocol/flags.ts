/**
 * The requests that a consumer can make of an exporter, with CPython's values.
 *
 * CPython: Include/pybuffer.h `PyBUF_*`, Lib/inspect.py `BufferFlags`
 */
export const BufferFlags = Object.freeze({
  SIMPLE: 0,
  WRITABLE: 0x1,
  FORMAT: 0x4,
  ND: 0x8,
  STRIDES: 0x18,
  C_CONTIGUOUS: 0x38,
  F_CONTIGUOUS: 0x58,
  ANY_CONTIGUOUS: 0x98,
  INDIRECT: 0x118,
  CONTIG: 0x9,
  CONTIG_RO: 0x8,
  STRIDED: 0x19,
  STRIDED_RO: 0x18,
  RECORDS: 0x1d,
  RECORDS_RO: 0x1c,
  FULL: 0x11d,
  FULL_RO: 0x11c,
  READ: 0x100,
  WRITE: 0x200,
} as const);

/**
 * Returns whether every bit of `request` is set in `flags`.
 *
 * CPython: Objects/memoryobject.c `REQ_FORMAT` and its like
 */
export function requests(flags: number, request: number): boolean {
  return (flags & request) === request;
}
