/**
 * Functions of the platform that are faster than any loop written here: Node's `Buffer.prototype` applied to
 * plain `Uint8Array`s, `TextDecoder`, `Uint8Array.prototype.toHex`. Each export is null if the platform lacks
 * the function.
 *
 * Node's functions take 32-bit offsets and some have no end, so windows of longer memory go through
 * short-lived views.
 */
import { bufferFunction, bufferModuleFunction, textDecoder, textEncoder } from '../memory/index.js';

type BufferFunction<A extends unknown[], R> = (this: Uint8Array, ...args: A) => R;

interface BufferPrototype {
  indexOf: BufferFunction<[value: number | Uint8Array, from?: number], number>;
  lastIndexOf: BufferFunction<[value: number, from?: number], number>;
  compare: BufferFunction<[other: Uint8Array, os?: number, oe?: number, s?: number, e?: number], number>;
  hexSlice: BufferFunction<[s: number, e: number], string>;
  hexWrite: BufferFunction<[text: string, at: number, length: number], number>;
  latin1Slice: BufferFunction<[s: number, e: number], string>;
}

/** ECMAScript 2026. */
interface HexPrototype {
  toHex?: BufferFunction<[], string>;
  setFromHex?: BufferFunction<[text: string], { read: number; written: number }>;
}

const buffer = {
  indexOf: bufferFunction<BufferPrototype['indexOf']>('indexOf'),
  lastIndexOf: bufferFunction<BufferPrototype['lastIndexOf']>('lastIndexOf'),
  compare: bufferFunction<BufferPrototype['compare']>('compare'),
  hexSlice: bufferFunction<BufferPrototype['hexSlice']>('hexSlice'),
  hexWrite: bufferFunction<BufferPrototype['hexWrite']>('hexWrite'),
  latin1Slice: bufferFunction<BufferPrototype['latin1Slice']>('latin1Slice'),
};
const hexPrototype = Uint8Array.prototype as HexPrototype;

/** The longest memory whose every offset Node's functions accept, and the longest view of longer memory. */
const OFFSET_LIMIT = 0x7fffffff;
const VIEW_LIMIT = 0x40000000;

/** Searching this many bytes past the end costs less than making a view that excludes them. */
const OVERSHOOT = 2048;

/** A view of `m[s .. e)`. Takes 40 ns, where `subarray` takes 100. */
function view(m: Uint8Array, s: number, e: number): Uint8Array {
  return new Uint8Array(m.buffer, m.byteOffset + s, e - s);
}

/**
 * The bytes `m[s .. e)` in a form that the platform's decoders accept. Browsers refuse memory that may be
 * shared or resized, so such memory is copied, and so is a buffer of another realm.
 */
export function decodable(m: Uint8Array, s: number, e: number): Uint8Array {
  const { buffer } = m;
  if (!(buffer instanceof ArrayBuffer) || (buffer as { resizable?: boolean }).resizable === true) {
    return m.slice(s, e);
  }
  return s === 0 && e === m.length ? m : view(m, s, e);
}

/**
 * The longest memory of which a view is kept. It is no longer than a slab, because the view keeps it alive.
 */
const KEPT_LIMIT = 65536;
let keptOf: Uint8Array | null = null;
let keptFrom = 0;
let keptTo = 0;
let kept: Uint8Array | null = null;

/**
 * A view of `m[s .. e)`, kept for the next search: code that splits, partitions or scans bytes searches the
 * same end of a memory many times, and making the view takes longer than searching a few hundred bytes.
 */
function keptView(m: Uint8Array, s: number, e: number): Uint8Array {
  if (kept !== null && keptOf === m && keptFrom === s && keptTo === e) return kept;
  keptOf = m;
  keptFrom = s;
  keptTo = e;
  kept = view(m, s, e);
  return kept;
}

type FindByte = (m: Uint8Array, s: number, e: number, byte: number) => number;

function makeFindByte(indexOf: BufferPrototype['indexOf']): FindByte {
  return (m, s, e, byte) => {
    if (m.length - e <= OVERSHOOT && m.length <= OFFSET_LIMIT) {
      const found = indexOf.call(m, byte, s);
      return found < e ? found : -1;
    }
    if (m.length <= KEPT_LIMIT) return indexOf.call(keptView(m, 0, e), byte, s);
    for (let at = s; at < e; at += VIEW_LIMIT) {
      const found = indexOf.call(view(m, at, Math.min(e, at + VIEW_LIMIT)), byte);
      if (found >= 0) return at + found;
    }
    return -1;
  };
}

/** The first index of a byte in `m[s .. e)`, or -1. Requires `s < e`. */
export const findByteNative: FindByte | null =
  buffer.indexOf === undefined ? null : makeFindByte(buffer.indexOf);

function makeFindByteBack(lastIndexOf: BufferPrototype['lastIndexOf']): FindByte {
  return (m, s, e, byte) => {
    if (s <= OVERSHOOT && e <= OFFSET_LIMIT) {
      const found = lastIndexOf.call(m, byte, e - 1);
      return found < s ? -1 : found;
    }
    if (m.length <= KEPT_LIMIT) {
      const found = lastIndexOf.call(keptView(m, s, m.length), byte, e - 1 - s);
      return found < 0 ? -1 : s + found;
    }
    for (let end = e; end > s; end -= VIEW_LIMIT) {
      const at = Math.max(s, end - VIEW_LIMIT);
      const found = lastIndexOf.call(view(m, at, end), byte);
      if (found >= 0) return at + found;
    }
    return -1;
  };
}

/** The last index of a byte in `m[s .. e)`, or -1. Requires `s < e`. */
export const findByteBackNative: FindByte | null =
  buffer.lastIndexOf === undefined ? null : makeFindByteBack(buffer.lastIndexOf);

/**
 * The first index of a needle in a whole memory of less than 2 GiB, from `from` on, or -1. It is quadratic
 * when long needles almost match everywhere, so callers use it only for short ones.
 */
export const findNative: ((m: Uint8Array, needle: Uint8Array, from: number) => number) | null =
  buffer.indexOf === undefined
    ? null
    : (
        (indexOf) => (m: Uint8Array, needle: Uint8Array, from: number) =>
          indexOf.call(m, needle, from)
      )(buffer.indexOf);

type Compare = (a: Uint8Array, as: number, ae: number, b: Uint8Array, bs: number, be: number) => number;

function makeCompare(compare: BufferPrototype['compare']): Compare {
  return (a, as, ae, b, bs, be) => {
    // Without ranges V8 takes a shortcut: 45 ns instead of 85 for 1 KiB.
    if (as === 0 && bs === 0 && ae === a.length && be === b.length) return compare.call(a, b);
    if (a.length <= OFFSET_LIMIT && b.length <= OFFSET_LIMIT) return compare.call(a, b, bs, be, as, ae);
    return compare.call(view(a, as, ae), view(b, bs, be));
  };
}

/** Compares two ranges by bytes, then by length. */
export const compareNative: Compare | null =
  buffer.compare === undefined ? null : makeCompare(buffer.compare);

/** Whether every byte of a view is below 0x80. */
export const isAsciiNative: ((m: Uint8Array, s: number, e: number) => boolean) | null = (() => {
  const isAscii = bufferModuleFunction<(memory: Uint8Array) => boolean>('isAscii');
  if (isAscii === undefined) return null;
  return (m, s, e) => isAscii(s === 0 && e === m.length ? m : view(m, s, e));
})();

type Text = (m: Uint8Array, s: number, e: number) => string;

/** Decodes ASCII bytes. Throws the platform's error when a string cannot be that long. */
export const asciiTextNative: Text | null = (() => {
  const { latin1Slice } = buffer;
  if (latin1Slice !== undefined) return (m, s, e) => latin1Slice.call(m, s, e);
  const decoder = textDecoder();
  if (decoder === null) return null;
  return (m, s, e) => decoder.decode(decodable(m, s, e));
})();

/**
 * Writes text to the start of a memory of the same length. Returns false, after writing arbitrary bytes, when
 * the text is not ASCII.
 */
export const encodeAsciiNative: ((text: string, m: Uint8Array) => boolean) | null = (() => {
  const encoder = textEncoder();
  if (encoder === null) return null;
  return (text, m) => {
    const { read, written } = encoder.encodeInto(text, m);
    return read === text.length && written === read;
  };
})();

/**
 * Returns two lower-case digits for each byte. Throws the platform's error when a string cannot be that long.
 */
export const hexNative: Text | null = (() => {
  const { hexSlice } = buffer;
  if (hexSlice !== undefined) return (m, s, e) => hexSlice.call(m, s, e);
  const { toHex } = hexPrototype;
  if (toHex !== undefined) return (m, s, e) => toHex.call(view(m, s, e));
  return null;
})();

/**
 * Writes the bytes that hexadecimal digits stand for. Returns false, after writing arbitrary bytes, if a
 * character is not a digit.
 */
export const fromHexNative: ((text: string, m: Uint8Array, at: number) => boolean) | null = (() => {
  const { hexWrite } = buffer;
  const byteLength = bufferFunction<(text: string) => number>('byteLength', 'static');
  if (hexWrite !== undefined && byteLength !== undefined) {
    return (text, m, at) => {
      const length = text.length / 2;
      if (at + length > OFFSET_LIMIT) return false;
      // hexWrite reads only the low byte of each character, so it takes U+0161 for 'a'. Make sure that there
      // is no such character.
      return hexWrite.call(m, text, at, length) === length && byteLength(text) === text.length;
    };
  }
  const { setFromHex } = hexPrototype;
  if (setFromHex === undefined) return null;
  return (text, m, at) => {
    try {
      setFromHex.call(view(m, at, at + text.length / 2), text);
      return true;
    } catch {
      return false;
    }
  };
})();
