// Steps on memoryviews of several dimensions and on overlapping ones, chosen by a view's shape and format.
// Callers: index.ts.
import type { MemoryView } from 'pybuffer';
import type { Step, Value } from '../program.js';
import { CASTS } from '../vocabulary/contents.js';
import type { Context } from './context.js';

/** A step on a view; null if every view of the program is released. */
export function viewStep(c: Context): Step | null {
  const self = c.variableOf(['memoryview']);
  if (self === null) return null;
  const view = c.run.variable(self.v) as MemoryView;
  const shape = shapeOf(view);
  if (shape === null) return null;
  switch (c.choose.below(7)) {
    case 0:
      return cast(c, self, view);
    case 1:
      return { op: 'operator', name: 'getitem', args: [self, key(c, shape)] };
    case 2:
      return { op: 'operator', name: 'setitem', args: [self, key(c, shape), c.value('item')] };
    case 3:
      return {
        op: 'operator',
        name: 'eq',
        args: [self, c.variableOf(['memoryview', 'array.array', 'bytearray'])!],
      };
    case 4:
      return {
        op: 'operator',
        name: 'getitem',
        args: [self, { s: [part(c), part(c), c.choose.of([1, 2, -1, -2])] }],
      };
    default:
      return overlap(c, self, shape);
  }
}

/** The shape; null when the view is released. */
function shapeOf(view: MemoryView): readonly number[] | null {
  try {
    return view.shape;
  } catch {
    return null;
  }
}

function part(c: Context): Value {
  return c.choose.of<Value>([null, null, 0, 1, 2, -1, -2, 4]);
}

/** Casts to bytes, or to a format and a shape of the same size. */
function cast(c: Context, self: Value, view: MemoryView): Step {
  const format = c.choose.of(view.format === 'B' ? CASTS : ['B', 'B', 'c', 'b']);
  const method = (...args: Value[]): Step => ({ op: 'method', self, name: 'cast', args });
  if (c.choose.rarely(4)) return method(format);
  const items = Math.floor(view.nbytes / c.choose.of([1, 1, 2, 4, 8]));
  const rows = c.choose.of([1, 2, 3, 4].filter((n) => items % n === 0));
  const rest = items / rows;
  const half = rest % 2 === 0 ? 2 : 1;
  return method(format, { l: c.choose.of([[rows, rest], [rest, rows], [rows, half, rest / half], [items]]) });
}

/** An index for each dimension, or something near that. */
function key(c: Context, shape: readonly number[]): Value {
  const index = (length: number): Value =>
    c.choose.rarely(10) ? c.value('index') : c.choose.below(length + 1) - (c.choose.rarely(3) ? length : 0);
  if (c.choose.rarely(6)) return c.value('viewkey');
  const indices = shape.map(index);
  if (c.choose.rarely(8)) indices.pop();
  if (c.choose.rarely(8)) indices.push({ s: [null, null, null] });
  return indices.length === 1 && c.choose.below(2) === 0 ? indices[0]! : { t: indices };
}

/** Assigns to a slice of a view, possibly from another view of the same memory. */
function overlap(c: Context, self: { v: number }, shape: readonly number[]): Step {
  const length = shape[0] ?? 0;
  const start = c.choose.below(length + 1);
  const slice: Value = { s: [start, null, c.choose.of([null, 1, 1, 2, -1])] };
  const source = c.choose.rarely(5) ? c.value('bytes') : (c.variableOf(['memoryview']) ?? self);
  return {
    op: 'operator',
    name: 'setitem',
    args: [self, c.choose.rarely(4) ? { s: [null, null, null] } : slice, source],
  };
}
