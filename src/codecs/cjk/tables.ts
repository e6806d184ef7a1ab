/**
 * The tables of each codec, unpacked when they are first requested. Every scheme of this folder takes its
 * characters from here.
 */
import { EncodeTable, invert } from './encode-table.js';
import type { Singles } from './encode-table.js';
import { BASES, tablesOf } from './sets.js';
import type { Table } from './table.js';
import { EXCEPTIONS, SETS, SINGLES } from './tables.generated.js';

/** The decoding table for two bytes, or, for names that end in `_3`, for the two bytes after 0x8f. */
export const tableOf: (name: string) => Table = tablesOf(SETS);

/** What a single byte is if it is not a character. */
export const LEAD = 0xffff;
export const ILLEGAL_BYTE = 0xfffe;

/** A codec's single bytes: the character of each, `LEAD` or `ILLEGAL_BYTE`. */
export function singlesOf(name: string): Uint16Array {
  const singles = new Uint16Array(256);
  let byte = 0;
  for (const stretch of SINGLES[name]!.split(' ')) {
    const [count, kind] = stretch.split(':');
    for (let left = parseInt(count!, 36); left > 0; left--, byte++) {
      singles[byte] = kind === 'L' ? LEAD : kind === 'X' ? ILLEGAL_BYTE : byte + parseInt(kind!, 36);
    }
  }
  return singles;
}

const encodeTables = new Map<string, EncodeTable>();

/** The encoding table of a codec. */
export function encodeTableOf(name: string): EncodeTable {
  let table = encodeTables.get(name);
  if (table === undefined) encodeTables.set(name, (table = buildEncodeTable(name)));
  return table;
}

function buildEncodeTable(name: string): EncodeTable {
  const singles: Singles = Array.from(singlesOf(name), (unit) =>
    unit === LEAD ? '' : unit === ILLEGAL_BYTE ? null : String.fromCharCode(unit),
  );
  const three = `${name}_3` in BASES ? tableOf(`${name}_3`) : null;
  const table = invert(singles, tableOf(name), three);
  if (EXCEPTIONS[name] === '') return table;
  let point = 0;
  for (const exception of EXCEPTIONS[name]!.split(' ')) {
    const [distance, count, code] = exception.split(',').map((number) => parseInt(number, 36));
    point += distance!;
    for (let i = 0; i < count!; i++) table.set(point + i, code === 0 ? 0 : code! + i);
  }
  return table;
}
