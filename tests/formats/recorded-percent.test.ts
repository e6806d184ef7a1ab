// Replays the % formatting that scripts/record-percent.mjs recorded from CPython.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException, PyIndexError, PyTypeError } from '../../src/exceptions/index.js';
import { formatPercent } from '../../src/formats/percent.js';
import type { PercentArguments } from '../../src/formats/percent.js';
import { LENGTH, MEMORY, Range, START } from '../../src/memory/index.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { PyComplex, PyFloat, TYPE_NAME, tuple } from '../../src/python/index.js';

const no = (): never => {
  throw new PyTypeError('no');
};
const breaks = (): never => {
  throw new PyIndexError('no');
};
const x = (): string => 'x';

/** The classes of scripts/record-percent.py. */
const OBJECTS: Record<string, object> = {
  Index: { __index__: () => 42 },
  Int: { __int__: () => 43 },
  Float: { __float__: () => 1.5 },
  Both: { __float__: () => 1.5, __index__: () => 7 },
  BadInt: { __int__: x, __index__: x, __float__: x, __bytes__: x },
  Refuses: { __int__: no, __index__: no, __float__: no, __bytes__: no, __repr__: no },
  Breaks: { __int__: breaks, __index__: breaks, __float__: breaks, __bytes__: breaks, __repr__: breaks },
  Bytes: { __bytes__: () => new Bytes([66, 66]) },
  Repr: { __repr__: () => 'R\xe9\u20ac' },
  Getter: { __getitem__: (key: unknown) => key },
};
for (const [name, object] of Object.entries(OBJECTS))
  Object.defineProperty(object, TYPE_NAME, { value: name });

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** A value as scripts/record-percent.py writes it. */
function read(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null) return spec;
  const [[kind, content]] = Object.entries(spec) as [[string, never]];
  switch (kind) {
    case 'power': {
      const [base, exponent] = content as [number, number];
      return BigInt(base) ** BigInt(exponent);
    }
    case 'float': {
      const text = String(content).replace('inf', 'Infinity');
      const value = Number(text);
      // Only integral numbers need a box to be floats.
      return Number.isInteger(value) ? new PyFloat(value) : value;
    }
    case 'bytes':
      return new Bytes(fromHex(content));
    case 'bytearray':
      return new ByteArray(fromHex(content));
    case 'memoryview':
      return new MemoryView(new Bytes(fromHex(content)));
    case 'complex':
      return new PyComplex(...(content as [number, number]));
    case 'tuple':
      return tuple(...(content as unknown[]).map(read));
    case 'list':
      return (content as unknown[]).map(read);
    case 'dict':
      return new Map((content as [unknown, unknown][]).map(([key, item]) => [read(key), read(item)]));
    default:
      return OBJECTS[content];
  }
}

function outcome(format: string, value: unknown): string {
  // Not at the start of its memory, so that positions and indices cannot be confused.
  const memory = Uint8Array.from(Buffer.from(`%%${format}%`, 'latin1'));
  const args: PercentArguments =
    Array.isArray(value) && Object.isFrozen(value)
      ? { kind: 'tuple', items: value }
      : { kind: 'single', value };
  try {
    const result = formatPercent(
      new Range(memory, 2, format.length),
      args,
      (key) => new Bytes(key[MEMORY].slice(key[START], key[START] + key[LENGTH])),
    );
    return Buffer.from(result[MEMORY].subarray(result[START], result[START] + result[LENGTH])).toString(
      'latin1',
    );
  } catch (error) {
    if (error instanceof PyException) return `!${error.name}|${error.message}`;
    throw error;
  }
}

test('formats return what was recorded from CPython', () => {
  const rows = JSON.parse(readFileSync(join(__dirname, 'recorded-percent.generated.json'), 'utf8')) as [
    string,
    unknown,
    string,
  ][];
  const wrong: string[] = [];
  for (const [format, spec, expected] of rows) {
    const got = outcome(format, read(spec));
    if (got !== expected) wrong.push(`${format} % ${JSON.stringify(spec)}: ${got} instead of ${expected}`);
    if (wrong.length === 20) break;
  }
  expect(wrong).toEqual([]);
});
