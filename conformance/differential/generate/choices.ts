// The source of every decision of the generator: pseudo-random numbers from a seed, so that program n of a
// seed is the same program everywhere. Callers: index.ts, which makes one for each program.

/** Decisions. CPU time matters here: a program takes hundreds of them. */
export class Choices {
  #state: number;

  /**
   * @param seed of the run
   * @param program its number in the run
   */
  constructor(seed: number, program: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(program + 1, 0x85ebca6b)) >>> 0;
    for (let i = 0; i < 4; i++) this.#next();
  }

  /** Mulberry32: 32 bits of state, which is plenty for one program. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** An integer from 0 up to, not including, the limit. */
  below(limit: number): number {
    return this.#next() % limit;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** True once in `times`. */
  rarely(times: number): boolean {
    return this.below(times) === 0;
  }

  /** Makes a random number of values, below the limit. */
  some<T>(limit: number, make: () => T): T[] {
    return Array.from({ length: this.below(limit) }, make);
  }
}
