// node scripts/record-blocked.mjs: writes tests/runtime/blocked.generated.json, recorded from the final
// CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-blocked.py', import.meta.url));
fs.writeFileSync(new URL('../tests/runtime/blocked.generated.json', import.meta.url), `${linesOf(rows)}\n`);
