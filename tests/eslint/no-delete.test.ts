// Code that the rule no-delete accepts and reports, with its suggestions.
import { testRule } from './support.js';

testRule(
  'no-delete',
  [
    'y.delete(0)',
    'delete other[0]',
    'void y[0]',
    'delete (mine as { extra?: Bytes }).extra',
    'delete other',
    'delete (mine as { extra?: number }).extra',
    'const o: Record<string, Bytes> = { x }; delete o["x"]',
  ],
  [
    ['delete y[0]', 'nothing', ['method', 'y.delete(0)']],
    ['delete a[-1]', 'nothing', ['method', 'a.delete(-1)']],
    [
      'delete (y as Record<number, number> & ByteArray)[n + 1]',
      'nothing',
      ['method', '(y as Record<number, number> & ByteArray).delete(n + 1)'],
    ],
    ['delete (x as never as { [i: number]: number } & Bytes)[0]', 'nothing'],
    ['delete m[0]', 'nothing'],
    [
      'delete (n ? y : a as never as ByteArray | typeof a)[0]',
      'nothing',
      ['method', '(n ? y : a as never as ByteArray | typeof a).delete(0)'],
    ],
    ['delete (n ? y : m)[0 as never]', 'nothing'],
  ],
);
