/** Calls that only JavaScript allows; `tests/runtime/wrong-calls.test.ts` has those that CPython refuses. */
import { standard_b64encode } from '../../src/base64.js';
import { a2b_uu } from '../../src/binascii.js';
import { Bytes } from '../../src/bytes/index.js';
import { getencoder } from '../../src/codecs.js';
import { calcsize } from '../../src/companions/struct/index.js';
import { builtins } from '../../src/runtime/index.js';

const shown = (values: readonly unknown[]) => values.map(builtins.repr);

test('a function of one parameter is a callback of Array.map', () => {
  expect(['B', '>hi'].map(calcsize)).toEqual([1, 6]);
  expect(shown(['#86)C\n'].map(a2b_uu))).toEqual(["b'abc'"]);
  expect(shown([new Bytes('a', 'ascii')].map(standard_b64encode))).toEqual(["b'YQ=='"]);
  expect(['ascii'].map(getencoder)).toHaveLength(1);
  expect([[], [1]].map(builtins.len)).toEqual([0, 1]);
  expect([0, 2].map(builtins.bool)).toEqual([false, true]);
});

test('with two arguments it is refused', () => {
  const two = (call: (...args: never[]) => unknown) => () => call(null as never, null as never);
  expect(two(calcsize)).toThrow('_struct.calcsize() takes exactly one argument (2 given)');
  expect(two(standard_b64encode)).toThrow(
    'standard_b64encode() takes 1 positional argument but 2 were given',
  );
  expect(two(builtins.bool)).toThrow('bool expected at most 1 argument, got 2');
});
