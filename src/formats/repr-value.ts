/**
 * The repr of any value, ours or the host's. It may run a user's `__repr__`. Error messages, `%a` and the
 * runtime call it.
 */
import { repr } from '../algorithms/index.js';
import { PyException, PyTypeError } from '../exceptions/index.js';
import { LENGTH, MEMORY, START } from '../memory/index.js';
import { isContent } from '../protocol/index.js';
import {
  CLASS_REPR,
  Ellipsis,
  NotImplemented,
  FULL_TYPE_NAME,
  TYPE_NAME,
  isMap,
  isSet,
  isTuple,
  specialMethod,
  typeName,
  fullTypeName,
  isSlice,
  isFloat,
  isPyComplex,
} from '../python/index.js';
import { addressText } from './address.js';
import { complexRepr, decimal, floatRepr } from './repr-number.js';
import { escapeToAscii, textRepr } from './repr-text.js';

/**
 * `repr(value)`: how Python writes the value that a JavaScript value represents.
 *
 * An integral number is an int, a `PyFloat` always a float. A frozen array is a tuple, every other array a
 * list; a `Map` or plain object is a dict; `null` and `undefined` are None. An object may have `__repr__()`;
 * an object without a Python counterpart is written `<Name object>` (Not Python).
 *
 * @throws PyTypeError `Name.__repr__() must return a str, not int`
 *
 * ```ts
 * repr([1, 'a', null, new PyFloat(2)]) // "[1, 'a', None, 2.0]"
 * ```
 *
 * CPython: Objects/object.c `PyObject_Repr`
 */
export function reprValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return textRepr(value);
    case 'number':
      return Number.isInteger(value) ? decimal(value) : floatRepr(value);
    case 'bigint':
      return decimal(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return 'None';
    case 'symbol':
      if (value === Ellipsis) return 'Ellipsis';
      return value === NotImplemented ? 'NotImplemented' : `<${String(value)}>`;
    case 'function':
      return functionRepr(value);
    default:
      return value === null ? 'None' : objectRepr(value as object);
  }
}

/**
 * `ascii(value)`: the repr with everything outside ASCII escaped.
 *
 * CPython: Objects/object.c `PyObject_ASCII`
 */
export function asciiValue(value: unknown): string {
  return escapeToAscii(reprValue(value));
}

/**
 * The containers whose repr is being built, outermost first. A container that holds itself is written
 * `[...]`.
 */
const underway: object[] = [];

/** The repr of a container that may hold itself; inside itself it is written as `recursive`. */
export function nested(value: object, recursive: string, write: () => string): string {
  if (underway.includes(value)) return recursive;
  underway.push(value);
  try {
    return write();
  } finally {
    underway.pop();
  }
}

function objectRepr(value: object): string {
  const own = value as { repr?: unknown; [TYPE_NAME]?: unknown };
  const method = specialMethod(value, '__repr__');
  if (method !== null) {
    const text: unknown = method.call(value);
    if (typeof text === 'string') return text;
    throw new PyTypeError(`${fullTypeName(value)}.__repr__() must return a str, not ${fullTypeName(text)}`);
  }
  if (Array.isArray(value)) return sequenceRepr(value);
  if (isFloat(value)) return floatRepr(value.value);
  if (isPyComplex(value)) return complexRepr(value.re, value.im);
  if (isSlice(value)) {
    return `slice(${reprValue(value.start)}, ${reprValue(value.stop)}, ${reprValue(value.step)})`;
  }
  if (value instanceof PyException) {
    return `${value.name}(${value.message === '' ? '' : textRepr(value.message)})`;
  }
  if (isContent(value) && typeof own.repr !== 'function') {
    return repr(value[MEMORY], value[START], value[START] + value[LENGTH]);
  }
  // Our own types carry their names, and those with a repr method write it.
  if (own[TYPE_NAME] !== undefined) {
    if (typeof own.repr === 'function') return String(own.repr());
    return value.toString === Object.prototype.toString ? objectText(value) : String(value);
  }
  if (isMap(value)) return dictRepr(value, value);
  if (isSet(value)) return setRepr(value);
  const type = typeName(value);
  return type === 'dict' ? dictRepr(value, Object.entries(value)) : `<${type} object>`;
}

/**
 * CPython: Objects/typeobject.c `type_repr`, Objects/methodobject.c `meth_repr`, Objects/funcobject.c
 * `func_repr`
 */
function functionRepr(value: { readonly name: string; readonly prototype: unknown }): string {
  switch (typeName(value)) {
    case 'type': {
      const own = (value as { readonly [CLASS_REPR]?: () => string })[CLASS_REPR];
      return own === undefined ? `<class '${className(value)}'>` : own();
    }
    case 'builtin_function_or_method':
      return `<built-in function ${value.name}>`;
    default:
      return `<function ${value.name} at ${addressText(value)}>`;
  }
}

/** Python's full name of a class. For our types and exceptions it differs from JavaScript's. */
export function className(cls: { readonly name: string; readonly prototype: unknown }): string {
  const { prototype } = cls;
  if (Object.getOwnPropertyDescriptor(cls, TYPE_NAME)?.value === 'type') return cls.name;
  if (prototype instanceof PyException) return prototype.name;
  // Accessors on an instance provide its name, even before its first use.
  const { [FULL_TYPE_NAME]: full, [TYPE_NAME]: short } = Object.create(prototype as object) as Record<
    symbol,
    unknown
  >;
  const own = full ?? short;
  return typeof own === 'string' ? own : cls.name;
}

/** The repr of one of our objects without its own. CPython: Objects/object.c `object_repr` */
export function objectText(value: object): string {
  return `<${fullTypeName(value)} object at ${addressText(value)}>`;
}

/** CPython: Objects/listobject.c `list_repr`, Objects/tupleobject.c `tuple_repr`. */
function sequenceRepr(items: readonly unknown[]): string {
  const isATuple = isTuple(items);
  return nested(items, isATuple ? '(...)' : '[...]', () => {
    const parts: string[] = new Array<string>(items.length);
    for (let i = 0; i < items.length; i++) parts[i] = reprValue(items[i]);
    const text = parts.join(', ');
    if (!isATuple) return `[${text}]`;
    return items.length === 1 ? `(${text},)` : `(${text})`;
  });
}

/** CPython: Objects/dictobject.c `dict_repr`. */
function dictRepr(value: object, entries: Iterable<readonly [unknown, unknown]>): string {
  return nested(value, '{...}', () => {
    const parts: string[] = [];
    for (const [key, item] of entries) parts.push(`${reprValue(key)}: ${reprValue(item)}`);
    return `{${parts.join(', ')}}`;
  });
}

/** CPython: Objects/setobject.c `set_repr`. */
function setRepr(items: ReadonlySet<unknown>): string {
  if (items.size === 0) return 'set()';
  return nested(items, 'set(...)', () => `{${Array.from(items, reprValue).join(', ')}}`);
}
