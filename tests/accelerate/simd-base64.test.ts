/** Base64 of every alphabet through the kernels, faults at every position, and the sums of Adler-32. */
import { DECODING, ENCODING, PIECE } from '../../src/accelerate/layout.js';
import { ALL, OUTSIDE, ascii, edges, glue, k, mixed, windowOf } from './support.js';

const DIGITS = [...ascii('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')];
const isShared = (byte: number) => DIGITS.includes(byte);

/** Some bytes of each upper half that may be one of the last two digits. */
const LAST = [...ALL].filter((byte) => !isShared(byte) && [0, 5, 10, 11, 15].includes(byte & 15));

/** All digits of an alphabet in order, each vector of 16 in another order. */
const everyDigit = (plus: number, slash: number) => [
  ...DIGITS,
  plus,
  slash,
  slash,
  plus,
  ...DIGITS.reverse(),
];

/** The bytes that digits stand for. */
function decoded(text: readonly number[], values: ReadonlyMap<number, number>): number[] {
  const result: number[] = [];
  for (let i = 0; i < text.length; i += 4) {
    const [a, b, c, d] = text.slice(i, i + 4).map((digit) => values.get(digit)!);
    result.push((a! << 2) | (b! >> 4), ((b! & 15) << 4) | (c! >> 2), ((c! & 3) << 6) | d!);
  }
  return result;
}

test('every pair of last digits encodes and decodes, or is refused', () => {
  const text = everyDigit(0x2b, 0x2f);
  const wrong: unknown[] = [];
  const refused = new Set<boolean>();
  const common = new Map(DIGITS.map((digit) => [digit, 0]));
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
    .split('')
    .forEach((digit, value) => common.set(digit.charCodeAt(0), value));
  const bytes = decoded(text, new Map([...common, [0x2b, 62], [0x2f, 63]]));
  const [m, s, e] = windowOf(bytes);
  expect(bytes.length % 12).toBe(0);
  const got = new Uint8Array(text.length);
  const back = new Uint8Array(bytes.length);
  // A row of letters or of the digits 0 to 9.
  const isTaken = (digit: number) => digit < 16 || (digit >= 0x30 && digit < 0x80);
  for (const plus of LAST) {
    for (const slash of LAST.filter((byte) => byte !== plus)) {
      glue.toBase64(k, m, s, e, got, 0, plus, slash);
      const wanted = text.map((digit) => (digit === 0x2b ? plus : digit === 0x2f ? slash : digit));
      if (Buffer.compare(got, Uint8Array.from(wanted)) !== 0) wrong.push(['encodes', plus, slash]);
      const isRefused = isTaken(plus) && isTaken(slash);
      refused.add(isRefused);
      const read = glue.fromBase64(k, got, 0, got.length, back, 0, plus, slash);
      if (read !== (isRefused ? 0 : text.length)) wrong.push(['reads', plus, slash, read]);
      else if (!isRefused && Buffer.compare(back, Uint8Array.from(bytes)) !== 0) {
        wrong.push(['decodes', plus, slash]);
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(refused.size).toBe(2);
});

test.each([
  ['+/', 0x2b, 0x2f],
  ['-_', 0x2d, 0x5f],
  ['bytes outside of ASCII', 0xc1, 0xd0],
])('with %s every other byte ends the decoding', (_, plus, slash) => {
  const text = Uint8Array.from([...DIGITS, plus, slash]);
  const target = new Uint8Array(48);
  for (const byte of ALL) {
    const isDigit = text.includes(byte);
    for (const at of [0, 15, 16, 31, 47, 63]) {
      const changed = text.slice();
      changed[at] = byte;
      const wanted = isDigit ? 64 : at - (at % 16);
      const read = glue.fromBase64(k, changed, 0, 64, target, 0, plus, slash);
      expect([byte, at, read]).toEqual([byte, at, wanted]);
    }
  }
});

test('an alphabet that is refused leaves the vectors of the one before', () => {
  const text = ascii('ABCD+/+/abcd0189');
  const target = new Uint8Array(12);
  const read = (plus: string, slash: string) =>
    glue.fromBase64(k, text, 0, 16, target, 0, plus.charCodeAt(0), slash.charCodeAt(0));
  expect([read('+', '/'), read('@', '['), read('+', '/'), read('-', '_'), read('+', '/')]).toEqual([
    16, 0, 16, 0, 16,
  ]);
});

/** Which vectors a call writes to the kernels' memory. */
function written(call: () => void): number[] {
  const places: number[] = [];
  const { memory } = k;
  const set = jest.spyOn(memory, 'set').mockImplementation(function (this: Uint8Array, source, at) {
    places.push(at!);
    Uint8Array.prototype.set.call(this, source, at);
  });
  try {
    call();
  } finally {
    set.mockRestore();
    Reflect.deleteProperty(memory, 'set');
  }
  return places.filter((place) => place === ENCODING || place === DECODING);
}

test('the vectors of an alphabet are written once', () => {
  const target = new Uint8Array(16);
  const encode = (last: string) => () =>
    glue.toBase64(k, ALL, 0, 12, target, 0, last.charCodeAt(0), last.charCodeAt(1));
  const decode = (last: string) => () =>
    glue.fromBase64(k, ascii('ABCD+/+/abcd0189'), 0, 16, target, 0, last.charCodeAt(0), last.charCodeAt(1));
  encode('+/')();
  decode('+/')();
  expect([encode('+/'), decode('+/')].map(written)).toEqual([[], []]);
  // Each of the two digits counts.
  expect([encode('+_'), encode('-_'), encode('-_')].map(written)).toEqual([[ENCODING], [ENCODING], []]);
  expect([decode('+_'), decode('-_'), decode('-_')].map(written)).toEqual([[DECODING], [DECODING], []]);
});

test('decoding stops at a fault, whichever piece it is in', () => {
  const size = 2 * PIECE + 64;
  const digits = mixed(size, DIGITS);
  const target = new Uint8Array((size / 4) * 3 + 8);
  for (const at of edges(size)) {
    const [m, s, e] = windowOf(digits);
    m[s + at] = 0x3d;
    target.fill(OUTSIDE);
    const read = at - (at % 16);
    expect([at, glue.fromBase64(k, m, s, e, target, 4, 0x2b, 0x2f)]).toEqual([at, read]);
    const end = 4 + (read / 4) * 3;
    expect(target.subarray(0, 4).every((byte) => byte === OUTSIDE)).toBe(true);
    const wanted = Buffer.from(Buffer.from(digits.subarray(0, read)).toString('latin1'), 'base64');
    expect(Buffer.compare(target.subarray(4, end), wanted)).toBe(0);
    expect(target.subarray(end).every((byte) => byte === OUTSIDE)).toBe(true);
  }
});
