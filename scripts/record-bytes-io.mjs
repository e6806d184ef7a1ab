// node scripts/record-bytes-io.mjs: writes tests/companions/io/recorded.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const { calls, identities } = askNative(new URL('record-bytes-io.py', import.meta.url));
const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
fs.writeFileSync(
  new URL('../tests/companions/io/recorded.generated.json', import.meta.url),
  `{"calls": ${lines(calls)},\n"identities": ${lines(identities)}}\n`,
);
