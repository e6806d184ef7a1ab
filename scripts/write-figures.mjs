/**
 * `npm run figures`: writes the measured numbers into the README's first table and into the guides, each from
 * the file that its command wrote. `figures()` returns the texts without writing them, for the test that they
 * are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** The text between two markers of a file. */
function between(path, name) {
  const found = new RegExp(`<!-- ${name} -->\n([^]*?)<!-- `).exec(read(path));
  if (found === null) throw new Error(`${path} has no <!-- ${name} -->`);
  return found[1].trim();
}

function firstTable() {
  const { date, results } = JSON.parse(read('scoreboard/results.generated.json'));
  const share = (name) => {
    const { same, all } = results.find((each) => each.name === name).total;
    return `${(Math.floor((1000 * same) / all) / 10).toFixed(1)} %`;
  };
  const { all } = results[0].total;
  const bench = between('bench/README.md', 'results');
  const [, benchDate] = /^(\d{4}-\d\d-\d\d)\. /m.exec(bench);
  const [, python] = /; (CPython [^;]*);/.exec(bench);
  const columns = bench.match(/^\| group \|.*$/m)[0].split(' | ');
  const cells = bench.match(/^\| \*\*all\*\* \|.*$/m)[0].split(' | ');
  const [rows, mean, median, above] = ['rows', 'mean of CPython', 'median', 'rows above 1'].map(
    (name) => cells[columns.findIndex((column) => column.startsWith(name))],
  );
  const sizes = JSON.parse(read('scripts/sizes.generated.json'));
  const size = (name) => `${Math.round(sizes.imports[name])} kB`;
  return `| | measured | on | by |
|---|---|---|---|
| exact | of ${all.toLocaleString('en')} lines that CPython 3.15 prints, Brython prints ${share('Brython with pybuffer')} on these types and ${share('Brython')} on its own; Skulpt ${share('Skulpt with pybuffer')} and ${share('Skulpt')} | ${date} | [\`npm run scoreboard\`](guide/exactness.md) |
| fast | ${mean} of the time of ${python} over ${rows} operations (geometric mean, no ratio counted below 0.1), the median is ${median}; ${above} of them are slower | ${benchDate} | [\`npm run bench\`](guide/performance.md) |
| small | \`Bytes\` ${size('pybuffer/core { Bytes }')}, the three types ${size('pybuffer/core, the three types')}, everything ${size('pybuffer')} (minified, brotli) | ${sizes.date} | [\`npm run size\`](guide/sizes.md) |`;
}

function benchTable() {
  const text = between('bench/README.md', 'results');
  const groups = text.slice(text.indexOf('| group |'));
  return `${/^\d{4}-.*$/m.exec(text)[0]}\n\n${groups.slice(0, groups.indexOf('\n\n'))}`;
}

/** The guide's table of sizes, where each number belongs to the name before it. */
function sizesTable() {
  const { imports } = JSON.parse(read('scripts/sizes.generated.json'));
  /** All sizes of an import, in the order of the budgets. */
  const sizesOf = (name) => Object.keys(imports).filter((key) => key.match(/^[^ ,]*/)[0] === name);
  return between('guide/sizes.md', 'sizes').replace(
    /^\| (`[^|]*) \| (\d[^|]*) \|/gm,
    (_all, names, sizes) => {
      const measured = names.replaceAll('`', '').split(', ').flatMap(sizesOf);
      return `| ${names} | ${sizes.replace(/\d+/g, () => Math.round(imports[measured.shift()]))} |`;
    },
  );
}

const PLACES = [
  ['README.md', 'figures', firstTable],
  ['guide/sizes.md', 'sizes', sizesTable],
  ['guide/performance.md', 'bench', benchTable],
  ['guide/environments.md', 'engines', () => between('matrix/README.md', 'engines')],
];

/** Path and expected text of each file. */
export function figures() {
  return PLACES.map(([path, name, make]) => {
    const text = read(path).replace(
      new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end of ${name} -->)`),
      (_all, start, end) => `${start}\n${make()}\n\n${end}`,
    );
    return [path, text];
  });
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of figures()) writeFileSync(join(ROOT, path), text);
}
