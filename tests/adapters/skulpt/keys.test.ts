/** Keys of dicts and elements of sets on Skulpt, in a session that CPython answered. */
import { Noted, waysOf } from '../ways.js';
import type { Way } from '../ways.js';
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';

testSession('keys');

test('sets find and keep ints and text without the functions that name other keys', () => {
  const Sk = freshSkulpt();
  const { set, frozenset } = Sk.builtin;
  const noted = new Noted()
    .over('set', set!.prototype, 'sq$contains', 'set$add')
    .over('frozenset', frozenset!.prototype, 'sq$contains')
    .over('abstr', (Sk as unknown as { abstr: object }).abstr, 'objectHash');
  const run = runnerOf(withAdapter(Sk));
  const ways: Way[] = [
    ['5 in {5}', 'True', ''],
    ["'a' in {'b'}", 'False', ''],
    ['5 in frozenset([5])', 'True', ''],
    ["'a' in frozenset('b')", 'False', ''],
    ['1.5 in {1.5}', 'True', 'set.sq$contains'],
    ["b'a' in {b'a'}", 'True', 'set.sq$contains'],
    ['(1,) in frozenset([2])', 'False', 'frozenset.sq$contains'],
    ["len({1, 1.5, 'a', b'a', (1,)})", '5', ''],
    ["{b'a': 1}[b'a'], {1.5: 2}[1.5]", '1 2', ''],
    // What has no hash, Skulpt refuses.
    ['{}.get([])', "TypeError: unhashable type: 'list'", 'abstr.objectHash'],
    ["hash('a') == hash(b'a')", 'False', 'abstr.objectHash'],
  ];
  expect(waysOf((source) => run(`print(${source})`), noted, ways)).toEqual(ways);
});

test('`add` puts an element into the dict of a set itself', () => {
  const Sk = freshSkulpt();
  const noted = new Noted().over('set', Sk.builtin['set']!.prototype, 'set$add');
  const run = runnerOf(withAdapter(Sk));
  const ways: Way[] = [["s = set()\ns.add(1)\ns.add(b'a')\ns.add(1)\nprint(len(s))", '2', '']];
  expect(waysOf(run, noted, ways)).toEqual(ways);
});

test('bytes have the same properties before and after a dict has read their hash', () => {
  const Sk = withAdapter(freshSkulpt());
  const Bytes = Sk.builtin['bytes'] as unknown as new (text: string) => {
    tp$hash(): number;
    sq$concat(other: object): object;
  };
  const made = new Bytes('ab');
  const before = Reflect.ownKeys(made);
  expect(before).toContain('$savedKeyHash');
  const hash = made.tp$hash();
  expect(Reflect.ownKeys(made)).toEqual(before);
  expect(Reflect.ownKeys(made.sq$concat(made))).toEqual(before);
  expect(made).toHaveProperty('$savedKeyHash', hash);
});
