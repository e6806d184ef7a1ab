// `str % args` and `format(value, spec)` against CPython's recorded answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes, PyComplex, PyFloat, tuple } from 'pybuffer';
import { builtins, callMethod, operator } from 'pybuffer/runtime';
import { PyException } from '../../src/exceptions/index.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'text-format.generated.json'), 'utf8')) as {
  percents: [format: string, value: unknown, outcome: string][];
  formats: [value: unknown, spec: string, outcome: string][];
};

/** A value as scripts/record-text-format.py writes it. */
function read(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null) return spec;
  const [[kind, content]] = Object.entries(spec) as [[string, never]];
  switch (kind) {
    case 'power':
      return BigInt((content as number[])[0]!) ** BigInt((content as number[])[1]!);
    case 'float':
      return new PyFloat(Number(String(content).replace('inf', 'Infinity')));
    case 'bytes':
      return new Bytes(Buffer.from(content, 'hex'));
    case 'complex':
      return new PyComplex(...((content as string[]).map(Number) as [number, number]));
    case 'tuple':
      return tuple(...(content as unknown[]).map(read));
    case 'list':
      return (content as unknown[]).map(read);
    default:
      return new Map((content as [string, unknown][]).map(([key, item]) => [key, read(item)]));
  }
}

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof PyException) return `!${error.name}|${error.message}`;
    throw error;
  }
}

test('str % args', () => {
  const wrong = recorded.percents
    .map(([format, value, cpython]) => ({
      format,
      value,
      cpython,
      ours: outcome(() => operator.mod(format, read(value))),
    }))
    .filter(({ ours, cpython }) => ours !== cpython);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(recorded.percents.length).toBeGreaterThan(1900);
});

test('format(value, spec)', () => {
  const wrong = recorded.formats
    .map(([value, spec, cpython]) => ({
      value,
      spec,
      cpython,
      ours: outcome(() => builtins.format(read(value), spec)),
    }))
    .filter(({ ours, cpython }) => ours !== cpython);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(recorded.formats.length).toBeGreaterThan(5000);
});

test('by name, in place, of plain objects, and of objects with their own method', () => {
  expect(operator.imod('%s', 'x')).toBe('x');
  expect(callMethod('%d', '__mod__', [5])).toBe('5');
  expect(callMethod(255, '__format__', ['x'])).toBe('ff');
  expect(operator.mod('%(a)s', { a: 1 })).toBe('1');
  expect(
    operator.mod('%s|%r', tuple({ __str__: () => 'S', __repr__: () => 'R' }, { __repr__: () => 'R' })),
  ).toBe('S|R');
  expect(builtins.format({ __format__: (spec: string) => `<${spec}>` }, 'x')).toBe('<x>');
  expect(() => builtins.format(5, 5 as never)).toThrow('format() argument 2 must be str, not int');
});
