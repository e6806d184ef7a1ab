/** Faults of Skulpt that are mended, in a session that CPython answered, and a Skulpt that lacks what is mended. */
import { Noted, waysOf } from '../ways.js';
import type { Way } from '../ways.js';
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';
import type { Sk } from './host.js';

testSession('mending');

test('the adapter works on a Skulpt without the internal functions that it mends', () => {
  const Sk = freshSkulpt();
  const descriptor = Sk.builtin['method_descriptor']!.prototype as Record<string, unknown>;
  const run = runnerOf(Sk);
  const { copy } = { copy: Sk.builtinFiles.files['src/lib/copy.py'] };
  expect(copy).toContain('_reconstruct');
  delete Sk.builtinFiles.files['src/lib/copy.py'];
  const check = descriptor['m$checkself'];
  descriptor['m$checkself'] = undefined;
  const { LookupError, IndexError } = Sk.builtin;
  delete Sk.builtin['LookupError'];
  withAdapter(Sk);
  Sk.builtin['LookupError'] = LookupError!;
  expect(IndexError!.prototype instanceof (LookupError as never)).toBe(false);
  expect(Sk.builtinFiles.files['src/lib/copy.py']).toBeUndefined();
  expect(descriptor['m$checkself']).toBeUndefined();
  descriptor['m$checkself'] = check;
  expect(run("print(b'ab'.upper(), bytes([1]))")).toBe("b'AB' b'\\x01'\n");
});

test.each(['astFromParse', 'astnodes', 'parse'])('the adapter does not need `Sk.%s`', (name) => {
  const Sk = freshSkulpt() as unknown as Record<string, unknown>;
  const own = Sk[name];
  Sk[name] = undefined;
  withAdapter(Sk as never);
  expect(Sk[name]).toBeUndefined();
  Sk[name] = own;
  expect(runnerOf(Sk as never)("print(b'ab' + bytearray(b'c'))")).toBe("b'abc'\n");
});

test("Skulpt's own operators, reprs and checks are called where they are right", () => {
  const Sk = freshSkulpt();
  const { str, int_, method_descriptor } = Sk.builtin;
  const noted = new Noted()
    .over('str', str!.prototype, '$r')
    .over('int', int_!.prototype, 'nb$and', 'nb$or', 'nb$xor', 'nb$rshift', 'nb$invert')
    .over('method', method_descriptor!.prototype, 'm$checkself');
  const run = runnerOf(withAdapter(Sk));
  const classes = 'class S(str):\n    pass\nclass D(bytes):\n    pass\nclass I(int):\n    pass\n';
  const shown: Way[] = [
    ["repr('a~ !')", "'a~ !'", ''],
    [String.raw`repr('a\'"\\\x1f')`, String.raw`'a\'"\\\x1f'`, ''],
    [String.raw`repr('\x7f')`, String.raw`'\x7f'`, ''],
    [String.raw`repr('\uffff')`, String.raw`'\uffff'`, ''],
  ];
  expect(waysOf((source) => run(`print(${source})`), noted, shown)).toEqual(shown);
  const ways: Way[] = [
    ["str.upper('a')", 'A', ''],
    ["str.upper(S('a'))", 'A', 'method.m$checkself'],
    ["bytes.upper(b'a')", "b'A'", ''],
    ["bytes.upper(D(b'a'))", "b'A'", 'method.m$checkself'],
    ['5 & 3, 5 | 3, 5 ^ 3, 5 >> 1, ~5', '1 7 6 2 -6', ''],
    ['5 & True, 4 | True, 5 ^ True, 5 >> True', '1 5 4 2', ''],
    ['5 & I(3), 4 | I(3), 5 ^ I(3), 5 >> I(1)', '1 7 6 2', ''],
    [
      '2 ** 40 & 2 ** 40, -2 ** 40 | 5, 2 ** 40 ^ 1, 2 ** 40 >> 39',
      '1099511627776 -1099511627771 1099511627777 2',
      '',
    ],
    ['5 >> 31, 5 >> 32, -5 >> 31, -5 >> 33', '0 0 -1 -1', ''],
    ['2 ** 70 & 1', '0', 'int.nb$and'],
    ['2 ** 70 | 1', '1180591620717411303425', 'int.nb$or'],
    ['2 ** 70 ^ 1', '1180591620717411303425', 'int.nb$xor'],
    ['2 ** 70 >> 1', '590295810358705651712', 'int.nb$rshift'],
    ['~2 ** 70', '-1180591620717411303425', 'int.nb$invert'],
    ['5 & 2 ** 70', '0', 'int.nb$and'],
    ['5 >> -1', 'ValueError: negative shift count', 'int.nb$rshift'],
  ];
  expect(waysOf((source) => run(`${classes}print(${source})`), noted, ways)).toEqual(ways);
});

test('a tuple or list of the right length is taken apart without an iterator', () => {
  const Sk = freshSkulpt() as Sk & { abstr: object };
  const noted = new Noted().over('abstr', Sk.abstr, 'sequenceUnpack');
  const run = runnerOf(withAdapter(Sk));
  const own = 'abstr.sequenceUnpack';
  const ways: Way[] = [
    ['a, b = 1, 2\na, b = b, a\nprint(a, b)', '2 1', ''],
    ["[a, b] = [b'a', 5]\nprint(a, b)", "b'a' 5", ''],
    ['a, *b = 1, 2\nprint(a, b)', '1 [2]', own],
    ["a, b = b'ab'\nprint(a, b)", '97 98', own],
    ['a, b = iter([1, 2])\nprint(a, b)', '1 2', own],
    [
      'class T(tuple):\n  def __iter__(self):\n    return iter([3, 4])\na, b = T((1, 2))\nprint(a, b)',
      '3 4',
      own,
    ],
    ['a, b = 1, 2, 3', 'ValueError: too many values to unpack (expected 2)', own],
    ['a, b = [1]', 'ValueError: not enough values to unpack (expected at least 2, got 1)', own],
  ];
  expect(waysOf(run, noted, ways)).toEqual(ways);
});

test('an int is a JavaScript number as long as that is exact', () => {
  const Sk = withAdapter(freshSkulpt());
  const int = Sk.builtin['int_'] as unknown as new (value: number | bigint) => {
    v: number | bigint;
    nb$or(other: unknown): { v: number | bigint };
    nb$and(other: unknown): { v: number | bigint };
  };
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number;
  expect(new int(MIN_SAFE_INTEGER).nb$or(new int(0)).v).toBe(MIN_SAFE_INTEGER);
  expect(new int(MIN_SAFE_INTEGER).nb$and(new int(-2)).v).toBe(BigInt(MIN_SAFE_INTEGER) - 1n);
  expect(new int(MAX_SAFE_INTEGER).nb$and(new int(-1)).v).toBe(MAX_SAFE_INTEGER);
});

test('`super()` gets its arguments where the first parameter is not `self`', () => {
  const fresh = withAdapter(freshSkulpt());
  // The parser reads the version of Python.
  runnerOf(fresh);
  const Sk = fresh as unknown as {
    parse(name: string, source: string): { cst: unknown; flags: unknown };
    astFromParse(cst: unknown, name: string, flags: unknown): { body: { body: unknown[] }[] };
  };
  const source = `class C:
    def a(self):
        super()
    def b(this):
        super()
    def c():
        super()
    def d(this):
        super(C, this)
    def e(this):
        this(5)
    def f(this):
        super(x=5)
def g(this):
    super()
`;
  const { cst, flags } = Sk.parse('<stdin>', source);
  const [C, g] = Sk.astFromParse(cst, '<stdin>', flags).body;
  type Called = { body: { value: { args: { id?: { v: string } }[] | null } }[] };
  const argumentsOf = (method: unknown) =>
    ((method as Called).body[0]!.value.args ?? []).map(({ id }) => id?.v);
  expect([...C!.body, g].map(argumentsOf)).toEqual([
    [],
    ['C', 'this'],
    [],
    ['C', 'this'],
    [undefined],
    [],
    [],
  ]);
});
