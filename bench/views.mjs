/**
 * `npm run bench:views`: the cost of making a view in ns, beside CPython. Measures the sources as one bundle,
 * the package in `dist` if it was built, and each revision that is named. Contenders run in separate
 * processes, in turn, and the least time counts. The table in src/README.md comes from here.
 *
 *     npm run bench:views -- [--against REV]... [--engine node]... [--rounds 5] [ROW]...
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * A call in JavaScript and the same call in Python: `b` is a bytes object, `mv` a view of it, and `w` a
 * writable view.
 */
const ROWS = [
  ['memoryview(b)', 'new MemoryView(b)'],
  ['mv[1:-1]', 'mv.slice(1, -1)'],
  ['mv[::2]', 'mv.slice(null, null, 2)'],
  ['mv[::-1]', 'mv.slice(null, null, -1)'],
  ["mv.cast('I')", "mv.cast('I')"],
  ["mv.cast('B')", "mv.cast('B')"],
  ["mv.cast('B', (256, 256))", "mv.cast('B', [256, 256])"],
  ['w.toreadonly()', 'w.toreadonly()'],
  ['memoryview(mv)', 'new MemoryView(mv)'],
];
const CALLS = 2000;
const SAMPLES = 300;

const PYTHON = `
import json, sys, time
b = bytes(range(256)) * 256
mv = memoryview(b)
w = memoryview(bytearray(b))
def least(call):
    scope = {'b': b, 'mv': mv, 'w': w, 'clock': time.perf_counter_ns, 'memoryview': memoryview}
    exec(f'''
def loop(b, mv, w):
    before = clock()
    for _ in range(${CALLS}):
        {call}
    return clock() - before
''', scope)
    loop = scope['loop']
    return min(loop(b, mv, w) for _ in range(${SAMPLES})) / ${CALLS}
empty = least('pass')
print(json.dumps({name: least('kept = ' + name) - empty for name in json.loads(sys.argv[1])}))
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string', multiple: true, default: [] },
    engine: { type: 'string', multiple: true, default: [process.execPath] },
    rounds: { type: 'string', default: '5' },
    measure: { type: 'string' },
  },
});
const rows = ROWS.filter(
  ([name]) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (values.measure !== undefined) await measure(values.measure);
else await main();

/** Prints the nanoseconds of each row on one copy of the library, as JSON. */
async function measure(url) {
  const { Bytes, ByteArray, MemoryView } = await import(url);
  const b = new Bytes(new Uint8Array(65536).map((_, i) => i));
  const mv = new MemoryView(b);
  const w = new MemoryView(new ByteArray(b));
  // V8 does not allocate a result that only a local variable holds, so keep results in a list. Writing to a
  // new list costs less than to an old one.
  const loops = rows.map(([, call]) =>
    new Function(
      'MemoryView, b, mv, w',
      `return (calls) => {
        const kept = [null, null, null, null, null, null, null, null];
        for (let i = 0; i < calls; i++) kept[i & 7] = ${call};
        return kept;
      };`,
    )(MemoryView, b, mv, w),
  );
  const times = rows.map(() => Infinity);
  for (let sample = 0; sample < SAMPLES; sample++) {
    loops.forEach((loop, i) => {
      const before = process.hrtime.bigint();
      loop(CALLS);
      times[i] = Math.min(times[i], Number(process.hrtime.bigint() - before) / CALLS);
    });
  }
  console.log(JSON.stringify(Object.fromEntries(rows.map(([name], i) => [name, times[i]]))));
}

async function main() {
  const { tsImport } = await import('tsx/esm/api');
  const { bundleOf } = await tsImport('./bundle.ts', import.meta.url);
  const { MISSING, cpythonPath } = await import('../scripts/cpython.mjs');
  const python = cpythonPath();
  if (python === null) {
    console.log(`left out: ${MISSING}`);
    return;
  }
  const dist = resolve(import.meta.dirname, '../dist/index.mjs');
  const copies = [];
  for (const revision of values.against) copies.push([revision, await bundleOf(revision)]);
  copies.push(['now', await bundleOf(null)]);
  if (existsSync(dist)) copies.push(['package', pathToFileURL(dist).href]);
  const names = rows.map(([name]) => name);
  const pythonTimes = () =>
    JSON.parse(
      execFileSync(python, ['-c', PYTHON, JSON.stringify(names)], {
        encoding: 'utf8',
        env: { ...process.env, PYTHON_JIT: '1' },
      }),
    );
  for (const engine of values.engine) {
    const contenders = [
      ['CPython', pythonTimes],
      ...copies.map(([name, url]) => [
        name,
        () =>
          JSON.parse(
            execFileSync(engine, [import.meta.filename, '--measure', url, ...positionals], {
              encoding: 'utf8',
            }),
          ),
      ]),
    ];
    const least = Object.fromEntries(contenders.map(([name]) => [name, {}]));
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [name, times] of contenders) {
        for (const [row, time] of Object.entries(times())) {
          least[name][row] = Math.min(least[name][row] ?? Infinity, time);
        }
      }
    }
    console.log(
      `\n${execFileSync(engine, ['--version'], { encoding: 'utf8' }).trim()}: ns, and the ratio to CPython`,
    );
    console.log(`| | ${contenders.map(([name]) => name).join(' | ')} |`);
    for (const row of names) {
      const cells = contenders.map(([name]) => {
        const time = least[name][row];
        return name === 'CPython'
          ? time.toFixed(1)
          : `${time.toFixed(1)} (${(time / least.CPython[row]).toFixed(2)})`;
      });
      console.log(`| \`${row}\` | ${cells.join(' | ')} |`);
    }
  }
}
