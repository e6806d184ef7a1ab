// node scripts/record-array-pickles.mjs: writes tests/companions/array/pickles.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const { pickles, iterators } = askNative(new URL('record-array-pickles.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/companions/array/pickles.generated.json', import.meta.url),
  `{"pickles": ${linesOf(pickles)},\n"iterators": ${linesOf(iterators)}}\n`,
);
