/**
 * The settings in which two runtimes of one process can differ: how floats cross, the sizes of C's types,
 * what a resize under views does, and whether exceptions record a stack. A runtime's settings apply while one
 * of its calls runs; while the runtime's own code runs, its caller's settings apply again.
 */
import { recordStacks } from '../../exceptions/index.js';
import { lifetimePolicy, setLifetimePolicy } from '../../protocol/index.js';
import type { LifetimeRule } from '../../protocol/index.js';
import { LP64, abi, useABI, setBoxing } from '../../python/index.js';
import type { ABI } from '../../python/index.js';

/** The settings before a fast path. */
interface Outer {
  readonly abi: ABI;
  readonly rule: LifetimeRule;
}

/**
 * Begins a fast path, which runs no code of the runtime. Sizes are the runtime's, and a resize under views
 * raises, so that the slow path decides about it. Returns the settings for {@link endShort} to restore; null
 * if nothing had to change.
 *
 * @param own the runtime's sizes, the default ones if it has none
 */
export function beginShort(own: ABI = LP64): Outer | null {
  if (abi() === own && lifetimePolicy() === 'strict') return null;
  return { abi: useABI(own), rule: setLifetimePolicy('strict') };
}

/** Ends a fast path. */
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

  /** Begins a call of the runtime. */
  enter(): void {
    if (this.depth++ > 0) return;
    this.outerBoxing = setBoxing(true);
    this.outerRule = setLifetimePolicy(this.rule);
    this.outerABI = useABI(this.abi);
    this.outerStacks = recordStacks(this.stacks);
  }

  /** Ends it. */
  leave(): void {
    if (--this.depth > 0) return;
    setBoxing(this.outerBoxing);
    setLifetimePolicy(this.outerRule);
    useABI(this.outerABI);
    recordStacks(this.outerStacks);
  }

  /**
   * Begins a stretch of the runtime's own code inside a call. Returns the depth for {@link Settings.resume}.
   */
  suspend(): number {
    const { depth } = this;
    if (depth === 0) return 0;
    this.depth = 1;
    this.leave();
    return depth;
  }

  /** Ends that stretch. */
  resume(depth: number): void {
    if (depth === 0) return;
    this.enter();
    this.depth = depth;
  }
}
