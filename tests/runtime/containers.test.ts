/**
 * Operations of lists, tuples, text, dicts, sets and ranges. scripts/record-containers.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtins, configure, operator } from 'pybuffer/runtime';
import { read, shown } from '../written.js';

type Step = [name: string, args: unknown[], answer: string];

const rows = JSON.parse(readFileSync(join(__dirname, 'containers.generated.json'), 'utf8')) as [
  unknown,
  Step[],
][];

/** An iterator is shown by its items. */
function outcome(run: () => unknown): string {
  return shown(() => {
    const value = run();
    const isIterator = typeof (value as Partial<Iterator<unknown>> | null | undefined)?.next === 'function';
    return isIterator ? builtins.list(value) : value;
  });
}

const FUNCTIONS = ['len', 'list', 'reversed', 'hash', 'bool', 'repr', 'sorted', 'iter'];
const functions = {
  ...operator,
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, builtins[name as 'len']])),
} as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

function answer(container: unknown, name: string, args: unknown[]): string {
  const target = read(container);
  const before = shown(() => target);
  const said = outcome(() => functions[name]!(target, ...args.map(read)));
  const after = shown(() => target);
  return after === before ? said : `${said} -> ${after}`;
}

test.each(rows)('%j', (container, steps) => {
  const before = configure({ floats: 'box' });
  const different: string[] = [];
  for (const [name, args, expected] of steps) {
    const met = answer(container, name, args);
    if (met !== expected)
      different.push(`${name} ${JSON.stringify(args).slice(0, 80)} -> ${met}, not ${expected}`);
  }
  configure(before);
  expect(different.slice(0, 20)).toEqual([]);
});
