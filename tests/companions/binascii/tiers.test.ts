// base64, hexlify and adler32 on each tier (the platform's functions, the kernels, the loop) against the
// loop, at lengths around the limits of pieces, with any wrong byte at any position. The kernels are compiled
// however small the work is.
import { Bytes } from 'pybuffer';
import { urlsafe_b64decode, urlsafe_b64encode } from 'pybuffer/base64';
import { a2b_base64, b2a_base64, hexlify, unhexlify } from 'pybuffer/binascii';
import { adler32, crc32 } from 'pybuffer/zlib';
import type { Kernels } from '../../../src/accelerate/load.js';
import { compileKernels } from '../../../src/accelerate/load.js';
import { setTiers, tiers } from '../../../src/accelerate/tiers.js';

const data = Uint8Array.from({ length: 200_000 }, (_, i) => Math.imul(i, 2654435761) >>> 13);
const LENGTHS = [
  0, 1, 47, 48, 49, 63, 64, 65, 66, 95, 96, 97, 127, 128, 255, 256, 257, 1000, 6143, 6144, 6145, 8195, 12287,
  12288, 12289, 16380, 16381, 16384, 16400, 49152, 49153, 98306, 200_000,
];
const digits = (last: string) => `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${last}`;
/** The standard alphabets, one that the kernels accept, and some that only the loop reads correctly. */
const ALPHABETS = ['+/', '-_', '+_', '-/', '.,', '\x80\xff', 'A/', '==', '++'].map(
  (last) => new Bytes(digits(last), 'latin-1'),
);
const ALL = [...ALPHABETS, new Bytes(digits('+/').split('').reverse().join(''), 'ascii')];

function answer(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return String(error);
  }
}

const bytesOf = (length: number) => new Bytes(data.subarray(0, length));

/** Results for data of one length, as text. */
const ANSWERS: Readonly<Record<string, (length: number) => string[]>> = {
  'checksums and digits': (length) => {
    const bytes = bytesOf(length);
    return [
      answer(() => crc32(hexlify(bytes))),
      answer(() => crc32(unhexlify(hexlify(bytes)))),
      answer(() => [
        adler32(bytes),
        adler32(bytes, 0xfff0fff0),
        adler32(new Uint8Array(length).fill(255), 7),
      ]),
    ];
  },
  'pairs of digits with a stray character': (length) => {
    const pairs = hexlify(bytesOf(length)).decode();
    return [0, 1, 130, 131, 16383, 16384, 16385, 32768].flatMap((at) =>
      [' ', '\n', 'g', '5', 'F', '\x80', '::'].flatMap((stray) => {
        const spoilt = new Bytes(pairs.slice(0, at) + stray + pairs.slice(at), 'latin-1');
        return [
          answer(() => crc32(unhexlify(spoilt))),
          answer(() => crc32(unhexlify(spoilt, { ignorechars: new Bytes(' :', 'ascii') }))),
          answer(() => crc32(Bytes.fromhex(spoilt))),
        ];
      }),
    );
  },
  'base64 in each alphabet': (length) =>
    ALL.flatMap((alphabet) => {
      const text = b2a_base64(bytesOf(length), { alphabet, newline: false });
      return [
        String(crc32(text)),
        answer(() => crc32(a2b_base64(text, { alphabet }))),
        answer(() => crc32(a2b_base64(text, { alphabet, strict_mode: true, canonical: true }))),
      ];
    }),
  'base64 for addresses': (length) => {
    const url = urlsafe_b64encode(bytesOf(length));
    return [
      String(crc32(url)),
      answer(() => crc32(urlsafe_b64decode(url))),
      answer(() => crc32(urlsafe_b64decode(url.decode()))),
    ];
  },
};

/** What decoding makes of base64 with a stray character at this position, as text. */
function spoiltAt(at: number): string[] {
  const size = at < 1000 ? 1200 : at < 20_000 ? 20_000 : 70_000;
  const texts = [
    b2a_base64(data.subarray(0, size)).decode(),
    urlsafe_b64encode(data.subarray(0, size)).decode(),
  ];
  return ['=', '\n', '-', '+', '*', '\x7f', '\x80', 'A', '\u0141', '\u{1f600}'].flatMap((stray) =>
    texts.flatMap((text) => {
      const spoilt = text.slice(0, at) + stray + text.slice(at);
      const encoded = new Bytes(spoilt, 'utf-8');
      return [
        answer(() => crc32(a2b_base64(spoilt))),
        answer(() => crc32(urlsafe_b64decode(spoilt))),
        answer(() => crc32(a2b_base64(encoded))),
        answer(() => crc32(a2b_base64(encoded, { strict_mode: true }))),
      ];
    }),
  );
}

const TIERS = [
  { natives: true, wasm: false },
  { natives: false, wasm: true },
  { natives: true, wasm: true },
];

/** Expects that each tier gives the same answers as the loop. */
function agree(answers: () => string[]): void {
  const before = { ...tiers };
  try {
    setTiers({ natives: false, wasm: false });
    const plain = answers();
    expect(plain.length).toBeGreaterThan(2);
    expect(compileKernels()).not.toBeNull();
    for (const tier of TIERS) {
      setTiers(tier);
      expect(answers()).toEqual(plain);
    }
  } finally {
    setTiers(before);
  }
}

describe.each(LENGTHS)('every tier answers as the loop does, for %i bytes', (length) => {
  test.each(Object.keys(ANSWERS))('%s', (kind) => agree(() => ANSWERS[kind]!(length)));
});

test.each([0, 1, 15, 16, 300, 16383, 16384, 65535, 65536, 65537, 93000])(
  'every tier answers as the loop does, for base64 with a stray character at %i',
  (at) => agree(() => spoiltAt(at)),
);

test('the kernel knows the digits of every alphabet that it takes', () => {
  const k = compileKernels() as Kernels;
  const common = digits('')
    .split('')
    .map((digit) => digit.charCodeAt(0));
  const isCommon = (byte: number) => common.includes(byte);
  const others = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => !isCommon(byte) && byte !== 0x3d,
  );
  const target = new Uint8Array(32);
  const wrong: string[] = [];
  let refused = 0;
  let taken = 0;
  for (const plus of others) {
    for (const slash of [
      0,
      10,
      0x2b,
      0x2f,
      0x3a,
      0x40,
      0x5b,
      0x5f,
      0x60,
      0x7e,
      0x80,
      0xff,
      (plus + 1) & 255,
    ]) {
      if (plus === slash || !others.includes(slash)) continue;
      const alphabet = [...common, plus, slash];
      const text = new Uint8Array(32).fill(0x41);
      if (k.glue.fromBase64(k, text, 0, 32, target, 0, plus, slash) === 0) {
        // The kernels may refuse only if both are next to digits or letters, or among the first sixteen
        // control characters.
        const canStay = (byte: number) => byte > 15 && !isCommon(byte ^ (byte & 15) ^ 1);
        if (canStay(plus) || canStay(slash)) wrong.push(`${plus} ${slash}`);
        refused++;
        continue;
      }
      taken++;
      for (let byte = 0; byte < 256; byte++) {
        const at = byte % 32;
        text[at] = byte;
        const read = k.glue.fromBase64(k, text, 0, 32, target, 0, plus, slash);
        text[at] = 0x41;
        const value = alphabet.indexOf(byte);
        if (read !== (value >= 0 ? 32 : at < 16 ? 0 : 16)) wrong.push(`${plus} ${slash}: ${byte}`);
        if (value < 0) continue;
        const trio = 3 * (at >> 2);
        const bits = (target[trio]! << 16) | (target[trio + 1]! << 8) | target[trio + 2]!;
        if (bits !== value << (18 - 6 * (at & 3))) wrong.push(`${plus} ${slash}: ${byte} is ${bits}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(20);
  expect(taken).toBeGreaterThan(1000);
});
