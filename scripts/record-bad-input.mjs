// npx tsx scripts/record-bad-input.mjs: writes tests/properties/bad-input.generated.json, recorded from the
// final CPython 3.15.
import fs from 'node:fs';
import { signatures } from '../src/runtime/signatures.data.ts';
import { askNative, linesOf } from './native-oracle.mjs';

const { changed, calls } = askNative(new URL('record-bad-input.py', import.meta.url), {
  signatures: JSON.stringify(signatures),
});
fs.writeFileSync(
  new URL('../tests/properties/bad-input.generated.json', import.meta.url),
  `{"calls": ${calls}, "changed": ${linesOf(changed)}}\n`,
);
