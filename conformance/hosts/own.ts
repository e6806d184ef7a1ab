/**
 * Runs other projects' tests on hosts, with the adapter and without it: the hosts' own tests, from a checkout
 * of their repository, and CPython's `test_bytes` and `test_memoryview` on Brython, from the library of
 * PYBUFFER_CPYTHON. `npm run hosts:own`, see README.md. None of these tests is kept here; `--update` writes
 * the results into README.md.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { MISSING, cpythonPath } from '../../scripts/cpython.mjs';
import { runPrograms } from './process.js';
import type { Setting } from './process.js';

const { values: options } = parseArgs({
  options: {
    skulpt: { type: 'string' },
    brython: { type: 'string' },
    cpython: { type: 'boolean', default: false },
    folder: { type: 'string' },
    revision: { type: 'string' },
    only: { type: 'string', default: '' },
    show: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    results: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});

type Host = Setting['host'];

/** The time limit of a file of tests, or a piece of one, which prints nothing before it has run. */
const PATIENCE = 900_000;
/**
 * The number of pieces of CPython's files. Each is a separate program, so a test that never ends loses only
 * its piece.
 */
const PIECES: Readonly<Record<string, number>> = { test_bytes: 2, test_memoryview: 2 };
/** When the run stops, to go on with the same file of results another time; in ms since 1970. */
const deadline = Date.now() + Number(options.minutes) * 60_000;

/** A file of tests, as the programs that run it one after another. */
interface TestFile {
  readonly title: string;
  /** Whether the file is about bytes, memoryviews, struct or io. */
  readonly isNear: boolean;
  readonly programs: readonly string[];
  /** The programs without the adapter, where they leave out tests that do not end there. */
  readonly alone?: readonly string[];
}

/** The outcome of each test, `ok`, `failed` or `skipped`, by name. */
type Outcomes = Map<string, { outcome: string; why: string }>;

const NEAR = /test_(bytes|bytearray|memoryview|struct|io|memoryio|array|binascii)\b/;

const here = (name: string) => readFileSync(`conformance/hosts/${name}`, 'utf8');
const HARNESS = here('test_harness.py');

function interpreter(): string {
  const python = cpythonPath();
  if (python === null) throw new Error(MISSING);
  return python;
}

/** A file of `unittest` tests with the harness instead of `unittest.main()`. */
function withHarness(source: string, piece = 0, pieces = 1, endless: readonly string[] = []): string {
  const tests = source.replace(/^( *)unittest\.main\(.*\)\s*$/gm, '$1pass');
  const args = `dict(globals()), ${piece}, ${pieces}, ${JSON.stringify(endless)}`;
  return `${tests}\n\n${HARNESS}\n\n_run_tests(${args})\n`;
}

/** Skulpt's own tests. */
function skulptFiles(checkout: string): TestFile[] {
  const folder = join(checkout, 'test/unit3');
  return filesOf(folder).map((name) => ({
    title: name,
    isNear: NEAR.test(name),
    programs: [withHarness(readFileSync(join(folder, `${name}.py`), 'utf8'))],
  }));
}

function filesOf(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^test_\w+\.py$/.test(name));
  return names.map((name) => name.slice(0, -3)).filter((name) => new RegExp(options.only).test(name));
}

/** Splits a script into its statements at the top, by CPython's own parser. */
const SPLIT = `
import ast, json, sys
source = open(sys.argv[1], encoding='utf-8').read()
lines = source.split('\\n')
parts = []
for node in ast.parse(source).body:
    first = min([node.lineno] + [each.lineno for each in getattr(node, 'decorator_list', [])])
    if parts and parts[-1][1] >= first:
        parts[-1][1] = node.end_lineno
    else:
        parts.append([first, node.end_lineno])
print(json.dumps([[first, '\\n'.join(lines[first - 1:last])] for first, last in parts]))
`;

/** Runs a script's statements one by one, so that a failing assertion does not hide the others. */
const STATEMENTS = `
def _run_statements(statements, namespace):
    for line, source in statements:
        try:
            exec(source, namespace)
        except BaseException as error:
            print('@@ failed line ' + str(line) + ': ' + type(error).__name__ + ': ' + str(error).split('\\n')[0][:160])
        else:
            print('@@ ok line ' + str(line))
`;

/** Makes a module that programs can import. */
const MODULE = `
def _add_module(name, source):
    import sys, types
    module = types.ModuleType(name)
    sys.modules[name] = module
    exec(source, module.__dict__)
    head, _, tail = name.rpartition('.')
    if head:
        setattr(sys.modules[head], tail, module)
`;

const module = (name: string, source: string) =>
  `_add_module(${JSON.stringify(name)}, ${JSON.stringify(source)})\n`;

/** Brython's own tests: scripts full of assertions, each statement of which counts as a test. */
function brythonFiles(checkout: string): TestFile[] {
  const folder = join(checkout, 'www/tests');
  const tester = readFileSync(join(folder, 'tester.py'), 'utf8');
  return filesOf(folder).map((name) => {
    const { stdout } = spawnSync(interpreter(), ['-c', SPLIT, join(folder, `${name}.py`)], {
      encoding: 'utf8',
    });
    const program = [
      MODULE,
      module('tester', tester),
      STATEMENTS,
      `_run_statements(${stdout === '' ? '[]' : stdout}, {'__name__': '__main__'})\n`,
    ];
    return { title: name, isNear: NEAR.test(name), programs: [program.join('\n')] };
  });
}

const SUPPORT = [
  'test',
  'test.support',
  ...['import_helper', 'threading_helper', 'warnings_helper', 'script_helper'].map(
    (name) => `test.support.${name}`,
  ),
];

/** CPython's own tests, for Brython. */
function cpythonFiles(): TestFile[] {
  const folder = [
    join(dirname(interpreter()), 'usr/lib/python3.15/test'),
    join(dirname(interpreter()), '../lib/python3.15/test'),
  ].find((each) => existsSync(each))!;
  const read = (name: string) => readFileSync(join(folder, `${name}.py`), 'utf8');
  const shared = [
    MODULE,
    ...SUPPORT.map((name) => module(name, here('test_support.py'))),
    ...['seq_tests', 'list_tests', 'string_tests'].map((name) => module(`test.${name}`, read(name))),
    'for _name in ("import_helper", "threading_helper", "warnings_helper", "script_helper"):',
    '    import sys; setattr(sys.modules["test.support"], _name, sys.modules["test.support." + _name])',
  ].join('\n');
  return ['test_bytes', 'test_memoryview']
    .filter((name) => new RegExp(options.only).test(name))
    .map((name) => {
      const pieces = (endless: readonly string[]) =>
        Array.from(
          { length: PIECES[name]! },
          (_, piece) => `${shared}\n${withHarness(read(name), piece, PIECES[name], endless)}`,
        );
      return { title: name, isNear: true, programs: pieces([]), alone: pieces(endlessOf(name)) };
    });
}

/** The tests of a file that do not end on Brython without the adapter. */
function endlessOf(title: string): string[] {
  return excuses()
    .filter(({ alone }) => alone === true)
    .flatMap(({ tests }) => tests)
    .filter((name) => name.startsWith(`${title}.`))
    .map((name) => name.slice(title.length + 1));
}

function outcomesOf(printed: readonly string[]): Outcomes {
  const outcomes: Outcomes = new Map();
  for (const text of printed)
    for (const [, outcome, name, why] of text.matchAll(/^@@ (ok|failed|skipped) ([^:\n]+)(?:: (.*))?$/gm)) {
      outcomes.set(name!, { outcome: outcome!, why: why ?? '' });
    }
  return outcomes;
}

interface Row {
  title: string;
  isNear: boolean;
  tests: number;
  alone: number;
  with: number;
  lost: string[];
  /** Tests that fail with the adapter, with the exception. */
  failed: ReadonlyMap<string, string>;
  /** Tests that were not run to their end. */
  skipped: number;
}

/** The output of each program, from the file of results if it has already run. */
async function printedBy(
  host: Host,
  adapter: Setting['adapter'],
  programs: readonly string[],
): Promise<string[]> {
  const setting = { host, adapter, memory: 'LP64', folder: options.folder, patience: PATIENCE } as const;
  if (options.results === undefined) return runPrograms(setting, programs);
  const printed: string[] = [];
  const known = new Map(
    existsSync(options.results)
      ? readFileSync(options.results, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as [string, string])
      : [],
  );
  for (const program of programs) {
    const key = `${host} ${adapter} ${createHash('sha256').update(program).digest('hex')}`;
    if (!known.has(key)) {
      if (Date.now() > deadline) {
        console.log('not finished; run the same command again');
        process.exit(2);
      }
      known.set(key, (await runPrograms(setting, [program]))[0]!);
      appendFileSync(options.results, `${JSON.stringify([key, known.get(key)])}\n`);
    }
    printed.push(known.get(key)!);
  }
  return printed;
}

async function run(host: Host, files: readonly TestFile[]): Promise<Row[]> {
  const results = [
    await printedBy(
      host,
      'without',
      files.flatMap((file) => file.alone ?? file.programs),
    ),
    await printedBy(
      host,
      'with',
      files.flatMap((file) => file.programs),
    ),
  ];
  let at = 0;
  return files.map(({ title, isNear, programs }) => {
    const of = (result: readonly string[]) => outcomesOf(result.slice(at, at + programs.length));
    const [alone, ours] = [of(results[0]!), of(results[1]!)];
    if (options.show) show(title, results[1]!.slice(at, at + programs.length), ours);
    at += programs.length;
    const names = new Set([...alone.keys(), ...ours.keys()]);
    const passed = (outcomes: Outcomes) =>
      [...outcomes.values()].filter(({ outcome }) => outcome === 'ok').length;
    const lost = [...alone].filter(
      ([name, { outcome }]) => outcome === 'ok' && ours.get(name)?.outcome !== 'ok',
    );
    return {
      title,
      isNear,
      tests: names.size,
      alone: passed(alone),
      with: passed(ours),
      failed: new Map(
        [...names]
          .filter((name) => !['ok', 'skipped'].includes(ours.get(name)?.outcome ?? ''))
          .map((name) => [name, ours.get(name)?.why ?? 'did not end']),
      ),
      skipped: [...ours.values()].filter(({ outcome }) => outcome === 'skipped').length,
      lost: lost.map(([name]) => `${name}: ${ours.get(name)?.why ?? 'did not run'}`),
    };
  });
}

function show(title: string, printed: readonly string[], outcomes: Outcomes): void {
  for (const text of printed) {
    const rest = text.split('\n').filter((line) => line !== '' && !line.startsWith('@@ '));
    if (rest.length > 0) console.log(`    ${title}: ${rest.slice(-2).join(' | ').slice(0, 300)}`);
  }
  for (const [name, { outcome, why }] of outcomes)
    if (outcome !== 'ok') console.log(`    ${title}: ${outcome} ${name}: ${why}`);
}

/** Which revision a checkout is. */
function revisionOf(checkout: string): string {
  if (options.revision !== undefined) return options.revision;
  const args = ['-C', checkout, 'describe', '--tags', '--always'];
  const { stdout, status } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'of an unknown revision';
}

const sections: string[] = [];
let lost = 0;

/** Why tests of CPython's fail on Brython with the adapter: causes in Brython itself. */
interface Excuse {
  readonly reason: string;
  /** Whether the tests are left out without the adapter instead, because they do not end there. */
  readonly alone?: boolean;
  /** `test_bytes.BytesTest.test_copy` */
  readonly tests: readonly string[];
}

function excuses(): Excuse[] {
  return JSON.parse(here('cpython-ledger.json')) as Excuse[];
}

/** Failures that no reason explains, and reasons that explain no failure. */
function unexplained(rows: readonly Row[]): string[] {
  const reasons = excuses().filter(({ alone }) => alone !== true);
  const listed = new Set<string>(reasons.flatMap(({ tests }) => tests));
  const failed = new Map<string, string>(
    rows.flatMap((row) => [...row.failed].map(([name, why]) => [`${row.title}.${name}`, why] as const)),
  );
  const titles = rows.map(({ title }) => title);
  const isRun = (name: string) => titles.some((title) => name.startsWith(`${title}.`));
  return [
    ...[...failed].filter(([name]) => !listed.has(name)).map(([name, why]) => `fails: ${name}: ${why}`),
    ...[...listed].filter((name) => isRun(name) && !failed.has(name)).map((name) => `passes: ${name}`),
  ];
}

async function section(title: string, host: Host, files: readonly TestFile[]): Promise<Row[]> {
  const rows = await run(host, files);
  const near = rows.filter((row) => row.isNear);
  const others = rows.filter((row) => !row.isNear);
  const sum = (of: readonly Row[]) =>
    of.reduce(
      (a, b) => ({
        tests: a.tests + b.tests,
        alone: a.alone + b.alone,
        with: a.with + b.with,
        lost: a.lost + b.lost.length,
      }),
      { tests: 0, alone: 0, with: 0, lost: 0 },
    );
  const lines = [
    `| ${title} | tests | pass alone | with the adapter | lost |`,
    '|---|---|---|---|---|',
    ...near.map((row) => `| ${row.title} | ${row.tests} | ${row.alone} | ${row.with} | ${row.lost.length} |`),
  ];
  if (others.length > 0) {
    const all = sum(others);
    lines.push(`| ${others.length} other files | ${all.tests} | ${all.alone} | ${all.with} | ${all.lost} |`);
  }
  console.log(lines.join('\n'));
  for (const row of rows) for (const each of row.lost) console.log(`  lost: ${row.title} ${each}`);
  lost += sum(rows).lost;
  sections.push(lines.join('\n'));
  return rows;
}

if (options.skulpt !== undefined)
  await section(`Skulpt's own, ${revisionOf(options.skulpt)}`, 'skulpt', skulptFiles(options.skulpt));
if (options.brython !== undefined)
  await section(`Brython's own, ${revisionOf(options.brython)}`, 'brython', brythonFiles(options.brython));
if (options.cpython) {
  const rows = await section("CPython's, on Brython", 'brython', cpythonFiles());
  for (const line of unexplained(rows)) {
    console.log(`  not as the ledger says: ${line}`);
    lost++;
  }
}

if (options.update) {
  const path = 'conformance/hosts/README.md';
  const date = new Date().toISOString().slice(0, 10);
  const text = readFileSync(path, 'utf8').replace(
    /(<!-- own: [^>]*-->\n)([^]*?)(<!-- end -->)/,
    (_all, begin: string, before: string, end: string) => {
      // Tables that this run did not make stay.
      const tables = new Map(
        [...before.split('\n\n').map((each) => each.trim()), ...sections]
          .filter((each) => each.startsWith('|'))
          .map((table) => [/^\| (\w+)/.exec(table)![1], table]),
      );
      return `${begin}\nNode ${process.version}, the latest run on ${date}.\n\n${[...tables.values()].join('\n\n')}\n\n${end}`;
    },
  );
  writeFileSync(path, text);
}
process.exitCode = lost === 0 ? 0 : 1;
