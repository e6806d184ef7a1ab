// What crosses between Python and the library. Plain ints, strings, booleans and None cross as they are;
// everything else on its way to Python is one of these. Callers: the other files of the bridge.
import type { TypeName } from '../src/runtime/index.js';

/** A class of Python's, as much of it as the library has to know. */
export interface PythonType {
  readonly name: string;
  readonly full: string;
  /** Its special methods and those of files, by name: the number that crosses; null where the class says None. */
  readonly methods: ReadonlyMap<string, number | null>;
  /** Whether its objects hand out memory in C. */
  readonly isExporter: boolean;
}

/** An object of Python's, which keeps it under this number. */
export class PythonObject {
  constructor(
    readonly id: number,
    readonly type: PythonType,
  ) {}
}

/** A function of Python's that the library calls, by what Python's half is asked to do with it. */
export class PythonFunction {
  constructor(
    readonly operation: number,
    readonly id: number,
  ) {}
}

/** An object of ours that Python has, or had, or will have a proxy of. */
export class Handle {
  /** The number of its proxy; 0 while there is none. */
  number = 0;

  /**
   * @param type what the value is; of a class, the type that it is or derives from
   * @param derived the class of Python that it is an object of, or stands for; null where it is the type's own
   */
  constructor(
    readonly value: object,
    readonly type: TypeName | 'int' | 'other',
    readonly derived: PythonType | null = null,
  ) {}
}

/** A value that is its tag and one plain value. */
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
  /** The object of a UnicodeError: the library's own, or what a codec's error handler has put in its place. */
  object: unknown = undefined;
  readonly notes: string[] = [];

  constructor(
    /** Python's number of its own exception; null for one that Python has to make. */
    readonly id: number | null,
    readonly names: readonly string[],
    readonly message: string,
    /** The fields of a UnicodeError, as they cross. */
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {}
}
