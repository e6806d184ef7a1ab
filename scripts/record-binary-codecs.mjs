// Records the results of CPython's binary codecs and stream codecs: `node scripts/record-binary-codecs.mjs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const folder = new URL('../tests/companions/codecs/', import.meta.url);
mkdirSync(folder, { recursive: true });
const answers = askNative(new URL('record-binary-codecs.py', import.meta.url));
const lines = Object.entries(answers).map(([name, rows]) => `${JSON.stringify(name)}: ${linesOf(rows)}`);
writeFileSync(new URL('recorded.generated.json', folder), `{\n${lines.join(',\n')}\n}\n`);
console.log(
  Object.entries(answers)
    .map(([name, rows]) => `${rows.length} ${name}`)
    .join(', '),
);
