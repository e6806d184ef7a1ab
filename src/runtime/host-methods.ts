/**
 * Methods of the host's own values, called with Python's arguments: the methods of Python's `int` and `str`
 * that handle bytes, and JavaScript's own methods. Caller: `callMethod`.
 */
import { bytesOfRange } from '../bytes/index.js';
import { encode } from '../codecs/index.js';
import { intFromBytes, intToBytes } from '../companions/int/index.js';
import { PyTypeError, PyValueError } from '../exceptions/index.js';
import { asInt, givenName, isSlice, tuple, typeName } from '../python/index.js';
import type { Slice } from '../python/index.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { applied, missing } from './functions.js';
import { intValue, makeInt } from './numbers.js';
import { classOf, isIntType } from './records.js';
import { signatureOf } from './signatures.js';
import { sliceIndices } from './slices.js';
import { methodOf } from './dispatch.js';
import type { Method } from './dispatch.js';
import { formatOf, percentText } from './text-format.js';

type Args = readonly unknown[];

/** `self.name(*args, **kwargs)` where `self` is not of our types. */
export function callHost(self: unknown, name: string, args: Args, kwargs: Kwargs): unknown {
  if (typeof self === 'string' && name === 'encode') {
    const [encoding, errors] = bind(signatureOf('str', 'encode')!, args, kwargs);
    return bytesOfRange(encode(self, text('encoding', encoding, 'utf-8'), text('errors', errors, 'strict')));
  }
  if (name === 'to_bytes' || name === 'from_bytes') {
    const isType = isIntType(classOf(self));
    if (isType && name === 'to_bytes' && intValue(args[0]) !== null) {
      return callHost(args[0], name, args.slice(1), kwargs);
    }
    if (isType || intValue(self) !== null) return callInt(name, self, args, kwargs);
  }
  if (name === '__mod__' && typeof self === 'string') {
    if (args.length !== 1) throw new PyTypeError(`expected 1 argument, got ${args.length}`);
    return percentText(self, args[0]);
  }
  if (name === 'indices' && isSlice(self)) return indicesOf(self, args);
  if (name === '__format__' && methodOf(self, name) === null) return formatHost(self, args);
  const method = (self as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (typeof method !== 'function') missing(self, name);
  return applied(method as Method, self, args, kwargs);
}

/**
 * `slice.indices(length)`
 *
 * @throws PyValueError `length should not be negative`
 *
 * CPython: Objects/sliceobject.c `slice_indices`
 */
function indicesOf(slice: Slice, args: Args): readonly unknown[] {
  if (args.length !== 1)
    throw new PyTypeError(`slice.indices() takes exactly one argument (${args.length} given)`);
  const length = BigInt(asInt(args[0]));
  if (length < 0n) throw new PyValueError('length should not be negative');
  const { start, stop, step } = sliceIndices(slice, length);
  return tuple(makeInt(start), makeInt(stop), makeInt(step));
}

/** `self.__format__(spec)`. CPython: Objects/longobject.c `int___format___impl` and its like */
function formatHost(self: unknown, args: Args): string {
  const type = self === null || self === undefined ? 'NoneType' : typeName(self);
  if (args.length !== 1) {
    throw new PyTypeError(`${type}.__format__() takes exactly one argument (${args.length} given)`);
  }
  const [spec] = args;
  if (typeof spec !== 'string') {
    throw new PyTypeError(`__format__() argument must be str, not ${givenName(spec)}`);
  }
  return formatOf(self, spec);
}

/** `int.to_bytes` and `int.from_bytes`. CPython: Objects/longobject.c */
function callInt(name: 'to_bytes' | 'from_bytes', self: unknown, args: Args, kwargs: Kwargs): unknown {
  // Our functions also take `signed` as a keyword.
  const [first, byteorder, signed] = bind(signatureOf('int', name)!, args, kwargs);
  const options = signed === undefined ? {} : { signed };
  if (name === 'to_bytes') return (intToBytes as Method)(self, first, byteorder, options);
  return makeInt((intFromBytes as Method)(first, byteorder, options) as bigint);
}

/** @throws PyTypeError `encode() argument 'encoding' must be str, not int` */
function text(parameter: string, value: unknown, absent: string): string {
  if (value === undefined) return absent;
  if (typeof value === 'string') return value;
  const given = givenName(value);
  throw new PyTypeError(`encode() argument '${parameter}' must be str, not ${given}`);
}
