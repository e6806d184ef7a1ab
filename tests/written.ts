/**
 * Reads the values that scripts/written.py writes, and shows outcomes as the scripts that record CPython's answers
 * do.
 */
import { ByteArray, Bytes, MemoryView, PyException } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import type { TypeCode } from 'pybuffer/array';
import { PyComplex, PyFloat, Slice, builtins } from 'pybuffer/runtime';

const FLOATS: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity };
const double = (text: string) => FLOATS[text] ?? Number(text);

/** By the key that names the kind. */
const READ: Readonly<Record<string, (value: never) => unknown>> = {
  i: (text: string) => BigInt(text),
  f: (text: string) => new PyFloat(double(text)),
  c: (text: string) => new PyComplex(...(text.split(' ').map(double) as [number, number])),
  b: (text: string) => Bytes.fromhex(text),
  B: (text: string) => ByteArray.fromhex(text),
  m: (text: string) => new MemoryView(Bytes.fromhex(text)),
  a: ([code, items]: [TypeCode, unknown[]]) => new PyArray(code, items.map(read) as never),
  s: (parts: unknown[]) => new Slice(...(parts.map(read) as number[])),
  t: (items: unknown[]) => Object.freeze(items.map(read)),
  S: (items: unknown[]) => new Set(items.map(read)),
  r: (parts: number[]) => builtins.range(...parts),
  d: (entries: unknown[]) => new Map(entries.map(read) as [unknown, unknown][]),
};

/** The value that was written. Floats are boxed, as in a runtime that tells them from ints. */
export function read(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(read);
  if (typeof written !== 'object' || written === null) return written;
  const [[kind, inside]] = Object.entries(written) as [[string, never]];
  return READ[kind]!(inside);
}

/** `repr` of a result, or `ValueError: message`; the stack of an error that is not Python's, which no answer equals. */
export function shown(run: () => unknown): string {
  try {
    return builtins.repr(run() ?? null);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}
