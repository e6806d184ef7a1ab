/** Every kind of value assigned to an item of every format, against CPython. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyException } from '../../src/exceptions/index.js';
import { reprValue } from '../../src/formats/repr-value.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { ILP32, PyComplex, PyFloat, useABI } from '../../src/python/index.js';

const recorded = JSON.parse(readFileSync(join(__dirname, 'items.recorded.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** The values, by the Python expressions that make them, which scripts/record-memoryview.mjs reads here. */
const values: [string, unknown][] = [
  ['0', 0],
  ['1', 1],
  ['-1', -1],
  ['127', 127],
  ['128', 128],
  ['-128', -128],
  ['-129', -129],
  ['255', 255],
  ['256', 256],
  ['32767', 32767],
  ['32768', 32768],
  ['-32768', -32768],
  ['-32769', -32769],
  ['65535', 65535],
  ['65536', 65536],
  ['2**31-1', 2 ** 31 - 1],
  ['2**31', 2 ** 31],
  ['-2**31', -(2 ** 31)],
  ['-2**31-1', -(2 ** 31) - 1],
  ['2**32-1', 2 ** 32 - 1],
  ['2**32', 2 ** 32],
  ['2**53+1', 2n ** 53n + 1n],
  ['2**63-1', 2n ** 63n - 1n],
  ['2**63', 2n ** 63n],
  ['-2**63', -(2n ** 63n)],
  ['-2**63-1', -(2n ** 63n) - 1n],
  ['2**64-1', 2n ** 64n - 1n],
  ['2**64', 2n ** 64n],
  ['10**400', 10n ** 400n],
  ['1.5', 1.5],
  ['1.0', new PyFloat(1)],
  ['65519.9', 65519.9],
  ['65520.5', 65520.5],
  ['1e300', new PyFloat(1e300)],
  ['float("inf")', Infinity],
  ['float("nan")', NaN],
  ['-0.0', new PyFloat(-0)],
  ['(1+2j)', new PyComplex(1, 2)],
  ['(1e300+1j)', new PyComplex(1e300, 1)],
  ['True', true],
  ['False', false],
  ['None', null],
  ['"a"', 'a'],
  ['""', ''],
  ['b"a"', new Bytes([97])],
  ['b"ab"', new Bytes([97, 98])],
  ['b""', new Bytes([])],
  ['bytearray(b"a")', new ByteArray([97])],
  ['[1]', [1]],
  ['[]', []],
  ['I(7)', { __index__: () => 7 }],
  ['I(2**70)', { __index__: () => 2n ** 70n }],
  ['F(2.5)', { __float__: () => new PyFloat(2.5) }],
  ['C(1+2j)', { __complex__: () => new PyComplex(1, 2) }],
];

function outcome(format: string, value: unknown): string {
  const memory = new ByteArray(16);
  try {
    const view = new MemoryView(memory).cast(format);
    view.set(0, value);
    return `${reprValue(view.get(0))} ${memory.hex()}`;
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    // A failed assignment must change nothing.
    const untouched = memory.equals(new ByteArray(16)) ? '' : ' but changed';
    return `${error.name}: ${error.message}${untouched}`;
  }
}

/** Compares a value and the memory, or an exception; integral floats print as ints here. */
function sameOutcome(actual: string, expected: string): boolean {
  const [value, memory] = expected.split(' ');
  if (memory?.length !== 32) return actual === expected;
  const [ours, left, ...rest] = actual.split(' ');
  return left === memory && rest.length === 0 && (ours === value || Number(ours) === Number(value));
}

test('each value into each format', () => {
  const wrong: unknown[] = [];
  let count = 0;
  for (const [format, row] of Object.entries(recorded)) {
    for (const [python, value] of values) {
      count++;
      const actual = outcome(format, value);
      const expected = row[python]!;
      if (!sameOutcome(actual, expected)) wrong.push({ format, python, actual, expected });
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(count).toBe(20 * values.length);
});

test('l L n N P are 64 bits wide by default', () => {
  const view = (format: string) => new MemoryView(new ByteArray(8)).cast(format);
  for (const format of ['l', 'q', 'n']) {
    const m = view(format);
    m.set(0, -(2n ** 63n));
    expect(m.get(0)).toBe(-(2n ** 63n));
    expect(() => m.set(0, 2n ** 63n)).toThrow(`memoryview: invalid value for format '${format}'`);
  }
  for (const format of ['L', 'Q', 'N', 'P']) {
    const m = view(format);
    m.set(0, 2n ** 64n - 1n);
    expect(m.get(0)).toBe(2n ** 64n - 1n);
    expect(() => m.set(0, 2n ** 64n)).toThrow(`memoryview: invalid value for format '${format}'`);
  }
  const pointer = view('P');
  pointer.set(0, -1);
  expect(pointer.get(0)).toBe(2n ** 64n - 1n);
});

test('they are 32 bits wide on 32-bit memory', () => {
  const before = useABI(ILP32);
  try {
    const view = (format: string) => new MemoryView(new ByteArray(4)).cast(format);
    for (const format of ['i', 'l', 'n']) {
      const m = view(format);
      m.set(0, -(2 ** 31));
      expect(m.get(0)).toBe(-(2 ** 31));
      expect(() => m.set(0, 2 ** 31)).toThrow(`memoryview: invalid value for format '${format}'`);
    }
    for (const format of ['I', 'L', 'N', 'P']) {
      const m = view(format);
      m.set(0, 2 ** 32 - 1);
      expect(m.get(0)).toBe(2 ** 32 - 1);
      expect(() => m.set(0, 2 ** 32)).toThrow(`memoryview: invalid value for format '${format}'`);
    }
    const pointer = view('P');
    pointer.set(0, -(2 ** 31));
    expect(pointer.get(0)).toBe(2 ** 31);
    expect(() => pointer.set(0, -(2 ** 31) - 1)).toThrow("memoryview: invalid value for format 'P'");
  } finally {
    useABI(before);
  }
});
