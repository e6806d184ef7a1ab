// Long data, which the platform's own functions convert, against the same data in short pieces, which they do not.
import { Bytes } from 'pybuffer';
import { b64encode } from 'pybuffer/base64';
import { BASE64_ALPHABET, a2b_base64, b2a_base64, crc32 } from 'pybuffer/binascii';
import { adler32 } from 'pybuffer/zlib';

const data = Uint8Array.from({ length: 5000 }, (_, i) => Math.imul(i, 2654435761) >>> 13);

/** Converts without the platform, whose functions take no alphabet. */
const plainly = (bytes: Uint8Array): string =>
  b2a_base64(bytes, { newline: false, alphabet: BASE64_ALPHABET }).decode('ascii');

test.each([255, 256, 257, 258, 300, 1000, 5000])('base64 of %i bytes', (length) => {
  const bytes = data.subarray(0, length);
  const text = b2a_base64(bytes, { newline: false }).decode('ascii');
  expect(text).toBe(plainly(bytes));
  expect(a2b_base64(text)).toEqual(new Bytes(bytes));
  expect(a2b_base64(new Bytes(text, 'ascii'))).toEqual(new Bytes(bytes));
  expect(a2b_base64(text, { strict_mode: true, alphabet: BASE64_ALPHABET })).toEqual(new Bytes(bytes));
});

test.each(['-', '_', '=', '\n', '*', '\x7f'])('long base64 with %j in it', (stray) => {
  const text = plainly(data.subarray(0, 900));
  for (const at of [0, 1, 500, 1199]) {
    const spoilt = text.slice(0, at) + stray + text.slice(at);
    const same = (options: object): void => {
      const run = (more: object, data: Bytes | string = spoilt): string => {
        try {
          return a2b_base64(data, { ...options, ...more }).hex();
        } catch (error) {
          return String(error);
        }
      };
      expect(run({})).toBe(run({ alphabet: BASE64_ALPHABET }));
      expect(run({}, new Bytes(spoilt, 'ascii'))).toBe(run({ alphabet: BASE64_ALPHABET }));
    };
    same({});
    same({ strict_mode: true });
    same({ padded: false, canonical: true });
  }
});

test('checksums of long data are those of its pieces', () => {
  let crc = 0;
  let adler = 1;
  for (let i = 0; i < data.length; i += 7) {
    crc = crc32(data.subarray(i, i + 7), crc);
    adler = adler32(data.subarray(i, i + 7), adler);
  }
  expect(crc32(data)).toBe(crc);
  expect(adler32(data)).toBe(adler);
});

test('characters outside ASCII, at any position', () => {
  const text = plainly(data.subarray(0, 900));
  for (const at of [0, 600, 1199, 1200]) {
    for (const character of ['\xe9', '\u0141', '\ud83d\ude00']) {
      expect(() => a2b_base64(text.slice(0, at) + character + text.slice(at))).toThrow(
        'string argument should contain only ASCII characters',
      );
    }
  }
});

test('results that share memory do not write into each other', () => {
  const texts = Array.from({ length: 400 }, (_, i) => plainly(data.subarray(i, i + (i % 40))));
  const decoded = texts.map((text, i) => a2b_base64(i % 3 === 0 ? `${text}*\n` : text));
  decoded.forEach((bytes, i) => expect(bytes.equals(data.subarray(i, i + (i % 40)))).toBe(true));
  const encoded = texts.map((_, i) => b64encode(data.subarray(i, i + (i % 40))));
  encoded.forEach((bytes, i) => expect(bytes.decode('ascii')).toBe(texts[i]));
});
