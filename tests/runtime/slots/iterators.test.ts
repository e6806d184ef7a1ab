/** Iterators over the host's values: Python's names of their types, as errors print them, and their items. */
import { builtins, operator } from 'pybuffer/runtime';
import { pythonOf } from '../../python-of.js';

test.each([
  ['a tuple', Object.freeze([1, 2]), 'tuple_iterator', [1, 2]],
  ['a list', [1, 2], 'list_iterator', [1, 2]],
  ['ASCII text', 'ab', 'str_ascii_iterator', ['a', 'b']],
  ['no text', '', 'str_ascii_iterator', []],
  ['other text', 'a\u{1f600}\x80', 'str_iterator', ['a', '\u{1f600}', '\x80']],
  ['a plain object', { a: 1, b: 2 }, 'dict_keyiterator', ['a', 'b']],
  ['a map', new Map([[1, 2]]), 'dict_keyiterator', [1]],
  ['a set', new Set([3]), 'set_iterator', [3]],
])('%s', (_, value, name, items) => {
  const iterator = builtins.iter(value);
  expect(pythonOf(() => operator.add(iterator, 1))).toBe(
    `TypeError: unsupported operand type(s) for +: '${name}' and 'int'`,
  );
  expect(builtins.iter(iterator)).toBe(iterator);
  expect(builtins.list(iterator)).toEqual(items);
  expect(builtins.next(iterator, 'ended')).toBe('ended');
});
