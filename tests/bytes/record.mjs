// Records CPython 3.15's answers: `node tests/bytes/record.mjs`.
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';

const rows = askNative(new URL('record.py', import.meta.url));
const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
fs.writeFileSync(new URL('recorded.generated.json', import.meta.url), `[\n${lines}\n]\n`);
