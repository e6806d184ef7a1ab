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

test('dicts keep items of text without the function for other keys', () => {
  const Sk = freshSkulpt();
  const noted = new Noted().over('dict', Sk.builtin['dict']!.prototype, 'set$item');
  const run = runnerOf(withAdapter(Sk));
  const own = 'dict.set$item';
  const ways: Way[] = [
    [
      "d = {'a': 1, 'b': 2}\nd['a'] = 3\nd['c'] = b'x'\nprint(d, len(d))",
      "{'a': 3, 'b': 2, 'c': b'x'} 3",
      '',
    ],
    [
      "d = {'a': 1}\ndel d['a']\nd['b'] = 2\nd['a'] = 3\nprint(d, len(d), 'a' in d)",
      "{'b': 2, 'a': 3} 2 True",
      '',
    ],
    ["print(sorted({x for x in 'abca'}), len({'a', 'a'}))", "['a', 'b', 'c'] 1", ''],
    ["d = {}\nd[1] = 'a'\nprint(d)", "{1: 'a'}", own],
    ["d = {}\nd[b'a'] = 'a'\nd['a'] = 1\nprint(d)", "{b'a': 'a', 'a': 1}", own],
    ["d = {'a': 1}\nfor k in d:\n  d[k] = 2\nprint(d)", "{'a': 2}", ''],
    ["d = {'a': 1}\nfor k in d:\n  d['b'] = 2", 'RuntimeError: dict changed size during iteration', ''],
  ];
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
