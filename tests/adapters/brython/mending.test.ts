/** Faults of Brython: a session that CPython 3.15 answered, and a Brython without what is mended. */
import { install } from 'pybuffer/brython';
import { brythonWithAdapter, freshBrython, runnerOf, testSession } from './host.js';

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
