// Runs the calls of shaped-calls.ts on CPython, on 64-bit memory:
//   node --import tsx conformance/vectors/record-shapes.ts [--compare] [--only NAMES] [--part N/OF]
// Records a few calls of each name in shapes.jsonl, in every form in turn. With --compare it records nothing:
// it makes every call, and prints one of each kind on which the library differs. NAMES is a regular
// expression; a part is every OF-th pattern.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LP64, useABI } from 'pybuffer';
import 'pybuffer/codecs-cjk';
import { configure } from 'pybuffer/runtime';
import { MISSING } from '../../scripts/cpython.mjs';
import { takeTiers } from '../tiers.js';
import { callables } from '../differential/callables.js';
import { differenceOf, kindOf, told } from '../differential/compare.js';
import { startNativeOracle } from '../differential/native.js';
import { Run } from '../differential/ours.js';
import type { Program } from '../differential/program.js';
import { SHAPES } from '../differential/shapes.js';
import { CONTENTS, PATTERNS, programOf } from './shaped-calls.js';
import type { Pattern } from './shaped-calls.js';
import { NOT_OURS } from './surface.js';
import { SHAPED } from './vector.js';

/** The number of recorded calls for one name. */
const MOST = 12;

/** Longer contents are not recorded. */
const LONGEST = 16;

const { values } = parseArgs({
  options: {
    compare: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    part: { type: 'string', default: '0/1' },
  },
});

takeTiers();
useABI(LP64);
configure({ floats: 'box' });
// Errors of objects that lend bytes may only be reported on the console.
console.error = () => undefined;
const oracle = await startNativeOracle();
if (oracle === null) throw new Error(MISSING);

const shapes = Object.keys(SHAPES);
const short = CONTENTS.filter((content) => content.length <= 2 * LONGEST);

/** CPython's answer to the last step of each program. */
async function answersTo(programs: readonly Program[]): Promise<string[]> {
  const results = await oracle!.ask(programs);
  return programs.map((program, i) => results[i]![program.length - 1]!);
}

/** Contents and forms that show whether a pattern's arguments are valid. */
const PROBES = ['616263', '61', '', '2031322020'].flatMap((content) =>
  ['bytes', 'window of a bytearray', 'array'].map((shape) => [content, shape] as const),
);

/** Whether a pattern is worth recording: not if CPython refuses its arguments for every content. */
async function isOfInterest(pattern: Pattern): Promise<boolean> {
  const answers = await answersTo(PROBES.map(([content, shape]) => programOf(pattern, content, shape)!));
  return answers.some((answer) => !/^!(?:TypeError|AttributeError)/.test(answer));
}

function programsOf(pattern: Pattern): Program[] {
  return CONTENTS.flatMap((content) =>
    shapes.map((shape) => programOf(pattern, content, shape)).filter((program) => program !== null),
  );
}

async function compare(patterns: readonly Pattern[]): Promise<number> {
  const kinds = new Map<string, number>();
  let calls = 0;
  for (const pattern of patterns) {
    if (!(await isOfInterest(pattern))) continue;
    const programs = programsOf(pattern);
    const answers = await oracle!.ask(programs);
    for (const [i, program] of programs.entries()) {
      calls++;
      const difference = differenceOf(program, answers[i]!, new Run(callables).run(program));
      if (difference === null || NOT_OURS.test(answers[i]![program.length - 1]!)) continue;
      const kind = `${pattern.name}: ${kindOf(difference)}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) === 1) console.log(`${told(difference)}\n`);
    }
  }
  for (const [kind, count] of kinds) console.log(`${count} x ${kind}`);
  console.log(`CPython ${oracle!.version}, ${calls} calls, ${kinds.size} kinds of differences`);
  return kinds.size;
}

function byName(patterns: readonly Pattern[]): Map<string, Pattern[]> {
  const names = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const named = names.get(pattern.name);
    if (named === undefined) names.set(pattern.name, [pattern]);
    else named.push(pattern);
  }
  return names;
}

async function record(patterns: readonly Pattern[]): Promise<void> {
  const names = byName(patterns);
  const lines: string[] = [];
  let turn = 0;
  for (const named of names.values()) {
    const fitting: Pattern[] = [];
    for (const pattern of named) if (await isOfInterest(pattern)) fitting.push(pattern);
    const chosen: Program[] = [];
    for (let i = 0; fitting.length > 0 && chosen.length < MOST && i < 200; i++, turn++) {
      const program = programOf(
        fitting[i % fitting.length]!,
        short[(i * 7 + turn) % short.length]!,
        shapes[turn % shapes.length]!,
      );
      if (program !== null) chosen.push(program);
    }
    const answers = await oracle!.ask(chosen);
    chosen.forEach((program, i) => {
      if (NOT_OURS.test(answers[i]![program.length - 1]!)) return;
      lines.push(JSON.stringify({ program, results: answers[i], abi: 'LP64' }));
    });
  }
  writeFileSync(SHAPED, `${lines.join('\n')}\n`);
  console.log(`${names.size} names, ${lines.length} calls`);
}

const [part, of] = values.part.split('/').map(Number) as [number, number];
const only = new RegExp(values.only);
const chosen = PATTERNS.filter(({ name }, i) => only.test(name) && i % of === part);
if (values.compare) process.exitCode = (await compare(chosen)) > 0 ? 1 : 0;
else await record(chosen);
process.exit();
