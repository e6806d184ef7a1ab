// `Offsets`: the growing list of positions.
import { Offsets } from '../../src/memory/index.js';

test('offsets are pushed, reserved, reversed', () => {
  const offsets = new Offsets();
  for (const offset of [3, 1, 2 ** 40]) offsets.push(offset);
  expect(offsets.toArray()).toEqual([3, 1, 2 ** 40]);
  offsets.reverse();
  expect(offsets.toArray()).toEqual([2 ** 40, 1, 3]);
  offsets.reserve(5);
  expect(offsets.list.length).toBe(8);
  offsets.clear();
  expect(offsets.toArray()).toEqual([]);
  offsets.push(7);
  expect(offsets.toArray()).toEqual([7]);
});

test('a long list is kept while it is needed', () => {
  const offsets = new Offsets();
  const fill = (count: number): void => {
    offsets.clear();
    for (let i = 0; i < count; i++) offsets.push(i);
  };
  fill(100_000);
  const { list } = offsets;
  fill(90_000);
  expect(offsets.list === list).toBe(true);
  fill(10);
  expect(offsets.list === list).toBe(true);
  fill(10);
  expect(offsets.list.length).toBe(10);
});

test('a list of up to 65,536 offsets is kept, and a longer one until a use that needs no more', () => {
  const kept = (longest: number, last: number): boolean => {
    const offsets = new Offsets();
    expect(offsets.list).toEqual([]);
    for (let i = 0; i < longest; i++) offsets.push(i);
    offsets.clear();
    for (let i = 0; i < last; i++) offsets.push(i);
    const { list } = offsets;
    offsets.clear();
    if (offsets.list !== list) expect(offsets.list).toEqual([]);
    return offsets.list === list;
  };
  expect([kept(10, 5), kept(65_536, 5), kept(65_537, 5)]).toEqual([true, true, false]);
  expect([kept(70_000, 65_536), kept(70_000, 65_537)]).toEqual([false, true]);
});
