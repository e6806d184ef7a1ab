/** `str()` of a `UnicodeError` that a program made: CPython 3.15's answers. */
import { Bytes } from 'pybuffer';
import { UNICODE_ERRORS, UNICODE_FIELDS, unicodeErrorMessage } from '../../src/adapters/unicode-errors.js';

test('the errors and their fields, in the order of the arguments', () => {
  expect(UNICODE_ERRORS).toEqual(['UnicodeDecodeError', 'UnicodeEncodeError']);
  expect(UNICODE_FIELDS).toEqual(['encoding', 'object', 'start', 'end', 'reason']);
});

const bytes = new Bytes([97, 98, 255]);
const text = 'aé€😀b';

test.each([
  ['UnicodeDecodeError', bytes, 2, 3, "'utf-8' codec can't decode byte 0xff in position 2: bad"],
  ['UnicodeDecodeError', bytes, 1, 2, "'utf-8' codec can't decode byte 0x62 in position 1: bad"],
  ['UnicodeDecodeError', bytes, 0, 2, "'utf-8' codec can't decode bytes in position 0-1: bad"],
  ['UnicodeDecodeError', bytes, 2, 2, "'utf-8' codec can't decode bytes in position 2-1: bad"],
  ['UnicodeDecodeError', bytes, 5, 6, "'utf-8' codec can't decode bytes in position 5-5: bad"],
  ['UnicodeDecodeError', new Bytes(), 0, 1, "'utf-8' codec can't decode bytes in position 0-0: bad"],
  ['UnicodeEncodeError', text, 1, 2, "'utf-8' codec can't encode character '\\xe9' in position 1: bad"],
  ['UnicodeEncodeError', text, 2, 3, "'utf-8' codec can't encode character '\\u20ac' in position 2: bad"],
  ['UnicodeEncodeError', text, 0, 2, "'utf-8' codec can't encode characters in position 0-1: bad"],
  ['UnicodeEncodeError', text, 5, 6, "'utf-8' codec can't encode characters in position 5-5: bad"],
  // Positions count characters, even after one that takes two of JavaScript's code units.
  ['UnicodeEncodeError', 'a😀€', 2, 3, "'utf-8' codec can't encode character '\\u20ac' in position 2: bad"],
  ['UnicodeEncodeError', '😀é', 1, 2, "'utf-8' codec can't encode character '\\xe9' in position 1: bad"],
] as const)('%s of %p from %d to %d', (name, object, start, end, message) => {
  expect(unicodeErrorMessage(name, ['utf-8', object, start, end, 'bad'])).toBe(message);
});
