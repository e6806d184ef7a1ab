// node scripts/record-arrays.mjs: writes tests/companions/array/recorded.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-arrays.py', import.meta.url));
const text = ([code, items, steps]) => `[${JSON.stringify(code)},${JSON.stringify(items)},${linesOf(steps)}]`;
fs.writeFileSync(
  new URL('../tests/companions/array/recorded.generated.json', import.meta.url),
  `[\n${rows.map(text).join(',\n')}\n]\n`,
);
