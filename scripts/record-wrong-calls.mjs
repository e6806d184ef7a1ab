// npx tsx scripts/record-wrong-calls.mjs: writes tests/runtime/wrong-calls.generated.json, recorded from
// CPython 3.15.
import fs from 'node:fs';
import { attributes, signatures } from '../src/runtime/signatures.data.ts';
import { askNative } from './native-oracle.mjs';

const types = askNative(new URL('record-wrong-calls.py', import.meta.url), {
  signatures: JSON.stringify(signatures),
  attributes: JSON.stringify(attributes),
});
const lines = Object.entries(types).flatMap(([type, methods]) =>
  Object.entries(methods).map(([name, rows]) => JSON.stringify([type, name, rows])),
);
fs.writeFileSync(
  new URL('../tests/runtime/wrong-calls.generated.json', import.meta.url),
  `[\n${lines.join(',\n')}\n]\n`,
);
