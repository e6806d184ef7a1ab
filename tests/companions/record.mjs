// Records what CPython 3.15 answers on memory of both sizes: the final release on 64-bit memory, Pyodide on
// 32-bit memory.
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
