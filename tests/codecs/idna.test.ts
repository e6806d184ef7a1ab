// Errors of an incremental IDNA decoder: positions count from the first byte that it still holds.
import { Bytes } from 'pybuffer';
import { getincrementaldecoder } from 'pybuffer/codecs';
import { PyUnicodeDecodeError } from '../../src/exceptions/index.js';
import { testCombinations } from './combinations.js';

testCombinations('idna');

test.each([
  [['ab.xn--99999999.c'], 14, 15, "can't decode byte 0x39 in position 14: incomplete punycode string"],
  [['abc.', 'de.xn--99999999.'], 14, 15, "can't decode byte 0x39 in position 14: incomplete punycode string"],
  [['abc.xn--zz!.de'], 9, 10, "can't decode byte 0x7a in position 9: Invalid extended code point '33'"],
  [['ab.xn--\x80.'], 7, 8, "can't decode byte 0x80 in position 7: ordinal not in range(128)"],
  [
    ['xn--bcher-kva.de.xn--zzzzz-'],
    16,
    26,
    "can't decode bytes in position 16-25: IDNA does not round-trip, 'b'xn--zzzzz-'' != 'b'zzzzz''",
  ],
  // The fault lies behind the last byte.
  [['xn--0'], 5, 6, "can't decode bytes in position 5-5: incomplete punycode string"],
  [['abc.', 'xn--zz'], 6, 7, "can't decode bytes in position 6-6: incomplete punycode string"],
] as const)('%j', (parts, start, end, message) => {
  const decoder = new (getincrementaldecoder('idna'))();
  const last = parts.length - 1;
  for (const part of parts.slice(0, last)) decoder.decode(new Bytes(part, 'latin-1'));
  let error: unknown;
  try {
    decoder.decode(new Bytes(parts[last]!, 'latin-1'), true);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PyUnicodeDecodeError);
  expect(error).toMatchObject({ start, end, message: `'idna' codec ${message}` });
});
