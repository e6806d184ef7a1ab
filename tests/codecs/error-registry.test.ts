/** What `register_error` accepts, and what codecs accept from handlers, as in CPython 3.15.2. */
import { Bytes, lookupError, registerError } from 'pybuffer';
import { pythonOf } from '../python-of.js';

const handler = () => ['', 0] as [string, number];

test.each<[call: () => unknown, message: string]>([
  [() => (registerError as () => void)(), 'TypeError: register_error expected 2 arguments, got 0'],
  [
    () => (registerError as (name: string) => void)('x'),
    'TypeError: register_error expected 2 arguments, got 1',
  ],
  [
    () => (registerError as (...args: unknown[]) => void)('x', handler, 1),
    'TypeError: register_error expected 2 arguments, got 3',
  ],
  [() => registerError(1 as never, handler), 'TypeError: register_error() argument 1 must be str, not int'],
  [
    () => registerError(null as never, handler),
    'TypeError: register_error() argument 1 must be str, not None',
  ],
  [() => registerError('x', 1 as never), 'TypeError: handler must be callable'],
  [() => registerError('x\0', handler), 'ValueError: embedded null character'],
  [() => lookupError(1 as never), 'TypeError: lookup_error() argument must be str, not int'],
  [() => lookupError(null as never), 'TypeError: lookup_error() argument must be str, not None'],
  [() => new Bytes(1).decode(1 as never), "TypeError: decode() argument 'encoding' must be str, not int"],
  [() => new Bytes(1).decode(null as never), "TypeError: decode() argument 'encoding' must be str, not None"],
  [
    () => new Bytes(1).decode('ascii', 1 as never),
    "TypeError: decode() argument 'errors' must be str, not int",
  ],
  [() => lookupError('x\0'), 'ValueError: embedded null character'],
  [() => lookupError('error-registry.nope'), "LookupError: unknown error handler name 'error-registry.nope'"],
])('call %#', (call, message) => {
  expect(pythonOf(call)).toBe(message);
});

const DECODING = 'TypeError: decoding error handler must return (str, int) tuple';
const ENCODING = 'TypeError: encoding error handler must return (str/bytes, int) tuple';
const outside = (position: number) => `IndexError: position ${position} from error handler out of bounds`;
const LARGE = 'OverflowError: Python int too large to convert to C ssize_t';

test.each<[result: unknown, decoded: string, encoded: string]>([
  [['?', 3], 'ab?!', "b'ab?!'"],
  [['?', 3n], 'ab?!', "b'ab?!'"],
  [['?', { __index__: () => 3 }], 'ab?!', "b'ab?!'"],
  [['?', -1], 'ab?c', "b'ab?c'"],
  [['?', -5], 'ab?ab!', "b'ab?ab!'"],
  [['?', -6], outside(-1), outside(-1)],
  [['?', 6], outside(6), outside(6)],
  [['?', 5], 'ab?', "b'ab?'"],
  [['?', 2n ** 70n], LARGE, LARGE],
  [null, DECODING, ENCODING],
  ['?3', DECODING, ENCODING],
  [['?'], DECODING, ENCODING],
  [['?', 3, 3], DECODING, ENCODING],
  [[new Bytes([63]), 3], DECODING, "b'ab?!'"],
  [[1, 3], DECODING, ENCODING],
])('a handler that returns %p', (result, decoded, encoded) => {
  let calls = 0;
  registerError('error-registry.once', ({ object }) => {
    const size = typeof object === 'string' ? Array.from(object).length : (object as Bytes).length;
    return (calls++ === 0 ? result : ['!', size]) as [unknown, unknown];
  });
  expect(pythonOf(() => new Bytes([97, 98, 255, 128, 99]).decode('ascii', 'error-registry.once'))).toBe(
    decoded,
  );
  calls = 0;
  expect(pythonOf(() => new Bytes('ab\ud800\u20acc', 'ascii', 'error-registry.once').repr())).toBe(encoded);
});
