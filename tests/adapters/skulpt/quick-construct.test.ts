/**
 * Fast paths of constructors and iterators on Skulpt: a session that CPython answered, which of its steps take them,
 * and an iterator that fails.
 */
import { VALUE } from '../../../src/adapters/skulpt/border.js';
import { Border } from '../../../src/adapters/skulpt/border.js';
import { quickenIterator } from '../../../src/adapters/skulpt/quick-construct.js';
import { testCountedSession } from './counted.js';
import { freshSkulpt } from './host.js';

testCountedSession('quick-construct');

test('an iterator that fails takes the slow way', () => {
  const slots: Record<string, unknown> = { tp$iternext: () => 'slow' };
  quickenIterator(new Border(freshSkulpt() as never), slots);
  const next = (step: () => unknown) =>
    (slots['tp$iternext'] as () => unknown).call({ [VALUE]: { next: step } });
  expect(
    next(() => {
      throw new Error('the memory is gone');
    }),
  ).toBe('slow');
  expect(next(() => ({ done: true, value: undefined }))).toBeUndefined();
  expect(next(() => ({ done: false, value: 7 }))).toMatchObject({ v: 7 });
});
