// node scripts/record-containers.mjs: writes tests/runtime/containers.generated.json, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative, linesOf } from './native-oracle.mjs';

const rows = askNative(new URL('record-containers.py', import.meta.url));
const text = ([container, steps]) => `[${JSON.stringify(container)},${linesOf(steps)}]`;
fs.writeFileSync(
  new URL('../tests/runtime/containers.generated.json', import.meta.url),
  `[\n${rows.map(text).join(',\n')}\n]\n`,
);
