// node scripts/record-numbers.mjs: writes tests/runtime/numbers.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const recorded = askNative(new URL('record-numbers.py', import.meta.url));
const list = (items) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
const table = Object.entries(recorded.table).map(([name, rows]) => `${JSON.stringify(name)}: ${list(rows)}`);
fs.writeFileSync(
  new URL('../tests/runtime/numbers.generated.json', import.meta.url),
  `{"values": ${list(recorded.values)},\n"answers": ${list(recorded.answers)},\n"table": {${table.join(',\n')}}}\n`,
);
