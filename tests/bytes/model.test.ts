/** A bytearray and a plain array of numbers, with views that come and go, never differ. */
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Slice } from '../../src/python/index.js';

interface Model {
  items: number[];
  views: number;
}
interface Real {
  bytes: ByteArray;
  views: MemoryView[];
}

const LOCKED = 'BufferError: Existing exports of data: object cannot be re-sized';

/** One operation, on the array, which is the model, and on the bytearray. */
class Operation implements fc.Command<Model, Real> {
  constructor(
    readonly name: string,
    readonly onModel: (items: number[]) => unknown,
    readonly onReal: (bytes: ByteArray) => unknown,
  ) {}
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    const next = [...model.items];
    let expected: unknown;
    try {
      expected = this.onModel(next);
    } catch (error) {
      expected = (error as Error).message;
    }
    if (typeof expected !== 'string' && next.length !== model.items.length && model.views > 0)
      expected = LOCKED;
    if (typeof expected !== 'string') model.items = next;
    let met: unknown;
    try {
      met = this.onReal(real.bytes);
    } catch (error) {
      if (!(error instanceof PyException)) throw error;
      met = `${error.name}: ${error.message}`;
    }
    expect([met, [...real.bytes]]).toEqual([expected, model.items]);
    for (const view of real.views) expect(view.tolist()).toEqual(model.items);
  }
  toString(): string {
    return this.name;
  }
}

class View implements fc.Command<Model, Real> {
  check(model: Model): boolean {
    return model.views < 3;
  }
  run(model: Model, real: Real): void {
    model.views++;
    real.views.push(new MemoryView(real.bytes));
  }
  toString(): string {
    return 'view';
  }
}

class Release implements fc.Command<Model, Real> {
  check(model: Model): boolean {
    return model.views > 0;
  }
  run(model: Model, real: Real): void {
    model.views--;
    real.views.shift()!.release();
  }
  toString(): string {
    return 'release';
  }
}

/** The positions that a slice with a step selects. */
function places(length: number, start: number, step: number): number[] {
  const result: number[] = [];
  const from = start < 0 ? start + length : start;
  for (let i = step < 0 ? Math.min(from, length - 1) : Math.max(from, 0); i >= 0 && i < length; i += step)
    result.push(i);
  return result;
}

const clamp = (i: number, length: number) => Math.min(Math.max(i < 0 ? i + length : i, 0), length);
const at = (i: number, length: number, message: string) => {
  const index = i < 0 ? i + length : i;
  if (index < 0 || index >= length) throw new Error(message);
  return index;
};

const byte = fc.nat(255);
const bytes = fc.array(byte, { maxLength: 30 });
const index = fc.integer({ min: -40, max: 40 });
const step = fc.constantFrom(-3, -2, -1, 2, 3);

const operation = <T>(
  name: string,
  values: fc.Arbitrary<T>,
  onModel: (items: number[], value: T) => unknown,
  onReal: (bytes: ByteArray, value: T) => unknown,
) =>
  values.map(
    (value) =>
      new Operation(
        `${name}(${JSON.stringify(value)})`,
        (items) => onModel(items, value),
        (real) => onReal(real, value),
      ),
  );

const commands = [
  fc.constant(new View()),
  fc.constant(new Release()),
  fc.constant(new Release()),
  operation(
    'append',
    byte,
    (m, v) => void m.push(v),
    (r, v) => r.append(v),
  ),
  operation(
    'extend',
    bytes,
    (m, v) => void m.push(...v),
    (r, v) => r.extend(v),
  ),
  operation(
    'iadd',
    bytes,
    (m, v) => void m.push(...v),
    (r, v) => void r.iadd(new Bytes(v)),
  ),
  operation(
    'extend self',
    fc.constant(0),
    (m) => void m.push(...m),
    (r) => r.extend(r),
  ),
  operation(
    'insert',
    fc.tuple(index, byte),
    (m, [i, v]) => void m.splice(clamp(i, m.length), 0, v),
    (r, [i, v]) => r.insert(i, v),
  ),
  operation(
    'pop',
    index,
    (m, i) => {
      if (m.length === 0) throw new Error('IndexError: pop from empty bytearray');
      return m.splice(at(i, m.length, 'IndexError: pop index out of range'), 1)[0];
    },
    (r, i) => r.pop(i),
  ),
  operation(
    'remove',
    byte,
    (m, v) => {
      const i = m.indexOf(v);
      if (i < 0) throw new Error('ValueError: value not found in bytearray');
      m.splice(i, 1);
    },
    (r, v) => r.remove(v),
  ),
  operation(
    'set',
    fc.tuple(index, byte),
    (m, [i, v]) => void (m[at(i, m.length, 'IndexError: bytearray index out of range')] = v),
    (r, [i, v]) => r.set(i, v),
  ),
  operation(
    'set slice',
    fc.tuple(index, index, bytes),
    (m, [i, j, v]) => {
      const from = clamp(i, m.length);
      m.splice(from, Math.max(0, clamp(j, m.length) - from), ...v);
    },
    (r, [i, j, v]) => r.set(new Slice(i, j), v),
  ),
  operation(
    'delete slice',
    fc.tuple(index, index),
    (m, [i, j]) => {
      const from = clamp(i, m.length);
      m.splice(from, Math.max(0, clamp(j, m.length) - from));
    },
    (r, [i, j]) => r.delete(new Slice(i, j)),
  ),
  operation(
    'set strided',
    fc.tuple(index, step, byte),
    (m, [i, s, v]) => places(m.length, i, s).forEach((place, k) => (m[place] = (v + k) & 255)),
    (r, [i, s, v]) => {
      const values = places(r.length, i, s).map((_, k) => (v + k) & 255);
      if (values.length > 0) r.set(new Slice(i, null, s), new ByteArray(values));
    },
  ),
  operation(
    'resize',
    fc.nat(60),
    (m, n) => {
      while (m.length < n) m.push(0);
      m.length = n;
    },
    (r, n) => r.resize(n),
  ),
  operation(
    'imul',
    fc.nat(3),
    (m, n) => {
      const once = [...m];
      m.length = 0;
      for (let i = 0; i < n; i++) m.push(...once);
    },
    (r, n) => void r.imul(n),
  ),
  operation(
    'reverse',
    fc.constant(0),
    (m) => void m.reverse(),
    (r) => r.reverse(),
  ),
  operation(
    'clear',
    fc.constant(0),
    (m) => void (m.length = 0),
    (r) => r.clear(),
  ),
  operation(
    'take front',
    fc.nat(20),
    (m, n) => void m.splice(0, Math.min(n, m.length)),
    (r, n) => r.delete(new Slice(null, n)),
  ),
  operation(
    'copy',
    fc.constant(0),
    (m) => [...m],
    (r) => [...r.copy()],
  ),
];

test('any series of operations', () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60 }), bytes, (series, start) => {
      fc.modelRun(
        () => ({ model: { items: [...start], views: 0 }, real: { bytes: new ByteArray(start), views: [] } }),
        series,
      );
    }),
    { numRuns: 150 },
  );
});

test('a queue of any rhythm keeps its content and its memory', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5000), fc.nat(5000)), { maxLength: 30 }), (rhythm) => {
      const queue = new ByteArray();
      let pushed = 0;
      let popped = 0;
      for (const [push, pop] of rhythm) {
        queue.iadd(new Bytes(Uint8Array.from({ length: push }, (_, i) => pushed + i)));
        pushed += push;
        const size = Math.min(pop, queue.length);
        const front = queue.take_bytes(size);
        for (let i = 0; i < size; i += 997) expect(front.get(i)).toBe((popped + i) & 255);
        popped += size;
        expect(queue.__alloc__()).toBeLessThanOrEqual(Math.max(4096, queue.length * 4) + 5000 + 33);
      }
      expect(queue).toHaveLength(pushed - popped);
    }),
    { numRuns: 60 },
  );
});
