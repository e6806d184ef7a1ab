// The values that cross between Python and the library. Plain ints, strings, booleans and None cross
// unchanged; everything else on its way to Python is one of these. Callers: the other files of the bridge.
import type { TypeName } from '../src/runtime/index.js';

/** What the library needs to know of a Python class. */
export interface PythonType {
  readonly name: string;
  readonly full: string;
  /**
   * The numbers of its special methods and of files' methods, by name; null if the class sets one to None.
   */
  readonly methods: ReadonlyMap<string, number | null>;
  /** Whether its objects export memory in C. */
  readonly isExporter: boolean;
}

/** A Python object, which Python keeps under this number. */
export class PythonObject {
  constructor(
    readonly id: number,
    readonly type: PythonType,
  ) {}
}

/** A Python function that the library calls: the operation to request of Python's half, and the function's number. */
export class PythonFunction {
  constructor(
    readonly operation: number,
    readonly id: number,
  ) {}
}

/** One of our objects of which Python has, had or will have a proxy. */
export class Handle {
  /** The number of its proxy; 0 if there is none. */
  number = 0;

  /**
   * @param type the value's type; for a class, the type that it is or derives from
   * @param derived the Python class of the object, or the one that it represents; null for the type itself
   */
  constructor(
    readonly value: object,
    readonly type: TypeName | 'int' | 'other',
    readonly derived: PythonType | null = null,
  ) {}
}

/** A value that consists of its tag and one plain value. */
export class Tagged {
  constructor(
    readonly tag: number,
    readonly value: unknown,
  ) {}
}

/** A tuple, a list, a slice or a dict. */
export class Items {
  constructor(
    readonly kind: 't' | 'l' | 's' | 'd',
    readonly items: readonly unknown[],
  ) {}
}

/** An exception, ours on its way to Python or Python's on its way through the library. */
export class Raised {
  /** The object of a UnicodeError: the library's own, or its replacement by a codec's error handler. */
  object: unknown = undefined;
  readonly notes: string[] = [];

  constructor(
    /** Python's number of its own exception; null for one that Python must make. */
    readonly id: number | null,
    readonly names: readonly string[],
    readonly message: string,
    /** The fields of a UnicodeError, as they cross. */
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {}
}
