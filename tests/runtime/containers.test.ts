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

function answer(make: () => unknown, name: string, args: unknown[]): string {
  const target = make();
  const before = shown(() => target);
  const said = outcome(() => functions[name]!(target, ...args.map(read)));
  const after = shown(() => target);
  return after === before ? said : `${said} -> ${after}`;
}

function check(make: () => unknown, steps: readonly Step[]): void {
  const before = configure({ floats: 'box' });
  const different: string[] = [];
  for (const [name, args, expected] of steps) {
    const met = answer(make, name, args);
    if (met !== expected)
      different.push(`${name} ${JSON.stringify(args).slice(0, 80)} -> ${met}, not ${expected}`);
  }
  configure(before);
  expect(different.slice(0, 20)).toEqual([]);
}

test.each(rows)('%j', (container, steps) => check(() => read(container), steps));

/** The dicts whose keys are all text, which a plain object can be. */
const plain = rows.flatMap(([container, steps]) => {
  const dict = read(container);
  const isText =
    dict instanceof Map && dict.size > 0 && [...dict.keys()].every((key) => typeof key === 'string');
  return isText ? [[container, steps] as const] : [];
});

test.each(plain)('%j as a plain object', (container, steps) => {
  const make = () => Object.fromEntries(read(container) as Map<string, unknown>);
  // Not Python: a plain object has no other keys, and JavaScript puts those that are numbers first.
  const isOwn = ([name, [key]]: Step) => name !== 'setitem' || (typeof key === 'string' && key !== '1');
  check(make, steps.filter(isOwn));
  for (const key of [1, null, Object.freeze(['a'])]) {
    expect(() => operator.setitem(make(), key, 1)).toThrow(
      'the keys of a plain object are strings: use a Map',
    );
  }
});
