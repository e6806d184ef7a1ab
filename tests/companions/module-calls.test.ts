/**
 * Calls of `base64`, `int` and `hmac` with arguments of all kinds, and their warnings.
 * scripts/record-module-calls.mjs recorded CPython 3.15's answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView, PyException, setWarningHandler } from 'pybuffer';
import * as base64 from 'pybuffer/base64';
import { compare_digest } from 'pybuffer/hmac';
import { intFromBytes, intToBytes } from 'pybuffer/int';
import { PyFloat, builtins } from 'pybuffer/runtime';

type Row = [name: string, args: unknown[], kwargs: Record<string, unknown>, answer: string];
type Callable = (...args: unknown[]) => unknown;

const rows = JSON.parse(readFileSync(join(__dirname, 'module-calls.generated.json'), 'utf8')) as Row[];
const functions = {
  ...base64,
  compare_digest,
  to_bytes: intToBytes,
  from_bytes: intFromBytes,
} as unknown as Readonly<Record<string, Callable>>;

const READ: Readonly<Record<string, (text: string) => unknown>> = {
  i: (text) => BigInt(text),
  f: (text) => new PyFloat(Number(text)),
  b: (text) => Bytes.fromhex(text),
  B: (text) => ByteArray.fromhex(text),
  m: (text) => new MemoryView(Bytes.fromhex(text)),
};

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, text]] = Object.entries(value) as [[string, string]];
  return READ[kind]!(text);
}

function answer(name: string, args: unknown[], kwargs: Record<string, unknown>): string {
  const seen: string[] = [];
  const before = setWarningHandler((warning) => void seen.push(String(warning)));
  const options = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, read(value)]));
  let said: string;
  try {
    said = builtins.repr(
      functions[name]!(...args.map(read), ...(Object.keys(options).length > 0 ? [options] : [])),
    );
  } catch (error) {
    if (!(error instanceof PyException)) said = String((error as Error).stack).slice(0, 300);
    else said = `${error.name}: ${error.message}`;
  } finally {
    setWarningHandler(before);
  }
  return [said, ...seen].join(' | ');
}

test.each([...new Set(rows.map(([name]) => name))])('%s', (name) => {
  const different: string[] = [];
  for (const [each, args, kwargs, expected] of rows) {
    if (each !== name) continue;
    const met = answer(name, args, kwargs);
    if (met !== expected) different.push(`${JSON.stringify([args, kwargs])} -> ${met}, not ${expected}`);
  }
  expect(different.slice(0, 20)).toEqual([]);
});
