/** Text, lists and tuples that meet bytes on Skulpt, in a session that CPython answered. */
import { freshSkulpt, runnerOf, skulptWithAdapter, testSession } from './host.js';

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
