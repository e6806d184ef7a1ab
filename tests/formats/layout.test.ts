/** Formats of several items: CPython 3.15's sizes and errors, and the offsets of the items. */
import { parseLayout, sizeFromFormat } from '../../src/formats/layout.js';
import { outcome } from '../algorithms/support.js';

const BAD = { error: 'error: bad char in struct format' };
const NO_CODE = { error: 'error: repeat count given without format specifier' };

test.each<[string, unknown]>([
  ['', 0], ['<', 0], ['@', 0], ['bhi', 8], ['<bhi', 7], ['bxh', 4], ['3s0i', 4], ['2x3s2h', 10], ['hb0q', 8], ['0q', 0],
  ['=l', 4], ['!l', 4], ['3b 2h', 8], ['P', 8], ['n', 8], ['?c', 2], ['e', 2], ['Zd', 16], ['<Zf', 8], ['<0s', 0],
  ['5p', 5], ['10x', 10], ['  3 b', BAD], ['z', BAD], ['<P', BAD], ['<n', BAD], ['3 ', BAD], ['-1b', BAD], ['Z', BAD],
  ['Zq', BAD], ['3', NO_CODE], ['@0', NO_CODE], ['b\0', { error: 'error: embedded null character' }],
  ['99999999999999999999b', { error: 'error: total struct size too long' }],
  ['9223372036854775807b2b', { error: 'error: total struct size too long' }],
])('calcsize(%j)', (format, expected) => expect(outcome(() => sizeFromFormat(format))).toEqual(expected)); // prettier-ignore

test('offsets of items', () => {
  const { kinds, littleEndian, ...layout } = parseLayout('b2xh 3s0i2q');
  expect(layout).toEqual({
    size: 32,
    count: 5,
    padded: true,
    plain: false,
    codes: ['b', 'h', 's', 'q'],
    offsets: [0, 4, 6, 16],
    sizes: [1, 2, 3, 8],
    repeats: [1, 1, 1, 2],
  });
  expect([kinds.length, littleEndian]).toEqual([4, true]);
});

test.each<[string, boolean, boolean, boolean]>([
  // format, little-endian, padded, plain
  ['<bh', true, false, true],
  ['bh', true, true, true],
  ['>bh', false, false, true],
  ['!bh', false, false, true],
  ['=bh', true, false, true],
  ['<b1x', true, true, true],
  ['<c', true, false, false],
  ['<2h', true, false, false],
  ['<3s', true, false, false],
  ['', true, false, true],
])('%j: byte order, padding, and whether each code is one number', (format, little, padded, plain) => {
  const layout = parseLayout(format);
  expect([layout.littleEndian, layout.padded, layout.plain]).toEqual([little, padded, plain]);
});
