/**
 * Reused formats return the same as new ones. CPython 3.15's answers are in percent.test.ts and the recorded
 * tests.
 */
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { pythonOf } from '../python-of.js';

const ascii = (text: string) => new Bytes(text, 'ascii');
/** The result of a format that nobody has used before. */
const fresh = (format: string, args: unknown) => pythonOf(() => ascii(format).mod(args));
/** The results of one format on its first four uses: it is kept from the second on. */
const again = (format: string, args: readonly unknown[]) => {
  const kept = ascii(format);
  return args.map((each) => pythonOf(() => kept.mod(each)));
};

const VALUES: readonly unknown[] = [
  0, -0, 1, -1, 9, 10, 15, 16, 99, 100, -100, 255, 65_536, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32, 10 ** 15,
  2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 2n ** 70n, 1.5, NaN, true, null, 'text', ascii(''), ascii('ab'),
  new ByteArray(ascii('xyz')), new Bytes(300), [], [1], [1, 2], new Map(),
]; // prettier-ignore

test.each([
  '%d', '%x', '%s', '%b', '%5d', '%05d', '%9x', '%03x', '%0d', '%00d', '%05s', '%5s', '%12d', '%%%d%%', 'a%db', '%', '%5', '%0',
  '%q', '%d%', '%-5d', '%(a)d', '%+d', '%X', '%c', '%i', '', 'plain', '%%',
])('%j with every value', (format) => {
  const wanted = VALUES.map((value) => fresh(format, value));
  expect(again(format, VALUES)).toEqual(wanted);
  expect(again(format, VALUES.map((value) => [value]))).toEqual(VALUES.map((value) => fresh(format, [value])));
}); // prettier-ignore

test('several conversions, and more formats in turn than are kept', () => {
  const formats = ['%d,%d', '%x\r\n%s\r\n', 'name%05d', '%s %s', '%% %d', '%d%d%d'].map(ascii);
  const lists = [[], [1], [1, 2], [7, ascii('abc')], [ascii('a'), ascii('b')], [1, 2, 3], [1, 2, 3, 4]];
  for (let round = 0; round < 4; round++) {
    for (const format of formats) {
      for (const list of lists) {
        const wanted = fresh(format.decode('ascii'), list);
        expect([pythonOf(() => format.mod(list)), pythonOf(() => format.mod(list))]).toEqual([
          wanted,
          wanted,
        ]);
      }
    }
  }
});

test('a bytearray that changes between two uses is read again', () => {
  const format = new ByteArray(ascii('%d%d'));
  expect(pythonOf(() => format.mod([1, 2]))).toBe("bytearray(b'12')");
  expect(pythonOf(() => format.mod([1, 2]))).toBe("bytearray(b'12')");
  format.set(3, 0x78);
  expect(pythonOf(() => format.mod([1, 255]))).toBe("bytearray(b'1ff')");
});

test('any ints, even adjacent ones', () => {
  const format = ascii('<%d|%x|%09d>');
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.nat(), (a, b, c) => {
      const hex = b < 0 ? `-${(-b).toString(16)}` : b.toString(16);
      expect(format.mod([a, b, c]).decode('ascii')).toBe(`<${a}|${hex}|${String(c).padStart(9, '0')}>`);
    }),
  );
});
