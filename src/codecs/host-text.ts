/**
 * The platform's own functions that turn bytes into strings and strings into bytes. Each is optional: a missing one is null and
 * the plain code beside it takes over, so correct results need none of them.
 */
import { bufferFunction, bufferModuleFunction, textDecoder, textEncoder } from '../memory/index.js';

import { decodable } from '../accelerate/natives.js';

type Slice = (this: Uint8Array, start: number, end: number) => string;
type Write = (this: Uint8Array, text: string, offset: number, length: number) => number;

/** Takes a method of Node's `Buffer` only if it works on a plain `Uint8Array`. */
function tried<T>(method: T | undefined, trial: (method: T) => boolean): T | null {
  if (typeof method !== 'function') return null;
  try {
    return trial(method) ? method : null;
  } catch {
    return null;
  }
}

const probe = Uint8Array.of(0x78, 0xc3, 0xa9);

/** `memory[start .. end)` as latin-1. `TextDecoder('latin1')` would be windows-1252. */
export const latin1Slice: Slice | null = tried(
  bufferFunction<Slice>('latin1Slice'),
  (slice) => slice.call(probe, 1, 3) === '\xc3\xa9',
);

/** `memory[start .. end)` as UTF-8 with U+FFFD for every error. It needs no typed array of its own, so it is faster. */
export const utf8Slice: Slice | null = tried(
  bufferFunction<Slice>('utf8Slice'),
  (slice) => slice.call(probe, 1, 3) === '\xe9',
);

/**
 * `memory[start .. end)` as little-endian UTF-16 with lone surrogates as they are. It only copies, where decoders take 10 times
 * as long. Available only if the machine is little-endian.
 */
export const ucs2Slice: Slice | null = tried(
  bufferFunction<Slice>('ucs2Slice'),
  (slice) => slice.call(new Uint8Array(Uint16Array.of(0x78, 0xd83d).buffer), 2, 4) === '\ud83d',
);

/** Whether a whole view is valid UTF-8. */
export const isUtf8: ((view: Uint8Array) => boolean) | null = tried(
  bufferModuleFunction<(memory: Uint8Array) => boolean>('isUtf8'),
  (isUtf8) => isUtf8(probe) && !isUtf8(probe.subarray(2)),
);

/** Writes the low byte of every unit. */
export const latin1Write: Write | null = tried(bufferFunction<Write>('latin1Write'), (write) => {
  const target = new Uint8Array(2);
  return write.call(target, '\xe9', 1, 1) === 1 && target[1] === 0xe9;
});

/** `memory[start .. end)` in base64. */
export const base64Slice: Slice | null = tried(
  bufferFunction<Slice>('base64Slice'),
  (slice) => slice.call(probe, 0, 3) === 'eMOp',
);

/** Writes the bytes of base64 and skips other characters; the length is that of the room. */
export const base64Write: Write | null = tried(bufferFunction<Write>('base64Write'), (write) => {
  const target = new Uint8Array(4);
  return write.call(target, 'eMOp', 1, 3) === 3 && target[1] === 0x78 && target[3] === 0xa9;
});

/** Writes every unit as two bytes, low byte first; the length is in bytes. */
export const ucs2Write: Write | null = tried(bufferFunction<Write>('ucs2Write'), (write) => {
  const target = new Uint8Array(3);
  return write.call(target, '\ud83d', 1, 2) === 2 && target[1] === 0x3d && target[2] === 0xd8;
});

/** The number of bytes of a text in UTF-8. */
export const utf8Length: ((text: string) => number) | null =
  bufferFunction<(text: string) => number>('byteLength', 'static') ?? null;

const EXACT = { fatal: true, ignoreBOM: true };
/** UTF-8 that throws on the first error. */
export const strictUtf8: TextDecoder | null = textDecoder('utf-8', EXACT);
/** UTF-8 with U+FFFD for each maximal part of a broken sequence, as CPython groups them too. */
export const lenientUtf8: TextDecoder | null = textDecoder('utf-8', { ...EXACT, fatal: false });
/** UTF-16 that throws on the first error. */
export const strictUtf16: TextDecoder | null = textDecoder('utf-16le', EXACT);

export const encoder: TextEncoder | null = textEncoder();

/** Whether an error of the platform says that a string was too long, for which Python raises MemoryError. */
export function isTooLong(error: unknown): boolean {
  // Only the message tells, because the error may come from another realm, so its class says nothing.
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === 'ERR_STRING_TOO_LONG' || message === 'Invalid string length';
}

/** Null if the platform refuses the bytes. */
export function decodeNatively(
  decoder: TextDecoder | null,
  memory: Uint8Array,
  start: number,
  end: number,
): string | null {
  if (decoder === null) return null;
  try {
    return decoder.decode(decodable(memory, start, end));
  } catch (error) {
    if (isTooLong(error)) throw error;
    return null;
  }
}
