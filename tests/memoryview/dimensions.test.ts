/**
 * What views without a dimension or with several refuse, and which methods hash() of a view calls, as in
 * CPython 3.15.
 */
import { ByteArray, Bytes, Ellipsis, MemoryView, Slice, tuple } from 'pybuffer';
import { NDExporter } from 'pybuffer/protocol';
import { builtins } from 'pybuffer/runtime';
import { pythonOf } from '../python-of.js';

const none = () => new MemoryView(new ByteArray([97])).cast('B', []);
const matrix = () => new MemoryView(new ByteArray(4)).cast('B', [2, 2]);

const INVALID = 'TypeError: invalid indexing of 0-dim memory';

test.each<[string, unknown]>([
  ['0', 0],
  ['[0]', [0]],
  ['(0,)', tuple(0)],
  ['(0, 0)', tuple(0, 0)],
  ["''", ''],
  [':', new Slice()],
])('[%s] of no dimension', (_, key) => {
  const view = none();
  expect(pythonOf(() => view.get(key as never))).toBe(INVALID);
  expect(pythonOf(() => view.set(key as never, 98) ?? null)).toBe(INVALID);
  expect(view.tolist()).toBe(97);
});

test('() and Ellipsis of no dimension', () => {
  const view = none();
  expect(view.get(tuple() as never)).toBe(97);
  expect((view.get(Ellipsis as never) as unknown as MemoryView).tolist()).toBe(97);
  view.set(tuple() as never, 98);
  expect(view.tolist()).toBe(98);
  view.set(Ellipsis as never, 99);
  expect(view.tolist()).toBe(99);
});

test.each<[string, (view: MemoryView) => unknown, string, string]>([
  [
    'index',
    (view) => view.index(97),
    'TypeError: invalid lookup on 0-dim memory',
    'NotImplementedError: multi-dimensional lookup is not implemented',
  ],
  [
    'count',
    (view) => view.count(97),
    INVALID,
    'NotImplementedError: multi-dimensional sub-views are not implemented',
  ],
  [
    'list',
    (view) => [...view],
    INVALID,
    'NotImplementedError: multi-dimensional sub-views are not implemented',
  ],
])('%s', (_, run, ofNone, ofMatrix) => {
  expect(pythonOf(() => run(none() as unknown as MemoryView))).toBe(ofNone);
  expect(pythonOf(() => run(matrix() as unknown as MemoryView))).toBe(ofMatrix);
});

test('subscripts are items, and undefined beyond them', () => {
  const view = new MemoryView(new ByteArray([5, 6])) as MemoryView & Record<number, number | undefined>;
  expect([view[0], view[1], view[2]]).toEqual([5, 6, undefined]);
  view[1] = 7;
  expect(view.tolist()).toEqual([5, 7]);
});

test('subscripts from the end, and undefined before the beginning', () => {
  const view = new MemoryView(new ByteArray([5, 6, 7])) as unknown as Record<string, unknown>;
  expect([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4].map((index) => view[index])).toEqual([
    undefined,
    undefined,
    5,
    6,
    7,
    5,
    6,
    7,
    undefined,
    undefined,
  ]);
});

test('an item that needs more bytes than there are is no item', () => {
  const view = new MemoryView(new NDExporter(new Uint8Array(2), { format: 'I', itemsize: 2, shape: [1] }));
  for (const access of [() => view.get(0), () => view.set(0, 1 as never)]) {
    expect(pythonOf(() => access() ?? null)).toBe(
      "BufferError: memoryview: an item of this format ends past the exporter's memory",
    );
  }
});

test('subscripts of other dimensions, and of items that cannot be read', () => {
  const first = (view: object) => pythonOf(() => (view as Record<number, unknown>)[0] ?? 'undefined');
  expect(first(none())).toBe(INVALID);
  expect(first(matrix())).toBe('NotImplementedError: multi-dimensional sub-views are not implemented');
  const unknown = (format: string, count: number) =>
    new MemoryView(new NDExporter(new Uint8Array(4), { format, itemsize: 2, shape: [count] }));
  for (const count of [0, 2]) {
    expect(first(unknown('2B', count))).toBe('NotImplementedError: memoryview: unsupported format 2B');
  }
  expect([first(unknown('w', 2)), first(unknown('w', 0))]).toEqual([
    'NotImplementedError: memoryview: format w not supported',
    'undefined',
  ]);
});

test.each<[string, Partial<Record<'__hash__' | '__eq__', unknown>>, string]>([
  [
    '__hash__ that returns a text',
    { __hash__: () => 'x' },
    'TypeError: __hash__ method should return an integer',
  ],
  ['__hash__ that returns an int', { __hash__: () => 5 }, 'True'],
  ['__eq__ alone', { __eq__: () => true }, "TypeError: unhashable type: 'Own'"],
  ['neither', {}, 'True'],
])('the hash of a view calls that of its object: %s', (_, methods, expected) => {
  class Own extends Bytes {}
  Object.assign(Own.prototype, methods);
  const content = new Bytes('ab', 'ascii');
  const hash = () => builtins.hash(new MemoryView(new Own(content))) === builtins.hash(content);
  expect(pythonOf(hash)).toBe(expected);
});

test('views of a format that cannot be unpacked equal nothing, as either operand', () => {
  const known = new MemoryView(new Bytes([1, 2]));
  const items = (format: string) =>
    new MemoryView(new NDExporter(Uint8Array.of(1, 2), { shape: [2], itemsize: 1, format }));
  for (const format of ['Z', '1w', 'T{b:x:}']) {
    const unknown = items(format);
    expect([format, known.equals(unknown), unknown.equals(known)]).toEqual([format, false, false]);
  }
});
