/**
 * The settings of this layer: whether it returns floats as numbers or in boxes. Every function of this layer
 * that returns a float reads them.
 */
import { recordStacks } from '../exceptions/index.js';
import { PyFloat, boxesFloats, isFloat, setBoxing } from '../python/index.js';

/** The options of {@link configure}. */
export interface RuntimeOptions {
  /**
   * How this layer returns floats: `'number'` as JavaScript numbers, so that integral ones become ints, or
   * `'box'` as {@link PyFloat}, so that `1.0` stays a float.
   */
  floats?: 'number' | 'box';
  /** Whether exceptions record where they were raised; see {@link recordStacks}. */
  stacks?: boolean;
}

/**
 * Sets how this layer represents values and what its exceptions record. A runtime calls it once.
 *
 * Not Python: Python has only one kind of float.
 *
 * @returns the previous options
 */
export function configure(options: RuntimeOptions): Required<RuntimeOptions> {
  const stacks = recordStacks(true);
  recordStacks(options.stacks ?? stacks);
  const before = { floats: boxesFloats() ? 'box' : 'number', stacks } as const;
  if (options.floats !== undefined) setBoxing(options.floats === 'box');
  return before;
}

/** A float as this layer returns it. */
export function makeFloat(value: number): number | PyFloat {
  return boxesFloats() ? new PyFloat(value) : value;
}

/** The number in a float, which is boxed or a bare non-integral number; null for everything else. */
export function floatValue(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? null : value;
  return isFloat(value) ? value.value : null;
}

/** Boxes the numbers of a result that consists of floats: a number, a list of them, or lists of lists. */
export function boxFloats(value: unknown): unknown {
  if (typeof value === 'number') return new PyFloat(value);
  if (!Array.isArray(value)) return value;
  const boxed = value.map(boxFloats);
  return Object.isFrozen(value) ? Object.freeze(boxed) : boxed;
}
