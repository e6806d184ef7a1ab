// node scripts/record-struct.mjs: writes tests/companions/struct/recorded.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const { values, ...tables } = askNative(new URL('record-struct.py', import.meta.url));
const written = Object.entries(tables).map(([name, rows]) => `"${name}": ${linesOf(rows)}`);
fs.writeFileSync(
  new URL('../tests/companions/struct/recorded.generated.json', import.meta.url),
  `{"values": ${JSON.stringify(values)},\n${written.join(',\n')}}\n`,
);
