/** The platform's functions, each with what Python would answer, and what they refuse. */
import * as host from '../../src/codecs/host-text.js';

const memory = Uint8Array.from({ length: 300 }, (_, i) => i & 255);
const ONLY_IN_NODE = ['latin1Slice', 'utf8Slice', 'ucs2Slice', 'isUtf8', 'latin1Write', 'ucs2Write'] as const;

test('Node has all of them', () => {
  for (const name of ONLY_IN_NODE) expect([name, typeof host[name]]).toEqual([name, 'function']);
  for (const decoder of [host.strictUtf8, host.lenientUtf8, host.strictUtf16]) expect(decoder).not.toBe(null);
  expect(typeof host.utf8Length).toBe('function');
  expect(host.encoder).toBeInstanceOf(TextEncoder);
});

test('bytes as texts', () => {
  expect(host.latin1Slice!.call(memory, 250, 258)).toBe('\xfa\xfb\xfc\xfd\xfe\xff\0\x01');
  expect(host.utf8Slice!.call(Uint8Array.of(0x61, 0xe2, 0x82, 0xac, 0xff), 1, 5)).toBe('\u20ac\ufffd');
  expect(host.ucs2Slice!.call(Uint8Array.of(9, 0x61, 0, 0, 0xd8), 1, 5)).toBe('a\ud800');
  expect(
    [[0x61], [0xc3, 0xa9], [0xc3], [0xed, 0xa0, 0x80]].map((bytes) => host.isUtf8!(Uint8Array.from(bytes))),
  ).toEqual([true, true, false, false]);
});

test('texts as bytes', () => {
  const target = new Uint8Array(6);
  expect(host.latin1Write!.call(target, 'a\xe9\u0141', 1, 3)).toBe(3);
  expect([...target]).toEqual([0, 0x61, 0xe9, 0x41, 0, 0]);
  expect(host.ucs2Write!.call(target, 'a\ud800', 2, 4)).toBe(4);
  expect([...target]).toEqual([0, 0x61, 0x61, 0, 0, 0xd8]);
  expect(host.writeAscii!('xyz', target, 2)).toBe(3);
  expect([...target]).toEqual([0, 0x61, 0x78, 0x79, 0x7a, 0xd8]);
  expect(['', 'a', '\xe9', '\u20ac', '\u{1f600}', '\ud800'].map((text) => host.utf8Length!(text))).toEqual([
    0, 1, 2, 3, 4, 3,
  ]);
});

const bytes = Uint8Array.of(7, 0xfb, 0xff, 0xfe, 0x61, 0x62, 0x63, 7);

test.each([
  ['base64', '+//+YWJj', '-__-YWJj'],
  ['base64url', '-__-YWJj', '+//+YWJj'],
] as const)('%s of whole groups, and of nothing else', (alphabet, text, other) => {
  expect(host.base64Text!(bytes, 1, 7, alphabet)).toBe(text);
  expect(host.base64Text!(bytes, 1, 4, alphabet)).toBe(text.slice(0, 4));
  const written = (source: string, size: number, at = 1): unknown => {
    const target = new Uint8Array(8).fill(7);
    return host.writeBase64!(source, target, at, size, alphabet) && [...target];
  };
  expect(written(text, 6)).toEqual([...bytes]);
  expect(written(text.slice(0, 4), 3)).toEqual([7, 0xfb, 0xff, 0xfe, 7, 7, 7, 7]);
  // Digits of the other alphabet, alone too; characters that are no digits; other sizes.
  const refused = [
    [other, 6],
    [`${other[0]!}AAAYWJj`, 6],
    [`A${other[1]!}AAYWJj`, 6],
    ['YW JjYWJ', 6],
    ['YWJ', 3],
    ['YWJjYQ==', 6],
    ['YWJ\u0141', 3],
    ['\u0141WJj', 3],
    ['YWJ\u{1f600}', 3],
    ['YWJ\xc1', 3],
    ['YWJ!', 3],
    ['YWJj', 6],
  ] as const;
  expect(refused.filter(([source, size]) => written(source, size) !== false)).toEqual([]);
});

test.each<[error: unknown, is: boolean]>([
  [Object.assign(new Error('x'), { code: 'ERR_STRING_TOO_LONG' }), true],
  [new RangeError('Invalid string length'), true],
  [{ message: 'Invalid string length' }, true],
  [{ code: 'ERR_STRING_TOO_LONG' }, true],
  [new RangeError('Invalid array length'), false],
  [Object.assign(new Error('x'), { code: 'ERR_OTHER' }), false],
  [null, false],
  [undefined, false],
  ['Invalid string length', false],
])('whether %p says that a string is too long', (error, is) => {
  expect(host.isTooLong(error)).toBe(is);
});

test('decoding natively', () => {
  const euro = Uint8Array.of(0xff, 0xe2, 0x82, 0xac, 0xff);
  expect(host.decodeNatively(host.strictUtf8, euro, 1, 4)).toBe('\u20ac');
  expect(host.decodeNatively(host.strictUtf8, euro, 1, 5)).toBe(null);
  expect(host.decodeNatively(host.strictUtf8, euro, 1, 3)).toBe(null);
  expect(host.decodeNatively(host.lenientUtf8, euro, 0, 5)).toBe('\ufffd\u20ac\ufffd');
  expect(host.decodeNatively(host.strictUtf8, Uint8Array.of(0xef, 0xbb, 0xbf), 0, 3)).toBe('\ufeff');
  expect(host.decodeNatively(host.lenientUtf8, Uint8Array.of(0xef, 0xbb, 0xbf), 0, 3)).toBe('\ufeff');
  expect(host.decodeNatively(host.strictUtf16, Uint8Array.of(0xff, 0xfe, 0x61, 0), 0, 4)).toBe('\ufeffa');
  expect(host.decodeNatively(host.strictUtf16, Uint8Array.of(0, 0xd8), 0, 2)).toBe(null);
  expect(host.decodeNatively(null, euro, 0, 5)).toBe(null);
  const failing = (error: unknown) =>
    ({
      decode() {
        throw error;
      },
    }) as never;
  expect(host.decodeNatively(failing(new TypeError('bad')), euro, 0, 5)).toBe(null);
  expect(() => host.decodeNatively(failing(new RangeError('Invalid string length')), euro, 0, 5)).toThrow(
    'Invalid string length',
  );
});
