// An array against a JavaScript array that takes the same random steps.
import fc from 'fast-check';
import { Slice } from 'pybuffer';
import { PyArray } from 'pybuffer/array';

/** Python's slices on a JavaScript array. */
function indices(length: number, start: number | null, stop: number | null, step: number): number[] {
  const clamp = (part: number) =>
    Math.max(step < 0 ? -1 : 0, Math.min(part < 0 ? part + length : part, step < 0 ? length - 1 : length));
  const first = start === null ? (step < 0 ? length - 1 : 0) : clamp(start);
  const last = stop === null ? (step < 0 ? -1 : length) : clamp(stop);
  const all: number[] = [];
  for (let i = first; step < 0 ? i > last : i < last; i += step) all.push(i);
  return all;
}

const part = fc.option(fc.integer({ min: -12, max: 12 }), { nil: null });
const step = fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0);
const items = fc.array(fc.integer({ min: -30000, max: 30000 }), { maxLength: 12 });

test('slices read and delete what a list would', () => {
  fc.assert(
    fc.property(items, part, part, step, (list, start, stop, by) => {
      const chosen = indices(list.length, start, stop, by);
      const array = new PyArray('h', list);
      const key = new Slice(start, stop, by);
      expect(array.get(key).tolist()).toEqual(chosen.map((i) => list[i]));
      array.delete(key);
      expect(array.tolist()).toEqual(list.filter((_, i) => !chosen.includes(i)));
    }),
  );
});

/** Operations that a list has too. */
type Step = (array: PyArray<'i'>, list: number[]) => void;
const int = fc.integer();
const anywhere = fc.nat(40);
const operation: fc.Arbitrary<Step> = fc.oneof(
  int.map(
    (n): Step =>
      (array, list) => (array.append(n), void list.push(n)),
  ),
  fc.tuple(anywhere, int).map(
    ([i, n]): Step =>
      (array, list) => (array.insert(i, n), void list.splice(i, 0, n)),
  ),
  anywhere.map((i): Step => (array, list) => {
    if (list.length > 0) expect(array.pop(i % list.length)).toBe(list.splice(i % list.length, 1)[0]);
  }),
  // A queue: items leave at the front.
  fc.nat(8).map(
    (n): Step =>
      (array, list) => (array.delete(new Slice(0, n)), void list.splice(0, n)),
  ),
  items.map(
    (more): Step =>
      (array, list) => (array.extend(more), void list.push(...more)),
  ),
  fc.constant<Step>((array, list) => (array.reverse(), void list.reverse())),
  fc.tuple(anywhere, items).map(([i, more]): Step => (array, list) => {
    array.set(new Slice(i, i + 2), new PyArray('i', more));
    list.splice(i, 2, ...more);
  }),
);

test('any sequence of changes has the same result as in a list', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const array = new PyArray('i');
      const list: number[] = [];
      for (const apply of operations) apply(array, list);
      expect(array.tolist()).toEqual(list);
      expect(array.length).toBe(list.length);
    }),
  );
});
