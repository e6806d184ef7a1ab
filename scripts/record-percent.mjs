// Records the results of CPython's `bytes % args`: `node scripts/record-percent.mjs`.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const rows = askNative(new URL('record-percent.py', import.meta.url));
const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
fs.writeFileSync(new URL('../tests/formats/recorded-percent.generated.json', import.meta.url), text);
