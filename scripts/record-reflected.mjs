// node scripts/record-reflected.mjs: writes tests/runtime/reflected.generated.json, recorded from the final
// CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-reflected.py', import.meta.url));
fs.writeFileSync(new URL('../tests/runtime/reflected.generated.json', import.meta.url), `${linesOf(rows)}\n`);
