// node scripts/record-module-calls.mjs: writes tests/companions/module-calls.generated.json, recorded from
// CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-module-calls.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/companions/module-calls.generated.json', import.meta.url),
  `${linesOf(rows)}\n`,
);
