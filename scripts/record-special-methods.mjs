// node scripts/record-special-methods.mjs: writes tests/runtime/special-methods.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const { answers, table, ...asked } = askNative(new URL('record-special-methods.py', import.meta.url));
const rows = Object.entries(table).map(
  ([receiver, methods]) =>
    `${JSON.stringify(receiver)}: {\n${Object.entries(methods)
      .map(([name, places]) => `${JSON.stringify(name)}: ${JSON.stringify(places)}`)
      .join(',\n')}}`,
);
fs.writeFileSync(
  new URL('../tests/runtime/special-methods.generated.json', import.meta.url),
  `{"operands": ${linesOf(asked.operands)},\n"pairs": ${linesOf(asked.pairs)},\n` +
    `"answers": ${linesOf(answers)},\n"table": {\n${rows.join(',\n')}}}\n`,
);
