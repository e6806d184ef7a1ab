// Code that the rule no-in accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-in',
  ["'a' in namesake", 'x.includes(97)', "'a' in other", 'for (const i in x) i'],
  [
    ['97 in x', 'index', ['includes', 'x.includes(97)']],
    ['n + 1 in y', 'index', ['includes', 'y.includes(n + 1)']],
    ['0 in (n ? m : m)', 'index', ['includes', '(n ? m : m).includes(0)']],
  ],
);
