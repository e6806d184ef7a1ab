/** Faults in hexadecimal text at every position, and platforms without the functions for text. */
import { PIECE } from '../../src/accelerate/layout.js';
import type * as Text from '../../src/accelerate/simd-text.js';
import { ascii, edges, glue, k, mixed, pieces, windowOf } from './support.js';

const DIGITS = ascii('0123456789abcdefABCDEF');
const LONG = 2 * PIECE + 70;

test.each(['g', ' ', '\xa0', '\0'])('%j within a pair is refused, wherever it is', (bad) => {
  const digits = mixed(LONG, DIGITS);
  const target = new Uint8Array(LONG);
  for (const at of edges(LONG)) {
    const changed = digits.slice();
    changed[at] = bad.charCodeAt(0);
    const [m, s, e] = windowOf(changed);
    expect([at, glue.fromHexBytes(k, m, s, e, target, 0)]).toEqual([at, -1]);
    const text = String.fromCharCode(...changed);
    expect([at, glue.fromHex(k, text, target, 0)]).toEqual([at, -1]);
  }
});

test('a digit that is missing at the end is noticed, whatever the length', () => {
  const target = new Uint8Array(LONG);
  for (const size of [1, 2, 3, 15, 16, 17, PIECE - 1, PIECE, PIECE + 1, LONG - 1, LONG]) {
    const digits = mixed(size, DIGITS);
    const wanted = size % 2 === 0 ? size / 2 : -1;
    expect([size, glue.fromHexBytes(k, digits, 0, size, target, 0)]).toEqual([size, wanted]);
    expect([size, glue.fromHex(k, String.fromCharCode(...digits), target, 0)]).toEqual([size, wanted]);
  }
  expect(glue.fromHexBytes(k, DIGITS, 3, 3, target, 0)).toBe(0);
  expect(glue.fromHex(k, '', target, 0)).toBe(0);
});

test('a pair that is split by the end of a piece is read whole', () => {
  const target = new Uint8Array(LONG);
  for (const spaces of [1, 2, 3]) {
    const text = `${' '.repeat(spaces)}${'a7'.repeat(PIECE)}`;
    const [m, s, e] = windowOf(ascii(text));
    for (const read of [
      () => glue.fromHex(k, text, target.fill(0), 2),
      () => glue.fromHexBytes(k, m, s, e, target.fill(0), 2),
    ]) {
      expect(read()).toBe(PIECE);
      expect(target.subarray(0, 2)).toEqual(new Uint8Array(2));
      expect(target.subarray(2, 2 + PIECE).every((byte) => byte === 0xa7)).toBe(true);
      expect(target[2 + PIECE]).toBe(0);
    }
  }
});

test('a character outside ASCII is refused before the kernels run', () => {
  for (const bad of ['\xe9', '\u0130', '\u{1f600}']) {
    const text = `${'00'.repeat(PIECE / 2 + 8)}${bad}0`;
    const read = pieces((kernels) => glue.fromHex(kernels, text, new Uint8Array(LONG), 0));
    expect(read).toEqual([['fromHex', PIECE]]);
  }
});

test('a short literal is one piece with its quotes', () => {
  for (const [size, count] of [
    [0, 1],
    [PIECE, 1],
    [PIECE + 1, 2],
  ] as const) {
    const m = new Uint8Array(size).fill(0x61);
    let literal = '';
    const made = pieces((kernels) => (literal = glue.repr(kernels, m, 0, size, 0x22)));
    expect(made.length).toBe(count);
    expect(literal === `b"${'a'.repeat(size)}"`).toBe(true);
  }
});

test('hexadecimal text is made piece by piece', () => {
  const m = new Uint8Array(LONG);
  const sizes = [
    ['hex', PIECE],
    ['hex', PIECE],
    ['hex', 70],
  ];
  expect(pieces((kernels) => glue.hex(kernels, m, 0, LONG))).toEqual(sizes);
  expect(pieces((kernels) => glue.hexInto(kernels, m, 0, LONG, new Uint8Array(2 * LONG), 0))).toEqual(sizes);
  expect(pieces((kernels) => glue.hexGroups(kernels, m, 0, LONG, 58, 1, 1)).map(([, n]) => n)).toEqual([
    PIECE,
    PIECE,
    70,
  ]);
});

/** The module on a platform with other globals. */
function textWith(globals: Record<string, unknown>): typeof Text {
  const before = Object.keys(globals).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)!] as const,
  );
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  try {
    let text: typeof Text | undefined;
    jest.isolateModules(() => {
      text = jest.requireActual<typeof Text>('../../src/accelerate/simd-text.js');
    });
    return text!;
  } finally {
    for (const [name, descriptor] of before) Object.defineProperty(globalThis, name, descriptor);
  }
}

test('the kernels make text with Buffer or a decoder, and read it with an encoder', () => {
  const noBuffer = { Buffer: undefined, process: undefined };
  const flags = ({ writesText, readsText }: typeof Text) => [writesText, readsText];
  expect(flags(textWith({}))).toEqual([true, true]);
  expect(flags(textWith(noBuffer))).toEqual([true, true]);
  expect(flags(textWith({ TextDecoder: undefined }))).toEqual([true, true]);
  expect(flags(textWith({ ...noBuffer, TextDecoder: undefined }))).toEqual([false, true]);
  expect(flags(textWith({ TextEncoder: undefined }))).toEqual([true, false]);
});

test('a browser makes the same text', () => {
  const browser = textWith({ Buffer: undefined, process: undefined });
  const [m, s, e] = windowOf(mixed(PIECE + 40, DIGITS));
  expect(browser.hex(k, m, s, e)).toBe(glue.hex(k, m, s, e));
  expect(browser.hexGroups(k, m, s, e, 58, 3, 4)).toBe(glue.hexGroups(k, m, s, e, 58, 3, 4));
  expect(browser.repr(k, m, s, e, 0x27)).toBe(glue.repr(k, m, s, e, 0x27));
  expect(browser.repr(k, m, s, s + 40, 0x27)).toBe(glue.repr(k, m, s, s + 40, 0x27));
  const target = new Uint8Array(e - s);
  const text = browser.hex(k, m, s, e);
  expect(browser.fromHex(k, text, target, 0)).toBe(e - s);
  expect(Buffer.compare(target, m.subarray(s, e))).toBe(0);
});
