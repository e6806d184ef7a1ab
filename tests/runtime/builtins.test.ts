/** Builtin functions over our types and the host's values: each row has a Python expression and CPython's answer. */
import { ByteArray, Bytes, MemoryView, PyException, PyValueError } from 'pybuffer';
import { PyComplex } from '../../src/python/index.js';
import { PyFloat, Slice, builtins, call, callMethod, configure, operator, tuple } from 'pybuffer/runtime';

const b = new Bytes('a,b', 'ascii');
const a = () => new ByteArray(b);
const m = () => new MemoryView(a());
const ascii = (text: string) => new Bytes(text, 'ascii');
const f = (value: number) => new PyFloat(value);

class Counter {
  __getitem__(index: number) {
    if (index > 2) operator.getitem([], 0);
    return index;
  }
}
class Bad {
  __len__() {
    return -1;
  }
  __repr__() {
    return 1;
  }
  __hash__() {
    return 'a';
  }
  __iter__() {
    return 5;
  }
}
class X {}

const {
  abs,
  all,
  any,
  bin,
  bool,
  bytearray,
  bytes,
  chr,
  divmod,
  enumerate,
  filter,
  float,
  format,
  hex,
  int,
  isinstance,
  iter,
  len,
  list,
  map,
  max,
  memoryview,
  min,
  next,
  oct,
  ord,
  pow,
  range,
  repr,
  reversed,
  round,
  sorted,
  str,
  sum,
  zip,
} = builtins;

const NOT_A_TYPE = 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union';
const TWO_PAST_70 = '[1180591620717411303424, 1180591620717411303422]';
const ZERO_POWER = 'ZeroDivisionError: zero to a negative or complex power';

const cases: [string, () => unknown, string][] = [
  ['len(1)', () => len(1), "TypeError: object of type 'int' has no len()"],
  ['len(None)', () => len(null), "TypeError: object of type 'NoneType' has no len()"],
  ['len("😀")', () => len('😀'), '1'],
  ['len(Bad())', () => len(new Bad()), 'ValueError: __len__() should return >= 0'],
  ['repr(Bad())', () => repr(new Bad()), 'TypeError: Bad.__repr__() must return a str, not int'],
  [
    'hash(slice([], 1))',
    () => builtins.hash(new Slice([] as never, 1)),
    "TypeError: unhashable type: 'list'",
  ],
  ['hash(Bad())', () => builtins.hash(new Bad()), 'TypeError: __hash__ method should return an integer'],
  ['iter(Bad())', () => iter(new Bad()), 'TypeError: Bad.__iter__() must return an iterator, not int'],
  ['iter(1)', () => iter(1), "TypeError: 'int' object is not iterable"],
  ['iter(b, 1)', () => iter(b, 1), 'TypeError: iter(v, w): v must be callable'],
  ['next(1)', () => next(1), "TypeError: 'int' object is not an iterator"],
  ['next(b)', () => next(b), "TypeError: 'bytes' object is not an iterator"],
  ["next(iter(b''))", () => next(iter(new Bytes())), 'StopIteration: '],
  ["next(iter(b''), 5)", () => next(iter(new Bytes()), 5), '5'],
  ['list(Counter())', () => list(new Counter()), '[0, 1, 2]'],
  ['1 in Counter()', () => operator.contains(new Counter(), 1), 'True'],
  ['reversed(1)', () => reversed(1), "TypeError: 'int' object is not reversible"],
  ['list(reversed(b))', () => list(reversed(b)), '[98, 44, 97]'],
  [
    'list(reversed(dict))',
    () =>
      list(
        reversed(
          new Map([
            [1, 2],
            [3, 4],
          ]),
        ),
      ),
    '[3, 1]',
  ],
  ['list(reversed(range(5)))', () => list(reversed(range(5))), '[4, 3, 2, 1, 0]'],
  ['list({"a": 1})', () => list({ a: 1 }), "['a']"],
  ['bool(m), bool([])', () => tuple(bool(m()), bool([])), '(True, False)'],
  [
    "ord(b'ab')",
    () => ord(ascii('ab')),
    'TypeError: ord() expected a character, but string of length 2 found',
  ],
  ['ord(1)', () => ord(1), 'TypeError: ord() expected string of length 1, but int found'],
  ['ord(m)', () => ord(m()), 'TypeError: ord() expected string of length 1, but memoryview found'],
  ["ord(bytearray(b'a'))", () => ord(new ByteArray(ascii('a'))), '97'],
  ['chr(0x1F600)', () => chr(0x1f600), "'😀'"],
  ['ord(chr(0x10ffff))', () => ord(chr(0x10ffff)), '1114111'],
  ['chr(0x110000)', () => chr(0x110000), 'ValueError: chr() arg not in range(0x110000)'],
  ['chr(2**70)', () => chr(2n ** 70n), 'ValueError: chr() arg not in range(0x110000)'],
  ['chr(0)', () => chr(0), "'\\x00'"],
  [
    'ascii(x), of a repr with characters of all widths',
    () => tuple(builtins.ascii({ __repr__: () => '~\x7fé\xffĀ€\uffff\u{10000}😀' })),
    "('~\x7f\\\\xe9\\\\xff\\\\u0100\\\\u20ac\\\\uffff\\\\U00010000\\\\U0001f600',)".replace('\x7f', '\\x7f'),
  ],
  ['operator.is_not(1, 1)', () => operator.is_not(1, 1), 'False'],
  ['operator.is_not(None, 1)', () => operator.is_not(null, 1), 'True'],
  ['[1] * 2**62', () => operator.mul([1], 2n ** 62n), 'MemoryError: '],
  ['(1,) * 2**62', () => operator.mul(tuple(1), 2n ** 62n), 'MemoryError: '],
  ['[1, 2] * 2**31', () => operator.mul([1, 2], 2 ** 31), 'MemoryError: '],
  ['3 / 2**1075', () => operator.truediv(3, 2n ** 1075n), '1e-323'],
  ['5 / 2**1075', () => operator.truediv(5, 2n ** 1075n), '1e-323'],
  ['1 / 2**1075', () => operator.truediv(1, 2n ** 1075n), '0.0'],
  ['7 / 2**1075', () => operator.truediv(7, 2n ** 1075n), '2e-323'],
  ['-3 / 2**1075', () => operator.truediv(-3, 2n ** 1075n), '-1e-323'],
  ['3 / 2**1076', () => operator.truediv(3, 2n ** 1076n), '5e-324'],
  ['0j ** -1', () => operator.pow(new PyComplex(0, 0), -1), ZERO_POWER],
  ['0j ** 1j', () => operator.pow(new PyComplex(0, 0), new PyComplex(0, 1)), ZERO_POWER],
  ['0 ** 1j', () => operator.pow(0, new PyComplex(0, 1)), ZERO_POWER],
  ['0 ** -1j', () => operator.pow(0, new PyComplex(-0, -1)), ZERO_POWER],
  ['0.0 ** (1+1j)', () => operator.pow(f(0), new PyComplex(1, 1)), ZERO_POWER],
  [
    'min(1, 2, default=3)',
    () => min(1, 2, { default: 3 }),
    'TypeError: Cannot specify a default for min() with multiple positional arguments',
  ],
  ['max(1, 2, key=lambda x: -x)', () => max(1, 2, { key: (x: number) => -x }), '1'],
  ['min([], key=None)', () => min([], { key: null }), 'ValueError: min() iterable argument is empty'],
  ['min(default=1)', () => min({ default: 1 }), 'TypeError: min expected at least 1 argument, got 0'],
  ['max()', () => max(), 'TypeError: max expected at least 1 argument, got 0'],
  [
    'max([1], nope=1)',
    () => max([1], { nope: 1 }),
    "TypeError: max() got an unexpected keyword argument 'nope'",
  ],
  [
    'max([1], key=None, default=1, more=2)',
    () => max([1], { key: null, default: 1, more: 2 }),
    'TypeError: max() takes at most 2 keyword arguments (3 given)',
  ],
  [
    'sorted([], nope=1)',
    () => sorted([], { nope: 1 } as never),
    "TypeError: sort() got an unexpected keyword argument 'nope'",
  ],
  [
    'sorted([], key=1, reverse=2, more=3)',
    () => sorted([], { key: 1, reverse: 2, more: 3 } as never),
    'TypeError: sort() takes at most 2 keyword arguments (3 given)',
  ],
  [
    'list(zip(nope=1))',
    () => list(zip({ nope: 1 })),
    "TypeError: zip() got an unexpected keyword argument 'nope'",
  ],
  [
    'zip(strict=1, nope=2)',
    () => zip({ strict: 1, nope: 2 }),
    'TypeError: zip() takes at most 1 keyword argument (2 given)',
  ],
  ['list(zip())', () => list(zip()), '[]'],
  [
    'list(zip([], [1], strict=True))',
    () => list(zip([], [1], { strict: true })),
    'ValueError: zip() argument 2 is longer than argument 1',
  ],
  [
    'list(zip([1], [2], [], strict=True))',
    () => list(zip([1], [2], [], { strict: true })),
    'ValueError: zip() argument 3 is shorter than arguments 1-2',
  ],
  [
    'list(zip([1], [2], [3, 4], strict=True))',
    () => list(zip([1], [2], [3, 4], { strict: true })),
    'ValueError: zip() argument 3 is longer than arguments 1-2',
  ],
  [
    'print(1, nope=1)',
    () => builtins.print(1, { nope: 1 }),
    "TypeError: print() got an unexpected keyword argument 'nope'",
  ],
  ['0 << 2**70', () => operator.lshift(0, 2n ** 70n), '0'],
  ['1 << (2**63-1)', () => operator.lshift(1, 2n ** 63n - 1n), 'OverflowError: too many digits in integer'],
  ['1 << 2**70', () => operator.lshift(1, 2n ** 70n), 'OverflowError: too many digits in integer'],
  ['1 >> 2**70', () => operator.rshift(1, 2n ** 70n), '0'],
  ['-1 >> 2**70', () => operator.rshift(-1, 2n ** 70n), '-1'],
  ['-5 >> 1', () => operator.rshift(-5, 1), '-3'],
  ['1 << -1', () => operator.lshift(1, -1), 'ValueError: negative shift count'],
  ['1 >> -1', () => operator.rshift(1, -1), 'ValueError: negative shift count'],
  ['0 << -1', () => operator.lshift(0, -1), 'ValueError: negative shift count'],
  ['True << 2', () => operator.lshift(true, 2), '4'],
  ['5 >> 64', () => operator.rshift(5, 64), '0'],
  ['-5 >> 64', () => operator.rshift(-5, 64), '-1'],
  ["'\\uffff' < '\\U0001f600'", () => operator.lt('\uffff', '😀'), 'True'],
  ["'\\U0001f600' > '\\uffff'", () => operator.gt('😀', '\uffff'), 'True'],
  ["'\\U0001f600a' < '\\U0001f600b'", () => operator.lt('😀a', '😀b'), 'True'],
  ["'a' < 'ab'", () => operator.lt('a', 'ab'), 'True'],
  ["'ab' < 'a'", () => operator.lt('ab', 'a'), 'False'],
  ["str(ValueError('x'))", () => str(new PyValueError('x')), "'x'"],
  ["repr(ValueError('x'))", () => repr(new PyValueError('x')), '"ValueError(\'x\')"'],
  ['repr(ValueError())', () => repr(new PyValueError()), "'ValueError()'"],
  ["format(ValueError('x'))", () => format(new PyValueError('x')), "'x'"],
  ["ascii(ValueError('\u00e9'))", () => builtins.ascii(new PyValueError('é')), '"ValueError(\'\\\\xe9\')"'],
  ['operator.length_hint(5)', () => operator.length_hint(5), '0'],
  ['operator.length_hint(5, 7)', () => operator.length_hint(5, 7), '7'],
  ['operator.length_hint([1])', () => operator.length_hint([1]), '1'],
  ["operator.length_hint(iter(b'ab'))", () => operator.length_hint(iter(ascii('ab'))), '2'],
  ['divmod(True, 2)', () => divmod(true, 2), '(0, 1)'],
  [
    'divmod(1j, 1)',
    () => divmod(new PyComplex(0, 1), 1),
    "TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'",
  ],
  [
    "divmod(1, 'a')",
    () => divmod(1, 'a'),
    "TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'",
  ],
  [
    "divmod('a', 1)",
    () => divmod('a', 1),
    "TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'",
  ],
  ['divmod(7.0, 0)', () => divmod(f(7), 0), 'ZeroDivisionError: division by zero'],
  ['pow(2, -1, 7)', () => pow(2, -1, 7), '4'],
  ['pow(2, -1, 4)', () => pow(2, -1, 4), 'ValueError: base is not invertible for the given modulus'],
  ['pow(2, 3, -5)', () => pow(2, 3, -5), '-2'],
  ['pow(-2, 3, 5)', () => pow(-2, 3, 5), '2'],
  ['pow(2, 3, 0)', () => pow(2, 3, 0), 'ValueError: pow() 3rd argument cannot be 0'],
  [
    'pow(2.0, 3, 5)',
    () => pow(f(2), 3, 5),
    'TypeError: pow() 3rd argument not allowed unless all arguments are integers',
  ],
  [
    'pow(2, 3, 5.0)',
    () => pow(2, 3, f(5)),
    'TypeError: pow() 3rd argument not allowed unless all arguments are integers',
  ],
  ['pow(2, 3, 1j)', () => pow(2, 3, new PyComplex(0, 1)), 'ValueError: complex modulo'],
  ['pow(1j, 2, 3)', () => pow(new PyComplex(0, 1), 2, 3), 'ValueError: complex modulo'],
  [
    "pow('a', 2, 3)",
    () => pow('a', 2, 3),
    "TypeError: unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'",
  ],
  [
    "pow(2, 'a', 3)",
    () => pow(2, 'a', 3),
    "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'str', 'int'",
  ],
  [
    "pow(2, 3, 'a')",
    () => pow(2, 3, 'a'),
    "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'",
  ],
  [
    "pow('a', 1j, 3)",
    () => pow('a', new PyComplex(0, 1), 3),
    "TypeError: unsupported operand type(s) for ** or pow(): 'str', 'complex', 'int'",
  ],
  [
    "pow(1j, 'a', 3)",
    () => pow(new PyComplex(0, 1), 'a', 3),
    "TypeError: unsupported operand type(s) for ** or pow(): 'complex', 'str', 'int'",
  ],
  ['pow(0, 0, 1)', () => pow(0, 0, 1), '0'],
  ['pow(3, 2**70, 7)', () => pow(3, 2n ** 70n, 7), '4'],
  ['pow(2, 3, None)', () => pow(2, 3, null), '8'],
  ['isinstance(1, (str, (int,)))', () => isinstance(1, tuple(str, tuple(int))), 'True'],
  ['isinstance(1, ())', () => isinstance(1, tuple()), 'False'],
  [
    'isinstance(1, (1,))',
    () => isinstance(1, tuple(1)),
    'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union',
  ],
  ['isinstance((), list)', () => isinstance(tuple(), list), 'False'],
  ['isinstance(1, bool)', () => isinstance(1, bool), 'False'],
  ['isinstance(1.0, float)', () => isinstance(f(1), float), 'True'],
  ['list(5)', () => list(5), "TypeError: 'int' object is not iterable"],
  ['tuple(5)', () => builtins.tuple(5), "TypeError: 'int' object is not iterable"],
  ['float(2**1024)', () => float(2n ** 1024n), 'OverflowError: int too large to convert to float'],
  ["float('-1e400')", () => float('-1e400'), '-inf'],
  ["float('\u0663')", () => float('٣'), '3.0'],
  ["int('\u0663')", () => int('٣'), '3'],
  ["int(' -0b1 ', 0)", () => int(' -0b1 ', 0), '-1'],
  ["int('010', 0)", () => int('010', 0), "ValueError: invalid literal for int() with base 0: '010'"],
  ["int('0o17', 0)", () => int('0o17', 0), '15'],
  ['int(1e30)', () => int(f(1e30)), '1000000000000000019884624838656'],
  ['int(-1.9)', () => int(-1.9), '-1'],
  ["int('', 10)", () => int('', 10), "ValueError: invalid literal for int() with base 10: ''"],
  ["int('a', 36)", () => int('a', 36), '10'],
  ['int(x=5)', () => int({ x: 5 }), "TypeError: int() got an unexpected keyword argument 'x'"],
  ["int('5', 10, 1)", () => int('5', 10, 1), 'TypeError: int expected at most 2 arguments, got 3'],
  ['int(base=10)', () => int({ base: 10 }), 'TypeError: int() missing string argument'],
  [
    "int('5', base=2**70)",
    () => int('5', { base: 2n ** 70n }),
    'ValueError: int() base must be >= 2 and <= 36, or 0',
  ],
  ["int('5', -1)", () => int('5', -1), 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ["int('5', 'a')", () => int('5', 'a'), "TypeError: 'str' object cannot be interpreted as an integer"],
  [
    'enumerate()',
    () => (enumerate as unknown as () => unknown)(),
    "TypeError: enumerate() missing required argument 'iterable'",
  ],
  [
    'enumerate([], 1, 2)',
    () => (enumerate as (...args: unknown[]) => unknown)([], 1, 2),
    'TypeError: enumerate() takes at most 2 arguments (3 given)',
  ],
  ['list(enumerate([1], True))', () => list(enumerate([1], true)), '[(1, 1)]'],
  [
    "enumerate([], 'a')",
    () => enumerate([], 'a'),
    "TypeError: 'str' object cannot be interpreted as an integer",
  ],
  ['map(len)', () => map(len), 'TypeError: map() must have at least two arguments.'],
  ['list(map(max, [1, 5], [4, 2]))', () => list(map(max, [1, 5], [4, 2])), '[4, 5]'],
  ['list(filter(lambda x: x > 1, [1, 2, 3]))', () => list(filter((x: number) => x > 1, [1, 2, 3])), '[2, 3]'],
  ['range(5)[-1]', () => operator.getitem(range(5), -1), '4'],
  ['range(5)[5]', () => operator.getitem(range(5), 5), 'IndexError: range object index out of range'],
  ['range(5)[-6]', () => operator.getitem(range(5), -6), 'IndexError: range object index out of range'],
  [
    "range(5)['a']",
    () => operator.getitem(range(5), 'a'),
    'TypeError: range indices must be integers or slices, not str',
  ],
  [
    'range(0, 10, 3)[::-1]',
    () => operator.getitem(range(0, 10, 3), new Slice(null, null, -1)),
    'range(9, -3, -3)',
  ],
  ['range(10)[2:8:3]', () => operator.getitem(range(10), new Slice(2, 8, 3)), 'range(2, 8, 3)'],
  ['4.0 in range(5)', () => operator.contains(range(5), f(4)), 'True'],
  ['4.5 in range(5)', () => operator.contains(range(5), 4.5), 'False'],
  ["'a' in range(5)", () => operator.contains(range(5), 'a'), 'False'],
  ['5 in range(5)', () => operator.contains(range(5), 5), 'False'],
  ['-1 in range(5)', () => operator.contains(range(5), -1), 'False'],
  ['2 in range(1, 5, 2)', () => operator.contains(range(1, 5, 2), 2), 'False'],
  ['2**70 in range(5)', () => operator.contains(range(5), 2n ** 70n), 'False'],
  ['list(range(5, 0, -2))', () => list(range(5, 0, -2)), '[5, 3, 1]'],
  ['list(reversed(range(0, 10, 3)))', () => list(reversed(range(0, 10, 3))), '[9, 6, 3, 0]'],
  ['len(range(5, 0))', () => len(range(5, 0)), '0'],
  ["range('a')", () => range('a'), "TypeError: 'str' object cannot be interpreted as an integer"],
  ['range(True)', () => range(true), 'range(0, 1)'],
  ['bool(range(0))', () => bool(range(0)), 'False'],
  ['chr(-1)', () => chr(-1), 'ValueError: chr() arg not in range(0x110000)'],
  ["int(b'12')", () => int(ascii('12')), '12'],
  ["int(b'ff', 16)", () => int(ascii('ff'), 16), '255'],
  ["int(b'ff', base=16)", () => int(ascii('ff'), { base: 16 }), '255'],
  ['int(a)', () => int(a()), "ValueError: invalid literal for int() with base 10: b'a,b'"],
  ["int(b' 12_3 ')", () => int(ascii(' 12_3 ')), '123'],
  ["int('1__0')", () => int('1__0'), "ValueError: invalid literal for int() with base 10: '1__0'"],
  ["int('0x1f', 16), int('0b1', 0)", () => tuple(int('0x1f', 16), int('0b1', 0)), '(31, 1)'],
  ["int(memoryview(b'12'))", () => int(new MemoryView(ascii('12'))), '12'],
  [
    "int(memoryview(b'x'))",
    () => int(new MemoryView(ascii('x'))),
    "ValueError: invalid literal for int() with base 10: b'x'",
  ],
  [
    "int(memoryview(b'12'), 10)",
    () => int(new MemoryView(ascii('12')), 10),
    "TypeError: int() can't convert non-string with explicit base",
  ],
  ["int(b'12', 1)", () => int(ascii('12'), 1), 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ["int('9' * 20)", () => int('9'.repeat(20)), '99999999999999999999'],
  ['int(1.5)', () => int(1.5), '1'],
  [
    'int(None)',
    () => int(null),
    "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'",
  ],
  ["int(float('inf'))", () => int(f(Infinity)), 'OverflowError: cannot convert float infinity to integer'],
  ["float(b'1.5')", () => float(ascii('1.5')), '1.5'],
  ["float(' inf '), float('1_0.5')", () => tuple(float(' inf '), float('1_0.5')), '(inf, 10.5)'],
  ["float(bytearray(b' 1e3 '))", () => float(new ByteArray(ascii(' 1e3 '))), '1000.0'],
  ["float(b'x')", () => float(ascii('x')), "ValueError: could not convert string to float: b'x'"],
  ["float('')", () => float(''), "ValueError: could not convert string to float: ''"],
  ['float([])', () => float([]), "TypeError: float() argument must be a string or a real number, not 'list'"],
  ["bytes('a')", () => bytes('a'), 'TypeError: string argument without an encoding'],
  ["bytes('é', encoding='utf-8')", () => bytes('é', { encoding: 'utf-8' }), "b'\\xc3\\xa9'"],
  ['bytes(1.5)', () => bytes(f(1.5)), "TypeError: cannot convert 'float' object to bytes"],
  ['bytes(1.0)', () => bytes(f(1)), "TypeError: cannot convert 'float' object to bytes"],
  ['bytes(1, 2, 3, 4)', () => bytes(1, 2, 3, 4), 'TypeError: bytes() takes at most 3 arguments (4 given)'],
  ['bytes({})', () => call(bytes, [{}]), "b''"],
  ["bytearray(source=b'a')", () => bytearray({ source: ascii('a') }), "bytearray(b'a')"],
  ['memoryview()', () => memoryview(), "TypeError: memoryview() missing required argument 'object' (pos 1)"],
  ["str(b, 'ascii')", () => str(b, 'ascii'), "'a,b'"],
  ["str(object=b, encoding='ascii')", () => str({ object: b, encoding: 'ascii' }), "'a,b'"],
  ['str(b)', () => str(b), '"b\'a,b\'"'],
  ["str(m, 'ascii')", () => str(m(), 'ascii'), "'a,b'"],
  [
    "str(1, 'ascii')",
    () => str(1, 'ascii'),
    'TypeError: decoding to str: need a bytes-like object, int found',
  ],
  ["str('a', 'ascii')", () => str('a', 'ascii'), 'TypeError: decoding str is not supported'],
  ['str(b, 1)', () => str(b, 1), "TypeError: str() argument 'encoding' must be str, not int"],
  [
    "str(b, 'a', 'b', 'c')",
    () => str(b, 'a', 'b', 'c'),
    'TypeError: str expected at most 3 arguments, got 4',
  ],
  ['str(), str(1.0), str(None)', () => tuple(str(), str(f(1)), str(null)), "('', '1.0', 'None')"],
  [
    "ascii('é'), ascii(b'\\xff')",
    () => tuple(builtins.ascii('é'), builtins.ascii(Bytes.fromhex('ff'))),
    '("\'\\\\xe9\'", "b\'\\\\xff\'")',
  ],
  ['format(b)', () => format(b), '"b\'a,b\'"'],
  ["format(b, 'x')", () => format(b, 'x'), 'TypeError: unsupported format string passed to bytes.__format__'],
  ['isinstance(b, (str, bytes))', () => isinstance(b, tuple(str, bytes)), 'True'],
  [
    'isinstance(True, int), isinstance(1.0, int)',
    () => tuple(isinstance(true, int), isinstance(f(1), int)),
    '(True, False)',
  ],
  [
    'isinstance(b, len)',
    () => isinstance(b, (value: unknown) => value),
    'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union',
  ],
  ['isinstance(b, a bound class)', () => isinstance(b, Bytes.bind(null)), 'True'],
  ['isinstance(a, bytes)', () => isinstance(a(), bytes), 'False'],
  [
    'isinstance(b, [bytes])',
    () => isinstance(b, [bytes]),
    'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union',
  ],
  ['sorted(b, reverse=True)', () => sorted(b, { reverse: true }), '[98, 97, 44]'],
  [
    "sorted([1, 'a'])",
    () => sorted([1, 'a']),
    "TypeError: '<' not supported between instances of 'str' and 'int'",
  ],
  ['min(b), max(m)', () => tuple(min(b), max(m())), '(44, 98)'],
  ["min(b'')", () => min(new Bytes()), 'ValueError: min() iterable argument is empty'],
  ['max([], default=5)', () => max([], { default: 5 }), '5'],
  ['max(b, key=lambda x: -x)', () => max(b, { key: (x: number) => -x }), '44'],
  ["max(1, 'a')", () => max(1, 'a'), "TypeError: '>' not supported between instances of 'str' and 'int'"],
  ['sum(b), sum(b, 1.5)', () => tuple(sum(b), sum(b, f(1.5))), '(239, 240.5)'],
  ['sum([0.1] * 10)', () => sum(new Array(10).fill(0.1)), '1.0'],
  ['sum([b], b)', () => sum([b], b), "TypeError: sum() can't sum bytes [use b''.join(seq) instead]"],
  ['sum([b])', () => sum([b]), "TypeError: unsupported operand type(s) for +: 'int' and 'bytes'"],
  ['any(b), all(b)', () => tuple(any(b), all(b)), '(True, True)'],
  ['list(zip(b, m))', () => list(zip(b, m())), '[(97, 97), (44, 44), (98, 98)]'],
  [
    'list(zip([1], [1, 2], strict=True))',
    () => list(zip([1], [1, 2], { strict: true })),
    'ValueError: zip() argument 2 is longer than argument 1',
  ],
  ['list(enumerate(b, 5))', () => list(enumerate(b, 5)), '[(5, 97), (6, 44), (7, 98)]'],
  ['list(enumerate(a dict))', () => list(enumerate({ b: 1, a: 2 })), "[(0, 'b'), (1, 'a')]"],
  [
    "list(map(chr, b)), list(filter(None, b'a\\0'))",
    () => tuple(list(map(chr, b)), list(filter(null, Bytes.fromhex('6100')))),
    "(['a', ',', 'b'], [97])",
  ],
  [
    'range(1, 5), len(range(0, 10, 3)), range(9)[1:3]',
    () => tuple(range(1, 5), len(range(0, 10, 3)), operator.contains(range(9), 8)),
    '(range(1, 5), 4, True)',
  ],
  ['range(3) == range(0, 3, 1)', () => operator.eq(range(3), range(0, 3, 1)), 'True'],
  ['range(0) == range(2, 1)', () => operator.eq(range(0), range(2, 1)), 'True'],
  ['range(0, 3, 2) == range(0, 4, 2)', () => operator.eq(range(0, 3, 2), range(0, 4, 2)), 'True'],
  ['range(1, 2, 5) == range(1, 3, 9)', () => operator.eq(range(1, 2, 5), range(1, 3, 9)), 'True'],
  ['range(3) == range(4)', () => operator.eq(range(3), range(4)), 'False'],
  ['range(3) == [0, 1, 2]', () => operator.eq(range(3), [0, 1, 2]), 'False'],
  ['hash(range(3))', () => builtins.hash(range(3)), '-8338477496398685190'],
  ['hash(range(0))', () => builtins.hash(range(2, 1)), '2676694398852732306'],
  ['hash(range(5, 6, 7))', () => builtins.hash(range(5, 6, 7)), '-7048428680432378585'],
  ['range(3).index(2)', () => callMethod(range(3), 'index', [2]), '2'],
  [
    'range(2**64).index(2**63)',
    () => callMethod(range(2n ** 64n), 'index', [2n ** 63n]),
    '9223372036854775808',
  ],
  ['range(3).index(1.0)', () => callMethod(range(3), 'index', [f(1)]), '1'],
  [
    'range(3).index(5)',
    () => callMethod(range(3), 'index', [5]),
    'ValueError: range.index(x): x not in range',
  ],
  [
    'range(3).index("a")',
    () => callMethod(range(3), 'index', ['a']),
    'ValueError: sequence.index(x): x not in sequence',
  ],
  ['range(3).count(2)', () => callMethod(range(3), 'count', [2]), '1'],
  ['range(3).count(3)', () => callMethod(range(3), 'count', [3]), '0'],
  ['range(2**53 + 1)', () => range(2n ** 53n + 1n), 'range(0, 9007199254740993)'],
  [
    'list(range(2**64, 2**64 + 3))',
    () => list(range(2n ** 64n, 2n ** 64n + 3n)),
    '[18446744073709551616, 18446744073709551617, 18446744073709551618]',
  ],
  [
    'list(range(2**53 - 1, 2**53 + 2))',
    () => list(range(2 ** 53 - 1, 2n ** 53n + 2n)),
    '[9007199254740991, 9007199254740992, 9007199254740993]',
  ],
  [
    'list(range(-1, 2**53 - 2, 7)[-2:])',
    () => list(operator.getitem(range(-1, 2 ** 53 - 2, 7), new Slice(-2))),
    '[9007199254740980, 9007199254740987]',
  ],
  [
    'list(reversed(range(2**64, 2**64 + 6, 4)))',
    () => list(reversed(range(2n ** 64n, 2n ** 64n + 6n, 4))),
    '[18446744073709551620, 18446744073709551616]',
  ],
  ['list(range(2**70, 2**70 - 3, -2))', () => list(range(2n ** 70n, 2n ** 70n - 3n, -2)), TWO_PAST_70],
  ['range(2**64)[-1]', () => operator.getitem(range(2n ** 64n), -1), '18446744073709551615'],
  [
    'range(2**64)[2**64]',
    () => operator.getitem(range(2n ** 64n), 2n ** 64n),
    'IndexError: range object index out of range',
  ],
  [
    'range(2**64)[2**63:5:-2**62]',
    () => operator.getitem(range(2n ** 64n), new Slice(2n ** 63n, 5, -(2n ** 62n))),
    'range(9223372036854775808, 5, -4611686018427387904)',
  ],
  ['2**63 in range(2**64)', () => operator.contains(range(2n ** 64n), 2n ** 63n), 'True'],
  ['2**64 in range(2**64)', () => operator.contains(range(2n ** 64n), 2n ** 64n), 'False'],
  ['2.0**63 in range(2**64)', () => operator.contains(range(2n ** 64n), f(2 ** 63)), 'True'],
  ['bool(range(2**64))', () => bool(range(2n ** 64n)), 'True'],
  ['bool(range(2**64, 5))', () => bool(range(2n ** 64n, 5)), 'False'],
  [
    'len(range(2**63))',
    () => len(range(2n ** 63n)),
    'OverflowError: Python int too large to convert to C ssize_t',
  ],
  [
    'range(3) + 1',
    () => operator.add(range(3), 1),
    "TypeError: unsupported operand type(s) for +: 'range' and 'int'",
  ],
  [
    'len(iter(range(3)))',
    () => len(iter(range(3))),
    "TypeError: object of type 'range_iterator' has no len()",
  ],
  [
    'len(iter(range(2**64)))',
    () => len(iter(range(2n ** 64n))),
    "TypeError: object of type 'longrange_iterator' has no len()",
  ],
  ['len(zip())', () => len(zip()), "TypeError: object of type 'zip' has no len()"],
  ['len(map(len, []))', () => len(map(len, [])), "TypeError: object of type 'map' has no len()"],
  ['len(filter(None, []))', () => len(filter(null, [])), "TypeError: object of type 'filter' has no len()"],
  ['len(enumerate([]))', () => len(enumerate([])), "TypeError: object of type 'enumerate' has no len()"],
  [
    'len(iter(list, []))',
    () => len(iter(() => [], [])),
    "TypeError: object of type 'callable_iterator' has no len()",
  ],
  ['b"" + zip()', () => operator.add(ascii(''), zip()), "TypeError: can't concat zip to bytes"],
  ['type(b"") is bytes', () => operator.is_(builtins.type(b), bytes), 'True'],
  ['type(b"") is not bytearray', () => operator.is_not(builtins.type(b), bytearray), 'True'],
  ['type(5) is bytes', () => operator.is_(builtins.type(5), bytes), 'False'],
  ['type(b"") == bytes', () => operator.eq(builtins.type(b), bytes), 'True'],
  ['type(b"") in (str, bytes)', () => operator.contains(tuple(str, bytes), builtins.type(b)), 'True'],
  ['hash(type(b"")) == hash(bytes)', () => builtins.hash(builtins.type(b)) === builtins.hash(bytes), 'True'],
  ['{bytes: 1}[type(b"")]', () => operator.getitem(new Map([[bytes, 1]]), builtins.type(b)), '1'],
  ['isinstance(5, len)', () => isinstance(5, len), NOT_A_TYPE],
  ['isinstance(5, (int, len))', () => isinstance(5, tuple(int, len)), 'True'],
  ['isinstance(5, (str, len))', () => isinstance(5, tuple(str, len)), NOT_A_TYPE],
  ['abs(1.5-2.5j)', () => abs(new PyComplex(1.5, -2.5)), '2.9154759474226504'],
  ['abs(1e308+1e308j)', () => abs(new PyComplex(1e308, 1e308)), '1.4142135623730951e+308'],
  ['abs(1e-200+1e-201j)', () => abs(new PyComplex(1e-200, 1e-201)), '1.004987562112089e-200'],
  ['abs(5e-324+5e-324j)', () => abs(new PyComplex(5e-324, 5e-324)), '5e-324'],
  ['abs(3-4j)', () => abs(new PyComplex(3, -4)), '5.0'],
  ['abs(1e-320+1j)', () => abs(new PyComplex(1e-320, 1)), '1.0'],
  ['range(1, 2, 0)', () => range(1, 2, 0), 'ValueError: range() arg 3 must not be zero'],
  ['range(1.5)', () => range(1.5), "TypeError: 'float' object cannot be interpreted as an integer"],
  ['divmod(7, -2), divmod(-7.5, 2)', () => tuple(divmod(7, -2), divmod(-7.5, 2)), '((-4, -1), (-4.0, 0.5))'],
  [
    'divmod(b, 1)',
    () => divmod(b, 1),
    "TypeError: unsupported operand type(s) for divmod(): 'bytes' and 'int'",
  ],
  ['pow(2, 5, 7), pow(2, 70)', () => tuple(pow(2, 5, 7), pow(2, 70)), '(4, 1180591620717411303424)'],
  ['round(3.5), round(-2.5)', () => tuple(round(3.5), round(-2.5)), '(4, -2)'],
  ['abs(b)', () => abs(b), "TypeError: bad operand type for abs(): 'bytes'"],
  ['-b', () => operator.neg(b), "TypeError: bad operand type for unary -: 'bytes'"],
  ['hex(-255), bin(-5), oct(-8)', () => tuple(hex(-255), bin(-5), oct(-8)), "('-0xff', '-0b101', '-0o10')"],
  ['hex(b)', () => hex(b), "TypeError: 'bytes' object cannot be interpreted as an integer"],
  [
    '(10**400) / (10**399), 1 / 3',
    () => tuple(operator.truediv(10n ** 400n, 10n ** 399n), operator.truediv(1, 3)),
    '(10.0, 0.3333333333333333)',
  ],
  ['1 // 0', () => operator.floordiv(1, 0), 'ZeroDivisionError: division by zero'],
  [
    'X() + b',
    () => operator.add(new X(), b),
    "TypeError: unsupported operand type(s) for +: 'X' and 'bytes'",
  ],
  ['X()[0]', () => operator.getitem(new X(), 0), "TypeError: 'X' object is not subscriptable"],
  [
    'L[0:1] = 5',
    () => operator.setitem([1], new Slice(0, 1), 5),
    'TypeError: must assign iterable to extended slice',
  ],
  [
    "memoryview(b'\\0' * 8).cast('d')[0]",
    () => operator.getitem(new MemoryView(new Bytes(8)).cast('d'), 0),
    '0.0',
  ],
];

const HASHES: [() => unknown, string][] = [
  [() => ascii('abc'), '-4594863902769663758'],
  [() => new Bytes(), '0'],
  [() => 'abc', '-4594863902769663758'],
  [() => 'é€', '1800529422896539876'],
  [() => '😀', '-3536540696076613844'],
  [() => 1.5, '1152921504606846977'],
  [() => -1, '-2'],
  [() => 2n ** 70n, '512'],
  [() => -(2n ** 70n), '-512'],
  [() => f(Infinity), '314159'],
  [() => f(1e300), '1224995262755759164'],
  [() => -0.1, '-230584300921369408'],
  [() => 5e-324, '16777216'],
  [() => f(0), '0'],
  [() => true, '1'],
  [() => 2n ** 61n - 1n, '0'],
  [() => tuple(), '5740354900026072187'],
  [() => tuple(1, 2), '-3550055125485641917'],
  [() => tuple(1, 'a', ascii('b')), '-6667433222421617769'],
  [() => tuple(tuple(1), tuple()), '-4157031232332679764'],
  [() => new PyComplex(1, 2), '2000007'],
  [() => new PyComplex(1.5, -2.5), '-2305843009215693957'],
  [() => new PyComplex(3, 0), '3'],
  [() => 10n ** 400n, '477640439047194790'],
  [() => new Slice(1, 2, 3), '-2340833382717974474'],
  [() => new Slice(), '4032618106351268893'],
];

function said(run: () => unknown): string {
  try {
    return repr(run() ?? null);
  } catch (error) {
    if (error instanceof PyException) return `${error.name}: ${error.message}`;
    throw error;
  }
}

test('configure sets whether exceptions record where they were raised', () => {
  const stack = (): string | undefined => {
    try {
      return String(builtins.len(1));
    } catch (error) {
      return (error as Error).stack;
    }
  };
  expect(configure({ stacks: false })).toEqual({ floats: 'number', stacks: true });
  expect(stack()).toBe("TypeError: object of type 'int' has no len()");
  expect(configure({ stacks: true })).toEqual({ floats: 'number', stacks: false });
  expect(stack()).toContain('builtins.test');
  expect(configure({})).toEqual({ floats: 'number', stacks: true });
});

test('builtins answer as CPython does', () => {
  const before = configure({ floats: 'box' });
  const different = cases
    .map(([python, run, expected]) => ({ python, expected, actual: said(run) }))
    .filter(({ expected, actual }) => expected !== actual);
  configure(before);
  expect(different).toEqual([]);
});

test('hash() is that of CPython under PYTHONHASHSEED=0', () => {
  for (const [make, expected] of HASHES) expect(String(builtins.hash(make()))).toBe(expected);
});

test('print() writes lines, or to a file', () => {
  const written: string[] = [];
  const file = { write: (text: string) => written.push(text) };
  builtins.print(b, f(1), { sep: '; ', file });
  builtins.print({ file, end: '' });
  expect(written).toEqual(["b'a,b'; 1.0\n", '']);
});

test('values that round cannot handle raise as in Python', () => {
  const answers = [
    () => builtins.round(f(NaN)),
    () => builtins.round(NaN),
    () => builtins.round(f(Infinity)),
    () => builtins.round(-Infinity),
  ].map((run) => {
    try {
      return run();
    } catch (error) {
      return String(error);
    }
  });
  expect(answers).toEqual([
    'ValueError: cannot convert float NaN to integer',
    'ValueError: cannot convert float NaN to integer',
    'OverflowError: cannot convert float infinity to integer',
    'OverflowError: cannot convert float infinity to integer',
  ]);
});

test('print() writes to the console if no file is passed', () => {
  const lines: unknown[][] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((...args: unknown[]) => void lines.push(args));
  try {
    expect(builtins.print(1, 'a', null, { sep: '-' })).toBeNull();
    expect(builtins.print({ file: null, sep: null })).toBeNull();
  } finally {
    log.mockRestore();
  }
  expect(lines).toEqual([['1-a-None'], ['']]);
});
