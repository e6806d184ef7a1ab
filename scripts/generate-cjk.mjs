// Writes src/codecs/cjk/tables.generated.ts from CPython's answers: `node --import tsx scripts/generate-cjk.mjs`.
import { writeFileSync } from 'node:fs';
import { invert } from '../src/codecs/cjk/encode-table.ts';
import { BASES, baseTable } from '../src/codecs/cjk/sets.ts';
import { pack, unpack } from '../src/codecs/cjk/table.ts';
import { askNative } from './native-oracle.mjs';

const { answers, stretches, decodesAlike } = askNative(new URL('generate-cjk.py', import.meta.url));
if (!decodesAlike) throw new Error('gb18030 does not decode its numbers to what it encodes');

const tables = new Map();
const packed = {};
for (const name of Object.keys(BASES)) {
  const table = baseTable(name, (base) => tables.get(base));
  const { cells } = answers[name];
  const own = [];
  for (let key = 0; key < 0x10000; key++) {
    const text = cells[key] ?? '';
    if (text !== table.get(key)) own.push([key, text]);
  }
  packed[name] = pack(own);
  unpack(packed[name], table);
  for (let key = 0; key < 0x10000; key++) {
    if (table.get(key) !== (cells[key] ?? ''))
      throw new Error(`${name} ${key.toString(16)} is packed wrongly`);
  }
  tables.set(name, table);
  console.log(name, own.length, packed[name].cells.length);
}

const quoted = (text) => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
const number = (n) => n.toString(36);
/**
 * Packs single bytes as runs: of one distance between byte and character, of lead bytes (L) or of illegal
 * bytes (X).
 */
function packSingles(singles) {
  const kinds = singles.map((single, byte) =>
    single === 'lead' ? 'L' : single === null ? 'X' : number(single.charCodeAt(0) - byte),
  );
  const stretches = [];
  for (const kind of kinds) {
    if (stretches.at(-1)?.kind === kind) stretches.at(-1).count++;
    else stretches.push({ kind, count: 1 });
  }
  return stretches.map(({ kind, count }) => `${number(count)}:${kind}`).join(' ');
}

/**
 * Characters that a codec does not encode by the inverse of its tables: distance from the last one, count,
 * first code.
 */
function exceptions(name) {
  const { singles, encoded } = answers[name];
  const inverse = invert(
    singles.map((single) => (single === 'lead' ? '' : single)),
    tables.get(name),
    tables.get(`${name}_3`) ?? null,
  );
  const found = [];
  for (let point = 1; point < 0x30000; point++) {
    const bytes = encoded[point] ?? 0;
    const code = bytes > 0xffff ? bytes & 0xff7f : bytes;
    if (code === inverse.codeOf(point)) continue;
    const last = found.at(-1);
    if (last && point === last.point + last.count && code === (last.code && last.code + last.count))
      last.count++;
    else found.push({ point, count: 1, code });
  }
  console.log(name, 'exceptions', found.length);
  let previous = 0;
  return found
    .map(({ point, count, code }) => {
      const text = [point - previous, count, code].map(number).join(',');
      previous = point;
      return text;
    })
    .join(' ');
}

const codecs = Object.keys(BASES).filter((name) => !name.endsWith('_3'));
const record = (names, value) => names.map((name) => `  ${name}: ${value(name)},`).join('\n');
writeFileSync(
  new URL('../src/codecs/cjk/tables.generated.ts', import.meta.url),
  `// Tables of the multi-byte codecs. Written by scripts/generate-cjk.mjs from the behaviour of CPython; do not edit.
// The facts are those of CPython's codecs (PSF License) and of the mapping tables of the Unicode Consortium
// that they follow (Unicode License V3). No text of either is copied.
import type { Packed } from './table.js';

/** The cells of each table that do not follow from others. */
export const SETS: Readonly<Record<string, Packed>> = {
${record(Object.keys(BASES), (name) => {
  const { firstTrail, trails, cells } = packed[name];
  return `{ firstTrail: ${firstTrail}, trails: ${trails}, cells: ${quoted(cells)} }`;
})}
};
/**
 * What single bytes are: counts, and the distance from byte to character, L for one that begins a sequence, X
 * for an illegal one.
 */
export const SINGLES: Readonly<Record<string, string>> = {
${record(codecs, (name) => quoted(packSingles(answers[name].singles)))}
};
/**
 * Characters whose codes are not the inverse of the tables: distance from the one before, count, code of the
 * first or 0 for none.
 */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
${record(codecs, (name) => quoted(exceptions(name)))}
};
/** Characters that gb18030 writes as numbers: first character, last character, first number. */
export const STRETCHES = ${quoted(stretches.map((stretch) => stretch.map(number).join(',')).join(' '))};
`,
);
