// Writes src/codecs/stringprep.generated.ts, the tables of `idna`, from CPython:
// `node scripts/generate-stringprep.mjs`.
import { writeFileSync } from 'node:fs';
import { askNative } from './native-oracle.mjs';

const tables = askNative(new URL('generate-stringprep.py', import.meta.url));

/** Encodes ascending numbers as the differences between them, in base 36. */
const ascending = (numbers) => numbers.map((n, i) => (n - (numbers[i - 1] ?? 0)).toString(36)).join(' ');
const escaped = (text) =>
  JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const mapping = (pairs) =>
  escaped(pairs.map(([point, text]) => String.fromCodePoint(point) + text).join('\n'));

writeFileSync(
  new URL('../src/codecs/stringprep.generated.ts', import.meta.url),
  `// RFC 3454 and Unicode 3.2, for idna.ts. Written by scripts/generate-stringprep.mjs from CPython; do not edit.
// The facts are those of the Unicode Character Database (Unicode License V3) and of CPython's
// Lib/stringprep.py (PSF License).

/** Sets of code points: where they begin and end by turns, each as its distance from the one before, in base 36. */
export const NOTHING = '${ascending(tables.nothing)}';
export const ASSIGNED = '${ascending(tables.assigned)}';
export const PROHIBITED = '${ascending(tables.prohibited)}';
export const RIGHT_TO_LEFT = '${ascending(tables.rightToLeft)}';
export const LEFT_TO_RIGHT = '${ascending(tables.leftToRight)}';
/** Stretches of code points that table B.2 moves by the same distance: first, count, step, distance, in base 36. */
export const MOVED = '${tables.moved.map((run) => run.map((n) => n.toString(36)).join(',')).join(' ')}';
/** Other characters of table B.2, each with what it becomes. */
export const SPELLED = ${mapping(tables.others)};
/** Characters that decomposed otherwise in Unicode 3.2, each with what it became. */
export const CORRECTED = ${mapping(tables.corrected)};
`,
);
