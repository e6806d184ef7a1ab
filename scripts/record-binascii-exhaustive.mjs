// node scripts/record-binascii-exhaustive.mjs: writes tests/companions/binascii/exhaustive.generated.json, recorded
// from CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const { errors, groups } = askNative(new URL('record-binascii-exhaustive.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/companions/binascii/exhaustive.generated.json', import.meta.url),
  `{"errors": ${JSON.stringify(errors)},\n"groups": ${linesOf(groups)}}\n`,
);
