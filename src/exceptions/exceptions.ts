/**
 * Python's exceptions, in Python's own tree.
 *
 * `name` is Python's class name (`"TypeError"`), `message` is `str(exc)`. None of them extends
 * JavaScript's `TypeError` or `RangeError`, so a bug of this library can never pass for a Python error.
 */

/** The root of all Python exceptions raised here. CPython: Objects/exceptions.c `Exception`. */
export class PyException extends Error {
  constructor(message = '') {
    super(message);
  }
}

/** Gives a class the name Python prints, on the prototype: instances stay bare. */
function named(cls: { prototype: Error }, name: string): void {
  Object.defineProperty(cls.prototype, 'name', {
    value: name,
    writable: true,
    enumerable: false,
    configurable: true,
  });
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
/** A buffer cannot be given as requested, or is locked by its exports. */
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
/** Something Python itself has not implemented (multi-dimensional slicing, for one). */
export class PyNotImplementedError extends PyRuntimeError {}
/** The C API was called wrongly (`__buffer__(BufferFlags.READ)`, for one). */
export class PySystemError extends PyException {}
/** An attribute does not exist or cannot be set. */
export class PyAttributeError extends PyException {}
/** A file ended before enough was read. */
export class PyEOFError extends PyException {}
/** An operating-system or I/O failure. */
export class PyOSError extends PyException {}
/** An iterator has no further item (only where Python code would see it: `next()`). */
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
  named(cls, name);
}

export { named as nameException };
