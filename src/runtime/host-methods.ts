/**
 * Methods of the host's own values, called with Python's arguments: those of `int` and `str` that deal with bytes, else
 * JavaScript's. Caller: `callMethod`.
 */
import { bytesOfRange } from '../bytes/index.js';
import { encode } from '../codecs/index.js';
import { intFromBytes, intToBytes } from '../companions/int/index.js';
import { PyTypeError } from '../exceptions/index.js';
import { typeName } from '../python/index.js';
import { bind } from './bind.js';
import type { Kwargs } from './bind.js';
import { applied, missing } from './functions.js';
import { intValue, makeInt } from './numbers.js';
import { IntType, classOf } from './records.js';
import { signatureOf } from './signatures.js';
import type { Method } from './dispatch.js';

type Args = readonly unknown[];

/** `self.name(*args, **kwargs)` where `self` is none of our types. */
export function callHost(self: unknown, name: string, args: Args, kwargs: Kwargs): unknown {
  if (typeof self === 'string' && name === 'encode') {
    const [encoding, errors] = bind(signatureOf('str', 'encode')!, args, kwargs);
    return bytesOfRange(encode(self, text('encoding', encoding, 'utf-8'), text('errors', errors, 'strict')));
  }
  if (name === 'to_bytes' || name === 'from_bytes') {
    const isType = classOf(self) === IntType;
    if (isType && name === 'to_bytes' && intValue(args[0]) !== null) {
      return callHost(args[0], name, args.slice(1), kwargs);
    }
    if (isType || intValue(self) !== null) return callInt(name, self, args, kwargs);
  }
  const method = (self as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (typeof method !== 'function') missing(self, name);
  return applied(method as Method, self, args, kwargs);
}

/** `int.to_bytes` and `int.from_bytes`. CPython: Objects/longobject.c */
function callInt(name: 'to_bytes' | 'from_bytes', self: unknown, args: Args, kwargs: Kwargs): unknown {
  // `signed` is a keyword of ours, too.
  const [first, byteorder, signed] = bind(signatureOf('int', name)!, args, kwargs);
  const options = signed === undefined ? {} : { signed };
  if (name === 'to_bytes') return (intToBytes as Method)(self, first, byteorder, options);
  return makeInt((intFromBytes as Method)(first, byteorder, options) as bigint);
}

/** @throws PyTypeError `encode() argument 'encoding' must be str, not int` */
function text(parameter: string, value: unknown, absent: string): string {
  if (value === undefined) return absent;
  if (typeof value === 'string') return value;
  const given = value === null ? 'None' : typeName(value);
  throw new PyTypeError(`encode() argument '${parameter}' must be str, not ${given}`);
}
