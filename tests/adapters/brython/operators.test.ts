/** Operators and functions of numbers that refuse bytes in Brython: a session that CPython 3.15 answered. */
import { brythonWithAdapter, testSession } from './host.js';
import { waysOf } from './noted.js';
import type { Way } from '../ways.js';

testSession(brythonWithAdapter(), 'operators');

test("operators reach the library's functions only where Brython has no method for the left operand", () => {
  const classes = `
b = b'a'
class Own(bytes):
    def __sub__(self, other):
        return 8
    def __rsub__(self, other):
        return 9
    def __rmul__(self, other):
        return 6
    def __radd__(self, other):
        return 5
class Other:
    def __sub__(self, other):
        return 3
    def __add__(self, other):
        return 2
own = Own()
other = Other()
def add(x, y):
    x += y
    return x
def subtract(x, y):
    x -= y
    return x
def multiply(x, y):
    x *= y
    return x
`;
  const ways: Way[] = [
    ['add(5, 1), subtract(5, 1), add(-1, -1), subtract(1, 2)', '(6, 4, -2, -1)', ''],
    ['add(5, -5)', '0', '$B.augm_assign $B.rich_op1'],
    ['subtract(5, 5)', '0', '$B.augm_assign $B.rich_op1'],
    ['add(2 ** 52, 2 ** 52)', '9007199254740992', '$B.augm_assign $B.rich_op1'],
    ['subtract(-9007199254740991, 1)', '-9007199254740992', '$B.augm_assign $B.rich_op1'],
    ["add('a', 'b')", "'ab'", '$B.augm_assign'],
    ['add(1, 1.5)', '2.5', '$B.augm_assign $B.rich_op1'],
    ['add(1.5, 1)', '2.5', '$B.augm_assign $B.rich_op1'],
    ['multiply(5, 2)', '10', '$B.augm_assign'],
    ['add(b, b)', "b'aa'", '$B.augm_assign $B.rich_op1'],
    ['multiply(b, 2)', "b'aa'", '$B.augm_assign $B.rich_op1'],
    ['multiply(2, b)', "b'aa'", 'library.operator.imul'],
    ['subtract(own, 1)', '8', 'library.operator.isub'],
    ['subtract(5, own)', '9', 'library.operator.isub'],
    ['subtract(other, b), add(other, b)', '(3, 2)', '$B.augm_assign $B.rich_op1'],
    ['2 * own', '6', '$B.rich_op1'],
    ["5 + own, 'a' + own", '(5, 5)', '$B.rich_op1'],
    ['other - b, other + b', '(3, 2)', '$B.rich_op1'],
    ['own - 1, 1 - own', '(8, 9)', 'library.operator.sub'],
    ["'%s' % 5", "'5'", '$B.rich_op1'],
    ["'%s' % b, '%s %s' % (b, 1)", '("b\'a\'", "b\'a\' 1")', '$B.rich_op1 library.operator.mod'],
    ["'%s %s' % (b, [1])", '"b\'a\' [1]"', '$B.rich_op1'],
    ['abs(-5), pow(2, 3, mod=5), round(1.5)', '(5, 3, 2)', 'builtins.abs'],
  ];
  expect(waysOf({ $B: ['rich_op1', 'augm_assign'] }, classes, ways)).toEqual(ways);
});
