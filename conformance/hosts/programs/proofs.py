"""
Programs that prove the reasons of `ledger.json` without bytes and without the adapter: on the hosts named in the title
the output of each differs from CPython 3.15's (`expected/proofs.txt`). A line `# == hosts: reason` begins one.
"""

# == skulpt: the host names the class in its own errors by `__name__`, CPython by module and name
import collections
d = collections.deque()
try:
    d.nothing
except AttributeError as e:
    print(e)

# == brython: the host multiplies sequences itself before it asks the type
try:
    'ab' * 'c'
except TypeError as e:
    print(e)

# == brython: Brython names the operator `+` where `+=` was written
x = 1
try:
    x += 'a'
except TypeError as e:
    print(e)

# == brython skulpt: the host iterates, and words its errors about iterators
class Bad:
    def __iter__(self):
        return 5
for attempt in (lambda: 1 in 5, lambda: iter(Bad()), lambda: next(5), lambda: list(5)):
    try:
        attempt()
    except TypeError as e:
        print(e)

# == brython skulpt: the host adds lists and objects of its own
try:
    [1] + (2,)
except TypeError as e:
    print(e)

# == skulpt: Skulpt shows the key of a KeyError without its quotes
print(KeyError('a'))

# == skulpt: Skulpt does not have the module, the syntax or the attribute
import functools
print(functools.reduce(lambda a, b: a + b, [1, 2]))

# == brython: Brython does not have the module, the function or the attribute, or loads it over the network
import itertools
print(list(itertools.pairwise('abc')))

# == brython skulpt: the host's repr of strings shows surrogates and characters that cannot be printed in its own way
print(repr('\udcff'), repr('\ufeff'), repr('\U000e0001'))

# == brython skulpt: the host's exceptions keep one argument, the message
print(str(ValueError('a', 1)), repr(ValueError('a', 1)))
class Mine(ValueError):
    def __init__(self, code):
        super().__init__('code', code)
try:
    raise Mine(5)
except Mine as e:
    print(e.args)

# == brython skulpt: the host's repr of objects shows no address or no module
class C:
    pass
print(repr(C())[:22], repr(object())[:16])

# == brython skulpt: the host's messages name methods without their class
class C:
    def method(self):
        pass
try:
    C().method(1)
except TypeError as e:
    print(e)

# == brython: Brython and Skulpt evaluate the parts of a slice before the operation begins, CPython in the middle of it
class Index:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        print('index', self.n)
        return self.n
class Shows:
    def __getitem__(self, key):
        return 'nothing is asked'
print(Shows()[Index(1):Index(2)])

# == brython skulpt: format() is the host's
class C:
    def __format__(self, spec):
        return None
for attempt in (lambda: format('a', 5), lambda: format(None, '5'), lambda: format([], '>3'), lambda: format(C())):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)

# == brython skulpt: unpacking is the host's
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b, c = 'xy'
except ValueError as e:
    print(e)

# == brython skulpt: methods found through the class are the host's descriptors
for attempt in (lambda: str.upper(), lambda: str.upper(5), lambda: list.append.__qualname__):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)

# == brython skulpt: re is the host's
import re
print(re.compile('a(?P<x>b)', re.I).flags, re.sub('(a)(b)?', r'[\1\2]', 'aab'), re.escape('a b-c'))
try:
    re.compile('(')
except Exception as e:
    print(type(e).__name__, e)

# == skulpt: sum() is the host's
try:
    print(sum(['a'], ''))
except TypeError as e:
    print(e)
print(sum([], ()), sum([0.1] * 3))

# == brython skulpt: tracebacks are the host's
import sys
try:
    1 / 0
except ZeroDivisionError as e:
    print(e.__traceback__.tb_lineno, type(e.__traceback__).__name__, e.__traceback__.tb_frame.f_code.co_name, sys.exc_info()[2] is e.__traceback__)

# == skulpt: IOError and OSError are two names of one class in the host
print(OSError.__name__, IOError is OSError)

# == brython: Brython takes any text as the name of an attribute
class C:
    pass
c = C()
try:
    setattr(c, 'a\0b', 1)
    print('set')
except Exception as e:
    print(type(e).__name__, e)
try:
    getattr(c, '\0', None)
    print('read')
except Exception as e:
    print(type(e).__name__, e)
try:
    c.__class__ = 5
except TypeError as e:
    print(e)
try:
    exec('class D:\n    pass\n' + 'type("\\0", (), {})')
    print('made')
except Exception as e:
    print(type(e).__name__, e)

# == brython: Brython evaluates the value of an assignment last
def say(x):
    print('say', x)
    return x
d = {}
d[say(1)] = say(2)

# == skulpt: Skulpt's compiler does not know the syntax
def f():
    x = 1
    def g():
        nonlocal x
        x = 2
    g()
    return x
print(f())

# == skulpt: Skulpt does not have the module or the attribute
try:
    try:
        raise ValueError('a')
    except ValueError as e:
        raise RuntimeError('b') from e
except RuntimeError as e:
    print(type(e.__cause__).__name__)

# == skulpt: Skulpt calls bool() on what `__eq__` returns
class C:
    def __eq__(self, other):
        return 'eq'
print(C() == 1)

# == skulpt: Skulpt's `yield from` returns None instead of the items
def inner():
    yield 1
    yield 2
def outer():
    yield from inner()
print(list(outer()))

# == skulpt: Skulpt has no module copyreg, whose functions pickles name
import copyreg
print(copyreg.__name__)

# == skulpt: a class of Skulpt's that sets `__eq__` keeps its hash
class C:
    def __eq__(self, other):
        return True
try:
    hash(C())
    print('hash')
except TypeError as e:
    print(e)

# == brython skulpt: the host words what is wrong with the result of `__str__`
class C:
    def __str__(self):
        return 5
try:
    str(C())
except TypeError as e:
    print(e)

# == brython: Brython's `reversed` lets an IndexError of `__getitem__` through
class Seq:
    def __len__(self):
        return 2
    def __getitem__(self, i):
        raise IndexError('now')
try:
    print(list(reversed(Seq())))
except IndexError as e:
    print('IndexError', e)

# == brython: Brython's operator.concat is `+`: concat([1], x) asks x without the adapter, too
import operator
class C:
    def __radd__(self, other):
        return 'radd'
try:
    print(operator.concat([1], C()))
except TypeError as e:
    print(e)

# == brython: a method's __qualname__ is its name on Brython, that of list.append without the adapter, too
print(list.append.__qualname__)

# == brython: Brython's `zip()` without arguments fails
print(list(zip()))

# == skulpt: Skulpt's `'%-3s' % 'abc'` adds a space to text that is as wide as the field
print('%-3s|' % 'abc')

# == skulpt: an exception of Skulpt keeps the arguments of its class, not those of `Exception.__init__`, and has no `__cause__`
class E(Exception):
    def __init__(self, a, b):
        Exception.__init__(self, a)
print(E(1, 2).args)

# == brython skulpt: the host's `sorted` uses another algorithm, so that floats of which some are no numbers come in another order
nan = float('nan')
print(sorted([2.0, 0.0, nan]), sorted([1.0, 0.0, 0.0, 3.0, nan, 3.0, nan, 1.0, 3.0]))

# == brython: Brython iterates over an object that has `__getitem__` only if it has `__len__`, too
class S:
    def __getitem__(self, i):
        return 'ab'[i]
try:
    print(list(S()))
except TypeError as e:
    print(e)

# == brython: Brython shows an object without a hash in the place of its type
try:
    hash([1])
except TypeError as e:
    print(e)

# == skulpt: Skulpt does not say where the key stands that has no hash
try:
    {[]: 1}
except TypeError as e:
    print(e)

# == skulpt: the `send` of Skulpt's generators returns nothing at their end, and the program goes on somewhere else
def f():
    yield 1
g = f()
next(g)
try:
    g.send(None)
    print('no end')
except StopIteration:
    print('end')

# == skulpt: Skulpt knows no `__slots__`
class S:
    __slots__ = ('x',)
try:
    S().y = 1
    print('set')
except AttributeError:
    print('refused')

# == skulpt: Skulpt's classes have no qualified names
class A:
    class B:
        pass
print(A.B.__qualname__)

# == brython: Brython's `len` ends its error with VVV, whatever the type
try:
    len(5)
except TypeError as e:
    print(e)
