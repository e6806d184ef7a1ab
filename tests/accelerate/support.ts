// What the tests of the kernels share: the kernels, functions that call them, and windows inside larger memory.
import type { Glue } from '../../src/accelerate/glue.js';
import { PIECE } from '../../src/accelerate/layout.js';
import { compileKernels } from '../../src/accelerate/load.js';
import type { Kernels } from '../../src/accelerate/load.js';
import { setTiers } from '../../src/accelerate/tiers.js';

const before = setTiers({ wasm: true });
/** The kernels, whichever tiers the run uses. */
export const k = compileKernels() as Kernels;
setTiers(before);

export const { glue } = k;

/** The functions of the glue, without its two flags. */
export type GlueFunction = {
  [Name in keyof Glue]: Glue[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Glue];

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pseudorandom bytes of an alphabet, the same in each run. */
export function mixed(size: number, alphabet: ArrayLike<number>, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return alphabet[(state >>> 12) % alphabet.length]!;
  });
}

export const ALL = Uint8Array.from({ length: 256 }, (_, i) => i);

/** Sizes around the width of a vector, of a kernel's step and of a piece. */
export const SIZES = [1, 15, 16, 17, 63, 64, 65, 1024, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 17];

/** Positions around the ends of vectors, of the first glance and of pieces, in a window of `size` bytes. */
export function edges(size: number): number[] {
  const ends = [0, 16, 64, 1024, PIECE, PIECE + 1024, 2 * PIECE, size];
  const near = ends.flatMap((end) => [end - 1, end, end + 1]);
  return [...new Set(near)].filter((at) => at >= 0 && at < size).sort((a, b) => a - b);
}

/** What surrounds a window or a target, so that a byte read or written outside of it shows. */
export const OUTSIDE = 0xee;

/** A window at `start` in memory that holds {@link OUTSIDE} before and after it. */
export function windowOf(bytes: ArrayLike<number>, start = 5): [m: Uint8Array, s: number, e: number] {
  const m = new Uint8Array(start + bytes.length + 9).fill(OUTSIDE);
  m.set(bytes, start);
  return [m, start, start + bytes.length];
}

/** The sizes of the pieces on which a call runs each kernel function, in order. */
export function pieces(call: (k: Kernels) => unknown): [name: string, first: unknown][] {
  const made: [string, unknown][] = [];
  const run = Object.fromEntries(
    Object.entries(k.run).map(([name, value]: [string, unknown]) => [
      name,
      typeof value !== 'function'
        ? value
        : (...args: unknown[]) => {
            made.push([name, args[0]]);
            return (value as (...args: unknown[]) => unknown)(...args);
          },
    ]),
  ) as unknown as Kernels['run'];
  call({ ...k, run });
  return made;
}
