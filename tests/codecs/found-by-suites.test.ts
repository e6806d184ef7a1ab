// Faults of codecs that CPython's own test suites found, one test for each.
import { BytesIO } from '../../src/io.js';
import { ByteArray, PyUnicodeError, b, setWarningHandler, tuple } from '../../src/index.js';
import '../../src/codecs-cjk.js';
import {
  decode,
  getincrementaldecoder,
  getincrementalencoder,
  getreader,
  getwriter,
  lookup,
} from '../../src/codecs.js';
import { a2b_base32, a2b_base64, hexlify } from '../../src/binascii.js';
import { a85decode, b16decode, b32decode } from '../../src/base64.js';

test('streams of idna and punycode convert each piece by itself: nothing waits for a full stop', () => {
  expect(new (getreader('idna'))(new BytesIO(b`abc123`)).read()).toBe('abc123');
  expect(new (getreader('punycode'))(new BytesIO(b`abc-`)).read()).toBe('abc');
  const stream = new BytesIO();
  new (getwriter('idna'))(stream).write('abc');
  expect(stream.getvalue().equals(b`abc`)).toBe(true);
});

test('undefined refuses even empty input', () => {
  expect(() => decode(b``, 'undefined')).toThrow(PyUnicodeError);
});

test('a name outside ASCII issues a warning', () => {
  const seen: string[] = [];
  const before = setWarningHandler(({ name, message }) => void seen.push(`${name}: ${message}`));
  try {
    expect(() => lookup('é')).toThrow('unknown encoding: é');
  } finally {
    setWarningHandler(before);
  }
  expect(seen).toEqual(['DeprecationWarning: Support for non-ascii encoding names will be removed in 3.17']);
});

test('padding is leading while nothing has been decoded, also behind characters to pass over', () => {
  const ignorechars = b` `;
  expect(() => a2b_base64(b` =abcd`, { strict_mode: true, ignorechars })).toThrow(
    'Leading padding not allowed',
  );
  expect(() => a2b_base32(b` =`, { ignorechars })).toThrow('Leading padding not allowed');
});

test('None is not a default', () => {
  expect(() => b32decode(b`NBSWY3DPEE======`, { padded: null })).toThrow('Padding not allowed');
  expect(() => b16decode(b`4142`, { ignorechars: null as never })).toThrow(
    "memoryview: a bytes-like object is required, not 'NoneType'",
  );
  expect(() => a85decode(b`87`, { ignorechars: null as never })).toThrow(
    "a bytes-like object is required, not 'NoneType'",
  );
});

test('the separator of hexlify is that of bytes.hex, and may be any byte', () => {
  expect(hexlify(b`ab`, '\xe9').equals(b`61\xe962`)).toBe(true);
  expect(() => hexlify(b`ab`, new Uint8Array(1))).toThrow('sep must be str or bytes.');
  expect(() => hexlify(b`ab`, '-', 2n ** 64n)).toThrow('Python int too large to convert to C ssize_t');
});

test('the error handler of an incremental codec and of a stream can be changed between calls', () => {
  for (const name of ['gbk', 'ascii', 'utf-16', 'utf-8-sig', 'iso2022_jp']) {
    const decoder = new (getincrementaldecoder(name))();
    const bad = name === 'utf-16' ? b`\xff\xfe\x00\xdc` : name === 'utf-8-sig' ? b`abc\xff` : b`\xff`;
    expect(() => decoder.decode(bad, true)).toThrow(PyUnicodeError);
    decoder.reset();
    decoder.errors = 'replace';
    expect(decoder.decode(bad, true)).toContain('\ufffd');
  }
  const encoder = new (getincrementalencoder('big5'))();
  expect(() => encoder.encode('\udeee', true)).toThrow(PyUnicodeError);
  encoder.errors = 'ignore';
  expect(encoder.encode('\udeee', true).length).toBe(0);
  const reader = new (getreader('gbk'))(new BytesIO(b`\xff`));
  reader.errors = 'replace';
  expect(reader.read()).toBe('\ufffd');
});

test('hz: the escapes for a tilde and for the end of a line are for ASCII mode only', () => {
  for (const bytes of [b`~{Dc~~:C~}`, b`~{Dc~\n:C~}`]) {
    expect(() => bytes.decode('hz')).toThrow(
      "'hz' codec can't decode byte 0x7e in position 4: illegal multibyte sequence",
    );
    expect(bytes.decode('hz', 'replace')).toBe('\u4f60\ufffd\ufffd\u597d');
  }
  expect(b`~{~~}`.decode('hz', 'replace')).toBe('\ufffd');
  expect(b`~{~}~~~\n`.decode('hz')).toBe('~');
});

test.each(['euc_jp', 'iso2022_jp'])(
  '%s: setstate() refuses what is no state, and changes nothing',
  (name) => {
    const decoder = new (getincrementaldecoder(name))();
    decoder.decode(b`\x1b`);
    const before = decoder.getstate();
    const illegal = 'setstate(): illegal state argument';
    const refused: [unknown, string][] = [
      [123, 'setstate() argument must be tuple, not int'],
      [null, 'setstate() argument must be tuple, not None'],
      [tuple('invalid', 0), illegal],
      [tuple(b`1234`, 'invalid'), illegal],
      [tuple(b`1`, 1.5), illegal],
      [tuple(b`1`), illegal],
      [tuple(new ByteArray(b`1`), 0), illegal],
      [
        tuple(b`123456789`, 0),
        `'${name}' codec can't decode bytes in position 0-8: pending buffer too large`,
      ],
      [tuple(b`12`, 2n ** 70n), 'int too big to convert'],
      [tuple(b`12`, -1), "can't convert negative int to unsigned"],
    ];
    for (const [state, message] of refused) {
      expect(() => decoder.setstate(state as never)).toThrow(message);
      expect(decoder.getstate()).toEqual(before);
    }
    const encoder = new (getincrementalencoder(name))();
    const initial = encoder.getstate();
    const pending = (bytes: readonly number[]): bigint =>
      bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
    const refusedByEncoder: [unknown, string][] = [
      ['x', 'setstate() argument must be int, not str'],
      [null, 'setstate() argument must be int, not None'],
      [1.5, 'setstate() argument must be int, not float'],
      [-1, "can't convert negative int to unsigned"],
      [2n ** 200n, 'int too big to convert'],
      [pending([1, 0xff]), "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
      [pending([9]), 'pending buffer too large'],
    ];
    for (const [state, message] of refusedByEncoder) {
      expect(() => encoder.setstate(state as never)).toThrow(message);
      expect(encoder.getstate()).toEqual(initial);
    }
  },
);

test('iso2022: a state that names no character set makes bytes illegal', () => {
  for (const name of ['iso2022_jp', 'iso2022_kr']) {
    const decoder = new (getincrementaldecoder(name))();
    decoder.setstate(tuple(b``, 0xff));
    expect(() => decoder.decode(b`!`, true)).toThrow(
      `'${name}' codec can't decode byte 0x21 in position 0: illegal multibyte sequence`,
    );
    decoder.errors = 'replace';
    decoder.setstate(tuple(b``, 0xff));
    expect(decoder.decode(b`!`, true)).toBe('\ufffd');
  }
});
