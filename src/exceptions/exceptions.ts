/**
 * Python's exceptions in Python's own class tree. The room imports no other, and every other room may throw
 * what it defines. Copies of the library in one process recognize each other's exceptions.
 *
 * `name` is Python's class name (`"TypeError"`), and `message` is `str(exc)`. No class extends JavaScript's
 * `TypeError` or `RangeError`, so nobody can mistake a bug of this library for a Python error.
 */
import { links } from './links.js';
import type { Links } from './links.js';

/** Python's names of these classes, by prototype, because minifiers rename the classes. */
const names = new WeakMap<object, string>();

/**
 * The key under which the prototype of each of our classes has the ids of the class and its base classes. All
 * copies of the library in one process share it.
 */
export const EXCEPTION_IDS: unique symbol = Symbol.for('pybuffer.exception') as never;

interface Identified {
  readonly [EXCEPTION_IDS]?: readonly string[];
}

/**
 * Sets the name that Python prints for one of our classes, and the id by which other copies of the library
 * recognize the class.
 *
 * @param id must differ from those of all other classes; the name serves if no other class has it
 * @returns the class; the build (`pure.mjs`) makes such a call the value of the class's declaration
 */
export function nameException<T extends { prototype: Error }>(cls: T, name: string, id = name): T {
  names.set(cls.prototype, name);
  const above = (cls.prototype as Identified)[EXCEPTION_IDS] ?? [];
  Object.defineProperty(cls.prototype, EXCEPTION_IDS, { value: [id, ...above] });
  return cls;
}

let recording = true;
/**
 * The messages of exceptions without a stack, which are not properties, because defining one takes as long as
 * everything else. Null until stacks are first switched off, so that most programs do not bring them along.
 */
let silent: Links | null = null;

/**
 * Whether exceptions record where they were raised. Recording takes ten times as long as everything else
 * about an exception, so programs that catch many of them, as ported programs do, switch it off.
 * Process-wide.
 *
 * Exceptions raised while it is off are instances of their classes and of `Error`, but their `stack` is only
 * their name and message. They are not the engine's own errors, which `Error.isError` and `structuredClone`
 * look for.
 *
 * Not Python, where a traceback grows while an exception passes through the callers.
 *
 * @returns whether it was on before; it is on at first
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
  if (!on) silent ??= links();
  return before;
}

/**
 * The base class of all Python exceptions raised here.
 *
 * `name` is the name of the error's own class. A class that extends one of these has the name it was declared
 * with, as in Python, also in `String(error)` and in the stack.
 *
 * @example
 * ```ts
 * class FormatError extends PyValueError {}
 * String(new FormatError('too long')) // FormatError: too long
 * new FormatError('too long', { cause: 5 }).cause // 5
 * ```
 *
 * CPython: Objects/exceptions.c `Exception`
 */
export class PyException extends Error {
  /** @param options `{ cause: error }` for Python's `raise ... from error` */
  constructor(message?: string, options?: { readonly cause?: unknown }) {
    if (!recording) {
      const made = Object.create(new.target.prototype as object) as object;
      silent!.set(made, message ?? '');
      chain(made, options);
      return made as never;
    }
    super(message);
    chain(this, options);
  }

  /**
   * The notes that {@link add_note} added; undefined before the first one.
   *
   * CPython: Objects/exceptions.c `BaseException.__notes__`
   */
  declare __notes__?: string[];

  /**
   * Adds a note, a line that Python prints below the exception. Codecs add `decoding with 'hex' codec failed`
   * to what they raise.
   *
   * @throws PyTypeError `add_note() argument must be str, not int`
   * @throws PyTypeError `Cannot add note: __notes__ is not a list`
   *
   * @example
   * ```ts
   * const failure = new PyValueError('too long');
   * failure.add_note('line 3');
   * failure.__notes__ // ['line 3']
   * ```
   *
   * CPython: Objects/exceptions.c `BaseException_add_note_impl`
   */
  add_note(note: string): void {
    if (typeof note !== 'string')
      throw new PyTypeError(`add_note() argument must be str, not ${typeNameOf(note ?? null)}`);
    const notes: unknown = this.__notes__;
    if (notes === undefined) defineHidden(this, '__notes__', [note]);
    else if (Array.isArray(notes) && !Object.isFrozen(notes)) notes.push(note);
    else throw new PyTypeError('Cannot add note: __notes__ is not a list');
  }
}

/** Sets the cause as the platform's `Error` does, also where that does not know causes. */
function chain(error: object, options: unknown): void {
  if (typeof options === 'object' && options !== null && 'cause' in options)
    defineHidden(error, 'cause', options.cause);
}

let typeNameOf: (value: unknown) => string = () => 'object';

/** Sets the function that names the type of an argument in errors. Without it every type is an `object`. */
export function useTypeNames(nameOf: (value: unknown) => string): void {
  typeNameOf = nameOf;
}

/** Defines an own property that is not enumerable, as all properties of errors and all methods are. */
export function defineHidden(object: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true });
}

/** An accessor that becomes an own property when it is assigned. */
function assignable(name: string, get: (this: object) => unknown): PropertyDescriptor & ThisType<object> {
  return {
    get,
    set(value) {
      defineHidden(this, name, value);
    },
  };
}

// These are accessors on the prototype: an instance has no `name` of its own unless somebody assigns one, and
// only the engine's own errors have a `message` and a `stack` of their own.
Object.defineProperties(PyException.prototype, {
  name: assignable('name', function () {
    return classNameOf(this);
  }),
  message: assignable('message', function () {
    return silent?.get(this) ?? '';
  }),
  stack: assignable('stack', function () {
    if (silent?.get(this) === undefined) return Reflect.get(Error.prototype, 'stack', this);
    return Error.prototype.toString.call(this);
  }),
});

const isInPrototypes = Function.prototype[Symbol.hasInstance];

/**
 * `error instanceof PyValueError`, also for an error of another copy of the library. For a class that a user
 * derives, only prototypes decide.
 */
function isInstance(this: { readonly prototype?: Identified }, value: unknown): boolean {
  if (Reflect.apply(isInPrototypes, this, [value]) === true) return true;
  const { prototype } = this;
  if (typeof value !== 'object' || value === null || prototype === undefined) return false;
  if (!Object.hasOwn(prototype, EXCEPTION_IDS)) return false;
  const id = prototype[EXCEPTION_IDS]![0]!;
  return (value as Identified)[EXCEPTION_IDS]?.includes(id) === true;
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
/** An argument has the right type but a wrong value. */
export class PyValueError extends PyException {}
/**
 * Base class of {@link PyIndexError} and {@link PyKeyError}; raised itself for unknown codecs and error
 * handlers.
 */
export class PyLookupError extends PyException {}
/** A sequence index is out of range. */
export class PyIndexError extends PyLookupError {}
/** A mapping has no such key; the message is the key's repr. */
export class PyKeyError extends PyLookupError {}
/** An exporter cannot fill in the requested buffer, or its exports forbid a resize. */
export class PyBufferError extends PyException {}
/** Base class of {@link PyOverflowError} and {@link PyZeroDivisionError}. */
export class PyArithmeticError extends PyException {}
/** A number does not fit the C type that has to hold it. */
export class PyOverflowError extends PyArithmeticError {}
/** Division by zero. */
export class PyZeroDivisionError extends PyArithmeticError {}
/** A call asks for more memory than can exist. */
export class PyMemoryError extends PyException {}
/** An error that fits no other class. */
export class PyRuntimeError extends PyException {}
/** Python itself does not implement the operation, for example slicing a view in several dimensions. */
export class PyNotImplementedError extends PyRuntimeError {}
/** A wrong call of the C API, for example `__buffer__(BufferFlags.READ)`. */
export class PySystemError extends PyException {}
/** An attribute does not exist or cannot be set. */
export class PyAttributeError extends PyException {}
/** A file ended before enough bytes were read. */
export class PyEOFError extends PyException {}
/** An operating-system or I/O failure. */
export class PyOSError extends PyException {}
/** An iterator has no further item. It is raised only where Python code would see it, as from `next()`. */
export class PyStopIteration extends PyException {}
/** A literal could not be parsed. */
export class PySyntaxError extends PyException {}
/** An internal check failed. */
export class PyAssertionError extends PyException {}

nameException(PyException, 'Exception');
nameException(PyTypeError, 'TypeError');
nameException(PyValueError, 'ValueError');
nameException(PyLookupError, 'LookupError');
nameException(PyIndexError, 'IndexError');
nameException(PyKeyError, 'KeyError');
nameException(PyBufferError, 'BufferError');
nameException(PyArithmeticError, 'ArithmeticError');
nameException(PyOverflowError, 'OverflowError');
nameException(PyZeroDivisionError, 'ZeroDivisionError');
nameException(PyMemoryError, 'MemoryError');
nameException(PyRuntimeError, 'RuntimeError');
nameException(PyNotImplementedError, 'NotImplementedError');
nameException(PySystemError, 'SystemError');
nameException(PyAttributeError, 'AttributeError');
nameException(PyEOFError, 'EOFError');
nameException(PyOSError, 'OSError');
nameException(PyStopIteration, 'StopIteration');
nameException(PySyntaxError, 'SyntaxError');
nameException(PyAssertionError, 'AssertionError');

/** How CPython writes a character that it cannot show: `\xe9`, `\u20ac`, `\U0001f600`. */
export function backslashed(codePoint: number): string {
  const hex = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  if (codePoint <= 0xffff) return `\\u${hex.padStart(4, '0')}`;
  return `\\U${hex.padStart(8, '0')}`;
}
