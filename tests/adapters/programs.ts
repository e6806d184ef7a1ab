/**
 * Programs whose output must be CPython's on every host with an adapter. Callers: hosts.test.ts, which starts
 * processes, and the tests of skulpt, which run in this one.
 */

/** Each program with what CPython 3.15 prints. */
export const PROGRAMS: readonly (readonly [title: string, program: string, printed: string])[] = [
  [
    'the tutorial: one memory, two names',
    `
data = bytearray('ABC', 'utf-8')
mv = memoryview(data)
print(mv[0], bytes(mv[0:2]), list(mv[0:3]))
mv[1] = 90
print('After updation:', data)
try:
    data.append(68)
except BufferError as error:
    print(error)
mv.release()
data.append(68)
print(data)
`,
    `65 b'AB' [65, 66, 67]
After updation: bytearray(b'AZC')
Existing exports of data: object cannot be re-sized
bytearray(b'AZCD')
`,
  ],
  [
    'refusals in the words of CPython, where the hosts have their own',
    `
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
d = {b'a': 1}
attempt(lambda: d[bytearray(b'k')])
attempt(lambda: {bytearray(b'k')})
attempt(lambda: bytearray(b'k') in {b'a'})
attempt(lambda: d.setdefault((1, bytearray()), 2))
attempt(lambda: -b'a')
attempt(lambda: b'a' | b'b')
attempt(lambda: memoryview(b'a') + memoryview(b'b'))
attempt(lambda: round(b'a'))
attempt(lambda: divmod(b'a', 2))
attempt(lambda: '%d' % b'a')
attempt(lambda: '%a|%s' % (b'a', bytearray(b'b')))
attempt(lambda: min(b''))
attempt(lambda: complex(b'1'))
attempt(lambda: b'abc'['a':])
attempt(lambda: memoryview(b'abc')[...][0])
attempt(lambda: ascii(b'\\x80a'.decode('ascii', 'surrogateescape')))
class Memory:
    def __buffer__(self, flags):
        return memoryview(b'12')
attempt(lambda: int(Memory()) + float(Memory()))
x = b'a'
try:
    x -= b'b'
except TypeError as error:
    print(error)
try:
    a, b = b'xyz'
except ValueError as error:
    print(error)
try:
    b'a'[5]
except LookupError as error:
    print(repr(error))
`,
    `TypeError cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')
TypeError cannot use 'bytearray' as a set element (unhashable type: 'bytearray')
TypeError cannot use 'bytearray' as a set element (unhashable type: 'bytearray')
TypeError cannot use 'tuple' as a dict key (unhashable type: 'bytearray')
TypeError bad operand type for unary -: 'bytes'
TypeError unsupported operand type(s) for |: 'bytes' and 'bytes'
TypeError unsupported operand type(s) for +: 'memoryview' and 'memoryview'
TypeError type bytes doesn't define __round__ method
TypeError unsupported operand type(s) for divmod(): 'bytes' and 'int'
TypeError format argument: %d requires a real number, not bytes
b'a'|bytearray(b'b')
ValueError min() iterable argument is empty
TypeError complex() argument must be a string or a number, not bytes
TypeError slice indices must be integers or have an __index__ method
TypeError memoryview: invalid slice key
'\\udc80a'
24.0
unsupported operand type(s) for -=: 'bytes' and 'bytes'
too many values to unpack (expected 2)
IndexError('index out of range')
`,
  ],
  [
    'literals, operators, iteration',
    `
b = b'a\\x00\\xff'
print(b, b[1], b[-1:], b + b'!', b * 2, 3 * b'ab', 97 in b, b'\\x00' in b, b == bytearray(b), b < b'b')
print([x for x in b], list(reversed(b)), sorted(b'cab'), {b'k': 1}[b'k'], isinstance(b, bytes), type(b))
b'a' + 1
`,
    `b'a\\x00\\xff' 0 b'\\xff' b'a\\x00\\xff!' b'a\\x00\\xffa\\x00\\xff' b'ababab' True True True True
[97, 0, 255] [255, 0, 97] [97, 98, 99] 1 True <class 'bytes'>
TypeError: can't concat int to bytes
`,
  ],
  [
    'arguments of the short ways, and those beside them',
    `
def items(all):
    for each in all:
        yield each
class Seven:
    def __index__(self):
        return 7
def broken():
    yield 1
    raise LookupError('inside')
print(bytes(items([1, 2, Seven(), True])), bytes(range(3, 0, -1)), bytes((1, 2)), bytes([Seven()]), bytes(items([])))
for make in (lambda: bytes(items([1, 'a'])), lambda: bytes(broken()), lambda: bytes(range(255, 258)), lambda: bytes((1, None))):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
left = items([1, 300, 5])
try:
    bytes(left)
except ValueError as error:
    print(error, list(left))
b = b'a,b'
print(b.upper().lower() is b, b == b, b != b, b.split(b',', 1), b.startswith((b'x', b'a')), b.count(98), b','.join((b, b'c')))
for call in (lambda: b.upper(1), lambda: b.center('x'), lambda: b.startswith((b'x', 1)), lambda: b.split(b''), lambda: b','.join((b, 1))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
it = iter(b)
print(next(it), list(it), ord(b'x'), int('5'), float(5), bytearray(items([1, 2])), b'-'.join(items([b, b])))
`,
    `b'\\x01\\x02\\x07\\x01' b'\\x03\\x02\\x01' b'\\x01\\x02' b'\\x07' b''
TypeError 'str' object cannot be interpreted as an integer
LookupError inside
ValueError bytes must be in range(0, 256)
TypeError 'NoneType' object cannot be interpreted as an integer
bytes must be in range(0, 256) [5]
False True False [b'a', b'b'] True 1 b'a,b,c'
TypeError bytes.upper() takes no arguments (1 given)
TypeError 'str' object cannot be interpreted as an integer
TypeError a bytes-like object is required, not 'int'
ValueError empty separator
TypeError sequence item 1: expected a bytes-like object, int found
97 [44, 98] 120 5 5.0 bytearray(b'\\x01\\x02') b'a,b-a,b'
`,
  ],
  [
    'derived classes',
    `
class Tagged(bytes):
    def __new__(cls, source, tag):
        self = bytes.__new__(cls, source)
        self.tag = tag
        return self
    def __len__(self):
        return 42
    def upper(self):
        return 'upper of ' + self.tag + repr(super().upper())
t = Tagged(b'xyz', 'T')
print(t, len(t), t.upper(), t[0], t.tag, isinstance(t, bytes), type(t[:]).__name__, t == b'xyz', hash(t) == hash(b'xyz'))
class Plain(bytearray): pass
p = Plain(b'ab'); p.append(99); p.x = 1
print(p, p.x, type(p.copy()).__name__, Plain.fromhex('6162'), bytes(p))
`,
    `b'xyz' 42 upper of Tb'XYZ' 120 T True bytes True True
Plain(b'abc') 1 bytearray Plain(b'ab') b'abc'
`,
  ],
  [
    "the host's objects in calls of the library",
    `
class I:
    def __index__(self): return 3
class Mine(Exception): pass
class Bad:
    def __index__(self): raise Mine('mine')
print(bytes(I()), bytes([I(), 1]), bytes(x for x in range(3)), b'-'.join([b'a', memoryview(b'b')]), b'%d %s' % (I(), b'x'))
raised = None
try:
    bytes([Bad()])
except Mine as error:
    print(type(error).__name__, error)
class Lender:
    def __init__(self): self.data = bytearray(b'lent')
    def __buffer__(self, flags): return memoryview(self.data)
print(bytes(Lender()), memoryview(Lender())[1], b'x'.join([Lender(), Lender()]))
class Shrinks:
    def __init__(self, items): self.items = items
    def __index__(self):
        self.items.clear()
        return 1
items = []
items += [Shrinks(items), 2, 3]
print(bytes(items))
`,
    `b'\\x00\\x00\\x00' b'\\x03\\x01' b'\\x00\\x01\\x02' b'a-b' b'3 x'
Mine mine
b'lent' 101 b'lentxlent'
b'\\x01'
`,
  ],
  [
    'values of classes that derive from int, float, str and tuple, and calls that lack arguments',
    `
import struct
from array import array
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
class F(float):
    pass
class I(int):
    pass
class S(str):
    pass
class T(tuple):
    pass
class P(F):
    def __index__(self):
        return 5
attempt(lambda: struct.pack('<d', F(1.5)))
attempt(lambda: struct.pack('<hd', I(7), I(2)))
attempt(lambda: array('d', [F(0.5), I(3), True]))
attempt(lambda: bytes([I(3), True]) + bytes(I(2)))
attempt(lambda: bytes(F(2.0)))
attempt(lambda: bytes(P(2.0)))
attempt(lambda: bytearray(S('ab'), 'utf-8') + bytes(S('cd'), 'ascii', 'strict'))
attempt(lambda: bytes(S('ab'), errors='ignore'))
attempt(lambda: bytearray(S('ab')))
attempt(lambda: bytes(S('ab')))
attempt(lambda: b'abc'.startswith(T((b'x', b'ab'))))
attempt(lambda: b'%d %s' % T((I(4), b'x')))
attempt(lambda: b'a'.__class__.__new__(int))
attempt(lambda: bytearray.__new__(bytes))
attempt(lambda: bytes.__new__(5))
attempt(lambda: bytes.__new__())
attempt(lambda: bytearray.__new__())
attempt(lambda: memoryview.__new__())
attempt(lambda: bytes.upper())
attempt(lambda: bytearray.append(5))
attempt(lambda: str(b'\\xff', errors='replace'))
attempt(lambda: str(b'a', 'ascii', 'strict'))
attempt(lambda: str(bytearray(b'ab'), encoding='ascii'))
class B(bytearray):
    pass
b = B(b'abc')
b[0], b[-1], b[True] = 120, I(121), 33
def put(x, name, value):
    setattr(x, name, value)
attempt(lambda: put(b'a', 'x', 1))
attempt(lambda: put(bytearray(), 'append', 1))
attempt(lambda: b[3])
def item(x, i, value):
    x[i] = value
attempt(lambda: item(bytearray(b'a'), 0, 256))
attempt(lambda: item(bytearray(b'a'), 1, 5))
attempt(lambda: item(bytearray(b'a'), -2, 5))
attempt(lambda: item(b, 1.5, 5))
attempt(lambda: b'abcdef'[I(1):I(4)] + b'abcdef'[::-2] + b'abcdef'[-3:-1])
attempt(lambda: b'abc'[::0])
attempt(lambda: (B(b'a,b').split(b','), B(b'a,b').partition(b',')))
attempt(lambda: b'ab' + F(1.0))
attempt(lambda: b'ab' * F(1.0))
attempt(lambda: F(1.0) in b'ab')
attempt(lambda: b'ab'.find(F(1.0)))
`,
    `b'\\x00\\x00\\x00\\x00\\x00\\x00\\xf8?'
b'\\x07\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00@'
array('d', [0.5, 3.0, 1.0])
b'\\x03\\x01\\x00\\x00'
TypeError cannot convert 'F' object to bytes
b'\\x00\\x00\\x00\\x00\\x00'
bytearray(b'abcd')
TypeError string argument without an encoding
TypeError string argument without an encoding
TypeError string argument without an encoding
True
b'4 x'
TypeError bytes.__new__(int): int is not a subtype of bytes
TypeError bytearray.__new__(bytes): bytes is not a subtype of bytearray
TypeError bytes.__new__(X): X is not a type object (int)
TypeError bytes.__new__(): not enough arguments
TypeError bytearray.__new__(): not enough arguments
TypeError memoryview.__new__(): not enough arguments
TypeError unbound method bytes.upper() needs an argument
TypeError descriptor 'append' for 'bytearray' objects doesn't apply to a 'int' object
�
a
ab
AttributeError 'bytes' object has no attribute 'x' and no __dict__ for setting new attributes
AttributeError 'bytearray' object attribute 'append' is read-only
IndexError bytearray index out of range
ValueError byte must be in range(0, 256)
IndexError bytearray index out of range
IndexError bytearray index out of range
TypeError bytearray indices must be integers or slices, not float
b'bcdfdbde'
ValueError slice step cannot be zero
([bytearray(b'a'), bytearray(b'b')], (bytearray(b'a'), bytearray(b','), bytearray(b'b')))
TypeError can't concat F to bytes
TypeError can't multiply sequence by non-int of type 'F'
TypeError a bytes-like object is required, not 'F'
TypeError argument should be integer or bytes-like object, not 'F'
`,
  ],
  [
    'a call that raises runs once',
    `
x = [b'a', b'b']
class Evil:
    def __buffer__(self, flags):
        print('lends', len(x))
        x.clear()
        return memoryview(b'evil')
x.insert(1, Evil())
try:
    print(b'-'.join(x))
except RuntimeError as error:
    print(error)
`,
    `lends 3
sequence changed size during iteration
`,
  ],
  [
    'struct, array, io, and exceptions with fields',
    `
import struct, array, io
print(struct.pack('<IHd', 7, 2, 0.5), struct.unpack('<Hd', struct.pack('<Hd', 2, 1.0)), struct.calcsize('@iq'))
try:
    struct.pack('<H', 70000)
except struct.error as error:
    print(type(error), error)
a = array.array('d', [1, 2.5]); a.append(3)
print(a, a.tolist(), a.itemsize, memoryview(a).format)
s = io.BytesIO(b'one\\ntwo')
print(s.read(2), s.readline(), list(s), s.getvalue())
try:
    b'ab\\xff'.decode()
except UnicodeDecodeError as error:
    print(error, error.start, error.object, error.reason, error.encoding)
print(str(b'\\xc3\\xa9', 'utf-8'), int(b'12'), float(b'1.5'), ord(b'a'), 'é'.encode(), (258).to_bytes(2, 'big'), int.from_bytes(b'\\x01\\x02'))
`,
    `b'\\x07\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\xe0?' (2, 1.0) 16
<class 'struct.error'> 'H' format requires 0 <= number <= 65535
array('d', [1.0, 2.5, 3.0]) [1.0, 2.5, 3.0] 8 d
b'on' b'e\\n' [b'two'] b'one\\ntwo'
'utf-8' codec can't decode byte 0xff in position 2: invalid start byte 2 b'ab\\xff' invalid start byte utf-8
é 12 1.5 97 b'\\xc3\\xa9' b'\\x01\\x02' 258
`,
  ],
  [
    'a view that no variable leads to does not block a resize',
    `
data = bytearray(b'abc')
bytes(memoryview(data)[:2])
data.append(100)
keep = [memoryview(data)]
try:
    data.append(101)
except BufferError as error:
    print(error)
keep.pop()
data.append(101)
print(data)
`,
    `Existing exports of data: object cannot be re-sized
bytearray(b'abcde')
`,
  ],
  [
    'ints, text, keys and results that the adapters treat on a short way',
    `
def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
class Int(int):
    pass
class Text(str):
    pass
for a in (5, -7, 2**31, -2**40, True, Int(6)):
    print([(a & b, a | b, a ^ b) for b in (3, -1, 2**31 - 1, 2**33, Int(-8))], [a >> b for b in (0, 31, 33, True)])
d = {1: 'n', 'a': 's', (1, b'x'): 't', b'x': 'b'}
print(d[1], d[True], d['a'], d[Text('a')], d[1, b'x'], d[b'x'], d.get('b'), d.get(2), 'a' in d, 2 in d)
s = {1}
for key in (1, 'a', True, b'x', 'a', b'x', (1,)):
    s.add(key)
print(len(s), 1 in s, Text('a') in s, b'a' in s, 'a' in frozenset(s), 2 in frozenset(s))
attempt(lambda: {1}.add(bytearray(b'k')))
attempt(lambda: bytearray(b'k') in {1})
attempt(lambda: d.get(bytearray(b'k')))
print(Text('b') in 'abc', 'b' in Text('abc'), 'd' in 'abc', 'ab' * 2, [1] * True, ('a' + Text('b')), (1,) + (2,))
attempt(lambda: b'a' in 'abc')
attempt(lambda: (1,) * b'a')
attempt(lambda: [1] * b'a')
b = b'abc'
print(b.center(2) is b, b.zfill(1) is b, b * 1 is b, b + b'' is b, b.replace(b'z', b'y') is b, b''.join([b]) is b, b.split()[0] is b)
separator = b'bc'
print(b.rpartition(separator)[1] is separator, b.partition(separator)[1] is separator, b.replace(b, separator) is separator)
print(b'a b'.split()[0] is b'aXb'.rpartition(b'X')[0], b'ab'.find(True), bytes(), bytearray(b'a b').split(), bytearray(b'aXb').rpartition(b'X'))
`,
    `[(1, 7, 6), (5, -1, -6), (5, 2147483647, 2147483642), (0, 8589934597, 8589934597), (0, -3, -3)] [5, 0, 0, 2]
[(1, -5, -6), (-7, -1, 6), (2147483641, -1, -2147483642), (8589934592, -7, -8589934599), (-8, -7, 1)] [-7, -1, -1, -4]
[(0, 2147483651, 2147483651), (2147483648, -1, -2147483649), (0, 4294967295, 4294967295), (0, 10737418240, 10737418240), (2147483648, -8, -2147483656)] [2147483648, 1, 0, 1073741824]
[(0, -1099511627773, -1099511627773), (-1099511627776, -1, 1099511627775), (0, -1097364144129, -1097364144129), (0, -1090921693184, -1090921693184), (-1099511627776, -8, 1099511627768)] [-1099511627776, -512, -128, -549755813888]
[(1, 3, 2), (1, -1, -2), (1, 2147483647, 2147483646), (0, 8589934593, 8589934593), (0, -7, -7)] [1, 0, 0, 0]
[(2, 7, 5), (6, -1, -7), (6, 2147483647, 2147483641), (0, 8589934598, 8589934598), (0, -2, -2)] [6, 0, 0, 3]
n n s s t b None None True False
4 True True False True False
TypeError cannot use 'bytearray' as a set element (unhashable type: 'bytearray')
TypeError cannot use 'bytearray' as a set element (unhashable type: 'bytearray')
TypeError cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')
True True False abab [1] ab (1, 2)
TypeError 'in <string>' requires string as left operand, not bytes
TypeError can't multiply sequence by non-int of type 'bytes'
TypeError can't multiply sequence by non-int of type 'bytes'
True True True True True True True
True True False
True -1 b'' [bytearray(b'a'), bytearray(b'b')] (bytearray(b'a'), bytearray(b'X'), bytearray(b'b'))
`,
  ],
];
