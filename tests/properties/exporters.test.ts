/**
 * Laws between the types: a view equals its buffer, all exporters are interchangeable, and a failed call
 * changes nothing.
 */
import fc from 'fast-check';
import { ByteArray, Bytes, MemoryView, PyException, Slice, keyOf } from 'pybuffer';
import type { BytesLike } from 'pybuffer';
import { withoutStacks } from '../stacks.js';

withoutStacks();

type Type = typeof Bytes | typeof ByteArray;

const TYPES: readonly Type[] = [Bytes, ByteArray];
const content = fc.array(fc.constantFrom(0, 10, 32, 48, 65, 97, 98, 255), { maxLength: 12 });
const short = fc.array(fc.constantFrom(32, 97, 98), { maxLength: 2 });
const part = fc.option(fc.integer({ min: -14, max: 14 }));
const step = fc.option(fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0));

/**
 * An exporter that `bytes` does not compare with: it defines no `__eq__`, and `bytes` has an order only with
 * bytes types.
 */
const INCOMPARABLE = 'a class with __buffer__';

/** The same bytes in every kind of memory, mostly in the middle of it. */
function exportersOf(bytes: readonly number[]): Record<string, BytesLike> {
  const memory = Uint8Array.from([7, ...bytes, 7]);
  const inside = memory.subarray(1, -1);
  const shared = new Uint8Array(new SharedArrayBuffer(memory.length));
  shared.set(memory);
  return {
    Bytes: new Bytes(bytes),
    'a part of a Bytes': new Bytes(memory).slice(1, -1),
    ByteArray: new ByteArray(bytes),
    MemoryView: new MemoryView(new ByteArray(memory)).slice(1, -1),
    'a read-only view of signed bytes': new MemoryView(new Bytes(bytes)).cast('b').toreadonly(),
    Uint8Array: inside,
    Buffer: Buffer.from(memory.buffer, 1, bytes.length),
    DataView: new DataView(memory.buffer, 1, bytes.length),
    'shared memory': shared.subarray(1, -1),
    ArrayBuffer: Uint8Array.from(bytes).buffer,
    [INCOMPARABLE]: {
      __buffer__: () => new MemoryView(new Bytes(bytes)),
    },
  };
}

/** The outcome of a call as text. */
function outcome(run: () => unknown): string {
  try {
    const result = run();
    return Array.isArray(result) ? result.map(String).join(' ') : String(result);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

const CALLS: Record<string, (self: Bytes | ByteArray, other: BytesLike) => unknown> = {
  concat: (self, other) => self.concat(other),
  find: (self, other) => self.find(other),
  rfind: (self, other) => self.rfind(other, 1),
  count: (self, other) => self.count(other),
  index: (self, other) => self.index(other),
  includes: (self, other) => self.includes(other),
  startswith: (self, other) => self.startswith(new Bytes(other)),
  equals: (self, other) => self.equals(other),
  compare: (self, other) => self.compare(other),
  strip: (self, other) => self.strip(other),
  lstrip: (self, other) => self.lstrip(other),
  rstrip: (self, other) => self.rstrip(other),
  removeprefix: (self, other) => self.removeprefix(other),
  removesuffix: (self, other) => self.removesuffix(other),
  split: (self, other) => self.split(other),
  rsplit: (self, other) => self.rsplit(other, 1),
  'partition, outer parts': (self, other) => {
    const [before, , after] = self.partition(other);
    return [before, after];
  },
  'replace from': (self, other) => self.replace(other, new Bytes([120])),
  'replace to': (self, other) => self.replace(new Bytes([97]), other),
  'translate, deleting': (self, other) => self.translate(null, other),
  join: (self, other) => self.join([other, other]),
  '%': (self, other) => new Bytes('<%b>', 'ascii').mod(other).concat(self),
};

test.each(TYPES)('%p: whose memory it is makes no difference', (type) => {
  fc.assert(
    fc.property(content, short, (bytes, other) => {
      const { Bytes: plain, ...others } = exportersOf(other);
      for (const [name, call] of Object.entries(CALLS)) {
        const expected = outcome(() => call(new type(bytes), plain!));
        for (const [kind, value] of Object.entries(others)) {
          if (type === Bytes && (name === 'compare' || (name === 'equals' && kind === INCOMPARABLE)))
            continue;
          expect([name, kind, outcome(() => call(new type(bytes), value))]).toEqual([name, kind, expected]);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a write through a view is a write to its buffer', () => {
  fc.assert(
    fc.property(content, part, part, step, fc.nat(11), fc.nat(255), (bytes, start, stop, by, at, byte) => {
      const direct = new ByteArray(bytes);
      const viewed = new ByteArray(bytes);
      const slice = new Slice(start, stop, by);
      const filled = new Bytes(direct.get(slice).length).replace(new Bytes(1), new Bytes([byte]));
      using view = new MemoryView(viewed);
      direct.set(slice, filled);
      view.set(slice, filled);
      if (at < bytes.length) {
        direct.set(at, byte);
        view.set(at, byte);
        view.slice(at).set(0, byte);
      }
      expect(viewed).toEqual(direct);
      expect(view.tobytes()).toEqual(new Bytes(direct));
      expect(view.get(slice).tobytes()).toEqual(new Bytes(direct.get(slice)));
      expect(view.tolist()).toEqual([...direct]);
    }),
  );
});

test('writes to a buffer are seen by its views, whatever their format', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(255), { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      fc.nat(255),
      (bytes, at, byte) => {
        const data = new ByteArray(bytes);
        using views = new MemoryView(data);
        for (const format of ['B', 'b', 'H', 'i', 'q', 'd'] as const) {
          using view = views.cast(format);
          data.set(at, byte);
          expect(view.tolist()).toEqual(new MemoryView(new Bytes(data)).cast(format).tolist());
        }
      },
    ),
  );
});

test('equality, order, keys and hashes agree', () => {
  fc.assert(
    fc.property(short, short, (a, b) => {
      const same = a.join() === b.join();
      for (const left of Object.values(exportersOf(a)).slice(0, 4)) {
        for (const [kind, right] of Object.entries(exportersOf(b))) {
          if (kind === INCOMPARABLE) continue;
          expect(new Bytes(left).equals(right)).toBe(same);
          expect(new ByteArray(left).compare(right) === 0).toBe(same);
          expect(keyOf(left) === keyOf(right)).toBe(same);
          if (same) expect(new Bytes(left).hash()).toBe(new Bytes(right).hash());
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** Values outside the range of a byte, and values that are not ints. */
const bad = fc.constantFrom<unknown>(256, -1, 1.5, 'a', null, {}, 2n ** 70n);

test('a failed call changes nothing', () => {
  fc.assert(
    fc.property(content, content, bad, part, part, fc.nat(12), (bytes, more, wrong, start, stop, place) => {
      const items: unknown[] = [...more];
      items.splice(Math.min(place, items.length), 0, wrong);
      function* one(): Generator<unknown> {
        yield* items;
      }
      const data = new ByteArray(bytes);
      const attempts: (() => unknown)[] = [
        () => data.extend(items),
        () => data.extend(one()),
        () => data.set(new Slice(start, stop), items),
        () => data.set(new Slice(start, stop), one()),
        () => data.append(wrong as never),
        () => data.insert(0, wrong as never),
        () => data.set(0, wrong as never),
        () => data.remove(wrong as never),
        () => data.iadd(wrong as never),
        () => data.resize('1' as never),
        () => data.set(new Slice(null, null, 2), new Bytes(bytes.length + 1)),
        () => data.take_bytes(bytes.length + 1),
        () => data.pop(bytes.length),
        () => data.delete(bytes.length),
      ];
      for (const attempt of attempts) {
        expect(attempt).toThrow(PyException);
        expect(data).toEqual(new ByteArray(bytes));
      }
      using view = new MemoryView(data);
      expect(() => view.set(0, wrong as never)).toThrow(PyException);
      expect(() => view.set(new Slice(), new Bytes(bytes.length + 1))).toThrow(PyException);
      for (const resize of [
        () => data.append(1),
        () => data.extend([1]),
        () => data.resize(bytes.length + 1),
      ]) {
        expect(resize).toThrow(PyException);
      }
      expect(data).toEqual(new ByteArray(bytes));
    }),
  );
});
