// Writes the tables of src/codecs from CPython's own: `node scripts/generate-codecs.mjs`, then format them.
// CPython is the `pyodide` of package.json, so that the tables change only when that does.
import { writeFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
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
const line = (target) => `  ${target}: ${quoted(aliases[target].join(' '))},`;
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
    console.log('encodes otherwise than it decodes:', name, JSON.stringify(special).slice(0, 300));
}
write('charmaps.generated.ts', charmapsFile(charmaps));

/* ---- names of characters ---- */

const names = new Map(
  Object.entries(
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
  ).map(([point, name]) => [Number(point), name]),
);

const HANGUL = [0xac00, 0xd7a3];
const numbered = [];
const spelled = [];
for (const [point, name] of names) {
  const hex = `-${point.toString(16).toUpperCase()}`;
  if (point >= HANGUL[0] && point <= HANGUL[1]) continue;
  if (name.endsWith(hex)) {
    const prefix = name.slice(0, -hex.length);
    const last = numbered.at(-1);
    if (last?.prefix === prefix && last.end === point) last.end++;
    else numbered.push({ prefix, start: point, end: point + 1 });
  } else {
    spelled.push([point, name.split(' ')]);
  }
}

// Every block starts afresh, so that a lookup reads one block; within it a name repeats words of the one before.
const BLOCK = 64;
// One digit holds both counts: 7 * 13 of its 92 values.
const SHARED_MOST = 6;
const REST_MOST = 13;
const blocks = [];
for (const [point, words] of spelled) {
  const block = blocks.at(-1);
  if (block !== undefined && block.names.length < BLOCK && block.start + block.names.length === point)
    block.names.push(words);
  else blocks.push({ start: point, names: [words] });
}
const uses = new Map();
const coded = [];
for (const { names: group } of blocks) {
  let before = [];
  for (const words of group) {
    let shared = 0;
    while (shared < SHARED_MOST && shared < words.length - 1 && words[shared] === before[shared]) shared++;
    const rest = words.slice(shared);
    if (rest.length > REST_MOST) throw new Error(`too many words: ${words.join(' ')}`);
    for (const word of rest) uses.set(word, (uses.get(word) ?? 0) + 1);
    coded.push({ shared, rest });
    before = words;
  }
}
const dictionary = [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a) || (a < b ? -1 : 1));
const codeOf = new Map(dictionary.map((word, i) => [word, i]));
// Printable ASCII without backslash, backtick and dollar: nothing needs an escape in a template literal.
const DIGITS = [...Array(95).keys()]
  .map((i) => String.fromCharCode(32 + i))
  .filter((c) => !'\\`$'.includes(c))
  .join('');
const RADIX = DIGITS.length;
// Of the first characters, SINGLE stand for a word each, the next DOUBLE begin a pair, the rest three characters.
const SINGLE = 28;
const TRIPLE = Math.max(
  1,
  Math.ceil((dictionary.length - SINGLE - (RADIX - SINGLE - 2) * RADIX) / RADIX ** 2),
);
const DOUBLE = RADIX - SINGLE - TRIPLE;
const reference = (n) => {
  if (n < SINGLE) return DIGITS[n];
  n -= SINGLE;
  if (n < DOUBLE * RADIX) return DIGITS[SINGLE + Math.floor(n / RADIX)] + DIGITS[n % RADIX];
  n -= DOUBLE * RADIX;
  return (
    DIGITS[SINGLE + DOUBLE + Math.floor(n / RADIX ** 2)] +
    DIGITS[Math.floor(n / RADIX) % RADIX] +
    DIGITS[n % RADIX]
  );
};
const packed = coded
  .map(
    ({ shared, rest }) =>
      DIGITS[shared * REST_MOST + rest.length - 1] + rest.map((word) => reference(codeOf.get(word))).join(''),
  )
  .join('');
const aliased = ask(`
points = []
for point in range(0xF0000, 0xF0200):
    name = chr(point).encode('ascii', 'namereplace').decode()
    if not name.startswith('\\\\N'):
        break
    points.append(ord(name.encode().decode('unicode_escape')))
json.dumps(points)
`);
let previous = 0;
const starts = blocks
  .map(({ start, names: group }) => {
    const text = `${(start - previous).toString(36)}${group.length === BLOCK ? '' : `.${group.length.toString(36)}`}`;
    previous = start + group.length;
    return text;
  })
  .join(' ');
write(
  'unicode-names.generated.ts',
  `${header('Names of characters, packed; unicode-names.ts reads them')}
/** Ranges whose names are a prefix and the code point: start, end, prefix. */
export const NUMBERED: readonly (readonly [start: number, end: number, prefix: string])[] = [
${numbered.map(({ start, end, prefix }) => `  [${start}, ${end}, ${quoted(prefix)}],`).join('\n')}
];
/** The digits of the packed references, in order. */
export const DIGITS = String.raw\`${DIGITS}\`;
/** How many digits stand for a word by themselves, and how many begin a pair. */
export const SINGLE = ${SINGLE};
export const DOUBLE = ${DOUBLE};
/** Names in a block, unless it says otherwise. */
export const BLOCK = ${BLOCK};
/** Where the blocks begin: distance from the end of the one before, and the number of names, in base 36. */
export const BLOCKS = '${starts}';
export const WORDS =
  '${dictionary.join(' ')}';
/** For each name REST_MOST * (words repeated from the name before) + (further words) - 1, then those words. */
export const REST_MOST = ${REST_MOST};
export const NAMES = String.raw\`${packed}\`;
/** The characters whose aliases are the names of U+F0000 and the following code points, in hexadecimal. */
export const ALIASED = '${aliased.map((point) => point.toString(16)).join(' ')}';
`,
);
console.log({
  words: dictionary.length,
  blocks: blocks.length,
  packed: packed.length,
  dictionary: dictionary.join(' ').length,
  starts: starts.length,
});
