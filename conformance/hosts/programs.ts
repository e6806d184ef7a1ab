/**
 * The programs that hosts run: everyday ones (`programs`), the short ones of ../programs and the recorded
 * ones of ../vectors, as Python text with what CPython prints. Callers: the command and the tests of the
 * adapters.
 */
import { readFileSync } from 'node:fs';
import { exceptionsOf, importsOf, pythonSteps } from '../differential/python-text.js';
import { FILES, readVectors } from '../vectors/vector.js';
import type { Vector } from '../vectors/vector.js';
import type { Difference } from './ledger.js';

/** A program with what CPython prints. */
export interface HostProgram {
  /** `programs: subclass of bytes`, `sample 17`. */
  readonly title: string;
  readonly source: string;
  readonly wanted: readonly string[];
  /** The memory that the answers were recorded on. */
  readonly memory: 'LP64' | 'ILP32';
}

function blocksOf(path: string): Map<string, string> {
  const blocks = `\n${readFileSync(`conformance/${path}`, 'utf8')}`.split('\n# == ').slice(1);
  return new Map(
    blocks.map((block) => [
      block.slice(0, block.indexOf('\n')),
      block.slice(block.indexOf('\n') + 1).replace(/\n+$/, ''),
    ]),
  );
}

const PRELUDE = `
def attempt(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f'{type(error).__name__}: {error}'
`;

/** The short programs; the final release answers, on 64-bit memory, where rc1 is wrong. */
export function shortPrograms(): HostProgram[] {
  const wanted = blocksOf('programs/expected.txt');
  return [...blocksOf('programs/programs.py')].map(([title, source]) => ({
    title: `programs: ${title}`,
    source: `${PRELUDE}\n${source}\n`,
    wanted: wanted.get(title)!.split('\n'),
    memory: title.endsWith('[final]') ? 'LP64' : 'ILP32',
  }));
}

/** Files of everyday programs. */
export const EVERYDAY = [
  'tutorial',
  'answers',
  'corners',
  'language',
  'parsers',
  'daily',
  'calls',
  'short',
  'practice',
  'wire',
] as const;

/** Programs as people write them; the final release of CPython answers. */
export function everydayPrograms(): HostProgram[] {
  return EVERYDAY.flatMap((file) => {
    const wanted = blocksOf(`hosts/programs/expected/${file}.txt`);
    return [...blocksOf(`hosts/programs/${file}.py`)].map(([title, source]) => ({
      title: `${file}: ${title}`,
      source: `${source}\n`,
      wanted: wanted.get(title)!.split('\n'),
      memory: 'LP64' as const,
    }));
  });
}

/** A program without bytes that proves a reason of the ledger. */
export interface Proof extends HostProgram {
  readonly hosts: readonly string[];
  readonly reason: string;
}

/** The reasons of the ledger that a program shows on the host without the adapter. */
export function proofs(): Proof[] {
  const wanted = blocksOf('hosts/programs/expected/proofs.txt');
  return [...blocksOf('hosts/programs/proofs.py')].map(([title, source]) => {
    const [hosts, reason] = [title.slice(0, title.indexOf(': ')), title.slice(title.indexOf(': ') + 2)];
    return {
      ...{ title, reason, hosts: hosts.split(' '), source: `${source}\n` },
      ...{ wanted: wanted.get(title)!.split('\n'), memory: 'LP64' as const },
    };
  });
}

const RUNNER = readFileSync('conformance/hosts/vector_runner.py', 'utf8');

/** The recorded programs. */
export function recordedPrograms(): HostProgram[] {
  return FILES.flatMap((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1, -'.jsonl'.length);
    const all = readVectors(file).map((vector, i) => ({ vector, title: `${name} ${i}` }));
    // Long results were recorded by their checksums.
    const whole = all.filter(({ vector }) => !vector.results.some((line) => /\.\.\. \d+ \d+$/.test(line)));
    return whole.map(({ vector, title }) => ({
      title,
      source: sourceOf(vector),
      wanted: vector.results.map((line) => line.replace(/at 0x(?![0-9a-f.])/g, 'at 0x...')),
      memory: vector.abi ?? ('ILP32' as const),
    }));
  });
}

/** Wraps each step in a `try`, which records its result. */
function sourceOf({ program }: Vector): string {
  const lines: string[] = [];
  pythonSteps(program).forEach(({ definitions, line }, i) => {
    // Errors name each class of a program Hook.
    const named = definitions.map((each) => each.replace(/^class (X\d+)([^]*)$/, 'class Hook$2\n$1 = Hook'));
    // Hashes differ between builds, so only whether hash() raises is compared.
    const step = line.replace(/^(v\d+ = )(hash\(.*\))$/, '$1($2, None)[1]');
    lines.push(...named, `v${i} = None`, 'try:', `    ${step}`, `    given(v${i})`);
    lines.push(
      'except Exception as error:',
      `    raised(error)`,
      `    v${i} = None`,
      `variables.append(v${i})`,
    );
  });
  const text = lines.join('\n');
  return [
    RUNNER,
    ...importsOf(text),
    ...exceptionsOf(text),
    text,
    'for each in variables:',
    '    print(state(each, True))',
    '',
  ].join('\n');
}

/** The output of a program in the form of the recorded answers, without addresses of objects. */
export function printedLines(printed: string): string[] {
  return printed
    .replace(/\n+$/, '')
    .replace(/\b0x[0-9a-f]{6,}\b/g, '0x...')
    .split('\n');
}

/** The first line in which a program's output differs; null where it does not. */
export function differenceOf(title: string, wanted: readonly string[], printed: string): Difference | null {
  const lines = printedLines(printed);
  const at = wanted.findIndex((line, i) => line !== lines[i]);
  if (at < 0)
    return lines.length === wanted.length
      ? null
      : { title, wanted: 'the end', printed: lines[wanted.length]! };
  return { title, wanted: wanted[at]!, printed: lines[at] ?? 'the end' };
}
