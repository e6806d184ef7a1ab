/**
 * The types of the WebAssembly module with the SIMD kernels. `register-simd.ts` makes the instance; the
 * functions of the `simd-` files call it.
 */

/** What the WebAssembly module exports; each function is described beside its source in `kernels/`. */
export interface KernelFunctions {
  readonly memory: WebAssembly.Memory;
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
  siphash(n: number, isFirst: number, isLast: number, total: number): void;
  hex(n: number): void;
  hexGroups(n: number, separator: number, first: number, group: number): number;
  fromHex(n: number): number;
  escape(n: number, quote: number): number;
  fromUtf8(n: number): number;
  unitsOfUtf8(n: number): number;
  toBase64(n: number): void;
  fromBase64(n: number): number;
  wrap(n: number, column: number): void;
  adler32(n: number, a: number, b: number): void;
}

/**
 * An instance of the module. The views of its memory are made once, because a fresh one costs 60 to 120 ns.
 */
export interface KernelInstance {
  readonly run: KernelFunctions;
  /** The whole memory of the instance. */
  readonly memory: Uint8Array;
  readonly input: Uint8Array;
  /** The output area, one piece long. */
  readonly output: Uint8Array;
  /** The output area as an array of positions. */
  readonly list: Uint32Array;
  readonly state: Int32Array;
  /** The state area as one 64-bit result. */
  readonly result: BigInt64Array;
}
