/** The last value that fits and the first that does not, for `array`, `struct` and `base64`, as in CPython 3.15. */
import { ILP32, LP64, PyComplex, b, useABI } from 'pybuffer';
import { PyArray } from 'pybuffer/array';
import { a85decode, b85decode } from 'pybuffer/base64';
import * as codecs from 'pybuffer/codecs';
import { BytesIO } from 'pybuffer/io';
import * as struct from 'pybuffer/struct';
import { pythonOf } from '../python-of.js';

const LONG = 'Python int too large to convert to C long';
const NEGATIVE = "can't convert negative value to unsigned int";

test.each([
  ['b', 8, 'signed char is less than minimum', 'signed char is greater than maximum'],
  ['B', 8, 'unsigned byte integer is less than minimum', 'unsigned byte integer is greater than maximum'],
  ['h', 16, 'signed short integer is less than minimum', 'signed short integer is greater than maximum'],
  ['H', 16, 'unsigned short is less than minimum', 'unsigned short is greater than maximum'],
  ['i', 32, 'signed integer is less than minimum', 'signed integer is greater than maximum'],
  ['I', 32, NEGATIVE, 'unsigned int is greater than maximum'],
  ['l', 64, LONG, LONG],
  ['L', 64, NEGATIVE, 'Python int too large to convert to C unsigned long'],
  ['q', 64, 'int too big to convert', 'int too big to convert'],
  ['Q', 64, "can't convert negative int to unsigned", 'int too big to convert'],
] as const)("array('%s')", (code, bits, below, above) => {
  const isSigned = code === code.toLowerCase();
  const low = isSigned ? -(2n ** BigInt(bits - 1)) : 0n;
  const high = 2n ** BigInt(isSigned ? bits - 1 : bits) - 1n;
  const items = new PyArray(code, [low, high]);
  expect([BigInt(items.get(0)), BigInt(items.get(1))]).toEqual([low, high]);
  for (const [value, message] of [
    [low - 1n, below],
    [high + 1n, above],
  ] as const) {
    const given = bits < 64 ? Number(value) : value;
    expect(() => items.append(given)).toThrow(message);
    expect(() => items.set(0, given)).toThrow(message);
    expect(() => new PyArray(code, [given])).toThrow(message);
  }
  expect(items).toHaveLength(2);
});

const TOO_LARGE = 'OverflowError: float too large to pack with f format';
test.each<[string, PyComplex, string, string]>([
  ['1e39', new PyComplex(1e39, 0), TOO_LARGE, "b'\\x00\\x00\\x80\\x7f\\x00\\x00\\x00\\x00'"],
  ['1e39j', new PyComplex(0, 1e39), TOO_LARGE, "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x80\\x7f'"],
  ['1+1j', new PyComplex(1, 1), "b'?\\x80\\x00\\x00?\\x80\\x00\\x00'", "b'\\x00\\x00\\x80?\\x00\\x00\\x80?'"],
  [
    'inf+nanj',
    new PyComplex(Infinity, NaN),
    "b'\\x7f\\x80\\x00\\x00\\x7f\\xc0\\x00\\x00'",
    "b'\\x00\\x00\\x80\\x7f\\x00\\x00\\xc0\\x7f'",
  ],
])('complex %s in the format F', (_, value, big, little) => {
  for (const order of ['>', '!']) expect(pythonOf(() => struct.pack(`${order}F` as string, value))).toBe(big);
  for (const order of ['<', '=', '@'])
    expect(pythonOf(() => struct.pack(`${order}F` as string, value))).toBe(little);
});

test('the largest groups of base85', () => {
  const full = "b'\\xff\\xff\\xff\\xff'";
  expect(pythonOf(() => b85decode('|NsC0'))).toBe(full);
  expect(pythonOf(() => a85decode('s8W-!'))).toBe(full);
  for (const text of ['|NsC1', '~~~~~', '|NsC', '|NsD', '|Nt', '~', '~~'])
    expect(() => b85decode(text)).toThrow('Base85 overflow in hunk starting at byte 0');
  for (const text of ['s8W-"', 'uuuuu', 's8W-', 's8W.', 'u', 'uu', 's8X'])
    expect(() => a85decode(text)).toThrow('Ascii85 overflow');
});

test('an array reads the requested number of items, and keeps those of a file that ends early', () => {
  const items = new PyArray('H', [1]);
  items.fromfile(new BytesIO(b`ab`), 0);
  expect(items.tolist()).toEqual([1]);
  expect(() => items.fromfile(new BytesIO(b`ab`), -1)).toThrow('n cannot be negative');
  expect(() => items.fromfile(new BytesIO(b`ab`), 2)).toThrow("read() didn't return enough bytes");
  expect(items.tolist()).toEqual([1, 25185]);
});

test('subscripts of an array are its items, and undefined beyond them', () => {
  const items = new PyArray('H', [5, 6]);
  expect([items[0], items[1], items[2], items[-1 as 0], items[-2 as 0], items[-3 as 0]]).toEqual([
    5,
    6,
    undefined,
    6,
    5,
    undefined,
  ]);
});

test('a format has the sizes of the machine that it is used for, again and again', () => {
  try {
    for (const [abi, size] of [
      [LP64, 8],
      [ILP32, 4],
      [LP64, 8],
    ] as const) {
      useABI(abi);
      for (let i = 0; i < 3; i++) expect(struct.calcsize('@l')).toBe(size);
      expect(struct.pack('@l', 1)).toHaveLength(size);
      expect(struct.calcsize('@lB')).toBe(size + 1);
      expect(struct.calcsize('@l')).toBe(size);
    }
  } finally {
    useABI(LP64);
  }
});

test.each([
  ['utf-16', '\\xff\\xfec\\x00b\\x00', '\\xff\\xfec\\x00d\\x00'],
  ['utf-8-sig', '\\xef\\xbb\\xbfcb', '\\xef\\xbbcd'],
  ['utf-16-le', 'c\\x00b\\x00', 'a\\x00c\\x00d\\x00'],
])('a writer of %s begins anew at the start of its stream only', (name, atStart, elsewhere) => {
  const writing = (run: (writer: codecs.StreamWriter) => void): string => {
    const stream = new BytesIO();
    run(new (codecs.getwriter(name))(stream as never));
    return stream.getvalue().repr().slice(2, -1);
  };
  expect(
    writing((writer) => {
      writer.write('a');
      writer.write('b');
      writer.seek(0);
      writer.write('c');
    }),
  ).toBe(atStart);
  expect(
    writing((writer) => {
      writer.write('a');
      writer.seek(2);
      writer.write('c');
      writer.seek(0, 1);
      writer.write('d');
    }),
  ).toBe(elsewhere);
});
