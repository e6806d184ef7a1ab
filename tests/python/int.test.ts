/** Which values are ints, the numbers that they are read as, and where each C type overflows. */
import { PyException, PyIndexError } from '../../src/exceptions/index.js';
import {
  ILP32,
  asByte,
  asCInt,
  asCLong,
  asIndex,
  asInt,
  asSsize,
  asSsizeArgument,
  exactSize,
  isIntLike,
  useABI,
} from '../../src/python/index.js';
import { outcome } from '../algorithms/support.js';

const indexed = (result: unknown) => ({ __index__: () => result });
const withIndex = (result: unknown) => Object.assign(() => 0, indexed(result));
const isFailure = (error: unknown) => error instanceof PyException;

test.each<[unknown, unknown]>([
  [3, 3],
  [-0, -0],
  [2 ** 53 - 1, 2 ** 53 - 1],
  [2 ** 53, 2n ** 53n],
  [-(2 ** 53), -(2n ** 53n)],
  [1e300, BigInt(1e300)],
  [7n, 7],
  [2n ** 53n - 1n, 2 ** 53 - 1],
  [1n - 2n ** 53n, 1 - 2 ** 53],
  [2n ** 53n, 2n ** 53n],
  [-(2n ** 53n), -(2n ** 53n)],
  [true, 1],
  [false, 0],
  [indexed(5), 5],
  [indexed(true), 1],
  [indexed(2n ** 60n), 2n ** 60n],
  [indexed(2 ** 60), 2n ** 60n],
])('the int of %p', (value, expected) => {
  expect(asInt(value)).toBe(expected);
  expect(isIntLike(value)).toBe(true);
});

test.each<[unknown, string]>([
  [1.5, "'float' object cannot be interpreted as an integer"],
  [NaN, "'float' object cannot be interpreted as an integer"],
  [Infinity, "'float' object cannot be interpreted as an integer"],
  ['1', "'str' object cannot be interpreted as an integer"],
  [null, "'NoneType' object cannot be interpreted as an integer"],
  [undefined, "'NoneType' object cannot be interpreted as an integer"],
  [{}, "'dict' object cannot be interpreted as an integer"],
  [{ __index__: 5 }, "'dict' object cannot be interpreted as an integer"],
  [withIndex(5), "'function' object cannot be interpreted as an integer"],
])('%p is not an int', (value, message) => {
  expect(isIntLike(value)).toBe(false);
  for (const read of [asInt, asSsize, asIndex, asSsizeArgument, asCInt, asByte]) {
    expect(outcome(() => read(value))).toEqual({ error: `TypeError: ${message}` });
  }
});

test.each<unknown>([1.5, 'text', null, {}, indexed(1)])('__index__ that returns %p', (result) => {
  expect(outcome(() => asInt(indexed(result)))).toEqual({
    error: expect.stringMatching(/^TypeError: dict\.__index__\(\) must return an int, not \w+$/) as unknown,
  });
});

/** The number that represents an int: 2**63 - 1 would round to 2**63, which does not fit. */
const asNumber = (int: bigint): number => Math.min(Number(int), 2 ** 63 - 1024);

/** A limit of a C type: the last int that fits, in every form, and the first that does not. */
function limits(read: (value: unknown) => unknown, most: bigint, least: bigint, message: string): void {
  for (const int of [most, least]) {
    expect(read(int)).toBe(asNumber(int));
    expect(read(indexed(int))).toBe(asNumber(int));
    if (Number.isSafeInteger(Number(int))) expect(read(Number(int))).toBe(Number(int));
  }
  for (const int of [most + 1n, least - 1n, 2n ** 200n]) {
    expect(outcome(() => read(int))).toEqual({ error: message });
    expect(outcome(() => read(indexed(int)))).toEqual({ error: message });
    if (Number.isSafeInteger(Number(int)))
      expect(outcome(() => read(Number(int)))).toEqual({ error: message });
  }
  for (const int of [0, 1, -1, 255]) if (int >= least) expect(read(int)).toBe(int);
  expect(read(true)).toBe(1);
}

const FIT = "OverflowError: cannot fit 'int' into an index-sized integer";
const C_SSIZE = 'OverflowError: Python int too large to convert to C ssize_t';

test('each C type has its limits', () => {
  limits(asCInt, 2n ** 31n - 1n, -(2n ** 31n), 'OverflowError: Python int too large to convert to C int');
  limits(asByte, 255n, 0n, 'ValueError: byte must be in range(0, 256)');
  for (const bits of [63n, 31n]) {
    const before = bits === 31n ? useABI(ILP32) : null;
    try {
      const [most, least] = [2n ** bits - 1n, -(2n ** bits)];
      limits(asSsizeArgument, most, least, C_SSIZE);
      const inWords = (read: typeof asSsize) => (value: unknown) => {
        try {
          return read(value);
        } catch (error) {
          if (!isFailure(error)) throw error;
          throw new PyIndexError((error as Error).message.replace(/'\w+'/, "'int'"));
        }
      };
      limits(inWords(asSsize), most, least, FIT.replace('OverflowError', 'IndexError'));
      limits(inWords(asIndex), most, least, FIT.replace('OverflowError', 'IndexError'));
      expect(outcome(() => asIndex(most + 1n))).toEqual({
        error: FIT.replace('OverflowError', 'IndexError'),
      });
      expect(outcome(() => asSsize(most + 1n))).toEqual({ error: FIT });
      // Without an error for overflows, ints are clamped.
      expect([most + 5n, least - 5n, most, least].map((int) => asSsize(int, null))).toEqual(
        [most, least, most, least].map(asNumber),
      );
    } finally {
      if (before !== null) useABI(before);
    }
  }
});

test('an exact size does not come from an earlier int that was rounded to the same number', () => {
  for (const [before, size] of [
    [-(2n ** 63n) + 2n, -(2n ** 63n)],
    [2n ** 60n + 1n, 2n ** 60n],
    [2n ** 60n, 2n ** 60n + 1n],
  ] as const) {
    for (const convert of [asSsize, asSsizeArgument, asCLong]) {
      convert(before);
      expect(BigInt(exactSize(convert(size)))).toBe(size);
      expect(BigInt(exactSize(convert(convert(size))))).toBe(size);
    }
  }
});
