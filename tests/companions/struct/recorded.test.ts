/**
 * struct with every code, byte order, kind of value and offset. scripts/record-struct.mjs recorded CPython 3.15's
 * answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from 'pybuffer';
import * as struct from 'pybuffer/struct';
import { PyFloat, configure, tuple } from 'pybuffer/runtime';
import { read, shown } from '../../written.js';

interface Recorded {
  values: unknown[];
  pack: [format: string, answers: string[]][];
  unpack: [format: string, hex: string, answer: string][];
  sizes: [format: string, answer: string][];
  offsets: ['pack_into' | 'unpack_from', format: string, length: number, answers: string[]][];
  iterators: [format: string, hex: string, answers: string[]][];
  counts: [format: string, given: number, pack: string, method: string, packInto: string][];
}

const recorded = JSON.parse(readFileSync(join(__dirname, 'recorded.generated.json'), 'utf8')) as Recorded;
const { pack, pack_into, unpack, unpack_from, iter_unpack, calcsize, Struct } = struct;
const loosely = <T>(run: T): ((...args: unknown[]) => unknown) => run as never;

function valueOf(written: unknown): unknown {
  const special = (written as { o?: [method: string, result: unknown] } | null)?.o;
  if (special === undefined) return read(written);
  const [method, result] = special;
  class Special {}
  Object.defineProperty(Special.prototype, method, { value: () => read(result) });
  return new Special();
}

let before: ReturnType<typeof configure>;
beforeAll(() => {
  before = configure({ floats: 'box' });
});
afterAll(() => {
  configure(before);
});

/** Expects no differences, of which each says the call, what was met and what CPython says. */
function same(rows: readonly (readonly [call: string, met: string, expected: string])[]): void {
  expect(rows.length).toBeGreaterThan(0);
  const different = rows.filter(([, met, expected]) => met !== expected);
  expect(different.slice(0, 20)).toEqual([]);
}

test.each(recorded.pack)('pack(%j, each kind of value)', (format, answers) => {
  expect(answers).toHaveLength(recorded.values.length);
  same(
    recorded.values.map((value, i) => [
      JSON.stringify(value),
      shown(() => loosely(pack)(format, valueOf(value))),
      answers[i]!,
    ]),
  );
});

test.each(['', '@', '=', '<', '>', '!'])('unpack in the order %j', (order) => {
  const rows = recorded.unpack.filter(([format]) => /^[@=<>!]?/.exec(format)![0] === order);
  // A whole number is an int here, unless it is boxed.
  const boxed = (format: string, value: unknown) =>
    typeof value === 'number' && /[efd]$/.test(format) && !format.includes('Z') ? new PyFloat(value) : value;
  same(
    rows.map(([format, hex, answer]) => [
      format,
      shown(() => tuple(...unpack(format, Bytes.fromhex(hex)).map((value) => boxed(format, value)))),
      answer,
    ]),
  );
});

test.each(['', '@', '=', '<', '>', '!'])('calcsize in the order %j', (order) => {
  const rows = recorded.sizes.filter(([format]) => /^[@=<>!]?/.exec(format)![0] === order);
  same(rows.map(([format, answer]) => [format, shown(() => calcsize(format)), answer]));
});

const first = (length: number) => Uint8Array.from({ length }, (_, i) => i + 1);

test.each(recorded.offsets)('%s(%j) in %i bytes at each offset', (name, format, length, answers) => {
  const values = format === '' ? [] : format === '3s' ? [new Bytes('xyz', 'ascii')] : [1];
  same(
    answers.map((answer, i) => {
      const at = i - 8;
      const buffer = new ByteArray(first(length));
      const met =
        name === 'unpack_from'
          ? shown(() => unpack_from(format, new Bytes(buffer), at))
          : `${shown(() => loosely(pack_into)(format, buffer, at, ...values))} ${buffer.hex()}`;
      return [`${at}`, met, answer];
    }),
  );
});

test.each(recorded.iterators)('iter_unpack(%j, %s)', (format, hex, answers) => {
  const met: string[] = [];
  try {
    const iterator = iter_unpack(format, Bytes.fromhex(hex));
    for (let done = false; !done;) {
      met.push(String(iterator.__length_hint__()));
      const step = iterator.next();
      done = step.done === true;
      if (!done) met.push(shown(() => step.value));
    }
  } catch (error) {
    met.push(String(error));
  }
  expect(met).toEqual(answers);
});

test.each(recorded.counts)('%j with %i values', (format, given, ...answers) => {
  const values = Array<number>(given).fill(1);
  expect([
    shown(() => loosely(pack)(format, ...values)),
    shown(() => new Struct(format).pack(...(values as never[]))),
    shown(() => loosely(pack_into)(format, new ByteArray(4), 0, ...values)),
  ]).toEqual(answers);
});
