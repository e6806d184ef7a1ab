/** Prints the judgement of Jest's `expect` as JSON. equality.mjs runs it. */
import { expect } from 'expect';
import { judge } from './values.mjs';

const helpers = [
  ['Jest toEqual', (a, b) => expect(a).toEqual(b)],
  ['Jest toStrictEqual', (a, b) => expect(a).toStrictEqual(b)],
  ['Jest toContainEqual', (a, b) => expect([a]).toContainEqual(b)],
];
console.log(
  JSON.stringify(helpers.map(([name, equals]) => ({ name, canBeRight: true, judged: judge(equals) }))),
);
