/**
 * Operations of lists, tuples, text, dicts, sets and ranges. scripts/record-containers.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, PyException } from 'pybuffer';
import { PyComplex, PyFloat, Slice, builtins, configure, operator } from 'pybuffer/runtime';

type Step = [name: string, args: unknown[], answer: string];

const rows = JSON.parse(readFileSync(join(__dirname, 'containers.generated.json'), 'utf8')) as [
  unknown,
  Step[],
][];

const READ: Readonly<Record<string, (value: never) => unknown>> = {
  i: (text: string) => BigInt(text),
  f: (text: string) => new PyFloat(Number(text)),
  c: (text: string) => new PyComplex(...(text.split(' ').map(Number) as [number, number])),
  b: (text: string) => Bytes.fromhex(text),
  B: (text: string) => ByteArray.fromhex(text),
  s: (parts: unknown[]) => new Slice(...(parts.map(read) as number[])),
  t: (items: unknown[]) => Object.freeze(items.map(read)),
  S: (items: unknown[]) => new Set(items.map(read)),
  r: (parts: number[]) => builtins.range(...parts),
  d: (entries: unknown[]) => new Map(entries.map(read) as [unknown, unknown][]),
};

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, inside]] = Object.entries(value) as [[string, never]];
  return READ[kind]!(inside);
}

function shown(run: () => unknown): string {
  try {
    const value = run() ?? null;
    const isIterator = typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function';
    return builtins.repr(isIterator ? builtins.list(value) : value);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

const FUNCTIONS = ['len', 'list', 'reversed', 'hash', 'bool', 'repr', 'sorted', 'iter'];
const functions = {
  ...operator,
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, builtins[name as 'len']])),
} as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

function answer(container: unknown, name: string, args: unknown[]): string {
  const target = read(container);
  const before = shown(() => target);
  const said = shown(() => functions[name]!(target, ...args.map(read)));
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
