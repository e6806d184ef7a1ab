/**
 * The built-in types, such as bytes, int and list, and `isinstance`. Transpiled code calls them through
 * `pybuffer/builtins`.
 */
import { ByteArray, Bytes, bytesOfRange } from '../../bytes/index.js';
import { decode } from '../../codecs/index.js';
import { PyTypeError, PyValueError } from '../../exceptions/index.js';
import {
  OUTER_SPACE,
  integerOfNumeral,
  numeralOf,
  shortInteger,
  tryLease,
} from '../../formats/int-literal.js';
import { copyContent } from '../../memory/index.js';
import type { Content } from '../../memory/index.js';
import { MemoryView } from '../../memoryview/index.js';
import { endLease, isContent } from '../../protocol/index.js';
import {
  PyFloat,
  asDouble,
  asInt,
  asPython,
  asSsize,
  brandOf,
  fullTypeName,
  givenName,
  isIntLike,
  isTuple,
  lengthHint,
  specialMethod,
  takes,
  typeName,
  warnOfBool,
} from '../../python/index.js';
import { isTakenAsItIs } from '../arguments.js';
import { call } from '../call.js';
import { construct } from '../construct.js';
import type { Constructor } from '../construct.js';
import { reprOf, strOf } from '../display.js';
import { floatValue, makeFloat } from '../floats.js';
import { intOfDouble, intValue, makeInt } from '../numbers.js';
import {
  CLASS,
  CLASSES,
  IntType,
  classOf,
  exactRecordOf,
  isRecordedClass,
  recordOf,
  recordOfClass,
} from '../records.js';
import type { Class } from '../records.js';
import { itemsOf, iteratorOf, methodOf } from '../dispatch.js';
import { truthOf } from '../items.js';
import { bindBuiltin, nameBuiltins, separate } from './keywords.js';
import { PIN, UNPIN } from '../../bytes/hold.js';

type Args = readonly unknown[];

function constructor<T>(cls: Class): ((...args: Args) => T) & { readonly [CLASS]: Class } {
  const actual = cls as unknown as Constructor;
  const type = recordOfClass(cls)!;
  const make = (...args: Args): T => {
    if (args.length === 0 || (args.length === 1 && isTakenAsItIs(args[0])))
      return construct(actual, type, args, null) as T;
    const [positional, kwargs] = separate(args);
    return call(cls, positional, kwargs) as T;
  };
  asPython(make, type, 'type');
  return Object.assign(make, { [CLASS]: cls });
}

/**
 * `bytes(source=b'')`, `bytes(source, encoding, errors='strict')`; keywords go in an options object at the
 * end. The function represents the type in {@link isinstance}, `call` and `callMethod`.
 *
 * @throws PyTypeError `string argument without an encoding`, and argument errors in CPython's words
 *
 * CPython: Objects/bytesobject.c `bytes_new`
 *
 * @example
 * ```ts
 * builtins.bytes('é', { encoding: 'utf-8' }) // b'\xc3\xa9'
 * ```
 */
export const bytes = constructor<Bytes>(Bytes);

/** `bytearray(source=b'')`, like {@link bytes}. CPython: Objects/bytearrayobject.c `bytearray___init__` */
export const bytearray = constructor<ByteArray>(ByteArray);

/** `memoryview(object)`, like {@link bytes}. CPython: Objects/memoryobject.c `memoryview_impl` */
export const memoryview = constructor<MemoryView>(MemoryView as unknown as Class);

/** Only calls with keywords write None instead of NoneType in errors. */
function textArgument(parameter: string, value: unknown, named: boolean): string {
  if (typeof value === 'string') return value;
  const type = named ? givenName(value) : typeName(value);
  throw new PyTypeError(`str() argument '${parameter}' must be str, not ${type}`);
}

/**
 * `str(object='')`, or `str(object, encoding, errors)` of anything bytes-like; keywords go in an options
 * object at the end.
 *
 * @throws PyTypeError `decoding to str: need a bytes-like object, int found`, `decoding str is not supported`
 *
 * CPython: Objects/unicodeobject.c `unicode_new`, `PyUnicode_FromEncodedObject`
 *
 * @example
 * ```ts
 * builtins.str(new Bytes('a', 'ascii')) // "b'a'"
 * builtins.str(new Bytes('a', 'ascii'), 'ascii') // 'a'
 * ```
 */
export function str(...args: Args): string {
  const [positional, kwargs] = separate(args);
  const named = Object.keys(kwargs).length > 0;
  if (!named) takes('str', positional.length, 0, 3);
  const [object, encoding, errors] = named
    ? bindBuiltin("keywords str(object='', encoding='utf-8', errors='strict')", positional, kwargs)
    : positional;
  const codec = encoding === undefined ? 'utf-8' : textArgument('encoding', encoding, named);
  const handler = errors === undefined ? 'strict' : textArgument('errors', errors, named);
  if (object === undefined) return '';
  if (encoding === undefined && errors === undefined) return strOf(object);
  if (typeof object === 'string') throw new PyTypeError('decoding str is not supported');
  // A bytes subclass provides its own content, whatever its `__buffer__` exports.
  const content = brandOf(object) === 'bytes' && isContent(object) ? object : tryLease(object);
  if (content === null) {
    throw new PyTypeError(`decoding to str: need a bytes-like object, ${typeName(object)} found`);
  }
  // Pinned, because a lease of a bytearray's own content is not counted, and an error handler may try to
  // resize it.
  const pinned = content === object ? (content as ByteArray) : null;
  pinned?.[PIN]();
  try {
    return decode(content, codec, handler, (faulty: Content) => bytesOfRange(copyContent(faulty)));
  } finally {
    pinned?.[UNPIN]();
    endLease(content);
  }
}

/**
 * `int(value=0)`, `int(text, base=10)`; the text may be anything bytes-like.
 *
 * @returns a number where that is exact, a bigint beyond
 * @throws PyValueError `invalid literal for int() with base 10: b'x'`
 * @throws PyTypeError `int() argument must be a string, a bytes-like object or a real number, not 'list'`
 *
 * CPython: Objects/longobject.c `long_new_impl`
 *
 * @example
 * ```ts
 * builtins.int(new Bytes('ff', 'ascii'), 16) // 255
 * ```
 */
export const int = Object.assign(integer, { [CLASS]: IntType });

function integer(...args: Args): number | bigint {
  const text = args[0];
  const base = args.length > 1 ? args[1] : 10;
  if (args.length < 3 && Number.isInteger(base) && (base as number) <= 36) {
    const kind = typeof text === 'string' ? 'str' : exactRecordOf(text);
    if (kind === 'str' || kind === 'bytes' || kind === 'bytearray') {
      const short = shortInteger(text, base as number);
      if (short >= 0) return short;
    }
  }
  return integerOf(args);
}

function integerOf(args: Args): number | bigint {
  const [positional, kwargs] = separate(args);
  if (positional === args) takes('int', positional.length, 0, 2);
  const [value, base] =
    positional === args ? positional : bindBuiltin('keywords int(x=0, /, base=10)', positional, kwargs);
  if (value === undefined) {
    if (base !== undefined) throw new PyTypeError('int() missing string argument');
    return 0;
  }
  if (base === undefined) return plainInteger(value);
  const radix = asSsize(base, null);
  if (radix !== 0 && (radix < 2 || radix > 36))
    throw new PyValueError('int() base must be >= 2 and <= 36, or 0');
  const type = brandOf(value);
  if (typeof value !== 'string' && type !== 'bytes' && type !== 'bytearray') {
    throw new PyTypeError("int() can't convert non-string with explicit base");
  }
  return makeInt(integerOfNumeral(numeralOf(value)!, radix));
}

function plainInteger(value: unknown): number | bigint {
  const number = intValue(value);
  if (number !== null) return number;
  const float = floatValue(value);
  if (float !== null) return intOfDouble(float);
  const method = methodOf(value, '__int__');
  if (method !== null) {
    const result: unknown = method.call(value);
    const int = intValue(result);
    warnOfBool(value, '__int__', result);
    if (int !== null) return int;
    throw new PyTypeError(`${fullTypeName(value)}.__int__() must return an int, not ${fullTypeName(result)}`);
  }
  if (isIntLike(value)) return asInt(value);
  const literal = numeralOf(value);
  if (literal !== null) return makeInt(integerOfNumeral(literal, 10));
  throw new PyTypeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

const FLOAT = /^[+-]?((\d+(_\d+)*)?\.?(\d+(_\d+)*)?(e[+-]?\d+(_\d+)*)?|inf|infinity|nan)$/i;

/**
 * `float(value=0.0)` of a number, a text or anything bytes-like.
 *
 * @throws PyValueError `could not convert string to float: b'x'`
 *
 * CPython: Objects/floatobject.c `float_new_impl`
 */
export function float(value: unknown = 0): number | PyFloat {
  takes('float', arguments.length, 0, 1);
  if (floatValue(value) !== null || isIntLike(value) || methodOf(value, '__float__') !== null) {
    return makeFloat(asDouble(value));
  }
  const literal = numeralOf(value);
  if (literal !== null) return makeFloat(parseFloatLiteral(value, literal.text));
  throw new PyTypeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

function parseFloatLiteral(value: unknown, text: string): number {
  const literal = text.replace(OUTER_SPACE, '');
  if (FLOAT.test(literal) && /[\da-z]/i.test(literal) && !/^[+-]?\.?e/i.test(literal)) {
    const word = literal.toLowerCase().replace(/^[+-]/, '');
    const sign = literal.startsWith('-') ? -1 : 1;
    if (word === 'nan') return NaN;
    return word.startsWith('inf') ? sign * Infinity : Number(literal.replaceAll('_', ''));
  }
  throw new PyValueError(`could not convert string to float: ${reprOf(value)}`);
}

/** `bool(value=False)`, by Python's rules. CPython: Objects/boolobject.c `bool_new` */
export function bool(value: unknown = false): boolean {
  takes('bool', arguments.length, 0, 1);
  return truthOf(value);
}

/** `list(iterable=())`. CPython: Objects/listobject.c `list___init___impl` */
export function list(iterable: unknown = []): unknown[] {
  takes('list', arguments.length, 0, 1);
  return listOf(iterable);
}

/**
 * The items of an iterable in a new array. Asks the iterable for its length first.
 *
 * CPython: Objects/listobject.c `list_extend`
 */
export function listOf(iterable: unknown): unknown[] {
  const asks =
    specialMethod(iterable, '__len__') !== null || specialMethod(iterable, '__length_hint__') !== null;
  if (!asks || Array.isArray(iterable)) return itemsOf(iterable);
  const iterator = iteratorOf(iterable);
  lengthHint(iterable, 0);
  const items: unknown[] = [];
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) items.push(step.value);
  return items;
}

/**
 * `tuple(iterable=())`: a frozen array. Returns a tuple itself unchanged.
 *
 * CPython: Objects/tupleobject.c `tuple_new_impl`
 */
export function tuple(iterable: unknown = []): readonly unknown[] {
  takes('tuple', arguments.length, 0, 1);
  return isTuple(iterable) ? iterable : Object.freeze(itemsOf(iterable));
}

/** The key under which a builtin for a host type keeps Python's names of the types of its instances. */
const KINDS: unique symbol = Symbol.for('pybuffer.kinds') as never;

/** The builtins that represent types of the host, by Python's names of the types. */
const BUILTINS: ReadonlyMap<string, unknown> = new Map<string, unknown>(
  Object.entries({ str, int, float, bool, list, tuple }),
);
for (const [name, builtin] of BUILTINS) {
  Object.defineProperty(builtin, KINDS, { value: name === 'int' ? ['int', 'bool'] : [name] });
}

/**
 * `isinstance(value, classes)`, where `classes` is a class, a builtin that represents one, or a tuple of
 * these.
 *
 * @throws PyTypeError `isinstance() arg 2 must be a type, a tuple of types, or a union`
 *
 * CPython: Objects/abstract.c `PyObject_IsInstance`
 *
 * @example
 * ```ts
 * builtins.isinstance(new Bytes(), builtins.bytes) // true
 * builtins.isinstance(true, builtins.int) // true
 * ```
 */
export function isinstance(value: unknown, classes: unknown): boolean {
  takes('isinstance', arguments.length, 2);
  if (isTuple(classes)) return classes.some((each) => isinstance(value, each));
  const kinds =
    typeof classes === 'function' ? (classes as { [KINDS]?: readonly string[] })[KINDS] : undefined;
  if (kinds !== undefined) return kinds.includes(typeName(value));
  const cls = classOf(classes);
  if (!isClass(cls)) {
    throw new PyTypeError('isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  if (value instanceof cls) return true;
  // Each copy of the library has its own class for a type.
  const type = recordOf(value);
  return type !== null && isRecordedClass(cls) && recordOfClass(cls) === type;
}

/** Whether `instanceof` accepts a value. Arrow functions and methods have no prototype; a bound class needs none. */
function isClass(value: unknown): value is Class {
  if (typeof value !== 'function' || typeName(value) === 'builtin_function_or_method') return false;
  if ((value as { prototype?: unknown }).prototype !== undefined) return true;
  try {
    void ({} instanceof value);
    return true;
  } catch {
    return false;
  }
}

/**
 * `type(value)`: the class of an object, or the builtin that represents a host type.
 *
 * CPython: Objects/typeobject.c `type_vectorcall`
 */
export function type(value: unknown): unknown {
  if (arguments.length !== 1 && arguments.length !== 3)
    throw new PyTypeError('type() takes 1 or 3 arguments');
  const builtin = BUILTINS.get(typeName(value));
  if (builtin !== undefined) return builtin;
  if (typeof value !== 'object' || value === null) return null;
  if (exactRecordOf(value) !== null) return value.constructor;
  const type = isRecordedClass(value.constructor) ? recordOf(value) : null;
  return type === null ? value.constructor : CLASSES[type];
}

nameBuiltins('builtin_function_or_method', {}, { isinstance });
nameBuiltins('type', { int, str, type }, { float, bool, list, tuple });
