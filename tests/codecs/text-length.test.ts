/**
 * A text too long for any platform is refused before the work begins, because its length is known. The memory
 * here is far smaller than the lengths claim, so code that started to read would find nothing and return a
 * text.
 */
import { hex, repr } from '../../src/algorithms/index.js';
import { intFromBytes } from '../../src/companions/int/index.js';
import { decode } from '../../src/codecs/index.js';
import '../../src/codecs/all.js';
import { PyMemoryError, PyUnicodeDecodeError } from '../../src/exceptions/index.js';
import { Range } from '../../src/memory/index.js';

const FOUR_GIB = 2 ** 32;
const memory = new Uint8Array(4096).fill(97);
const claimed = new Range(memory, 0, FOUR_GIB);

test('hex, repr', () => {
  expect(() => hex(memory, 0, FOUR_GIB, -1, 1)).toThrow(PyMemoryError);
  expect(() => hex(memory, 0, FOUR_GIB, 58, 1)).toThrow(PyMemoryError);
  // The digits would fit into V8's longest string, but not with the separators.
  expect(() => hex(memory, 0, 2 ** 28 - 100, 58, 1)).toThrow(PyMemoryError);
  expect(() => repr(memory, 0, FOUR_GIB)).toThrow(PyMemoryError);
});

test.each(['ascii', 'latin-1', 'cp1252', 'utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be'])(
  'decode %s',
  (encoding) => {
    for (const errors of ['strict', 'replace', 'backslashreplace', 'surrogateescape']) {
      expect(() => decode(claimed, encoding, errors, null)).toThrow(PyMemoryError);
    }
  },
);

test('decode utf-32, whose characters take four bytes each', () => {
  const units = Uint8Array.from(memory, (_, i) => (i % 4 === 0 ? 97 : 0));
  expect(() => decode(new Range(units, 0, FOUR_GIB), 'utf-32', 'strict', null)).toThrow(PyMemoryError);
});

test('a fault at the beginning is what CPython raises, however long the rest is', () => {
  // The operating system provides only the first page, because nothing touches the others.
  const faulty = new Uint8Array(2 ** 29);
  faulty[0] = 255;
  expect(() => decode(new Range(faulty, 0, faulty.length), 'ascii', 'strict', null)).toThrow(
    PyUnicodeDecodeError,
  );
});

test('a bigint too large for any platform', () => {
  const zeros = new Uint8Array(2 ** 27 + 1);
  expect(() => intFromBytes(zeros)).toThrow(PyMemoryError);
});
