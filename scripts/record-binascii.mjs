// Records the results of CPython's binascii, base64 and zlib: `node scripts/record-binascii.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const folder = new URL('../tests/companions/binascii/', import.meta.url);
mkdirSync(folder, { recursive: true });
const calls = askNative(new URL('record-binascii.py', import.meta.url));
writeFileSync(new URL('recorded.generated.json', folder), `${linesOf(calls)}\n`);
console.log(calls.length, 'calls');
