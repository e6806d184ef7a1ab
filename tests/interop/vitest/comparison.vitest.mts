/** Run by ../test-runners.test.ts, which expects the second of these to fail and reads how. */
import { expect, test } from 'vitest';
import { ByteArray, Bytes, b } from 'pybuffer';

test('contents are compared, wherever they lie in memory', () => {
  expect(new Bytes('a longer value', 'ascii').slice(2, 8)).toEqual(b`longer`);
  expect(new ByteArray(b`ab`)).not.toEqual(new ByteArray(b`ac`));
});

test('a failure shows both contents', () => {
  expect(b`abc`).toEqual(b`abd`);
});
