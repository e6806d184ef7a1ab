// Code that the rule no-own-properties accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-own-properties',
  [
    'Object.keys(other)',
    'Object.keys([...x])',
    'Object.is(x, x)',
    'Object.freeze(x)',
    "const keys = 'freeze'; Object[keys](x)",
    'Object.assign(x, { extra: 1 })',
    'Object.fromEntries([["x", x]])',
    'for (const item of x) item',
    'for (const name in { x }) name',
    '({ x, ...other })',
    'f(...x); function f(...items: number[]) { return items }',
    '[...x]',
    'const Object = { keys: (value: Bytes) => value }; Object.keys(x)',
  ],
  [
    ['Object.keys(x)', 'none', ['list', 'Object.keys([...x])']],
    ['Object.values(y)', 'none', ['list', 'Object.values([...y])']],
    ['Object.entries(m)', 'none', ['list', 'Object.entries([...m])']],
    ['Object.hasOwn(a, 0)', 'none', ['list', 'Object.hasOwn([...a], 0)']],
    ['Object.getOwnPropertyNames(mine)', 'none', ['list', 'Object.getOwnPropertyNames([...mine])']],
    ['Object.assign({}, other, x)', 'none', ['list', 'Object.assign({}, other, [...x])']],
    ['({ ...either as Bytes })', 'none', ['list', '({ ...[...either as Bytes] })']],
    ['for (const name in x) name', 'none', ['list', 'for (const name in [...x]) name']],
  ],
);
