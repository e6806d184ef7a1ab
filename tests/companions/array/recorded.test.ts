/**
 * Operations of arrays: every type code with every kind of item, every slice of short arrays.
 * scripts/record-arrays.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, PyComplex, PyException } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import type { TypeCode } from 'pybuffer/array';
import { PyFloat, Slice, builtins, callMethod, configure, operator } from 'pybuffer/runtime';

type Step = [name: string, args: unknown[], answer: string];
type Row = [code: TypeCode, items: unknown[], steps: Step[]];

const rows = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Row[];

const FLOATS: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity };
const double = (text: string) => FLOATS[text] ?? Number(text);
const READ: Readonly<Record<string, (value: never) => unknown>> = {
  i: (text: string) => BigInt(text),
  f: (text: string) => new PyFloat(double(text)),
  c: (text: string) => new PyComplex(...(text.split(' ').map(double) as [number, number])),
  b: (text: string) => Bytes.fromhex(text),
  a: ([code, items]: [TypeCode, unknown[]]) => new PyArray(code, items.map(read) as never),
  s: (parts: number[]) => new Slice(...(parts.map(whole) as number[])),
  t: (items: unknown[]) => Object.freeze(items.map(read)),
  d: () => new Map(),
};
/** Bounds of slices past 2**53 are ints, though JSON's reader rounds them. */
const whole = (part: number | null) => (part !== null && !Number.isSafeInteger(part) ? BigInt(part) : part);

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, inside]] = Object.entries(value) as [[string, never]];
  return READ[kind]!(inside);
}

const operators = operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

function shown(run: () => unknown): string {
  try {
    return builtins.repr(run() ?? null);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

function answer(code: TypeCode, items: unknown[], name: string, args: unknown[]): string {
  const target = new PyArray(code, items as never);
  const before = shown(() => target);
  const values = args.map(read);
  const said = shown(() =>
    name.startsWith('.') ? callMethod(target, name.slice(1), values) : operators[name]!(target, ...values),
  );
  const after = shown(() => target);
  return after === before ? said : `${said} -> ${after}`;
}

test.each(rows.map((row, i) => [row[0], row[1], i] as const))('array(%p, %j)', (code, items, place) => {
  const before = configure({ floats: 'box' });
  const different: string[] = [];
  for (const [name, args, expected] of rows[place]![2]) {
    const met = answer(code, items, name, args);
    if (met !== expected)
      different.push(`${name} ${JSON.stringify(args).slice(0, 80)} -> ${met}, not ${expected}`);
  }
  configure(before);
  expect(different.slice(0, 20)).toEqual([]);
});
