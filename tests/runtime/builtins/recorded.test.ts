/**
 * Every built-in function over values of all kinds. scripts/record-builtins.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView, PyException } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { Ellipsis, PyComplex, PyFloat, Slice, builtins, configure, typeName } from 'pybuffer/runtime';
import { makeInt } from '../../../src/runtime/numbers.js';

type Call = [args: number[], answer: number, kwargs?: Record<string, number>];

const recorded = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as {
  values: [kind: string, text: string][];
  answers: string[];
  calls: Record<string, Call[]>;
};

class C {}

const parse = (text: string) => JSON.parse(text) as never[];
/** JSON's numbers with a point are floats. */
const items = (text: string): unknown[] =>
  parse(text).map((item) => (Number.isInteger(item) || typeof item !== 'number' ? item : new PyFloat(item)));
const FLOATS: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity };
const MAKE: Readonly<Record<string, (text: string) => unknown>> = {
  int: (text) => makeInt(BigInt(text)),
  bool: (text) => text === 'True',
  float: (text) => new PyFloat(FLOATS[text] ?? Number(text)),
  complex: (text) => new PyComplex(parse(text)[0]!, parse(text)[1]!),
  none: () => null,
  ellipsis: () => Ellipsis,
  str: (text) => text,
  bytes: (text) => Bytes.fromhex(text),
  bytearray: (text) => ByteArray.fromhex(text),
  view: (text) => new MemoryView(Bytes.fromhex(text)),
  ints: (text) => new MemoryView(Bytes.fromhex(text)).cast('I'),
  array: (text) => new PyArray('b', parse(text)),
  list: items,
  tuple: (text) => Object.freeze(items(text)),
  dict: (text) => new Map(Object.entries(JSON.parse(text) as object)),
  set: (text) => new Set(parse(text)),
  slice: (text) => new Slice(...parse(text)),
  range: (text) => builtins.range(...parse(text)),
  class: () => new C(),
  iterator: (text) => new Bytes(parse(text))[Symbol.iterator](),
  key:
    () =>
    (...args: unknown[]) =>
      Object.freeze([args.length, Number.isInteger(args[0]) ? -(args[0] as number) : args[0]]),
};
const made = (place: number): unknown => {
  const [kind, text] = recorded.values[place]!;
  return MAKE[kind]!(text);
};

function shown(value: unknown): string {
  if (typeof (value as Partial<Iterator<unknown>> | null)?.next === 'function') {
    const found: unknown[] = [];
    for (let step = (value as Iterator<unknown>).next(); step.done !== true && found.length < 30;) {
      const isIterator = typeof (step.value as Partial<Iterator<unknown>> | null)?.next === 'function';
      found.push(isIterator ? shown(step.value) : step.value);
      step = (value as Iterator<unknown>).next();
    }
    return `iterator ${builtins.repr(found)}`;
  }
  if (value instanceof MemoryView) return `memoryview ${value.format} ${builtins.repr(value.tolist())}`;
  const text = builtins.repr(value).replace(/<[^<]* (object|at 0x[\da-f]+)>/, '<object>');
  return `${typeName(value).replace(/^.*\./, '')} ${text}`;
}

function answer(name: string, args: unknown[], kwargs: Record<string, unknown> | null): string {
  const run = (builtins as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>)[name]!;
  try {
    return shown(run(...args, ...(kwargs === null ? [] : [kwargs])));
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`.replace(/ at 0x[0-9a-f]+/, '');
  }
}

test.each(Object.entries(recorded.calls))('%s', (name, calls) => {
  const before = configure({ floats: 'box' });
  const different: unknown[] = [];
  for (const [args, place, kwargs] of calls) {
    const named = kwargs && Object.fromEntries(Object.entries(kwargs).map(([key, at]) => [key, made(at)]));
    const met = answer(name, args.map(made), named ?? null);
    const expected = recorded.answers[place];
    if (met !== expected) {
      const call = args.map((at) => recorded.values[at]!.join(' ')).join(' | ');
      different.push(`${name}(${call}) ${kwargs ? JSON.stringify(named) : ''} -> ${met}, not ${expected}`);
    }
  }
  configure(before);
  expect(different.slice(0, 20)).toEqual([]);
});
