// node scripts/record-signatures.mjs: writes src/runtime/signatures.data.ts, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const { signatures, attributes } = askNative(new URL('record-signatures.py', import.meta.url));
const quoted = (text) => (text.includes("'") ? JSON.stringify(text) : `'${text}'`);
const lines = [
  '// Recorded from CPython 3.15 by scripts/record-signatures.mjs; the conventions are explained there. Do not edit.',
  '/** `convention qualified-name(parameters)` by type and name; the name of a constructor is empty. */',
  'export const signatures = {',
];
for (const [type, methods] of Object.entries(signatures)) {
  lines.push(`  ${type}: {`);
  for (const [name, text] of Object.entries(methods)) lines.push(`    ${name || "''"}: ${quoted(text)},`);
  lines.push('  },');
}
lines.push('} as const;', '');
lines.push('/** The other names of a type, as `dir()` lists them. */', 'export const attributes = {');
for (const [type, names] of Object.entries(attributes)) lines.push(`  ${type}: '${names}',`);
lines.push('} as const;', '');
fs.writeFileSync(new URL('../src/runtime/signatures.data.ts', import.meta.url), lines.join('\n'));
