/**
 * Programs of codec streams and of incremental classes. scripts/record-streams.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { BytesIO } from 'pybuffer/io';
import { builtins } from 'pybuffer/runtime';
import { PyException } from '../../../src/exceptions/index.js';

type Step = [method: string, args: unknown[], answer: string];
type Program = [
  kind: string,
  codec: string,
  errors: string,
  start: string,
  steps: Step[] | string,
  end: string,
];

const programs = JSON.parse(readFileSync(join(__dirname, 'streams.generated.json'), 'utf8')) as Program[];

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read);
  return typeof value === 'object' && value !== null ? Bytes.fromhex((value as { b: string }).b) : value;
}

function answer(run: () => unknown): string {
  try {
    return builtins.repr(run() ?? null);
  } catch (error) {
    if (!(error instanceof PyException)) return String((error as Error).stack).slice(0, 300);
    return `${error.name}: ${error.message}`;
  }
}

function made(kind: string, codec: string, errors: string, stream: BytesIO): object {
  switch (kind) {
    case 'reader':
      return new (codecs.getreader(codec))(stream, errors);
    case 'writer':
      return new (codecs.getwriter(codec))(stream, errors);
    case 'both':
      return new codecs.StreamReaderWriter(stream, codecs.getreader(codec), codecs.getwriter(codec), errors);
    case 'recoder':
      return codecs.EncodedFile(stream, 'utf-8', codec, errors);
    case 'decoder':
      return new (codecs.getincrementaldecoder(codec))(errors);
    default:
      return new (codecs.getincrementalencoder(codec))(errors);
  }
}

/** The first step whose answer differs; null if there is none. */
function difference([kind, codec, errors, start, steps, end]: Program): string | null {
  const stream = new BytesIO(Bytes.fromhex(start));
  const name = `${kind} ${codec} ${errors} ${start}`;
  let target: object | null = null;
  const failed = answer(() => void (target = made(kind, codec, errors, stream)));
  if (typeof steps === 'string') return failed === steps ? null : `${name}: ${failed}, not ${steps}`;
  if (target === null) return `${name}: ${failed}`;
  const methods = target as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const [i, [method, args, expected]] of steps.entries()) {
    const met = answer(() =>
      method === 'list'
        ? [...(methods as unknown as Iterable<unknown>)]
        : methods[method]!(...args.map(read)),
    );
    if (met !== expected)
      return `${name}: ${i} ${JSON.stringify(steps.slice(0, i + 1).map((step) => step.slice(0, 2)))} -> ${met}, not ${expected}`;
  }
  const left = stream.getvalue().hex();
  return left === end ? null : `${name}: left ${left}, not ${end}`;
}

test.each([...new Set(programs.map(([kind, codec]) => `${kind} ${codec}`))])('%s', (name) => {
  const own = programs.filter(([kind, codec]) => `${kind} ${codec}` === name);
  expect(own.map(difference).filter((each) => each !== null)).toEqual([]);
});
