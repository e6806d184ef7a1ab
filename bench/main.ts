/**
 * `npm run bench`: the whole table; `npm run bench -- ROW`: the rows whose name contains ROW, and those of
 * the group ROW.
 *
 * --quick           a short run
 * --against REV     ours at a revision of this repository, beside ours now, and nobody else
 * --only A,B        only these contenders (ours, CPython, raw, Buffer, npm, peers, limit, node26, limit26,
 *                   Pyodide, Skulpt, Brython); writes no results
 * --write           with --only: writes the results of the whole table all the same
 * --report          writes README.md again from the saved results
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MISSING, cpythonPath } from '../scripts/cpython.mjs';
import { bundleOf } from './bundle.js';
import { Contender } from './contender.js';
import { peerNames } from './peers.js';
import { picture } from './picture.js';
import { summary, table, timeName, writeReadme } from './report.js';
import { sizeName } from './row.js';
import type { Row } from './row.js';
import { groups } from './rows/index.js';
import { CPYTHON, LIMIT, LIMIT_NEWEST, PEER, geometricMean, judge, operations } from './verdict.js';
import type { Result } from './verdict.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const MIB = 2 ** 20;
/** Our library on the newest Node, the package `node26` of matrix/. */
const NEWEST = 'node26';

function newestNode(): string {
  const path = here('../matrix/node_modules/node26/bin/node');
  return process.env['PYBUFFER_NODE26'] ?? (existsSync(path) ? path : 'no-node26');
}

interface Options {
  rows: string[];
  quick: boolean;
  against: string | null;
  only: string[] | null;
  write: boolean;
}

function parse(args: readonly string[]): Options {
  const options: Options = { rows: [], quick: false, against: null, only: null, write: false };
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--quick') options.quick = true;
    else if (args[i] === '--write') options.write = true;
    else if (args[i] === '--against') options.against = args[++i] ?? 'HEAD';
    else if (args[i] === '--only') options.only = (args[++i] ?? '').split(',');
    else options.rows.push(args[i]!);
  }
  return options;
}

async function contendersFor({ only, against, quick }: Options): Promise<Contender[]> {
  const patience = quick ? 3000 : 6000;
  const named = (row: Row, size: number): object => ({ row: row.name, size });
  const inPython = (row: Row, size: number): object => row.python(size);
  const javascript = (name: string, role: string, bundle: readonly string[] = [], node = 'node'): Contender =>
    new Contender(
      name,
      [node, '--expose-gc', '--import', 'tsx', here('contenders/javascript.ts'), role, ...bundle],
      Infinity,
      60_000,
      named,
    );
  const python = (name: string, file: string, limit: number): Contender =>
    new Contender(name, ['node', here(`contenders/${file}`)], limit, patience, inPython);
  const native = (name: string, python: string | null): Contender =>
    new Contender(name, [python ?? 'no-python', here('contenders/native.py')], Infinity, 60_000, inPython);
  const everybody: Contender[] =
    against !== null
      ? [
          javascript('ours', 'ours', [await bundleOf(null)]),
          javascript(against, 'ours', [await bundleOf(against)]),
        ]
      : [
          javascript('ours', 'ours', [await bundleOf(null)]),
          native('CPython', cpythonPath()),
          javascript('raw', 'raw'),
          javascript('Buffer', 'Buffer'),
          javascript('npm', 'npm'),
          ...peerNames.map((name) => javascript(name, PEER, [name])),
          javascript(LIMIT, LIMIT),
          javascript(NEWEST, 'ours', [await bundleOf(null)], newestNode()),
          javascript(LIMIT_NEWEST, LIMIT, [], newestNode()),
          python('Pyodide', 'pyodide.mjs', Infinity),
          python('Skulpt', 'skulpt.mjs', MIB / 16),
          python('Brython', 'brython.mjs', MIB / 16),
          native('CPython 3.11', 'python3.11'),
        ];
  const present: Contender[] = [];
  for (const contender of everybody) {
    if (only !== null && !only.includes(contender.name) && !isPeer(contender, only)) continue;
    if (await contender.start()) present.push(contender);
    else
      console.error(`${contender.name} does not run here${contender.name === CPYTHON ? `: ${MISSING}` : ''}`);
  }
  return present;
}

/** Whether a contender is chosen by `--only peers`, which means all packages. */
function isPeer({ name }: Contender, only: readonly string[]): boolean {
  return only.includes('peers') && peerNames.includes(name);
}

/** Runs one row at one size: checks every contender's answer, then times them in turns. */
async function compete(
  group: string,
  row: Row,
  size: number,
  contenders: readonly Contender[],
  rounds: number,
  seconds: number,
): Promise<Result> {
  const times: Record<string, number | string> = {};
  const ready: { contender: Contender; samples: number[] }[] = [];
  let wanted: string | null = null;
  const isLimit = ({ name }: Contender): boolean => name === LIMIT || name === LIMIT_NEWEST;
  const right = (contender: Contender, answer: string): boolean => isLimit(contender) || answer === wanted;
  // CPython's answer is right; without CPython, all must agree with the first answer.
  const order = [...contenders].sort((a, b) => Number(b.name === 'CPython') - Number(a.name === 'CPython'));
  for (const contender of order) {
    if (size > contender.limit) continue;
    try {
      const answer = await contender.prepare(row, size);
      if (answer === null) continue;
      if (!isLimit(contender)) wanted ??= answer;
      if (right(contender, answer)) ready.push({ contender, samples: [] });
      else times[contender.name] = 'wrong';
    } catch (error) {
      times[contender.name] = (error as Error).message === 'slow' ? 'slow' : 'n/a';
      if (contender.name === 'ours') times.ours = `failed: ${(error as Error).message.slice(0, 60)}`;
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { contender, samples } of ready) {
      if (times[contender.name] !== undefined) continue;
      // Measure slow contenders less often.
      if (round > 1 && samples[0]! > seconds * 4e9) continue;
      try {
        samples.push(await contender.measure(seconds));
      } catch {
        times[contender.name] = 'slow';
      }
    }
  }
  for (const { contender, samples } of ready) {
    if (times[contender.name] !== undefined) continue;
    const again = await contender.answer().catch(() => 'nothing');
    if (!right(contender, again)) times[contender.name] = 'wrong later';
    // Each sample is a median; other load on the machine makes some longer, but none shorter.
    times[contender.name] ??= Math.min(...samples) / operations(row, size);
  }
  const sorted = Object.fromEntries(
    contenders.filter(({ name }) => name in times).map(({ name }) => [name, times[name]!]),
  );
  return { group, row: row.name, kind: row.kind, size, times: sorted };
}

function print(result: Result): void {
  const { met, misses } = judge(result);
  const cells = Object.entries(result.times).map(([name, time]) => {
    if (typeof time !== 'number') return `${name} ${time}`;
    const ours = result.times.ours;
    const ratio = name === 'ours' || typeof ours !== 'number' ? '' : ` (${(ours / time).toPrecision(2)})`;
    return `${name} ${timeName(time)}${ratio}`;
  });
  console.log(
    `${met ? ' ' : '!'} ${result.row}, ${sizeName(result.size)}: ${cells.join(', ')}${met ? '' : `  << ${misses.join('; ')}`}`,
  );
}

/** Writes the results into README.md and the picture. */
function publish(where: string, results: readonly Result[]): void {
  writeFileSync(here('results.svg'), picture(results));
  writeReadme(here('README.md'), [
    '![Time relative to CPython](results.svg)',
    '',
    where,
    '',
    ...summary(results),
    '',
    ...table(results),
  ]);
}

if (process.argv.includes('--report')) {
  const saved = JSON.parse(readFileSync(here('results.generated.json'), 'utf8')) as {
    where: string;
    results: Result[];
  };
  publish(saved.where, saved.results);
  process.exit();
}

// For CPython builds with a JIT.
process.env['PYTHON_JIT'] = '1';
const options = parse(process.argv.slice(2));
const contenders = await contendersFor(options);
const [rounds, seconds] = options.quick ? [3, 0.01] : [5, 0.025];
const results: Result[] = [];
for (const group of groups) {
  for (const row of group.rows) {
    const wanted =
      options.rows.length === 0 ||
      options.rows.some((part) => row.name.includes(part) || group.name === part);
    if (!wanted) continue;
    for (const size of row.sizes) {
      const result = await compete(group.name, row, size, contenders, rounds, seconds);
      results.push(result);
      print(result);
    }
  }
}
for (const contender of contenders) contender.stop();

if (options.against !== null) {
  const ratios = results.flatMap(({ times }) => {
    const { ours, [options.against!]: other } = times;
    return typeof ours === 'number' && typeof other === 'number' ? [ours / other] : [];
  });
  console.log(`ours now, of ${options.against}: ${geometricMean(ratios).toFixed(3)} in the mean`);
} else {
  const lines = summary(results);
  console.log(`\n${lines.join('\n')}`);
  if (options.rows.length === 0 && (options.only === null || options.write)) {
    const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${platform()} ${arch()}`;
    const day = new Date().toISOString().slice(0, 10);
    const where = `${day}. ${contenders.map(({ version }) => version).join('; ')}. ${machine}.${options.quick ? ' A short run.' : ''}`;
    writeFileSync(here('results.generated.json'), `${JSON.stringify({ where, results }, null, 1)}\n`);
    publish(where, results);
  }
}
if (results.some(({ times }) => typeof times.ours === 'string')) process.exitCode = 1;
