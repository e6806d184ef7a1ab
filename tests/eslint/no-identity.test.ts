// Code that the rule no-identity accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-identity',
  [
    'x.equals(y)',
    'maybe === null',
    'undefined !== maybe',
    'n === 1',
    'namesake === namesake',
    'other === text',
    'switch (text) { case "a": }',
    'switch (keyOf(x)) { case keyOf(b`a`): }',
    'list.some((item) => item.equals(x))',
    '[text].includes(text)',
    'x.includes(97)',
    'text.indexOf("a")',
    'Object.is(text, n)',
    'const Object = { is: (p: Bytes, q: Bytes) => p === null && q === null }; Object.is(x, x)',
  ],
  [
    ['x === y', 'compare', ['equals', 'x.equals(y)']],
    ['x !== mine', 'compare', ['equals', '!x.equals(mine)']],
    ['m == m', 'compare', ['equals', 'm.equals(m)']],
    ['a != x', 'compare', ['equals', '!a.equals(x)']],
    ['if (maybe === x) n', 'compare', ['equals', 'if (maybe?.equals(x)) n']],
    ['x === other', 'compareDifferent', ['equals', 'x.equals(other)']],
    ["'a' === x", 'compareDifferent', ['equals', "x.equals('a')"]],
    ['(n ? x : x) === y', 'compare', ['equals', '(n ? x : x).equals(y)']],
    [
      'switch (x) { case b`a`: break; default: }',
      'switch',
      ['keys', 'switch (keyOf(x)) { case keyOf(b`a`): break; default: }'],
    ],
    ['list.includes(x)', 'search', ['some', 'list.some((item) => item.equals(x))']],
    ['list.indexOf(x) < 0', 'search', ['findIndex', 'list.findIndex((item) => item.equals(x)) < 0']],
    ['list.lastIndexOf(x)', 'search', ['findIndex', 'list.findLastIndex((item) => item.equals(x))']],
    ['list.indexOf(x, 1)', 'search'],
    ['Object.is(x, y)', 'compare', ['equals', 'x.equals(y)']],
    ['Object.is(other, y)', 'compare', ['equals', 'y.equals(other)']],
    ['globalThis.Object.is(x, y)', 'compare', ['equals', 'x.equals(y)']],
    [
      '(list as Bytes[] | undefined)?.includes(x)',
      'search',
      ['some', '(list as Bytes[] | undefined)?.some((item) => item.equals(x))'],
    ],
    [
      'function f<T extends Bytes | string>(p: T | null) { return p === x }',
      'compare',
      ['equals', 'function f<T extends Bytes | string>(p: T | null) { return p?.equals(x) }'],
    ],
    [
      '(list as Bytes[] | readonly Mine[]).includes(mine)',
      'search',
      ['some', '(list as Bytes[] | readonly Mine[]).some((item) => item.equals(mine))'],
    ],
  ],
);
