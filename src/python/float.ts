/**
 * Python's `float`, boxed, for runtimes that must tell `2.0` from `2`. JavaScript cannot: a bare integral
 * `number` counts as an int everywhere in this library. A box is accepted wherever Python accepts a float and
 * refused wherever Python refuses one. Not Python: in Python every float is one of these.
 */
export class PyFloat {
  constructor(
    /** The number in the box. */
    readonly value: number,
  ) {}

  /** The number in the box, for JavaScript's arithmetic. Not Python. */
  valueOf(): number {
    return this.value;
  }
}
