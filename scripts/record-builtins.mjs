// node scripts/record-builtins.mjs: writes tests/runtime/builtins/recorded.generated.json, recorded from CPython
// 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const recorded = askNative(new URL('record-builtins.py', import.meta.url));
/** Several calls a line. */
const rows = (calls) => {
  const lines = [];
  for (let i = 0; i < calls.length; i += 12) {
    lines.push(
      calls
        .slice(i, i + 12)
        .map((call) => JSON.stringify(call))
        .join(','),
    );
  }
  return `[\n${lines.join(',\n')}\n]`;
};
const calls = Object.entries(recorded.calls).map(([name, all]) => `${JSON.stringify(name)}: ${rows(all)}`);
fs.writeFileSync(
  new URL('../tests/runtime/builtins/recorded.generated.json', import.meta.url),
  `{"values": ${linesOf(recorded.values)},\n"answers": ${linesOf(recorded.answers)},\n"calls": {${calls.join(',\n')}}}\n`,
);
