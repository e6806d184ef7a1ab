/**
 * Rows as the smallest JavaScript that does them: the same calls of the engine and the same kernels as in the
 * library, on ranges of larger memories, with an object for the result, but without checks of arguments,
 * kinds of operands or errors.
 */
import { INPUT, NEEDLE, OUTPUT, PIECE, TABLE } from '../src/accelerate/layout.js';
import { compileKernels } from '../src/accelerate/load.js';
import type { Kernels } from '../src/accelerate/load.js';
import '../src/accelerate/register-simd.js';
import { mixed, multibyte, text } from './data.js';
import { Piece, native } from './least.js';
import type { Task } from './row.js';

/** Results of up to this many bytes are cut from a block. */
const BLOCK_LIMIT = 4096;
const BLOCK = 65536;
/** A loop is faster than a call up to this many bytes. */
const LOOP = 32;

/** The memory for results of one size. */
class Room {
  memory = new Uint8Array(BLOCK);
  private used = 0;

  constructor(private readonly size: number) {}

  /** Makes room for a result. @returns its start in the memory */
  take(): number {
    if (this.size > BLOCK_LIMIT) {
      this.memory = new Uint8Array(this.size);
      return 0;
    }
    if (this.used + this.size > BLOCK) {
      this.memory = new Uint8Array(BLOCK);
      this.used = 0;
    }
    const at = this.used;
    this.used += this.size;
    return at;
  }
}

/** Writes `source[from .. to)` to `memory[at ..)`. */
function write(memory: Uint8Array, at: number, source: Uint8Array, from: number, to: number): void {
  if (to - from <= LOOP) while (from < to) memory[at++] = source[from++]!;
  else memory.set(source.subarray(from, to), at);
}

/** Contents begin at this offset of their memories. */
const BEFORE = 4096;

function within(bytes: Uint8Array): Uint8Array {
  const memory = new Uint8Array(bytes.length + 2 * BEFORE);
  memory.set(bytes, BEFORE);
  return memory;
}

/** A copy of n bytes, one of which is then written. */
export function copied(n: number): Task {
  const source = within(text(n));
  const room = new Room(n);
  return () => {
    const at = room.take();
    write(room.memory, at, source, BEFORE, BEFORE + n);
    room.memory[at] = 65;
    return new Piece(room.memory, at, n);
  };
}

/** Zeros, with one byte of each page written. */
export function pages(n: number): Task {
  return () => {
    const memory = new Uint8Array(n);
    for (let i = 0; i < n; i += 4096) memory[i] = 65;
    return new Piece(memory, 0, n);
  };
}

/** Two contents one after the other. */
export function joined(n: number): Task {
  const source = within(text(n));
  const room = new Room(2 * n);
  return () => {
    const at = room.take();
    write(room.memory, at, source, BEFORE, BEFORE + n);
    write(room.memory, at + n, source, BEFORE, BEFORE + n);
    return new Piece(room.memory, at, 2 * n);
  };
}

/** A content repeated `times` times, by doubling. */
export function repeated(n: number, times: number): Task {
  const source = within(text(n));
  const total = n * times;
  const room = new Room(total);
  return () => {
    const at = room.take();
    const { memory } = room;
    write(memory, at, source, BEFORE, BEFORE + n);
    for (let done = n; done < total; done *= 2) {
      memory.copyWithin(at + done, at, at + Math.min(done, total - done));
    }
    return new Piece(memory, at, total);
  };
}

/** A content with as many bytes of padding, `left` of them before it. */
export function padded(n: number, left: number): Task {
  const source = within(text(n));
  const room = new Room(2 * n);
  return () => {
    const at = room.take();
    const { memory } = room;
    memory.fill(32, at, at + left);
    write(memory, at + left, source, BEFORE, BEFORE + n);
    if (left < n) memory.fill(32, at + left + n, at + 2 * n);
    return new Piece(memory, at, 2 * n);
  };
}

/** Compares a content with a copy that `change` may modify. */
export function compared(n: number, change: (bytes: Uint8Array) => void = () => {}): Task {
  const a = within(mixed(n));
  const other = mixed(n);
  change(other);
  const b = within(other);
  const end = BEFORE + n;
  return () => native.compare.call(a, b, BEFORE, end, BEFORE, end) === 0;
}

/** Items of an iterator, each checked to be a byte and stored. */
export function stored(values: readonly number[]): Task {
  // Two kinds of iterators: V8 would optimize away a loop that only meets one.
  const kinds = [new Set(values.slice(0, 1)), values];
  return () => {
    const memory = new Uint8Array(values.length);
    for (const kind of kinds) {
      const iterator = kind.values() as Iterator<unknown>;
      let at = 0;
      for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
        const item = step.value;
        if (typeof item !== 'number' || (item & 255) !== item) return null;
        memory[at++] = item;
      }
    }
    return new Piece(memory, 0, values.length);
  };
}

/** Copies `source[from .. to)` to the kernels' input. */
function give(k: Kernels, source: Uint8Array, from: number, to: number): void {
  k.memory.set(source.subarray(from, to), INPUT);
}

/** Runs the kernels on pieces of a content. */
function inPieces(bytes: Uint8Array, run: (k: Kernels, n: number) => unknown): Task {
  const k = compileKernels()!;
  const source = within(bytes);
  const end = BEFORE + bytes.length;
  return () => {
    let last: unknown;
    for (let i = BEFORE; i < end; i += PIECE) {
      const n = Math.min(PIECE, end - i);
      give(k, source, i, i + n);
      last = run(k, n);
    }
    return last;
  };
}

/**
 * A result that the kernels write, `times` bytes for each byte of the content: `run` processes up to PIECE
 * bytes at a time.
 */
function written(
  bytes: Uint8Array,
  times: number,
  run: (k: Kernels, n: number) => void,
  begin: (k: Kernels) => void = () => {},
): Task {
  const k = compileKernels()!;
  const source = within(bytes);
  const end = BEFORE + bytes.length;
  const size = Math.ceil(bytes.length * times);
  const room = new Room(size);
  return () => {
    begin(k);
    const at = room.take();
    for (let i = BEFORE; i < end; i += PIECE) {
      const n = Math.min(PIECE, end - i);
      give(k, source, i, i + n);
      run(k, n);
      const made = Math.min(Math.ceil(n * times), size);
      room.memory.set(k.memory.subarray(OUTPUT, OUTPUT + made), at + (i - BEFORE) * times);
    }
    return new Piece(room.memory, at, size);
  };
}

/** A search for a needle, which is copied to the kernel for each call. */
function searched(
  n: number,
  needle: string,
  run: (k: Kernels, n: number, m: number, second: number) => unknown,
): Task {
  const bytes = Buffer.from(needle);
  const m = bytes.length;
  return inPieces(text(n), (k, size) => {
    for (let i = 0; i < m; i++) k.memory[NEEDLE + i] = bytes[i]!;
    return run(k, size, m, m - 1);
  });
}

const HUGE = 2 ** 30;
/** A loop is faster than a kernel below this many bytes. */
const KERNEL_FROM = 64;
const DIGITS = Buffer.from('0123456789abcdef');

/** Writes the digits of a short content, two for each byte. */
function digitsByLoop(source: Uint8Array, n: number, memory: Uint8Array, at: number): void {
  for (let i = BEFORE; i < BEFORE + n; i++) {
    const byte = source[i]!;
    memory[at++] = DIGITS[byte >> 4]!;
    memory[at++] = DIGITS[byte & 15]!;
  }
}

/** The digits of a short content in new memory. */
function shortHexlify(n: number): Task {
  const source = within(mixed(n));
  const room = new Room(2 * n);
  return () => {
    const at = room.take();
    digitsByLoop(source, n, room.memory, at);
    return new Piece(room.memory, at, 2 * n);
  };
}

/** The digits as text: of a short content by the platform, of a longer one by the kernel. */
function hex(n: number): Task {
  const source = within(mixed(n));
  const end = BEFORE + n;
  if (n < KERNEL_FROM) return () => native.hexSlice.call(source, BEFORE, end);
  const k = compileKernels()!;
  return () => {
    let digits = '';
    for (let i = BEFORE; i < end; i += PIECE) {
      const size = Math.min(PIECE, end - i);
      give(k, source, i, i + size);
      k.run.hex(size);
      digits += native.latin1Slice.call(k.memory, OUTPUT, OUTPUT + 2 * size);
    }
    return digits;
  };
}

/** Translates a short content by a table. */
function shortTranslate(n: number, table: Uint8Array): Task {
  const source = within(text(n));
  const room = new Room(n);
  return () => {
    const at = room.take();
    const { memory } = room;
    for (let i = 0; i < n; i++) memory[at + i] = table[source[BEFORE + i]!]!;
    return new Piece(memory, at, n);
  };
}

/** Rows with kernels; null where a loop is faster, because then the row itself is that loop. */
export const kernel = {
  hexlify: (n: number) =>
    n < KERNEL_FROM ? shortHexlify(n) : written(mixed(n), 2, (k, size) => k.run.hex(size)),
  hex,
  translate: (n: number) => {
    const table = mixed(256);
    if (n < KERNEL_FROM) return shortTranslate(n, table);
    return written(
      text(n),
      1,
      (k, size) => k.run.translate(size),
      (k) => k.memory.set(table, TABLE),
    );
  },
  hash: (n: number) =>
    inPieces(text(n), (k, size) => {
      k.run.siphash(size, 1, 1, n % 256);
      return k.result[0];
    }),
  find: (n: number, needle: string) =>
    n < KERNEL_FROM
      ? null
      : searched(n, needle, (k, size, m, second) => k.run.find(size, m, 1, second, HUGE)),
  rfind: (n: number, needle: string) =>
    searched(n, needle, (k, size, m, second) => k.run.rfind(size, m, 1, second, HUGE)),
  count: (n: number, needle: string) =>
    n < KERNEL_FROM
      ? null
      : searched(n, needle, (k, size, m, second) => k.run.matches(0, size, m, 0, second, HUGE, PIECE, 0)),
  gather: (n: number, step: number) => {
    const k = compileKernels()!;
    const source = within(text(n));
    const count = Math.ceil(n / step);
    const room = new Room(count);
    const most = Math.floor(PIECE / step / 16) * 16;
    return () => {
      const at = room.take();
      for (let i = 0; i < count; i += most) {
        const some = Math.min(most, count - i);
        const from = BEFORE + i * step;
        give(k, source, from, from + some * step);
        k.run.gather(some, step);
        room.memory.set(k.memory.subarray(OUTPUT, OUTPUT + some), at + i);
      }
      return new Piece(room.memory, at, count);
    };
  },
  decode: (n: number) => {
    const utf8 = new TextEncoder().encode(multibyte(n));
    const k = compileKernels()!;
    return () => {
      const units = new Uint8Array(2 * utf8.length);
      let at = 0;
      for (let i = 0; i < utf8.length;) {
        let end = Math.min(utf8.length, i + PIECE);
        while (end < utf8.length && (utf8[end]! & 0xc0) === 0x80) end--;
        give(k, utf8, i, end);
        const made = 2 * k.run.fromUtf8(end - i);
        units.set(k.memory.subarray(OUTPUT, OUTPUT + made), at);
        at += made;
        i = end;
      }
      return native.ucs2Slice.call(units, 0, at);
    };
  },
};
