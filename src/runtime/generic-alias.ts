/** Types with arguments, such as `memoryview[int]`: what subscripts of types return. */
import { PyTypeError } from '../exceptions/index.js';
import { Ellipsis, TYPE_NAME, isTuple, tuple } from '../python/index.js';
import { reprOf } from './display.js';
import { classOf, classTypeName, recordOfClass } from './records.js';

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
  return typeof value === 'function' ? classTypeName(value) : reprOf(value);
}

/** CPython names the types in a list, but not those in a list within it. */
function argumentText(value: unknown): string {
  if (!Array.isArray(value) || Object.isFrozen(value)) return nameOf(value);
  return `[${value.map(nameOf).join(', ')}]`;
}

/** The types of ours that take arguments. */
const GENERIC: ReadonlySet<string> = new Set(['memoryview', 'array', 'list', 'tuple', 'enumerate']);

/**
 * `type[argument]`.
 *
 * @throws PyTypeError `type 'bytes' is not subscriptable`
 *
 * CPython: Objects/abstract.c `PyObject_GetItem`
 */
export function typeItem(type: unknown, argument: unknown): GenericAlias {
  const builtin = Object.hasOwn(type as object, TYPE_NAME) ? (type as { readonly name: string }).name : '';
  if (GENERIC.has(recordOfClass(classOf(type)) ?? builtin)) return new GenericAlias(classOf(type), argument);
  throw new PyTypeError(`type '${classTypeName(type)}' is not subscriptable`);
}
