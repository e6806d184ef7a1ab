// Writes tests/memoryview/*.recorded.json: CPython's answers to the rules of rules.test.ts, and to assigning
// each value of assign-items.test.ts to an item of each format.
import { readFileSync, writeFileSync } from 'node:fs';
import { askNative } from './native-oracle.mjs';

const test = new URL('../tests/memoryview/rules.test.ts', import.meta.url);
const source = readFileSync(test, 'utf8');
const rules = [...source.matchAll(/^ *row\(\s*`([^`$]*)`/gm)].map((match) =>
  match[1].replaceAll('\\\\', '\\'),
);
const released = [...source.matchAll(/^ {2}\[(['"])(.*?)\1, \(m\) =>/gm)];
for (const [, , python] of released) rules.push(`m=memoryview(b'abc');m.release();${python}`);

const itemsTest = new URL('../tests/memoryview/assign-items.test.ts', import.meta.url);
const values = [...readFileSync(itemsTest, 'utf8').matchAll(/^ {2}\['(.*?)', /gm)].map((match) => match[1]);

const recorded = askNative(new URL('record-memoryview.py', import.meta.url), {
  rules,
  values,
});
for (const [name, answers] of Object.entries(recorded)) {
  writeFileSync(new URL(`${name}.recorded.json`, test), JSON.stringify(answers, null, 1) + '\n');
}
console.log(`${rules.length} rules, ${values.length} values recorded`);
