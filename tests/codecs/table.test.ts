// The table of codecs in conformance/codecs/README.md is what the script writes, names every registered
// codec, and its proofs exist.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookup } from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { registerCompressor } from 'pybuffer/codecs-binary';
import { BINARY_CODECS, CODECS_AND_KINDS, PIECES_OF } from '../../conformance/codecs/codecs.js';
import { tableOf } from '../../conformance/codecs/table.js';
import { CORE_ALIASES_OF } from '../../src/codecs/core-aliases.generated.js';
import { CODECS_OF } from './combinations.js';
import * as generated from '../../src/codecs/aliases.generated.js';

const folder = join(__dirname, '../../conformance/codecs');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const json = (name: string): never => JSON.parse(read(name)) as never;

test('the README has the table that the script makes', () => {
  const readme = read('README.md');
  const table = tableOf(
    json('aliases.generated.json'),
    json('binary-aliases.generated.json'),
    json('whole.generated.json'),
  );
  // The file's columns are padded, the script's are not.
  const flat = (text: string): string[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) =>
        line
          .replace(/ +\| ?/g, '|')
          .replace(/^\| +/, '|')
          .replace(/-+/g, '-'),
      );
  expect(flat(readme.slice(readme.indexOf('| name')))).toEqual(flat(table));
});

test('every codec of the table is found by its name, and no other is registered', () => {
  const same = (data: Uint8Array): Uint8Array => data;
  registerCompressor('bz2', { compress: same, decompress: same });
  const listed = [...Object.keys(CODECS_AND_KINDS), ...BINARY_CODECS];
  for (const name of listed) expect(lookup(name).name.length).toBeGreaterThan(1);
  const known = new Set(listed);
  const tables = Object.values(generated).filter((value) => typeof value === 'object');
  for (const table of [CORE_ALIASES_OF, ...tables]) {
    for (const name of Object.keys(table)) expect([name, known.has(name)]).toEqual([name, true]);
  }
  expect(listed.length).toBeGreaterThan(110);
});

test('the tests of each source ask for the combinations of its codecs', () => {
  expect(Object.values(CODECS_OF).join(' ').split(' ').sort()).toEqual(Object.keys(PIECES_OF).sort());
  for (const source of Object.keys(CODECS_OF)) {
    const text = readFileSync(join(__dirname, `${source}.test.ts`), 'utf8');
    expect([source, text.includes(`testCombinations('${source}');`)]).toEqual([source, true]);
  }
});

test('the digests prove what the table says', () => {
  const digests = json('digests.generated.json') as Record<string, Record<string, string>>;
  for (const [name, kinds] of Object.entries(CODECS_AND_KINDS)) {
    expect([name, Object.keys(digests[name] ?? {}).sort()]).toEqual([name, [...kinds].sort()]);
  }
});
