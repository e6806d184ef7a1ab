// node scripts/record-numbers.mjs: writes tests/runtime/numbers.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const recorded = askNative(new URL('record-numbers.py', import.meta.url));
const table = Object.entries(recorded.table).map(
  ([name, rows]) => `${JSON.stringify(name)}: ${linesOf(rows)}`,
);
fs.writeFileSync(
  new URL('../tests/runtime/numbers.generated.json', import.meta.url),
  `{"values": ${linesOf(recorded.values)},\n"answers": ${linesOf(recorded.answers)},\n"table": {${table.join(',\n')}}}\n`,
);
