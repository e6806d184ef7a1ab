// node scripts/record-streams.mjs: writes tests/companions/codecs/streams.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const programs = askNative(new URL('record-streams.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/companions/codecs/streams.generated.json', import.meta.url),
  `${linesOf(programs)}\n`,
);
