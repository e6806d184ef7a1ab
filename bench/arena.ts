/**
 * `npm run bench:arena`: should contents live in WebAssembly's memory, where the kernels could work on them
 * without a copy? A prototype outside the library: it measures what the kernels would gain, and how much
 * memory returns to an arena whose slabs are freed when the engine collects their values. Its conclusion is
 * in README.md.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { compileKernels } from '../src/accelerate/load.js';
import { copyIn, copyOut } from '../src/accelerate/pieces.js';
import type { KernelInstance } from '../src/accelerate/kernel-instance.js';
import '../src/accelerate/register-simd.js';

const ROUNDS = 15;
const SLAB = 65536;
const ARENA = 64 * 2 ** 20;
const RESULT = 1024;
const RESULTS = 200_000;

/** The least time of a call in ns, over some rounds of `calls` calls. */
function least(calls: number, call: () => void): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) call();
    best = Math.min(best, ((performance.now() - start) / calls) * 1e6);
  }
  return best;
}

/**
 * One kernel in two ways: with contents elsewhere, as in the library, and with contents in the kernel's own
 * memory.
 */
interface Comparison {
  readonly name: string;
  copied(k: KernelInstance, source: Uint8Array, target: Uint8Array): void;
  inPlace(k: KernelInstance, n: number): void;
}

const COMPARISONS: readonly Comparison[] = [
  {
    name: 'upper',
    copied: (k, source, target) => {
      copyIn(k, source, 0, source.length);
      k.run.turnCase(source.length, 0, 0x61);
      copyOut(k, source.length, target, 0);
    },
    inPlace: (k, n) => k.run.turnCase(n, 0, 0x61),
  },
  {
    name: 'translate',
    copied: (k, source, target) => {
      copyIn(k, source, 0, source.length);
      k.run.translate(source.length);
      copyOut(k, source.length, target, 0);
    },
    inPlace: (k, n) => k.run.translate(n),
  },
  {
    name: 'isascii',
    copied: (k, source) => {
      copyIn(k, source, 0, source.length);
      k.run.isAscii(source.length);
    },
    inPlace: (k, n) => void k.run.isAscii(n),
  },
];

function compareKernels(k: KernelInstance): void {
  for (const n of [1024, 16384]) {
    const source = new Uint8Array(n).fill(0x61);
    const target = new Uint8Array(n);
    copyIn(k, source, 0, n);
    const calls = Math.ceil(2e6 / n);
    for (const { name, copied, inPlace } of COMPARISONS) {
      const there = least(calls, () => copied(k, source, target));
      const here = least(calls, () => inPlace(k, n));
      console.log(`${name}, ${n} B: ${there.toFixed(0)} ns with copies, ${here.toFixed(0)} in place`);
    }
  }
}

/**
 * Slabs of one WebAssembly memory. A slab is freed when its view, which every value on it holds, has been
 * collected.
 */
class Arena {
  private readonly memory = new WebAssembly.Memory({ initial: ARENA / 65536, maximum: ARENA / 65536 });
  private readonly free: number[] = [];
  private readonly owners = new FinalizationRegistry<number>((start) => {
    this.returned++;
    this.free.push(start);
  });
  returned = 0;
  /** The number of slabs allocated outside, because the arena was full. */
  elsewhere = 0;

  constructor() {
    for (let start = 0; start < ARENA; start += SLAB) this.free.push(start);
  }

  slab(): Uint8Array {
    const start = this.free.pop();
    if (start === undefined) {
      this.elsewhere++;
      return new Uint8Array(SLAB);
    }
    const slab = new Uint8Array(this.memory.buffer, start, SLAB);
    this.owners.register(slab, start);
    return slab;
  }
}

/** Makes results, drops each at once, and yields to the event loop after every `turn` of them. */
async function makeResults(slab: () => Uint8Array, turn: number): Promise<number> {
  let memory = slab();
  let used = 0;
  const start = performance.now();
  for (let i = 0; i < RESULTS; i++) {
    if (used + RESULT > SLAB) {
      memory = slab();
      used = 0;
    }
    memory[used] = i;
    used += RESULT;
    if ((i + 1) % turn === 0) await setImmediate();
  }
  return ((performance.now() - start) / RESULTS) * 1e6;
}

async function main(): Promise<void> {
  const k = compileKernels();
  if (k === null) throw new Error('this platform has no SIMD kernels');
  compareKernels(k);
  const slabs = Math.ceil((RESULTS * RESULT) / SLAB);
  for (const [when, turn] of [
    ['in one turn of the event loop', RESULTS],
    ['with a turn every 10,000 results', 10_000],
  ] as const) {
    const heap = await makeResults(() => new Uint8Array(SLAB), turn);
    const arena = new Arena();
    const time = await makeResults(() => arena.slab(), turn);
    console.log(
      `${RESULTS} results of ${RESULT} B ${when}: ${heap.toFixed(0)} ns on the engine's heap, ${time.toFixed(0)} in the arena; ` +
        `of ${slabs} slabs ${arena.returned} came back, ${arena.elsewhere} had to come from the heap`,
    );
  }
}

await main();
