// npx tsx scripts/record-keywords.mjs: writes tests/runtime/keywords.generated.json, recorded from the final
// CPython 3.15.
import fs from 'node:fs';
import { signatures } from '../src/runtime/signatures.data.ts';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-keywords.py', import.meta.url), {
  signatures: JSON.stringify(signatures),
});
fs.writeFileSync(new URL('../tests/runtime/keywords.generated.json', import.meta.url), `${linesOf(rows)}\n`);
