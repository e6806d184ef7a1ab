// node scripts/record-bytes-io.mjs: writes tests/companions/io/recorded.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const { calls, identities } = askNative(new URL('record-bytes-io.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/companions/io/recorded.generated.json', import.meta.url),
  `{"calls": ${linesOf(calls)},\n"identities": ${linesOf(identities)}}\n`,
);
