/** Calls the kernels of `kernels/text.ts` piece by piece: `hex`, `fromhex`, `repr`. */
import { bufferFunction, copyToNew, textDecoder, textEncoder } from '../memory/index.js';
import { OUTPUT, PIECE } from './layout.js';
import type { KernelInstance } from './kernel-instance.js';
import { copyIn, copyOut } from './pieces.js';

/**
 * Reads ASCII characters from the kernels' output, by `Buffer`'s function if the platform has one, otherwise
 * by a decoder.
 */
const latin1Slice =
  bufferFunction<(this: Uint8Array, start: number, end: number) => string>('latin1Slice') ?? null;
const decoder = textDecoder();

/** Whether the kernels can make strings on this platform. */
export const writesText: boolean = latin1Slice !== null || decoder !== null;

function textOf(k: KernelInstance, s: number, e: number): string {
  if (latin1Slice !== null) return latin1Slice.call(k.memory, s, e);
  return decoder!.decode(k.memory.subarray(s, e));
}

/** The kernel tier of the algorithm `hex` without a separator. */
export function hex(k: KernelInstance, m: Uint8Array, s: number, e: number): string {
  const { run } = k;
  let text = '';
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.hex(n);
    text += textOf(k, OUTPUT, OUTPUT + 2 * n);
  }
  return text;
}

/** Writes the digits of `m[s .. e)` to `target[at ..)`. */
export function hexInto(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): void {
  const { run, memory } = k;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    run.hex(n);
    copyToNew(memory, OUTPUT, OUTPUT + 2 * n, target, at + 2 * (i - s));
  }
}

/** The kernel tier of the algorithm `hex` for groups of `group` bytes after a first group of `left`. */
export function hexGroups(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  separator: number,
  left: number,
  group: number,
): string {
  const { run } = k;
  let text = '';
  for (let i = s; ; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    // The kernels count in 32 bits, and no piece reaches the end of a group that is as long as a piece.
    text += textOf(
      k,
      OUTPUT,
      OUTPUT + run.hexGroups(n, separator, Math.min(left, PIECE), Math.min(group, PIECE)),
    );
    if (i + n === e) return text;
    // The number of bytes that the last group of this piece still lacks; at 0 the next piece begins with a
    // separator.
    if (n <= left) left -= n;
    else left = (group - ((n - left) % group)) % group;
  }
}

/** The kernel tier of the algorithm `repr` with the given quotes. */
export function repr(k: KernelInstance, m: Uint8Array, s: number, e: number, quote: number): string {
  const { run, memory } = k;
  if (e - s <= PIECE) {
    copyIn(k, m, s, e);
    const end = OUTPUT + run.escape(e - s, quote);
    // Writes the quotes around the literal in that memory, because a concatenated string is only joined when
    // it is first read.
    memory[OUTPUT - 2] = 0x62;
    memory[OUTPUT - 1] = quote;
    memory[end] = quote;
    return textOf(k, OUTPUT - 2, end + 1);
  }
  const mark = String.fromCharCode(quote);
  let text = `b${mark}`;
  for (let i = s; i < e; i += PIECE) {
    const n = Math.min(PIECE, e - i);
    copyIn(k, m, i, i + n);
    text += textOf(k, OUTPUT, OUTPUT + run.escape(n, quote));
  }
  return text + mark;
}

const encoder = textEncoder();

/** Whether the kernels can read strings on this platform. */
export const readsText: boolean = encoder !== null;

/**
 * Writes the bytes that pairs of hexadecimal digits stand for to `target[at ..)`. Returns their number, or -1
 * if the text holds anything but digits in pairs and ASCII whitespace between pairs.
 */
export function fromHex(k: KernelInstance, text: string, target: Uint8Array, at: number): number {
  const { length } = text;
  return fromHexPieces(k, length, target, at, (i, n) => {
    // A character outside ASCII takes more than one byte, or does not fit.
    const { read, written } = encoder!.encodeInto(n === length ? text : text.slice(i, i + n), k.input);
    return read === n && written === n;
  });
}

/** As {@link fromHex}, of `m[s .. e)`. */
export function fromHexBytes(
  k: KernelInstance,
  m: Uint8Array,
  s: number,
  e: number,
  target: Uint8Array,
  at: number,
): number {
  return fromHexPieces(k, e - s, target, at, (i, n) => {
    copyIn(k, m, s + i, s + i + n);
    return true;
  });
}

/**
 * @param load copies `n` characters from index `i` on to the kernels' input; returns false if any is not
 *   ASCII
 */
function fromHexPieces(
  k: KernelInstance,
  length: number,
  target: Uint8Array,
  at: number,
  load: (i: number, n: number) => boolean,
): number {
  const { run, state } = k;
  const start = at;
  for (let i = 0; i < length; i += state[0]!) {
    const n = Math.min(PIECE, length - i);
    if (!load(i, n)) return -1;
    const bytes = run.fromHex(n);
    if (bytes < 0 || (state[0] !== n && i + n === length)) return -1;
    copyOut(k, bytes, target, at);
    at += bytes;
  }
  return at - start;
}
