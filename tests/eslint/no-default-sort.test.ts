// Code that the rule no-default-sort accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-default-sort',
  [
    'list.sort((a, b) => a.compare(b))',
    '[1, 2].sort()',
    '[text].toSorted()',
    '[namesake].sort()',
    "const sort = 'reverse'; list[sort]()",
    'list.reverse()',
    'other.sort()',
    'function sort() {} sort()',
    '(text as never as Bytes).hex()',
  ],
  [
    ['list.sort()', 'text', ['compare', 'list.sort((a, b) => a.compare(b))']],
    ['[x, mine].sort()', 'text', ['compare', '[x, mine].sort((a, b) => a.compare(b))']],
    ['[...list].sort( )', 'text', ['compare', '[...list].sort( (a, b) => a.compare(b))']],
    ['[m].sort()', 'text'],
    ['[x, m].sort()', 'text'],
    ['list.toSorted()', 'text', ['compare', 'list.toSorted((a, b) => a.compare(b))']],
    ['mixed.sort()', 'text', ['compare', 'mixed.sort((a, b) => a.compare(b))']],
  ],
);
