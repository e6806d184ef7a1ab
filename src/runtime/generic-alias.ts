/** Types with arguments, such as `memoryview[int]`: what subscripts of types return. */
import { PyTypeError } from '../exceptions/index.js';
import { className, reprValue } from '../formats/repr-value.js';
import { Ellipsis, TYPE_NAME, brandOf, isTuple, tuple, typeName } from '../python/index.js';
import { classOf } from './records.js';

interface Class {
  readonly name: string;
  readonly prototype: unknown;
}

/** `memoryview[int]`: a type with its argument. CPython: Objects/genericaliasobject.c `Py_GenericAlias` */
export class GenericAlias {
  readonly __args__: readonly unknown[];
  constructor(
    readonly __origin__: unknown,
    argument: unknown,
  ) {
    this.__args__ = isTuple(argument) ? argument : tuple(argument);
  }
  __repr__(): string {
    return `${nameOf(this.__origin__)}[${this.__args__.map(argumentText).join(', ') || '()'}]`;
  }
}

function nameOf(value: unknown): string {
  if (value === Ellipsis) return '...';
  if (typeof value !== 'function') return reprValue(value);
  // Arrow functions have no prototype, from which the name of a class comes.
  return typeName(value) === 'type' ? className(value) : value.name;
}

/** CPython names the types in a list, but not those in a list within it. */
function argumentText(value: unknown): string {
  if (!Array.isArray(value) || Object.isFrozen(value)) return nameOf(value);
  return `[${value.map(nameOf).join(', ')}]`;
}

/** The types that take arguments. */
const GENERIC: ReadonlySet<string> = new Set(['memoryview', 'array', 'list', 'tuple', 'enumerate']);

/**
 * `type[argument]`.
 *
 * @throws PyTypeError `type 'bytes' is not subscriptable`
 *
 * CPython: Objects/abstract.c `PyObject_GetItem`
 */
export function typeItem(type: unknown, argument: unknown): GenericAlias {
  const cls = classOf(type) as Class;
  const builtin = Object.hasOwn(cls, TYPE_NAME) ? cls.name : '';
  if (GENERIC.has(brandOf(cls.prototype) ?? builtin)) return new GenericAlias(cls, argument);
  throw new PyTypeError(`type '${className(type as Class)}' is not subscriptable`);
}
