/** `str`, `int`, `float`, `ord` and slices that meet bytes, in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';
import { waysOf } from './noted.js';
import type { Way } from '../ways.js';

testSession(brythonWithAdapter(), 'builtins');

test("Brython's own constructors make what is no bytes, and the library's functions read bytes", () => {
  const own = ['tp_new', '$factory'];
  const classes = `
b = b'7'
class S(str):
    pass
class I(int):
    pass
class F(float):
    pass
class D(bytes):
    pass
class Lent:
    def __buffer__(self, flags):
        return memoryview(b)
d = D(b)
x = bytearray(b)
`;
  const ways: Way[] = [
    ['str()', "''", 'str.$factory'],
    ['str(5)', "'5'", ''],
    ['str(True), str(2**70)', "('True', '1180591620717411303424')", 'str.$factory'],
    ['S(5)', "'5'", 'str.$factory str.tp_new'],
    ["str(b, 'ascii')", "'7'", 'library.str'],
    ["S(b, 'ascii')", "'7'", 'library.str str.$factory str.tp_new'],
    ['str(object=5)', "'5'", 'library.str'],
    ['str.__new__(str, 5)', "'5'", 'str.$factory str.tp_new'],
    ['int(5), int()', '(5, 0)', 'int.$factory'],
    ["int('12', 5)", '7', 'int.$factory'],
    ['int(b), int(Lent())', '(7, 7)', 'library.int'],
    ['int.__new__(int, b)', '7', 'library.int'],
    ["int.__new__(int, '5')", '5', 'int.$factory int.tp_new'],
    ['I(b)', '7', 'int.$factory int.tp_new library.int'],
    ['I(5)', '5', 'int.$factory int.tp_new'],
    ["float(5), float(2.5), float(), float('1')", '(5.0, 2.5, 0.0, 1.0)', '$B.fast_float float.$factory'],
    ['float(5), float(-3)', '(5.0, -3.0)', '$B.fast_float'],
    ['float(b), float(Lent())', '(7.0, 7.0)', '$B.fast_float library.float'],
    ['F(1)', '1.0', '$B.fast_float float.tp_new'],
    ['F(b)', '7.0', '$B.fast_float float.$factory float.tp_new library.float'],
    ['float.__new__(float, 5)', '5.0', '$B.fast_float float.tp_new'],
    ['float.__new__(F, 5)', '5.0', '$B.fast_float float.tp_new'],
    ["float.__new__(float, '5')", '5.0', 'float.$factory float.tp_new'],
    ["ord('a')", '97', 'builtins.ord'],
    ['ord(b)', '55', ''],
    ['ord(d), ord(x)', '(55, 55)', 'library.ord'],
    ['[*iter(b)]', '[55]', ''],
    ['[*iter(d)], [*iter(x)], [*iter([1])]', '([55], [55], [1])', 'builtins.iter'],
    ["[*iter(b'a'.split, [b'a'])]", '[]', 'builtins.iter bytes.construct'],
  ];
  const names = { $B: ['fast_float'], str: own, int: own, float: own };
  expect(waysOf(names, classes, ways)).toEqual(ways);
});
