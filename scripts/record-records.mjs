// Records the layout and behaviour of ctypes structures: `node scripts/record-records.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const folder = new URL('../tests/companions/record/', import.meta.url);
mkdirSync(folder, { recursive: true });
const cases = askNative(new URL('record-records.py', import.meta.url));
writeFileSync(new URL('recorded.generated.json', folder), `${linesOf(cases)}\n`);
console.log(cases.length, 'structures');
