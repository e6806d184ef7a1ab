/**
 * Programs that CPython and the library both run. A program is a list of steps; step number n gives variable `v<n>`, whatever
 * it is, also when it raised (then None). The form is plain JSON, described in ../README.md, so that another implementation
 * can run the recorded ones.
 */
export type Program = readonly Step[];

export type Step =
  /** `name(*args, **kwargs)`: a constructor or a built-in function. */
  | { readonly op: 'call'; readonly name: string; readonly args: Values; readonly kwargs?: Keywords }
  /** `self.name(*args, **kwargs)` */
  | {
      readonly op: 'method';
      readonly self: Value;
      readonly name: string;
      readonly args: Values;
      readonly kwargs?: Keywords;
    }
  /** `operator.name(*args)` */
  | { readonly op: 'operator'; readonly name: string; readonly args: Values }
  /** `self.name` */
  | { readonly op: 'attribute'; readonly self: Value; readonly name: string };

export type Values = readonly Value[];
export type Keywords = Readonly<Record<string, Value>>;

/** A value: itself, or an object with one key that says what it is. */
export type Value =
  | null
  | boolean
  | number
  | string
  /** A variable. */
  | { readonly v: number }
  /** A bytes literal, in hexadecimal digits. */
  | { readonly b: string }
  /** An int that JSON cannot hold. */
  | { readonly i: string }
  /** A float, as Python writes it. */
  | { readonly f: string }
  | { readonly t: Values }
  | { readonly l: Values }
  /** `slice(start, stop, step)` */
  | { readonly s: readonly [Value, Value, Value] }
  /** `...` */
  | { readonly e: 0 }
  /** An object whose `__index__` runs a step first and then gives a value. */
  | { readonly x: { readonly first: Step | null; readonly gives: Value } };
