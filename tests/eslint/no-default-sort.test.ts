// Code that the rule no-default-sort accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-default-sort',
  ['list.sort((a, b) => a.compare(b))', '[1, 2].sort()', '[text].toSorted()', '[namesake].sort()'],
  [
    ['list.sort()', 'text', ['compare', 'list.sort((a, b) => a.compare(b))']],
    ['[x, mine].sort()', 'text', ['compare', '[x, mine].sort((a, b) => a.compare(b))']],
    ['[...list].sort( )', 'text', ['compare', '[...list].sort( (a, b) => a.compare(b))']],
    ['[m].sort()', 'text'],
  ],
);
