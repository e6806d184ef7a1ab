/** What the multi-byte codecs accept from error handlers, as in CPython 3.15.2. */
import { Bytes, registerError } from 'pybuffer';
import '../../../src/codecs/cjk/all.js';
import { pythonOf } from '../../python-of.js';

const DECODING = 'TypeError: decoding error handler must return (str, int) tuple';
const ENCODING = 'TypeError: encoding error handler must return (str, int) tuple';
const outside = (position: number) => `IndexError: position ${position} from error handler out of bounds`;

test.each<[result: unknown, decoded: string, encoded: string]>([
  [['?', 3], 'ab?!', "b'ab?!'"],
  [['?', 3n], 'ab?!', "b'ab?!'"],
  [['?', true], 'ab?b!', "b'ab?b!'"],
  [['?', -1], 'ab?c', "b'ab?c'"],
  [['?', -1n], 'ab?c', "b'ab?c'"],
  [['?', -5], 'ab?ab!', "b'ab?ab!'"],
  [['?', -6], outside(-1), outside(-1)],
  [['?', 6], outside(6), outside(6)],
  [['?', 5], 'ab?', "b'ab?'"],
  [['?', 2n ** 70n], outside(-1), outside(-1)],
  [['?', -(2n ** 70n)], outside(-1), outside(-1)],
  [['?', 3.5], DECODING, ENCODING],
  [['?', '3'], DECODING, ENCODING],
  [['?', null], DECODING, ENCODING],
  [['?', { __index__: () => 3 }], DECODING, ENCODING],
  [null, DECODING, ENCODING],
  ['?3', DECODING, ENCODING],
  [['?'], DECODING, ENCODING],
  [['?', 3, 3], DECODING, ENCODING],
  [[new Bytes([63]), 3], DECODING, "b'ab?!'"],
  [[1, 3], DECODING, ENCODING],
  [
    ['\u20ac', 3],
    'ab\u20ac!',
    "UnicodeEncodeError: 'gbk' codec can't encode character '\\u20ac' in position 0: illegal multibyte sequence",
  ],
])('a handler that returns %p', (result, decoded, encoded) => {
  let calls = 0;
  registerError('multibyte.once', ({ object }) => {
    const size = typeof object === 'string' ? Array.from(object).length : (object as Bytes).length;
    return (calls++ === 0 ? result : ['!', size]) as [unknown, unknown];
  });
  expect(pythonOf(() => new Bytes([97, 98, 255, 128, 99]).decode('gbk', 'multibyte.once'))).toBe(decoded);
  calls = 0;
  const text = 'ab\ud800\ue000c';
  expect(pythonOf(() => new Bytes(text, 'gbk', 'multibyte.once').repr())).toBe(encoded);
});
