// Records CPython 3.15's answers with both sizes of memory: the final release has 64 bits, Pyodide has 32.
//
//     node tests/companions/record.mjs
import fs from 'node:fs';
import { askNative } from '../../scripts/native-oracle.mjs';
import { record } from '../../scripts/oracle.mjs';

const source = new URL('record.py', import.meta.url);
const save = (name, value) =>
  fs.writeFileSync(
    new URL(name, import.meta.url),
    JSON.stringify(value).replaceAll(']],["', ']],\n["') + '\n',
  );

save('recorded.generated.json', askNative(source));
save('recorded-32-bit.generated.json', await record(source));
