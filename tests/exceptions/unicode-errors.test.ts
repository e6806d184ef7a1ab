/** The messages of codec errors, and how assignments to their fields change them. */
import { PyUnicodeDecodeError, PyUnicodeEncodeError, PyUnicodeError } from '../../src/exceptions/index.js';

test.each([
  [0, '\\x00'],
  [0xff, '\\xff'],
  [0x100, '\\u0100'],
  [0xffff, '\\uffff'],
  [0x10000, '\\U00010000'],
  [0x10ffff, '\\U0010ffff'],
])('character %d is shown as CPython escapes it', (codePoint, escaped) => {
  const error = new PyUnicodeEncodeError('c', 'a?b', 1, 2, 'r', codePoint);
  expect(error.message).toBe(`'c' codec can't encode character '${escaped}' in position 1: r`);
});

test('one byte is shown, several are counted', () => {
  const bytes = Uint8Array.of(5, 98, 99);
  const error = new PyUnicodeDecodeError('c', bytes, 0, 1, 'r', 5);
  expect(error.message).toBe("'c' codec can't decode byte 0x05 in position 0: r");
  error.end = 2;
  expect(error.message).toBe("'c' codec can't decode bytes in position 0-1: r");
  const several = new PyUnicodeEncodeError('c', 'abc', 1, 3, 'r', 98);
  expect(several.message).toBe("'c' codec can't encode characters in position 1-2: r");
  // Without the item the message cannot show it.
  expect(new PyUnicodeDecodeError('c', bytes, 0, 1, 'r').message).toMatch(/bytes in position 0-0/);
});

test('the item at fault is looked up in the object as it is now', () => {
  const error = new PyUnicodeDecodeError('c', 'xy', 0, 1, 'r', (object, start) =>
    (object as string).charCodeAt(start),
  );
  expect(error.message).toContain('byte 0x78 in position 0');
  Object.assign(error, { object: 'pqr', start: 2, end: 3, encoding: 'd', reason: 's' });
  expect(error.message).toBe("'d' codec can't decode byte 0x72 in position 2: s");
  // In CPython: `str(UnicodeDecodeError('d', b'pqr', 3, 4, 's'))`.
  Object.assign(error, { start: 3, end: 4 });
  expect(error.message).toBe("'d' codec can't decode bytes in position 3-3: s");
});

test('a message may be given, made from the fields, and assigned', () => {
  const given = new PyUnicodeError('c', 'abc', 0, 1, 'r', 'text');
  expect([given.message, given.name]).toEqual(['text', 'UnicodeError']);
  given.reason = 's';
  expect(given.message).toBe('text');
  delete (given as { message?: string }).message;
  expect(given.message).toBe('');
  const made = new PyUnicodeError('c', 'abc', 0, 1, 'r', ({ reason, start }) => `${reason} at ${start}`);
  expect([made.message, made.stack!.split('\n')[0]]).toEqual(['r at 0', 'UnicodeError: r at 0']);
  made.start = 2;
  expect(made.message).toBe('r at 2');
  for (const text of ['first', 'second']) {
    made.message = text;
    expect(made.message).toBe(text);
  }
  delete (made as { message?: string }).message;
  expect(made.message).toBe('r at 2');
});
