/**
 * Python's exceptions, in Python's own tree. This file imports nothing; every other room may throw these. Several copies of the
 * library in one process know each other's exceptions.
 *
 * `name` is Python's class name (`"TypeError"`), `message` is `str(exc)`. No class extends JavaScript's `TypeError` or
 * `RangeError`, so that nobody can mistake a bug of this library for a Python error.
 */

/** Python's names of the classes in this tree, by prototype: minifiers rename the classes, not these. */
const names = new WeakMap<object, string>();

/**
 * Under this key, which all copies of the library in one process have in common, the prototype of each class of ours has the ids of
 * the class and of those above it.
 */
export const EXCEPTION_IDS: unique symbol = Symbol.for('pybuffer.exception') as never;

interface Identified {
  readonly [EXCEPTION_IDS]?: readonly string[];
}

/**
 * Sets the name that Python prints for a class of ours, and the id by which other copies of the library know the class.
 *
 * @param id has to differ from those of all other classes; the name, where there is no other class of that name
 */
export function nameException(cls: { prototype: Error }, name: string, id = name): void {
  names.set(cls.prototype, name);
  const above = (cls.prototype as Identified)[EXCEPTION_IDS] ?? [];
  Object.defineProperty(cls.prototype, EXCEPTION_IDS, { value: [id, ...above] });
}

let recording = true;

/**
 * Whether exceptions record where they were raised. To record it takes ten times as long as everything else that an exception
 * takes: programs that catch many of them, as ported programs do, switch it off. Process-wide.
 *
 * Exceptions raised while it is off are instances of their classes and of `Error`, and their `stack` is only their name and
 * message; they are not the engine's own errors, which `Error.isError` and `structuredClone` ask for.
 *
 * Not Python: a traceback grows while an exception passes through the callers.
 *
 * @returns whether it was on before; at first it is
 *
 * @example
 * ```ts
 * recordStacks(false) // true
 * try {
 *   b`abc`.get(3);
 * } catch (error) {
 *   (error as Error).stack // 'IndexError: index out of range'
 * }
 * recordStacks(true) // false
 * ```
 */
export function recordStacks(on: boolean): boolean {
  const before = recording;
  recording = on;
  return before;
}

/** What it is called with is what it makes: a class that extends it adds private fields to any object. */
const Given = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/** The message of an exception without a stack, which is no property: to define one takes as long as all the rest. */
class Silent extends Given {
  readonly #message: string;

  constructor(error: object, message: string) {
    super(error);
    this.#message = message;
  }

  /** Undefined for every other object. */
  static messageOf(error: object): string | undefined {
    return #message in error ? (error as Silent).#message : undefined;
  }
}

/**
 * The root of all Python exceptions raised here.
 *
 * `name` is the name of the error's own class. A class that extends one of these goes by the name it was declared with,
 * as in Python, also in `String(error)` and in the stack.
 *
 * @example
 * ```ts
 * class FormatError extends PyValueError {}
 * String(new FormatError('too long')) // FormatError: too long
 * ```
 *
 * CPython: Objects/exceptions.c `Exception`
 */
export class PyException extends Error {
  constructor(message?: string) {
    if (!recording) {
      return new Silent(Object.create(new.target.prototype as object) as object, message ?? '') as never;
    }
    super(message);
  }
}

/** Makes a property of an error's own, as all properties of errors are: no enumerable one. */
function define(error: object, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, writable: true, enumerable: false, configurable: true });
}

// Accessors on the prototype: instances have no name of their own unless somebody assigns one, and only the engine's own
// errors have a message and a stack of their own.
Object.defineProperties(PyException.prototype, {
  name: {
    get(this: object): string {
      return classNameOf(this);
    },
    set(this: object, value: unknown) {
      define(this, 'name', value);
    },
  },
  message: {
    get(this: object): string {
      return Silent.messageOf(this) ?? '';
    },
    set(this: object, value: unknown) {
      define(this, 'message', value);
    },
  },
  stack: {
    get(this: object): unknown {
      if (Silent.messageOf(this) === undefined) return Reflect.get(Error.prototype, 'stack', this);
      return Error.prototype.toString.call(this);
    },
    set(this: object, value: unknown) {
      define(this, 'stack', value);
    },
  },
});

const isInPrototypes = Function.prototype[Symbol.hasInstance];

/**
 * `error instanceof PyValueError`, also for an error of another copy of the library. A class that a user derives is nobody else's:
 * there the prototypes decide.
 */
function isInstance(this: { readonly prototype?: Identified }, value: unknown): boolean {
  if (Reflect.apply(isInPrototypes, this, [value]) === true) return true;
  const { prototype } = this;
  if (typeof value !== 'object' || value === null || prototype === undefined) return false;
  const id = Object.hasOwn(prototype, EXCEPTION_IDS) ? prototype[EXCEPTION_IDS]?.[0] : undefined;
  return id !== undefined && (value as Identified)[EXCEPTION_IDS]?.includes(id) === true;
}

Object.defineProperty(PyException, Symbol.hasInstance, { value: isInstance });

/** The name of the nearest class that has one. */
function classNameOf(error: object): string {
  for (
    let owner: object | null = error;
    owner !== null;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    const cls: unknown = Object.hasOwn(owner, 'constructor') ? owner.constructor : undefined;
    const name = names.get(owner) ?? (typeof cls === 'function' ? cls.name : '');
    if (name !== '') return name;
  }
  return 'Exception';
}

/** An operand or argument has the wrong type. */
export class PyTypeError extends PyException {}
/** An argument has the right type and a wrong value. */
export class PyValueError extends PyException {}
/** Root of {@link PyIndexError} and {@link PyKeyError}; raised itself for unknown codecs and error handlers. */
export class PyLookupError extends PyException {}
/** A sequence index is out of range. */
export class PyIndexError extends PyLookupError {}
/** A mapping has no such key; the message is the key's repr. */
export class PyKeyError extends PyLookupError {}
/** An exporter cannot fill in the requested buffer, or its exports forbid a resize. */
export class PyBufferError extends PyException {}
/** Root of {@link PyOverflowError} and {@link PyZeroDivisionError}. */
export class PyArithmeticError extends PyException {}
/** A number does not fit the C type that has to hold it. */
export class PyOverflowError extends PyArithmeticError {}
/** Division by zero. */
export class PyZeroDivisionError extends PyArithmeticError {}
/** More memory was asked for than can exist. */
export class PyMemoryError extends PyException {}
/** An error of no other class. */
export class PyRuntimeError extends PyException {}
/** Python itself does not implement the operation, for example slicing a view in several dimensions. */
export class PyNotImplementedError extends PyRuntimeError {}
/** A wrong call of the C API, for example `__buffer__(BufferFlags.READ)`. */
export class PySystemError extends PyException {}
/** An attribute does not exist or cannot be set. */
export class PyAttributeError extends PyException {}
/** A file ended before enough was read. */
export class PyEOFError extends PyException {}
/** An operating-system or I/O failure. */
export class PyOSError extends PyException {}
/** An iterator has no further item; raised only where Python code would see it, as from `next()`. */
export class PyStopIteration extends PyException {}
/** A literal could not be parsed. */
export class PySyntaxError extends PyException {}
/** An internal check failed. */
export class PyAssertionError extends PyException {}

for (const [cls, name] of [
  [PyException, 'Exception'],
  [PyTypeError, 'TypeError'],
  [PyValueError, 'ValueError'],
  [PyLookupError, 'LookupError'],
  [PyIndexError, 'IndexError'],
  [PyKeyError, 'KeyError'],
  [PyBufferError, 'BufferError'],
  [PyArithmeticError, 'ArithmeticError'],
  [PyOverflowError, 'OverflowError'],
  [PyZeroDivisionError, 'ZeroDivisionError'],
  [PyMemoryError, 'MemoryError'],
  [PyRuntimeError, 'RuntimeError'],
  [PyNotImplementedError, 'NotImplementedError'],
  [PySystemError, 'SystemError'],
  [PyAttributeError, 'AttributeError'],
  [PyEOFError, 'EOFError'],
  [PyOSError, 'OSError'],
  [PyStopIteration, 'StopIteration'],
  [PySyntaxError, 'SyntaxError'],
  [PyAssertionError, 'AssertionError'],
] as const) {
  nameException(cls, name);
}
