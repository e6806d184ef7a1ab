/** Text, lists and tuples that meet bytes on Skulpt, in a session that CPython answered. */
import { Noted, waysOf } from '../ways.js';
import type { Way } from '../ways.js';
import { freshSkulpt, runnerOf, skulptWithAdapter, testSession, withAdapter } from './host.js';

testSession('mixing');

test("an object with `__index__` gets Skulpt's own answer of `chr`, which does not know `__index__`", () => {
  expect(
    skulptWithAdapter()(`
class Plain:
    def __index__(self):
        return 97
class Bytes(bytes):
    def __index__(self):
        return 97
for x in (Plain(), Bytes(b'a')):
    try:
        print(chr(x))
    except TypeError as error:
        print(error)
`),
  ).toBe('an integer is required\n'.repeat(2));
});

test('without bytes, errors of text, lists and tuples are those of Skulpt', () => {
  const program = `
for call in (
    lambda: ''.join({5}), lambda: ''.join(iter([1])), lambda: ''.join(5), lambda: ''.join([1]), lambda: 'a'.find(5),
    lambda: 'a'.replace('a', 5), lambda: 'a'.split(5), lambda: 'a' + 5, lambda: [1] + (2,), lambda: (1,) * 'a',
    lambda: 5 in 'a', lambda: chr('a'), lambda: complex('x'), lambda: sum(['a'], ''),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
`;
  const own = runnerOf(freshSkulpt())(program);
  expect(own.split('\n')).toHaveLength(15);
  expect(skulptWithAdapter()(program)).toBe(own);
});

test('sums of text, and text in text, take no way of Skulpt', () => {
  const Sk = freshSkulpt();
  const { str } = Sk.builtin;
  const noted = new Noted().over('str', str!.prototype, 'sq$concat', 'nb$add', 'sq$contains');
  const run = runnerOf(withAdapter(Sk));
  const ways: Way[] = [
    ["'a' + 'b'", 'ab', ''],
    ["'a' + S('b')", 'ab', 'str.nb$add'],
    ["S('a') + 'b'", 'ab', ''],
    ["'a' in 'ab', 'c' in 'ab'", 'True False', ''],
    ["S('a') in 'ab'", 'True', 'str.sq$contains'],
  ];
  const classes = 'class S(str):\n    pass\n';
  expect(waysOf((source) => run(`${classes}print(${source})`), noted, ways)).toEqual(ways);
  const concat = (other: unknown) => {
    const text = new (str as unknown as new (text: string) => { sq$concat(other: unknown): { v: string } })(
      'a',
    );
    return text.sq$concat(other).v;
  };
  noted.taken();
  expect([concat(new (str as never as new (text: string) => unknown)('b')), noted.taken()]).toEqual([
    'ab',
    [],
  ]);
});
