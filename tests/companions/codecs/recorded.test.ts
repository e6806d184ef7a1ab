// Codecs that do not convert text to bytes, and stream readers and writers, against CPython's recorded answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bytes } from 'pybuffer';
import * as codecs from 'pybuffer/codecs';
import 'pybuffer/codecs-binary';
import 'pybuffer/codecs-cjk';
import { BytesIO } from 'pybuffer/io';
import { PyException } from '../../../src/exceptions/index.js';

type Packed = unknown;
type Step = [method: string, ...args: (number | boolean | null)[]];

const recorded = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as {
  calls: [name: string, way: string, value: Packed, errors: string, outcome: Packed][];
  reads: [encoding: string, data: string, errors: string, plan: Step[], outcomes: Packed[]][];
  writes: [encoding: string, errors: string, outcomes: Packed[], content: string][];
  recoders: [data: string, file: string | null, outcomes: Packed[], content: string][];
};

const bytes = (hex: string): Bytes => new Bytes(Buffer.from(hex, 'hex'));

function unpacked(value: Packed): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'b' in value ? bytes((value as { b: string }).b) : value;
}

function packed(value: unknown): Packed {
  if (value instanceof Bytes) return { b: value.hex() };
  if (Array.isArray(value)) return { l: value.map(packed) };
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

function outcome(run: () => unknown): Packed {
  try {
    return packed(run());
  } catch (error) {
    if (error instanceof PyException) return { e: `${error.name}|${error.message}` };
    throw error;
  }
}

/** The rows whose answer differs from CPython's. */
function wrong<Row>(rows: readonly Row[], answer: (row: Row) => unknown, expected: (row: Row) => unknown) {
  return rows
    .map((row) => ({ row, ours: answer(row), cpython: expected(row) }))
    .filter(({ ours, cpython }) => JSON.stringify(ours) !== JSON.stringify(cpython));
}

test('codecs.encode, codecs.decode and the functions of lookup', () => {
  const answer = ([name, way, input, errors]: (typeof recorded.calls)[number]): Packed => {
    const value = unpacked(input);
    if (way === 'steps') {
      const encoder = new (codecs.getincrementalencoder(name))();
      const piece = (text: string): never => new Bytes(text, 'ascii') as never;
      return outcome(() => [
        encoder.encode(piece('abc')),
        encoder.encode(piece(''), true),
        encoder.getstate(),
      ]);
    }
    if (way === 'encode') return outcome(() => codecs.encode(value, name, errors));
    if (way === 'decode') return outcome(() => codecs.decode(value, name, errors));
    const info = codecs.lookup(name);
    return outcome(() =>
      way === 'info.encode' ? info.encode(value as string) : info.decode(value as Bytes),
    );
  };
  expect(wrong(recorded.calls, answer, (row) => row[4]).slice(0, 20)).toEqual([]);
  expect(recorded.calls.length).toBeGreaterThan(900);
});

test('readers of streams', () => {
  const answer = ([encoding, data, errors, plan]: (typeof recorded.reads)[number]): Packed => {
    const reader = new (codecs.getreader(encoding))(new BytesIO(bytes(data)), errors);
    const methods = reader as unknown as Record<string, (...args: unknown[]) => unknown>;
    return plan.map(([name, ...args]) => outcome(() => methods[name]!(...args)));
  };
  expect(wrong(recorded.reads, answer, (row) => row[4]).slice(0, 8)).toEqual([]);
  expect(recorded.reads.length).toBeGreaterThan(500);
});

test('writers of streams', () => {
  const answer = ([encoding, errors]: (typeof recorded.writes)[number]): Packed => {
    const stream = new BytesIO();
    const writer = new (codecs.getwriter(encoding))(stream, errors);
    const got = ['one', '', '\u00e9', 'a\n', 'z'].map((piece) => outcome(() => writer.write(piece)));
    got.push(outcome(() => writer.writelines(['p', 'q'])));
    got.push(outcome(() => writer.reset()));
    got.push(outcome(() => writer.write('!')));
    return [got, stream.getvalue().hex()];
  };
  expect(wrong(recorded.writes, answer, ([, , got, content]) => [got, content])).toEqual([]);
});

test('EncodedFile', () => {
  const answer = ([dataEncoding, fileEncoding]: (typeof recorded.recoders)[number]): Packed => {
    const stream = new BytesIO();
    const recoder = codecs.EncodedFile(stream, dataEncoding, fileEncoding);
    const encoding = dataEncoding === 'hex' ? 'ascii' : dataEncoding;
    const got = [outcome(() => recoder.write(new Bytes('x\u00e9\ny', encoding, 'replace')))];
    stream.seek(0);
    got.push(outcome(() => recoder.readline()));
    got.push(outcome(() => recoder.readlines()));
    got.push(outcome(() => recoder.read()));
    return [got, stream.getvalue().hex()];
  };
  expect(wrong(recorded.recoders, answer, ([, , got, content]) => [got, content])).toEqual([]);
});
