/** `str`, `int`, `float` and `ord` of bytes on Skulpt, in a session that CPython answered. */
import { Noted, waysOf } from '../ways.js';
import type { Way } from '../ways.js';
import { freshSkulpt, runnerOf, testSession, withAdapter } from './host.js';

testSession('builtins');

test("Skulpt's own constructors and `ord` are called only for what has no shorter way", () => {
  const Sk = freshSkulpt();
  const { str, int_, float_ } = Sk.builtin;
  const noted = new Noted()
    .over('str', str!.prototype, 'tp$new')
    .over('int', int_!.prototype, 'tp$new')
    .over('float', float_!.prototype, 'tp$new')
    .over('ord', Sk.builtins['ord'] as object, 'tp$call');
  const run = runnerOf(withAdapter(Sk));
  const classes = `
class I(int):
    pass
class F(float):
    pass
class S(str):
    pass
class Own:
    def __str__(self):
        return 'own'
class Lent:
    def __buffer__(self, flags):
        return memoryview(b'12')
`;
  const ways: Way[] = [
    ['str()', '', ''],
    ['str(5)', '5', ''],
    ['str(Own())', 'own', ''],
    ["S('a')", 'a', 'str.tp$new'],
    ['S()', '', 'str.tp$new'],
    ["str(b'a', 'ascii')", 'a', ''],
    ["S(b'a', 'ascii')", 'a', 'str.tp$new'],
    ["str(object=b'a')", "b'a'", ''],
    ["int('12')", '12', ''],
    ['int(5)', '5', ''],
    ['int(2.5)', '2', ''],
    ['int(True)', '1', 'int.tp$new'],
    ["int('12', 5)", '7', 'int.tp$new'],
    ['int()', '0', 'int.tp$new'],
    ['I(5)', '5', 'int.tp$new'],
    ["I('5')", '5', 'int.tp$new'],
    ['I(5.5)', '5', 'int.tp$new'],
    ["int(b'5')", '5', ''],
    ["int(b'12', 5)", '7', ''],
    ["I(b'5')", '5', 'int.tp$new'],
    ['int(Lent())', '12', ''],
    ['float(5)', '5.0', ''],
    ['float(2.5)', '2.5', ''],
    ["float('1')", '1.0', 'float.tp$new'],
    ['float(True)', '1.0', 'float.tp$new'],
    ['float()', '0.0', 'float.tp$new'],
    ['F(1)', '1.0', 'float.tp$new'],
    ['F(1.5)', '1.5', 'float.tp$new'],
    ["float(b'1')", '1.0', ''],
    ["F(b'1')", '1.0', 'float.tp$new'],
    ['float(Lent())', '12.0', ''],
    ["ord('a')", '97', 'ord.tp$call'],
    ["ord(b'a')", '97', ''],
    ["ord(bytearray(b'a'))", '97', ''],
  ];
  expect(waysOf((source) => run(`${classes}print(${source})`), noted, ways)).toEqual(ways);
});
