/**
 * Operators and functions of numbers with bytes on Skulpt, and text formatted with bytes, in a session that CPython
 * answered.
 */
import { extendOperators } from '../../../src/adapters/skulpt/operators.js';
import { hang } from '../../../src/adapters/skulpt/classes.js';
import { Noted, waysOf } from '../ways.js';
import type { Way } from '../ways.js';
import { borderOf } from './counted.js';
import { freshSkulpt, runnerOf, skulptWithAdapter, testSession } from './host.js';

testSession('operators');

test('without bytes, errors of `in` and of functions of numbers are those of Skulpt', () => {
  const program = `
for call in (lambda: 5 in 5, lambda: 'a' not in None, lambda: abs('a'), lambda: round([]), lambda: '%d' % 'a'):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
`;
  const own = runnerOf(freshSkulpt())(program);
  expect(own.split('\n')).toHaveLength(6);
  expect(skulptWithAdapter()(program)).toBe(own);
});

test('text is formatted by Skulpt without bytes, at once if all is `%s`, and else by the library', () => {
  const Sk = freshSkulpt();
  const border = borderOf(Sk);
  for (const type of Object.values(border.runtime.types)) hang(border, type);
  for (const name of ['bytes', 'bytearray'] as const) Sk.builtins[name] = border.classes.get(name);
  Sk.builtin['bytes'] = border.bytes as never;
  const noted = new Noted()
    .over('str', Sk.builtin['str']!.prototype, 'nb$remainder')
    .over('library', border.runtime.builtins, 'operator.mod', 'abs');
  extendOperators(border);
  const ways: Way[] = [
    ["'%s' % 5", '5', 'str.nb$remainder'],
    ["'%s %d' % (1, 2)", '1 2', 'str.nb$remainder'],
    ["'%s' % b'x'", "b'x'", ''],
    ["'%s%s-' % (b'x', 5)", "b'x'5-", ''],
    ["'%s %s %s %s %s' % (None, True, False, 1.5, b'x')", "None True False 1.5 b'x'", ''],
    ["'a%s' % (bytearray(b'x'),)", "abytearray(b'x')", ''],
    ["'%d %s' % (1, b'x')", "1 b'x'", 'library.operator.mod'],
    ["'%s %r' % (b'x', 1)", "b'x' 1", 'library.operator.mod'],
    ["'%s%%' % b'x'", "b'x'%", 'library.operator.mod'],
    ["'%d %d %s' % (True, False, b'x')", "1 0 b'x'", 'library.operator.mod'],
    ["'%s' % D(b'x')", 'mine', 'library.operator.mod'],
    ["'%s %s' % (b'x', C())", "b'x' C", 'str.nb$remainder'],
    ['abs(-5)', '5', ''],
    ["abs(b'x')", "TypeError: bad operand type for abs(): 'bytes'", 'library.abs'],
  ];
  const classes = `
class D(bytes):
    def __str__(self):
        return 'mine'
class C:
    def __str__(self):
        return 'C'
`;
  expect(waysOf(run, noted, ways)).toEqual(ways);

  function run(source: string): string {
    return runnerOf(Sk)(`${classes}print(${source})`);
  }
});
