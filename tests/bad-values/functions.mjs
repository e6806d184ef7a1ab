// node tests/bad-values/functions.mjs: writes functions.generated.json, which functions.py records from the
// final CPython 3.15.
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';

const values = fs.readFileSync(new URL('values.py', import.meta.url), 'utf8');
const recorded = askNative(new URL('functions.py', import.meta.url), { values });

// A few texts occur often, so the file has them once, in a table.
const texts = [];
const numberOfText = new Map();
function intern(text) {
  if (text === null) return null;
  if (!numberOfText.has(text)) numberOfText.set(text, texts.push(text) - 1);
  return numberOfText.get(text);
}
const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const cases = recorded.cases.map(([name, args, keyword, outcome]) => [name, args, keyword, intern(outcome)]);
const methods = recorded.methods.map(([codec, method, good, outcomes]) => [
  codec,
  method,
  good,
  outcomes.map(intern),
]);
fs.writeFileSync(
  new URL('functions.generated.json', import.meta.url),
  `{"values": ${JSON.stringify(recorded.values)},
"signatures": ${lines(Object.entries(recorded.signatures))},
"keywords": ${lines(recorded.keywords)},
"cases": ${lines(cases)},
"methods": ${lines(methods)},
"texts": ${lines(texts)}}
`,
);
console.log(
  `${cases.length} calls of functions, ${recorded.keywords.length} of keywords, ${methods.length} methods of codecs`,
);
