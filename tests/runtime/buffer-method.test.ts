/** `__buffer__` and `__release_buffer__`, called by name. */
import { ByteArray } from '../../src/bytes/index.js';
import type { MemoryView } from '../../src/memoryview/index.js';
import { ILP32, LP64, useABI } from '../../src/python/index.js';
import { callMethod } from '../../src/runtime/index.js';

afterEach(() => {
  useABI(LP64);
});

test('flags that no C int holds', () => {
  const data = new ByteArray([1]);
  expect(() => callMethod(data, '__buffer__', [2 ** 40])).toThrow('buffer flags out of range');
  expect(() => callMethod(data, '__buffer__', [2n ** 70n])).toThrow(
    "cannot fit 'int' into an index-sized integer",
  );
  useABI(ILP32);
  expect(() => callMethod(data, '__buffer__', [2 ** 40])).toThrow(
    "cannot fit 'int' into an index-sized integer",
  );
  data.append(2);
});

test('a view is released by the object that made it, once', () => {
  const data = new ByteArray([1]);
  const view = callMethod(data, '__buffer__', [0]) as MemoryView;
  expect(() => callMethod(new ByteArray(), '__release_buffer__', [view])).toThrow(
    "memoryview's buffer is not this object",
  );
  expect(() => data.append(2)).toThrow('Existing exports of data: object cannot be re-sized');
  callMethod(data, '__release_buffer__', [view]);
  data.append(2);
  expect(() => callMethod(data, '__release_buffer__', [view])).toThrow(
    "memoryview's buffer has already been released",
  );
});
