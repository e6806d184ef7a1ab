// Writes tests/memoryview/rules.recorded.json: what CPython answers to the rules of rules.test.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { record } from './oracle.mjs';

const test = new URL('../tests/memoryview/rules.test.ts', import.meta.url);
const source = readFileSync(test, 'utf8');
const rules = [...source.matchAll(/^ *row\(\s*`([^`$]*)`/gm)].map((match) =>
  match[1].replaceAll('\\\\', '\\'),
);
const released = [...source.matchAll(/^ {2}\[(['"])(.*?)\1, \(m\) =>/gm)];
for (const [, , python] of released) rules.push(`m=memoryview(b'abc');m.release();${python}`);

const recorded = await record(new URL('record-memoryview.py', import.meta.url), {
  rules: JSON.stringify(rules),
});
writeFileSync(new URL('rules.recorded.json', test), JSON.stringify(recorded, null, 1) + '\n');
console.log(`${rules.length} rules recorded`);
