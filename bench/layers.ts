/**
 * `npm run bench:layers`: five real programs and single operations, written with methods and through
 * `pybuffer/runtime`, beside CPython with its JIT. The sides run in separate processes, in turn; the least
 * CPU time of many runs counts, at least --rounds runs and half a second. Prints two tables.
 *
 *     npm run bench:layers -- [--node PATH] [--revision REVISION] [--rounds N] [--turns N] [--operations] [--apart]
 *
 * The programs of a side run in one process, one after the other, so that each meets functions that V8 has
 * compiled for the others; with `--apart` each has a process of its own. `--node` names another Node.js,
 * `--revision` another revision of this repository. Without CPython it measures nothing, and says so.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MISSING, cpythonPath } from '../scripts/cpython.mjs';
import { bundleOf } from './bundle.js';

const { values: options } = parseArgs({
  options: {
    node: { type: 'string', default: process.execPath },
    revision: { type: 'string' },
    rounds: { type: 'string', default: '60' },
    turns: { type: 'string', default: '3' },
    operations: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
  },
});

type Times = Record<string, [milliseconds: number, result: number]>;
type Operations = Record<'alone' | 'mixed', Record<string, [direct: number, layer: number]>>;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const found = cpythonPath();
if (found === null) {
  console.log(`left out: ${MISSING}`);
  process.exit(0);
}
const python: string = found;
const url = await bundleOf(options.revision ?? null);

function output(command: string, args: readonly string[]): unknown {
  const env = { ...process.env, PYTHON_JIT: '1' };
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8', env }));
}

const side = (way: string, ...only: string[]): unknown =>
  output(options.node, [here('layers/side.mjs'), way, url, options.rounds, ...only]);
const ofPython = (...only: string[]): unknown =>
  output(python, [here('layers/programs.py'), options.rounds, ...only]);

const PROGRAMS = ['records built', 'records read', 'log', 'SLIP and COBS', 'HTTP chunks'];

/** Takes the least of two processes' times; both must compute the same. */
function least(best: Times, next: Times): void {
  for (const [name, [time, result]] of Object.entries(next)) {
    const known = best[name];
    if (known !== undefined && known[1] !== result)
      throw new Error(`${name}: ${known[1]} and ${result} are not the same result`);
    best[name] = [Math.min(time, known?.[0] ?? Infinity), result];
  }
}

function printPrograms(): void {
  const best: Record<string, Times> = { python: {}, methods: {}, runtime: {} };
  for (let turn = 0; turn < Number(options.turns); turn++) {
    for (const only of options.apart ? PROGRAMS.map((name) => [name]) : [[]]) {
      least(best['python']!, ofPython(...only) as Times);
      for (const way of ['methods', 'runtime']) least(best[way]!, side(way, ...only) as Times);
    }
  }
  console.log('| program | CPython, ms | methods | runtime layer |\n|---|---:|---:|---:|');
  const means = [0, 0];
  for (const name of PROGRAMS) {
    const [expected, result] = best['python']![name]!;
    const ratios = ['methods', 'runtime'].map((way, i) => {
      const [time, found] = best[way]![name]!;
      if (found !== result) throw new Error(`${name}: ${way} computes ${found}, CPython ${result}`);
      means[i]! += Math.log(time / expected) / PROGRAMS.length;
      return (time / expected).toFixed(2);
    });
    console.log(`| ${name} | ${expected.toFixed(2)} | ${ratios.join(' | ')} |`);
  }
  console.log(`| geometric mean | | ${means.map((mean) => Math.exp(mean).toFixed(2)).join(' | ')} |`);
}

function printOperations(): void {
  const all = Array.from({ length: Number(options.turns) }, () => side('operations') as Operations);
  console.log(
    '| operation | direct, ns | layer, ns | ratio | mixed: direct | layer | ratio |\n|---|---:|---:|---:|---:|---:|---:|',
  );
  for (const name of Object.keys(all[0]!.alone)) {
    const cells = (['alone', 'mixed'] as const).flatMap((use) => {
      const [direct, layer] = [0, 1].map((i) => Math.min(...all.map((each) => each[use][name]![i as 0 | 1])));
      return [direct!.toFixed(2), layer!.toFixed(2), (layer! / direct!).toFixed(1)];
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

if (!options.operations) printPrograms();
printOperations();
