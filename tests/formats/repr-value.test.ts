// repr and ascii of Python values against results recorded from CPython.
import fc from 'fast-check';
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { PyArray } from '../../src/companions/array/index.js';
import { BytesIO } from '../../src/companions/io/index.js';
import { Struct } from '../../src/companions/struct/index.js';
import { PyKeyError, PyTypeError, PyValueError } from '../../src/exceptions/index.js';
import { floatRepr } from '../../src/formats/repr-number.js';
import { isPrintable } from '../../src/formats/repr-text.js';
import { asciiValue, reprValue } from '../../src/formats/repr-value.js';
import { MemoryView } from '../../src/memoryview/index.js';
import { Ellipsis, NotImplemented, PyComplex, PyFloat, Slice, tuple } from '../../src/python/index.js';

/** Recorded from CPython: a double and its repr. */
const FLOATS: readonly (readonly [number, string])[] = [
  [1e16, '1e+16'],
  [1e15, '1000000000000000.0'],
  [1e22, '1e+22'],
  [1e23, '1e+23'],
  [5e-324, '5e-324'],
  [-0, '-0.0'],
  [0, '0.0'],
  [1, '1.0'],
  [0.1, '0.1'],
  [1 / 3, '0.3333333333333333'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [-1.6804837890654456e-5, '-1.6804837890654456e-05'],
  [9999999999999998, '9999999999999998.0'],
  [12345678901234567, '1.2345678901234568e+16'],
  [1234567890123456.7, '1234567890123456.8'],
  [-5895441933131040, '-5895441933131040.0'],
  [-3.909497031332271e19, '-3.909497031332271e+19'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [2.2250738585072014e-308, '2.2250738585072014e-308'],
  [-2.72491267476498e-229, '-2.72491267476498e-229'],
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
  [NaN, 'nan'],
];

/** Recorded from CPython: a string, its repr and its ascii(). */
const TEXTS: readonly (readonly [string, string, string])[] = [
  ['', "''", "''"],
  ["it's", `"it's"`, `"it's"`],
  ['"', `'"'`, `'"'`],
  [`'"`, `'\\'"'`, `'\\'"'`],
  ['\\', "'\\\\'", "'\\\\'"],
  ['\t\n\r\0\x1f\x7f', "'\\t\\n\\r\\x00\\x1f\\x7f'", "'\\t\\n\\r\\x00\\x1f\\x7f'"],
  ['\x80\xa0\xad\xff', "'\\x80\\xa0\\xad\xff'", "'\\x80\\xa0\\xad\\xff'"],
  [
    '\u20ac\u2028\u200b\ufeff\ufffe\ue000',
    "'\u20ac\\u2028\\u200b\\ufeff\\ufffe\\ue000'",
    "'\\u20ac\\u2028\\u200b\\ufeff\\ufffe\\ue000'",
  ],
  [
    '\u{1f600}\u{e0001}\u{10ffff}',
    "'\u{1f600}\\U000e0001\\U0010ffff'",
    "'\\U0001f600\\U000e0001\\U0010ffff'",
  ],
  ['\ud800x\udc00', "'\\ud800x\\udc00'", "'\\ud800x\\udc00'"],
  ['\u0378\u3000 x', "'\\u0378\\u3000 x'", "'\\u0378\\u3000 x'"],
];

test('floats as CPython recorded them', () => {
  const wrong = FLOATS.filter(
    ([value, text]) => floatRepr(value) !== text || reprValue(new PyFloat(value)) !== text,
  );
  expect(wrong).toEqual([]);
});

test('a float reads back as itself', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(floatRepr(value))).toBe(value);
    }),
  );
});

test('strings as CPython recorded them', () => {
  const wrong = TEXTS.filter(([text, repr, ascii]) => reprValue(text) !== repr || asciiValue(text) !== ascii);
  expect(wrong).toEqual([]);
  expect([' ', 'a', '\xe9', '\u{1f600}'].every(isPrintable)).toBe(true);
  expect(['\0', '\xa0', '\ud800', '\u{e0001}'].some(isPrintable)).toBe(false);
});

test('containers, and those that hold themselves', () => {
  const list: unknown[] = [];
  list.push(list);
  const dict: Record<string, unknown> = {};
  dict['d'] = dict;
  const inner: unknown[] = [];
  const loop = tuple(inner);
  inner.push(loop);
  const cases: [unknown, string][] = [
    [list, '[[...]]'],
    [dict, "{'d': {...}}"],
    [loop, '([(...)],)'],
    [[list, list], '[[[...]], [[...]]]'],
    [tuple(1), '(1,)'],
    [tuple(), '()'],
    [[], '[]'],
    [{}, '{}'],
    [new Map<unknown, unknown>([[1, [2, tuple(3)]]]), '{1: [2, (3,)]}'],
    [new Set(), 'set()'],
    [new Set([1]), '{1}'],
    [[true, null, undefined, Ellipsis], '[True, None, None, Ellipsis]'],
  ];
  expect(cases.map(([value]) => reprValue(value))).toEqual(cases.map(([, text]) => text));
});

test('everything else', () => {
  const cases: [unknown, string][] = [
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [-(2n ** 70n), '-1180591620717411303424'],
    [1.5, '1.5'],
    [new PyComplex(1, 2), '(1+2j)'],
    [new PyComplex(-0, -1), '(-0-1j)'],
    [new PyComplex(0, -0), '-0j'],
    [new PyComplex(NaN, Infinity), '(nan+infj)'],
    [new PyComplex(1e16, 1e-5), '(1e+16+1e-05j)'],
    [new Slice(1, null, 2), 'slice(1, None, 2)'],
    [NotImplemented, 'NotImplemented'],
    [new PyValueError('x'), "ValueError('x')"],
    [new PyKeyError(), 'KeyError()'],
    [new Bytes([0x27, 0xff]), `b"'\\xff"`],
    [{ __repr__: () => 'mine' }, 'mine'],
    [new (class Thing {})(), '<Thing object>'],
  ];
  expect(cases.map(([value]) => reprValue(value))).toEqual(cases.map(([, text]) => text));
  expect(() => reprValue(10n ** 4300n)).toThrow(
    'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  );
  class Wrong {
    __repr__(): number {
      return 1;
    }
  }
  expect(() => reprValue(new Wrong())).toThrow(
    new PyTypeError('Wrong.__repr__() must return a str, not int'),
  );
});

test('classes have their Python names', () => {
  class Mine extends ByteArray {}
  class Other {}
  const classes = [Bytes, ByteArray, MemoryView, PyArray, BytesIO, Struct, PyValueError, Mine, Other];
  expect(classes.map((cls) => reprValue(cls))).toEqual(
    [
      'bytes',
      'bytearray',
      'memoryview',
      'array.array',
      '_io.BytesIO',
      '_struct.Struct',
      'ValueError',
      'Mine',
      'Other',
    ].map((name) => `<class '${name}'>`),
  );
});
