/**
 * Boxes the floats that `struct` unpacked. Callers are the methods of `Struct` and the functions of the
 * module.
 */
import { parseLayout } from '../formats/layout.js';
import { PyFloat, TYPE_NAME, brandOf, typeName } from '../python/index.js';
import type { Bytes } from '../bytes/index.js';

const FLOATS = new Set(['e', 'f', 'd']);

/** Which values of a format are floats. */
function floatPlaces(format: string): boolean[] {
  const { codes, repeats } = parseLayout(format);
  return codes.flatMap((code, k) => new Array<boolean>(repeats[k]!).fill(FLOATS.has(code)));
}

/** Boxes the floats that `struct` unpacked, in a tuple or an iterator of tuples. */
export function boxStruct(format: unknown, result: unknown): unknown {
  const text = brandOf(format) === 'bytes' ? (format as Bytes).decode('latin-1') : String(format);
  if (Array.isArray(result)) return boxTuple(floatPlaces(text), result);
  if (typeof (result as Partial<Iterator<unknown>> | null)?.next !== 'function') return result;
  return new BoxedTuples(floatPlaces(text), result as Iterator<readonly unknown[]>);
}

function boxTuple(floats: readonly boolean[], values: readonly unknown[]): readonly unknown[] {
  return Object.freeze(values.map((value, i) => (floats[i] === true ? new PyFloat(value as number) : value)));
}

/** The iterator of `iter_unpack`, with boxed floats in its tuples. */
class BoxedTuples implements IterableIterator<unknown> {
  constructor(
    private readonly floats: readonly boolean[],
    private readonly tuples: Iterator<readonly unknown[]> & { __length_hint__?(): number },
  ) {}

  get [TYPE_NAME](): string {
    return typeName(this.tuples);
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<unknown> {
    const step = this.tuples.next();
    return step.done === true ? step : { done: false, value: boxTuple(this.floats, step.value) };
  }

  /** The number of tuples left. */
  __length_hint__(): number {
    return this.tuples.__length_hint__?.() ?? 0;
  }
}
