// node scripts/record-array-pickles.mjs: writes tests/companions/array/pickles.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const { pickles, iterators } = askNative(new URL('record-array-pickles.py', import.meta.url));
const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
fs.writeFileSync(
  new URL('../tests/companions/array/pickles.generated.json', import.meta.url),
  `{"pickles": ${lines(pickles)},\n"iterators": ${lines(iterators)}}\n`,
);
