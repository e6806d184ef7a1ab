// Code that the rule no-truthiness accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-truthiness',
  [
    'if (x.length > 0) n',
    'if (maybe) n',
    'if (text) n',
    'namesake ? 1 : 2',
    'x ?? y',
    'Boolean(n)',
    'for (;;) n',
    'assert(text)',
    '[text].filter(Boolean)',
    '[maybe].filter(Boolean)',
    'list.filter((item) => item.length > 0)',
    'list.map((item) => item)',
    'other.filter((item: Bytes) => item)',
    "const filter = 'map'; list[filter](Boolean)",
    "const some = 'map'; list[some]((item) => item)",
    'let t = text; t ||= text',
    'let z = x; z ??= y as never',
  ],
  [
    ['if (x) n', 'always', ['length', 'if (x.length > 0) n']],
    ['while (y) n', 'always', ['length', 'while (y.length > 0) n']],
    ['do n; while (m)', 'always', ['length', 'do n; while (m.length > 0)']],
    ['for (; a; ) n', 'always', ['length', 'for (; a.length > 0; ) n']],
    ['mine ? 1 : 2', 'always', ['length', 'mine.length > 0 ? 1 : 2']],
    ['!x', 'always', ['length', '!(x.length > 0)']],
    ['if (!x) n', 'always', ['length', 'if (!(x.length > 0)) n']],
    ['x && n', 'always', ['length', 'x.length > 0 && n']],
    ['x || n', 'always', ['length', 'x.length > 0 || n']],
    ['Boolean(x)', 'always', ['length', 'Boolean(x.length > 0)']],
    ['assert(x)', 'always', ['length', 'assert(x.length > 0)']],
    ['assert.ok(y)', 'always', ['length', 'assert.ok(y.length > 0)']],
    ['list.filter(Boolean)', 'always', ['length', 'list.filter((item) => item.length > 0)']],
    ['console.assert(x)', 'always', ['length', 'console.assert(x.length > 0)']],
    ['!!x', 'always', ['length', '!!(x.length > 0)']],
    ['list.filter((item) => item)', 'always', ['length', 'list.filter((item) => item.length > 0)']],
    ['list.some((item) => !item)', 'always', ['length', 'list.some((item) => !(item.length > 0))']],
    ['let z = x; z ||= mine;', 'always', ['length', 'let z = x; if (z.length === 0) z = mine;']],
    ['let z = x; z &&= mine;', 'always', ['length', 'let z = x; if (z.length > 0) z = mine;']],
    ['let z = x; list.push(z ||= mine)', 'always'],
    [
      'function f<T extends Bytes | ByteArray>(value: T) { if (value) n }',
      'always',
      ['length', 'function f<T extends Bytes | ByteArray>(value: T) { if (value.length > 0) n }'],
    ],
  ],
);

testRule(
  'no-truthiness',
  ['if (maybe !== null) n', 'if (either) n', 'if (text) n'],
  [
    [
      'if (maybe) n',
      'nullable',
      ['filled', 'if ((maybe?.length ?? 0) > 0) n'],
      ['present', 'if (maybe != null) n'],
    ],
  ],
  [{ nullable: true }],
);
