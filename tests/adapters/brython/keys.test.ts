/** Keys of dicts and elements of sets in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';
import { waysOf } from './noted.js';
import type { Way } from '../ways.js';

testSession(brythonWithAdapter(), 'keys');

test('sets take ints, text and bytes in by the ways of Brython that each needs', () => {
  const classes = `
b = b'a'
class D(bytes):
    pass
d = D(b)
s = set()
`;
  const ways: Way[] = [
    ["len({1, 'a'})", '2', 'set.$literal'],
    ["len({1, b, (1,), 'x'})", '4', '$B.set_add builtins.hash set.$literal tuple.tp_hash'],
    ['{*[1, 2]}', '{1, 2}', '$B.set_add set.$literal'],
    ['len({1, b})', '2', '$B.set_add set.$literal'],
    ["hash(5), hash('a') == hash('a')", '(5, True)', 'builtins.hash'],
    ['hash(b) == hash(d)', 'True', 'builtins.hash'],
    ['hash((1,)) == hash((1,))', 'True', 'builtins.hash tuple.tp_hash'],
    ['s.add(1), s.add(b), len(s)', '(None, None, 2)', ''],
  ];
  const names = { $B: ['set_add'], set: ['$literal'], tuple: ['tp_hash'] };
  expect(waysOf(names, classes, ways)).toEqual(ways);
});
