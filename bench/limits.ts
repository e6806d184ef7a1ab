/**
 * What keeps a row from its target: in words, and as the least work that any library in this engine must do
 * for the row, which is timed beside the contenders. `least` does not compute the answer of the row; its time
 * is what would remain if everything else cost nothing.
 */
import { isAscii } from 'node:buffer';
import { halves, mixed, multibyte, numbers, text } from './data.js';
import {
  Piece,
  caughtError,
  copiedInPieces,
  copy,
  fresh,
  iterate,
  list,
  native,
  object,
  pieces,
  store,
  sum,
  tuples,
} from './least.js';
import type { Task } from './row.js';
import { compared, copied, joined, kernel, padded, pages, repeated, stored } from './smallest.js';

/** Why a row misses its target. */
export interface Limit {
  /** What takes the time. */
  why: string;
  /** What `least` does, in words. */
  what: string;
  /** Returns null for sizes at which the row has no limit. */
  least: (n: number) => Task | null;
}

const FRESH = {
  why: 'Each result needs fresh memory: V8 does not count references, so it cannot reuse the memory of a result before a collection; CPython reuses the block that it has just freed, which is still in the cache',
  what: 'the memory of the result, written once',
};
/** A copy cannot be delayed for ever. */
const PAID: Limit = {
  why: FRESH.why,
  what: 'the memory of the copy, a copy of a range, and one byte written',
  least: copied,
};
/** For rows that spend less time on making the result than on the work. */
const WORK = {
  why: 'Converting the arguments, searching and copying a few bytes each take a loop or a call in JavaScript; C takes some 40 ns for all of them',
  what: FRESH.what,
};
const workOf = (sizeOf: (n: number) => number): Limit => ({ ...WORK, least: (n) => fresh(sizeOf(n)) });
const freshOf = (sizeOf: (n: number) => number): Limit => ({ ...FRESH, least: (n) => fresh(sizeOf(n)) });
/** Rows that need fresh memory, and the calls that write it. */
const madeBy = (what: string, least: Limit['least']): Limit => ({ why: FRESH.why, what, least });
/** Rows limited by the kernel that does the work. */
const kernelOf = (least: Limit['least']): Limit => ({
  why: "The bytes are copied to the kernel's memory and back, because WebAssembly works on no other memory; the rest is the kernel itself",
  what: 'those copies, the kernel, and the result, with nothing around them',
  least,
});
const same = (n: number): number => n;
const twice = (n: number): number => 2 * n;

const PIECES = {
  why: 'Each piece needs an object, and a collection moves those that survive it',
  what: 'a list of as many objects of three fields',
};
const count = (n: number, byte: string): number => text(n).filter((x) => x === byte.charCodeAt(0)).length + 1;

const VIEW: Limit = {
  why: 'A view is an object of fifteen fields, and V8 stops inlining the code that fills them at a budget; CPython fills a struct that it has just freed',
  what: 'only an object of fifteen fields',
  least: () => object(15),
};
const TEXT = 'Only the platform makes and reads strings, each in fresh memory';

const words = (n: number): number => Buffer.from(text(n)).toString().split(/\s+/).filter(Boolean).length;

/** Comparing two ranges of larger memories, as contents are. */
const COMPARE: Limit = {
  why: 'A call of the platform that compares two ranges takes twice as long as one that compares two whole arrays',
  what: 'only `Buffer.prototype.compare` of two ranges',
  least: (n) => compared(n),
};

const PARTS: Limit = {
  why: 'A tuple is a frozen array: V8 takes longer to freeze three items than to find them',
  what: 'two pieces, in a frozen array of three',
  least: () => {
    const memory = text(64);
    const middle = new Piece(memory, 5, 1);
    return () => Object.freeze([new Piece(memory, 0, 5), middle, new Piece(memory, 6, 5)]);
  },
};

const ITEMS = {
  why: 'Each item is checked in the loop, and the checks read fields: the index against both ends, whether the view is released, the kind of its items, whether the content may be written',
  what: 'the same loop over an object of three fields with nothing but the bounds',
};
const LIST = {
  why: 'A list of 65,536 items is 512 KiB of fresh memory, more than V8 allocates among young objects; CPython only counts references to ints that exist already',
  what: 'a list of as many items, filled by a loop',
};

const REVERSED: Limit = {
  why: 'The platform reverses byte by byte, in place',
  what: 'only `reverse`',
  least: (n) => {
    const bytes = text(n);
    return () => bytes.reverse();
  },
};

const KERNEL = {
  why: 'The kernel searches its own memory',
  what: 'the copy to it, in pieces of 16 KiB',
};

const STRIDED: Limit = {
  ...KERNEL,
  why: 'The kernel reads its own memory',
  least: (n) => copy(n, 16384),
};

const FOUND: Limit = {
  why: 'One call of the platform finds the byte',
  what: "only that call of `Buffer`'s `indexOf`",
  least: (n) => {
    const bytes = text(n);
    return () => native.indexOf.call(bytes, 126);
  },
};

const WRITTEN = { why: TEXT, what: "only the platform's `latin1Slice` of the result" };
function ascii(size: number): Task {
  const characters = text(size);
  return () => native.latin1Slice.call(characters, 0, size);
}

const GROWN: Limit = {
  why: 'CPython grows by `realloc`, which keeps the pages where they are; here growing takes new memory and a copy',
  what: 'the memory of the end, written once',
  least: (n) => fresh(n),
};

const PART: Limit = {
  why: 'The argument and the ends are checked; then one object is made, or none',
  what: 'only that object',
  least: (n) => {
    const memory = text(n);
    return () => new Piece(memory, 4, n - 4);
  },
};

/** For rows that raise exceptions. */
const STACK: Limit = {
  why: 'V8 walks the stack for each Error, which takes 3 us; without stacks (`recordStacks(false)`, the default of `createRuntime`) see the next group',
  what: 'an Error of the engine, thrown and caught',
  least: caughtError,
};
/** As many records as the rows of sequential.ts have. */
const records = (n: number): number => Math.floor(n / 14);
const TUPLE = {
  why: "A tuple is a frozen array: V8 freezes each by a call into its runtime, which takes 30 of the array's 40 ns; an array that is not frozen would not be immutable",
};

export const limits: Readonly<Record<string, Limit>> = {
  'index out of range, caught': STACK,
  'failed index(), caught': STACK,
  'bad decode, caught': STACK,
  'bad struct.unpack, caught': STACK,
  'byte out of range, caught': STACK,
  'resize under a view, caught': STACK,
  'Struct.unpack_from(b, offset) loop': {
    ...TUPLE,
    what: 'a frozen array of three numbers for each record',
    least: (n) => tuples(records(n), 3),
  },
  'struct.unpack_from(format, b, offset) loop': {
    ...TUPLE,
    what: 'a frozen array of three numbers for each record',
    least: (n) => tuples(records(n), 3),
  },
  'BytesIO, read and unpack by field': {
    ...TUPLE,
    what: 'three frozen arrays of one number for each record',
    least: (n) => tuples(3 * records(n), 1),
  },
  'program: HTTP chunks, written and joined': {
    why: 'The content is copied six times, into fresh memory each time: twice to cut it, to format it, to join it twice, and to add the end',
    what: 'six copies, all but one in pieces of 1,000 bytes',
    least: (n) => {
      const cut = copiedInPieces(n, 1000);
      const whole = copiedInPieces(n, n);
      return () => {
        for (let i = 0; i < 5; i++) cut();
        return whole();
      };
    },
  },
  'b[i] loop': { ...ITEMS, least: (n) => sum(mixed(n)) },
  'ba[i] loop': { ...ITEMS, least: (n) => sum(mixed(n)) },
  'ba[i] = v loop': { ...ITEMS, least: (n) => store(mixed(n)) },
  'mv[i] loop': { ...ITEMS, least: (n) => sum(mixed(n)) },
  'mv[i] = v loop': { ...ITEMS, least: (n) => store(mixed(n)) },
  "mv('H')[i] loop": { ...ITEMS, least: (n) => sum(new Uint16Array(n / 2)) },
  "mv('d')[i] loop": { ...ITEMS, least: (n) => sum(halves(n / 8)) },
  "mv('d') 2-D m[i, j] loop": { ...ITEMS, least: (n) => sum(halves(n / 8)) },
  'for x in mv': {
    why: 'The view may be released between two items, so the iterator of a typed array cannot be used',
    what: 'an iterator over an object of three fields',
    least: (n) => iterate(mixed(n)),
  },
  'memoryview(b)': VIEW,
  'mv[1:-1]': VIEW,
  'mv[::2]': VIEW,
  "mv.cast('I')": VIEW,
  "mv.cast('B', 2-D)": VIEW,
  'mv.toreadonly()': VIEW,
  'mv[:] = b': {
    why: 'The source is acquired as a view first; then one `set` copies it',
    what: 'only that `set`',
    least: (n) => copy(n),
  },
  'mv == mv2, d': {
    why: 'Bytes are compared first, then the doubles are searched for NaN, which equals nothing, not even itself',
    what: 'a loop over the doubles of one side that stops at NaN',
    least: (n) => {
      const doubles = new Float64Array(n / 8);
      return () => {
        for (let i = 0; i < doubles.length; i++) if (doubles[i] !== doubles[i]) return false;
        return true;
      };
    },
  },
  "struct.iter_unpack('<IHd')": {
    why: 'A tuple is a frozen array: freezing it takes 21 of its 25 ns',
    what: 'as many frozen arrays of three, each with the object in which an iterator returns it',
    least: (n) => () => {
      let step: object | null = null;
      for (let i = 0; i < n / 14; i++) {
        step = { done: false, value: Object.freeze([i, i * 3, i + 0.5]) };
      }
      return step;
    },
  },
  'list(b)': { ...LIST, least: (n) => list(text(n)) },
  "mv('B').tolist()": { ...LIST, least: (n) => list(text(n)) },
  "mv('q').tolist()": {
    why: 'Each item is checked to be small before an existing number can stand for it; the list is also fresh memory, more than V8 allocates among young objects',
    what: 'a list of as many items, filled by a loop',
    least: (n) => list(new Uint8Array(n / 8)),
  },
  'b + b': madeBy('the memory of the result and two copies', joined),
  'b * 100': madeBy('the memory of the result, one copy, and seven that double it', (n) => repeated(n, 100)),
  'center(2 n)': madeBy('the memory of the result, filled on both sides, and a copy', (n) =>
    padded(n, n >> 1),
  ),
  'zfill(2 n)': madeBy('the memory of the result, filled in front, and a copy', (n) => padded(n, n)),
  'mv(bytearray).tobytes()': madeBy('the memory of the result and a copy of a range', copied),
  'ba.extend(bytes)': freshOf(twice),
  'ba += 16 B to 1 MiB': GROWN,
  'ba += 1 KiB to 16 MiB': GROWN,
  'upper()': freshOf(same),
  'lower()': freshOf(same),
  'fromhex()': workOf(same),
  "b''.join of 1e5 x 10 B": {
    why: 'A hundred thousand objects are read, and the result needs fresh memory',
    what: 'their lengths, and the memory of the result, written once',
    least: (n) => {
      const memory = text(64);
      const items = Array.from({ length: n / 10 }, () => new Piece(memory, 0, 10));
      const result = fresh(n);
      return () => {
        let length = 0;
        for (let i = 0; i < items.length; i++) length += items[i]!.length;
        return [length, result()];
      };
    },
  },
  "b', '.join of 10 x 8 B": {
    why: 'Each of ten short copies is a loop, because a call of the platform takes longer than copying eight bytes',
    what: 'the bytes of the result, copied one by one from one place',
    least: () => {
      const source = text(98);
      const target = new Uint8Array(98);
      return () => {
        for (let i = 0; i < 98; i++) target[i] = source[i]!;
        return new Piece(target, 0, 98);
      };
    },
  },
  "split(b'e')": { ...PIECES, least: (n) => pieces(count(n, 'e')) },
  "rsplit(b'e')": { ...PIECES, least: (n) => pieces(count(n, 'e')) },
  'splitlines()': { ...PIECES, least: (n) => pieces(count(n, '\n')) },
  'strip()': PART,
  "removeprefix(b'the ')": PART,
  'split()': { ...PIECES, least: (n) => pieces(words(n)) },
  'decode latin-1': {
    why: TEXT,
    what: "only the platform's `latin1Slice`",
    least: ascii,
  },
  'decode ASCII as utf-8': {
    why: `${TEXT}; before that the bytes are checked to be ASCII`,
    what: "only the platform's `latin1Slice`",
    least: ascii,
  },
  'decode utf-8 multibyte': kernelOf(kernel.decode),
  'encode ASCII': {
    why: `${TEXT}; before that the text is checked to be ASCII`,
    what: "only new memory and the platform's `latin1Write`",
    least: (n) => {
      const characters = Buffer.from(text(n)).toString();
      return () => {
        const memory = new Uint8Array(Buffer.allocUnsafeSlow(n).buffer);
        native.latin1Write.call(memory, characters, 0, n);
        return memory;
      };
    },
  },
  'b == c, equal': COMPARE,
  'b < c, equal': COMPARE,
  'hash(memoryview(b))': kernelOf(kernel.hash),
  'isascii()': {
    why: 'The platform takes only whole arrays, so a view of the range is made for it',
    what: 'that view, and `isAscii` of it',
    least: (n) => {
      const memory = text(n + 8192);
      return () => isAscii(new Uint8Array(memory.buffer, 4096, n));
    },
  },
  'FIFO: += 64 B, del [:64]': {
    why: 'A call of the platform for 64 bytes takes longer than copying them',
    what: '64 bytes copied by `subarray` and `set`',
    least: () => {
      const from = text(4096);
      const to = new Uint8Array(4096);
      return () => {
        for (let i = 0; i < 1000; i++) to.set(from.subarray(i, i + 64), i);
      };
    },
  },
  'ba.insert(n/2, x), pop(n/2)': {
    why: 'The platform moves the bytes, by two calls',
    what: 'only those two moves',
    least: (n) => {
      const memory = text(n + 1);
      const half = n / 2;
      return () => {
        memory.copyWithin(half + 1, half, n);
        memory.copyWithin(half, half + 1, n + 1);
      };
    },
  },
  'bytes(iterator)': {
    why: 'An iterator from elsewhere takes a call for each item, and returns the item in an object',
    what: 'as many calls of `next`, each item found to be a byte and stored',
    least: (n) => stored(numbers(n)),
  },
  "partition(b';')": PARTS,
  "rpartition(b';')": PARTS,
  "replace(b'e', b'')": workOf(same),
  "replace(b'th', b'HEY')": workOf(same),
  'b[::-1]': REVERSED,
  'ba.reverse()': {
    ...REVERSED,
    what: 'only `reverse`, twice',
    least: (n) => {
      const bytes = text(n);
      return () => bytes.reverse().reverse();
    },
  },
  'b[::2]': STRIDED,
  'b[::3]': kernelOf((n) => kernel.gather(n, 3)),
  'ba[::2] = b': {
    why: 'A loop stores one byte at a time, because no call of the platform spreads bytes',
    what: 'only that loop',
    least: (n) => {
      const from = text(n / 2);
      const to = text(n);
      return () => {
        for (let i = 0, k = 0; i < from.length; i++, k += 2) to[k] = from[i]!;
      };
    },
  },
  'b[i:i+8] of 1000': {
    why: 'Eight bytes of 64 KiB are copied, because sharing would keep all 64 KiB alive',
    what: 'a thousand such copies by a loop, with an object for each',
    least: () => {
      const copies = fresh(8);
      return () => {
        let last: unknown = null;
        for (let i = 0; i < 1000; i++) last = copies();
        return last;
      };
    },
  },
  'find byte, absent': FOUND,
  'rfind byte, absent': FOUND,
  'byte in b, absent': FOUND,
  'rfind 8 B, absent': kernelOf((n) => kernel.rfind(n, 'over tha')),
  'rfind 8 B at the start': kernelOf((n) => kernel.rfind(n, 'over tha')),
  "strip(b'the .\\n')": {
    why: "The set's bytes are read through the buffer protocol and marked in a table",
    what: 'its bytes marked, both ends looked up, and one object',
    least: (n) => {
      const memory = text(n);
      const set = Buffer.from('the .\n');
      const marks = new Uint8Array(256);
      let mark = 0;
      return () => {
        mark = (mark % 255) + 1;
        for (let i = 0; i < set.length; i++) marks[set[i]!] = mark;
        let start = 0;
        let end = n;
        while (marks[memory[start]!] === mark) start++;
        while (marks[memory[end - 1]!] === mark) end--;
        return new Piece(memory, start, end - start);
      };
    },
  },
  "translate(None, b'aeiou')": workOf(same),
  'translate(table)': kernelOf(kernel.translate),
  'expandtabs()': workOf(same),
  'b % (int, bytes)': workOf(() => 24),
  "hex(':')": { ...WRITTEN, least: (n) => ascii(3 * n - 1) },
  'repr of text': { ...WRITTEN, least: (n) => ascii(n + 3) },
  'repr of all values': { ...WRITTEN, least: (n) => ascii(3 * n) },
  'encode utf-8 multibyte': {
    why: `${TEXT}; the number of bytes must be found first, or the memory cut afterwards`,
    what: 'only `TextEncoder.encodeInto`, into existing memory',
    least: (n) => {
      const characters = multibyte(n);
      const encoder = new TextEncoder();
      const room = new Uint8Array(2 * n);
      return () => encoder.encodeInto(characters, room);
    },
  },
  hexlify: kernelOf(kernel.hexlify),
  'count 2 B': kernelOf((n) => kernel.count(n, 'th')),
  'count 4 B': kernelOf((n) => kernel.count(n, 'the ')),
  'find 8 B, absent': kernelOf((n) => kernel.find(n, 'oqer the')),
  'replace 8 B, absent': kernelOf((n) => kernel.find(n, 'oqer the')),
  'bytes(ba), then ba[0] = v': PAID,
  'ba[1:-1], then its [0] = v': PAID,
  'bytearray(b), then its [0] = v': PAID,
  'bytearray(n), a byte of each page written': {
    why: 'Zeros are fresh memory too',
    what: 'only new zeros, and a byte of each page written',
    least: pages,
  },
  'b == b2, the middle byte differs': {
    ...COMPARE,
    least: (n) =>
      compared(n, (bytes) => {
        bytes[n >> 1]! ^= 1;
      }),
  },
  'index 4 B, near': {
    why: 'The kernel searches its own memory',
    what: 'the copy of the first KiB to it',
    least: () => copy(1024),
  },
  'hex()': kernelOf(kernel.hex),
};
