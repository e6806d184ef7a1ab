import { INPUT, OTHER, OUTPUT, PIECE, STATE } from './layout.js';
import { KERNELS } from './kernels.generated.js';
import { tiers } from './tiers.js';

/** What the WebAssembly module exports; each function is described beside its source in `kernels/`. */
interface KernelFunctions {
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

/** The kernels, ready to use, and views of their memory that are made once: a fresh one costs 60 to 120 ns. */
export interface Kernels {
  readonly run: KernelFunctions;
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

let loaded: Kernels | null | undefined;

/**
 * The kernels; null where they are switched off or the platform has none: no WebAssembly, no SIMD, or a content
 * policy that forbids compiling. Compiled at the first call, which takes less than a millisecond.
 */
export function kernels(): Kernels | null {
  if (!tiers.wasm) return null;
  if (loaded === undefined) loaded = load();
  return loaded;
}

function load(): Kernels | null {
  try {
    const binary = atob(KERNELS);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const run = instance.exports as unknown as KernelFunctions;
    const { buffer } = run.memory;
    return {
      run,
      memory: new Uint8Array(buffer),
      input: new Uint8Array(buffer, INPUT, PIECE),
      other: new Uint8Array(buffer, OTHER, PIECE),
      output: new Uint8Array(buffer, OUTPUT, PIECE),
      list: new Uint32Array(buffer, OUTPUT, PIECE),
      state: new Int32Array(buffer, STATE, 4),
      result: new BigInt64Array(buffer, STATE, 1),
    };
  } catch {
    return null;
  }
}
