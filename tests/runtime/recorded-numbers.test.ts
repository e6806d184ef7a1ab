/**
 * Every operator with every pair of numbers. scripts/record-numbers.mjs recorded CPython 3.15's answers. Floats
 * are asked boxed, and those that are no ints also as JavaScript's numbers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PyComplex, PyException } from 'pybuffer';
import { PyFloat, builtins, configure, operator, typeName } from 'pybuffer/runtime';
import { makeInt } from '../../src/runtime/numbers.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'numbers.generated.json'), 'utf8')) as {
  values: [kind: string, text: string][];
  answers: string[];
  table: Record<string, number[][]>;
};

const FLOATS: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity };
const double = (text: string) => FLOATS[text] ?? Number(text);
const MAKE: Readonly<Record<string, (text: string) => unknown>> = {
  int: (text) => makeInt(BigInt(text)),
  bool: (text) => text === 'True',
  float: (text) => new PyFloat(double(text)),
  complex: (text) => new PyComplex(...(text.split(' ').map(double) as [number, number])),
  none: () => null,
  str: (text) => text,
};
const boxed = recorded.values.map(([kind, text]) => MAKE[kind]!(text));
/** JavaScript's numbers where Python's floats are no ints. */
const plain = boxed.map((value) =>
  value instanceof PyFloat && !Number.isInteger(value.value) ? value.value : value,
);
const functions = { ...operator, divmod: builtins.divmod } as unknown as Readonly<
  Record<string, (left: unknown, right: unknown) => unknown>
>;

function answer(name: string, left: unknown, right: unknown): string {
  try {
    const value = functions[name]!(left, right);
    return `${typeName(value)} ${builtins.repr(value)}`;
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

describe.each([
  ['boxed floats', boxed],
  ['plain floats', plain],
])('%s', (_, values) => {
  test.each(Object.entries(recorded.table))('%s', (name, rows) => {
    const before = configure({ floats: 'box' });
    const different: string[] = [];
    rows.forEach((row, i) =>
      row.forEach((place, k) => {
        const isSame = values[i] === boxed[i] && values[k] === boxed[k];
        if (place < 0 || (values === plain && isSame)) return;
        const met = answer(name, values[i], values[k]);
        const expected = recorded.answers[place];
        if (met === expected) return;
        const [left, right] = [i, k].map((at) => recorded.values[at]!.join(' ').slice(0, 30));
        different.push(`${name}(${left}, ${right}) -> ${met}, not ${expected}`);
      }),
    );
    configure(before);
    expect(different.slice(0, 20)).toEqual([]);
  });
});
