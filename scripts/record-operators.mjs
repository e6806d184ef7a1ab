// node scripts/record-operators.mjs: writes tests/runtime/operators.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const recorded = askNative(new URL('record-operators.py', import.meta.url));
const table = Object.entries(recorded.table).map(
  ([name, rows]) => `${JSON.stringify(name)}: ${linesOf(rows)}`,
);
fs.writeFileSync(
  new URL('../tests/runtime/operators.generated.json', import.meta.url),
  `{"values": ${linesOf(recorded.values)},\n"answers": ${linesOf(recorded.answers)},\n"table": {${table.join(',\n')}}}\n`,
);
