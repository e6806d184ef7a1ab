// Records CPython's names of characters for unicode-names.test.ts: `node tests/codecs/record-names.mjs`.
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';

const recorded = askNative(new URL('record-names.py', import.meta.url));
fs.writeFileSync(new URL('names.recorded.json', import.meta.url), `${JSON.stringify(recorded, null, 1)}\n`);
