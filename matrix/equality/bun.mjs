/**
 * Prints the judgement of `Bun.deepEquals`, on which Bun's `expect` is built, as JSON. equality.mjs runs it
 * in Bun.
 */
import { judge } from './values.mjs';

const { comparable } = await import('../../dist/testing.js');
const helpers = [
  ['Bun.deepEquals (toEqual)', '', (a, b) => Bun.deepEquals(a, b)],
  ['Bun.deepEquals, strict (toStrictEqual)', '', (a, b) => Bun.deepEquals(a, b, true)],
  ['Bun.deepEquals (toEqual)', '`comparable`', (a, b) => Bun.deepEquals(comparable(a), comparable(b))],
  [
    'Bun.deepEquals, strict (toStrictEqual)',
    '`comparable`',
    (a, b) => Bun.deepEquals(comparable(a), comparable(b), true),
  ],
];
console.log(
  JSON.stringify(
    helpers.map(([name, means, equals]) => ({
      name,
      means,
      canBeRight: means !== '',
      judged: judge(equals),
    })),
  ),
);
