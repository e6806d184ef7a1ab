// Packing a set and unpacking it returns its cells, whatever the distances between them.
import { Table, pack, unpack } from '../../../src/codecs/cjk/table.js';

type Cells = readonly (readonly [key: number, text: string])[];

function unpacked(cells: Cells): Cells {
  const table = new Table();
  // A set can remove cells, so fill them first.
  for (const [key] of cells) table.set(key, 'x');
  unpack(pack(cells), table);
  const keys = Array.from(table.units.keys()).filter((key) => table.units[key] !== 0);
  return keys.map((key) => [key, table.get(key)]);
}

/** Characters at given distances, each in the next cell of 94 to a row. */
const inRow = (points: readonly number[]): Cells =>
  points.map((point, i) => [0x2121 + (Math.floor(i / 94) << 8) + (i % 94), String.fromCodePoint(point)]);

test.each([
  ['one', inRow([0x4e00])],
  ['runs of two, three and four', inRow([1, 2, 9, 20, 21, 22, 40, 41, 42, 43, 90].map((i) => 0x4e00 + i))],
  ['a run over the end of a row', inRow(Array.from({ length: 200 }, (_, i) => 0x4e00 + i))],
  ['steps back and forth', inRow([0x4e00, 0x4dff, 0x4e00, 0x4e13, 0x4dd8, 0x4e00, 0x4e14, 0x4e29, 0x4dec])],
  ['long steps', inRow([0x100, 0x700, 0x180, 0x9fa5, 0x3000, 0xffe5, 0x21, 0x2000b, 0x3001, 0x2a6d6, 0x20])],
  [
    'pairs',
    inRow([0x304b]).concat([
      [0x2122, '\u304b\u309a'],
      [0x2123, '\u304c'],
      [0x2124, '\xca\u0304'],
    ]),
  ],
  [
    'gaps',
    [
      [0x2121, 'a'],
      [0x2123, 'b'],
      [0x217e, 'c'],
      [0x2221, 'd'],
      [0x2e30, 'e'],
      [0x7e7e, 'f'],
    ],
  ],
] as readonly (readonly [string, Cells])[])('%s', (_name, cells) => {
  expect(unpacked(cells)).toEqual(cells);
});

test('an empty text removes a sequence, and the others keep their positions', () => {
  const cells: Cells = [
    [0x2121, 'a'],
    [0x2122, ''],
    [0x2123, 'c'],
  ];
  expect(unpacked(cells)).toEqual([cells[0], cells[2]]);
});

test('a run is written shorter than its characters one by one', () => {
  const run = inRow(Array.from({ length: 90 }, (_, i) => 0x4e00 + i));
  const scattered = inRow(Array.from({ length: 90 }, (_, i) => 0x4e00 + 2 * i));
  expect(pack(run).cells.length).toBeLessThan(pack(scattered).cells.length / 5);
});
