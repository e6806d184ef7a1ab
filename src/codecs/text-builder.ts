/** Builds a string from characters and pieces without concatenating each. Every decoder uses it. */
import { ucs2Slice } from './host-text.js';

const fromCharCode = String.fromCharCode;
const CHUNK = 4096;
/**
 * Up to this many bytes, unrolled calls are faster than every native function (32 against 52 ns for 16
 * bytes).
 */
export const SHORT = 24;

/** A buffer of units, and the same memory as bytes. */
class Units {
  readonly units = new Uint16Array(CHUNK);
  readonly bytes = new Uint8Array(this.units.buffer);
}

const NONE = new Uint16Array(0);

/**
 * The only buffer, which is never freed: making one takes a microsecond, as long as decoding a short text,
 * and decodings that end with an error do not return it.
 */
let shared: Units | null = null;
/**
 * The builder whose units are in the buffer. One that an error has ended stays here until the next begins.
 */
let owner: TextBuilder | null = null;

/**
 * Gives the buffer to a builder. Its owner may still be at work, because error handlers and warnings run user
 * code, which may decode something itself.
 */
function bufferFor(builder: TextBuilder): Units {
  if (owner !== null) owner.leaveBuffer();
  owner = builder;
  return (shared ??= new Units());
}

/**
 * Makes a string unit by unit. Units are collected in a typed array, because appending to a string costs far
 * more.
 */
export class TextBuilder {
  #buffer: Units | null = null;
  #units = NONE;
  #used = 0;
  #text = '';

  /** The number of units collected so far. */
  get length(): number {
    return this.#text.length + this.#used;
  }

  unit(unit: number): void {
    if (this.#used === this.#units.length) this.#makeRoom();
    this.#units[this.#used++] = unit;
  }

  codePoint(codePoint: number): void {
    if (codePoint <= 0xffff) {
      this.unit(codePoint);
    } else {
      this.unit(0xd7c0 + (codePoint >> 10));
      this.unit(0xdc00 | (codePoint & 0x3ff));
    }
  }

  text(text: string): void {
    if (text.length <= SHORT) {
      for (let i = 0; i < text.length; i++) this.unit(text.charCodeAt(i));
    } else {
      this.#flush();
      this.#text += text;
    }
  }

  #makeRoom(): void {
    if (this.#buffer !== null) return this.#flush();
    this.#buffer = bufferFor(this);
    this.#units = this.#buffer.units;
  }

  /** Saves the units, because another builder needs the buffer. */
  leaveBuffer(): void {
    this.#flush();
    this.#buffer = null;
    this.#units = NONE;
  }

  /** Returns the whole text. The builder must not be used afterwards. */
  finish(): string {
    this.#flush();
    if (owner === this) owner = null;
    return this.#text;
  }

  #flush(): void {
    if (this.#used === 0) return;
    this.#text +=
      ucs2Slice === null
        ? unitsToText(this.#units.subarray(0, this.#used))
        : ucs2Slice.call(this.#buffer!.bytes, 0, 2 * this.#used);
    this.#used = 0;
  }
}

/**
 * The units of a typed array as a string. At most a few thousand, because they become arguments of one call.
 */
function unitsToText(units: Uint8Array | Uint16Array): string {
  return Reflect.apply(fromCharCode, null, units) as string;
}

/** A few bytes as the characters with the same numbers. */
export function shortText(m: Uint8Array, start: number, end: number): string {
  let text = '';
  let i = start;
  for (; i + 8 <= end; i += 8) {
    text += fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!, m[i + 3]!, m[i + 4]!, m[i + 5]!, m[i + 6]!, m[i + 7]!);
  }
  switch (end - i) {
    case 0:
      return text;
    case 1:
      return text + fromCharCode(m[i]!);
    case 2:
      return text + fromCharCode(m[i]!, m[i + 1]!);
    case 3:
      return text + fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!);
    case 4:
      return text + fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!, m[i + 3]!);
    case 5:
      return text + fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!, m[i + 3]!, m[i + 4]!);
    case 6:
      return text + fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!, m[i + 3]!, m[i + 4]!, m[i + 5]!);
    default:
      return text + fromCharCode(m[i]!, m[i + 1]!, m[i + 2]!, m[i + 3]!, m[i + 4]!, m[i + 5]!, m[i + 6]!);
  }
}

/** Any number of bytes as the characters with the same numbers, without the platform's functions. */
export function longText(memory: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i += CHUNK) {
    text += unitsToText(memory.subarray(i, Math.min(end, i + CHUNK)));
  }
  return text;
}
