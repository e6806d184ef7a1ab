# Short everyday programs, one for each fault that such a program has found.

# == names of methods
for f in b''.upper, bytes.upper, bytes.fromhex, bytearray.fromhex, bytes.maketrans, b''.__len__, bytearray().__init__, memoryview(b'').__hash__:
    print(f.__name__)
print(b''.upper.__self__, b''.__add__.__self__)

# == qualified names of methods
print(b''.upper.__qualname__, bytes.upper.__qualname__, bytes.fromhex.__qualname__, b''.__len__.__qualname__, bytes.__add__.__qualname__)

# == bytes that the module codecs makes
import codecs

def made():
    return codecs.encode('ab', 'latin-1')

print(len(made()), made()[0], list(made()), 97 in made(), hash(made()) == hash(b'ab'), made() + b'c', [*made()], sum(made()), next(iter(made())))
try:
    'x' + made()
except TypeError as error:
    print(error)
try:
    made() - made()
except TypeError as error:
    print(error)

# == copies of objects with slots
import copy

class Tagged(bytearray):
    __slots__ = ('tag', 'other', '__dict__')

one = Tagged(b'ab')
one.tag = 1
one.free = [2]
for two in copy.copy(one), copy.deepcopy(one):
    print(two == one, two.tag, two.free, two.free is one.free, hasattr(two, 'other'), type(two).__name__)
print(one.__reduce_ex__(4)[2])

# == pickled objects of derived classes
import pickle

class Name(bytes):
    pass

name = Name(b'ab')
name.note = 'x'
for protocol in range(6):
    for each in name, iter(b'ab'), b'ab', bytearray(b'ab'):
        again = pickle.loads(pickle.dumps(each, protocol))
        print(type(again).__name__, list(again), getattr(again, 'note', None))

# == escapes in literals
print(b'\u0041', B'\U00000041', b'\N{BULLET}', rb'\u0041', b'\\u0041', b'\\\u0041', b'\x41\101\0\7\18', Rb'\x', bR'\'', b"\"", b'\'', br'\\', b'\a\b\f\v')

# == literals that do not compile
for source in ("b'\u00e9'", "B'a\u20ac'", "rb'\u00e9'", "b'''\u00e9'''", "b'a' 'b'", "'a' b'b'", "b'a' f'b'"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(error.msg)

# == names of nested classes in errors
class Outer:
    class Inner:
        pass

for make in (lambda: b'%x' % Outer.Inner(), lambda: b'%c' % Outer.Inner()):
    try:
        make()
    except TypeError as error:
        print(error)

# == special methods called with wrong arguments
for call in (lambda: b'a'.__len__(1), lambda: b'a'.__eq__(), lambda: b'a'.__add__(1, 2), lambda: bytes.__add__(b'a'), lambda: b'a'.__contains__(), lambda: bytearray(b'a').__setitem__(0)):
    try:
        print(call())
    except TypeError as error:
        print('TypeError:', error)
print(b'a'.__len__(), b'a'.__add__(b'b'), b'a'.__hash__() == hash(b'a'), bytes.__getitem__(b'abc', 1), bytearray(b'a').__iadd__(b'b'))

# == a derived class without a hash
class Strict(bytearray):
    def __eq__(self, other):
        return bytes(self) == bytes(other)
    __hash__ = None

for use in (lambda: hash(Strict(b'a')), lambda: {Strict(b'a')}, lambda: {Strict(b'a'): 1}, lambda: {(1, bytearray()): 2}):
    try:
        use()
    except TypeError as error:
        print(error)

# == unpacking with a star
def one(data):
    a, *b, c = data

def two(data):
    *a, b, c, d = data

for unpack in one, two:
    for data in b'', b'x', bytearray(b'xy'), memoryview(b'xyz'):
        try:
            print(unpack(data))
        except ValueError as error:
            print(error)

# == an array is not less than an int
from array import array

for compare in (lambda: array('i') < 5, lambda: 'a' > array('b'), lambda: array('b') <= [1], lambda: b'a' < 'a'):
    try:
        compare()
    except TypeError as error:
        print(error)

# == exceptions that hold bytes
class Bad(ValueError):
    pass

for error in ValueError(b'a'), ValueError(b'a', 5), Bad(bytearray(b'x'), 'y'), KeyError(b'k'):
    print(str(error), repr(error), error.args)
try:
    b'\xff'.decode()
except UnicodeDecodeError as error:
    print(repr(error))
try:
    b''.nothing
except AttributeError as error:
    print(repr(error), error.args)

# == names in order
print(dir(b'') == sorted(dir(b'')), dir(bytearray) == sorted(dir(bytearray)))

# == the least of nothing
for function in min, max:
    for empty in b'', bytearray(), memoryview(b''):
        try:
            function(empty)
        except ValueError as error:
            print(error)
