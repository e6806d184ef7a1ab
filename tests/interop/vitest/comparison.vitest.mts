/** Caller: ../test-runners.test.ts, which expects the last of these tests to fail and reads its message. */
import { expect, test } from 'vitest';
import { ByteArray, Bytes, b } from 'pybuffer';

test('contents are compared, wherever they lie in memory', () => {
  expect(new Bytes('a longer value', 'ascii').slice(2, 8)).toEqual(b`longer`);
  expect(new ByteArray(b`ab`)).not.toEqual(new ByteArray(b`ac`));
});

test('an equality tester makes the other matchers right', () => {
  const brand = Symbol.for('pybuffer.brand');
  const read = (value: unknown, key: PropertyKey) => (value as Record<PropertyKey, unknown> | null)?.[key];
  const isOurs = (value: unknown) => typeof value === 'object' && read(value, brand) !== undefined;
  expect.addEqualityTesters([
    (a, b) => (isOurs(a) && isOurs(b) ? read(a, 'contents') === read(b, 'contents') : undefined),
  ]);
  expect([new Bytes('a longer value', 'ascii').slice(2, 8)]).toContainEqual(b`longer`);
  expect([b`ab`]).not.toContainEqual(new ByteArray(b`ab`));
});

test('a failure shows both contents', () => {
  expect(b`abc`).toEqual(b`abd`);
});
