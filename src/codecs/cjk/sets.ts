/**
 * Derives the tables of the multi-byte codecs from each other: each consists of cells moved from other tables
 * and of its own cells. The codecs of this folder and `scripts/generate-cjk.mjs` use it.
 */
import { Table, unpack } from './table.js';
import type { Packed } from './table.js';

/** Maps a cell of another table to its position here; -1 for none. */
type Move = (key: number) => number;

const same: Move = (key) => key;

/**
 * Shift JIS folds two rows of 94 cells into one. @param row from 0 on, the second plane's after the first's
 */
function folded(row: number, column: number): number {
  const half = row >> 1;
  const lead = half < 0x1f ? half + 0x81 : half + 0xc1;
  const place = column + (row % 2 === 1 ? 94 : 0);
  return (lead << 8) | (place < 0x3f ? place + 0x40 : place + 0x41);
}

/** From EUC-JP. Half-width katakana, which follow 0x8e there, are single bytes. */
const toShiftJis: Move = (key) => (key < 0xa1a1 ? -1 : folded((key >> 8) - 0xa1, (key & 0xff) - 0xa1));

/** The rows of the second plane of JIS X 0213, from 1 on, in Shift JIS's order. */
const PLANE_2_ROWS = [1, 8, 3, 4, 5, 12, 13, 14, 15, ...Array.from({ length: 17 }, (_, i) => 78 + i)];

/** Whether a three-byte sequence of EUC belongs to JIS X 0213; the other rows are those of JIS X 0212. */
export function isPlane2(key: number): boolean {
  return PLANE_2_ROWS.includes((key >> 8) - 0xa0);
}

const plane2ToShiftJis: Move = (key) => {
  const at = PLANE_2_ROWS.indexOf((key >> 8) - 0xa0);
  return at === -1 ? -1 : folded(94 + at, (key & 0xff) - 0xa1);
};

/** From EUC-KR, without the rows of Hangul, which Johab composes. */
const toJohab: Move = (key) => {
  const row = (key >> 8) - 0xa1;
  if (row > 0x0b && row < 0x29) return -1;
  const half = row < 0x29 ? row + 0x1b2 : row + 0x197;
  const place = (key & 0xff) - 0xa1 + (half % 2 === 1 ? 94 : 0);
  return ((half >> 1) << 8) | (place < 0x4e ? place + 0x31 : place + 0x43);
};

/** For each table the tables on which it is based. `_3` marks the sequences after 0x8f. */
export const BASES: Readonly<Record<string, readonly (readonly [name: string, move: Move])[]>> = {
  gb2312: [],
  gbk: [['gb2312', same]],
  gb18030: [['gbk', same]],
  big5: [],
  cp950: [['big5', same]],
  big5hkscs: [['big5', same]],
  euc_kr: [],
  cp949: [['euc_kr', same]],
  johab: [['euc_kr', toJohab]],
  euc_jp: [],
  euc_jp_3: [],
  shift_jis: [['euc_jp', toShiftJis]],
  cp932: [['shift_jis', same]],
  euc_jis_2004: [['euc_jp', same]],
  euc_jis_2004_3: [['euc_jp_3', same]],
  euc_jisx0213: [['euc_jis_2004', same]],
  euc_jisx0213_3: [['euc_jis_2004_3', same]],
  shift_jis_2004: [
    ['euc_jis_2004', toShiftJis],
    ['euc_jis_2004_3', plane2ToShiftJis],
  ],
  shift_jisx0213: [
    ['euc_jisx0213', toShiftJis],
    ['euc_jisx0213_3', plane2ToShiftJis],
  ],
};

/** The cells of a table that come from other tables. */
export function baseTable(name: string, tableOf: (name: string) => Table): Table {
  const table = new Table();
  for (const [base, move] of BASES[name]!) table.add(tableOf(base), move);
  return table;
}

/** Builds tables from packed sets when they are first requested. */
export function tablesOf(sets: Readonly<Record<string, Packed>>): (name: string) => Table {
  const built = new Map<string, Table>();
  const tableOf = (name: string): Table => {
    let table = built.get(name);
    if (table === undefined) {
      table = baseTable(name, tableOf);
      unpack(sets[name]!, table);
      built.set(name, table);
    }
    return table;
  };
  return tableOf;
}
