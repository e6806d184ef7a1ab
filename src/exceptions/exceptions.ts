/**
 * Python's exceptions, in Python's own tree. This file imports nothing; every other room may throw these.
 *
 * `name` is Python's class name (`"TypeError"`), `message` is `str(exc)`. No class extends JavaScript's `TypeError` or
 * `RangeError`, so that nobody can mistake a bug of this library for a Python error.
 */

/** Python's names of the classes in this tree, by prototype: minifiers rename the classes, not these. */
const names = new WeakMap<object, string>();

/** Sets the name that Python prints for a class. */
export function nameException(cls: { prototype: Error }, name: string): void {
  names.set(cls.prototype, name);
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
  constructor(message = '') {
    super(message);
  }
}

// An accessor on the prototype: instances carry no name of their own unless somebody assigns one.
Object.defineProperty(PyException.prototype, 'name', {
  get(this: object): string {
    return classNameOf(this);
  },
  set(this: object, value: unknown) {
    Object.defineProperty(this, 'name', { value, writable: true, enumerable: false, configurable: true });
  },
});

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
