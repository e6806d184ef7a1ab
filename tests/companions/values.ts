// Reads the values that the recorders of companions write, and writes outcomes in the same form.
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/array.js';
import type { TypeCode } from '../../src/array.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { NotImplemented, PyComplex, PyFloat, Slice, isComplex, tuple } from '../../src/python/index.js';

/** A Python value as the recorder writes it. */
export type Written = null | boolean | number | string | Written[] | { [tag: string]: Written };

const bytesFrom = (hex: string) => Bytes.fromhex(hex);
const FLOATS: Record<string, number> = { inf: Infinity, '-inf': -Infinity, nan: NaN };
const float = (text: string) => FLOATS[text] ?? Number(text);

/** Reads a written value. Floats are boxed, as in a runtime that tells them from ints. */
export function read(written: Written): unknown {
  if (Array.isArray(written)) return written.map(read);
  if (typeof written !== 'object' || written === null) return written;
  const [tag, value] = Object.entries(written)[0] as [string, never];
  switch (tag) {
    case 'i':
      return BigInt(value);
    case 'f':
      return new PyFloat(float(value));
    case 'c': {
      const [re, im] = (value as Written[]).map((part) => Number(read(part)));
      return new PyComplex(re!, im!);
    }
    case 'b':
      return new Bytes(value as string, 'ascii');
    case 'x':
      return bytesFrom(value);
    case 'B':
      return new ByteArray(bytesFrom(value));
    case 'm':
      return new MemoryView(bytesFrom(value));
    case 'a':
      return new PyArray(value[0] as TypeCode, bytesFrom(value[1]));
    case 't':
      return tuple(...(value as Written[]).map(read));
    case 's':
      return new Slice(...(value as Written[]).map((part) => big(part) as null));
    case 'I': {
      const int = read(value) as number | bigint;
      return new (class Index {
        __index__ = () => int;
      })();
    }
    case 'F':
      return new (class Float {
        __float__ = () => new PyFloat(value);
      })();
    default:
      throw new Error(`unknown tag ${tag}`);
  }
}

/** Parts of slices are written as plain numbers, so large ones are rounded, but only their size matters. */
const big = (part: Written) =>
  typeof part === 'number' && !Number.isSafeInteger(part) ? BigInt(part) : part;

/** Writes a result as the recorder does. Integral JavaScript numbers are ints. */
export function write(value: unknown): Written {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : { i: String(value) };
    case 'number':
      if (Object.is(value, -0)) return { f: '-0.0' };
      if (Number.isFinite(value)) return value;
      return { f: String(value).replace('Infinity', 'inf').replace('NaN', 'nan') };
    case 'boolean':
    case 'string':
      return value;
    case 'symbol':
      return value === NotImplemented ? 'NotImplemented' : 'symbol';
  }
  if (value === null) return null;
  if (value instanceof Bytes) {
    const text = [...value].every((byte) => byte > 0 && byte < 128);
    return text ? { b: value.decode('ascii') } : { x: value.hex() };
  }
  if (value instanceof ByteArray) return { B: value.hex() };
  if (value instanceof PyArray) return { a: [value.typecode, value.tobytes().hex()] };
  if (isComplex(value)) return { c: [write(value.re), write(value.im)] };
  if (Array.isArray(value)) return Object.isFrozen(value) ? { t: value.map(write) } : value.map(write);
  throw new Error(`cannot write ${String(value)}`);
}

/** The result or the exception of a call. */
export function outcome(call: () => unknown): Written {
  try {
    return write(call());
  } catch (error) {
    if (error instanceof PyException) return { '!': `${error.name}: ${error.message}` };
    throw error;
  }
}
