/**
 * The settings in which two runtimes of one process can differ: how floats cross, the sizes of C's types,
 * what a resize under views does, and whether exceptions record where they were raised. The settings of a
 * runtime hold while one of its calls runs, and those of whoever called it hold again while the runtime's own
 * code runs.
 */
import { recordStacks } from '../../exceptions/index.js';
import { lifetimePolicy, setLifetimePolicy } from '../../protocol/index.js';
import type { LifetimeRule } from '../../protocol/index.js';
import { LP64, abi, useABI, setBoxing } from '../../python/index.js';
import type { ABI } from '../../python/index.js';

/** The settings that were in force before a short way. */
interface Outer {
  readonly abi: ABI;
  readonly rule: LifetimeRule;
}

/**
 * A short way begins, in which no code of the runtime runs: sizes are the runtime's, and a resize under views
 * raises, so that the long way decides about it. Returns what {@link endShort} puts back, null where all that
 * is in force already.
 *
 * @param own the runtime's sizes, the default ones if it has none
 */
export function beginShort(own: ABI = LP64): Outer | null {
  if (abi() === own && lifetimePolicy() === 'strict') return null;
  return { abi: useABI(own), rule: setLifetimePolicy('strict') };
}

/** A short way ends. */
export function endShort(outer: Outer | null): void {
  if (outer === null) return;
  useABI(outer.abi);
  setLifetimePolicy(outer.rule);
}

/** The settings of one runtime. */
export class Settings {
  private outerRule: LifetimeRule = 'strict';
  private outerBoxing = false;
  private outerABI: ABI = LP64;
  private outerStacks = true;
  private depth = 0;

  constructor(
    private readonly rule: LifetimeRule,
    private readonly abi: ABI,
    private readonly stacks: boolean,
  ) {}

  /** A call of the runtime begins. */
  enter(): void {
    if (this.depth++ > 0) return;
    this.outerBoxing = setBoxing(true);
    this.outerRule = setLifetimePolicy(this.rule);
    this.outerABI = useABI(this.abi);
    this.outerStacks = recordStacks(this.stacks);
  }

  /** It ends. */
  leave(): void {
    if (--this.depth > 0) return;
    setBoxing(this.outerBoxing);
    setLifetimePolicy(this.outerRule);
    useABI(this.outerABI);
    recordStacks(this.outerStacks);
  }

  /** Code of the runtime runs inside of a call: `(depth)` to be given to {@link Settings.resume}. */
  suspend(): number {
    const { depth } = this;
    if (depth === 0) return 0;
    this.depth = 1;
    this.leave();
    return depth;
  }

  /** That code has ended. */
  resume(depth: number): void {
    if (depth === 0) return;
    this.enter();
    this.depth = depth;
  }
}
