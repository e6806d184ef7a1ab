// Records the results of CPython's `bytes % args`: `node scripts/record-percent.mjs`.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-percent.py', import.meta.url));
const text = `${linesOf(rows)}\n`;
fs.writeFileSync(new URL('../tests/formats/recorded-percent.generated.json', import.meta.url), text);
