/** Prints the judgement of Deno's standard helpers as JSON. equality.mjs runs it in Deno. */
import { assertEquals } from 'deno-std/assert/equals.js';
import { expect } from 'deno-std/expect/expect.js';
import { judge } from './values.mjs';

const { comparable, equalityTester } = await import('../../dist/testing.js');
const helpers = [
  ['Deno assertEquals', '', (a, b) => assertEquals(a, b)],
  ['Deno expect toEqual', '', (a, b) => expect(a).toEqual(b)],
  ['Deno expect toStrictEqual', '', (a, b) => expect(a).toStrictEqual(b)],
  ['Deno assertEquals', '`comparable`', (a, b) => assertEquals(comparable(a), comparable(b))],
];
const judged = helpers.map(([name, means, equals]) => ({ name, means, judged: judge(equals) }));
expect.addEqualityTesters([equalityTester]);
for (const [name, equals] of [
  ['Deno expect toEqual', (a, b) => expect(a).toEqual(b)],
  ['Deno expect toStrictEqual', (a, b) => expect(a).toStrictEqual(b)],
])
  judged.push({ name, means: '`equalityTester`', judged: judge(equals) });
console.log(JSON.stringify(judged.map((row) => ({ ...row, canBeRight: row.means !== '' }))));
