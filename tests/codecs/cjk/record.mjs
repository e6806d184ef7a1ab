// Records the answers of CPython 3.15's multi-byte codecs to the rows of record.py.
//
//     node tests/codecs/cjk/record.mjs
import fs from 'node:fs';
import { askNative } from '../../../scripts/native-oracle.mjs';

const rows = askNative(new URL('record.py', import.meta.url));
fs.writeFileSync(
  new URL('recorded.generated.json', import.meta.url),
  JSON.stringify(rows).replaceAll('],[', '],\n['),
);
