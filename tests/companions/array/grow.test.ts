/** Lists that change while an array takes their items, sizes that are too large, how storage grows: CPython 3.15. */
import { b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { BytesIO } from 'pybuffer/io';
import { shown } from '../../written.js';

/** An int that runs something when it is asked for its value. */
const running = (run: () => void): never =>
  ({
    __index__() {
      run();
      return 1;
    },
  }) as never;

test('fromlist, of a list that changes, changes nothing', () => {
  const items = new PyArray('b', [9, 8]);
  const list: number[] = [];
  list.push(
    running(() => list.push(1)),
    2,
  );
  expect(shown(() => items.fromlist(list))).toBe('RuntimeError: list changed size during iteration');
  expect(items.tolist()).toEqual([9, 8]);
  const clears = [running(() => items.clear()), 2];
  expect(shown(() => items.fromlist(clears))).toBe('IndexError: array assignment index out of range');
  // CPython leaves whatever the memory held.
  expect(items.length).toBe(2);
  items[0] = 9;
  items[1] = 8;
  expect(shown(() => items.fromlist([1, 300]))).toBe('OverflowError: signed char is greater than maximum');
  expect(items.tolist()).toEqual([9, 8]);
});

test('sizes beyond any memory', () => {
  const items = new PyArray('d', [1]);
  expect(shown(() => items.repeat(2n ** 62n))).toBe('MemoryError: ');
  expect(shown(() => items.imul(2n ** 62n))).toBe('MemoryError: ');
  expect(shown(() => new PyArray('d').repeat(2n ** 62n))).toBe("array('d')");
  expect(shown(() => new PyArray('d').fromfile(new BytesIO(), 2n ** 62n))).toBe('MemoryError: ');
  expect(items.tolist()).toEqual([1]);
});

test('storage that is shared, full, or exported grows by moving', () => {
  const items = new PyArray('B', b`ab`);
  for (let i = 0; i < 300; i++) items.append(i & 255);
  expect(items.tolist()).toEqual([97, 98, ...Array.from({ length: 300 }, (_, i) => i & 255)]);
  for (let i = 0; i < 299; i++) items.pop();
  expect(items.tolist()).toEqual([97, 98, 0]);
  {
    using live = items.asUint8Array();
    expect(shown(() => items.append(1))).toBe(
      'BufferError: cannot resize an array that is exporting buffers',
    );
    expect(live.length).toBe(3);
  }
  items.append(1);
  items.insert(0, 5);
  items.extend(items);
  expect(items.tolist()).toEqual([5, 97, 98, 0, 1, 5, 97, 98, 0, 1]);
});

test.each([1, 2, 3, 5, 8])('appending after an export of %i items was released writes the items', (count) => {
  const items = new PyArray(
    'h',
    Array.from({ length: count }, (_, i) => i),
  );
  items.asUint8Array()[Symbol.dispose]();
  for (let i = count; i < 40; i++) {
    items.append(i);
    expect(items.length).toBe(i + 1);
  }
  expect(items.tolist()).toEqual(Array.from({ length: 40 }, (_, i) => i));
});
