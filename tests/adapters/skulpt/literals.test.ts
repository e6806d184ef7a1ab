/**
 * Literals of bytes and large ints on Skulpt, in a session that CPython answered, and the tokens that are rewritten.
 */
import { readLiterals } from '../../../src/adapters/skulpt/literals.js';
import { testSession } from './host.js';

testSession('literals');

/** What becomes of tokens. */
function rewritten(...tokens: unknown[]): unknown[] {
  const children = tokens.map((value) => ({ value }));
  const cst = { value: 256, children: [{ children: [] }, { children: null }, { value: null, children }] };
  const Sk = { parse: (...args: unknown[]) => ({ cst, args }) };
  readLiterals(Sk as never);
  expect(Sk.parse('name', 5)).toEqual({ cst, args: ['name', 5] });
  return children.map(({ value }) => value);
}

test.each([
  [String.raw`b'\a'`, String.raw`b'\x07'`],
  [String.raw`B"\7\60z"`, String.raw`B"\x07\x30z"`],
  [String.raw`b'\400\1011'`, String.raw`b'\x00\x411'`],
  [String.raw`b'\\a\n\x41\8'`, String.raw`b'\\a\n\x41\8'`],
  [String.raw`rb'\a'`, String.raw`rb'\a'`],
  [String.raw`'\a'`, String.raw`'\a'`],
  ['0xffffffffffffffff', '18446744073709551615'],
  ['0XFFFF_FFFF_FFFF_FFFF', '18446744073709551615'],
  ['0o7777777777777777777777', '73786976294838206463'],
  ['0b1010101010101', '5461'],
  ['0x1ff', '0x1ff'],
  ['123456789012345678901', '123456789012345678901'],
  ["'0x123456789abcdef01'", "'0x123456789abcdef01'"],
  ['a0x123456789abcdef', 'a0x123456789abcdef'],
  [5, 5],
])('the token %p becomes %p', (token, wanted) => {
  expect(rewritten(token)).toEqual([wanted]);
});

test('a Skulpt without a parser, and a parser without a tree, stay as they are', () => {
  const Sk = {};
  readLiterals(Sk as never);
  expect(Sk).toEqual({});
  const other = { parse: () => ({ ast: 1 }) };
  readLiterals(other as never);
  expect(other.parse()).toEqual({ ast: 1 });
});
