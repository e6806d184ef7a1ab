/**
 * Work that no library in this engine can avoid, to compare a row or a growth with. None computes the answer
 * of a row.
 */
import { text } from './data.js';
import type { Task } from './row.js';

/** A result: the smallest object that holds a range of memory. */
export class Piece {
  constructor(
    readonly memory: Uint8Array,
    readonly start: number,
    readonly length: number,
  ) {}
}

/**
 * Something that is asked for items like `b[i]`, with separate code for each row: V8 would compile a shared
 * loop for all kinds of arrays that it has met.
 */
const ITEMS = `class Items {
  constructor(memory) {
    this.memory = memory;
    this.start = 0;
    this.length = memory.length;
  }
  get(index) {
    if (index >= 0 && index < this.length) return this.memory[this.start + index];
    throw new RangeError();
  }
  set(index, value) {
    if (index >= 0 && index < this.length) this.memory[this.start + index] = value;
    else throw new RangeError();
  }
}
class Steps {
  constructor(items) {
    this.items = items;
    this.at = 0;
  }
  [Symbol.iterator]() {
    return this;
  }
  next() {
    const at = this.at;
    if (at >= this.items.length) return { done: true, value: undefined };
    this.at = at + 1;
    return { done: false, value: this.items.get(at) };
  }
}
const items = new Items(memory);`;

function overItems(memory: Uint8Array | Uint16Array | Float64Array, loop: string): Task {
  const make = new Function('memory', `${ITEMS} return () => { let s = 0; ${loop} return s; };`);
  return make(memory) as Task;
}

/** The sum of all items. */
export function sum(memory: Uint8Array | Uint16Array | Float64Array): Task {
  return overItems(memory, 'for (let i = 0, end = items.length; i < end; i++) s += items.get(i);');
}

/** A store to each item. */
export function store(memory: Uint8Array): Task {
  return overItems(memory, 'for (let i = 0, end = items.length; i < end; i++) items.set(i, i & 127);');
}

/** The sum of all items, by an iterator that reads each when asked and returns a new object for it. */
export function iterate(memory: Uint8Array): Task {
  return overItems(memory, 'for (const item of new Steps(items)) s += item;');
}

/** An object with as many fields as a view needs, under symbols, like the library's. */
export function object(fields: number): Task {
  const keys = Array.from({ length: fields }, (_, i) => `k${i}`);
  const make = new Function(
    `${keys.map((key) => `const ${key} = Symbol();`).join('')}
     class View { constructor(memory, n) { ${keys.map((key, i) => `this[${key}] = ${i === 0 ? 'memory' : `n + ${i}`};`).join('')} } }
     const memory = new Uint8Array(64);
     return () => new View(memory, 5);`,
  );
  return make() as Task;
}

/** A list of all items, made by the cheapest loop. */
export function list(memory: Uint8Array): Task {
  return () => {
    const items = new Array<number>(memory.length);
    for (let i = 0; i < memory.length; i++) items[i] = memory[i]!;
    return items;
  };
}

/** Memory for results up to 4 KiB is made in blocks of this size: the cheapest way there is for them. */
const BLOCK = 65536;
const BLOCK_LIMIT = 4096;

/** The memory of one result, written once from existing bytes. */
export function fresh(size: number): Task {
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
    if (size > 32) block.set(source, start);
    else for (let i = 0; i < size; i++) block[start + i] = source[i]!;
    return new Piece(block, start, size);
  };
}

/** A list of `count` pieces of one memory. */
export function pieces(count: number): Task {
  const memory = text(64);
  return () => {
    const list = new Array<Piece>(count);
    for (let i = 0; i < count; i++) list[i] = new Piece(memory, i & 63, 1);
    return list;
  };
}

/** Every byte copied once, at most `room` bytes at a time, to the same place. */
export function copy(size: number, room = size): Task {
  const from = text(size);
  const to = new Uint8Array(Math.min(size, room));
  if (size === to.length) return () => to.set(from);
  return () => {
    for (let i = 0; i < size; i += room) to.set(from.subarray(i, i + room));
  };
}

/** An error of a custom class, thrown and caught, and its text read. */
export function caughtError(): Task {
  class Failure extends Error {}
  const fail = (): never => {
    throw new Failure('index out of range');
  };
  return () => {
    try {
      return fail();
    } catch (error) {
      return (error as Error).message;
    }
  };
}

/** Makes `times` frozen arrays of `count` numbers each, as tuples are. */
export function tuples(times: number, count: number): Task {
  return () => {
    let last: readonly number[] = [];
    for (let i = 0; i < times; i++) {
      const items = new Array<number>(count);
      for (let k = 0; k < count; k++) items[k] = i;
      last = Object.freeze(items);
    }
    return last;
  };
}

/** `total` bytes copied in pieces of `size` to fresh memory. Each piece needs a view of its place. */
export function copiedInPieces(total: number, size: number): Task {
  const from = text(total);
  return () => {
    const to = new Uint8Array(total);
    for (let i = 0; i < total; i += size) to.set(from.subarray(i, i + size), i);
    return to;
  };
}

/** Node's methods, called on plain arrays as the library calls them. */
export const native = Buffer.prototype as unknown as {
  indexOf(this: Uint8Array, byte: number): number;
  hexSlice(this: Uint8Array, start: number, end: number): string;
  latin1Slice(this: Uint8Array, start: number, end: number): string;
  ucs2Slice(this: Uint8Array, start: number, end: number): string;
  latin1Write(this: Uint8Array, text: string, start: number, length: number): number;
  compare(this: Uint8Array, other: Uint8Array, ...range: readonly number[]): number;
};
