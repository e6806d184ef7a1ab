// Writes the tables of src/codecs from CPython's: run `node scripts/generate-codecs.mjs`, then format them.
// The CPython is that of `pyodide` in package.json, so the tables change only when that does.
import { writeFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { characterNamesFile } from './build/character-names.mjs';
import { charmapsFile } from './build/charmaps.mjs';

const python = await loadPyodide();
const ask = (code) => JSON.parse(python.runPython(`import json\n${code}`));
const header = (what) => `// ${what}. Written by scripts/generate-codecs.mjs from CPython; do not edit.\n`;
const write = (name, text) => writeFileSync(new URL(`../src/codecs/${name}`, import.meta.url), text);
const quoted = (text) =>
  JSON.stringify(text).replace(/[\u2028\u2029\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

/* ---- names of encodings, and the encodings that are one table of 256 characters ---- */

const { aliases, binary, cjk, charmaps } = ask(`
import codecs, pkgutil, encodings, encodings.aliases
from collections import defaultdict
carried = {'ascii', 'latin_1', 'utf_8', 'utf_8_sig', 'utf_16', 'utf_16_le', 'utf_16_be', 'utf_32', 'utf_32_le', 'utf_32_be'}
binary, cjk, charmaps = [], [], {}
for name in sorted(m.name for m in pkgutil.iter_modules(encodings.__path__)):
    try:
        info = codecs.lookup(name)
    except LookupError:
        continue
    module = __import__('encodings.' + name, fromlist=['*'])
    if not info._is_text_encoding:
        binary.append(name)
    elif name in carried or name == 'iso8859_1':
        pass
    elif hasattr(module, 'decoding_table'):
        table = module.decoding_table
        table = (table if isinstance(table, str) else ''.join(chr(table.get(i, 0xfffe)) for i in range(256))).ljust(256, '\\ufffe')
        inverse = {}
        for i, c in enumerate(table):
            inverse[c] = i
        inverse.pop('\\ufffe', None)
        special = {}
        for point in range(0x10000):
            c = chr(point)
            try:
                got = info.encode(c)[0]
            except UnicodeEncodeError:
                got = None
            want = inverse.get(c)
            if got != (None if want is None else bytes([want])):
                special[point] = list(got or b'')
        charmaps[name] = [table, special]
    elif hasattr(module, 'mbc'):
        cjk.append(name)
aliases = defaultdict(list)
for alias, target in encodings.aliases.aliases.items():
    aliases[target].append(alias)
json.dumps({'aliases': aliases, 'binary': binary, 'cjk': cjk, 'charmaps': charmaps})
`);

const known = new Set([...binary, ...cjk, ...Object.keys(charmaps)]);
const CORE = ['ascii', 'latin_1', 'utf_8'];
/** Without names that are found because a lookup also replaces their dots by underscores. */
const line = (target) => {
  const names = aliases[target].filter(
    (name) => !name.includes('.') || !aliases[target].includes(name.replaceAll('.', '_')),
  );
  return `  ${target}: ${quoted(names.join(' '))},`;
};
const lines = Object.keys(aliases)
  .filter((target) => !CORE.includes(target) && (known.has(target) || /^utf_/.test(target)))
  .sort()
  .map(line);
write(
  'core-aliases.generated.ts',
  `${header('The names of the encodings of pybuffer/core')}
/** Other names of the codecs of \`pybuffer/core\`, separated by spaces. */
export const CORE_ALIASES_OF: Readonly<Record<string, string>> = {
${CORE.map(line).join('\n')}
};
`,
);
write(
  'aliases.generated.ts',
  `${header('The names of encodings')}
/** Other names of each further codec, separated by spaces. */
export const ALIASES_OF: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
/** Codecs that do not lead from bytes to text, separated by spaces. */
export const BINARY_CODECS = ${quoted(binary.join(' '))};
/** The multi-byte codecs of East Asia, which \`pybuffer/codecs-cjk\` registers, separated by spaces. */
export const CJK_CODECS = ${quoted(cjk.join(' '))};
`,
);

for (const [name, [, special]] of Object.entries(charmaps)) {
  if (Object.keys(special).length > 0)
    console.log('does not encode what it decodes:', name, JSON.stringify(special).slice(0, 300));
}
write('charmaps.generated.ts', charmapsFile(charmaps));

/* ---- names of characters ---- */

const names = Object.entries(
  ask(`
import codecs
handler = codecs.lookup_error('namereplace')
names = {}
for point in range(0x110000):
    text = handler(UnicodeEncodeError('ascii', chr(point), 0, 1, ''))[0]
    if text.startswith('\\\\N{'):
        names[point] = text[3:-1]
json.dumps(names)
`),
).map(([point, name]) => [Number(point), name]);

const aliased = ask(`
points = []
for point in range(0xF0000, 0xF0200):
    name = chr(point).encode('ascii', 'namereplace').decode()
    if not name.startswith('\\\\N'):
        break
    points.append(ord(name.encode().decode('unicode_escape')))
json.dumps(points)
`);
write('unicode-names.generated.ts', characterNamesFile(names, aliased));
