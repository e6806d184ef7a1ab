/**
 * The guide's pages: their TypeScript runs here, their Python runs on CPython, and the files that they quote
 * contain the quotations.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, blocksOf } from './blocks.js';
import { compile } from './compile.js';
import { runBlock } from './run-block.js';
import { cpython, testOnCPython } from '../native-cpython.js';

const ROOT = join(__dirname, '../..');

test('the runner tells right from wrong', async () => {
  const wrong = async (source: string) => {
    const block = { where: 'here', language: 'ts', quotes: null, source };
    return (await runBlock(block)).mismatches.length;
  };
  const start = "import { b as c } from 'pybuffer';\n";
  expect(await wrong(`${start}c\`ab\`.length; // 2`)).toBe(0);
  expect(await wrong(`${start}c\`ab\`.length; // 3`)).toBe(1);
  expect(await wrong(`${start}await Promise.resolve(c\`ab\`); // b'ab'`)).toBe(0);
  expect(await wrong(`${start}c\`ab\`.get(5); // IndexError: index out of range`)).toBe(0);
  expect(await wrong(`${start}c\`ab\`.get(5); // IndexError: another text`)).toBe(1);
  expect(await wrong('nothing.at.all();')).toBe(1);
});

test.each(PAGES)('the TypeScript of %s runs, with the stated results', async (page) => {
  const blocks = blocksOf(page).filter(({ language, quotes }) => language === 'ts' && quotes === null);
  const mismatches: string[] = [];
  for (const block of blocks) mismatches.push(...(await runBlock(block)).mismatches);
  expect(mismatches).toEqual([]);
});

test('every entry of the page on the library shows the same values in both languages', async () => {
  const blocks = blocksOf('guide/python-library.md');
  const headings = readFileSync(join(ROOT, 'guide/python-library.md'), 'utf8').match(/^## .*$/gm)!;
  expect(blocks.map(({ language }) => language)).toEqual(headings.flatMap(() => ['py', 'ts']));
  const named =
    'struct array io zlib hashlib base64 binascii ctypes mmap socket asyncio open secrets uuid ipaddress datetime decimal';
  for (const module of named.split(' ')) expect(headings).toContain(`## ${module}`);
  for (const block of blocks) {
    // Three to twelve lines each, apart from imports.
    const lines = block.source.split('\n').filter((line) => line !== '' && !/^(?:import|from) /.test(line));
    expect([block.where, lines.length >= 3 && lines.length <= 12]).toEqual([block.where, true]);
    expect([block.where, / \/\/ |  # /.test(block.source)]).toEqual([block.where, true]);
  }
});

test('the TypeScript of every page compiles', () => {
  const blocks = PAGES.flatMap(blocksOf).filter(
    ({ language, quotes }) => language === 'ts' && quotes === null,
  );
  expect(
    compile([{ where: 'here', language: 'ts', quotes: null, source: 'const x: number = "";' }]),
  ).toHaveLength(1);
  expect(compile(blocks)).toEqual([]);
}, 60_000);

test.each(PAGES)('the quotations of %s are in the files', (page) => {
  const missing = blocksOf(page).filter(({ quotes, source }) => {
    if (quotes === null) return false;
    const flat = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .join('\n');
    return !flat(readFileSync(join(ROOT, quotes), 'utf8')).includes(flat(source));
  });
  expect(missing).toEqual([]);
});

testOnCPython("the guide's Python")(
  'the Python of every page runs on CPython, and gives what it says',
  () => {
    const blocks = PAGES.flatMap(blocksOf).filter(
      ({ language, quotes }) => language === 'py' && quotes === null,
    );
    const { stdout, stderr, status } = spawnSync(cpython, [join(__dirname, 'run_blocks.py')], {
      input: JSON.stringify(blocks.map(({ where, source }) => [where, source])),
      encoding: 'utf8',
      env: { ...process.env, PYTHONHASHSEED: '0' },
    });
    expect([status, stderr]).toEqual([0, '']);
    const { checked, mismatches } = JSON.parse(stdout) as { checked: number; mismatches: string[] };
    expect(mismatches).toEqual([]);
    expect(checked).toBeGreaterThan(40);
  },
);
