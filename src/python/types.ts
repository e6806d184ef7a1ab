/**
 * Which of Python's types a JavaScript value belongs to, and its name in errors. Runs no user code except
 * accessors.
 */
import { PyException } from '../exceptions/index.js';

/** The property under which a class has Python's name of its type. */
export const TYPE_NAME: unique symbol = Symbol.for('pybuffer.typeName') as never;

/**
 * The property under which a class has Python's name of its type with module and outer classes, if it has
 * them.
 */
export const FULL_TYPE_NAME: unique symbol = Symbol.for('pybuffer.fullTypeName') as never;

/** The property under which a class of a host's program has a function that returns the repr of the class. */
export const CLASS_REPR: unique symbol = Symbol.for('pybuffer.classRepr') as never;

/** Python's `Ellipsis` (`...`), as an index. */
export const Ellipsis: unique symbol = Symbol.for('pybuffer.Ellipsis') as never;
/** What a Python binary operator returns when it does not know its operand. */
export const NotImplemented: unique symbol = Symbol.for('pybuffer.NotImplemented') as never;

/**
 * Whether an array is a tuple: frozen arrays are, all others are lists where Python distinguishes the two.
 *
 * CPython: `PyTuple_Check`
 */
export function isTuple(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && Object.isFrozen(value);
}

/**
 * Returns whether a value is what `{}` creates, in this realm or another, or an object without a prototype: a
 * dict where Python accepts one, and a set of keywords as the last argument of a call.
 */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

/**
 * Makes a Python tuple: a frozen array.
 *
 * CPython: `PyTuple_Pack`
 */
export function tuple<const T extends readonly unknown[]>(...items: T): Readonly<T> {
  return Object.freeze(items);
}

/**
 * Returns whether a value is a revoked Proxy, for which every operation throws a TypeError of the platform.
 *
 * Not Python.
 */
export function isRevoked(value: unknown): boolean {
  try {
    Array.isArray(value);
    return false;
  } catch {
    return true;
  }
}

/**
 * Returns whether a value only looks like a typed array of some realm, like a Proxy of one or an object with
 * one as its prototype: the platform throws for its length and its items.
 *
 * Not Python.
 */
export function isDisguised(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && 'BYTES_PER_ELEMENT' in value
  );
}

/** `Array.isArray(value)`, which throws for a revoked Proxy. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * The result of a test that threw an error while it looked at a value: false for a revoked Proxy. Any other
 * error is the user's own and is thrown again.
 */
export function falseIfRevoked(value: unknown, error: unknown): false {
  if (isRevoked(value)) return false;
  throw error;
}

/**
 * Returns whether a value is an object of a built-in collection, of this realm or another. Objects of this realm's
 * other classes need no look-up of their tags, which may take long, and a tag spares most others the exception
 * with which the accessor refuses them.
 */
function isCollection(value: unknown, type: MapConstructor | SetConstructor, tag: string): boolean {
  if (value instanceof type) return true;
  if (typeof value !== 'object' || value === null || value instanceof Object) return false;
  if ((value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] !== tag) return false;
  try {
    Reflect.get(type.prototype, 'size', value);
    return true;
  } catch {
    return false;
  }
}

/** Returns whether a value is a JavaScript `Map`, of this realm or another: Python's dict. */
export function isMap(value: unknown): value is Map<unknown, unknown> {
  return isCollection(value, Map, 'Map');
}

/** Returns whether a value is a JavaScript `Set`, of this realm or another: Python's set. */
export function isSet(value: unknown): value is Set<unknown> {
  return isCollection(value, Set, 'Set');
}

/** Numbers and texts whose classes a program derived from `int` and `str`, with the names of these classes. */
type NamedValues = Map<unknown, () => string>;

const NOTHING: NamedValues = new Map();

/** Those that the running call of a runtime got; null outside such calls. */
let named: NamedValues | null = null;

/**
 * Begins a call, which has got none yet, or continues another one with its own, or the runtime's own code, where null
 * takes none. Returns those before.
 */
export function useNamed(next: NamedValues | null = NOTHING): NamedValues | null {
  const before = named;
  named = next;
  return before;
}

/** Makes errors of the running call name the class of a value. */
export function nameValue(value: unknown, name: () => string): void {
  if (named === NOTHING) named = new Map();
  named?.set(value, name);
}

/** `type(value).__name__` as Python's error messages print it. CPython: `Py_TYPE(o)->tp_name`. */
export function typeName(value: unknown): string {
  return named?.get(value)?.() ?? ownTypeName(value);
}

function ownTypeName(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'string':
      return 'str';
    case 'undefined':
      return 'NoneType';
    case 'function':
      return functionTypeName(value);
    case 'symbol':
      if (value === Ellipsis) return 'ellipsis';
      if (value === NotImplemented) return 'NotImplementedType';
      return 'symbol';
    default:
      return objectTypeName(value as object | null);
  }
}

/** The name of an argument's type as Argument Clinic prints it. CPython: Python/getargs.c `_PyArg_BadArgument` */
export function givenName(value: unknown): string {
  return value === null ? 'None' : typeName(value);
}

function functionTypeName(value: object): string {
  // A class is recognized by its fixed prototype, even if a compiler turned it into a function.
  if (Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false) return 'type';
  // Some of our functions represent functions that Python writes in C, or a type.
  const own = (value as { [TYPE_NAME]?: unknown })[TYPE_NAME];
  return typeof own === 'string' ? own : 'function';
}

/**
 * Gives a function its name and kind in Python: `builtin_function_or_method`, or `type` for a function that
 * represents a type.
 */
export function asPython(
  made: object,
  name: string,
  kind: 'builtin_function_or_method' | 'type' = 'builtin_function_or_method',
): void {
  Object.defineProperty(made, 'name', { value: name, configurable: true });
  Object.defineProperty(made, TYPE_NAME, { value: kind });
}

/** The name of a value's type as newer messages print it: `package.module.Outer.Name`. CPython: `%T` */
export function fullTypeName(value: unknown): string {
  if (isRevoked(value)) return typeName(value);
  const full = (value as { [FULL_TYPE_NAME]?: unknown } | null | undefined)?.[FULL_TYPE_NAME];
  return typeof full === 'string' ? full : typeName(value);
}

/** Python's names of JavaScript's own iterators, by their tags. */
const ITERATOR_NAMES: ReadonlyMap<string, string> = new Map([
  ['Generator', 'generator'],
  ['Array Iterator', 'list_iterator'],
  ['String Iterator', 'str_iterator'],
  ['Map Iterator', 'dict_keyiterator'],
  ['Set Iterator', 'set_iterator'],
]);

function objectTypeName(value: object | null): string {
  if (value === null) return 'NoneType';
  if (isRevoked(value)) return 'Proxy';
  const own = (value as { [TYPE_NAME]?: unknown })[TYPE_NAME];
  if (typeof own === 'string') return own;
  if (value instanceof PyException) return value.name;
  if (Array.isArray(value)) return Object.isFrozen(value) ? 'tuple' : 'list';
  if (isMap(value)) return 'dict';
  if (isSet(value)) return 'set';
  if (isPlainObject(value)) return 'dict';
  const tag = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  const iterator = typeof tag === 'string' ? ITERATOR_NAMES.get(tag) : undefined;
  if (iterator !== undefined) return iterator;
  const constructor = (value as { constructor?: unknown }).constructor;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'object';
}
