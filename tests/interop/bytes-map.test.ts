// `BytesMap` and `BytesSet` against JavaScript's Map and Set with text keys, and their errors against those
// of CPython's dict and set.
import fc from 'fast-check';
import { PyException } from '../../src/exceptions/index.js';
import { ByteArray, Bytes, BytesMap, BytesSet, MemoryView, b, repr } from 'pybuffer';

const KEYS = ['', 'a', 'b', 'ab', 'abcd', 'abcde', 'x'.repeat(40), '\x00', '\x00\x00', '\xff\xfe'];
const keyed = fc.constantFrom(...KEYS);
const bytes = (text: string): Bytes => new Bytes(text, 'latin-1');
const text = (key: Bytes): string => key.decode('latin-1');
/** The same content as keys of other types. */
const asKey = (content: string, asView: boolean): Bytes | MemoryView =>
  asView ? new MemoryView(bytes(`<${content}>`)).slice(1, -1) : bytes(content);

const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key: keyed, view: fc.boolean(), value: fc.integer() }),
  fc.record({
    do: fc.constantFrom('get', 'delete', 'has', 'pop', 'setdefault'),
    key: keyed,
    view: fc.boolean(),
    value: fc.nat(),
  }),
  fc.record({
    do: fc.constantFrom('clear', 'copy', 'popitem'),
    key: keyed,
    view: fc.boolean(),
    value: fc.nat(),
  }),
);

test('a BytesMap is a Map from text, in the same order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const model = new Map<string, number>();
      let map = new BytesMap<number>();
      for (const { do: what, key, view, value } of steps) {
        const ours = asKey(key, view);
        if (what === 'set') {
          map.set(ours, value);
          model.set(key, value);
        } else if (what === 'get') expect(map.get(ours)).toBe(model.get(key));
        else if (what === 'has') expect(map.has(ours)).toBe(model.has(key));
        else if (what === 'delete') expect(map.delete(ours)).toBe(model.delete(key));
        else if (what === 'pop') {
          expect(map.pop(ours, null)).toBe(model.get(key) ?? null);
          model.delete(key);
        } else if (what === 'setdefault') {
          if (!model.has(key)) model.set(key, value);
          expect(map.setdefault(ours, value)).toBe(model.get(key));
        } else if (what === 'copy') map = map.copy();
        else if (what === 'popitem' && model.size > 0) {
          const [last, item] = [...model].at(-1)!;
          expect(map.popitem()).toEqual([bytes(last), item]);
          model.delete(last);
        } else if (what === 'clear') {
          map.clear();
          model.clear();
        }
        expect(map.size).toBe(model.size);
        expect([...map].map(([each, item]) => [text(each), item])).toEqual([...model]);
      }
      expect([...map.keys()].map(text)).toEqual([...model.keys()]);
      expect([...map.values()]).toEqual([...model.values()]);
    }),
  );
});

test('entries can be deleted and added during iteration, as in a Map', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), keyed), { maxLength: 12 }),
      fc.array(fc.tuple(fc.constantFrom('add', 'delete', 'clear', 'none'), keyed), { maxLength: 12 }),
      (start, changes) => {
        const model = new Map<string, number>();
        const map = new BytesMap<number>();
        for (const [, key] of start) {
          model.set(key, 1);
          map.set(bytes(key), 1);
        }
        /** Makes one change at each entry, and lists the visited entries. */
        const walk = (
          keys: Iterable<string>,
          add: (key: string) => void,
          remove: (key: string) => void,
          clear: () => void,
        ): string[] => {
          const met: string[] = [];
          for (const key of keys) {
            const [change, other] = changes[met.length] ?? ['none', ''];
            met.push(key);
            if (change === 'add') add(other);
            else if (change === 'delete') remove(other);
            else if (change === 'clear') clear();
          }
          return met;
        };
        function* ours(): Generator<string> {
          for (const key of map.keys()) yield text(key);
        }
        const met = walk(
          ours(),
          (key) => map.set(bytes(key), 2),
          (key) => map.delete(bytes(key)),
          () => map.clear(),
        );
        expect(met).toEqual(
          walk(
            model.keys(),
            (key) => model.set(key, 2),
            (key) => model.delete(key),
            () => model.clear(),
          ),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('a BytesSet is a Set of text, with Python’s operations', () => {
  const elements = fc.array(keyed, { maxLength: 8 });
  fc.assert(
    fc.property(elements, elements, (some, others) => {
      const a = new BytesSet(some.map(bytes));
      const c = new BytesSet(others.map((each) => asKey(each, true)));
      const [x, y] = [new Set(some), new Set(others)];
      const list = (set: Iterable<Bytes>): string[] => [...set].map(text);
      expect(list(a)).toEqual([...x]);
      expect(list(a.union(c))).toEqual([...new Set([...x, ...y])]);
      expect(list(a.intersection(c))).toEqual([...x].filter((each) => y.has(each)));
      expect(list(a.difference(c))).toEqual([...x].filter((each) => !y.has(each)));
      expect(list(a.symmetric_difference(others.map(bytes)))).toEqual([
        ...[...x].filter((each) => !y.has(each)),
        ...[...y].filter((each) => !x.has(each)),
      ]);
      expect(a.issubset(c)).toBe([...x].every((each) => y.has(each)));
      expect(a.issuperset(c)).toBe([...y].every((each) => x.has(each)));
      expect(a.isdisjoint(c)).toBe(![...x].some((each) => y.has(each)));
      expect(a.equals(c)).toBe(x.size === y.size && [...x].every((each) => y.has(each)));
      expect([...a.entries()].map(([each]) => text(each))).toEqual([...x]);
    }),
  );
});

test('thousands of keys', () => {
  const map = new BytesMap<number>();
  const key = (i: number): Bytes => bytes(`key-${i}`);
  for (let i = 0; i < 20000; i++) map.set(key(i), i);
  for (let i = 0; i < 20000; i += 2) expect(map.delete(key(i))).toBe(true);
  expect(map.size).toBe(10000);
  let sum = 0;
  for (let i = 0; i < 20000; i++) sum += map.get(key(i), -1);
  expect(sum).toBe(10000 * 10000 - 10000);
});

// CPython 3.15.2: `d = {b'a': 1}; s = {b'a'}`.
const writable = (): MemoryView => new MemoryView(new ByteArray(b`a`));
test.each<[python: string, run: (d: BytesMap<number>, s: BytesSet) => unknown, answer: unknown]>([
  [
    "d[bytearray(b'a')]",
    (d) => d.get(new ByteArray(b`a`) as never),
    "TypeError: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')",
  ],
  [
    "d[bytearray(b'a')] = 1",
    (d) => d.set(new ByteArray(b`a`) as never, 1),
    "TypeError: cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')",
  ],
  [
    "bytearray(b'a') in s",
    (_d, s) => s.has(new ByteArray(b`a`) as never),
    "TypeError: cannot use 'bytearray' as a set element (unhashable type: 'bytearray')",
  ],
  [
    "s.union([bytearray(b'')])",
    (_d, s) => s.union([new ByteArray() as never]),
    "TypeError: cannot use 'bytearray' as a set element (unhashable type: 'bytearray')",
  ],
  [
    "memoryview(bytearray(b'a')) in d",
    (d) => d.has(writable()),
    'ValueError: cannot hash writable memoryview object',
  ],
  [
    "memoryview(b'aaaa').cast('I') in d",
    (d) => d.has(new MemoryView(b`aaaa`).cast('I') as never),
    "ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'",
  ],
  [
    "memoryview(b'-a-')[::-1][1:2] in d",
    (d) => d.has(new MemoryView(b`-a-`).slice(null, null, -1).slice(1, 2)),
    true,
  ],
  ["d.pop(b'z')", (d) => d.pop(b`z`), "KeyError: b'z'"],
  ["d.pop(b'z', 5)", (d) => d.pop(b`z`, 5), 5],
  ["d[b'z']", (d) => d.__getitem__(b`z`), "KeyError: b'z'"],
  ['{}.popitem()', () => new BytesMap().popitem(), "KeyError: 'popitem(): dictionary is empty'"],
  ["s.remove(b'z')", (_d, s) => s.remove(b`z`), "KeyError: b'z'"],
  ['set().pop()', () => new BytesSet().pop(), "KeyError: 'pop from an empty set'"],
  ['s.pop()', (_d, s) => s.pop().repr(), "b'a'"],
  ["repr({b'a': [1, 'x']})", () => new BytesMap([[b`a`, [1, 'x']]]).repr(), "{b'a': [1, 'x']}"],
  ['repr(s)', (_d, s) => String(s), "{b'a'}"],
  ['repr(set())', () => new BytesSet().repr(), 'set()'],
  ["b'%(a)d' % d", (d) => b`%(a)d`.mod(d).repr(), "b'1'"],
])('%s', (_python, run, answer) => {
  const map = new BytesMap([[b`a`, 1]]);
  const set = new BytesSet([b`a`]);
  let got: unknown;
  try {
    got = run(map, set);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    got = String(error);
  }
  expect(got).toBe(answer);
});

test('not Python: keys are bytes-like, views have format B, and the map keeps a copy of a view', () => {
  const map = new BytesMap<number>();
  expect(() => map.get('a' as never)).toThrow("a bytes-like object is required, not 'str'");
  expect(() => map.has(null as never)).toThrow("a bytes-like object is required, not 'NoneType'");
  expect(() => map.set(new MemoryView(b`a`).cast('c') as never, 1)).toThrow(
    "memoryview: keys are restricted to format 'B'",
  );
  // In Python such a view has the same hash as the bytes but is not equal to them.
  for (const shape of [[], [1, 1]]) {
    expect(() => map.set(new MemoryView(b`a`).cast('B', shape) as never, 1)).toThrow(
      'memoryview: keys are restricted to one dimension',
    );
  }
  expect(() => map.set(new Uint8Array(1) as never, 1)).toThrow(
    /^cannot use '.*' as a dict key \(unhashable type: /,
  );
  expect(map.size).toBe(0);
  const view = new MemoryView(b`abc`).slice(1);
  map.set(view, 7);
  view.release();
  expect(map.get(b`bc`)).toBe(7);
  expect(() => map.get(view)).toThrow('operation forbidden on released memoryview object');
  const first = b`bc`.slice(0);
  expect([...map.set(first, 8).keys()][0]).not.toBe(first);
});

test('maps and sets inside others are written as in Python, also a map that holds itself', () => {
  const map = new BytesMap<unknown>([[b`a`, new BytesMap([[b`b`, [new BytesSet([b`c`])]]])]]);
  expect(map.repr()).toBe("{b'a': {b'b': [{b'c'}]}}");
  map.set(b`a`, map);
  expect(repr([map, map])).toBe("[{b'a': {...}}, {b'a': {...}}]");
  expect(map.repr()).toBe("{b'a': {...}}");
});
