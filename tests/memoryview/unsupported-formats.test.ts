/** A format of a single code that memoryview cannot unpack: reading an item raises, and the view equals nothing. */
import { PyArray } from '../../src/companions/array/index.js';
import { MemoryView } from '../../src/memoryview/index.js';

test('an unknown code, as of an array of characters', () => {
  const view = new MemoryView(new PyArray('w', 'ab'));
  for (const use of [() => view.get(0), () => view.tolist(), () => [...view], () => view.index(0)]) {
    expect(use).toThrow('memoryview: format w not supported');
  }
  expect(view.equals(view)).toBe(false);
});
