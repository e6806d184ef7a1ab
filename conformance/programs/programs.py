"""Short programs that people write, and some that nobody should; `expected.txt` has what CPython 3.15 prints for each.

A line `# == title` begins one; [final] after the title says that 3.15.0rc1 gets it wrong, so the final release answers. `attempt(f, ...)` returns a call's result or its exception as text (run_programs.py).
"""

# == constructors of every kind
for cls in (bytes, bytearray):
    print(cls(), cls(3), cls(b'ab'), cls(bytearray(b'cd')), cls(memoryview(b'xyz')[::2]), cls([1, 2, 255]))
    print(cls((1,)), cls(range(5)))
    print(cls('é', 'utf-8'), cls('é', encoding='latin-1'), cls('é', 'ascii', 'replace'))
    print(cls(source='a', encoding='ascii', errors='strict'))
    print(cls(source=b'q'), cls((x for x in range(3))), cls({5: 1}), cls({7}), cls(True), cls(map(ord, 'hi')))

# == constructors that fail
for cls in (bytes, bytearray):
    for args, kw in [
        (('a',), {}), ((-1,), {}), (([256],), {}), (([-1],), {}), ((1.5,), {}), ((None,), {}),
        (([1, 'a'],), {}), ((['a'],), {}), ((b'a', 'utf-8'), {}), ((5, 'utf-8'), {}),
        ((), {'encoding': 'utf-8'}), ((), {'errors': 'strict'}), (('a', None), {}),
        (('a', 'utf-8', 'strict', 1), {}), ((), {'sauce': 1}), (('a', 5), {}), (('é', 'ascii'), {}),
        (('a', 'nope'), {}), ((2 ** 100,), {}), ((object(),), {}), (([1.0],), {}), (([None],), {}), ((1j,), {}),
        (([2 ** 100],), {}), (([-2 ** 100],), {}), (('a', 'utf-8', 5), {}), ((b'a',), {'errors': 'x'}),
        (('a\x00',), {'encoding': 'utf\x00-8'}), ((...,), {}), ((int,), {}), ((NotImplemented,), {}),
    ]:
        print(cls.__name__, args, kw, attempt(cls, *args, **kw))

# == constructor of huge sizes
for n in (2 ** 31 - 1, 2 ** 31, 2 ** 62, 2 ** 63, -2 ** 63, -2 ** 31 - 1):
    print(n, attempt(bytes, n), attempt(bytearray, n))

# == repetition by values that are no count
print(attempt(lambda: b'a' * 1.0), attempt(lambda: b'a' * 'b'), attempt(lambda: bytearray() * None))
print(attempt(lambda: b'a' * b'b'), attempt(lambda: 1.5 * b'a'), attempt(lambda: [] * bytearray()))
print(attempt(lambda: bytearray(b'ab') * 2 ** 30), attempt(lambda: bytearray(b'ab') * 2 ** 64))

# == repr of bytes
print(b'', b"'", b'"', b'\'"', b'\\', b'\t\n\r\x00\x7f\xff\x1f ~', bytes(range(256)))
print(bytearray(b'\'"'), bytearray(b'"'), bytearray(b"'"), [b'a', bytearray(b'b')], {b'k': bytearray(b"v'")})
print(str(b'a'), repr(b'a'), f"{b'a'}", f"{b'a'!r:>10}", f"{b'a'!s}", f"{bytearray(b'z')!a}")
print('%s %r %a' % (b'a', b'b', b'\xff'))

# == format specs on bytes
for x in (b'a', bytearray(b'a'), memoryview(b'a')):
    print(attempt(format, x, '') if not isinstance(x, memoryview) else 'view', attempt(format, x, '>5'))
    print(attempt(format, x, 's'), attempt(lambda: f'{x:10}'))
    print(attempt('{:5}'.format, x), attempt(format, x, b'x'))

# == indexing
for x in (b'abc', bytearray(b'abc'), memoryview(b'abc')):
    print(x[0], x[-1], x[True], x[-3])
    for i in (
        3, -4, 2 ** 31, 2 ** 63, -2 ** 63 - 1, 1.0, 'a', None, b'a', (1, 2), (), [], ..., (slice(0, 1),), (0,),
    ):
        print(type(x).__name__, i, attempt(lambda: x[i]))

# == slicing corners
x = b'0123456789'
for s in (
    slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1),
    slice(8, 2, -2), slice(-100, 100), slice(100, -100, -1), slice(2 ** 70, None), slice(None, 2 ** 70, 3),
    slice(-2 ** 70, 2 ** 70, 2 ** 70), slice(None, None, -2 ** 70), slice(True, False), slice(5, 5),
    slice(6, 5),
):
    print(s, x[s], bytearray(x)[s], bytes(memoryview(x)[s]))
for s in (slice(None, None, 0), slice('a'), slice(1.0), slice(None, None, 1.5), slice(b'a', 2)):
    print(s, attempt(lambda: x[s]), attempt(lambda: bytearray(x)[s]), attempt(lambda: memoryview(x)[s]))

# == index objects
class I:
    def __init__(self, v):
        self.v = v
    def __index__(self):
        print('index', self.v)
        return self.v
x = bytearray(b'abcdef')
print(x[I(2)], x[I(-1):I(1):I(-2)], x[I(1):I(3)])
x[I(0)] = I(65)
print(x, bytes(I(3)), bytes([I(1), I(2)]), bytearray(I(2)))
x.insert(I(1), I(66))
x.append(I(67))
x.extend([I(68)])
print(x, x.pop(I(0)), I(65) in x)
del x[I(0)]
print(x, x.count(I(67)), x.find(I(68), I(0), I(9)), x * I(2), x.center(I(12)))
print(x.hex(bytes_per_sep=I(1), sep=':'))

# == index objects that misbehave
class Bad:
    def __init__(self, v):
        self.v = v
    def __index__(self):
        return self.v
class Boom:
    def __index__(self):
        raise KeyError('boom')
for v in (Bad('a'), Bad(1.0), Bad(None), Bad(256), Bad(-1), Boom(), Bad(True)):
    print(attempt(bytes, v), '|', attempt(bytes, [v]), '|', attempt(lambda: b'abc'[v]), '|')
    print(attempt(lambda: v in b'a'), '|', attempt(b'abc'.find, v), '|', attempt(bytearray(b'abc').append, v))
    print('|', attempt(lambda: b'a' * v))

# == assigning items
x = bytearray(b'abc')
x[0] = 65
x[-1] = True
print(x)
for i, v in [
    (0, 256), (0, -1), (0, 'a'), (0, b'a'), (0, 1.0), (0, None), (3, 1), (-4, 1), ('a', 1), (1.0, 1), (None, 1),
    (2 ** 100, 1), (0, 2 ** 100), ((0,), 1),
]:
    def f():
        x[i] = v
    print(i, v, attempt(f))
print(x)

# == assigning slices
def go(s, v, start=b'0123456789'):
    x = bytearray(start)
    def f():
        x[s] = v
    print(s, v, attempt(f), x)
go(slice(2, 5), b'ABC')
go(slice(2, 5), b'')
go(slice(2, 5), b'longer than')
go(slice(5, 2), b'XY')
go(slice(None), b'n')
go(slice(None, None, 2), b'ABCDE')
go(slice(None, None, 2), b'ABCD')
go(slice(None, None, -1), b'abcdefghij')
go(slice(None, None, 2), b'')
go(slice(8, 2, -2), [1, 2, 3])
go(slice(2, 5), 3)
go(slice(2, 5), 'abc')
go(slice(2, 5), [1, 2])
go(slice(2, 5), [256])
go(slice(2, 5), None)
go(slice(2, 5), range(3))
go(slice(1, 3), memoryview(b'QQQ'))
go(slice(2, 5), 1.5)
go(slice(0, 0), (7, 8))
go(slice(2, 2, 3), b'zz')
go(slice(4, 4, -1), b'')
go(slice(0, 3), iter([1]))
go(slice(0, 3), {65})
go(slice(20, 30), b'end')
go(slice(None, None, 0), b'')

# == assigning a bytearray into itself
x = bytearray(b'abcdef')
x[2:4] = x
print(x)
x = bytearray(b'abcdef')
x[:] = x
print(x)
x = bytearray(b'abcdef')
x[::2] = x[1::2]
print(x)
x = bytearray(b'abcdef')
x[::-1] = x
print(x)
x = bytearray(b'abcdef')
x += x
print(x)
x.extend(x)
print(x)
x[1:1] = memoryview(b'zz')
print(x)
x = bytearray(b'abc')
x *= 3
print(x)
x *= 0
print(x)
x += b'q'
x *= -1
print(x)

# == deleting
def go(s, start=b'0123456789'):
    x = bytearray(start)
    def f():
        del x[s]
    print(s, attempt(f), x)
for s in (
    0, -1, 5, 10, -11, slice(2, 5), slice(None), slice(None, None, 2), slice(None, None, -3), slice(8, 1, -2),
    slice(5, 1), 'a', None, slice('a', 1), slice(None, None, 0), 2 ** 70, slice(1, None, 2 ** 70),
):
    go(s)
def f(x):
    del x[0]
print(attempt(f, b'abc'), attempt(f, memoryview(b'abc')), attempt(f, memoryview(bytearray(b'abc'))))
def g(x):
    x[0] = 1
print(attempt(g, b'abc'), attempt(g, memoryview(b'abc')), attempt(g, 'abc'))

# == concatenation across types
objs = [b'a', bytearray(b'b'), memoryview(b'c'), 'd', 1, None, [1]]
for a in objs[:3]:
    for b in objs:
        print(repr(a)[:12], repr(b)[:12], attempt(lambda: a + b), '|', attempt(lambda: b + a))

# == augmented concatenation
for start in (b'a', bytearray(b'a')):
    for other in (b'b', bytearray(b'c'), memoryview(b'd'), 'e', 5, [1, 2], None, memoryview(b'abcd')[::2]):
        x = y = start
        try:
            x += other
        except Exception as e:
            print(type(start).__name__, type(other).__name__, e)
        else:
            print(type(x).__name__, x, x is y)
    start = type(start)(b'a')

# == comparison across types
import operator
objs = [b'a', b'b', bytearray(b'a'), memoryview(b'a'), 'a', 97, None, [97], (97,)]
for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    for a in objs[:4]:
        print(name, [attempt(getattr(operator, name), a, b) for b in objs])

# == identity and equality of empties
print(b'' == bytearray() == memoryview(b''), b'' is bytes(), bytes(b'') is b'', b'a'[0:0] is b'')
print(b'abc'[:] is b'abc', b'x' * 1 is b'x', bytearray() == [], b'' == '', b'' != None)
x = b'some bytes'
print(bytes(x) is x, x[:] is x, x[0:100] is x, x.replace(b'q', b'') is x, x.strip() is x, x.ljust(3) is x)
print(x.removeprefix(b'q') is x, x + b'' is x, b'' + x is x, x.translate(None) is x, x.zfill(0) is x)
print(x.expandtabs() is x, x * 1 is x, b''.join([x]) is x)
y = bytearray(x)
print(bytearray(y) is y, y[:] is y, y.strip() is y, y.replace(b'q', b'') is y, y.removesuffix(b'q') is y)
print(y + b'' is y, y.ljust(1) is y)

# == hashing
print(hash(b'abc') == hash(memoryview(b'abc')), hash(b'') == hash(memoryview(b'')), {b'a': 1}[b'a'])
print(attempt(hash, bytearray()), attempt(hash, memoryview(bytearray(b'a'))))
print(attempt(hash, memoryview(b'abcd').cast('I')), attempt(hash, memoryview(b'abcd').cast('b')) != '')
print(hash(memoryview(b'abcd').cast('B', [2, 2])) == hash(b'abcd'))
print(attempt(lambda: {bytearray(b'a'): 1}), attempt(lambda: {memoryview(b'a'): 1}[b'a']))
print(len({b'a', memoryview(b'a'), b'b'}), b'a' in {memoryview(b'a'): 0})
print(attempt(lambda: bytearray(b'a') in {b'a'}))
m = memoryview(b'q')
h = hash(m)
m.release()
print(hash(m) == h, attempt(hash, (lambda v: (v.release(), v)[1])(memoryview(b'z'))))

# == containment
for x in (b'hello', bytearray(b'hello'), memoryview(b'hello')):
    for y in (
        104, 0, b'ell', b'', bytearray(b'lo'), memoryview(b'he'), 'h', 256, -1, 1.0, 104.0, None, [104],
        2 ** 70, True,
    ):
        print(type(x).__name__, y if not isinstance(y, memoryview) else 'mv', attempt(lambda: y in x))

# == iteration and mutation
x = bytearray(b'abc')
out = []
for c in x:
    out.append(c)
    if len(out) < 6:
        x.append(c + 1)
print(out, x)
x = bytearray(b'abcdef')
out = []
for c in x:
    out.append(c)
    del x[-1:]
print(out, x)
it = iter(x)
list(it)
x.append(1)
print(list(it), x)
it = iter(b'ab')
print(next(it), it.__length_hint__(), next(it), attempt(next, it), it.__length_hint__(), next(it, 'end'))
print(type(iter(b'')), type(iter(bytearray())), type(iter(memoryview(b''))), type(reversed(b'')))

# == reversed, sorted, min, max, sum, zip, enumerate
for x in (b'hello', bytearray(b'hello'), memoryview(b'hello')):
    print(list(reversed(x)), sorted(x), min(x), max(x), sum(x), list(zip(x, x[1:])), list(enumerate(x, 1))[:2])
    print(any(x), all(x), tuple(x), set(x) == {104, 101, 108, 111}, list(filter(None, x)), list(map(chr, x)))
    print(*x)
    a, *b, c = x
    print(a, b, c, [*x, *x], {*x} == set(x), dict.fromkeys(x), dict(zip(x, 'abc')))
print(attempt(min, b''), attempt(max, memoryview(b'')), min([b'b', b'a', bytearray(b'0')]))
print(max(b'a', b'b', key=len), sorted([b'b', bytearray(b'a'), b'', b'ab', b'a']))

# == star unpacking errors
def f():
    a, b = b'abc'
def g():
    a, b, c, d = bytearray(b'abc')
def h():
    a, b, *c, d, e = memoryview(b'abc')
print(attempt(f), attempt(g), attempt(h))
def k(*args, **kw):
    return (args, kw)
print(k(*b'ab', *bytearray(b'c')), attempt(lambda: k(**b'a')), attempt(lambda: k(**{b'a': 1})))

# == methods found through the class
print(bytes.upper(b'a'), bytearray.upper(bytearray(b'a')), attempt(bytes.upper, bytearray(b'a')))
print(attempt(bytes.upper), attempt(bytes.upper, 1), attempt(bytearray.append, b'a', 1))
print(attempt(memoryview.tobytes, b'a'), attempt(bytes.upper, b'a', 1))
print(list(map(bytes.upper, [b'a', b'b'])), list(map(bytearray.title, [bytearray(b'ab')])))
print(sorted([b'B', b'a'], key=bytes.lower))
print(attempt(bytes.__add__, b'a', b'b'), attempt(bytes.__add__, 'a', b'b'), attempt(bytes.__add__, b'a'))
print(attempt(bytes.__len__, 5), attempt(bytes.__getitem__, b'a', 0), attempt(bytes.__contains__, b'a', 97))
print(attempt(bytes.__eq__, b'a', 5), attempt(bytes.__lt__, b'a', bytearray(b'b')))

# == keyword arguments of methods
print(b'a,b,c'.split(sep=b',', maxsplit=1), b'a b'.split(maxsplit=0), b'a,b'.rsplit(sep=b','))
print(b'a\nb'.splitlines(keepends=True), b'\xff'.decode(errors='replace'), b'a'.decode(encoding='ascii'))
print(b'ab'.hex(sep=':'), b'abcd'.hex(sep='-', bytes_per_sep=-3), b'abc'.translate(None, delete=b'b'))
print(b'a\tb'.expandtabs(tabsize=2), b'aaa'.replace(b'a', b'b', count=1))
for f in (
    lambda: b'a'.split(sep=1), lambda: b'a'.split(b',', sep=b','), lambda: b'a'.find(sub=b'a'),
    lambda: b'a'.strip(chars=b'a'), lambda: b'a'.upper(x=1), lambda: b'a'.replace(old=b'a', new=b'b'),
    lambda: b'a'.replace(b'a'), lambda: b'a'.split(b',', 1, 2), lambda: b'a'.join(iterable=[]),
    lambda: b'a'.center(width=5), lambda: b'a'.zfill(), lambda: b'a'.zfill(width=3),
    lambda: b'a'.translate(table=None), lambda: b'a'.translate(), lambda: b'a'.decode('ascii', encoding='x'),
    lambda: b'a'.hex(1), lambda: b'a'.hex('ab'), lambda: b'a'.hex('é'), lambda: b'ab'.hex(b':', 1, 2),
    lambda: b'ab'.hex(':', 'x'), lambda: b'a'.splitlines(1, 2), lambda: b'a'.splitlines(keepends='yes'),
    lambda: b'a'.expandtabs('x'), lambda: b'a'.startswith(), lambda: b'a'.startswith('a'),
    lambda: b'a'.startswith(('a',)), lambda: b'a'.startswith([b'a']), lambda: b'a'.endswith((b'x', 1)),
    lambda: b'a'.partition(b''), lambda: b'a'.rpartition('a'), lambda: b'a'.split(b''), lambda: b'a'.rsplit(''),
    lambda: b'a'.count(), lambda: b'a'.count(256), lambda: b'a'.index(b'z'), lambda: b'a'.rindex(5),
    lambda: b'a'.find('a'), lambda: b'a'.ljust('x'), lambda: b'a'.ljust(3, 'x'), lambda: b'a'.ljust(3, b'xy'),
    lambda: b'a'.ljust(3, 65), lambda: b'a'.ljust(3, bytearray(b'z')), lambda: b'a'.rjust(3, memoryview(b'z')),
    lambda: b'a'.strip('a'), lambda: b'a'.strip(None), lambda: b'a'.strip(65), lambda: b'a'.removeprefix('a'),
    lambda: b'a'.removesuffix(), lambda: b'a'.join(5), lambda: b'a'.join([1]), lambda: b'a'.join(['a', b'b']),
    lambda: b'a'.join(b'ab'), lambda: b','.join([b'a', bytearray(b'b'), memoryview(b'c')]),
):
    print(attempt(f))

# == same on bytearray
x = bytearray(b'abc')
for f in (
    lambda: x.append(), lambda: x.append(1, 2), lambda: x.append(256), lambda: x.append(b'a'),
    lambda: x.append(None), lambda: x.extend('abc'), lambda: x.extend([1, 'a']), lambda: x.extend(5),
    lambda: x.extend(None), lambda: x.extend([256]), lambda: x.insert(0), lambda: x.insert('a', 1),
    lambda: x.insert(0, 256), lambda: x.insert(2 ** 70, 1), lambda: x.pop(10), lambda: x.pop('a'),
    lambda: bytearray().pop(), lambda: x.pop(0, 1), lambda: x.remove(1), lambda: x.remove(256),
    lambda: x.remove(b'a'), lambda: x.remove(-1), lambda: x.reverse(1), lambda: x.clear(1), lambda: x.copy(1),
    lambda: x.resize(-1), lambda: x.resize('a'), lambda: x.resize(), lambda: x.resize(2 ** 70),
    lambda: x.take_bytes(10), lambda: x.take_bytes(-10), lambda: x.take_bytes('a'), lambda: x.take_bytes(1, 2),
    lambda: x.take_bytes(None), lambda: x.append(x=1), lambda: x.pop(index=0),
    lambda: x.insert(index=0, item=1), lambda: x.remove(), lambda: x.extend(),
):
    print(attempt(f), x)

# == resize and take_bytes
x = bytearray(b'abcdef')
x.resize(3)
print(x)
x.resize(6)
print(x)
print(x.take_bytes(2), x, x.take_bytes(-1), x, x.take_bytes(), x)
m = memoryview(x)
print(attempt(x.take_bytes), attempt(x.resize, 0))
m.release()
x = bytearray(b'abc')
m = memoryview(x)
print(attempt(x.resize, 3), attempt(x.resize, 4), attempt(x.take_bytes, 1), attempt(x.take_bytes, 0), x)
class B(bytearray):
    pass
b = B(b'hello')
print(type(b.take_bytes(2)), b, type(b))

# == find with bounds
x = b'abcabc'
for args in [
    (b'c',), (b'c', 3), (b'c', -1), (b'c', -1, -1), (b'', 6), (b'', 7), (b'', 3, 2), (b'abc', 1), (99, None, 3),
    (b'a', None, None), (b'b', 1, 1), (b'', -100, -100), (b'c', 2 ** 70), (b'a', -2 ** 70, 2 ** 70),
]:
    print(args, x.find(*args), x.rfind(*args), x.count(*args), attempt(x.index, *args))
    print(attempt(x.rindex, *args), attempt(x.startswith, *args), attempt(x.endswith, *args))
print(attempt(x.find, b'a', 'x'), attempt(x.find, b'a', 1.0), attempt(x.find), attempt(x.find, b'a', 1, 2, 3))
print(attempt(x.count, None), attempt(x.startswith, b'a', 'z'))

# == split and friends
print(b' a  b c '.split(), b' a  b c '.split(b' '), b''.split(), b''.split(b','), b',a,,b,'.split(b','))
print(b'a b c'.rsplit(None, 1), b'a\x0bb\x0cc\x1cd'.split(), b'a\r\nb\rc\n\nd\x0b\x1ce'.splitlines())
print(b'a\r\nb'.splitlines(True), bytearray(b'a,b').split(bytearray(b',')))
print(b'aXbXc'.rsplit(memoryview(b'X'), 1), b'abab'.partition(b'b'), b'abab'.rpartition(b'b'))
print(b'a'.partition(b'z'), bytearray(b'a').rpartition(b'z'), b'a b'.split(None, -5))
print(b'aXXbXXc'.split(b'XX', 1))
p = bytearray(b'a=b').partition(b'=')
print(p, [type(i) for i in p])

# == strip, case, classify
for x in (
    b'', b'abc', b'ABC', b'Abc Def', b'123', b'\xe9', b' \t\n\x0b\x0c\r ', b'a1', b'\x00', b"it's",
    b'hello wORLD 3rd',
):
    print(x, x.isalnum(), x.isalpha(), x.isascii(), x.isdigit(), x.islower(), x.isspace(), x.istitle())
    print(x.isupper(), x.upper(), x.lower(), x.title(), x.capitalize(), x.swapcase())
print(b'xxaxx'.strip(b'x'), b'abc'.strip(b''), b'abcba'.lstrip(b'ab'), b'abcba'.rstrip(b'ab'))
print(b'\x00a\x00'.strip(), b' a '.strip(None), b'-5'.zfill(5), b'+'.zfill(3), b''.zfill(2), b'--1'.zfill(5))
print(b'a\tb\n\tc'.expandtabs(4), b'a\tb'.expandtabs(0), b'\ta'.expandtabs(-1), b'a'.center(4))
print(b'ab'.center(5, b'*'), b'a'.center(4, b'*'))

# == translate and maketrans
t = bytes.maketrans(b'abc', b'xyz')
print(len(t), b'aabbcc'.translate(t), b'abc'.translate(t, b'b'), bytearray(b'abc').translate(None, b'c'))
print(b'abc'.translate(bytearray(t)), b'abc'.translate(memoryview(t)))
print(bytearray.maketrans(b'', b'') == bytes(range(256)))
print(attempt(bytes.maketrans, b'a', b'ab'), attempt(bytes.maketrans, 'a', 'b'), attempt(bytes.maketrans, b'a'))
print(attempt(b'a'.translate, b'abc'), attempt(b'a'.translate, 'a'), attempt(b'a'.translate, {97: 98}))
print(attempt(b'a'.translate, None, 'a'), attempt(b'a'.translate, None, 5))
print(attempt(b'a'.translate, t, deletechars=b'a'), attempt(b'a'.maketrans, b'q', b'r') != '')

# == fromhex
for s in (
    '00ff', ' 0 0', '0', 'zz', '00 f', 'é0', '00\n11\t22', '0x00', b'00ff', bytearray(b'aa'),
    memoryview(b'bb'), 5, None, '00 zz', '0٠', '12 34 5g',
):
    print(repr(s)[:20], attempt(bytes.fromhex, s), attempt(bytearray.fromhex, s))
class B(bytes):
    def __new__(cls, *a):
        print('new', a)
        return super().__new__(cls, *a)
print(B.fromhex('41'), type(B.fromhex('41')))
class C(bytearray):
    def __init__(self, *a):
        print('init', a)
        super().__init__(*a)
print(C.fromhex('41'))

# == hex
print(b'\x01\xab\xff'.hex(), b'\x01\xab\xff'.hex(' '), b'\x01\xab\xff'.hex(b':'), b'abcdef'.hex('_', 2))
print(b'abcde'.hex('_', 2), b'abcde'.hex('_', -2), b'abc'.hex('_', 0), b''.hex(':'), b'abc'.hex('_', 100))
print(b'abc'.hex('\x7f'), memoryview(b'abc').hex('-'), memoryview(b'abcd')[::2].hex())
print(memoryview(b'abcd').cast('H').hex('-', 1))
print(attempt(b'a'.hex, '\x80'), attempt(b'a'.hex, ''), attempt(b'a'.hex, b'ab'), attempt(b'a'.hex, b'\xff'))
print(attempt(b'a'.hex, None), attempt(b'a'.hex, ':', 2 ** 70), attempt(b'a'.hex, ':', None))
print(attempt(b'a'.hex, sep=bytearray(b':')), attempt(b'aa'.hex, ':', 2 ** 31))
print(attempt(b'aa'.hex, ':', -2 ** 31))

# == percent formatting, every conversion [final]
for fmt, arg in [
    (b'%d', 5), (b'%5d|', -5), (b'%-5d|', 5), (b'%05d', -5), (b'%+d', 5), (b'% d', 5), (b'%i', 7), (b'%u', 7),
    (b'%o', 8), (b'%#o', 8), (b'%x', 255), (b'%#X', 255), (b'%.4x', 255), (b'%e', 1.5), (b'%E', 1e+100),
    (b'%f', 2.5), (b'%F', float('inf')), (b'%g', 1e-05), (b'%G', 1e+20), (b'%#g', 1.0), (b'%.0f', 2.5),
    (b'%#.0f', 2.5), (b'%c', 65), (b'%c', b'B'), (b'%c', bytearray(b'C')), (b'%s', b'abc'), (b'%.2s', b'abc'),
    (b'%5s|', b'a'), (b'%-5s|', b'a'), (b'%b', bytearray(b'x')), (b'%b', memoryview(b'v')), (b'%r', 'é'),
    (b'%a', 'é'), (b'%.3r', 'abcdef'), (b'%10a|', None), (b'%%', ()), (b'%d', True), (b'%d', 3.99),
    (b'%x', True), (b'%s', b''), (b'%05s', b'a'), (b'%+.3e', 12345.678), (b'%010.3f', -3.14159), (b'% 5d', 42),
    (b'%d', 2 ** 100), (b'%#x', -2 ** 70), (b'%020x', 2 ** 64), (b'%f', 10 ** 20), (b'%s', [b'a'][0]),
    (b'%ld', 5), (b'%hd', 5), (b'%Ld', 5), (b'%a', b'\xff'), (b'%r', [1, 'a', 2.0, None]), (b'%a', {'k': 'é'}),
]:
    print(fmt, arg if not isinstance(arg, memoryview) else 'mv', attempt(lambda: fmt % arg))
    print(attempt(lambda: bytearray(fmt) % arg))

# == percent formatting errors
for fmt, arg in [
    (b'%d', 'a'), (b'%d', None), (b'%d', b'1'), (b'%x', 1.5), (b'%o', 1.0), (b'%c', 256), (b'%c', -1),
    (b'%c', b'ab'), (b'%c', 'a'), (b'%c', 1.0), (b'%c', None), (b'%s', 'a'), (b'%s', 5), (b'%b', None),
    (b'%b', [1]), (b'%f', 'x'), (b'%f', None), (b'%g', b'1'), (b'%z', 1), (b'%', 1), (b'abc%', ()),
    (b'%(a)d', 5), (b'%(a)d', {}), (b'%(a)d', {b'b': 1}), (b'%(a', {b'a': 1}), (b'%d', ()), (b'%d', (1, 2)),
    (b'', 5), (b'', (1,)), (b'', []), (b'', {}), (b'x', {'a': 1}), (b'%d %d', (1,)), (b'%*d', (5, 1)),
    (b'%*d', (5,)), (b'%*d', ('a', 1)), (b'%-*d|', (5, 1)), (b'%*d|', (-5, 1)), (b'%.*f', (2, 3.14159)),
    (b'%.*f', ('a', 1)), (b'%.*f', (-2, 3.7)), (b'%99999999999999d', 1), (b'%.99999999999999f', 1),
    (b'%(a)*d', {b'a': 1}), (b'%s', (1, 2)), (b'%d%%%d', (1, 2)), (b'%1$d', 1), (b'%d', 1j), (b'%\xff', 1),
    (b'%(a)s %(b)d', {b'a': b'x', b'b': 2}), (b'%((a))s', {b'(a)': b'x'}), (b'%(a)s', {'a': b'x'}),
    (b'%()s', {b'': b'e'}), (b'%s', {}), (b'%d', 10 ** 5000), (b'%.500d', 7), (b'%d', float('nan')),
    (b'%d', float('inf')), (b'%i', 1e+30),
]:
    print(fmt, str(arg)[:30], attempt(lambda: fmt % arg)[:120])

# == percent formatting with objects
class N:
    def __int__(self):
        return 42
    def __float__(self):
        return 4.5
class X:
    def __index__(self):
        return 255
class S:
    def __bytes__(self):
        return b'from __bytes__'
    def __repr__(self):
        return 'repr é'
    def __str__(self):
        return 'str'
class T(tuple):
    pass
class D(dict):
    def __missing__(self, key):
        return key * 2
print(attempt(lambda: b'%d %f' % (N(), N())), attempt(lambda: b'%x %d' % (X(), X())))
print(attempt(lambda: b'%s' % S()), attempt(lambda: b'%a' % S()), attempt(lambda: b'%r' % S()))
print(b'%d-%d' % T((1, 2)), b'%(ab)s' % D(), attempt(lambda: b'%x' % N()), attempt(lambda: b'%c' % X()))
print(attempt(lambda: b'%f' % X()))
class BadBytes:
    def __bytes__(self):
        return 'x'
class Raises:
    def __bytes__(self):
        raise ZeroDivisionError('no')
print(attempt(lambda: b'%s' % BadBytes()), attempt(lambda: b'%s' % Raises()), attempt(lambda: b'%b' % N()))

# == percent in place and reflected
x = b'%d'
x %= 5
print(x)
y = bytearray(b'%s!')
z = y
y %= b'q'
print(y, z, type(y))
class R:
    def __rmod__(self, other):
        return ('rmod', other)
print(b'a' % R() if False else attempt(lambda: b'a' % R()), attempt(lambda: 5 % b'a'))
print(attempt(lambda: 'a' % b'b'), attempt(lambda: '%s' % b'b'), attempt(lambda: b'%s'.__mod__(b'x')))
print(attempt(lambda: b'a'.__rmod__(b'%s')), attempt(lambda: b'x'.__rmod__(5)))
print(attempt(lambda: memoryview(b'%d') % 5), attempt(lambda: None % b'a'))

# == decoding
for enc in (
    'utf-8', 'UTF8', 'utf_8', 'U8', 'latin-1', 'iso-8859-1', 'L1', 'ascii', '646', 'us-ascii', 'utf-16',
    'utf-16-le', 'UTF-16BE', 'utf-32', 'utf-8-sig', 'cp1252',
    'hex', 'rot13', 'nope', '', 'utf 8', 'utf-8\x00', 'base64', 'mbcs', 'cp437',
    'UTF-8 ', 'utf--8',
):
    print(repr(enc), attempt(b'abcd'.decode, enc), attempt('abcd'.encode, enc)[:60])
    print(attempt(bytearray(b'ab').decode, enc))

# == decoding errors, every handler
for data in (
    b'\xff', b'a\xc3', b'\xe2\x82', b'\xed\xa0\x80', b'\xf0\x90\x80', b'\xc0\x80', b'\xf5abc',
    b'ok \x80\x81 ok', b'\xf4\x90\x80\x80', b'\xe0\x80\x80',
):
    for h in (
        'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass',
        'xmlcharrefreplace', 'namereplace', 'nope',
    ):
        print(data, h, ascii(attempt(data.decode, 'utf-8', h)))

# == encoding errors, every handler
for text in ('é', 'a\udc80b', '\ud800', '𝒳', '€\U0010ffff', '\u0378'):
    for enc in ('ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-16-le', 'utf-32-be', 'utf-8-sig'):
        for h in (
            'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass',
            'xmlcharrefreplace', 'namereplace', 'nope',
        ):
            print(ascii(text), enc, h, ascii(attempt(bytes, text, enc, h)))

# == utf-16 and utf-32 decoding
for data in (
    b'', b'a', b'a\x00', b'a\x00b', b'\xff\xfea\x00', b'\xfe\xff\x00a', b'\x00\xd8', b'\x00\xd8a\x00',
    b'\x00\xdc', b'\x00\xd8\x00\xdc', b'\xff\xfe\x00\x00a\x00\x00\x00', b'\x00\x00\xfe\xff\x00\x00\x00a',
    b'\xff\xff\xff\xff', b'\x00\x00\x11\x00', b'a\x00\x00', b'\x00\xd8\x00',
):
    for enc in ('utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-8-sig'):
        for h in ('strict', 'replace', 'ignore', 'surrogatepass', 'backslashreplace', 'surrogateescape'):
            print(data, enc, h, ascii(attempt(data.decode, enc, h)))

# == unicode errors have fields
try:
    b'abc\xffdef'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, type(e.object), e.start, e.end, e.reason, e.args, e, repr(e))
try:
    bytearray(b'abc\xff').decode('ascii')
except UnicodeDecodeError as e:
    print(e.object, type(e.object), e.args, isinstance(e, ValueError), type(e).__mro__)
try:
    bytes('aéb', 'ascii')
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args, e)
    e.start = 0
    e.reason = 'because'
    print(e)
try:
    str(memoryview(b'\xff\xfe'), 'utf-8')
except UnicodeDecodeError as e:
    print(e.object, e.args)
try:
    b'ab\xff\xfe\xfdcd'.decode('ascii', 'strict')
except UnicodeError as e:
    print(e, e.start, e.end, e.object[e.start:e.end])

# == custom error handlers
import codecs
def handler(e):
    print(type(e).__name__, e.encoding, e.object, e.start, e.end, e.reason)
    return ('<%s>' % e.object[e.start:e.end].hex() if isinstance(e, UnicodeDecodeError) else '?', e.end)
codecs.register_error('qa.mine', handler)
print(b'a\xff\xfeb'.decode('utf-8', 'qa.mine'), bytes('aéb', 'ascii', 'qa.mine'))
print(bytearray(b'\xff').decode('ascii', 'qa.mine'), 'é'.encode('ascii', 'qa.mine'))
print(str(b'\xff', 'utf-8', 'qa.mine'))

# == custom error handlers that misbehave
import codecs
for i, f in enumerate([lambda e: None, lambda e: ('x',), lambda e: ('x', 100), lambda e: (1, 2), lambda e: ('x', 'y'), lambda e: ('back', -1), lambda e: (b'bytes', e.end), lambda e: 1 / 0, lambda e: ('é', e.end), lambda e: ('', e.end)]):
    codecs.register_error(f'qa.bad{i}', f)
    print(i, attempt(b'a\xffb'.decode, 'ascii', f'qa.bad{i}'), '|')
    print(attempt(bytes, 'aéb', 'ascii', f'qa.bad{i}'))

# == str of bytes
print(str(b'abc', 'utf-8'), str(bytearray(b'\xe9'), 'latin-1'), str(memoryview(b'xy'), 'ascii'))
print(str(b'\xff', errors='replace') == '�', str(object=b'a', encoding='ascii'), str(b''))
print(attempt(str, 'a', 'utf-8'), attempt(str, 5, 'utf-8'), attempt(str, b'a', 5))
print(attempt(str, b'\xff', 'utf-8'), str(b'a', errors='strict'))

# == subclass of bytes
class B(bytes):
    def __new__(cls, *args, tag=None, **kw):
        self = super().__new__(cls, *args, **kw)
        self.tag = tag
        return self
    def shout(self):
        return self.upper()
b = B(b'abc', tag='t')
print(b, repr(b), str(b), type(b).__name__, b.tag, b.shout(), type(b.shout()), type(b[:]), type(b + b''))
print(type(b * 1), type(b.replace(b'q', b'')), type(b.strip()), b == b'abc', hash(b) == hash(b'abc'))
print(isinstance(b, bytes), issubclass(B, bytes), {b: 1}[b'abc'], b.__dict__, type(bytes(b)), bytes(b) == b)
print(type(B(5)), B('é', 'utf-8'), b[0], len(b), type(b.join([b'x'])), type(b'x'.join([b])))
print(b'x'.join([b]) is b, B.__mro__, B.__base__)
b.extra = 1
print(b.__dict__, attempt(lambda: b.nope), attempt(setattr, b'a', 'x', 1), attempt(getattr, b'a', 'nope'))
print(attempt(delattr, b'a', 'upper'))

# == subclass of bytearray
class A(bytearray):
    def __init__(self, *args, log=None):
        super().__init__(*args)
        self.log = log
a = A(b'abc', log=[])
print(a, repr(a), str(a), a.log, type(a[:]), type(a + b''), type(a * 2), type(a.upper()), type(a.copy()))
print(a == b'abc', A(3), A('x', 'ascii') if False else attempt(A, 'x', 'ascii'), type(a[1:]), len(a))
a += b'd'
print(a, type(a), a.log)
a *= 2
print(a, type(a))
a[0:1] = b'Z'
print(a)
a.__init__(b'new')
print(a, a.log)
a.append(1)
del a[0]
print(a)

# == subclass with overridden item access
class L(bytes):
    def __getitem__(self, i):
        return ('item', i)
    def __len__(self):
        return 99
    def __iter__(self):
        return iter('xyz')
    def __contains__(self, x):
        return 'yes'
    def __eq__(self, o):
        return 'eq'
    def __hash__(self):
        return 7
l = L(b'abc')
print(l[0], l[1:2], len(l), list(l), 5 in l, l == 1, l != 1, hash(l), bytes(l), bytearray(l))
print(bytes(memoryview(l)), l.upper(), b'abc' == l, l + b'd', b'd' + l, b'-'.join([l]), l.find(b'c'), sorted(l))
print(bytes(iter(b'a')), list(reversed(l)) if False else attempt(lambda: list(reversed(l)))[:40])
print(b'abc'.startswith(l), b'xabc'.find(l), l.decode(), l.hex(), '%s' % l, b'%s' % l)

# == subclass with __bytes__
class S(bytes):
    def __bytes__(self):
        return b'OVER'
class Sub(bytes):
    pass
class T(bytes):
    def __bytes__(self):
        return Sub(b'sub')
print(bytes(S(b'abc')), bytearray(S(b'abc')), b'%s' % S(b'abc'), b'%b' % S(b'q'), bytes(T()), type(bytes(T())))
print(b'' + S(b'abc'), Sub(S(b'abc')), type(Sub(S())), bytes(bytearray(S(b'x'))))
class O:
    def __bytes__(self):
        return b'obj'
class P:
    def __bytes__(self):
        return 5
class Q(O):
    __bytes__ = None
class Both:
    def __bytes__(self):
        return b'bytes wins'
    def __index__(self):
        return 3
    def __iter__(self):
        return iter([1])
print(bytes(O()), attempt(bytearray, O()), attempt(bytes, P()), attempt(bytes, Q()), bytes(Both()))
print(bytearray(Both()), attempt(bytes, O(), 'utf-8'), attempt(bytes, source=O()))

# == subclass with __str__ and __repr__
class R(bytes):
    def __repr__(self):
        return 'R!'
class S(bytes):
    def __str__(self):
        return 'S!'
class F(bytearray):
    def __format__(self, spec):
        return 'F' + spec
    def __repr__(self):
        return 'Frepr'
print(R(b'a'), S(b'a'), [R(b'a'), S(b'a')], f"{R(b'a')} {S(b'a')} {F(b'a'):>3} {F(b'a')!r}")
print('%s %r' % (R(), S()), str(R()), repr(S(b'x')), b'%a' % R(), b'%r' % F(), str(F(b'q')))

# == subclass construction order
class A(bytearray):
    def __new__(cls, *a, **k):
        print('new', a, k)
        return super().__new__(cls, *a, **k)
    def __init__(self, *a, **k):
        print('init', a, k, bytes(self))
        super().__init__(*a, **k)
A(b'x')
A('é', encoding='utf-8')
A()
A(source=b'q')
attempt(A, 5, 6)
class B(bytes):
    def __init__(self, *a, **k):
        print('init', a, k, bytes(self))
B(b'x')
B('é', 'utf-8')
B()
class C(bytes):
    def __new__(cls, x):
        return 5
print(C(1), attempt(lambda: bytes.__new__(C)), attempt(lambda: bytes.__new__(int)))
print(attempt(lambda: bytes.__new__(5)), attempt(lambda: bytes.__new__()))
print(attempt(lambda: bytearray.__new__(bytes)))
class D(bytearray):
    def __init__(self):
        pass
print(D(), attempt(D, b'a'), attempt(lambda: D() + b'q'))

# == overridden methods are not called by the others
class A(bytearray):
    def append(self, x):
        print('append')
        super().append(x)
    def extend(self, x):
        print('extend')
        super().extend(x)
    def __setitem__(self, i, v):
        print('set', i, v)
        super().__setitem__(i, v)
    def __iadd__(self, o):
        print('iadd')
        return super().__iadd__(o)
    def find(self, *a):
        return 'found'
    def __len__(self):
        return 1000
a = A(b'abc')
a += b'd'
a.append(5)
a[0] = 1
a.insert(0, 9)
print(bytes(a), a.index(b'b'), a.find(1), a.pop(), len(a), bool(a), bytearray.__len__(a))

# == multiple inheritance
class M:
    def hello(self):
        return 'hello ' + self.decode()
class B(M, bytes):
    pass
class C(bytes, M):
    x = 1
print(B(b'w').hello(), C(b'v').hello(), C(b'v').x, B.__mro__)
print(attempt(lambda: type('Z', (bytes, bytearray), {})), attempt(lambda: type('Z', (bytes, int), {})))
print(attempt(lambda: type('Z', (memoryview,), {})))
print(attempt(lambda: type('Z', (bytes,), {'__slots__': ('a',)})))
print(type('Z', (bytearray,), {'__slots__': ('a',)})(b'q'))

# == buffer classes
class E:
    def __init__(self, data):
        self.data = data
        self.log = []
    def __buffer__(self, flags):
        self.log.append('get')
        return memoryview(self.data)
    def __release_buffer__(self, view):
        self.log.append('release')
        view.release()
e = E(bytearray(b'hello'))
print(bytes(e), e.log, bytearray(e), b'x' + e, b'-'.join([e, b'y']), b'ahello'.find(e), e.log, b'hello' == e)
print(attempt(lambda: b'hello'.startswith(e)), b'a'.join([e]))
m = memoryview(e)
print(m.obj is e, m[0], m.readonly, bytes(m))
m[0] = 72
print(e.data)
n = m[1:3]
m.release()
print(e.log.count('release'), e.log.count('get'))
n.release()
print(e.log.count('release') == e.log.count('get'))
x = bytearray(b'zz')
x += e
x[0:1] = e
x.extend(e)
print(x, str(e, 'ascii'), int.from_bytes(e, 'big'), e in [b'Hello'], b'Hello' in [e])

# == buffer classes that misbehave
class A:
    def __buffer__(self, flags):
        return b'not a view'
class B:
    def __buffer__(self, flags):
        raise OSError('nope')
class C:
    def __buffer__(self):
        return memoryview(b'')
class D:
    __buffer__ = None
class F:
    def __buffer__(self, flags):
        m = memoryview(b'x')
        m.release()
        return m
for cls in (A, B, C, D, F):
    print(cls.__name__, attempt(memoryview, cls()), '|', attempt(bytes, cls()), '|')
    print(attempt(lambda: b'a' + cls()), '|', attempt(b'a'.find, cls()), '|', attempt(b''.join, [cls()]), '|')
    print(attempt(lambda: b'a' == cls()), '|', attempt(bytearray(b'').extend, cls()))

# == buffer flags seen by classes
import inspect
class E:
    def __buffer__(self, flags):
        print(flags, inspect.BufferFlags(flags))
        return memoryview(b'abc')
for f in (
    bytes, bytearray, memoryview, b'a'.find, b'a'.__add__, lambda x: b''.join([x]), b'a'.strip, b'a'.split,
    bytearray(b'a').extend, lambda x: bytearray().__iadd__(x), lambda x: x in b'abc', lambda x: b'a' == x,
    b'a'.translate, lambda x: bytes.maketrans(x, x), lambda x: memoryview(b'abc') == x, bytes.fromhex,
    lambda x: b'%s' % x, lambda x: b'a'.replace(x, x), lambda x: b'abc'.removeprefix(x),
    lambda x: str(x, 'ascii'), lambda x: bytearray(b'abc') < x, lambda x: b'a'.partition(x),
):
    print(attempt(f, E())[:70])

# == memoryview attributes
for v in (
    memoryview(b'abcdef'), memoryview(bytearray(b'abcdef'))[1:5:2], memoryview(b'abcdef').cast('H'),
    memoryview(b'abcdef').cast('B', (2, 3)), memoryview(b'x').cast('B', ()), memoryview(b''),
):
    print(v.format, v.itemsize, v.nbytes, v.ndim, v.obj, v.readonly, v.shape, v.strides, v.suboffsets)
    print(v.c_contiguous, v.f_contiguous, v.contiguous, attempt(len, v), v.tobytes(), attempt(v.tolist))

# == memoryview attributes cannot be set
m = memoryview(bytearray(b'abc'))
for n in (
    'format', 'itemsize', 'nbytes', 'ndim', 'obj', 'readonly', 'shape', 'strides', 'suboffsets', 'c_contiguous',
    'contiguous', 'tobytes', 'nope', '__class__',
):
    print(n, attempt(setattr, m, n, 1), attempt(delattr, m, n))
print(attempt(getattr, m, 'nope'), attempt(setattr, b'a', 'upper', 1), attempt(setattr, bytes, 'x', 1))
print(attempt(setattr, memoryview, 'x', 1), attempt(delattr, bytearray, 'append'))

# == memoryview constructors
print(attempt(memoryview), attempt(memoryview, 1, 2), attempt(memoryview, 'a'), attempt(memoryview, 5))
print(attempt(memoryview, [1]), attempt(memoryview, None), memoryview(object=b'a').tolist())
print(attempt(memoryview, obj=b'a'), attempt(memoryview, b'a', object=b'b'), memoryview(memoryview(b'a')).obj)
print(attempt(memoryview, bytes))

# == memoryview casts
m = memoryview(bytearray(range(24)))
for args in [
    ('B',), ('b',), ('c',), ('H',), ('h',), ('I',), ('i',), ('L',), ('q',), ('Q',), ('f',), ('d',), ('e',),
    ('?',), ('n',), ('N',), ('P',), ('@I',), ('<I',), ('=I',), ('x',), ('s',), ('2B',), ('',), ('BB',), ('Zf',),
    ('Zd',), ('F',), (5,), (None,), (b'B',), ('B', [2, 12]), ('B', (2, 3, 4)), ('B', (24,)), ('B', 24),
    ('B', [5, 5]), ('B', []), ('B', [0, 24]), ('B', [-1, -24]), ('B', ['a']), ('B', [1.0]), ('I', [2, 3]),
    ('I', [6]), ('B', None), ('B', [2 ** 70]), ('I', (3, 2), 1), ('B', 'ab'), ('B', [1] * 65), ('@',), ('é',),
    ('I', [5]),
]:
    print(str(args)[:40])
    print(attempt(lambda: (lambda c: (c.format, c.itemsize, c.shape, c.strides, c.ndim, len(c)))(m.cast(*args))))
print(attempt(m.cast), m.cast(format='H').format, m.cast('B', shape=[4, 6]).shape)
print(attempt(m.cast, 'B', shap=[1]), attempt(m.cast('H').cast, 'I'), m.cast('H').cast('B').format)
print(attempt(m[::2].cast, 'B'), attempt(m.cast('B', [2, 12]).cast, 'H'), m.cast('B', [2, 12]).cast('B').shape)
print(attempt(m.cast('B', [2, 12]).cast, 'B', [3, 8]), attempt(memoryview(b'abc').cast, 'H'))
print(memoryview(b'').cast('I').tolist(), attempt(memoryview(b'').cast, 'B', [0, 1]))

# == memoryview item types
m = memoryview(bytearray(16))
for fmt, values in [
    ('B', (0, 255, 256, -1, 1.0, 'a', None, b'a', True)), ('b', (-128, 127, 128, -129)),
    ('c', (b'a', b'', b'ab', 'a', 1, bytearray(b'a'))), ('H', (65535, 65536, -1)), ('h', (-32768, 32768)),
    ('I', (2 ** 32 - 1, 2 ** 32, -1)), ('i', (-2 ** 31, 2 ** 31)), ('L', (2 ** 32 - 1, 2 ** 32)),
    ('l', (-2 ** 31, 2 ** 31)), ('q', (-2 ** 63, 2 ** 63, 5)), ('Q', (2 ** 64 - 1, 2 ** 64, -1)),
    ('n', (2 ** 31 - 1, 2 ** 31)), ('N', (2 ** 32 - 1, -1, 2 ** 32)),
    ('f', (1.5, 1e+40, 'a', 3, float('nan'), 10 ** 400)), ('d', (1.5, 1, None, True, 10 ** 400)),
    ('e', (1.5, 65504, 65520, 10000000000.0)), ('?', (True, 0, 'x', [], 5)), ('P', (5, -1, 2 ** 32)),
]:
    c = m.cast(fmt)
    for v in values:
        def f():
            c[0] = v
        r = attempt(f)
        print(fmt, str(v)[:20], r, c[0], type(c[0]).__name__)

# == memoryview unpacking of formats
data = bytes([0, 128, 255, 127, 1, 2, 3, 200, 0, 0, 192, 127, 0, 0, 0, 128])
for fmt in 'BbcHhIiLlQqnNfdeP?':
    print(fmt, memoryview(data).cast(fmt).tolist())

# == memoryview slices
m = memoryview(bytearray(b'0123456789'))
print(bytes(m[2:5]), bytes(m[::-1]), bytes(m[::2][1:3]), m[::-2].strides, m[5:2].shape, bytes(m[-3:]))
print(m[100:].nbytes, bytes(m[...]), m[...] is m, m[()] if m.ndim == 0 else attempt(lambda: m[()]))
m[2:5] = b'abc'
m[::2] = b'VWXYZ'
print(m.obj)
m[1:4] = m[0:3]
print(m.obj)
m[0:3] = m[1:4]
print(m.obj)
m[::-1] = m
print(m.obj)
m[...] = b'0123456789'
print(m.obj)
for s, v in [
    (slice(0, 3), b'ab'), (slice(0, 3), b'abcd'), (slice(0, 3), 'abc'), (slice(0, 3), [1, 2, 3]),
    (slice(0, 3), 5), (slice(0, 0), b''), (slice(0, 3), memoryview(b'abcdef').cast('H')),
    (slice(0, 2), memoryview(b'ab').cast('b')), (slice(0, 2), memoryview(b'ab').cast('c')), (..., b'a'),
    (slice(None, None, 0), b''), ('a', 1), (1.5, 1), ((1, 2), 1), (slice('a'), b''), (None, 1), (10, 1),
    (-11, 1), ((slice(0, 1), slice(0, 1)), 1), (slice(0, 3), None),
    (slice(0, 1), memoryview(b'a').cast('B', [1, 1])),
]:
    def f():
        m[s] = v
    print(s, str(v)[:16], attempt(f), m.obj)

# == memoryview multi-dimensional
m = memoryview(bytearray(range(12))).cast('B', [3, 4])
print(m[0, 0], m[2, 3], m[-1, -1], m.tolist(), len(m), m.shape, m.strides, m.tobytes(), m.tobytes('F'))
print(m.tobytes(order='A'), m.nbytes, m.c_contiguous, m.f_contiguous)
for k in (
    0, (0,), (3, 0), (0, 4), (0, 0, 0), slice(0, 1), (slice(0, 1), 0), (slice(0, 1), slice(0, 1)), 'a',
    (1, 'a'), (1.0, 1), ..., None, (), (..., 0), (2 ** 70, 0),
):
    print(k, attempt(lambda: m[k] if k is not ... else 'all'))
    def f():
        m[k] = 1
    print('   set', attempt(f))
m[1, 2] = 99
print(m.tolist(), attempt(lambda: list(m)), attempt(lambda: 5 in m), attempt(m.hex), attempt(lambda: m == m))
print(m == bytes(m), attempt(lambda: list(reversed(m))), attempt(m.index, 5), attempt(m.count, 5))
print(attempt(m.tobytes, 'X'), attempt(m.tobytes, 5), attempt(m.tobytes, order=None))
print(attempt(hash, m.toreadonly()))

# == memoryview zero-dimensional
m = memoryview(bytearray(b'A')).cast('B', [])
print(m[()], m[...] is m, m.tolist(), m.tobytes(), m.nbytes, attempt(len, m), attempt(lambda: m[0]))
print(attempt(lambda: list(m)), attempt(lambda: m[0:1]), m == b'A', m.shape, attempt(lambda: 65 in m))
print(attempt(lambda: iter(m)), attempt(lambda: m[0,]), bool(m) if False else attempt(bool, m), m.hex())
print(attempt(reversed, m), attempt(m.count, 65), attempt(m.index, 65))
m[()] = 66
print(m[()])
m[...] = 67
print(m.obj)
print(attempt(lambda: m.__setitem__((), 'a')), attempt(lambda: m.__setitem__(0, 1)), memoryview(m).shape)
print(m.cast('b')[0], attempt(m.cast, 'B', [1]), m.toreadonly()[()])

# == memoryview comparison
a = memoryview(b'abc')
print(a == b'abc', a == bytearray(b'abc'), a == 'abc', a == memoryview(b'abc'), a != b'abd', a == a[::-1])
print(a[::-1] == b'cba', a == a.cast('b'), memoryview(b'\xff').cast('b') == memoryview(b'\xff'))
print(a.cast('c') == a, memoryview(b'ab').cast('H') == b'ab')
print(memoryview(b'abcd').cast('B', [2, 2]) == memoryview(b'abcd'))
print(memoryview(b'abcd').cast('I') == memoryview(b'abcd').cast('L'), attempt(lambda: a < a))
print(attempt(lambda: a < b'abc'), attempt(lambda: a >= 5))
print(memoryview(b'\x00\x00\xc0\x7f').cast('f') == memoryview(b'\x00\x00\xc0\x7f').cast('f'), a == [97, 98, 99])
print(a == None)
import array
print(memoryview(array.array('i', [1, 2])) == memoryview(array.array('d', [1, 2])))
print(memoryview(array.array('i', [1])) == array.array('b', [1]), memoryview(array.array('b', [1])) == b'\x01')

# == memoryview release
b = bytearray(b'abc')
m = memoryview(b)
s = m[1:]
m.release()
m.release()
for f in (
    lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: m.tolist(), lambda: m.format, lambda: m.obj,
    lambda: m.nbytes, lambda: m.shape, lambda: m.readonly, lambda: m.cast('B'), lambda: m == b'abc',
    lambda: m == m, lambda: list(m), lambda: iter(m), lambda: 1 in m, lambda: memoryview(m), lambda: bytes(m),
    lambda: m.toreadonly(), lambda: m.hex(), lambda: hash(m), lambda: m.__enter__(), lambda: m.__exit__(),
    lambda: m.__setitem__(0, 1), lambda: m.index(1), lambda: m.count(1), lambda: m[:], lambda: m.c_contiguous,
    lambda: m.itemsize, lambda: b'' + m, lambda: b''.join([m]), lambda: bytearray(m), lambda: repr(m)[:20],
    lambda: reversed(m), lambda: m.ndim, lambda: m.strides, lambda: bool(m), lambda: m in [m],
    lambda: b'abc' == m,
):
    print(attempt(f))
print(s.tolist(), attempt(b.append, 1))
s.release()
b.append(1)
print(b)

# == memoryview as context manager
b = bytearray(b'abc')
with memoryview(b) as m:
    print(m[0], attempt(b.append, 1))
    with m[1:] as n:
        n[0] = 0
    print(attempt(lambda: n[0]))
print(attempt(lambda: m[0]), b)
b.append(1)
try:
    with memoryview(b) as m:
        raise KeyError('x')
except KeyError as e:
    print('key', e, attempt(lambda: m[0]))
def f():
    with memoryview(b) as m:
        m.release()
        return 'ok'
def g():
    with memoryview(b) as m:
        m.release()
        with m:
            pass
print(attempt(f), attempt(g), memoryview(b).__exit__(1, 2, 3), memoryview(b).__exit__(None, None, None))
print(attempt(memoryview(b).release, 1))

# == exports block resizing
b = bytearray(b'abcdef')
m = memoryview(b)
for f in (
    lambda: b.append(1), lambda: b.extend(b'x'), lambda: b.extend(b''), lambda: b.clear(), lambda: b.pop(),
    lambda: b.remove(97), lambda: b.insert(0, 1), lambda: b.__iadd__(b'x'), lambda: b.__iadd__(b''),
    lambda: b.__imul__(2), lambda: b.__imul__(1), lambda: b.__delitem__(0), lambda: b.__delitem__(slice(0, 2)),
    lambda: b.__delitem__(slice(0, 0)), lambda: b.__setitem__(slice(0, 2), b'x'),
    lambda: b.__setitem__(slice(0, 2), b'xy'), lambda: b.__setitem__(0, 65), lambda: b.reverse(),
    lambda: b.__init__(b'q'), lambda: b.__init__(b'abcdef'), lambda: b.resize(3), lambda: b.resize(6),
    lambda: b.take_bytes(), lambda: b.pop(100), lambda: b.remove(200),
    lambda: b.__setitem__(slice(None, None, 2), b''), lambda: b.__setitem__(slice(None, None, 2), b'qqq'),
    lambda: b.__imul__(0), lambda: b.append(256), lambda: b.extend([1]), lambda: b.extend([256]),
    lambda: b.__init__(),
):
    print(attempt(f), b)
m.release()
b.clear()
print(b)

# == a view of a view keeps the export
b = bytearray(b'abc')
v = memoryview(memoryview(memoryview(b)[1:])).cast('b').toreadonly()
print(v.obj is b, v.readonly, attempt(b.append, 0), attempt(lambda: v.__setitem__(0, 1)))
del v
b.append(0)
print(b)
for c in memoryview(b):
    pass
b.append(1)
x = memoryview(b)[0]
b.append(2)
print(b, list(memoryview(b)), b.append(3))

# == memoryview methods
m = memoryview(b'abcabc')
print(m.index(98), m.index(98, 2), attempt(m.index, 98, 5), attempt(m.index, 300), attempt(m.index, 'a'))
print(m.count(97), m.count(5), m.count('a'), attempt(m.index), attempt(m.index, 1, 2, 3, 4), m.index(97, -3))
print(attempt(m.index, 97, 'x'), attempt(m.count), m.tolist(), m.toreadonly() is m, m.hex(), m.hex(':', 2))
print(m.tobytes(None), m.tobytes(order='C'), attempt(m.tolist, 1), attempt(m.hex, sep=5), m.count(97.0))
print(m.index(97.0), m.count(True), m.index(97, 1, -1))
print(type(m).__name__, repr(m).startswith('<memory at 0x'), attempt(lambda: m.append(1)))
print(attempt(lambda: m + m), attempt(lambda: m * 2), attempt(lambda: -m), m.__class__, attempt(lambda: m()))
print([x for x in dir(m) if not x.startswith('__')])

# == contiguity and order
m = memoryview(bytes(range(6))).cast('B', [2, 3])
for v in (
    m, memoryview(b'abcdef')[::2], memoryview(b'abcdef')[::-1], memoryview(b'a')[::5], memoryview(b'')[::2],
):
    print(v.shape, v.strides, v.c_contiguous, v.f_contiguous, v.contiguous, v.tobytes('C'), v.tobytes('F'))
    print(v.tobytes('A'))

# == view of arrays
import array
for code, values in [
    ('b', [-1, 2]), ('H', [1, 65535]), ('i', [-5, 7]), ('q', [2 ** 40]), ('d', [1.5, -0.0]), ('f', [0.1]),
    ('u', 'hé'), ('w', 'h𝒳'),
]:
    a = array.array(code, values)
    m = memoryview(a)
    print(code, m.format, m.itemsize, m.shape, attempt(m.tolist), bytes(m), m.obj is a, m.nbytes)
    print(attempt(a.append, values[0]), m.readonly, attempt(lambda: m == a))
    m.release()
a = array.array('i', [1, 2, 3])
m = memoryview(a)
m[0] = 100
print(a, m[::-1].tolist(), attempt(lambda: m.__setitem__(0, 2 ** 31)), m.cast('B')[0])
print(attempt(lambda: m.__setitem__(slice(0, 1), b'abcd')))
print(attempt(lambda: m.__setitem__(slice(0, 2), array.array('i', [7, 8]))), a)

# == struct with our buffers
import struct
b = bytearray(12)
struct.pack_into('<IH', b, 2, 3735928559, 5)
print(b, struct.unpack_from('<IH', b, 2), struct.unpack('<4s', b'abcd'), struct.pack('4s', b'ab'))
print(struct.pack('3s', bytearray(b'xyz')), list(struct.iter_unpack('<H', memoryview(b'abcdef'))))
print(struct.unpack('2c', b'ab'), attempt(struct.unpack, '<I', b'abc'), attempt(struct.unpack, 'I', 'abcd'))
print(attempt(struct.pack, 'B', 256), attempt(struct.pack, 's', 'a'), struct.calcsize('bI'))
print(attempt(struct.pack_into, 'I', b'abcd', 0, 1), attempt(struct.unpack_from, '<Q', b, 8))
print(struct.pack('5p', b'ab'), struct.unpack('5p', b'\x02ab\x00\x00'), struct.Struct('<h').unpack(b'\x01\x00'))
print(struct.Struct(b'<h').format, struct.pack('?', b''), struct.pack('>d', 1), struct.unpack('<e', b'\x00<'))
for v in struct.iter_unpack('<Hc', b'\x01\x00a\x02\x00b'):
    print(v, type(v[1]))

# == BytesIO with our buffers
import io
f = io.BytesIO(b'hello\nworld\n')
print(f.read(2), f.readline(), f.tell(), f.readlines(), f.read(), f.getvalue(), type(f.getvalue()))
f.seek(0)
b = bytearray(3)
print(f.readinto(b), b, f.write(bytearray(b'XY')), f.write(memoryview(b'Z')[::1]), f.getvalue())
print(attempt(f.write, 'a'), attempt(f.write, 5), f.seek(0, 2), f.writelines([b'a', b'b']), f.getvalue())
v = f.getbuffer()
v[0:2] = b'__'
print(f.getvalue()[:4], attempt(f.write, b'x' * 50), attempt(f.truncate, 0), attempt(f.close), v.readonly)
print(type(v))
v.release()
f.truncate(3)
print(f.getvalue(), list(io.BytesIO(b'a\nb')), io.BytesIO(bytearray(b'q')).read())
print(io.BytesIO(memoryview(b'abc')[1:]).read(), io.BytesIO().read(), attempt(io.BytesIO, 'a'))
print(attempt(io.BytesIO, 5))
w = io.TextIOWrapper(io.BytesIO(b'l\xc3\xa9\n'), 'utf-8')
print(w.read(), io.BufferedReader(io.BytesIO(b'xyz')).read(2))
m = memoryview(bytearray(4))
print(io.BytesIO(b'qwerty').readinto(m[1:3]), bytes(m), io.BytesIO(b'z').readinto1(m), bytes(m))
print(attempt(io.BytesIO(b'a').readinto, b'xx'))

# == int conversions
print(int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(bytearray(b'\xff\xff'), 'little', signed=True))
print(int.from_bytes([1, 2], 'big'), int.from_bytes(memoryview(b'\x01\x02\x03')[::-1], 'big'))
print(1024 .to_bytes(2, 'big'), (-1).to_bytes(3, 'little', signed=True), attempt(256 .to_bytes, 1, 'big'))
print(attempt((-1).to_bytes, 1, 'big'), 5 .to_bytes(), int.from_bytes(b''), attempt(int.from_bytes, 'a', 'big'))
print(attempt(int.from_bytes, 5, 'big'), attempt(int.from_bytes, b'a', 'middle'), type(1 .to_bytes(1, 'big')))
print(int(b'42'), int(bytearray(b' -7 ')), int(b'ff', 16), float(b'1.5'), attempt(int, b'x'))
print(attempt(int, b'1\xff'), attempt(float, b'abc'), attempt(int, memoryview(b'12')), attempt(complex, b'1'))
print(int.from_bytes(range(3), 'big'))

# == hashlib, zlib, binascii, base64
import hashlib, zlib, binascii, base64
for x in (b'abc', bytearray(b'abc'), memoryview(b'abc'), memoryview(b'a-b-c')[::2]):
    print(attempt(lambda: hashlib.md5(x).hexdigest()), attempt(lambda: zlib.crc32(x)))
    print(attempt(lambda: binascii.hexlify(x)), attempt(lambda: base64.b64encode(x)))
    print(attempt(lambda: base64.b64decode(base64.b64encode(x))))
    print(attempt(lambda: zlib.decompress(zlib.compress(x))), attempt(lambda: binascii.b2a_base64(x)))
    print(attempt(lambda: zlib.adler32(x)), attempt(lambda: base64.b16encode(x)))
print(type(hashlib.sha1(b'').digest()), binascii.unhexlify('6162'), attempt(binascii.unhexlify, b'6'))
print(attempt(base64.b64decode, b'abc'), attempt(zlib.decompress, b'junk'), base64.b64decode('YWJj'))
print(binascii.hexlify(b'ab', '-'), base64.urlsafe_b64encode(b'\xfb\xff'), base64.b32encode(b'a'))
print(base64.b85encode(b'abcd'), binascii.crc_hqx(b'a', 0), zlib.compressobj().compress(b''))
h = hashlib.sha256()
h.update(b'a')
h.update(bytearray(b'b'))
print(h.hexdigest()[:8], h.digest()[:2], attempt(h.update, 'a'))

# == re with bytes
import re
print(re.findall(b'\\d+', b'a1b22'), re.sub(b'a', b'b', b'banana'), re.split(b',', b'a,b'))
print(re.match(b'(a)(b)?', b'ac').groups(), re.search(b'(?P<n>x)', bytearray(b'aax')).group('n'))
print(re.compile(b'a').pattern, re.match(b'a', memoryview(b'abc')).group(), re.escape(b'a.b'))
print(re.sub(b'(.)', lambda m: m[1].upper() + b'.', b'ab'), re.fullmatch(b'\\w+', b'abc').span())
print(attempt(re.match, 'a', b'a'), attempt(re.match, b'a', 'a'), attempt(re.sub, b'a', 'b', b'a'))
print([m.group() for m in re.finditer(b'.', b'abc')], re.match(b'a', b'abc').string)
print(re.compile(b'x', re.I).match(b'X')[0], re.subn(b'a', b'', bytearray(b'aba')))
print(re.match(b'(.)', bytearray(b'abc')).expand(b'<\\1>'))

# == json, pickle, copy
import json, pickle, copy
print(json.loads(b'{"a": 1}'), json.loads(bytearray(b'[1]')), attempt(json.dumps, b'a'))
print(attempt(json.dumps, {b'a': 1}), attempt(json.loads, b'\xff'), attempt(json.loads, memoryview(b'1')))
print(attempt(json.loads, b''))
for p in range(pickle.HIGHEST_PROTOCOL + 1):
    for x in (b'', b'abc\xff', bytearray(b'q'), [b'a', {b'k': bytearray(b'v')}]):
        y = pickle.loads(pickle.dumps(x, p))
        print(p, y, y == x, type(y))
print(attempt(pickle.dumps, memoryview(b'a')), attempt(copy.copy, memoryview(b'a')))
print(attempt(copy.deepcopy, memoryview(b'a')))
b = b'abc'
a = bytearray(b'abc')
l = [a, b]
print(copy.copy(b) is b, copy.deepcopy(b) is b, copy.copy(a) == a, copy.copy(a) is a, copy.deepcopy(l))
print(copy.deepcopy(l)[0] is a, copy.deepcopy(l)[1] is b)

# == pickle of subclasses
import pickle, copy
class B(bytes):
    pass
class A(bytearray):
    pass
for cls in (B, A):
    x = cls(b'abc')
    x.extra = [1]
    for p in range(6):
        y = pickle.loads(pickle.dumps(x, p))
        print(cls.__name__, p, y, type(y) is cls, y.extra)
    y = copy.copy(x)
    z = copy.deepcopy(x)
    print(y, type(y) is cls, y.extra is x.extra, z, z.extra, z.extra is x.extra)

# == pickle out of band
import pickle
bufs = []
d = pickle.dumps(pickle.PickleBuffer(bytearray(b'abc')), 5, buffer_callback=bufs.append)
print(len(bufs), pickle.loads(d, buffers=bufs), bytes(bufs[0].raw()))
print(pickle.loads(pickle.dumps(pickle.PickleBuffer(b'x'), 5)))
print(attempt(pickle.dumps, pickle.PickleBuffer(b'x'), 4))

# == match statements
def m(x):
    match x:
        case b'':
            return 'empty'
        case b'abc':
            return 'abc'
        case bytes(b):
            return f'bytes {b}'
        case bytearray():
            return f'bytearray {x}'
        case memoryview():
            return 'view'
        case [97, *rest]:
            return rest
        case {b'k': v}:
            return v
        case str():
            return 'str'
        case _:
            return None
for x in (
    b'', b'abc', b'xyz', bytearray(b'abc'), bytearray(b'q'), memoryview(b'abc'), memoryview(b'z'), [97, 1],
    {b'k': 5}, 'abc', b'a', 5,
):
    print(m(x))
match (b'a', bytearray(b'b')):
    case [b'a', b'b']:
        print('both')
match b'ab':
    case [a, b]:
        print('sequence!')
    case _:
        print('bytes are no sequence')
match memoryview(b'ab'):
    case [a, b]:
        print('view sequence', a, b)
    case _:
        print('no')

# == isinstance, issubclass, abc
import collections.abc as c, numbers, typing, types
for t in (bytes, bytearray, memoryview):
    print([n for n in ('Sequence', 'MutableSequence', 'Hashable', 'Iterable', 'Sized', 'Container', 'Buffer', 'Collection', 'Reversible', 'Callable', 'Iterator', 'Mapping', 'Set') if issubclass(t, getattr(c, n)) and isinstance(t(b''), getattr(c, n))])
    print(t.__mro__, t.__base__, t.__bases__, t.__name__, t.__qualname__, t.__module__, type(t))
    print(issubclass(t, (bytes, bytearray)), isinstance(t(b''), bytes | bytearray), callable(t), t)
print(isinstance(b'', object), isinstance(5, bytes), issubclass(bytes, bytearray), type(b'') is bytes)
print(type(bytearray()) == bytearray, bytes == bytes, bytes != bytearray, {bytes: 1}[type(b'')])
print(isinstance(iter(b''), c.Iterator), b''.__class__, attempt(isinstance, b'', b''))

# == generics
import typing
print(memoryview[int], attempt(lambda: bytes[int]))
print(typing.get_type_hints(type('X', (), {'__annotations__': {'a': bytes}})), list[bytes], bytes | None)
print(typing.Optional[bytearray], (bytes | memoryview).__args__, typing.Union[bytes, str])
print(memoryview[int].__origin__, dict[bytes, bytearray])
def f(a: bytes, b: bytearray=bytearray(b'x')) -> memoryview:
    pass
print(f.__annotations__, f.__defaults__)

# == dataclasses, namedtuples, enums
import dataclasses, collections, enum
@dataclasses.dataclass
class P:
    data: bytes = b'x'
    buf: bytearray = dataclasses.field(default_factory=bytearray)
print(P(), P(b'q', bytearray(b'z')), P() == P(), dataclasses.asdict(P()), dataclasses.astuple(P(b'1')))
print(dataclasses.replace(P(), data=b'n'))
T = collections.namedtuple('T', 'a b')
print(T(b'1', bytearray(b'2')), T(b'1', 2)._replace(b=b'x'))
class E(enum.Enum):
    A = b'a'
    B = b'b'
print(E(b'a'), E.B.value, repr(E.A), attempt(E, b'z'), E(bytes(b'b')))
class F(bytes, enum.Enum):
    X = b'x'
    Y = b'y'
print(F.X, F.X == b'x', F(b'y'), F.X + b'1', F.X.upper(), F.X[0], [f.value for f in F])
print(collections.Counter(b'hello').most_common(2), collections.deque(b'ab', 1))
print(collections.OrderedDict({b'a': 1}), collections.defaultdict(bytes)['x'])
print(collections.defaultdict(bytearray)['x'], collections.ChainMap({b'a': 1})[b'a'])

# == functools and itertools
import functools, itertools
print(functools.reduce(lambda a, b: a + b, [b'a', b'b']), functools.partial(bytes.join, b'-')([b'a', b'b']))
print(functools.partial(b'a,b'.split, b',')(), list(itertools.chain(b'ab', bytearray(b'c'))))
print(list(itertools.chain.from_iterable([b'ab', b'c'])), [bytes(g) for k, g in itertools.groupby(b'aabbb')])
print(list(itertools.islice(b'abcdef', 1, 5, 2)), list(itertools.zip_longest(b'ab', b'c')))
print(list(itertools.product(b'ab', repeat=2))[:2], list(itertools.accumulate(b'abc')))
print(list(itertools.batched(b'abcde', 2)), list(itertools.pairwise(b'abc')))
print(list(itertools.permutations(b'ab')), bytes(itertools.compress(b'abcd', [1, 0, 1])))
print(bytes(itertools.takewhile(lambda c: c < 100, b'abcdef')), next(itertools.cycle(b'z')))
print(list(itertools.starmap(bytes.replace, [(b'aa', b'a', b'b')])))
@functools.lru_cache
def f(x):
    return x * 2
print(f(b'a'), f(b'a'), f.cache_info().hits, attempt(f, bytearray()))
@functools.singledispatch
def g(x):
    return 'other'
@g.register
def _(x: bytes):
    return 'bytes'
g.register(bytearray, lambda x: 'bytearray')
g.register(memoryview, lambda x: 'view')
print(g(b''), g(bytearray()), g(memoryview(b'')), g(5))
print(functools.cmp_to_key(lambda a, b: (a > b) - (a < b))(b'a') < functools.cmp_to_key(lambda a, b: 0)(b'a'))

# == operator module
import operator as o
a = bytearray(b'abc')
print(o.add(b'a', b'b'), o.concat(b'a', b'b'), o.mul(b'a', 3), o.mul(3, b'a'), o.mod(b'%d', 5))
print(o.getitem(b'abc', 1), o.contains(b'abc', b'b'), o.countOf(b'aab', 97), o.indexOf(b'abc', 98))
print(o.length_hint(b'abc'), o.itemgetter(0, -1)(b'abc'), o.itemgetter(slice(1))(b'abc'))
print(o.methodcaller('upper')(b'a'), o.methodcaller('split', b',', maxsplit=1)(b'a,b,c'))
print(o.attrgetter('format')(memoryview(b'')), o.index(b'a'[0]), o.truth(b''), o.not_(bytearray(b'x')))
print(o.is_(b'', b''), o.iadd(a, b'd') is a, o.imul(a, 2), o.iconcat(a, b'!'), o.setitem(a, 0, 66))
print(o.delitem(a, slice(1, 3)), a)
print(attempt(o.concat, 5, b'a'), attempt(o.mul, b'a', b'b'))
print(attempt(o.add, memoryview(b'a'), b'b'), attempt(o.sub, b'a', b'b'), attempt(o.neg, b'a'))
print(attempt(o.and_, b'a', b'b'), attempt(o.inv, bytearray()), attempt(o.matmul, b'', b''))
print(attempt(o.index, b'a'), attempt(o.lshift, b'a', 1), attempt(o.pow, b'a', 2), attempt(o.iadd, b'a', 5))
print(attempt(o.imul, bytearray(b'a'), 'x'), attempt(o.isub, bytearray(), b''), attempt(o.ior, b'', 1))
print(attempt(o.countOf, b'a', b'a'), attempt(o.indexOf, b'a', 1))
print(attempt(o.getitem, b'a', 'x'), attempt(o.floordiv, b'a', 1), attempt(o.truediv, bytearray(), 1))
print(attempt(divmod, b'a', b'b'), attempt(o.pos, memoryview(b'')), attempt(abs, b'a'), attempt(round, b'a'))
print(attempt(o.xor, b'a', 1), attempt(pow, b'a', 2, 3))

# == reflected operators of other classes
class R:
    def __radd__(self, o):
        return ('radd', o)
    def __rmul__(self, o):
        return ('rmul', o)
    def __rmod__(self, o):
        return ('rmod', o)
    def __eq__(self, o):
        return 'eq'
    def __lt__(self, o):
        return 'lt'
    def __gt__(self, o):
        return 'gt'
    def __rsub__(self, o):
        return 'rsub'
for x in (b'a', bytearray(b'a'), memoryview(b'a')):
    print(attempt(lambda: x + R()), attempt(lambda: x * R()), attempt(lambda: x % R()), x == R())
    print(attempt(lambda: x < R()), attempt(lambda: x > R()), attempt(lambda: x <= R()), x != R(), x - R())
class NI:
    def __radd__(self, o):
        return NotImplemented
    def __rmul__(self, o):
        return NotImplemented
print(attempt(lambda: b'a' + NI()), attempt(lambda: b'a' * NI()))
class SB(bytes):
    def __radd__(self, o):
        return 'SB radd'
    def __rmul__(self, o):
        return 'SB rmul'
    def __rmod__(self, o):
        return 'SB rmod'
    def __gt__(self, o):
        return 'SB gt'
    def __eq__(self, o):
        return 'SB eq'
    __hash__ = bytes.__hash__
print(b'a' + SB(b'b'), attempt(lambda: 2 * SB(b'b')), attempt(lambda: b'%s' % SB(b'x')), b'a' < SB(b'b'))
print(b'a' == SB(b'a'), bytearray(b'a') == SB(b'a'), bytearray(b'a') + SB(b'b'))
print('x' + SB(b'q') if False else attempt(lambda: 'x' + SB(b'q')), attempt(lambda: [] + SB(b'q')))

# == calling things that are not methods
x = b'a'
for f in (
    lambda: x(), lambda: x.nope, lambda: x.append(1), lambda: bytearray.nope,
    lambda: x['a':], lambda: x[1, 2], lambda: b''.foo(), lambda: memoryview.foo, lambda: x.__index__(),
    lambda: x.encode(), lambda: bytes.decode(), lambda: bytes().format(), lambda: x.uper(),
    lambda: bytearray().apend(1), lambda: memoryview(b'').tolst(),
):
    print(attempt(f))

# == method objects
print(b'a'.upper.__name__, bytes.upper.__name__, bytes.upper.__qualname__, b'a'.upper.__self__)
print(bytes.upper.__doc__.split('.')[0], b'a'.upper == b'a'.upper, callable(b'a'.upper))
print(bytes.upper is bytes.upper, bytes.fromhex.__name__, bytes.maketrans.__name__, bytes.__doc__[:30])
print(bytearray.__doc__[:30], memoryview.__doc__[:40], bytes.split.__doc__[:40])
print(getattr(b'abc', 'upper')(), getattr(b'abc', 'nope', 'default'), hasattr(b'', 'append'))
print(hasattr(bytearray(), 'append'), [m for m in dir(bytearray) if m not in dir(bytes)])
print([m for m in dir(bytes) if not m.startswith('_')], [m for m in dir(memoryview) if not m.startswith('_')])

# == print and string formatting
print(b'a', bytearray(b'b'), sep=' | ', end='!\n')
print('{} {!r} {!s} {:>6}'.format(b'a', b'b', b'c', str(b'd')), '%s' % b'x', '%(k)s' % {'k': b'v'})
print(f"""b"x"={b'x'!r}""", f"{b'x'!r:*^8}", '{0[0]}'.format(b'abc'), '{0.nbytes}'.format(memoryview(b'abc')))
print('%d' % b'a'[0], '%c' % b'a'[0], attempt(lambda: '%d' % b'a'), attempt(lambda: '%c' % b'a'))
print('%r' % bytearray(), '%5.3s|' % b'abc', 'x'.join(map(str, [b'a', b'b'])), attempt(''.join, [b'a']))
print(attempt('a'.replace, b'a', b'b'), attempt(lambda: 'a' in b'a'), attempt(lambda: b'a' in 'a'))
print(attempt('abc'.find, b'a'), attempt('abc'.encode, b'utf8'), ascii(b'\xe9'), repr(b'\xe9'))
print([repr(bytearray(b'\\'))], 'é'.encode() + b'!', type('a'.encode()))

# == exceptions keep their arguments
import sys
for f in (
    lambda: b'a'[5], lambda: bytes('a'), lambda: b'a'.index(b'z'), lambda: bytearray().pop(),
    lambda: bytes([256]), lambda: b'\xff'.decode(), lambda: b'' + 5, lambda: memoryview(5),
    lambda: b'a'.decode('x-none'),
):
    try:
        f()
    except Exception as e:
        print(type(e), e.args, str(e), repr(e)[:100], e.__cause__, e.__context__, e.__traceback__ is not None)
try:
    try:
        b'a'[9]
    except IndexError:
        bytes('x')
except TypeError as e:
    print(repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError(b'payload', bytearray(b'x'))
except ValueError as e:
    print(e, e.args, repr(e))
e = Exception(b'a')
print(e, e.args[0] + b'b', str(KeyError(b'k')), attempt(lambda: {}[b'missing']))
print(attempt(lambda: {b'a': 1}[b'b']))
try:
    {}[b'missing']
except KeyError as e:
    print(e.args, type(e.args[0]))

# == UnicodeDecodeError made by hand
e = UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'because')
print(e, e.object, e.args, repr(e), attempt(UnicodeDecodeError, 'utf-8', 'x', 0, 1, 'r'))
print(attempt(UnicodeDecodeError, 'utf-8'), UnicodeDecodeError('ascii', bytearray(b'ab'), 0, 2, 'two').object)
print(str(UnicodeDecodeError('u', b'abc', 0, 2, 'range')))

# == dictionary and set of bytes
d = {b'a': 1, b'b': 2, 'a': 3}
print(d[b'a'], d['a'], b'a' in d, b'c' in d, d.get(b'z'), d.setdefault(b'q', 5), d.pop(b'b'))
print(sorted((k for k in d if isinstance(k, bytes))), d, {**{b'x': 1}}, dict([(b'k', b'v')]))
print(dict.fromkeys([b'a', b'a']), {b'a': 1} == {bytes([97]): 1}, {b'a', b'b'} & {b'b'}, {b'a'} | {bytes(b'a')})
print(frozenset([b'a']) == {b'a'}, d == {b'q': 5, b'a': 1, 'a': 3}, attempt(lambda: {[b'a']: 1}))
print(attempt(lambda: {b'a': 1}[bytearray(b'a')]), {memoryview(b'a'): 1}.get(b'a'))
print({b'a': 2}.get(memoryview(b'a')), len({b'': 0, b'\x00': 1}), {(b'a', 1): 2}[b'a', 1])
print(hash((b'a',)) == hash((b'a',)))

# == lists of bytes
l = [b'b', b'a', bytearray(b'c')]
print(sorted(l), l.index(b'a'), b'c' in l, l.count(bytearray(b'b')), l + [b'z'], [*l, b'q'], max(l), min(l))
print(l == [bytearray(b'b'), b'a', b'c'], (b'a', b'b') < (b'a', b'c'), [b'a'] < [b'b'], l.remove(b'c'), l)
print(sorted([b'b', 'a'], key=str), attempt(sorted, [b'a', 'b']))
print(attempt(sorted, [memoryview(b'b'), memoryview(b'a')]), list(map(len, l)))
print(list(map(bytes, [[1], 2, b'x'])), list(filter(bytes.isalpha, [b'a', b'1'])))
print(list(zip(b'ab', [b'x', b'y'])), sum([b'a'], start=b'') if False else attempt(sum, [b'a'], b''))
print(attempt(sum, [b'a', b'b'], start=bytearray()), attempt(sum, [b'a']))

# == comprehension and generators
def gen():
    yield from b'abc'
    x = (yield b'next')
    yield x
g = gen()
print([next(g) for _ in range(4)], g.send(bytearray(b'sent')), bytes((c ^ 1 for c in b'abc')))
print(bytearray((c for c in b'ABC' if c != 66)), {chr(c): c for c in b'xy'})
print([a + b for a in (b'1', b'2') for b in (b'x', b'y')], b''.join((bytes([c]) for c in b'zyx')))
print(b''.join((c.to_bytes() for c in bytearray(b'q'))), any((c > 200 for c in b'abc')))
print([c for c, in zip(b'ab')], bytes((b for b in gen() if isinstance(b, int))))
def bad():
    yield 1
    raise RuntimeError('half way')
x = bytearray(b'keep')
print(attempt(bytes, bad()), attempt(x.extend, bad()), x, attempt(b''.join, (1 / 0 for _ in 'a')))
print(attempt(x.__setitem__, slice(0, 2), bad()), x, attempt(bytearray, bad()), attempt(x.__iadd__, bad()))

# == iterators that misbehave
class It:
    def __init__(self, n, hint=None):
        self.n, self.hint = (n, hint)
    def __iter__(self):
        return self
    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return self.n
    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint
for hint in (0, 3, 100, NotImplemented, -1, 'a', ValueError('hint'), TypeError('hint'), 2 ** 40):
    print(hint, attempt(bytes, It(3, hint)), attempt(bytearray, It(3, hint)))
    print(attempt(lambda: (lambda x: (x.extend(It(3, hint)), x))(bytearray())))
class NoIter:
    __iter__ = None
class GetItem:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i + 65
class BadIter:
    def __iter__(self):
        return 5
class Seq(list):
    pass
print(attempt(bytes, NoIter()), bytes(GetItem()), bytearray(GetItem()), attempt(bytes, BadIter()))
print(attempt(bytearray, BadIter()), bytes(Seq([1, 2])), attempt(bytearray().extend, BadIter()))
print(attempt(bytearray().extend, NoIter()), attempt(b''.join, NoIter()), attempt(b''.join, BadIter()))
print(b'-'.join(Seq([b'a'])), attempt(b''.join, GetItem()), attempt(memoryview, GetItem()))

# == iteration changes what is iterated
class Evil:
    def __init__(self, f):
        self.f = f
    def __index__(self):
        self.f()
        return 66
x = bytearray(b'abc')
print(attempt(x.append, Evil(x.clear)), x)
x = bytearray(b'abc')
print(attempt(x.__setitem__, 2, Evil(x.clear)), x)
x = bytearray(b'abc')
print(attempt(x.__setitem__, slice(0, 2), [Evil(x.clear)]), x)
x = bytearray(b'abc')
print(attempt(x.insert, 1, Evil(lambda: x.extend(b'zz'))), x)
x = bytearray(b'abc')
print(attempt(x.extend, [1, Evil(x.clear)]), x)
x = bytearray(b'abc')
print(attempt(x.remove, Evil(x.clear)), x)
x = bytearray(b'abBc')
print(attempt(x.find, Evil(x.clear)), x, attempt(lambda: Evil(x.clear) in x))
x = bytearray(b'abc')
print(attempt(x.__imul__, Evil(x.clear))[:20], len(x))
x = bytearray(b'abc')
print(attempt(x.pop, Evil(x.clear)), x)
x = bytearray(b'abc')
print(attempt(lambda: x[Evil(x.clear)]), x)
l = [1, 2, 3]
print(attempt(bytes, [Evil(l.clear), 2]), attempt(lambda: bytes(l)))
l[:] = [Evil(l.clear), 2, 3]
print(attempt(bytes, l), l)
l[:] = [Evil(lambda: l.append(7)), 2]
print(attempt(bytearray, l), len(l))
x = bytearray(b'abc')
print(attempt(x.ljust, Evil(x.clear), b'.')[:16], x)
x = bytearray(b'a,b')
print(attempt(x.split, b',', Evil(x.clear)), x)
x = bytearray(b'aba')
print(attempt(x.replace, b'a', b'zz', Evil(x.clear)), x)

# == views during evil calls
class Evil:
    def __init__(self, f):
        self.f = f
    def __index__(self):
        self.f()
        return 66
b = bytearray(b'abc')
m = memoryview(b)
print(attempt(m.__setitem__, 0, Evil(m.release)), b, attempt(lambda: m[0]))
m = memoryview(b)
print(attempt(lambda: m[Evil(m.release)]))
m = memoryview(b)
print(attempt(m.__setitem__, Evil(m.release), 1), b)
m = memoryview(b)
print(attempt(lambda: m[0:Evil(m.release)]))
m = memoryview(b)
print(attempt(m.cast, 'B', [Evil(m.release)]))
m = memoryview(b)
print(attempt(lambda: m == [m.release()]), attempt(m.hex, ':', Evil(m.release)))
x = bytearray(b'abc')
out = []
class Hold:
    def __index__(self):
        out.append(memoryview(x))
        return 1
print(attempt(x.append, Hold()), x, attempt(x.extend, [Hold()]), x, attempt(x.insert, 0, Hold()))
print(attempt(x.resize, Hold()), attempt(x.pop, Hold()), attempt(x.__setitem__, 0, Hold()), x)
print(attempt(x.__setitem__, slice(0, 1), [Hold(), Hold()]), x, attempt(x.__delitem__, Hold()))
print(attempt(x.__imul__, Hold()), x)

# == join re-entrancy
x = [b'a', b'b']
class Evil:
    def __buffer__(self, flags):
        x.clear()
        return memoryview(b'evil')
x.insert(1, Evil())
print(attempt(b'-'.join, x), len(x))
class Grow:
    def __buffer__(self, flags):
        sep.extend(b'!!')
        return memoryview(b'grow')
sep = bytearray(b',')
print(attempt(sep.join, [b'a', Grow(), b'b']), sep)
class Rel:
    def __iter__(self):
        m.release()
        return iter([b'x', b'y'])
m = memoryview(b'sep')
print(attempt(b','.join, Rel()), attempt(lambda: m[0]))

# == a checksum of a packet
def checksum(data):
    total = 0
    for i in range(0, len(data) - 1, 2):
        total += data[i] << 8 | data[i + 1]
    if len(data) % 2:
        total += data[-1] << 8
    while total >> 16:
        total = (total & 65535) + (total >> 16)
    return ~total & 65535
for x in (b'E\x00\x00<', bytearray(range(9)), memoryview(b'abcdefg')[1:]):
    print(hex(checksum(x)))

# == a ring buffer over a view
class Ring:
    def __init__(self, n):
        self.buf = bytearray(n)
        self.view = memoryview(self.buf)
        self.r = self.w = 0
    def put(self, data):
        for c in data:
            self.view[self.w % len(self.buf)] = c
            self.w += 1
    def get(self, n):
        out = bytes((self.buf[(self.r + i) % len(self.buf)] for i in range(min(n, self.w - self.r))))
        self.r += len(out)
        return out
r = Ring(5)
r.put(b'abc')
print(r.get(2))
r.put(b'defg')
print(r.get(10), r.buf, attempt(r.buf.append, 1))

# == a varint codec
def enc(n):
    out = bytearray()
    while True:
        b = n & 127
        n >>= 7
        out.append(b | (128 if n else 0))
        if not n:
            return bytes(out)
def dec(data):
    n = shift = 0
    for i, b in enumerate(data):
        n |= (b & 127) << shift
        shift += 7
        if not b & 128:
            return (n, data[i + 1:])
    raise EOFError
for n in (0, 1, 127, 128, 300, 2 ** 64):
    print(n, enc(n), dec(enc(n) + b'rest'), dec(memoryview(enc(n)))[0])
print(attempt(dec, b'\x80'))

# == a line splitter with partial reads
def lines(chunks):
    buf = bytearray()
    for chunk in chunks:
        buf += chunk
        while (i := buf.find(b'\n')) >= 0:
            yield bytes(buf[:i])
            del buf[:i + 1]
    if buf:
        yield bytes(buf)
print(list(lines([b'ab', b'c\nd', memoryview(b'ef\n\n'), bytearray(b'tail')])))

# == a hex dump
def dump(data, width=8):
    for i in range(0, len(data), width):
        row = data[i:i + width]
        print(f"{i:04x}  {row.hex(' '):<{width * 3}} {''.join((chr(c) if 32 <= c < 127 else '.' for c in row))}")
dump(b'Hello, \x00\xff world!\n')
dump(memoryview(bytearray(range(60, 75))), 4)

# == xor cipher and run-length
key = b'key'
def xor(d):
    return bytes((a ^ key[i % len(key)] for i, a in enumerate(d)))
print(xor(b'secret'), xor(xor(b'secret')))
from itertools import groupby
rle = b''.join((bytes((len(list(g)), k)) for k, g in groupby(b'aaabccdd')))
print(rle, b''.join((rle[i + 1:i + 2] * rle[i] for i in range(0, len(rle), 2))))

# == a TLV parser with views
import struct
def parse(view):
    while view:
        tag, n = struct.unpack_from('>BH', view)
        yield (tag, view[3:3 + n])
        view = view[3 + n:]
data = bytearray()
for t, v in ((1, b'one'), (2, b''), (3, bytearray(b'three'))):
    data += struct.pack('>BH', t, len(v)) + v
for t, v in parse(memoryview(data)):
    print(t, v.tobytes(), v.nbytes, v.obj is data)

# == PNG chunk and crc
import struct, zlib
def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
png = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(b'\x00\x00')) + chunk(b'IEND', b'')
print(len(png), png[:24].hex(), png.count(b'I'), png.rfind(b'IEND'), struct.unpack('>I', png[-4:])[0])

# == image of two dimensions
w, h = (4, 3)
img = memoryview(bytearray(w * h)).cast('B', [h, w])
for y in range(h):
    for x in range(w):
        img[y, x] = y * 16 + x
print(img.tolist(), img[2, 3], bytes(img.cast('B'))[4:8].hex(), [img[i, -1] for i in range(h)])
print(attempt(lambda: img[3, 0]))

# == histogram, sort, median
data = bytes((i * i % 256 for i in range(40)))
hist = [0] * 4
for c in data:
    hist[c >> 6] += 1
print(hist, bytes(sorted(data))[:5], sorted(data)[len(data) // 2], data.index(max(data)))
print(bytes(reversed(data))[:3], bytes(set(b'hello'))[:0], bytearray(sorted(b'hello', reverse=True)))

# == Caesar and rot13 by translate
import string
lower = string.ascii_lowercase.encode()
t = bytes.maketrans(lower + lower.upper(), lower[13:] + lower[:13] + lower[13:].upper() + lower[:13].upper())
print(b'Hello, World'.translate(t), b'Hello'.translate(t).translate(t), bytearray(b'Uryyb').translate(t, b'y'))

# == HTTP request parsing
req = b'GET /a%20b?x=1 HTTP/1.1\r\nHost: example\r\nX-Y:  z \r\n\r\nbody'
head, _, body = req.partition(b'\r\n\r\n')
line, *hs = head.split(b'\r\n')
method, target, version = line.split(b' ')
print(method, target, version.removeprefix(b'HTTP/'))
print({k.strip().lower(): v.strip() for k, _, v in (h.partition(b':') for h in hs)}, body)
print(target.replace(b'%20', b' ').split(b'?', 1), int(version[-1:]), method in (b'GET', b'PUT'))

# == base64 by hand
al = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(d):
    out = bytearray()
    for i in range(0, len(d), 3):
        n = int.from_bytes(d[i:i + 3].ljust(3, b'\x00'), 'big')
        q = [n >> s & 63 for s in (18, 12, 6, 0)]
        out += bytes((al[c] for c in q[:len(d[i:i + 3]) + 1])).ljust(4, b'=')
    return out
import base64
for x in (b'', b'a', b'ab', b'abc', b'abcd'):
    print(b64(x), b64(x) == base64.b64encode(x))

# == unpacking assignment and swaps
a = bytearray(b'abcdef')
a[0], a[-1] = (a[-1], a[0])
print(a)
a[:2], a[-2:] = (a[-2:], a[:2])
print(a)
first, *mid, last = a
print(first, bytes(mid), last)
(x, y), z = (b'ab', b'c')
print(x, y, z)
a[1:1], a[0] = (b'XY', 33)
print(a)
i = 0
i, a[i] = (1, 64)
print(a)
del a[0], a[0], a[-1]
print(a)
a[0] += 1
a[1] ^= 255
a[-1] <<= 1
print(a)
def f():
    a[0] -= 200
print(attempt(f), a)

# == walrus, chained comparison, ternaries, boolean
x = b''
print(x or b'default', b'a' and b'b', not x, bool(b'\x00'), b'a' < b'b' < b'c', b'a' < b'c' < b'b')
print((n := len(b'abc')) * 2, b'x' if bytearray() else b'y', b'' == b'' != b'a', bool(memoryview(b'')))
print(bool(memoryview(b'\x00')), all([b'', b'a']), any([b'', bytearray()]), b'a' is not None)
print(b'a' in [b'a'] in [[True]] if False else 0)

# == default arguments, closures, globals, nonlocal
def acc():
    buf = bytearray()
    def add(x=b'dflt'):
        nonlocal buf
        buf += x
        return bytes(buf)
    return add
f = acc()
print(f(), f(b'1'), f(x=bytearray(b'2')), f.__defaults__ if hasattr(f, '__defaults__') else 0)
class K:
    data = b'class'
    buf: bytearray = bytearray(b'shared')
K.buf += b'!'
k = K()
k.data += b' inst'
print(K.data, k.data, K.buf, k.buf is K.buf)

# == try, except, finally, else
def f(x):
    try:
        return x.decode('ascii')
    except UnicodeDecodeError as e:
        return (e.reason, e.object[e.start:e.end])
    except AttributeError:
        return 'no decode'
    else:
        return 'else'
    finally:
        print('finally')
print(f(b'a'), f(b'\xff'), f(memoryview(b'a')), f(bytearray(b'\x80')))
try:
    raise ExceptionGroup('g', [ValueError(b'a'), TypeError(b'b')])
except* ValueError as g:
    print(g.exceptions)
except* TypeError as g:
    print(g.exceptions)

# == assert messages and tracebacks
import traceback
try:
    assert b'a' == b'b', (b'a', b'b')
except AssertionError as e:
    print(e.args)
try:
    bytes([1, 2, 300])
except ValueError:
    print(traceback.format_exc().splitlines()[-1])
print(traceback.format_exception_only(TypeError(b'x')))

# == unittest assertions
import unittest
class T(unittest.TestCase):
    def runTest(self):
        pass
t = T()
for f in (
    lambda: t.assertEqual(b'a', b'b'), lambda: t.assertEqual(b'a', bytearray(b'a')),
    lambda: t.assertIn(b'a', [b'b']), lambda: t.assertIsInstance(b'', bytearray),
    lambda: t.assertRaises(IndexError, lambda: b''[0]), lambda: t.assertSequenceEqual(b'ab', b'ac'),
    lambda: t.assertLess(b'b', b'a'), lambda: t.assertListEqual([b'a'], [b'b']),
    lambda: t.assertTrue(b''),
):
    print(attempt(f))

# == struct formats by the dozen
import struct
for f, v in [
    ('<b', -1), ('>H', 258), ('=l', -5), ('!q', 2 ** 40), ('<Q', 2 ** 63), ('f', 0.1), ('<d', 1e+300),
    ('2x', None), ('c', b'z'), ('3s', b'ab'), ('p', b''), ('4p', b'abcdef'), ('?', 7), ('<e', 1.5), ('n', 5),
    ('P', 4096),
]:
    args = () if v is None else (v,)
    d = struct.pack(f, *args)
    print(f, d, struct.unpack(f, bytearray(d)), struct.calcsize(f))
for args in [
    ('b', 128), ('H', -1), ('c', 'a'), ('c', b'ab'), ('s', 5), ('d', 'x'), ('i', 1.5), ('Q', 2 ** 64), ('z', 1),
    ('2b', 1), ('', 1), ('<n', 1), ('e', 1000000000.0), ('f', 1e+39), ('99999999999999s', b''),
]:
    print(args, attempt(struct.pack, *args))

# == arrays and bytes
import array
a = array.array('B', b'abc')
a.extend(b'de')
a.frombytes(memoryview(b'fg'))
print(a, a.tobytes(), bytes(a), bytearray(a), a == array.array('B', b'abcdefg'), a[1:3].tobytes(), b'x' + a)
print(bytearray(b'q') + a, b'abcdefg' == a, a == b'abcdefg', attempt(a.append, b'a'))
print(attempt(array.array, 'B', 'abc'), array.array('H', b'abcd'), array.array('i', [1, 2]).tobytes())
print(attempt(a.frombytes, 'x'), attempt(array.array('i').frombytes, b'abc'), b'-'.join([a, b'z']), a.index(99))
print(b'cd' in bytes(a), 99 in a, array.array('B', bytearray(b'zz')))
print(array.array('b', memoryview(b'ab')) if False else attempt(array.array, 'b', memoryview(b'ab')))
print(a.buffer_info()[1], bytes(a[::-1]), bytes(array.array('d', [1.5]))[:8].hex())

# == ndarray views
from _testbuffer import ndarray, ND_WRITABLE
n = ndarray(list(range(12)), shape=[3, 4], format='h', flags=ND_WRITABLE)
m = memoryview(n)
print(m.format, m.shape, m.strides, m.tolist(), m[1, 2], bytes(m)[:6], m.tobytes('F')[:6], m == n)
print(m[::2].tolist(), m[::-1].shape, attempt(lambda: m[:, 1]), m.nbytes, m.c_contiguous)
m[2, 3] = -7
print(n.tolist(), attempt(lambda: m.__setitem__((0, 0), 40000)), m[1:].tolist())
print(attempt(lambda: m[1:].cast('B')), m.cast('B').nbytes)
f = memoryview(ndarray(list(range(6)), shape=[2, 3], strides=[1, 2], format='B'))
print(f.tolist(), f.f_contiguous, f.tobytes(), f.tobytes('A'), f.tobytes('F'), attempt(f.cast, 'B'))

# == ctypes memory
import ctypes
buf = ctypes.create_string_buffer(b'hello', 8)
m = memoryview(buf)
print(m.format, m.shape, bytes(m), m[0], buf.value, buf.raw[:6])
m[0] = b'J'
print(buf.value, attempt(lambda: m.__setitem__(0, 65)), m.readonly, m.cast('B')[1])
arr = (ctypes.c_uint16 * 3)(1, 2, 3)
m = memoryview(arr)
print(m.format, m.itemsize, attempt(m.tolist), bytes(m), m.cast('B').cast('H').tolist())
b = bytearray(b'abcd')
c = (ctypes.c_char * 4).from_buffer_copy(b)
print(c.raw, ctypes.sizeof(c))

# == mmap-like slices and BytesIO round trips
import io
f = io.BytesIO()
for part in (b'head', bytearray(b'|body'), memoryview(b'|tail--')[:5]):
    print(f.write(part))
f.seek(5)
print(f.read(4), f.tell(), f.seek(-4, 2), f.read(), f.getbuffer()[:4].tobytes(), bytes(f.getbuffer()))
print(len(f.getvalue()), f.readable(), f.isatty(), f.closed)
with io.BytesIO(b'x\ny\n') as g:
    print([l for l in g])
print(attempt(g.read), attempt(f.seek, -1), attempt(f.seek, 0, 9), f.truncate(4), f.getvalue())
print(attempt(f.read, 'a'), f.read1(5), io.BytesIO(initial_bytes=b'z').getvalue(), f == f, f.readline(2))
print(attempt(f.readinto, b''))

# == text round trips
import unicodedata
for s in ('', 'ascii', 'é', '€', '𝒳', '\x00', 'á', '日本'):
    row = [s.encode(e) for e in ('utf-8', 'utf-16-le', 'utf-32-be', 'utf-8-sig')]
    print(row, [bytes(s, e) == x for e, x in zip(('utf-8', 'utf-16-le', 'utf-32-be', 'utf-8-sig'), row)])
    print([x.decode(e) == s for e, x in zip(('utf-8', 'utf-16-le', 'utf-32-be', 'utf-8-sig'), row)])
    print(len(bytes(s, 'utf-16')), bytearray(s, 'utf-8'), str(bytearray(s, 'utf-8'), 'utf-8') == s)

# == incremental decoding
import codecs
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([c])) for c in 'é€'.encode()], attempt(d.decode, b'\xff', True))
print(codecs.decode(b'abc', 'ascii'), codecs.encode('é', 'latin-1'), codecs.BOM_UTF8, codecs.BOM_UTF16_LE + b'')
print(codecs.lookup('utf8').name, codecs.decode(b'6162', 'hex'), codecs.encode(b'ab', 'hex'))
print(codecs.escape_decode(b'\\x41\\n')[0])

# == splitting edge cases
for x in (b'', b' ', b'a', b' a', b'a  b', b'\x00', b'a\x85b', b'a\xa0b', b'\x1c', b'a\x1cb'):
    print(x, x.split(), x.rsplit(), x.split(b' '), x.splitlines(), x.strip(), x.split(None, 0))
    print(x.rsplit(None, 1), x.split(b'a'), x.isspace())
for n in (-1, 0, 1, 2, 2 ** 31 - 1, 2 ** 31, -2 ** 31):
    print(n, attempt(b'a b c'.split, None, n), attempt(b'a b c'.rsplit, b' ', n))
    print(attempt(b'aaa'.replace, b'a', b'b', n), attempt(b'a\nb'.splitlines, n))

# == replace edge cases
for a, b in (
    (b'', b'-'), (b'a', b''), (b'a', b'aa'), (b'aa', b'b'), (b'x', b'y'), (b'', b''), (b'aaaa', b'z'),
    (b'aaaaa', b'z'),
):
    for n in (-1, 0, 1, 3, 100):
        print(a, b, n, b'aaaa'.replace(a, b, n), b''.replace(a, b, n), bytearray(b'aaaa').replace(a, b, n))
print(attempt(b'a'.replace, 'a', b''), attempt(b'a'.replace, b'a', None), attempt(b'a'.replace, 97, 98))
print(attempt(b'a' * 50000 .__index__().__class__(1) if False else b'a'.replace, b'a', b'b', None))
print(attempt(b'a'.replace, b'a', b'b', 1.5), b'ab'.replace(memoryview(b'a'), bytearray(b'cc')))

# == partition, prefix, suffix with every bytes-like
import array
for s in (b',', bytearray(b','), memoryview(b','), array.array('B', b',')):
    print(b'a,b,c'.partition(s), b'a,b,c'.rpartition(s), b',a'.removeprefix(s), b'a,'.removesuffix(s))
    print(b'a,b'.split(s), b',a,'.strip(s), b'a,b'.find(s), b'a,b'.count(s), attempt(b',a'.startswith, s))
    print(attempt(b',a'.startswith, (s,)))
    print(s in b'a,b' if not isinstance(s, array.array) else attempt(lambda: s in b'a,b'), bytes(s))
    print(b'a'.ljust(3, s) if isinstance(s, (bytes, bytearray)) else attempt(b'a'.ljust, 3, s))
    print(attempt(s.__class__.__name__.__len__))

# == numbers of odd kinds as arguments
import decimal, fractions
class I(int):
    pass
class F(float):
    def __index__(self):
        return 2
for n in (True, I(2), F(9), decimal.Decimal(2), fractions.Fraction(2), 2.0, '2', None, 2 ** 40, -2 ** 40):
    print(repr(n)[:20], attempt(lambda: b'abc'[n]), attempt(lambda: b'ab' * n)[:60])
    print(attempt(b'ab'.center, n)[:60], attempt(bytes, n)[:60], attempt(bytes, [n]))
    print(attempt(bytearray(b'x').append, n), attempt(lambda: n in b'\x01\x02'), attempt(b'\x02'.find, n))
    print(attempt(b'ab'.zfill, n)[:60], attempt(lambda: b'%d' % n), attempt(b'a\tb'.expandtabs, n)[:60])
    print(attempt(lambda: b'abc'[:n]), attempt(b'abc'.hex, '-', n))

# == int subclass and bool stay what they are
class I(int):
    def __repr__(self):
        return 'I'
    def __index__(self):
        return 99
x = bytearray([I(5), True])
print(x, x[0] is True, type(x[1]), b'abc'[I(1)], bytes(I(2)), b'%d' % I(3))
print(I(97) in b'a', b'a'.find(I(97)), bytes([I(65)]))

# == str subclass and float subclass in formats
class S(str):
    def __repr__(self):
        return 'S!'
class F(float):
    def __repr__(self):
        return 'F!'
    def __str__(self):
        return 'Fs'
print(b'%f' % F(1.5), b'%d' % F(2.7))
print(bytes(S('é'), 'utf-8'), attempt(bytes, S('x')), b'ab'.hex(S(':')), bytes.fromhex(S('61')))
print(b'a'.decode(S('ascii')), attempt(b'a'.decode, S('none')))

# == deep structures in formats
l = [1, (2,), {'k': b'v', 3: {4}}, 1.5, None, True, 'é"\'', b'\xff', bytearray(b'q'), 2j, -0.0, 1e+16, 1e-05, float('nan'), range(3), slice(1, 2), ..., 10 ** 30, frozenset(), set(), (), {}, [[]]]
for x in l:
    print(b'%a' % (x,), b'%.6r|' % (x,), b'%12a' % (x,))
print(b'%a %a' % (int, len), b'%a' % ValueError('x'), (b'%a' % (lambda: 0))[:10])
print(b'%a' % type('C', (), {'__repr__': lambda s: 'Crepr'})(), (b'%a' % type('Cé', (), {})())[:14])

# == release inside buffer callbacks
class E:
    def __init__(self):
        self.b = bytearray(b'abcdef')
        self.n = 0
    def __buffer__(self, f):
        self.n += 1
        return memoryview(self.b)
    def __release_buffer__(self, v):
        self.n -= 1
        v.release()
e = E()
m = memoryview(e)
s = m[2:]
c = m.cast('H')
print(e.n, attempt(e.b.append, 1), m.obj is e, s.obj is e, c.tolist())
m.release()
print(e.n, s[0])
s.release()
c.release()
print(e.n, e.b.append(1), e.b)
with memoryview(e) as m:
    print(e.n, m[0])
print(e.n, bytes(e), e.n, b'' + e, e.n, b','.join([e, e]), e.n, attempt(b'abc'.find, e), e.n, e == b'x', e.n)
print(attempt(lambda: b'abcdef\x01' == e), e.n, str(e, 'ascii', 'replace'), e.n, bytearray(e), e.n)
print((lambda v: bytes(v))(memoryview(e)), e.n)

# == explicit __buffer__ calls
import inspect
for x in (b'abc', bytearray(b'abc'), memoryview(bytearray(b'abc'))):
    v = x.__buffer__(inspect.BufferFlags.FULL_RO)
    print(type(v), v.readonly, v.tobytes(), v.obj is x)
    v.release()
    print(attempt(lambda: x.__buffer__(inspect.BufferFlags.WRITABLE).readonly), attempt(x.__buffer__))
    print(attempt(x.__buffer__, 'a'), attempt(x.__buffer__, 2 ** 40), attempt(x.__buffer__, -1) != '')
b = bytearray(b'q')
v = b.__buffer__(0)
print(attempt(b.append, 1))
b.__release_buffer__(v)
print(attempt(b.append, 1), attempt(lambda: v[0]), attempt(b.__release_buffer__, v))
print(attempt(b.__release_buffer__, 5), attempt(b.__release_buffer__, memoryview(b'other')))

# == from flags
import inspect
for x in (b'abc', bytearray(b'abc')):
    for f in ('SIMPLE', 'WRITABLE', 'FULL', 'FULL_RO', 'ND', 'STRIDES', 'CONTIG'):
        print(f)
        print(attempt(lambda: (lambda m: (m.format, m.shape, m.strides, m.readonly, m.tobytes()))(memoryview._from_flags(x, getattr(inspect.BufferFlags, f)))))

# == iterators copied, pickled, hinted
import copy, pickle
for x in (b'abcd', bytearray(b'abcd')):
    it = iter(x)
    next(it)
    c = copy.copy(it)
    print(next(c), list(it), list(c), it.__length_hint__(), attempt(next, it))
    it = iter(x)
    next(it)
    p = pickle.loads(pickle.dumps(it))
    print(list(p), it.__reduce__()[1:], it.__reduce__()[0])
    it.__setstate__(3)
    print(list(it))
    r = reversed(x)
    print(next(r), r.__length_hint__(), list(r))
print(attempt(copy.copy, iter(memoryview(b'a'))), attempt(lambda: iter(memoryview(b'ab')).__length_hint__()))

# == iterating a view and releasing it
m = memoryview(bytearray(b'abc'))
it = iter(m)
print(next(it))
m.release()
print(attempt(next, it))
b = bytearray(b'abc')
it = iter(memoryview(b))
next(it)
print(attempt(b.append, 1))
del it
print(attempt(b.append, 1))
r = reversed(memoryview(b'ab'))
print(list(r))
m = memoryview(bytearray(b'abc'))
out = []
for c in m:
    m[-1] = 122
    out.append(c)
print(out)

# == strange encodings' arguments
for a in (
    ('utf-8', None), (None,), (5,), ('utf-8', 5), ('ascii', 'strict', 1), ('utf\x00-8',), ('é',),
    ('utf-8\ud800',), ('',), ('x' * 40,), (b'utf-8',),
):
    print(ascii(a), ascii(attempt(b'a'.decode, *a)), ascii(attempt(bytes, 'a', *a)))
    print(ascii(attempt(bytearray().__init__, 'a', *a)))
print(attempt(b''.decode, 'nope'), attempt(b''.decode, 'ascii', 'nope'), attempt(b'a'.decode, 'ascii', 'nope'))
print(attempt(b'a'.decode, errors=None), attempt(bytes, '', 'nope'), attempt(bytes, '', 'ascii', 'nope'))

# == bytearray init again
b = bytearray(b'abc')
b.__init__()
print(b)
b.__init__(3)
print(b)
b.__init__('é', 'utf-8')
print(b)
print(attempt(b.__init__, 'x'), b, attempt(b.__init__, [1, 2, 300]), b, attempt(b.__init__, -1), b)
print(attempt(b.__init__, None), b, attempt(b.__init__, b), b)
b.__init__(memoryview(b'view'))
print(b)
m = memoryview(b)
print(attempt(b.__init__, b'longer than'), b, attempt(b.__init__, b'same'), b)

# == alloc and sizes
b = bytearray()
print(b.__alloc__())
b.append(1)
print(b.__alloc__() > 1, len(b), b.__sizeof__() > 10, b''.__sizeof__() > 0)
b.clear()
print(b.__alloc__() >= 0, b.__sizeof__() > 0)

# == sys.getsizeof, id, gc, weakref
import sys, weakref, gc
print(sys.getsizeof(b'') > 0)
print(type(weakref.ref(memoryview(b'a'))))
a = b'x'
print(id(a) == id(a), a is a, sys.intern('a') == 'a', attempt(sys.intern, b'a'))

# == os and pathlib with bytes
import os
print(os.fsencode('a'), os.fsdecode(b'b'), os.path.join(b'a', b'b'), os.path.basename(b'/x/y'))
print(os.path.splitext(b'f.txt'), attempt(os.path.join, b'a', 'b'), os.path.exists(b'/nope'), os.fspath(b'p'))
print(attempt(os.fspath, bytearray(b'p')), os.path.normpath(b'a/../b'))
with open('/tmp/qa_file', 'wb') as f:
    print(f.write(b'ab'), f.write(bytearray(b'cd')), f.write(memoryview(b'ef')), attempt(f.write, 'x'))
with open('/tmp/qa_file', 'rb') as f:
    b = bytearray(4)
    print(f.readinto(b), b, f.read(), f.seek(0), f.read(1), list(f))
print(os.listdir(b'/tmp')[:0], open(b'/tmp/qa_file', 'rb').read(), os.stat(b'/tmp/qa_file').st_size)
print(os.remove(b'/tmp/qa_file'))

# == uuid, ipaddress, secrets, random, hmac
import uuid, ipaddress, random, hmac, secrets
print(uuid.UUID(bytes=bytes(range(16))), uuid.UUID(int=5).bytes[-2:], ipaddress.ip_address(b'\x7f\x00\x00\x01'))
print(ipaddress.ip_address('1.2.3.4').packed, hmac.new(b'k', b'm', 'sha256').hexdigest()[:8])
print(hmac.compare_digest(b'a', b'a'), hmac.compare_digest(b'a', bytearray(b'b')))
print(attempt(hmac.compare_digest, b'a', 'a'), len(secrets.token_bytes(4)), type(random.Random(1).randbytes(3)))
print(random.Random(1).randbytes(3), random.Random(b'seed').random(), random.Random(2).choice(b'abc'))
print(random.Random(3).sample(b'abcdef', 2), attempt(random.shuffle, b'ab'))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'x').bytes.hex()[:8])

# == struct of bool, csv, textwrap, quopri, email
import quopri, email, urllib.parse as u, html, gzip, bz2, lzma
print(quopri.encodestring(b'\xe9='), u.quote(b'a b\xff'), u.unquote_to_bytes('a%20b'))
print(u.urlencode({b'k': b'v w'}), u.parse_qs(b'a=1&a=2'), u.urlparse(b'http://h/p?q').netloc)
print(attempt(gzip.decompress, gzip.compress(b'abc')), email.message_from_bytes(b'A: b\n\nbody').get_payload())
print(attempt(u.urljoin, b'http://a/', 'b'), u.quote_from_bytes(b'/\xff'))

# == restricted views
import sys
class C(bytearray):
    def __release_buffer__(s, v):
        print(type(v), v.readonly, v.format, v.shape, v.strides, v.suboffsets, v.obj, v.nbytes)
        print(attempt(memoryview, v), attempt(memoryview._from_flags, v, 0), attempt(v.cast, 'b'), attempt(v.cast, 3))
        print(attempt(v.toreadonly), attempt(lambda: v[:1]), attempt(lambda: v[::0]), attempt(v.__buffer__, 0))
        print(v[0], v.tobytes(), attempt(bytes, v), attempt(bytearray, v), v.hex(), v.tolist(), attempt(hash, v))
        print(v == b'hello', b'hello' == v, v == memoryview(b'hello'), bytearray(b'hello') == v, v == v, list(reversed(v)))
        print(104 in v, attempt(v.index, 104), v.count(104), v.__enter__() is v, attempt(b'hello'.find, v), len(v))
        print(attempt(v.__setitem__, 0, 106), attempt(v.__setitem__, slice(0, 1), b'k'), v.tobytes())
        print(attempt(s.append, 1), attempt(super().__release_buffer__, v), v.tobytes())
        self.kept = v
class Keeper: pass
self = Keeper()
c = C(b'hello')
with memoryview(c) as m:
    print(attempt(c.clear))
print(attempt(self.kept.tobytes), attempt(memoryview, self.kept), attempt(lambda: self.kept.obj), self.kept.release())
print(c.clear(), c)

# == derived classes are told when a view ends
import sys
heard = []
sys.unraisablehook = lambda u: heard.append((type(u.exc_value).__name__, str(u.exc_value), u.err_msg, u.object))
class B(bytes):
    def __release_buffer__(self, v):
        print('B', v.readonly, v.obj, hash(v) == hash(b'hello'), v.release(), attempt(v.tobytes))
b = B(b'hello')
m = memoryview(b)
n = m[1:]
m.release()
print('not yet')
n.release()
class D(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)
    def __release_buffer__(self, v):
        print('D', v.obj is self, v.tolist(), attempt(memoryview, v), super().__release_buffer__(v), v.tobytes())
        self.kept = v
d = D(b'hi')
memoryview(d).release()
print(attempt(d.append, 1), attempt(d.kept.tobytes))
class E(bytearray):
    def __buffer__(self, flags):
        return memoryview(b'other')
    def __release_buffer__(self, v):
        print('E', v.obj, v.tolist(), len(memoryview(v)))
        self.kept = v
e = E(b'hi')
memoryview(e).release()
print(attempt(e.append, 1), attempt(e.kept.tobytes))
class F(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)
f = F(b'hi')
m = memoryview(f)
print(attempt(f.append, 1), m.release(), attempt(f.append, 1))
class G(bytearray):
    def __release_buffer__(self, v):
        raise KeyError(4)
g = G(b'hi')
print(memoryview(g).release(), g.append(1), g)
class H(bytearray):
    __release_buffer__ = None
h = H(b'hi')
print(memoryview(h).release(), h.append(1), h)
class I(bytearray):
    def __release_buffer__(self, v):
        self.append(1)
i = I(b'hi')
print(memoryview(i).release(), i)
class J(bytearray):
    __buffer__ = None
print(attempt(memoryview, J(b'hi')))
class K:
    def __release_buffer__(self, v):
        print('never')
print(attempt(memoryview, K()))
memoryview(type('L', (D,), {})(b'abc')).release()
print(*heard, sep='\n')
sys.unraisablehook = sys.__unraisablehook__

# == types in messages, with their modules
class Outer:
    class C:
        pass
    class I:
        def __index__(self): return 'x'
    class B:
        def __bytes__(self): return 5
    class V:
        def __buffer__(self, flags): return 5
    class L:
        def __iter__(self): return iter([])
        def __length_hint__(self): return 'x'
    class R:
        def __repr__(self): return 5
for cls in (Outer.C, Outer.I, Outer.B, Outer.V, Outer.L, Outer.R):
    cls.__module__ = 'some.module'
C, I, B, V, L, R = Outer.C, Outer.I, Outer.B, Outer.V, Outer.L, Outer.R
for template in (b'%d', b'%x', b'%c', b'%f', b'%s', b'%(a)s', b'%i %d'):
    print(attempt(lambda: template % C()), attempt(lambda: template % (C(), 1)))
print(attempt(lambda: b'%*d' % (C(), 1)), attempt(bytes.fromhex, C()), attempt(lambda: b'%a' % R()))
print(attempt(lambda: b'abc'[I()]), attempt(bytes, B()), attempt(memoryview, V()), attempt(bytearray, L()), attempt(lambda: b'%b' % B()))
print(attempt(lambda: b'a' + C()), attempt(bytes, C()), attempt(b'a'.split, C()), attempt(memoryview, C()))

# == a separator with its own __len__
class S(bytes):
    def __len__(self):
        print(attempt(owner.clear), attempt(view.release) if view else None)
        return 1
owner, view = bytearray(b'ab'), None
print(owner.hex(S(b':')), owner.hex(S(b'')), owner.hex(S(b'xy')), owner)
view = memoryview(owner)
print(view.hex(S(b'-')), view[::-1].hex(S(b'-')), view.release(), owner.append(1))
class T(bytes):
    def __len__(self): raise KeyError(1)
print(attempt(owner.hex, T(b':')), owner.append(2), attempt(bytes.hex, b'ab', T(b':')))

# == what join asks an iterator
class L:
    def __init__(self, hint): self.hint, self.left, self.log = hint, 2, []
    def __iter__(self): self.log.append('iter'); return self
    def __next__(self):
        self.log.append('next')
        self.left -= 1
        if self.left < 0: raise StopIteration
        return b'x'
    def __length_hint__(self):
        self.log.append('hint')
        if isinstance(self.hint, type): raise self.hint
        return self.hint
for hint in ('x', -1, NotImplemented, 5, TypeError, ValueError, 2 ** 70, 1.5):
    items = L(hint)
    print(attempt(b'-'.join, items), items.log)
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return b'y'
    def __len__(self): return -1
print(attempt(b'-'.join, G()))

# == tracebacks
import traceback, sys
def inner(): return b'abc'.index(b'z')
for call in (inner, lambda: bytearray(b'a')[5], lambda: b'\xff'.decode(), lambda: memoryview(b'a')['x'], lambda: b''.join([1])):
    try: call()
    except Exception: print(traceback.format_exc())
try:
    try: b''[0]
    except IndexError as error: raise KeyError(b'k') from error
except KeyError: print(traceback.format_exc())

# == what the compiler warns of
import warnings
for source in ("b'a' is b'a'", "b'a'()", "b'a'['x']", "b'\\d'", "1 is 1"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(attempt(eval, source), [(w.category.__name__, str(w.message)) for w in caught])

# == structures of C
import ctypes
class S(ctypes.Structure):
    _fields_ = [('a', ctypes.c_short), ('b', ctypes.c_char * 4)]
s = S(1, b'ab')
print(bytes(s), s.b, memoryview(s).format, S.from_buffer_copy(bytes(s)).b, S.from_buffer(bytearray(bytes(s))).a)
s.b = b'xyz'
p = ctypes.c_char_p(b'one')
p.value = b'two'
r = ctypes.create_string_buffer(4)
r.value = b'ab'
print(bytes(s), p.value, r.raw, bytes.mro(), bytearray.mro())

# == arguments that change the bytearray they are given to [final]
import struct, array
class Evil:
    def __init__(s, b, what): s.b, s.what = b, what
    def __index__(s): s.what(s.b); return 1
    def __buffer__(s, f): s.what(s.b); return memoryview(b'ab')
    def __bytes__(s): s.what(s.b); return b'xy'
    def __iter__(s): s.what(s.b); yield 1; s.what(s.b); yield 2
    def __len__(s): s.what(s.b); return 1
    def __eq__(s, o): s.what(s.b); return False
    def __repr__(s): s.what(s.b); return 'EVIL'
    def __float__(s): s.what(s.b); return 1.5
acts = {
    'clear': lambda b: b.clear(),
    'append': lambda b: b.append(65),
    'extend': lambda b: b.extend(b'zz' * 600),
    'pop': lambda b: b.pop() if b else None,
    'del': lambda b: b.__delitem__(slice(0, 2)),
    'imul': lambda b: b.__imul__(2),
    'view': lambda b: memoryview(b).release(),
}
ops = {
    'setitem': lambda b, e: b.__setitem__(e, 66),
    'setval': lambda b, e: b.__setitem__(0, e),
    'setslice': lambda b, e: b.__setitem__(slice(0, 2), e),
    'setext': lambda b, e: b.__setitem__(slice(0, 4, 2), e),
    'delitem': lambda b, e: b.__delitem__(e),
    'getitem': lambda b, e: b[e],
    'getslice': lambda b, e: b[e:],
    'find': lambda b, e: b.find(e),
    'find2': lambda b, e: b.find(b'b', e),
    'count': lambda b, e: b.count(e),
    'split': lambda b, e: b.split(e),
    'split2': lambda b, e: b.split(b'b', e),
    'replace': lambda b, e: b.replace(e, b'q'),
    'replace2': lambda b, e: b.replace(b'a', e),
    'replace3': lambda b, e: b.replace(b'a', b'b', e),
    'join': lambda b, e: b.join([e, b'x', e]),
    'joini': lambda b, e: b.join(e),
    'strip': lambda b, e: b.strip(e),
    'translate': lambda b, e: b.translate(None, e),
    'partition': lambda b, e: b.partition(e),
    'startswith': lambda b, e: b.startswith(e),
    'startswith2': lambda b, e: b.startswith((e, e)),
    'center': lambda b, e: b.center(e),
    'center2': lambda b, e: b.center(9, e),
    'zfill': lambda b, e: b.zfill(e),
    'hex': lambda b, e: b.hex(':', e),
    'mod': lambda b, e: bytearray(b'%d %a %s ') .__mod__((e, e, e)),
    'modself': lambda b, e: b % e,
    'add': lambda b, e: b + e,
    'iadd': lambda b, e: b.__iadd__(e),
    'mul': lambda b, e: b * e,
    'imul': lambda b, e: b.__imul__(e),
    'extend': lambda b, e: b.extend(e),
    'append': lambda b, e: b.append(e),
    'insert': lambda b, e: b.insert(e, 65),
    'insert2': lambda b, e: b.insert(0, e),
    'pop': lambda b, e: b.pop(e),
    'remove': lambda b, e: b.remove(e),
    'in': lambda b, e: e in b,
    'eq': lambda b, e: b == e,
    'lt': lambda b, e: b < e,
    'init': lambda b, e: b.__init__(e),
    'resize': lambda b, e: b.resize(e),
    'take': lambda b, e: b.take_bytes(e),
    'expandtabs': lambda b, e: b.expandtabs(e),
    'splitlines': lambda b, e: b.splitlines(e),
    'removeprefix': lambda b, e: b.removeprefix(e),
    'rfind': lambda b, e: b.rfind(b'a', 0, e),
    'index': lambda b, e: b.index(e),
    'ljust': lambda b, e: b.ljust(e, b'*'),
    'packinto': lambda b, e: struct.pack_into('<BB', b, 0, e, e),
    'unpackfrom': lambda b, e: struct.unpack_from('<B', b, e),
    'mvset': lambda b, e: memoryview(b).__setitem__(0, e),
    'mvget': lambda b, e: memoryview(b)[e],
    'mvslice': lambda b, e: memoryview(b)[e:].tobytes(),
    'mvcount': lambda b, e: memoryview(b).count(e),
    'mvindex': lambda b, e: memoryview(b).index(97, e),
    'frombytes': lambda b, e: array.array('B').frombytes(b),
    'bytes': lambda b, e: bytes(e),
    'fromhex': lambda b, e: bytearray.fromhex(e),
    'maketrans': lambda b, e: bytes.maketrans(b'ab', e),
    'decode': lambda b, e: b.decode('ascii', 'strict'),
    'reverse': lambda b, e: b.reverse(),
    'copy': lambda b, e: b.copy(),
}
for act in acts:
    for op in ops:
        if op == 'extend' and act in ('clear', 'del'):
            # CPython shows what its memory has between the old content and the new.
            continue
        b = bytearray(b'abcabc')
        try:
            result = repr(ops[op](b, Evil(b, acts[act])))
        except Exception as error:
            result = f'!! {type(error).__name__} {error}'
        print(act, op, result[:100], len(b), bytes(b[:8]))

# == arguments that release the view they are given to
import struct, array, io
class Evil:
    def __init__(s, v, what): s.v, s.what = v, what
    def __index__(s): s.what(s.v); return 1
    def __float__(s): s.what(s.v); return 1.5
    def __complex__(s): s.what(s.v); return 1j
    def __bool__(s): s.what(s.v); return True
    def __buffer__(s, f): s.what(s.v); return memoryview(b'ab')
    def __eq__(s, o): s.what(s.v); return False
    def __hash__(s): return 1
    def __len__(s): s.what(s.v); return 1
    def __iter__(s): s.what(s.v); return iter([1])
    def __bytes__(s): s.what(s.v); return b'q'
acts = {
    'release': lambda v: v.release(),
    'base': lambda v: v.obj.append(1),
    'slice': lambda v: v[1:].release(),
    'write': lambda v: v.__setitem__(0, 7),
    'none': lambda v: None,
}
ops = {
    'get': lambda v, e: v[e],
    'slice': lambda v, e: v[e:].tolist(),
    'slice3': lambda v, e: v[e:e:e].tolist(),
    'set': lambda v, e: v.__setitem__(0, e),
    'setk': lambda v, e: v.__setitem__(e, 5),
    'setslice': lambda v, e: v.__setitem__(slice(0, 2), e),
    'setslicek': lambda v, e: v.__setitem__(slice(e, 3), b'zz'),
    'cast': lambda v, e: v.cast('B', [e]).tolist(),
    'cast2': lambda v, e: v.cast('B', (e, len(v))).tolist(),
    'count': lambda v, e: v.count(e),
    'index': lambda v, e: v.index(e),
    'index2': lambda v, e: v.index(97, e),
    'index3': lambda v, e: v.index(97, 0, e),
    'hex': lambda v, e: v.hex(':', e),
    'tobytes': lambda v, e: v.tobytes(e),
    'eq': lambda v, e: v == e,
    'in': lambda v, e: e in v,
    'del': lambda v, e: v.__delitem__(e),
    'buffer': lambda v, e: v.__buffer__(e),
    'tuple': lambda v, e: v[(e,)],
    'f': lambda v, e: v.cast('f').__setitem__(0, e),
    'd': lambda v, e: v[:8].cast('d').__setitem__(0, e),
    'e': lambda v, e: v.cast('e').__setitem__(0, e),
    '?': lambda v, e: v.cast('?').__setitem__(0, e),
    'q': lambda v, e: v[:8].cast('q').__setitem__(0, e),
    'Zd': lambda v, e: v[:16].cast('Zd').__setitem__(0, e),
    'fromflags': lambda v, e: memoryview._from_flags(v, e).tolist(),
    'pack': lambda v, e: struct.pack_into('<BfH', v, 0, e, e, e),
    'pack2': lambda v, e: struct.pack_into('<B', v, e, 5),
    'unpack': lambda v, e: struct.unpack_from('<B', v, e),
    'join': lambda v, e: b','.join([v, e]),
    'iter': lambda v, e: [e.v.release() if x == 99 else x for x in v],
    'release': lambda v, e: v.release(),
    'readinto': lambda v, e: io.BytesIO(b'zz').readinto(v),
    'bytes': lambda v, e: bytes(v),
    'mv': lambda v, e: memoryview(v).obj is v.obj,
    'exit': lambda v, e: v.__exit__(),
    'enter': lambda v, e: v.__enter__() is v,
    'ro': lambda v, e: v.toreadonly().__setitem__(0, e),
    'hash': lambda v, e: hash(v),
    'setall': lambda v, e: v.__setitem__(..., e),
    'list': lambda v, e: v.tolist(),
    'rev': lambda v, e: list(reversed(v)),
    'find': lambda v, e: b'abc'.find(v),
    'repr': lambda v, e: repr(v)[:8],
}
for act in acts:
    for op in ops:
        for size in (6, 16):
            b = bytearray(b'abcabcdefghijklm'[:size]); v = memoryview(b)
            try: r = repr(ops[op](v, Evil(v, acts[act])))
            except Exception as e: r = f'!! {type(e).__name__} {e}'
            try: after = v.tobytes()
            except ValueError as e: after = 'released'
            print(act, op, r[:110], b, after, end=' ')
            try: v.release()
            except BufferError as e: print(e, end=' ')
            try: b.append(1); print('ok')
            except BufferError as e: print('locked')

# == lists and tuples of very many items
print(len(b'-'.join([b'ab'] * 150000)), len(bytearray().join((b'q',) * 150000)), len(b''.join([bytearray(b'x')] * 150000)))

# == lists and tuples that contain themselves
x = []
x.append(x)
x.append((x,))
print(attempt(lambda: b'%a' % x), attempt(lambda: b'%r' % (x,)), attempt(b''.join, x), attempt(bytes, x))
t = ([],)
t[0].append(t)
print(attempt(lambda: b'%a' % t), attempt(lambda: b'%a' % (t,)), attempt(bytes, t), attempt(bytearray().extend, t))

# == tuples keep their class and their identity
import collections
P = collections.namedtuple('P', 'x y')
print(b'%a|%d' % (P(1, 2), 3), b'%d-%d' % P(1, 2), attempt(lambda: b'%d' % P(1, 2)))
try:
    raise KeyError(b'a', (1, b'b'))
except KeyError as e:
    print(e.args, e.args is e.args, e.args[1] is e.args[1])

# == special methods behind descriptors [final]
class D:
    @property
    def __bytes__(self):
        raise ZeroDivisionError('asked')

    @property
    def __index__(self):
        return lambda: 3
print(attempt(bytes, D()), attempt(lambda: b'a' * D()), attempt(lambda: b'abcdef'[D()]), attempt(lambda: b'%b' % D()))

# == memory that ctypes shares, and what C keeps of it
import ctypes
ba = bytearray(b'abcdef')
c = (ctypes.c_char * 4).from_buffer(ba, 1)
c[0] = b'X'
print(ba, attempt(ba.append, 1))
m = memoryview(c)
print(m.format, m.nbytes, bytes(m))
m.release()
ba[1] = 90
print(c[:], attempt(ba.append, 1))
del c
print(attempt(ba.append, 1), ba)
i = ctypes.c_int.from_buffer(ba)
print(bytes(i._objects), i._objects.obj is ba, attempt(ba.append, 1))
i.value = 65
print(ba, bytes(i._objects))
del i
print(attempt(ba.append, 1))

# == C reads into our memory by way of Python code
import io
class Raw(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, b):
        self.got = type(b).__name__, len(b)
        b[:3] = b'xyz'
        b[3] = 33
        return 4
raw = Raw()
ba = bytearray(b'.' * 20)
print(io.BufferedReader(raw).readinto1(ba), ba, raw.got)
ba = bytearray(b'.' * 6)
print(io.BufferedReader(Raw(), 2).readinto1(memoryview(ba)[1:5]), ba)

# == random shuffles the list that it is given
import random
random.seed(b'seed')
x = [b'a', b'b', b'c', b'd']
random.shuffle(x)
print(x, random.choice([b'q']), random.randbytes(2))

# == objects with __getitem__ only are iterated
class G:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 2
print(attempt(bytes, G()), attempt(bytearray, G()), bytes(iter(G())))
ba = bytearray(b'abcdef')
print(attempt(ba.extend, G()), ba)
def assign(value):
    ba[1:3] = value
print(attempt(assign, G()), ba)
class J:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return b'x%d' % i
print(attempt(b'-'.join, J()), attempt(bytearray(b'+').join, J()))

# == None as a special method
for name in '__bytes__ __iter__ __buffer__ __index__ __len__ __getitem__ __next__ __length_hint__'.split():
    N = type('N', (), {name: None})
    I = type('I', (), {'__iter__': lambda self: iter([1]), name: None})
    for f in (bytes, bytearray, memoryview, b'a'.join, b'ab'.find, lambda n: b'ab'[n], lambda n: b'a' * n, lambda n: b'%b' % n, lambda n: b'%d' % n):
        print(name, attempt(f, N()), attempt(f, I()))
class L(list):
    __iter__ = None
print(attempt(bytes, L([1])))
class B(bytes):
    __iter__ = __bytes__ = None
print(attempt(bytes, B(b'x')), attempt(bytearray, B(b'x')), attempt(lambda: bytearray().extend(B(b'x'))))

# == arrays of characters are ordered by their numbers [final]
from array import array
for code in 'uw':
    for number in (0x10ffff, 0x110000, 0xffffffff, 0x80000000, 0xd800):
        a, letter = array(code), array(code, 'a')
        a.frombytes(number.to_bytes(4, 'little'))
        print(code, hex(number), a < letter, a <= letter, a > letter, a >= a[:], a == letter, attempt(lambda: ascii(a[0])))
print(attempt(lambda: array('u', 'a') < array('w', 'b')), array('w', 'ab') > array('w', 'a'))

# == names with a null character or a surrogate [final]
from array import array
import codecs
for name in ('\0', '\udc80', '\0\udc80\udc81', '\udc80\0', 'a\udc80\udc81b\udc82', '\U0001f600\udc80', 'utf-8\0'):
    for f in (
        lambda: bytearray(None, name), lambda: bytes('a', name), lambda: bytes('a', 'ascii', name), lambda: b'a'.decode(name),
        lambda: b'a'.decode('ascii', name), lambda: 'a'.encode(name), lambda: codecs.lookup(name), lambda: codecs.lookup_error(name),
        lambda: codecs.encode('a', name), lambda: codecs.decode(b'a', 'ascii', name), lambda: codecs.encode('a', 'ascii', name),
        lambda: array(name), lambda: memoryview(b'a').tobytes(name), lambda: memoryview(b'a').cast(name), lambda: bytes('a', name, name),
    ):
        print(ascii(name), ascii(attempt(f)))

# == comparison and addition release buffers in the order in which they took them [final]
import operator
def releasing(base):
    class C(base):
        def __release_buffer__(self, view):
            try:
                other.clear()
                log.append('cleared')
            except BufferError as error:
                log.append(str(error))
        if base is object:
            __init__ = lambda self, content: None
            __buffer__ = lambda self, flags: memoryview(b'ab')
    return C
for base in (bytes, bytearray, object):
    for f in (operator.lt, operator.eq, operator.ge, operator.add, operator.iadd, operator.contains, bytearray.__init__):
        for swapped in (False, True):
            if swapped and f is bytearray.__init__:
                continue
            other, log, derived = bytearray(b'ab'), [], releasing(base)(b'ab')
            result = attempt(f, *((derived, other) if swapped else (other, derived)))
            print(base.__name__, f.__name__, swapped, result, log, other)

# == the object that a view of an object with __buffer__ names is not itself a buffer [final]
import array, base64, binascii, io, struct
class Lender:
    def __buffer__(self, flags):
        return memoryview(b'YWJj')
shown = memoryview(Lender()).obj
for f in (
    memoryview, bytes, bytearray, b'a'.find, b'a'.split, b'a'.startswith, base64.b64decode, base64.decodebytes, binascii.crc32, io.BytesIO,
    io.BytesIO().write, lambda x: b'a' + x, lambda x: x in b'a', lambda x: b''.join([x]), lambda x: struct.unpack('4s', x),
    array.array('B').frombytes, int.from_bytes, lambda x: str(x, 'ascii'), lambda x: b'%s' % x, bytearray().extend, lambda x: memoryview(b'a') == x,
):
    print(attempt(f, shown))

# == lines that are numbers
import array, io
for code in 'dfBq':
    for lines in (array.array(code, [0]), iter(array.array(code, [0])), memoryview(array.array(code, [0]))):
        print(code, attempt(io.BytesIO().writelines, lines))

# == an index or a value that releases the view to which it is assigned [final]
class Releases:
    def __index__(self):
        view.release()
        return 0
def assign(key, value):
    view[key] = value
for shape in ([4], [2, 2]):
    for value in (255, 256, -1, 2**64, 1.5, 'a', b'a', None, Releases()):
        for key in (Releases(), (Releases(),), (Releases(), 0), (0, Releases()), (Releases(), 9), slice(Releases(), 2), 0):
            content = bytearray(4)
            view = memoryview(content).cast('B', shape)
            print(shape, attempt(assign, key, value), content)

# == an incomplete character at the end, and a handler that goes back [final]
import codecs
for encoding in ('gb18030', 'gbk', 'big5', 'euc_jp', 'shift_jis', 'utf-8'):
    for given in ([('?', 0), None], [('?', 0), ('!', 1)], [('?', -1), ('?', 1)], [('?', 5)], []):
        answers = iter(given)
        def handler(error):
            return next(answers) if answers.__length_hint__() else 1 / 0
        codecs.register_error('goes back', handler)
        decoder = codecs.getincrementaldecoder(encoding)('goes back')
        print(encoding, given, attempt(decoder.decode, b'\xff', True), decoder.getstate())

# == iterators that cannot be iterated
class Ends:
    def __next__(self):
        raise TypeError('own')
class Iterated(bytearray):
    def __iter__(self):
        return Ends()
for f in (int.from_bytes, bytes, bytearray, b''.join, bytearray().extend):
    print(attempt(f, iter(Iterated())))
print(next(iter([]), 7), attempt(next, iter([])))

# == the largest widths that fit [final]
for digits in ('9223372036854775808', '9223372036854775809', '9223372036854775817', '99999999999999999999'):
    print(attempt(lambda: (b'%' + digits.encode() + b'd') % 1), attempt(lambda: (b'%.' + digits.encode() + b'd') % 1))

# == methods written in Python refuse arguments as those written in C, and have their names and documentation [final]
import copyreg
def described(cls, value):
    for name in ('__iter__', '__getstate__', '__buffer__', '__add__', '__hash__', '__reduce_ex__', 'fromhex', 'maketrans', '__exit__', '__class_getitem__', 'cast'):
        method = getattr(cls, name, None)
        if method is None:
            continue
        print(name, method.__name__, method.__qualname__, len(method.__doc__ or ''))
        if name in ('__iter__', '__getstate__', '__exit__', '__class_getitem__'):
            print(attempt(method, value, x=1))
        if name in ('__iter__', '__getstate__'):
            print(attempt(method), attempt(method, value, 1))
for value in (b'a', bytearray(b'a'), memoryview(b'a')):
    described(type(value), value)
    print(value.__getstate__())
    for protocol in range(6):
        print(attempt(lambda: [part if part is not copyreg.__newobj__ else '__newobj__' for part in value.__reduce_ex__(protocol)]))
class Named(bytes):
    pass
named = Named(b'a')
named.x = 1
print(named.__getstate__(), named.__reduce_ex__(0)[1:], named.__reduce_ex__(4)[1:3], named.__reduce__()[1:])
class Unlent(bytes):
    def __buffer__(self, flags):
        return None
print(str(Unlent(b'a'), 'utf-8'), str(Unlent(b'a'), encoding='ascii', errors='strict'))

# == sequence operations of the module operator, on every left side
import array, operator
class Reflects:
    def __radd__(self, other):
        return 'radd', other
    def __rmul__(self, other):
        return 'rmul', other
    def __index__(self):
        return 2
class Adds(bytearray):
    def __add__(self, other):
        return 'add', other
for make in (lambda: b'ab', lambda: bytearray(b'ab'), lambda: memoryview(b'ab'), lambda: array.array('B', b'ab'), lambda: Adds(b'ab')):
    for other in (b'c', bytearray(b'c'), array.array('B', b'c'), Reflects(), 3, None, 'x'):
        for operation in (operator.concat, operator.iconcat, operator.imul, operator.iadd):
            result = attempt(operation, make(), other)
            print('memory' if 'memory at' in result else result)
print(attempt(operator.concat, b'a'), attempt(operator.concat, [1], [2]), attempt(operator.concat, b'a', b'b', b'c'))

# == a view that C passes on belongs to the object that lent it; lists that contain themselves, and long lists
import pickle
class Own(bytes):
    pass
for value in (b'foo', bytearray(b'foo'), Own(b'foo')):
    buffer = pickle.PickleBuffer(value)
    print(memoryview(buffer).obj is value, buffer.raw().obj is value)
class Holder:
    pass
holder = Holder()
holder.items = [b'a', (1, 2)]
holder.items.append(holder.items)
holder.items.append((holder.items,))
print(holder.items[2] is holder.items, holder.items[3][0] is holder.items, type(holder.items[0]) is bytes)
holder.items = [(n, b'x') for n in range(1000)]
for n in range(1000):
    holder.items.append(b'y')
    holder.items.pop(0)
print(len(holder.items), {type(item) is bytes for item in holder.items})
holder.items[:] = [b.encode() for b in 'z' * 1000]
print({type(item) is bytes for item in holder.items})

# == special methods that return ints, floats and complex numbers of derived classes
import warnings
class Whole(int): pass
class Real(float): pass
class Both(complex): pass
class Number:
    def __init__(self, **answers): self.__dict__.update(answers)
    def __index__(self): return self.index
    def __float__(self): return self.float
    def __complex__(self): return self.complex
import struct
for call in (
    lambda: b'abc'[Number(index=True)],
    lambda: bytes(Number(index=Whole(2))),
    lambda: b'%x' % Number(index=False),
    lambda: (1).to_bytes(Number(index=Whole(2))),
    lambda: struct.pack('<d', Number(float=Real(1.5))),
    lambda: struct.pack('<Zd', Number(complex=Both(1))),
    lambda: b'abc'[Number(index=1)],
):
    with warnings.catch_warnings(record=True) as issued:
        warnings.simplefilter('always')
        print(call(), [f'{each.category.__name__}: {each.message}' for each in issued])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        print(attempt(call))

# == a Struct that takes another format while one of its calls runs
import struct
class Again:
    def __index__(self):
        s.__init__(self.format)
        return 1
again = Again()
for begin, again.format, call in (
    ('<ii', '<b', lambda: s.pack_into(bytearray(9), again, 1, 2)),
    ('<b', '<bb', lambda: s.pack_into(bytearray(9), again, 1)),
    ('<h', '<bbb', lambda: s.unpack_from(b'abcdef', again)),
):
    s = struct.Struct(begin)
    print(attempt(call), s.format, s.size)
