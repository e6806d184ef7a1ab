import { parseLayout } from '../formats/layout.js';
import { PyFloat } from '../python/index.js';
import { Bytes } from '../bytes/index.js';

const FLOATS = new Set(['e', 'f', 'd']);

/** Which of the values of a format are floats. */
function floatPlaces(format: string): boolean[] {
  const { codes, repeats } = parseLayout(format);
  return codes.flatMap((code, k) => new Array<boolean>(repeats[k]!).fill(FLOATS.has(code)));
}

/** Wraps the floats of what `struct` unpacked: one tuple, or an iterator of tuples. */
export function boxStruct(format: unknown, result: unknown): unknown {
  const text = format instanceof Bytes ? format.decode('latin-1') : String(format);
  if (Array.isArray(result)) return boxTuple(floatPlaces(text), result);
  if (typeof (result as Partial<Iterator<unknown>> | null)?.next !== 'function') return result;
  return boxedTuples(floatPlaces(text), result as Iterator<readonly unknown[]>);
}

function boxTuple(floats: readonly boolean[], values: readonly unknown[]): readonly unknown[] {
  return Object.freeze(values.map((value, i) => (floats[i] === true ? new PyFloat(value as number) : value)));
}

function* boxedTuples(floats: readonly boolean[], tuples: Iterator<readonly unknown[]>): Iterator<unknown> {
  for (let step = tuples.next(); step.done !== true; step = tuples.next()) yield boxTuple(floats, step.value);
}
