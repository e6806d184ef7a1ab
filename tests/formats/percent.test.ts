/** `%` of bytes: arguments of every kind, in order and by key, and too few of them. CPython 3.15's answers. */
import { ByteArray, Bytes } from '../../src/bytes/index.js';
import { reprValue } from '../../src/formats/repr-value.js';
import { NotImplemented, tuple } from '../../src/python/index.js';
import { operator } from '../../src/runtime/index.js';
import { pythonOf } from '../python-of.js';

const ascii = (text: string) => new Bytes(text, 'ascii');
const dict = (...keys: string[]) =>
  new Map(keys.map((key, i) => [ascii(key), i === 0 ? ascii('x') : ascii('y')] as const));

class WithMissing extends Map<unknown, unknown> {
  __missing__(key: Bytes): Bytes {
    return ascii('<').concat(key).concat(ascii('>'));
  }
}
class B {
  __bytes__(): unknown {
    return new ByteArray(ascii('x'));
  }
}
class C {
  __bytes__(): Bytes {
    return ascii('bytes');
  }
}
const convertible = (type: string) =>
  `TypeError: format argument: %b requires a bytes-like object, or an object that implements __bytes__, not ${type}`;
const unused = (required: number, got: number) =>
  `TypeError: not all arguments converted during bytes formatting (required ${required}, got ${got})`;
const TOO_FEW = 'TypeError: not enough arguments for format string (got 1)';
const ONE_BYTE = 'TypeError: format argument: %c requires an integer in range(256) or a single byte, not ';
const LIMIT =
  'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit';

test.each<[string, unknown, string]>([
  ['%(a)s', dict('a'), "b'x'"],
  ['%(a)s', dict('b', 'a'), "b'y'"],
  ['%(a)s', dict(), "KeyError: b'a'"],
  ['%(a)s', dict('aa'), "KeyError: b'a'"],
  ['%(a)s', new WithMissing(), "b'<a>'"],
  ['%(a)s', 5, 'TypeError: format requires a mapping, not int'],
  ['%(a)s', tuple(1), 'TypeError: format requires a mapping, not tuple'],
  ['%(a)s', [1], 'TypeError: list indices must be integers or slices, not bytes'],
  ['%(a)s', ascii('ab'), 'TypeError: format requires a mapping, not bytes'],
  ['%(a)s %s', dict('a'), 'ValueError: format requires a parenthesised mapping key at position 6'],
  ['%s %(a)s', dict('a'), convertible('dict')],
  ['x', 5, unused(0, 1)],
  ['x', dict(), "b'x'"],
  ['x', dict('a'), "b'x'"],
  ['x', tuple(), "b'x'"],
  ['x', tuple(1), unused(0, 1)],
  ['x', [1], "b'x'"],
  ['x', ascii('a'), unused(0, 1)],
  ['%s%s', ascii('a'), TOO_FEW],
  ['%s%s', tuple(ascii('a')), TOO_FEW],
  ['%s%s', tuple(ascii('a'), ascii('b'), ascii('c')), unused(2, 3)],
  ['%b', new B(), 'TypeError: B.__bytes__() must return a bytes, not bytearray'],
  ['%b', new C(), "b'bytes'"],
  ['%b', 'a', convertible('str')],
  ['%b', null, convertible('NoneType')],
  ['%x', 2 ** 60, "b'1000000000000000'"],
  ['%x', -(2 ** 60), "b'-1000000000000000'"],
  ['%o', 2n ** 60n, "b'100000000000000000000'"],
  ['%d', 'a', 'TypeError: format argument: %d requires a real number, not str'],
  ['%d', null, 'TypeError: format argument: %d requires a real number, not NoneType'],
  ['%d', () => 0, 'TypeError: format argument: %d requires a real number, not function'],
  ['%d', 1.5, "b'1'"],
  ['%d', 2 ** 60, "b'1152921504606846976'"],
  ['%d', -0, "b'0'"],
  ['%d', 10n ** 4300n, LIMIT],
  ['%d', -(10n ** 4300n), LIMIT],
  ['%d', -(10n ** 4300n) + 1n, `b'-${'9'.repeat(4300)}'`],
  ['%*d', tuple(5, 1), "b'    1'"],
  ['%*d', tuple(-5, 1), "b'1    '"],
  ['%*d', tuple(5), TOO_FEW],
  ['%*d', tuple('a', 1), 'TypeError: format argument 1: * requires int, not str'],
  ['%(a)*d', dict('a'), 'ValueError: * cannot be used with a parenthesised mapping key at position 0'],
  ['%.*f', tuple(2, 1.5), "b'1.50'"],
  ['%c', 65, "b'A'"],
  ['%c', ascii('a'), "b'a'"],
  ['%c', new ByteArray(ascii('q')), "b'q'"],
  ['%c', 256, 'OverflowError: format argument: %c argument not in range(256)'],
  ['%c', -1, 'OverflowError: format argument: %c argument not in range(256)'],
  ['%c', ascii('ab'), `${ONE_BYTE}a bytes object of length 2`],
  ['%c', 'a', `${ONE_BYTE}str`],
  ['%', 1, 'ValueError: stray % at position 0'],
  ['%(a', dict(), 'ValueError: stray % or incomplete format key at position 0'],
  ['%y', 1, 'ValueError: unsupported format %y at position 0'],
  ['%5%', tuple(), 'TypeError: not enough arguments for format string (got 0)'],
  ['%%', tuple(), "b'%'"],
])('%j of %p', (format, args, expected) => {
  expect(pythonOf(() => operator.mod(ascii(format), args))).toBe(expected);
});

test('a plain object is a mapping of text to values', () => {
  expect(pythonOf(() => ascii('%(a)s-%(b)d').mod({ a: ascii('x'), b: 5 } as never))).toBe("b'x-5'");
  expect(pythonOf(() => ascii('%(toString)s').mod({ a: 1 } as never))).toBe("KeyError: b'toString'");
});

test('values that Python lacks have distinct reprs', () => {
  const values = [NotImplemented, Symbol('mine'), undefined, [1, 2], new Set([1, 2]), new Map([[1, 2], [3, 4]])]; // prettier-ignore
  expect(values.map((value) => reprValue(value))).toEqual([
    'NotImplemented',
    '<Symbol(mine)>',
    'None',
    '[1, 2]',
    '{1, 2}',
    '{1: 2, 3: 4}',
  ]);
});

test('fields of ints, those that are written without reading a whole conversion and their neighbours', () => {
  const table: readonly (readonly [format: string, answers: string])[] = [
    ['%d', '0|7|123456789|-5|9007199254740991|-255'],
    ['%x', '0|7|75bcd15|-5|1fffffffffffff|-ff'],
    ['%5d', '    0|    7|123456789|   -5|9007199254740991| -255'],
    ['%05d', '00000|00007|123456789|-0005|9007199254740991|-0255'],
    ['%2x', ' 0| 7|75bcd15|-5|1fffffffffffff|-ff'],
    ['%04x', '0000|0007|75bcd15|-005|1fffffffffffff|-0ff'],
    ['%0d', '0|7|123456789|-5|9007199254740991|-255'],
    ['%00d', '0|7|123456789|-5|9007199254740991|-255'],
    ['%010d', '0000000000|0000000007|0123456789|-000000005|9007199254740991|-000000255'],
    ['%12d', '           0|           7|   123456789|          -5|9007199254740991|        -255'],
    ['%0005d', '00000|00007|123456789|-0005|9007199254740991|-0255'],
  ];
  const values = [0, 7, 123456789, -5, 2 ** 53 - 1, -255];
  expect(
    table.map(([format]) => [format, values.map((value) => ascii(format).mod(value).decode()).join('|')]),
  ).toEqual(table);
});
