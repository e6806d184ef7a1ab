/** The keys under which views keep their fields, as an inspector shows them. */
import * as access from '../../src/memoryview/access.js';
import * as memoryView from '../../src/memoryview/memory-view.js';
import * as state from '../../src/memoryview/state.js';

test('every field has a name of its own', () => {
  const keys = [state, access, memoryView].flatMap((module) =>
    Object.values(module).filter((value): value is symbol => typeof value === 'symbol'),
  );
  expect(keys.length).toBeGreaterThan(15);
  const names = keys.map(({ description }) => description);
  expect(names.filter((name) => !/^pybuffer\.[a-z]/.test(name!))).toEqual([]);
  expect(new Set(names).size).toBe(keys.length);
});
