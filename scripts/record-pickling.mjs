// node scripts/record-pickling.mjs: writes tests/runtime/pickling.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const recorded = askNative(new URL('record-pickling.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/runtime/pickling.generated.json', import.meta.url),
  `${JSON.stringify(recorded, null, 1)}\n`,
);
