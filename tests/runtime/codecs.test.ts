/** `codecs.register_error` and `lookup_error` for generated code, where a tuple is not a list. */
import { Bytes } from '../../src/bytes/index.js';
import { codecs, tuple } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const DECODING = 'TypeError: decoding error handler must return (str, int) tuple';
const ENCODING = 'TypeError: encoding error handler must return (str/bytes, int) tuple';
const faulty = new Bytes([97, 255, 255]);

test.each([
  ['a list', () => ['x', 3], DECODING, ENCODING],
  ['a tuple of one', () => tuple('x'), DECODING, ENCODING],
  ['a tuple of three', () => tuple('x', 1, 2), DECODING, ENCODING],
  ['None', () => null, DECODING, ENCODING],
  ['a str', () => 'x3', DECODING, ENCODING],
  ['a tuple of two ints', () => tuple(1, 1), DECODING, ENCODING],
  ['a tuple', () => tuple('x', 3), 'ax', "b'ax'"],
  ['a tuple of bytes and int', () => tuple(new Bytes([120]), 3), DECODING, "b'ax'"],
])('a handler that returns %s', (_, result, decoding, encoding) => {
  codecs.register_error('answers', result as never);
  expect(pythonOf(() => faulty.decode('ascii', 'answers'))).toBe(decoding);
  expect(pythonOf(() => new Bytes('a\xff\u20ac', 'ascii', 'answers'))).toBe(encoding);
});

test('look-ups return what was registered', () => {
  const handler = () => tuple('', 0);
  codecs.register_error('mine', handler);
  expect(codecs.lookup_error('mine')).toBe(handler);
  expect(codecs.lookup_error('replace')).toBe(codecs.lookup_error('replace'));
});

test('wrong arguments', () => {
  expect(pythonOf(() => codecs.register_error(1 as never, null as never))).toBe(
    'TypeError: register_error() argument 1 must be str, not int',
  );
  expect(pythonOf(() => codecs.register_error('a', 1 as never))).toBe('TypeError: handler must be callable');
  expect(pythonOf(() => codecs.register_error('a\0', () => tuple('', 0)))).toBe(
    'ValueError: embedded null character',
  );
  expect(pythonOf(() => codecs.lookup_error(1 as never))).toBe(
    'TypeError: lookup_error() argument must be str, not int',
  );
});
