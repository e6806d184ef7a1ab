/**
 * A hash table keyed by bytes, in insertion order. `BytesMap` and `BytesSet` are built on it; `bytes-key.ts`
 * checks their keys.
 */
import { equal } from '../algorithms/index.js';
import type { Bytes } from '../bytes/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import type { Content } from '../memory/index.js';

/** One key. Entries are linked in insertion order, and entries with one hash form a chain. */
export interface Entry<V> {
  readonly key: Bytes;
  readonly hash: number;
  value: V;
  before: Entry<V> | null;
  after: Entry<V> | null;
  chain: Entry<V> | null;
  removed: boolean;
}

let seed = 0;

/**
 * A hash of 30 bits (MurmurHash3). Its seed differs between processes, so nobody outside can choose keys that
 * collide. It is never shown; `hash()` is Python's.
 */
function hashOf(memory: Uint8Array, start: number, end: number): number {
  if (seed === 0) seed = 1 + Math.floor(Math.random() * 0x7ffffffe);
  let hash = seed;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const word = memory[i]! | (memory[i + 1]! << 8) | (memory[i + 2]! << 16) | (memory[i + 3]! << 24);
    let mixed = Math.imul(word, 0xcc9e2d51);
    mixed = (mixed << 15) | (mixed >>> 17);
    hash ^= Math.imul(mixed, 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (; i < end; i++) rest = (rest << 8) | memory[i]!;
  rest = Math.imul(rest, 0xcc9e2d51);
  hash ^= Math.imul((rest << 15) | (rest >>> 17), 0x1b873593) ^ (end - start);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x3fffffff;
}

export class BytesTable<V> {
  size = 0;
  #first: Entry<V> | null = null;
  #last: Entry<V> | null = null;
  readonly #chains = new Map<number, Entry<V>>();

  find(key: Content): Entry<V> | null {
    const memory = key[MEMORY];
    const start = key[START];
    const length = key[LENGTH];
    return this.#find(this.#chains.get(hashOf(memory, start, start + length)), memory, start, length);
  }

  #find(first: Entry<V> | undefined, memory: Uint8Array, start: number, length: number): Entry<V> | null {
    for (let entry = first ?? null; entry !== null; entry = entry.chain) {
      const { key } = entry;
      if (key[LENGTH] === length && equal(key[MEMORY], key[START], memory, start, length)) return entry;
    }
    return null;
  }

  /**
   * Sets the value of a key. A key that is already there stays.
   *
   * @param makeKey makes the key to keep
   */
  set(content: Content, value: V, makeKey: (content: Content) => Bytes): void {
    const memory = content[MEMORY];
    const start = content[START];
    const length = content[LENGTH];
    const hash = hashOf(memory, start, start + length);
    const chain = this.#chains.get(hash);
    const known = this.#find(chain, memory, start, length);
    if (known !== null) {
      known.value = value;
      return;
    }
    const entry: Entry<V> = {
      key: makeKey(content),
      hash,
      value,
      before: this.#last,
      after: null,
      chain: chain ?? null,
      removed: false,
    };
    this.#chains.set(hash, entry);
    if (this.#last === null) this.#first = entry;
    else this.#last.after = entry;
    this.#last = entry;
    this.size++;
  }

  remove(entry: Entry<V>): void {
    const { before, after, hash } = entry;
    const first = this.#chains.get(hash)!;
    if (first === entry) {
      if (entry.chain === null) this.#chains.delete(hash);
      else this.#chains.set(hash, entry.chain);
    } else {
      let previous = first;
      while (previous.chain !== entry) previous = previous.chain!;
      previous.chain = entry.chain;
    }
    if (before === null) this.#first = after;
    else before.after = after;
    if (after === null) this.#last = before;
    else after.before = before;
    entry.removed = true;
    this.size--;
  }

  clear(): void {
    for (let entry = this.#first; entry !== null; entry = entry.after) {
      entry.removed = true;
      entry.before = null;
    }
    this.#first = this.#last = null;
    this.#chains.clear();
    this.size = 0;
  }

  /** The entry that was added last; null if there is none. */
  get last(): Entry<V> | null {
    return this.#last;
  }

  /** The entry after another one, even if that one has been removed meanwhile; after null, the first. */
  next(entry: Entry<V> | null): Entry<V> | null {
    let from = entry;
    while (from !== null && from.removed) from = from.before;
    return from === null ? this.#first : from.after;
  }
}
