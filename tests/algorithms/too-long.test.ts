/** Results that would be longer than CPython allows raise its errors. */
import { EMPTY, Range } from '../../src/memory/index.js';
import { expandtabs, join, pad, repeat, zfill } from '../../src/algorithms/index.js';
import { ILP32, useABI } from '../../src/python/index.js';
import { latin1, outcome } from './support.js';

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
