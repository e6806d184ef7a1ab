/**
 * Which views a program can still reach, on a heap of plain objects: an object that refers to a view, or to
 * an iterator over one, blocks a resize.
 */
import { ByteArray, MemoryView } from 'pybuffer';
import { isViewReachable, visitProperties } from '../../src/adapters/reachable.js';
import type { Heap } from '../../src/adapters/reachable.js';

const data = new ByteArray('abc', 'ascii');
const view = new MemoryView(data);

/** An object of the host that holds one of our values. */
class Held {
  constructor(readonly value: unknown) {}
}

function heapOf(roots: readonly unknown[], running: readonly unknown[] = []): Heap {
  return {
    roots,
    running,
    held: (object) => (object instanceof Held ? object.value : undefined),
    parts: visitProperties,
  };
}

afterAll(() => view.release());

test.each<[string, unknown[], boolean]>([
  ['a variable', [new Held(view)], true],
  ['an item of a list', [[[new Held(1)], [new Held(view)]]], true],
  ['an attribute after others', [{ a: 1, b: null, c: undefined, d: { e: new Held(view) } }], true],
  ['no variable', [[new Held(data), new Held(1), {}]], false],
  ['only numbers, texts and nothing', [1, 'text', null, undefined, [null, undefined, 2]], false],
  ['nothing at all', [], false],
])('%s leads to the view: %#', (_, roots, found) => {
  expect(isViewReachable(heapOf(roots), data)).toBe(found);
});

test('views of other objects, and released ones, are not views of this one', () => {
  const other = new MemoryView(new ByteArray('abc', 'ascii'));
  const released = new MemoryView(data);
  released.release();
  const roots = [new Held(other), new Held(released)];
  expect(isViewReachable(heapOf(roots), data)).toBe(false);
  expect(isViewReachable(heapOf(roots, [other, released]), data)).toBe(false);
  expect(isViewReachable(heapOf(roots), other.obj as object)).toBe(true);
  other.release();
});

test('an iterator leads to its view, and so does a view of a view', () => {
  const part = view.slice(1);
  expect(isViewReachable(heapOf([new Held(view[Symbol.iterator]())]), data)).toBe(true);
  expect(isViewReachable(heapOf([new Held(data[Symbol.iterator]())]), data)).toBe(false);
  expect(isViewReachable(heapOf([new Held(part)]), data)).toBe(true);
  part.release();
});

test('a running call on the view holds it, whatever the variables hold', () => {
  expect(isViewReachable(heapOf([], [1, view]), data)).toBe(true);
  expect(isViewReachable(heapOf([], [1, data]), data)).toBe(false);
});

test('the search ends in a cycle of objects and visits each once', () => {
  const ring: { next?: object; other?: object } = {};
  ring.next = { back: ring };
  ring.other = ring.next;
  let visits = 0;
  const heap: Heap = {
    ...heapOf([ring]),
    parts(object, visit) {
      visits++;
      visitProperties(object, visit);
    },
  };
  expect(isViewReachable(heap, data)).toBe(false);
  expect(visits).toBe(2);
});

test('what holds a value of ours is not searched: its parts are ours', () => {
  const parts = jest.fn();
  const heap: Heap = { ...heapOf([new Held(1)]), parts };
  expect(isViewReachable(heap, data)).toBe(false);
  expect(parts).not.toHaveBeenCalled();
});

test('after 100,000 objects a view counts as reachable', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({}));
  expect(isViewReachable(heapOf(many(100_000)), data)).toBe(false);
  expect(isViewReachable(heapOf(many(100_001)), data)).toBe(true);
});

test('a property that raises does not hide the properties after it', () => {
  const object = {
    get broken(): unknown {
      throw new Error('not now');
    },
    after: 7,
  };
  const seen: unknown[] = [];
  visitProperties(object, (part) => seen.push(part));
  expect(seen).toEqual([7]);
});
