// Records the results of CPython's codecs: `node scripts/record-codecs.mjs`.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const recorded = askNative(new URL('record-codecs.py', import.meta.url));
fs.writeFileSync(
  new URL('../tests/codecs/recorded.generated.json', import.meta.url),
  JSON.stringify(recorded) + '\n',
);
