/**
 * Passes every hostile value to every parameter of every public method. record.mjs records CPython's answers
 * (class and message, or the value) and the state of the receiver afterwards; here the same calls run on our
 * classes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes, MemoryView } from 'pybuffer';
import { call, callMethod } from 'pybuffer/runtime';
import { VALUES, addressless, answer, ascii, shown } from './values.js';
import { withoutStacks } from '../stacks.js';

withoutStacks();

interface Matrix {
  values: string[];
  texts: string[];
  groups: [receiver: string, method: string, cases: [args: number[], answer: number, after?: number][]][];
}

const matrix = JSON.parse(readFileSync(join(__dirname, 'matrix.generated.json'), 'utf8')) as Matrix;

const RECEIVERS: Record<string, () => unknown> = {
  bytes: () => ascii('abcab'),
  bytearray: () => new ByteArray(ascii('abcab')),
  memoryview: () => new MemoryView(new ByteArray(ascii('abcabc'))),
  readonly: () => new MemoryView(ascii('abcabc')),
};
const TYPES: Record<string, unknown> = { bytes: Bytes, bytearray: ByteArray, memoryview: MemoryView };

test('the replay makes the values of the record', () => {
  expect(Object.keys(VALUES)).toEqual(expect.arrayContaining(matrix.values));
});

test.each(Object.keys(RECEIVERS))('hostile values for every parameter: %s', (type) => {
  let compared = 0;
  const wrong: string[] = [];
  for (const [receiverName, method, cases] of matrix.groups) {
    if (receiverName !== type) continue;
    for (const [args, expected, after] of cases) {
      const names = args.map((i) => matrix.values[i]!);
      const make = () => names.map((name) => VALUES[name]!());
      const receiver = RECEIVERS[type]!();
      const before = shown(receiver);
      const met = answer(() =>
        method === '' ? call(TYPES[type], make()) : callMethod(receiver, method, make()),
      );
      compared++;
      const where = `${type}.${method}(${names.join(', ')})`;
      if (addressless(met) !== addressless(matrix.texts[expected]!))
        wrong.push(`${where}: ${met} instead of ${matrix.texts[expected]}`);
      const state = shown(receiver);
      const left = after === undefined ? before : matrix.texts[after]!;
      if (state !== left) wrong.push(`${where} left ${state} instead of ${left}`);
    }
  }
  expect(wrong.slice(0, 40)).toEqual([]);
  expect(compared).toBeGreaterThan(500);
});
