/**
 * The way to the SIMD kernels, which are a part of their own: `register-simd.ts` registers them when it is imported. They are
 * compiled when that pays. Algorithms ask {@link kernels} and take the plain tier where it returns null.
 */
import type { Glue } from './glue.js';
import { tiers } from './tiers.js';

/** What the WebAssembly module exports; each function is described beside its source in `kernels/`. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
  findByte(n: number, byte: number): number;
  rfindByte(n: number, byte: number): number;
  countByte(n: number, byte: number): number;
  find(n: number, m: number, first: number, second: number, budget: number): number;
  rfind(n: number, m: number, first: number, second: number, budget: number): number;
  matches(
    from: number,
    n: number,
    m: number,
    first: number,
    second: number,
    budget: number,
    limit: number,
    list: number,
  ): number;
  positions(n: number, a: number, b: number): number;
  spaceEdges(n: number, inside: number): number;
  turnCase(n: number, fold: number, alphabet: number): void;
  title(n: number, inWord: number): number;
  isTitle(n: number, inWord: number): number;
  translate(n: number): void;
  isChanged(n: number): number;
  squeeze(n: number, translated: number): number;
  expandTabs(n: number, size: number, column: number, write: number): number;
  gather(count: number, step: number): void;
  scatter(count: number, step: number): void;
  exchange(n: number, from: number, to: number): void;
  reverse(n: number): void;
  replace(
    n: number,
    m: number,
    first: number,
    second: number,
    r: number,
    limit: number,
    last: number,
  ): number;
  isAscii(n: number): number;
  every(n: number, wanted: number): number;
  union(n: number, unwanted: number): number;
  mismatch(n: number): number;
  siphash(n: number, isFirst: number, isLast: number, total: number): void;
  hex(n: number): void;
  hexGroups(n: number, separator: number, first: number, group: number): number;
  fromHex(n: number): number;
  escape(n: number, quote: number): number;
  fromUtf8(n: number): number;
  unitsOfUtf8(n: number): number;
}

/**
 * The kernels, ready to use. The views of their memory are made once, because a fresh one costs 60 to 120 ns.
 */
export interface Kernels {
  readonly run: KernelFunctions;
  /** The functions through which the algorithms call the kernels, with these kernels as their first argument. */
  readonly glue: Glue;
  /** All of the kernels' memory. */
  readonly memory: Uint8Array;
  readonly input: Uint8Array;
  readonly other: Uint8Array;
  /** A whole piece of output. */
  readonly output: Uint8Array;
  /** The output as positions. */
  readonly list: Uint32Array;
  readonly state: Int32Array;
  /** The same memory as one 64-bit result. */
  readonly result: BigInt64Array;
}

/**
 * The plain tier answers until it has been asked for so many bytes, the present call included; then the kernels are
 * compiled. About there a program that compiles them at once becomes the faster one (`npm run bench:start`: `upper` on
 * 32 KiB in all takes 1.0 ms plain and 1.4 with kernels, on 128 KiB 2.4 and 2.1), because V8 has not optimised the plain
 * loops by then. So a short program never pays for compiling, and a long one loses less than half a millisecond.
 */
const WORTH_COMPILING = 2 ** 16;

let loaded: Kernels | null = null;
let compile: (() => Kernels | null) | null = null;
/** Bytes that the plain tier still works on before the kernels are compiled. */
let patience = WORTH_COMPILING;

/** Registers the kernels: `compile` is called once at most and returns null where the platform has no SIMD. */
export function registerKernels(make: () => Kernels | null): void {
  compile = make;
}

/**
 * The kernels; null where the plain tier is to do the work: the kernels are not registered, not yet worth compiling,
 * switched off, or the platform lacks them (no WebAssembly, no SIMD, or a content policy that forbids compiling).
 *
 * @param bytes how many bytes the caller is about to work on
 */
export function kernels(bytes: number): Kernels | null {
  if (!tiers.wasm) return null;
  if (loaded !== null) return loaded;
  if (compile === null || (patience -= bytes) > 0) return null;
  return compileKernels();
}

/** Compiles the kernels now, whatever work there was; null where there are none. */
export function compileKernels(): Kernels | null {
  if (compile !== null) {
    const make = compile;
    compile = null;
    loaded = make();
  }
  return loaded;
}
