/**
 * The guide's table of sizes: every subpath is there, and the numbers are those of the limits that `npm run
 * size` checks. Numbers copied into the README and the guides agree with their sources.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const { imports } = JSON.parse(read('scripts/budgets.json')) as { imports: { name: string; kB: number }[] };
const limits = new Map(imports.map(({ name, kB }) => [name, kB]));

const table = read('guide/sizes.md').match(/\| import \| kB [\s\S]*?\n\n/)![0];
/** The names and numbers of each row. */
const rows = table
  .split('\n')
  .slice(2)
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, names, sizes]) => ({
    names: [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    sizes: [...sizes!.matchAll(/\d+/g)].map(([size]) => Number(size)),
    isPart: sizes === 'part',
  }));

test('every subpath is in the table', () => {
  const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> };
  const subpaths = Object.keys(exports)
    .filter((path) => path !== './package.json' && path !== './eslint')
    .map((path) => `pybuffer${path.slice(1)}`);
  expect(rows.flatMap(({ names }) => names).sort()).toEqual(subpaths.sort());
});

test('no number is past its limit, and none is far below', () => {
  const wrong = rows
    .filter(({ isPart }) => !isPart)
    .flatMap(({ names, sizes }) => {
      const limited = names.flatMap((name) =>
        [...limits.keys()].filter((key) => /^[^ ,]*/.exec(key)![0] === name),
      );
      expect([names, sizes.length]).toEqual([names, limited.length]);
      return limited.map((name, i) => [name, sizes[i]!, limits.get(name)!] as const);
    })
    .filter(([, size, limit]) => !(size <= limit + 0.5 && size >= limit * 0.85 - 0.5));
  expect(wrong).toEqual([]);
});

test('the numbers in the README and the guides are those that were measured (npm run figures)', () => {
  const write =
    "import('./scripts/write-figures.mjs').then(({ figures }) => console.log(JSON.stringify(figures())))";
  const printed = execFileSync(process.execPath, ['-e', write], { cwd: root, encoding: 'utf8' });
  for (const [path, text] of JSON.parse(printed) as [string, string][]) {
    expect([path, read(path)]).toEqual([path, text]);
  }
});
