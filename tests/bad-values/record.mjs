// node tests/bad-values/record.mjs: writes matrix.generated.json, which record.py records from CPython 3.15.
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';

const { values, cases } = askNative(new URL('record.py', import.meta.url), {
  values: fs.readFileSync(new URL('values.py', import.meta.url), 'utf8'),
});
const number = new Map(values.map((name, i) => [name, i]));

// A few texts occur often, so the file has them once, in a table.
const texts = [];
const numberOfText = new Map();
function intern(text) {
  if (!numberOfText.has(text)) numberOfText.set(text, texts.push(text) - 1);
  return numberOfText.get(text);
}

// One line per receiver and method; a case is [arguments by number, answer, state afterwards if it changed].
const groups = new Map();
for (const [receiver, method, args, outcome, after] of cases) {
  const key = JSON.stringify([receiver, method]);
  if (!groups.has(key)) groups.set(key, []);
  const row = [args.map((name) => number.get(name)), intern(outcome)];
  groups.get(key).push(after === null ? row : [...row, intern(after)]);
}
const lines = [...groups].map(([key, rows]) => JSON.stringify([...JSON.parse(key), rows]));
fs.writeFileSync(
  new URL('matrix.generated.json', import.meta.url),
  `{"values":${JSON.stringify(values)},\n"texts":${JSON.stringify(texts)},\n"groups":[\n${lines.join(',\n')}\n]}\n`,
);
console.log(`${cases.length} cases`);
