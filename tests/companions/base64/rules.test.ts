// Keywords, padding and streams of base64, as CPython 3.15 answers.
import { BytesIO } from 'pybuffer/io';
import { Bytes, PyRuntimeError, b } from 'pybuffer';
import {
  b16decode,
  b32decode,
  b32encode,
  b32hexdecode,
  b32hexencode,
  b64decode,
  b64encode,
  decode,
  encode,
  urlsafe_b64decode,
} from 'pybuffer/base64';
import { a2b_ascii85 } from 'pybuffer/binascii';
import { setWarningHandler } from 'pybuffer';

const TEXT = b`hello world, all`;

test('other digits of one call leave the standard alphabet as it was', () => {
  expect(b64encode(b`\xfb\xff\xfe`, b`@#`).repr()).toBe("b'@##@'");
  expect(b64encode(b`\xfb\xff\xfe`).repr()).toBe("b'+//+'");
  expect(b64decode(b`@#@#`, b`@#`).repr()).toBe("b'\\xfb\\xff\\xbf'");
});

test.each([
  ['unpadded', () => b32encode(b`hi`, { padded: 0 }), "b'NBUQ'"],
  ['lines of 10', () => b32encode(TEXT, { wrapcol: 10 }), "b'NBSWY3DP\\nEB3W64TM\\nMQWCAYLM\\nNQ======'"],
  ['lines of 16', () => b32encode(TEXT, { wrapcol: 16 }), "b'NBSWY3DPEB3W64TM\\nMQWCAYLMNQ======'"],
  ['lines of 17', () => b32encode(TEXT, { wrapcol: 17 }), "b'NBSWY3DPEB3W64TM\\nMQWCAYLMNQ======'"],
  ['lines of 5', () => b32encode(TEXT, { wrapcol: 5 }), "b'NBSWY3DP\\nEB3W64TM\\nMQWCAYLM\\nNQ======'"],
  ['b32decode, casefold', () => b32decode(b`nbuq====`, true), "b'hi'"],
  ['b32hexdecode, casefold', () => b32hexdecode(b`d1kg====`, true), "b'hi'"],
  ['b32hexdecode, a true list', () => b32hexdecode(b`d1kg====`, { casefold: [1] }), "b'hi'"],
  ['b32hexdecode, no casefold', () => b32hexdecode(b`D1KG====`, { casefold: false }), "b'hi'"],
  ['b16decode, casefold', () => b16decode(b`b901`, true), "b'\\xb9\\x01'"],
] as const)('%s', (_name, call, expected) => {
  expect(call().repr()).toBe(expected);
});

test.each([
  [() => b32encode(b`hi`, { foo: 1 } as never), "b32encode() got an unexpected keyword argument 'foo'"],
  [() => b32hexencode(b`hi`, { foo: 1 } as never), "b32hexencode() got an unexpected keyword argument 'foo'"],
  [() => b32hexdecode(b`d1kg====`), 'Only base32 data is allowed'],
  [() => b32decode(b`nbuq====`), 'Only base32 data is allowed'],
  [() => b16decode(b`b901`), 'Non-base16 digit found'],
] as const)('refused: %s', (call, message) => {
  expect(call).toThrow(message);
});

describe('urlsafe_b64decode', () => {
  // Digits of the other alphabet issue a FutureWarning.
  beforeAll(() => setWarningHandler(() => {}));
  afterAll(() => setWarningHandler(null));

  test.each([
    ['-_8', undefined, "b'\\xfb\\xff'"],
    ['+_8', undefined, "b'\\xfb\\xff'"],
    ['+/8=', undefined, "b'\\xfb\\xff'"],
    ['/_8!', false, "b'\\xff\\xff'"],
    ['+/!8', undefined, "b'\\xfb\\xff'"],
  ] as const)('%s', (data, padded, expected) => {
    expect(urlsafe_b64decode(data, padded === undefined ? undefined : { padded }).repr()).toBe(expected);
  });

  test.each(['-_8', '+_8', '+/8'])('%s with padding required', (data) => {
    expect(() => urlsafe_b64decode(data, { padded: true })).toThrow('Incorrect padding');
  });
});

describe('Adobe’s marks around Ascii85', () => {
  test.each([
    ['<~FCfN8z~>', "b'test\\x00\\x00\\x00\\x00'"],
    ['FCfN8z~>', "b'test\\x00\\x00\\x00\\x00'"],
    ['<~~>', "b''"],
    ['~>', "b''"],
    ['<FC~>', "b'U`'"],
    ['<FCfN~>', "b'U`\\x8d\\x94'"],
  ])('%s', (data, expected) => {
    expect(a2b_ascii85(data, { adobe: true }).repr()).toBe(expected);
  });

  test.each([
    ['<~', "Ascii85 encoded byte sequences must end with b'~>'"],
    ['', "Ascii85 encoded byte sequences must end with b'~>'"],
    ['<~>', 'Incomplete Ascii85 group'],
    ['~<FC~>', 'Non-Ascii85 digit found: ~'],
  ])('%s is refused', (data, message) => {
    expect(() => a2b_ascii85(data, { adobe: true })).toThrow(message);
  });
});

describe('streams', () => {
  /** A stream whose reads return at most one piece. */
  class Pieces {
    constructor(readonly pieces: Bytes[]) {}
    read(): Bytes {
      return this.pieces.shift() ?? b``;
    }
    readline(): Bytes {
      return this.read();
    }
  }

  test('encode writes lines of 57 bytes, from whatever pieces it reads', () => {
    const target = new BytesIO();
    encode(new BytesIO(new Bytes(Array.from({ length: 60 }, (_, i) => i))), target);
    expect(target.getvalue().decode()).toBe(
      'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4\nOTo7\n',
    );
    const joined = new BytesIO();
    encode(new Pieces([b`abc`, b`def`, new Bytes('g'.repeat(51), 'ascii'), b`h`]), joined);
    expect(joined.getvalue().decode()).toBe(`YWJjZGVm${'Z2dn'.repeat(17)}\naA==\n`);
    const nothing = new BytesIO();
    encode(new Pieces([]), nothing);
    expect(nothing.getvalue().length).toBe(0);
  });

  test('decode reads line by line', () => {
    const target = new BytesIO();
    decode(new BytesIO(b`YWJj\nZGVm\n`), target);
    expect(target.getvalue().repr()).toBe("b'abcdef'");
  });
});

describe('b64decode reads its arguments in the order of CPython', () => {
  class Unclear {
    __bool__(): never {
      throw new PyRuntimeError('bool');
    }
  }
  const unclear = new Unclear();

  test.each([
    ['data before altchars', 'é', { altchars: b`x` }, 'string argument should contain only ASCII characters'],
    [
      'data before validate',
      'é',
      { altchars: b`-_`, validate: unclear },
      'string argument should contain only ASCII characters',
    ],
    [
      'data before the type of altchars',
      'é',
      { altchars: 5 as never },
      'string argument should contain only ASCII characters',
    ],
    ['altchars before validate', b`AAAA`, { altchars: b`x`, validate: unclear }, "invalid altchars: b'x'"],
    ['validate', b`AAAA`, { altchars: b`-_`, validate: unclear }, 'bool'],
    ['validate without altchars', 'AAAA', { validate: unclear }, 'bool'],
    [
      'data before validate without altchars',
      'é',
      { validate: unclear },
      'string argument should contain only ASCII characters',
    ],
  ])('%s', (_name, data, options, message) => {
    expect(() => b64decode(data, options)).toThrow(message);
  });
});
