/**
 * A boxed float: a number that stays a float although its value is integral. The rooms that take numbers use
 * it, and so do runtimes.
 */
import { VALUE_BRAND, isValue } from './brand.js';
import { TYPE_NAME } from './types.js';

/**
 * Python's `float`, boxed, for runtimes that must tell `2.0` from `2`. JavaScript cannot: a plain integral
 * `number` is an int everywhere in this library. A box is accepted wherever Python accepts a float and
 * refused wherever Python refuses one. Not Python, where every float is one.
 */
export class PyFloat {
  /** @internal */
  get [VALUE_BRAND](): 'float' {
    return 'float';
  }

  /** @internal */
  get [TYPE_NAME](): string {
    return 'float';
  }

  constructor(
    /** The number in the box. */
    readonly value: number,
  ) {}

  /** The number in the box, for JavaScript's arithmetic. Not Python. */
  valueOf(): number {
    return this.value;
  }
}

let boxing = false;

/**
 * Switches boxing on or off, and returns whether it was on. While it is on, floats are in boxes, so a plain
 * integral number is an int everywhere.
 */
export function setBoxing(on: boolean): boolean {
  const before = boxing;
  boxing = on;
  return before;
}

/** Whether floats are in boxes. */
export function boxesFloats(): boolean {
  return boxing;
}

/** Returns whether a value is a {@link PyFloat} of any copy of the library. */
export function isFloat(value: unknown): value is PyFloat {
  return isValue(value, 'float');
}
