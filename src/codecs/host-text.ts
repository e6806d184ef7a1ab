/**
 * The platform's own functions that turn bytes into strings and strings into bytes. All are optional: a
 * missing one is null, and the plain code beside it takes over.
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

export const encoder: TextEncoder | null = textEncoder();

/** `memory[start .. end)` as latin-1. `TextDecoder('latin1')` would be windows-1252. */
export const latin1Slice: Slice | null = tried(
  bufferFunction<Slice>('latin1Slice'),
  (slice) => slice.call(probe, 1, 3) === '\xc3\xa9',
);

/**
 * `memory[start .. end)` as UTF-8 with U+FFFD for every error. It is faster because it needs no new typed
 * array.
 */
export const utf8Slice: Slice | null = tried(
  bufferFunction<Slice>('utf8Slice'),
  (slice) => slice.call(probe, 1, 3) === '\xe9',
);

/**
 * `memory[start .. end)` as little-endian UTF-16 with lone surrogates as they are. It only copies, where
 * decoders take 10 times as long. Available only if the machine is little-endian.
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

const base64Slice: Slice | null = tried(
  bufferFunction<Slice>('base64Slice'),
  (slice) => slice.call(probe, 0, 3) === 'eMOp',
);
const base64urlSlice: Slice | null = tried(
  bufferFunction<Slice>('base64urlSlice'),
  (slice) => slice.call(Uint8Array.of(0xfb, 0xff, 0xfe), 0, 3) === '-__-',
);

/** The alphabets that platforms support: `+/` or `-_` for the last two digits. */
export type Base64Alphabet = 'base64' | 'base64url';

/** ECMAScript 2026. */
interface Base64Prototype {
  toBase64?: (this: Uint8Array, options: { alphabet: Base64Alphabet }) => string;
  setFromBase64?: (
    this: Uint8Array,
    text: string,
    options: { alphabet: Base64Alphabet; lastChunkHandling: 'strict' },
  ) => { read: number; written: number };
}
// Two constants, because bundlers keep a pattern that nothing uses.
const toBase64 = (Uint8Array.prototype as Base64Prototype).toBase64;
const setFromBase64 = (Uint8Array.prototype as Base64Prototype).setFromBase64;

/** Whether the engine itself supports base64. */
export const engineHasBase64 = typeof toBase64 === 'function';

/**
 * `memory[start .. end)` in base64; only whole groups, because platforms pad differently. Prefers `toBase64`,
 * which is fast.
 */
export const base64Text:
  ((memory: Uint8Array, start: number, end: number, alphabet: Base64Alphabet) => string) | null =
  engineHasBase64
    ? (memory, start, end, alphabet) => toBase64!.call(memory.subarray(start, end), { alphabet })
    : base64Slice !== null && base64urlSlice !== null
      ? (memory, start, end, alphabet) =>
          (alphabet === 'base64' ? base64Slice : base64urlSlice).call(memory, start, end)
      : null;

/** A character that does not fit in a byte. */
const WIDE = /[\u0100-\uffff]/;

const base64Write: Write | null = tried(bufferFunction<Write>('base64Write'), (write) => {
  const target = new Uint8Array(4);
  return write.call(target, 'eMOp', 1, 3) === 3 && target[1] === 0x78 && target[3] === 0xa9;
});
const base64urlWrite: Write | null = tried(bufferFunction<Write>('base64urlWrite'), (write) => {
  const target = new Uint8Array(4);
  return write.call(target, '-__-', 1, 3) === 3 && target[1] === 0xfb && target[3] === 0xfe;
});

/**
 * Decodes whole groups of base64. Returns false, after writing arbitrary bytes, if the text is anything but
 * `size` bytes in digits of the alphabet.
 */
export const writeBase64:
  ((text: string, memory: Uint8Array, at: number, size: number, alphabet: Base64Alphabet) => boolean) | null =
  typeof setFromBase64 === 'function'
    ? (text, memory, at, size, alphabet) => {
        try {
          const target = memory.subarray(at, at + size);
          // It skips whitespace; then it writes too few bytes.
          const { read, written } = setFromBase64.call(target, text, {
            alphabet,
            lastChunkHandling: 'strict',
          });
          return read === text.length && written === size;
        } catch {
          return false;
        }
      }
    : base64Write !== null && base64urlWrite !== null
      ? (text, memory, at, size, alphabet) =>
          // Node accepts the digits of both alphabets, and looks only at the low byte of each character. V8
          // answers the last test at once for a string that it keeps as bytes.
          !text.includes(alphabet === 'base64' ? '-' : '+') &&
          !text.includes(alphabet === 'base64' ? '_' : '/') &&
          !WIDE.test(text) &&
          (alphabet === 'base64' ? base64Write : base64urlWrite).call(memory, text, at, size) === size
      : null;

/**
 * Writes a text of ASCII characters and returns their number; 0 if the platform cannot. Engines with
 * `toBase64` use their encoder, because Deno's `latin1Write` takes a thousand times as long.
 */
export const writeAscii: ((text: string, memory: Uint8Array, at: number) => number) | null =
  latin1Write !== null && !engineHasBase64
    ? (text, memory, at) => latin1Write.call(memory, text, at, text.length)
    : encoder !== null
      ? (text, memory, at) => encoder.encodeInto(text, memory.subarray(at)).written
      : null;

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
/** UTF-8 with U+FFFD for each maximal part of a broken sequence, grouped as in CPython. */
export const lenientUtf8: TextDecoder | null = textDecoder('utf-8', { ...EXACT, fatal: false });
/** UTF-16 that throws on the first error. */
export const strictUtf16: TextDecoder | null = textDecoder('utf-16le', EXACT);

/** Whether a platform error means that a string was too long, for which Python raises MemoryError. */
export function isTooLong(error: unknown): boolean {
  // Only the message tells, because the error may be of another realm's class.
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === 'ERR_STRING_TOO_LONG' || message === 'Invalid string length';
}

/** Returns null if the platform refuses the bytes. */
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
