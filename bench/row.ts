// What a row of the table is: one operation in Python and in JavaScript, at several sizes. The
// rows are in `rows/`.
import type * as pybuffer from '../src/index.js';
import type * as io from '../src/io.js';
import type * as runtime from '../src/runtime/index.js';
import type * as base64 from '../src/base64.js';
import type * as binascii from '../src/binascii.js';
import type * as struct from '../src/struct.js';
import type * as zlib from '../src/zlib.js';
import type * as dns from '../examples/ports/dns/dns.js';
import type * as msgpack from '../examples/ports/msgpack/msgpack.js';
import type * as png from '../examples/ports/png/png.js';
import type * as websocket from '../examples/ports/websocket/frames.js';

/** The parts of this library that the rows use, and the ports of examples/ports. */
export type Api = typeof pybuffer & {
  struct: typeof struct;
  io: typeof io;
  runtime: typeof runtime;
  base64: typeof base64;
  binascii: typeof binascii;
  zlib: typeof zlib;
  dns: typeof dns;
  msgpack: typeof msgpack;
  png: typeof png;
  websocket: typeof websocket;
};

/** Determines the target of a row; see README.md. */
export type Kind = 'item' | 'view' | 'share' | 'bulk' | 'text' | 'error' | 'program';

/** A Python program: setup lines, and the expression that is timed. */
export interface Program {
  setup: string;
  run: string;
}

/** Something to time, which returns the row's answer. */
export type Task = () => unknown;

/** One operation at several sizes, for every contender that can do it. */
export interface Row {
  name: string;
  kind: Kind;
  sizes: readonly number[];
  /** The number of operations in one call of a task that loops over items; times are per operation. */
  per?: (n: number) => number;
  python: (n: number) => Program;
  ours: (api: Api, n: number) => Task;
  /** The obvious code on a `Uint8Array`. */
  raw?: (n: number) => Task;
  /** The same with Node's `Buffer`. */
  buffer?: (n: number) => Task;
  /** The same with the most downloaded npm package for it. */
  npm?: (n: number) => Task;
}

/** Rows that belong together. */
export interface Group {
  name: string;
  rows: readonly Row[];
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** From a cache line to more than any cache holds. */
export const ALL = [16, KIB, 64 * KIB, 16 * MIB] as const;
export const NOT_HUGE = [16, KIB, 64 * KIB] as const;
export const BULK = [KIB, 64 * KIB, 16 * MIB] as const;
export const MIDDLE = [KIB, 64 * KIB] as const;
export const LARGE = [64 * KIB, 16 * MIB] as const;

/** A size in words. */
export function sizeName(n: number): string {
  if (n % MIB === 0) return `${n / MIB} MiB`;
  return n % KIB === 0 ? `${n / KIB} KiB` : `${n} B`;
}

/** The usual Python setup: `b` has `n` bytes of text. */
export function onText(n: number, run: string, more = ''): Program {
  return { setup: `b = text(${n})${more === '' ? '' : `\n${more}`}`, run };
}
