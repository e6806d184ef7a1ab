// npx tsx scripts/record-lent-or-own.mjs: writes tests/properties/lent-or-own.generated.json, recorded from
// CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const rows = askNative(new URL('record-lent-or-own.py', import.meta.url), {});
const lines = rows.map((row) => JSON.stringify(row));
fs.writeFileSync(
  new URL('../tests/properties/lent-or-own.generated.json', import.meta.url),
  `[\n${lines.join(',\n')}\n]\n`,
);
