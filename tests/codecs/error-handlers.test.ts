// Handlers called with errors that no codec makes, and the names of codecs in errors, as in CPython 3.15.
import { Bytes, lookupError, registerError } from 'pybuffer';
import { findHandler, registerHandlers } from '../../src/codecs/error-handlers.js';
import { PyUnicodeEncodeError } from '../../src/exceptions/index.js';

const error = (codec: string, text: string, start: number, end: number): PyUnicodeEncodeError =>
  new PyUnicodeEncodeError(codec, text, start, end, 'r', text.codePointAt(start));

describe('surrogatepass', () => {
  const handle = lookupError('surrogatepass');

  test('writes a lone surrogate', () => {
    expect(handle(error('utf-8', 'a\ud800b', 1, 2))).toEqual([Bytes.fromhex('eda080'), 2]);
  });

  test.each([
    ['utf-8', 'ab', 0, 2],
    ['utf-16-le', 'a\u20acb', 1, 2],
    ['utf-8', 'a\ud800b', 1, 3],
    ['utf-8', '\ud7ff', 0, 1],
    ['utf-8', '\ue000', 0, 1],
    ['ascii', '\ud800', 0, 1],
  ] as const)('raises the error that it cannot handle: %s %j', (codec, text, start, end) => {
    const refused = error(codec, text, start, end);
    expect(() => handle(refused)).toThrow(refused);
  });
});

test('a handler that writes bytes returns Bytes, in a tuple', () => {
  const answer = lookupError('surrogateescape')(error('ascii', '\udc80\udcff', 0, 2));
  expect(answer[0]).toBeInstanceOf(Bytes);
  expect(answer).toEqual([Bytes.fromhex('80ff'), 2]);
  expect(Object.isFrozen(answer)).toBe(true);
});

test('two lookups return one function, and a registered handler is returned unchanged', () => {
  expect(lookupError('surrogateescape')).toBe(lookupError('surrogateescape'));
  const own = (): readonly [string, number] => ['', 0];
  registerError('error-handlers.test', own);
  expect(lookupError('error-handlers.test')).toBe(own);
});

test('a part that is imported later keeps the handlers that users have registered', () => {
  registerError('error-handlers.late', () => ['mine', 1]);
  registerHandlers({ 'error-handlers.late': findHandler('ignore') });
  expect(new Bytes([255]).decode('ascii', 'error-handlers.late')).toBe('mine');
});

test.each(['utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'])(
  'an error of %s names it',
  (codec) => {
    expect(() => new Bytes('a\ud800b', codec)).toThrow(
      `'${codec}' codec can't encode character '\\ud800' in position 1: surrogates not allowed`,
    );
  },
);

test.each([
  ['utf-16', "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data"],
  ['utf-16-le', "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data"],
  ['utf-16-be', "'utf-16-be' codec can't decode byte 0x00 in position 2: truncated data"],
  ['utf-32', "'utf-32-le' codec can't decode bytes in position 0-2: truncated data"],
  ['utf-32-le', "'utf-32-le' codec can't decode bytes in position 0-2: truncated data"],
  ['utf-32-be', "'utf-32-be' codec can't decode bytes in position 0-2: truncated data"],
  ['utf-7', "'utf7' codec can't decode byte 0xd8 in position 1: unexpected special character"],
  ['ascii', "'ascii' codec can't decode byte 0xd8 in position 1: ordinal not in range(128)"],
])('what %s calls itself when it decodes', (codec, message) => {
  expect(() => Bytes.fromhex('00d800').decode(codec)).toThrow(message);
});
