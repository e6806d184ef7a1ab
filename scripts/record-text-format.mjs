// Records CPython's results of `str % args` and `format(value, spec)`: `node scripts/record-text-format.mjs`.
import { writeFileSync } from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const answers = askNative(new URL('record-text-format.py', import.meta.url));
const lines = Object.entries(answers).map(([name, rows]) => `${JSON.stringify(name)}: ${linesOf(rows)}`);
writeFileSync(
  new URL('../tests/runtime/text-format.generated.json', import.meta.url),
  `{\n${lines.join(',\n')}\n}\n`,
);
console.log(answers.percents.length, 'of %,', answers.formats.length, 'of format');
