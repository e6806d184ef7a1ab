/**
 * Arrays from the pickles of other machines, and iterators over arrays with other states.
 * scripts/record-array-pickles.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, b } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import type { TypeCode } from 'pybuffer/array';
import { PyFloat, tuple } from 'pybuffer/runtime';
import { arrayReconstructor } from '../../../src/companions/array/pickle.js';
import { shown } from '../../written.js';

type State = [isReversed: boolean, length: number, steps: number, state: number | string, answer: string];

const { pickles, iterators } = JSON.parse(
  readFileSync(join(__dirname, 'pickles.generated.json'), 'utf8'),
) as { pickles: [code: TypeCode, hex: string, answers: string[]][]; iterators: State[] };

test.each(pickles)('an array %j of the items %s in the format of each machine', (code, hex, answers) => {
  const items = Bytes.fromhex(hex);
  expect(answers.map((_, i) => shown(() => arrayReconstructor(PyArray, code, i - 1, items)))).toEqual(
    answers,
  );
});

class Sub extends PyArray {}
class Other {}

test.each<[args: unknown[], answer: string]>([
  [[PyArray, 'b', 1, b`a`], "array('b', [97])"],
  [[Sub, 'b', 1, b`ab`], "Sub('b', [97, 98])"],
  [[5, 'b', 1, b``], 'TypeError: first argument must be a type object, not int'],
  [[null, 'b', 1, b``], 'TypeError: first argument must be a type object, not NoneType'],
  [[Other, 'b', 1, b``], 'TypeError: Other is not a subtype of array.array'],
  [[PyArray, 5, 1, b``], 'TypeError: _array_reconstructor() argument 2 must be str, not int'],
  [[PyArray, null, 1, b``], 'TypeError: _array_reconstructor() argument 2 must be str, not None'],
  [[PyArray, 'x', 1, b``], 'ValueError: second argument must be a valid type code'],
  [[PyArray, 'b', 99, b``], 'ValueError: third argument must be a valid machine format code.'],
  [[PyArray, 'b', 'x', b``], "TypeError: 'str' object cannot be interpreted as an integer"],
  [[PyArray, 'b', 2 ** 40, b``], 'OverflowError: Python int too large to convert to C int'],
  [[PyArray, 'b', 1, 5], 'TypeError: fourth argument should be bytes, not int'],
  [[PyArray, 'b', 1, null], 'TypeError: fourth argument should be bytes, not NoneType'],
])('_array_reconstructor, wrong call %#', (args, expected) => {
  expect(shown(() => (arrayReconstructor as (...args: unknown[]) => unknown)(...args))).toBe(expected);
});

test.each(iterators)(
  'reversed %j, %i items, after %i steps, state %j',
  (isReversed, length, steps, state, answer) => {
    const items = new PyArray(
      'b',
      Array.from({ length }, (_, i) => i),
    );
    const iterator = isReversed ? items.reversed() : items[Symbol.iterator]();
    const hint = () => (iterator as unknown as { __length_hint__(): number }).__length_hint__();
    expect(
      shown(() => {
        for (let i = 0; i < steps; i++) iterator.next();
        const hints = isReversed ? [hint()] : [];
        const given = typeof state === 'number' && !Number.isInteger(state) ? new PyFloat(state) : state;
        iterator.__setstate__(typeof given === 'number' && given > 2 ** 53 ? BigInt(given) : given);
        if (isReversed) hints.push(hint());
        return tuple(hints, [...iterator], iterator.next().value ?? null);
      }),
    ).toBe(answer);
  },
);

test('an array that shrinks leaves its reversed iterator nothing', () => {
  const items = new PyArray('b', [1, 2, 3]);
  const iterator = items.reversed();
  items.pop();
  expect((iterator as unknown as { __length_hint__(): number }).__length_hint__()).toBe(0);
  expect([...iterator]).toEqual([]);
});
