/**
 * What keeps a row from its target: in words, and as the least work that any library in this engine must do for the
 * row, which is timed beside the contenders. `least` gives no answer of the row; it is where the row would end
 * if all else cost nothing.
 */
import { text } from './data.js';
import type { Task } from './row.js';

/** Why a row misses its target. */
export interface Limit {
  /** What the time goes to. */
  why: string;
  /** What `least` does, in words. */
  what: string;
  least: (n: number) => Task;
}

/** A result: a range of memory, as small as an object that remembers one can be. */
class Piece {
  constructor(
    readonly memory: Uint8Array,
    readonly start: number,
    readonly length: number,
  ) {}
}

/** Memory for results up to 4 KiB is made in blocks of this size: the cheapest way there is for them. */
const BLOCK = 65536;
const BLOCK_LIMIT = 4096;

/** Makes one result of so many bytes, written once from bytes that are at hand. */
function fresh(size: number): Task {
  const source = text(size);
  if (size > BLOCK_LIMIT) return () => new Piece(new Uint8Array(source), 0, size);
  let block = new Uint8Array(BLOCK);
  let used = 0;
  return () => {
    if (used + size > BLOCK) {
      block = new Uint8Array(BLOCK);
      used = 0;
    }
    const start = used;
    used += size;
    block.set(source, start);
    return new Piece(block, start, size);
  };
}

/** Makes a list of so many pieces of one memory. */
function pieces(count: number): Task {
  const memory = text(64);
  return () => {
    const list = new Array<Piece>(count);
    for (let i = 0; i < count; i++) list[i] = new Piece(memory, i & 63, 1);
    return list;
  };
}

const FRESH = {
  why: 'Fresh memory for each result: V8 counts no references and cannot use the memory of a result again before a collection, where CPython gets the block it has just freed, still in the cache',
  what: 'the memory of the result, written once',
};
const freshOf = (sizeOf: (n: number) => number): Limit => ({ ...FRESH, least: (n) => fresh(sizeOf(n)) });
const same = (n: number): number => n;
const twice = (n: number): number => 2 * n;

const PIECES = {
  why: 'An object for each piece; those that survive a collection are moved',
  what: 'a list of as many objects of three fields',
};
const count = (n: number, byte: string): number => text(n).filter((x) => x === byte.charCodeAt(0)).length + 1;

/** By the name of the row. */
export const limits: Readonly<Record<string, Limit>> = {
  'b + b': freshOf(twice),
  'b * 100': freshOf((n) => 100 * n),
  'center(2 n)': freshOf(twice),
  'zfill(2 n)': freshOf(twice),
  'mv(bytearray).tobytes()': freshOf(same),
  'ba.extend(bytes)': freshOf(twice),
  'upper()': freshOf(same),
  'lower()': freshOf(same),
  "split(b'e')": { ...PIECES, least: (n) => pieces(count(n, 'e')) },
  "rsplit(b'e')": { ...PIECES, least: (n) => pieces(count(n, 'e')) },
};
