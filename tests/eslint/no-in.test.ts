// Code that the rule no-in accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-in',
  [
    "'a' in namesake",
    'x.includes(97)',
    "'a' in other",
    'for (const i in x) i',
    'class P { #p = 1; has(other: Bytes) { return #p in other } }',
    'x < y',
  ],
  [
    ['97 in x', 'index', ['includes', 'x.includes(97)']],
    ['n + 1 in y', 'index', ['includes', 'y.includes(n + 1)']],
    ['0 in (n ? m : m)', 'index', ['includes', '(n ? m : m).includes(0)']],
    ['97 in list[0]!', 'index', ['includes', 'list[0]!.includes(97)']],
    ['97 in b`a`', 'index', ['includes', 'b`a`.includes(97)']],
    ['97 in x.slice(1)', 'index', ['includes', 'x.slice(1).includes(97)']],
    ['97 in (x as Bytes)', 'index', ['includes', '(x as Bytes).includes(97)']],
    ['97 in new Bytes(3)', 'index', ['includes', '(new Bytes(3)).includes(97)']],
    [
      'class D extends Bytes { f() { return 97 in this } }',
      'index',
      ['includes', 'class D extends Bytes { f() { return this.includes(97) } }'],
    ],
  ],
);
