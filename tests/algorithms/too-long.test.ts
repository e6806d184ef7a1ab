/** Results that would be longer than CPython allows raise its errors. */
import type * as Natives from '../../src/accelerate/natives.js';
import { setTiers } from '../../src/accelerate/tiers.js';
import { EMPTY, Range } from '../../src/memory/index.js';
import { expandtabs, hex, join, pad, repeat, repr, zfill } from '../../src/algorithms/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { checkTextLength } from '../../src/algorithms/text.js';
import { latin1, noise, outcome } from './support.js';

test('results that cannot exist are errors', () => {
  const m = new Uint8Array(65536);
  const piece = new Range(m, 0, 65536);
  expect(outcome(() => repeat(m, 0, 2, 2 ** 62))).toEqual({
    error: 'OverflowError: repeated bytes are too long',
  });
  expect(outcome(() => repeat(m, 0, 1, 2 ** 62))).toEqual({ error: 'MemoryError: ' });
  expect(outcome(() => pad(m, 0, 1, 2 ** 63, 0, 32))).toEqual({
    error: 'OverflowError: byte string is too large',
  });
  expect(outcome(() => zfill(m, 0, 1, 2 ** 62))).toEqual({ error: 'MemoryError: ' });
  const before = useABI(ILP32);
  const items = new Array<Range>(32768).fill(piece);
  const answers = [
    outcome(() => join(EMPTY, items)),
    outcome(() => join(piece, new Array<Range>(65536).fill(EMPTY))),
    outcome(() => repeat(m, 0, 2, 2 ** 30)),
    outcome(() => pad(m, 0, 1, 0, 2 ** 31 - 17, 32)),
    outcome(() => expandtabs(latin1('\t'), 0, 1, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('\t\t'), 0, 2, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('\ta'), 0, 2, 2 ** 31 - 1)),
    outcome(() => expandtabs(latin1('a\t'), 0, 2, 2 ** 31 - 1)),
  ];
  useABI(before);
  expect(answers).toEqual(
    [
      'join() result is too long',
      'join() result is too long',
      'repeated bytes are too long',
      'byte string is too large',
      'byte string is too large',
      'result too long',
      'result too long',
      'byte string is too large',
    ].map((message) => ({ error: `OverflowError: ${message}` })),
  );
});

test('the platform is asked whether it has so long a text, unless every platform has or none', () => {
  const longest = 2 ** 29 - 24;
  const asked = jest.spyOn(String.prototype, 'repeat');
  const answer = (length: number) => {
    asked.mockClear();
    const result = outcome(() => checkTextLength(length) ?? 'fits');
    return [result, asked.mock.calls.length];
  };
  try {
    const tooLong = { error: 'MemoryError: ' };
    expect([answer(0), answer(longest - 1), answer(longest)]).toEqual([
      ['fits', 0],
      ['fits', 0],
      ['fits', 1],
    ]);
    asked.mockImplementation(() => {
      throw new RangeError('Invalid string length');
    });
    expect([answer(longest), answer(2 ** 31), answer(2 ** 31 + 1)]).toEqual([
      [tooLong, 1],
      [tooLong, 1],
      [tooLong, 0],
    ]);
    asked.mockImplementation(() => 'shorter');
    expect(answer(longest)).toEqual([tooLong, 1]);
  } finally {
    asked.mockRestore();
  }
});

test('a platform that refuses to make a text raises a MemoryError', () => {
  const natives = jest.requireActual<typeof Natives>('../../src/accelerate/natives.js');
  const before = setTiers({ natives: true, wasm: false });
  const refusing = jest.spyOn(natives, 'asciiTextNative' as never).mockImplementation((() => {
    throw new RangeError('Invalid string length');
  }) as never);
  try {
    const m = noise(100);
    expect(outcome(() => repr(m, 0, 100))).toEqual({ error: 'MemoryError: ' });
    expect(outcome(() => hex(m, 0, 100, 58, 2))).toEqual({ error: 'MemoryError: ' });
  } finally {
    refusing.mockRestore();
    setTiers(before);
  }
});
