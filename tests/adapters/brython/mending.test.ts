/** Faults of Brython: a session that CPython 3.15 answered, and a Brython without what is mended. */
import { install } from 'pybuffer/brython';
import { brythonWithAdapter, freshBrython, runnerOf, testSession } from './host.js';
import { waysOf } from './noted.js';
import type { Way } from '../ways.js';

testSession(brythonWithAdapter(), 'mending');

/** Internal functions and classes of Brython that the adapter wraps. */
const INTERNAL = ['callable_iterator', 'prepare_string', '_PyPegen', 'unpacker', 'attr_error', '$is_member'];

/** Methods whose descriptors the adapter changes. */
const METHODS = [
  'split',
  'join',
  'union',
  '__add__',
  '__mul__',
  '__mod__',
  '__self__',
  '__qualname__',
  '__new__',
];

test('the adapter works in a Brython that lacks what it wraps', () => {
  const $B = freshBrython() as unknown as Record<string, unknown> & {
    get_from_dict(cls: unknown, name: string, absent: unknown): unknown;
    ast: Record<string, unknown>;
  };
  const own = INTERNAL.map((name) => $B[name]);
  expect(own).not.toContain(undefined);
  for (const name of INTERNAL) $B[name] = undefined;
  const { get_from_dict: found } = $B;
  const { UnaryOp } = $B.ast;
  $B.ast['UnaryOp'] = undefined;
  $B.get_from_dict = (cls, name, absent) => (METHODS.includes(name) ? absent : found(cls, name, absent));
  install($B);
  expect(INTERNAL.map((name) => $B[name])).toEqual(own.map(() => undefined));
  INTERNAL.forEach((name, i) => ($B[name] = own[i]));
  $B.get_from_dict = found;
  $B.ast['UnaryOp'] = UnaryOp;
  expect(runnerOf($B as never)("print(b'ab'.upper() + bytearray(b'c'), 'a,b'.split(','), {1} | {2})")).toBe(
    "b'ABc' ['a', 'b'] {1, 2}\n",
  );
});

test('no internal function is needed by another', () => {
  for (const name of ['prepare_string', '_PyPegen']) {
    const $B = freshBrython() as unknown as Record<string, unknown>;
    const own = $B[name];
    $B[name] = undefined;
    install($B);
    expect($B[name]).toBeUndefined();
    $B[name] = own;
    expect(runnerOf($B as never)("print(b'a')")).toBe("b'a'\n");
  }
});

test("comparisons reach Brython's own function, except those of two ints or two texts, of bytes with either, and what a derived class answers", () => {
  const classes = `
b = b'a'
class D(bytes):
    pass
class Own(bytes):
    def __lt__(self, other):
        return 7
    def __le__(self, other):
        return NotImplemented
    def __eq__(self, other):
        return NotImplemented
d = D(b)
own = Own(b)
`;
  const ways: Way[] = [
    ['1 < 2, 2 < 1, 1 == 2, 1 == 1', '(True, False, False, True)', ''],
    ['1 > 2, 2 > 1, 1 != 2, 1 != 1', '(False, True, True, False)', ''],
    ['1 <= 1, 2 <= 1, 1 >= 1, 1 >= 2', '(True, False, True, False)', ''],
    ["'a' < 'b', 'b' < 'a', 'a' == 'a', 'a' == 'b'", '(True, False, True, False)', ''],
    ["'a' > 'b', 'b' > 'a', 'a' != 'a', 'a' != 'b'", '(False, True, False, True)', ''],
    ["'a' <= 'a', 'b' <= 'a', 'a' >= 'a', 'a' >= 'b'", '(True, False, True, False)', ''],
    ["b == 1, b != 1, 1 == b, 'a' != b, b == 'a'", '(False, True, False, True, False)', ''],
    ["d == 1, 'a' != d, d == 'a'", '(False, True, False)', '$B.rich_comp'],
    ["'a' == 1", 'False', '$B.rich_comp'],
    ["1 == 'a'", 'False', '$B.rich_comp'],
    ['[1] < [2]', 'True', '$B.rich_comp'],
    ['b < b, b == b, b != b', '(False, True, False)', '$B.rich_comp'],
    ['b == [1], [1] == b, b == None, None != b', '(False, False, False, True)', '$B.rich_comp'],
    ['d < d, d == d, d != d, d >= d', '(False, True, False, True)', ''],
    ['own < own', '7', ''],
    ['d == b, b == d, own < d', '(True, True, 7)', '$B.rich_comp'],
    ['own == b, own != b', '(True, False)', '$B.rich_comp'],
  ];
  expect(waysOf({ $B: ['rich_comp'] }, classes, ways)).toEqual(ways);
});

test("what Brython's `re` and `_codecs` need is there", () => {
  const $B = freshBrython();
  const str = $B.builtins['str'] as unknown as Record<string, unknown>;
  expect(str['encode']).toBeUndefined();
  install($B);
  const encode = str['encode'] as (text: unknown, encoding: unknown) => unknown;
  const made = encode(String.fromCharCode(0xe9), 'latin-1');
  expect(String($B.$call($B.builtins['repr'], made))).toBe(String.raw`b'\xe9'`);
  const other = freshBrython();
  const own = () => null;
  Object.assign(other.builtins['str'] as object, { encode: own });
  install(other);
  expect((other.builtins['str'] as Record<string, unknown>)['encode']).toBe(own);
});

test('what is no object of Python is compared and searched as without the adapter', () => {
  const [before, after] = [freshBrython(), freshBrython()].map((fresh, i) => {
    if (i === 1) install(fresh);
    const $B = fresh as unknown as Record<string, (...args: unknown[]) => unknown>;
    const outcome = (name: string, ...args: unknown[]) => {
      try {
        return $B[name]!(...args);
      } catch (error) {
        return (error as { ob_type?: { tp_name: string } }).ob_type?.tp_name ?? String(error);
      }
    };
    return [
      outcome('$is_member', 5, undefined),
      outcome('$is_member', 5, null),
      outcome('rich_comp', '__eq__', null, 5),
      outcome('rich_comp', '__eq__', undefined, 5),
      outcome('rich_comp', '__lt__', null, null),
      outcome('rich_comp', '__lt__', 5, undefined),
    ];
  });
  expect(after).toEqual(before);
});
