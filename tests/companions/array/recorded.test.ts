/**
 * Operations of arrays: every type code with every kind of item, every slice of short arrays.
 * scripts/record-arrays.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PyArray } from 'pybuffer/array';
import type { TypeCode } from 'pybuffer/array';
import { callMethod, configure, operator } from 'pybuffer/runtime';
import { read, shown } from '../../written.js';

type Step = [name: string, args: unknown[], answer: string];
type Row = [code: TypeCode, items: unknown[], steps: Step[]];

const rows = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Row[];

const operators = operator as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;

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
