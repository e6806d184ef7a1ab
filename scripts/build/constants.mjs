/**
 * The build plugin that inlines numbers: an imported number becomes a constant of the importing file, which
 * the minifier folds. Neither bundlers nor V8 do that across modules. Caller: `rollup.config.mjs`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DECLARED = /^export const (\w+) = ([-\w\s*|<()+]+?)(?: as number)?;$/gm;
const MEMBER = /^ {2}([A-Z_\d]+): (0x[\da-f]+|\d+),$/gm;
/** The objects whose members are numbers: `BufferFlags.NAME`, `Kind.NAME`. */
const NUMBERS = { BufferFlags: 'src/protocol/flags.ts', Kind: 'src/formats/item.ts' };

/** The exported numbers of the files in `folder`, by file name and name. */
function constantsOf(folder) {
  const found = new Map();
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const numbers = new Map();
    for (const [, name, text] of readFileSync(join(folder, file), 'utf8').matchAll(DECLARED)) {
      if (!/[a-z]{2}/i.test(text.replace(/0x[\da-f]+/gi, '')))
        numbers.set(name, String(Number(new Function(`return ${text}`)())));
    }
    found.set(join(folder, file), numbers);
  }
  return found;
}

const members = new Map(
  Object.entries(NUMBERS).flatMap(([object, file]) =>
    [...readFileSync(file, 'utf8').matchAll(MEMBER)].map(([, name, text]) => [
      `${object}.${name}`,
      Number(text),
    ]),
  ),
);
const MEMBERS = new RegExp(`(?<![\\w.])(?:${Object.keys(NUMBERS).join('|')})\\.[A-Z_\\d]+\\b`, 'g');

export function constants(folder) {
  const found = constantsOf(folder);
  return {
    name: 'constants',
    async transform(code, id) {
      if (!id.startsWith(folder)) return null;
      const edits = [];
      const own = [];
      for (const node of this.parse(code).body) {
        if (node.type !== 'ImportDeclaration') continue;
        const { id: from } = (await this.resolve(node.source.value, id)) ?? {};
        const numbers = found.get(from);
        const kept = node.specifiers.filter(({ type, imported, local }) => {
          const number = type === 'ImportSpecifier' ? numbers?.get(imported.name) : undefined;
          if (number !== undefined) own.push(`const ${local.name} = ${number};`);
          return number === undefined;
        });
        if (kept.length === node.specifiers.length) continue;
        const names = kept.map(({ imported, local }) => `${imported.name} as ${local.name}`);
        edits.push([
          node.start,
          node.end,
          names.length > 0 ? `import { ${names.join(', ')} } from '${node.source.value}';` : '',
        ]);
      }
      for (const [start, end, text] of edits.reverse()) code = code.slice(0, start) + text + code.slice(end);
      const inlined = code.replace(MEMBERS, (whole) => members.get(whole) ?? whole);
      return { code: own.join('') + inlined, map: null };
    },
  };
}
