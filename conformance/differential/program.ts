// The form of the programs that CPython and the library both run: plain JSON, described in ../README.md, so
// that another implementation can run the recorded ones. Nothing here runs anything. Callers: everything in
// this folder and ../vectors.

/** A list of steps. Step number n sets variable `v<n>` to its result, or to None if it raised. */
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

/** A value: itself, or an object with one key, which is the tag. */
export type Value =
  | null
  | boolean
  | number
  | string
  /** A variable. */
  | { readonly v: number }
  /** A bytes literal, in hexadecimal digits. */
  | { readonly b: string }
  /** `bytes * count`: a long content. */
  | { readonly y: readonly [hex: string, count: number] }
  /** An int that JSON cannot hold. */
  | { readonly i: string }
  /** A float, as Python writes it. */
  | { readonly f: string }
  /** `complex(real, imag)` */
  | { readonly c: readonly [real: string, imag: string] }
  | { readonly t: Values }
  | { readonly l: Values }
  /** A dict. */
  | { readonly d: readonly (readonly [Value, Value])[] }
  /** `slice(start, stop, step)` */
  | { readonly s: readonly [Value, Value, Value] }
  /** `...` */
  | { readonly e: 0 }
  /** An object whose `__index__` runs a step first and then returns a value. */
  | { readonly x: { readonly first: Step | null; readonly gives: Value } }
  /** An object of a class that the program defines. */
  | { readonly o: ClassSpec }
  /** A generator. */
  | { readonly g: readonly Answer[] }
  /** The name of a codec error handler that the program registers. */
  | { readonly h: readonly Answer[] }
  /** In an answer: argument number n of the call, 0 is the object itself. */
  | { readonly a: number }
  /** In an answer: the result of its step number n. */
  | { readonly r: number }
  /** In an answer: the result of the base class's method of the same name for the same arguments. */
  | { readonly u: 0 };

/** A class that a program defines. */
export interface ClassSpec {
  /** The base class: `bytes`, `bytearray`, `array.array`, `io.BytesIO`; object when absent. */
  readonly base?: string;
  /** Arguments of the constructor. */
  readonly args: Values;
  /**
   * For each method the answers of its calls, the last one for all later calls; null for a method that is
   * None.
   */
  readonly methods: Readonly<Record<string, readonly Answer[] | null>>;
}

/** What one call of a method does: it runs steps, then returns a value or raises. */
export interface Answer {
  readonly steps?: readonly Step[];
  readonly gives?: Value;
  readonly raises?: readonly [name: string, message: string];
}
