// Single items: their formats, packing and unpacking, half floats.
import { Kind, dataView, fitsFloat16, float16Bits, float16FromBits } from '../../src/formats/index.js';
import {
  kindSize,
  nativeKind,
  packItem,
  parseItemFormat,
  standardKind,
  unpackItem,
} from '../../src/formats/index.js';
import { ILP32, PyComplex, useABI } from '../../src/python/index.js';
import { Range } from '../../src/memory/index.js';

describe('parseItemFormat', () => {
  test('native codes with an optional @', () => {
    const sizes = [...'?cbBhHiIlLqQnNefdP'].map((code) => `${code}${parseItemFormat(code)!.size}`);
    expect(sizes.join(' ')).toBe('?1 c1 b1 B1 h2 H2 i4 I4 l8 L8 q8 Q8 n8 N8 e2 f4 d8 P8');
    expect(parseItemFormat('@Zf')).toEqual({ format: '@Zf', code: 'Zf', size: 8, kind: Kind.C64 });
    expect(parseItemFormat('Zd')).toEqual({ format: 'Zd', code: 'Zd', size: 16, kind: Kind.C128 });
  });

  test('refuses everything else', () => {
    for (const format of [
      '',
      '@',
      '@@B',
      '<B',
      '=i',
      '2H',
      'BB',
      'F',
      'D',
      'Z',
      'Zi',
      'x',
      's',
      'p',
      'T{i:x:}',
    ]) {
      expect([format, parseItemFormat(format)]).toEqual([format, null]);
    }
  });

  test('l L n N P follow the ABI, the standard sizes do not', () => {
    const before = useABI(ILP32);
    try {
      expect([...'lLnNP'].map((code) => kindSize(nativeKind(code)!))).toEqual([4, 4, 4, 4, 4]);
    } finally {
      useABI(before);
    }
    expect([standardKind('l'), standardKind('L'), standardKind('n'), standardKind('P')]).toEqual([
      Kind.I32,
      Kind.U32,
      null,
      null,
    ]);
  });
});

describe('items', () => {
  const memory = new Uint8Array(24);
  const data = dataView(memory.subarray(1));

  test('written items are read back, in both byte orders and unaligned', () => {
    const cases: [Kind, number | bigint | boolean | PyComplex][] = [
      [Kind.U8, 255],
      [Kind.I8, -128],
      [Kind.BOOL, true],
      [Kind.I16, -32768],
      [Kind.U16, 65535],
      [Kind.I32, -2147483648],
      [Kind.U32, 4294967295],
      [Kind.I64, -9223372036854775808n],
      [Kind.U64, 18446744073709551615n],
      [Kind.F16, -65504],
      [Kind.F32, 1.5],
      [Kind.F64, Math.PI],
      [Kind.C64, new PyComplex(1.5, -0)],
      [Kind.C128, new PyComplex(Math.PI, NaN)],
    ];
    for (const littleEndian of [true, false]) {
      for (const [kind, value] of cases) {
        packItem(kind, data, 2, value, littleEndian);
        expect(unpackItem(kind, data, 2, littleEndian)).toEqual(value);
      }
    }
    packItem(Kind.CHAR, data, 0, new Range(new Uint8Array([7, 9]), 1, 1));
    expect(memory[1]).toBe(9);
  });

  test('64-bit integers from numbers equal those from bigints', () => {
    const wrong: unknown[] = [];
    for (const value of [
      0,
      1,
      -1,
      2 ** 32,
      -(2 ** 32),
      2 ** 53 - 1,
      -(2 ** 53) + 1,
      4294967295,
      -4294967297,
    ]) {
      for (const littleEndian of [true, false]) {
        packItem(Kind.I64, data, 3, value, littleEndian);
        if (unpackItem(Kind.I64, data, 3, littleEndian) !== BigInt(value)) wrong.push(value);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('any byte but zero is true', () => {
    memory.fill(2);
    expect(unpackItem(Kind.BOOL, data, 0)).toBe(true);
  });
});

describe('half precision', () => {
  test('all 65,536 patterns survive, NaN payloads included', () => {
    const wrong: number[] = [];
    for (let bits = 0; bits < 65536; bits++) {
      if (float16Bits(float16FromBits(bits)) !== bits) wrong.push(bits);
    }
    expect(wrong).toEqual([]);
  });

  test('rounds half to even, also between subnormals and into the next exponent', () => {
    const cases: [number, number][] = [
      [2049 / 2048, 0x3c00],
      [2051 / 2048, 0x3c02],
      [2 ** -25, 0],
      [2 ** -25 * 1.000001, 1],
      [3 * 2 ** -25, 2],
      [1.99999, 0x4000],
      [2 ** -14 - 2 ** -26, 0x400],
      [65519.99, 0x7bff],
      [65520, 0x7c00],
      [-Infinity, 0xfc00],
      [-0, 0x8000],
    ];
    expect(cases.map(([value]) => float16Bits(value))).toEqual(cases.map(([, bits]) => bits));
    expect([65519.99, -65520, Infinity, NaN, 1e300].map(fitsFloat16)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});
