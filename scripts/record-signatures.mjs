// node scripts/record-signatures.mjs: writes src/runtime/signatures.generated.ts, recorded from CPython 3.15.
import fs from 'node:fs';
import { askNative } from './native-oracle.mjs';

const { signatures, attributes } = askNative(new URL('record-signatures.py', import.meta.url));
const nameIn = (line) => /(\w*)\(/.exec(line)[1];

/** Each type's lines, with `.` for its own name, and how many types have each. */
const types = Object.entries(signatures).map(([type, methods]) => [
  type,
  Object.entries(methods).map(([name, text]) => {
    const line = text.replace(` ${type}.`, ' .');
    return name === nameIn(line) ? line : `${name}=${line}`;
  }),
]);
const uses = new Map();
for (const [, lines] of types) for (const line of lines) uses.set(line, (uses.get(line) ?? 0) + 1);
const common = new Map();
for (const [line, count] of uses) {
  const name = nameIn(line);
  if (count > 1 && count > (uses.get(common.get(name)) ?? 0)) common.set(name, line);
}
const entries = types.map(([type, lines]) => {
  const isCommon = (line) => common.get(nameIn(line)) === line;
  const names = lines.filter(isCommon).map(nameIn);
  return [type, [names.join(' '), ...lines.filter((line) => !isCommon(line))]];
});

const quoted = (text) => `\n  ${text.includes("'") ? JSON.stringify(text) : `'${text}'`},`;
fs.writeFileSync(
  new URL('../src/runtime/signatures.generated.ts', import.meta.url),
  `// Recorded from CPython 3.15 by scripts/record-signatures.mjs; signatures.data.ts reads it. Do not edit.
/** \`convention qualified-name(parameters)\` of methods that several types have; \`.\` stands for the type's name. */
export const COMMON: readonly string[] = [${[...common.values()].map(quoted).join('')}
];

/** For each type the names of those it has, then its other lines; a name before \`=\` is not the one in the line. */
export const OWN = {
${entries.map(([type, lines]) => `  ${type}: [${lines.map(quoted).join('')}\n],\n`).join('')}} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The other names of a type, as \`dir()\` lists them. */
export const attributes = {
${Object.entries(attributes)
  .map(([type, names]) => `  ${type}: '${names}',\n`)
  .join('')}} as const;
`,
);
