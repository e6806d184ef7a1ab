// Records the answers of CPython 3.15 (of 32 bits), and those that only a 64-bit `python3` can give.
//
//     node tests/companions/record.mjs
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { record } from '../../scripts/oracle.mjs';

const source = new URL('record.py', import.meta.url);
const save = (name, value) =>
  fs.writeFileSync(
    new URL(name, import.meta.url),
    JSON.stringify(value).replaceAll(']],["', ']],\n["') + '\n',
  );

save('recorded.generated.json', await record(source));
save(
  'recorded-wide.generated.json',
  JSON.parse(execFileSync('python3', [source.pathname], { encoding: 'utf8' }))[0],
);
