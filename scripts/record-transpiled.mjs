// node scripts/record-transpiled.mjs: runs examples/transpiled/sprites.py in CPython 3.15, and writes the
// file and the output that the two TypeScript versions must match.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const folder = new URL('../examples/transpiled/', import.meta.url);
const { file, lines } = askNative(new URL('record-transpiled.py', import.meta.url), {
  source: fs.readFileSync(new URL('sprites.py', folder), 'utf8'),
});
fs.writeFileSync(new URL('sheet.spr', folder), Buffer.from(file, 'hex'));
fs.writeFileSync(new URL('expected.txt', folder), lines.join('\n') + '\n');
