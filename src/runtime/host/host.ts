/**
 * The interface that a Python runtime implements: `createRuntime` takes a `Host` and does the rest. This file
 * has types only. `T` is the runtime's object, whatever its kind, where it crosses as a plain value; those
 * that cross as lists, tuples, stand-ins or callables are objects of JavaScript, which the library remembers
 * weakly. `Type` is the runtime's class.
 */
import type { BufferExporter, BufferView, LifetimeRule } from '../../protocol/index.js';
import type { ABI } from '../../python/index.js';

/**
 * The types that a runtime gets, by Python's names; the last ones are made by the others, never by a program.
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

/** The name of a class of the host, as Python's errors print it. */
export interface HostTypeName {
  /** `C.__name__`. */
  readonly name: string;
  /** `package.module.Outer.C`; the same as `name` for built-in classes and those of `__main__`. */
  readonly full: string;
}

/** An exception of the host, as much of it as the library has to know. */
export interface HostError {
  /**
   * Names of the exception's class and its bases, the class first: `['MyError', 'ValueError', 'Exception']`.
   */
  readonly names: readonly string[];
  /** `str(exception)`. */
  readonly message: string;
  /**
   * An attribute of the exception, asked for the fields of `UnicodeError`s: `encoding`, `object`, `start`,
   * `end`, `reason`.
   */
  readonly field?: (name: string) => unknown;
}

/** An exception of ours, from which the host makes its own. */
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
  /** `exception.__notes__`, empty where it has none. */
  readonly notes: readonly string[];
  /** The error itself, with its JavaScript stack and cause. */
  readonly error: Error;
}

/**
 * Objects of the host that hand out memory by themselves, without a `__buffer__` of Python's: arrays over a
 * typed array, say.
 */
export interface HostExporter<T> {
  /**
   * The buffer of an object, in place. Throws the host's exceptions.
   *
   * @param flags what the consumer asks for: `PyBUF` of `pybuffer/protocol`
   * @param exporter what the view has to name as its exporter; {@link HostExporter.releaseBuffer} is called
   *   once for each view
   */
  getBuffer(object: T, flags: number, exporter: BufferExporter): BufferView;
  /** The view has ended. */
  releaseBuffer(object: T, view: BufferView): void;
}

/** Keyword arguments of a call, by their names in the order in which they were written; null for none. */
export type HostKeywords<T> = Readonly<Record<string, T>> | null;

/**
 * A Python runtime written in JavaScript. `createRuntime` calls these functions; each of them works on the
 * runtime's own objects and none needs to know the library.
 */
export interface Host<T, Type extends object> {
  // Values of the host as ours.

  /**
   * The host's object as a value of ours: a number (integral for an int), bigint, boolean or string, null for
   * None, `PyFloat`, `PyComplex`, `Slice`, `Ellipsis`, `NotImplemented`; a frozen array for a tuple,
   * `Runtime.list` for a list; what {@link Host.wrap} put into a handle; `Runtime.classOf` for a class.
   * `Runtime.standIn` for everything else.
   */
  fromHost(object: T): unknown;

  // Values of ours as the host's.

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
  /** A str; lone surrogates are UTF-16's. */
  str(value: string): T;
  /** A tuple of these items; the host owns the array. */
  tuple(items: T[]): T;
  /** A new list of these items; the host owns the array. */
  list(items: T[]): T;
  /** A new dict. */
  dict(entries: readonly (readonly [T, T])[]): T;
  /** A slice of these three. */
  slice(start: T, stop: T, step: T): T;
  /** A JavaScript object that is no value of Python's, such as the typed array under a memoryview. */
  foreign(value: object): T;
  /** A function of ours as a callable. */
  function(name: string, call: (args: readonly T[], kwargs: HostKeywords<T>) => T): T;
  /**
   * A new object that holds a value of ours, called a handle. It stays with the value: the same value always
   * crosses as the same handle.
   *
   * Objects of derived classes have a dict, as the host's own have, and so do streams: `stream.name = 'x'` is
   * allowed.
   *
   * @param type what the value is
   * @param value the value; {@link Host.fromHost} of the handle returns it
   * @param derived the host's class derived from that type; null for the type itself
   */
  wrap(type: TypeName, value: object, derived: Type | null): T;
  /** The host's class of a type of ours. */
  typeObject(type: TypeName): T;

  // The abilities of the host's objects.

  /** The class of an object. */
  typeOf(object: T): Type;
  /** The name of a class. */
  nameOf(type: Type): HostTypeName;
  /**
   * The special method that a class defines or inherits from the host's classes, found as Python finds it: on
   * the class, never on the object. `undefined` if there is none, null where the class sets it to None.
   *
   * @param name Python's name: `'__index__'`
   * @param base the type of ours that the class derives from, whose own methods and those of `object` do not
   *   count; null for classes of the host, where those of `object` do not count except for `__repr__` and
   *   `__str__`
   */
  special(type: Type, name: string, base: TypeName | null): unknown;
  /** How objects of a class hand out memory by themselves; null for classes whose objects do not. */
  exporter?(type: Type): HostExporter<T> | null;
  /**
   * The dict of an object of a derived class or of a stream, for pickling; null where it is empty, or where
   * objects have none.
   */
  attributes?(object: T): T | null;
  /**
   * The runtime's own object of that name, for the functions that pickles name: `copyreg.__newobj__`,
   * `builtins.iter`. Where there is none, or no such function at all, programs see a function of ours, which
   * `pickle` cannot find again.
   */
  lookUp?(module: string, name: string): T | undefined;
  /** Calls what {@link Host.special} returned. Throws the host's exceptions. */
  callSpecial(method: unknown, self: T, args: T[]): T;
  /**
   * The next item of an iterator of the host, `undefined` at its end: `__next__` without its StopIteration,
   * for an object whose class has that method. Without this function the library calls the method and catches
   * the exception. Throws the host's exceptions.
   */
  next?(iterator: T): T | undefined;
  /** Calls any callable of the host. Throws the host's exceptions. */
  call(callable: T, args: T[], kwargs: HostKeywords<T>): T;

  // Exceptions.

  /** What a thrown value is to Python; null where it is no exception of the host's language. */
  describeError(error: unknown): HostError | null;
  /**
   * Whether exceptions that the runtime's calls raise record where in JavaScript that was. To record it takes
   * ten times as long as the rest of an exception, and `makeError` makes the host's own anyway, so the
   * default is false.
   */
  readonly stacks?: boolean;
  /**
   * Sets a field of an exception that {@link Host.makeError} made: a codec calls its error handler with the
   * same exception for each fault. Without this function it gets a new one each time.
   */
  setErrorField?(error: unknown, name: string, value: T): void;
  /** The host's exception for one of ours, to be thrown. */
  makeError(raised: RaisedError<T>): unknown;
  /** Adds a note to an exception of the host that has passed through the library and goes back. */
  addNote?(error: unknown, note: string): void;

  // Settings that differ between runtimes.

  /** The sizes of C's types, `LP64` when absent. */
  readonly abi?: ABI | undefined;

  /**
   * What a resize does while views are out: `'strict'` counts exports as CPython does, `'detach'` releases
   * the views. A function decides for each blocked resize, and can ask the runtime's frames whether a view is
   * still reachable. `'strict'` when absent.
   */
  readonly lifetimes?: LifetimeRule | undefined;
}
