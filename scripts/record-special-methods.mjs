// node scripts/record-special-methods.mjs: writes tests/runtime/special-methods.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const { answers, table, ...asked } = askNative(new URL('record-special-methods.py', import.meta.url));
const list = (items) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
const rows = Object.entries(table).map(
  ([receiver, methods]) =>
    `${JSON.stringify(receiver)}: {\n${Object.entries(methods)
      .map(([name, places]) => `${JSON.stringify(name)}: ${JSON.stringify(places)}`)
      .join(',\n')}}`,
);
fs.writeFileSync(
  new URL('../tests/runtime/special-methods.generated.json', import.meta.url),
  `{"operands": ${list(asked.operands)},\n"pairs": ${list(asked.pairs)},\n` +
    `"answers": ${list(answers)},\n"table": {\n${rows.join(',\n')}}}\n`,
);
