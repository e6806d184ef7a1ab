/** Replays hostile calls and compares with CPython's answers, which `node tests/companions/record.mjs` records. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PyArray } from '../../src/array.js';
import type { TypeCode } from '../../src/array.js';
import { intFromBytes, intToBytes } from '../../src/int.js';
import { BytesIO } from '../../src/io.js';
import { ILP32, LP64, useABI } from '../../src/python/index.js';
import * as struct from '../../src/struct.js';
import { outcome, read, write } from './values.js';
import type { Written } from './values.js';

type Case = [
  name: string,
  args: Written[],
  kwargs: Record<string, Written> | null,
  result: Written,
  after?: Written,
];
type Step = [name: string, args: Written[], result: Written];
type Program = [start: Written, steps: Step[], end: Written];
type Method = (...args: unknown[]) => unknown;

const load = (name: string) => JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as unknown;
type Recorded = [Case[], Program[]];

const functions = { ...struct, to_bytes: intToBytes, from_bytes: intFromBytes } as unknown as Record<
  string,
  Method
>;

function mismatchesOf(recorded: Case[]): unknown[] {
  return recorded.flatMap(([name, args, kwargs, expected, after]) => {
    const values = args.map(read);
    const met = outcome(() => functions[name]!(...values, ...(kwargs === null ? [] : [kwargs])));
    const changed = after === undefined ? undefined : write(values[1]);
    const same = JSON.stringify([met, changed]) === JSON.stringify([expected, after]);
    return same ? [] : [{ name, args, kwargs, expected, met, after, changed }];
  });
}

/** Python's operators, by the methods that implement them. */
const operators: Record<string, (target: PyArray, ...args: never[]) => unknown> = {
  iadd: (target, other) => void target.iadd(other),
  imul: (target, count) => void target.imul(count),
  length: (target) => target.length,
  repr: (target) => target.toString(),
  '==': (target, other) => target.equals(other),
  '<': (target, other) => target.richCompare(other, '<'),
  '<=': (target, other) => target.richCompare(other, '<='),
  '>': (target, other) => target.richCompare(other, '>'),
};

function replay([start, steps, end]: Program): unknown[] {
  const isArray = typeof start === 'string';
  const target = isArray ? new PyArray(start as TypeCode) : new BytesIO(read(start) as never);
  const wrong: unknown[] = [];
  for (const [name, args, expected] of steps) {
    const values = args.map(read);
    const method = operators[name] as Method | undefined;
    const met = outcome(() =>
      method === undefined
        ? (target as unknown as Record<string, Method>)[name]!(...values)
        : method(target, ...values),
    );
    if (JSON.stringify(met) !== JSON.stringify(expected)) wrong.push({ start, name, args, expected, met });
  }
  if (end === null && isArray) return wrong;
  const after = isArray ? write(target) : streamState(target as BytesIO);
  if (JSON.stringify(after) !== JSON.stringify(end)) wrong.push({ start, steps, end, after });
  return wrong;
}

const streamState = (stream: BytesIO) =>
  stream.closed ? null : write(Object.freeze([stream.getvalue(), stream.tell()]));

describe.each([
  ['64-bit', LP64, 'recorded.generated.json'],
  ['32-bit', ILP32, 'recorded-32-bit.generated.json'],
] as const)('on %s memory, as recorded', (_, abi, file) => {
  const [cases, programs] = load(file) as Recorded;
  beforeAll(() => useABI(abi));
  afterAll(() => useABI(LP64));

  test('struct and int', () => {
    expect(cases.length).toBeGreaterThan(1000);
    expect(mismatchesOf(cases).slice(0, 10)).toEqual([]);
  });
  test('programs of array and BytesIO', () => {
    expect(programs.length).toBeGreaterThan(100);
    expect(programs.flatMap(replay).slice(0, 10)).toEqual([]);
  });
});
