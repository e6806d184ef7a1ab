/**
 * The interface that a Python runtime implements: `createRuntime` takes a `Host` and does the rest. This file
 * contains only types. `T` is an object of the runtime and `Type` a class. A `T` that crosses as a plain
 * value can be anything; one that crosses as a list, tuple, stand-in or callable must be a JavaScript object,
 * because the library remembers it weakly.
 */
import type { BufferExporter, BufferView, LifetimeRule } from '../../protocol/index.js';
import type { ABI } from '../../python/index.js';

/**
 * The types that a runtime gets, by Python's names. Programs never make objects of the last ones; the other
 * types do.
 */
export type TypeName =
  | 'bytes'
  | 'bytearray'
  | 'memoryview'
  | 'array'
  | 'Struct'
  | 'BytesIO'
  | 'bytes_iterator'
  | 'bytearray_iterator'
  | 'memory_iterator'
  | 'arrayiterator'
  | 'unpack_iterator'
  | 'iterator'
  | 'GenericAlias';

/** The name of a host class as Python's errors print it. */
export interface HostTypeName {
  /** `C.__name__`. */
  readonly name: string;
  /** `package.module.Outer.C`; the same as `name` for built-in classes and those of `__main__`. */
  readonly full: string;
}

/** What the library needs to know of a host exception. */
export interface HostError {
  /**
   * Names of the exception's class and its bases, the class first: `['MyError', 'ValueError', 'Exception']`.
   */
  readonly names: readonly string[];
  /** `str(exception)`. */
  readonly message: string;
  /**
   * Reads an attribute of the exception. Called for the fields of `UnicodeError`s: `encoding`, `object`,
   * `start`, `end`, `reason`.
   */
  readonly field?: (name: string) => unknown;
}

/** One of our exceptions, from which the host makes its own. */
export interface RaisedError<T> {
  /** The name of Python's class: `'TypeError'`, `'error'`. */
  readonly name: string;
  /** The module of the class: `'builtins'`, `'struct'`, `'binascii'`, `'io'`. */
  readonly module: string;
  /** `str(exception)`. */
  readonly message: string;
  /**
   * The attributes that Python sets: `encoding`, `object`, `start`, `end` and `reason` of a
   * `UnicodeDecodeError`.
   */
  readonly fields: Readonly<Record<string, T>>;
  /** `exception.__notes__`; empty if there are none. */
  readonly notes: readonly string[];
  /** The error itself, with its JavaScript stack and cause. */
  readonly error: Error;
}

/** Host objects that export memory without Python's `__buffer__`, such as arrays over a typed array. */
export interface HostExporter<T> {
  /**
   * The buffer of an object, in place. Throws the host's exceptions.
   *
   * @param flags the consumer's request, from `PyBUF` of `pybuffer/protocol`
   * @param exporter the exporter that the view must name; {@link HostExporter.releaseBuffer} is called once
   *   for each view
   */
  getBuffer(object: T, flags: number, exporter: BufferExporter): BufferView;
  /** Called when the view has ended. */
  releaseBuffer(object: T, view: BufferView): void;
}

/** Keyword arguments of a call by name, in the order in which they were written; null if there are none. */
export type HostKeywords<T> = Readonly<Record<string, T>> | null;

/**
 * A Python runtime written in JavaScript. `createRuntime` calls these functions. They work on the runtime's
 * own objects and need not know the library.
 */
export interface Host<T, Type extends object> {
  // From the host's values to ours.

  /**
   * Converts a host object to our value: a number (integral for an int), bigint, boolean or string, null for
   * None, `PyFloat`, `PyComplex`, `Slice`, `Ellipsis`, `NotImplemented`; a frozen array for a tuple,
   * `Runtime.list` for a list, `Runtime.classOf` for a class; the value that {@link Host.wrap} put into a
   * handle; and `Runtime.standIn` for everything else.
   */
  fromHost(object: T): unknown;

  // From our values to the host's.

  /** `None`. */
  readonly none: T;
  /** `NotImplemented`. */
  readonly notImplemented: T;
  /** `Ellipsis`. */
  readonly ellipsis: T;
  /** `True` or `False`. */
  bool(value: boolean): T;
  /** An int of any size: a number up to 2**53, a bigint beyond. */
  int(value: number | bigint): T;
  /** A float. */
  float(value: number): T;
  /** A complex number. */
  complex(re: number, im: number): T;
  /** A str; a lone surrogate is a lone UTF-16 unit. */
  str(value: string): T;
  /** A tuple of these items; the host owns the array. */
  tuple(items: T[]): T;
  /** A new list of these items; the host owns the array. */
  list(items: T[]): T;
  /** A new dict. */
  dict(entries: readonly (readonly [T, T])[]): T;
  /** A slice with these parts. */
  slice(start: T, stop: T, step: T): T;
  /** A JavaScript object that is not a Python value, such as the typed array under a memoryview. */
  foreign(value: object): T;
  /** One of our functions as a callable. */
  function(name: string, call: (args: readonly T[], kwargs: HostKeywords<T>) => T): T;
  /**
   * Makes a handle: a new object that holds one of our values. The same value always crosses as the same
   * handle.
   *
   * Handles of derived classes have a dict, like the host's own objects. So do streams: `stream.name = 'x'`
   * is allowed.
   *
   * @param type the type of the value
   * @param value the value; {@link Host.fromHost} of the handle returns it
   * @param derived the host's class derived from that type; null for the type itself
   */
  wrap(type: TypeName, value: object, derived: Type | null): T;
  /** The host's class for one of our types. */
  typeObject(type: TypeName): T;

  // What the host's objects can do.

  /** The class of an object. */
  typeOf(object: T): Type;
  /** The name of a class. */
  nameOf(type: Type): HostTypeName;
  /**
   * The special method that a class defines or inherits from the host's classes. Like Python, look on the
   * class, never on the object. `undefined` if there is none, null if the class sets it to None.
   *
   * @param name Python's name: `'__index__'`
   * @param base the type of ours that the class derives from: the methods of that type and of `object` do not
   *   count. Null for the host's own classes: the methods of `object` do not count, except for `__repr__`,
   *   and `__str__` may count
   */
  special(type: Type, name: string, base: TypeName | null): unknown;
  /** How objects of a class export memory without `__buffer__`; null if they do not. */
  exporter?(type: Type): HostExporter<T> | null;
  /**
   * The dict of an object of a derived class or of a stream, for pickling; null if it is empty or there is
   * none.
   */
  attributes?(object: T): T | null;
  /**
   * The runtime's own object of that name, for the functions that pickles name: `copyreg.__newobj__`,
   * `builtins.iter`. If there is none, or the host has no `lookUp`, programs see one of our functions, which
   * `pickle` cannot find again.
   */
  lookUp?(module: string, name: string): T | undefined;
  /** Calls a method that {@link Host.special} returned. Throws the host's exceptions. */
  callSpecial(method: unknown, self: T, args: T[]): T;
  /**
   * The next item of a host iterator, `undefined` at its end. It does what `__next__` does, without
   * StopIteration, for objects whose class has that method. If the host has no such function, the library
   * calls the method and catches the exception. Throws the host's exceptions.
   */
  next?(iterator: T): T | undefined;
  /** Calls any callable of the host. Throws the host's exceptions. */
  call(callable: T, args: T[], kwargs: HostKeywords<T>): T;

  // Exceptions.

  /** Describes a thrown value; null if it is not an exception of the host's language. */
  describeError(error: unknown): HostError | null;
  /**
   * Whether exceptions that the runtime's calls raise record a JavaScript stack. Recording takes ten times as
   * long as the rest of an exception, and `makeError` makes the host's own exception anyway, so the default
   * is false.
   */
  readonly stacks?: boolean;
  /**
   * Sets a field of an exception that {@link Host.makeError} made. A codec calls its error handler with the
   * same exception for each fault; without this function the handler gets a new one each time.
   */
  setErrorField?(error: unknown, name: string, value: T): void;
  /** Makes the host's exception for one of ours. The runtime throws it. */
  makeError(raised: RaisedError<T>): unknown;
  /** Adds a note to a host exception that has passed through the library and returns to the host. */
  addNote?(error: unknown, note: string): void;

  // Settings that differ between runtimes.

  /** The sizes of C's types, `LP64` when absent. */
  readonly abi?: ABI | undefined;

  /**
   * What a resize does while views exist: `'strict'` counts exports as CPython does, `'detach'` releases the
   * views. A function decides for each blocked resize, and can search the runtime's frames for views that are
   * still reachable. `'strict'` when absent.
   */
  readonly lifetimes?: LifetimeRule | undefined;
}
