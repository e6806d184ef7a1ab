// Kinds of plain values: the usual arguments of methods. Callers: index.ts.
import type { Value } from '../program.js';
import * as words from '../vocabulary/contents.js';
import { hexOf } from './context.js';
import type { Context, Kind, Kinds } from './context.js';

const one =
  (...values: readonly Value[]): Kind =>
  (c) =>
    c.choose.of(values);

/** A bytes literal, at times a long one. */
function literal(c: Context): Value {
  const { choose } = c;
  if (choose.rarely(40))
    return {
      y: [hexOf(choose.of(['a', 'ab', '\x00', '\xff', 'a\n', '\xc3\xa9'])), choose.of(words.LENGTHS)],
    };
  return c.literal(choose.of(choose.below(2) === 0 ? words.CONTENTS : words.PIECES));
}

function sequence(c: Context, items: readonly Value[]): Value {
  return c.choose.below(2) === 0 ? { l: items } : { t: items };
}

function slice(c: Context): Value {
  const part = (): Value => (c.choose.below(3) === 0 ? null : c.value('index'));
  return { s: [part(), part(), c.choose.of<Value>([null, 1, 2, -1, -2, 3, 0])] };
}

const BIG_INDEX: readonly Value[] = [
  { i: '4294967296' },
  { i: '-99999999999' },
  { i: '18446744073709551616' },
];

export const PLAIN: Kinds = {
  literal,
  bytes: (c) =>
    c.choose.below(3) === 0 ? c.anyVariable() : c.choose.rarely(9) ? c.value('lender') : literal(c),
  sub: (c) => {
    if (c.choose.below(4) === 0) return c.choose.of([97, 98, 32, 0, 255]);
    return c.choose.rarely(5) ? c.value('bytes') : c.literal(c.choose.of(words.PIECES));
  },
  set: (c) => (c.choose.rarely(4) ? null : c.literal(c.choose.of(words.PIECES))),
  affix: (c) => (c.choose.rarely(4) ? { t: [c.value('set'), c.value('set')] } : c.value('set')),
  hextext: (c) =>
    c.choose.of<Value>([
      '61 62',
      '6162',
      '6',
      '',
      '61 6',
      ' 6\n1',
      '6g',
      '\u0661',
      '61\xe9',
      c.literal('6162'),
      c.literal('61 6z'),
      c.value('bytes'),
    ]),
  numeral: (c) => {
    const text = c.choose.of([
      '12',
      ' -7\n',
      '0x1f',
      '1_000',
      '',
      '1__0',
      'z',
      '0b101',
      '1e5',
      'nan',
      '-inf',
      '1\x002',
      '07',
      '\xff',
    ]);
    return c.choose.rarely(4)
      ? text
      : c.choose.rarely(3)
        ? { o: { base: 'bytearray', args: [c.literal(text)], methods: {} } }
        : c.literal(text);
  },
  piece: (c) => c.literal(c.choose.of(words.PIECES)),
  wrapcol: one(0, 1, 4, 5, 8, 76, -1),
  altchars: (c) => c.choose.of<Value>([null, null, null, c.literal('-_'), c.literal('*'), c.literal('+/')]),
  map01: (c) => c.choose.of<Value>([null, c.literal('L'), c.literal('I'), c.literal('ab'), 'L']),
  index: (c) => {
    if (c.choose.rarely(8)) return c.value('indexed');
    return c.choose.of<Value>([null, 0, 1, -1, 2, 3, -2, -3, 5, 100, -100, c.choose.of(BIG_INDEX)]);
  },
  protocol: one(0, 1, 2, 3, 4, 5, -1),
  stream: (c) => c.variableOf(['io.BytesIO']) ?? c.value('any'),
  small: one(1, 0, 2, -1, -2),
  count: one(1, 0, 2, null, 3, -1, 100),
  size: one(3, 0, 1, 8, 20, -1, null),
  width: one(0, 4, 8, 12, -1, 20, 1),
  byte: (c) => (c.choose.rarely(6) ? c.value('indexed') : c.choose.of([97, 0, 255, 98, 256, -1])),
  bool: one(false, true, 0, 1, null, '', 'x'),
  fill: (c) => c.literal(c.choose.of(['*', ' ', '\xff', 'ab', ''])),
  encoding: (c) => c.choose.of(c.choose.below(2) === 0 ? words.COMMON_ENCODINGS : words.ENCODINGS),
  errors: (c) => (c.choose.rarely(4) ? c.value('handler') : c.choose.of(words.ERRORS)),
  text: (c) => c.choose.of(words.TEXTS),
  fulltext: (c) => c.choose.of(words.TEXTS.slice(1)),
  separator: (c) =>
    c.choose.of<Value>([':', c.literal(':'), '-', '', '::', '\u00e9', ' ', c.literal('\xff')]),
  order: one('C', 'F', 'A', null, 'X', ''),
  byteorder: one('big', 'little', 'big', 'little', 'Big', ''),
  whence: one(0, 1, 2, 3, -1),
  offset: (c) =>
    c.choose.rarely(6) ? c.value('indexed') : c.choose.of<Value>([0, 1, 3, 8, -1, -3, 100, null]),
  flags: one(0, 1, 28, 284, 285, 24, -1, { i: '4294967296' }),
  buffer: (c) => c.variableOf(['bytearray', 'memoryview', 'array.array']) ?? c.value('bytes'),
  format: (c) => c.choose.of(c.choose.below(3) === 0 ? words.FORMATS : words.CASTS),
  shape: one(
    { l: [2, 3] },
    { l: [4] },
    { l: [2, 2] },
    { t: [3] },
    { l: [] },
    { l: [2, -1] },
    { l: [8, 2] },
    { l: [2, 2, 2] },
  ),
  item: (c) => {
    if (c.choose.rarely(7)) return c.value('number');
    const plain: readonly Value[] = [1, 97, 0, 255, -1, { f: '1.5' }, c.literal('a'), true, 65535, 'a'];
    return c.choose.of<Value>([
      ...plain,
      { i: '18446744073709551615' },
      { c: ['1.0', '-0.0'] },
      { f: 'nan' },
    ]);
  },
  items: (c) => {
    const { choose } = c;
    if (choose.rarely(5)) return c.value('iterable');
    if (choose.rarely(4)) return c.anyVariable();
    return sequence(
      c,
      choose.some(4, () => c.value('item')),
    );
  },
  table: (c) => c.choose.of<Value>([{ b: words.TABLE }, null, { b: words.TABLE }, c.literal('abc')]),
  pieces: (c) =>
    c.choose.rarely(6)
      ? c.value('iterable')
      : sequence(
          c,
          c.choose.some(4, () => c.value('bytes')),
        ),
  content: (c) => {
    if (c.choose.rarely(5)) return c.value(c.choose.of(['iterable', 'lender', 'indexed']));
    const plain: readonly Value[] = [
      { l: [1, 2, 3] },
      { t: [97, 98] },
      4,
      0,
      { l: [255, 256] },
      { l: ['a'] },
      'text',
    ];
    return c.choose.rarely(6) ? c.value('bytes') : c.choose.of(plain);
  },
  assigned: (c) => {
    if (c.choose.rarely(6)) return c.value(c.choose.of(['iterable', 'lender']));
    return c.choose.of<Value>([65, c.value('bytes'), { l: [1, 2] }, c.literal('xyz'), { t: [] }, 0]);
  },
  arrayassigned: (c) =>
    c.choose.below(2) === 0 ? c.value('item') : (c.variableOf(['array.array']) ?? c.value('any')),
  key: (c) => (c.choose.below(2) === 0 ? c.value('index') : slice(c)),
  slice,
  viewkey: (c) => {
    switch (c.choose.below(6)) {
      case 0:
        return { t: [c.value('index'), c.value('index')] };
      case 1:
        return { e: 0 };
      case 2:
        return { t: [] };
      default:
        return c.value('key');
    }
  },
  state: (c) => ({
    t: [c.value('bytes'), c.choose.of([0, 1, 5, -1]), c.choose.of<Value>([null, { d: [['x', 1]] }, 0])],
  }),
  any: (c) => {
    switch (c.choose.below(8)) {
      case 0:
        return c.value('bytes');
      case 1:
        return c.value('small');
      case 2:
        return c.value('content');
      case 3:
        return { t: [c.value('small'), c.value('bytes')] };
      case 4:
        return c.value('comparer');
      default:
        return c.anyVariable();
    }
  },
};
