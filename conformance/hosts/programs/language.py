"""Bytes among everything else that the language has; `expected/language.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == classes derived from bytes
class Token(bytes):
    kind = 'token'
    def __new__(cls, text, line=0):
        self = super().__new__(cls, text.encode())
        self.line = line
        return self
    def __repr__(self):
        return f'<{self.kind} {bytes.__repr__(self)} at {self.line}>'
t = Token('if', 3)
print(t, repr(t), t.line, t == b'if', len(t), t[0], t + b'!', t.upper(), type(t.upper()), hash(t) == hash(b'if'), {t: 1}[b'if'], isinstance(t, bytes))
t.extra = 5
print(t.__dict__, bytes(t), type(bytes(t)), t[:], type(t[:]).__name__, b'%s' % t, b''.join([t, t]))

# == classes derived from bytearray
class Buffer(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.log = []
    def append(self, item):
        self.log.append(item)
        super().append(item)
    def __iadd__(self, other):
        self.log.append(bytes(other))
        return super().__iadd__(other)
b = Buffer(b'ab')
b.append(99)
b += b'de'
b.extend(b'f')
print(b, b.log, len(b), type(b).__name__, b == b'abcdef', type(b[1:3]).__name__, type(b + b'').__name__, type(b.copy()).__name__)

# == overriding special methods
class Loud(bytes):
    def __getitem__(self, key):
        return ('item', key)
    def __len__(self):
        return 99
    def __contains__(self, x):
        return x == 'magic'
    def __iter__(self):
        return iter('iter')
    def __eq__(self, other):
        return 'eq'
    def __hash__(self):
        return 7
    def __add__(self, other):
        return 'add'
    def __str__(self):
        return 'str!'
x = Loud(b'abc')
print(x[0], x[1:2], len(x), 'magic' in x, 97 in x, list(x), x == 1, hash(x), x + 1, str(x), f'{x}', bytes.__len__(x), bytes.__getitem__(x, 0), bytes(x), b'' + x, x.find(b'c'), list(bytes.__iter__(x)))

# == a class with __bytes__
class Packet:
    def __init__(self, n):
        self.n = n
    def __bytes__(self):
        return self.n.to_bytes(2, 'big')
p = Packet(258)
print(bytes(p), b'%b' % p)
class Bad:
    def __bytes__(self):
        return 'text'
for f in (lambda: bytes(Bad()), lambda: bytearray(p), lambda: b'%b' % Bad(), lambda: b'' + p, lambda: bytes(object())):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == a class with __buffer__
class Shared:
    def __init__(self):
        self.data = bytearray(b'shared')
        self.released = 0
    def __buffer__(self, flags):
        return memoryview(self.data)
    def __release_buffer__(self, view):
        self.released += 1
s = Shared()
print(bytes(s), bytearray(s), b'-'.join([s, s]), b'sha' in b'xshared', b'xshared'.find(s), b'x' + s)
with memoryview(s) as m:
    m[0] = 83
print(s.data, s.released > 0)
import struct
print(struct.unpack_from('2s', s), b'Shared' == memoryview(s))

# == a class with __index__
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
b = bytearray(b'abcdef')
print(b[I(1)], b[I(1):I(4)], b[::I(2)], bytes(I(3)), bytes([I(65)]), b.find(I(99)), I(97) in b, b * I(2), b.hex('-', I(2)), b.center(I(8), b'.'))
b[I(0)] = I(90)
b.append(I(33))
print(b, b.pop(I(0)), b'%d %c' % (I(5), I(66)), I(3).__index__())
try:
    b[I('x')]
except TypeError as e:
    print(e)

# == a class with __getitem__ only
class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i + 65
print(bytes(Seq()), bytearray(Seq()), list(Seq()), b''.join([bytes([x]) for x in Seq()]))
b = bytearray()
b.extend(Seq())
print(b)

# == a class with __iter__
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n):
            yield i
    def __len__(self): return self.n
print(bytes(Count(4)), bytearray(Count(2)), [*Count(2)])
class Broken:
    def __iter__(self):
        yield 1
        raise KeyError('broken')
try:
    bytes(Broken())
except KeyError as e:
    print('KeyError', e)
try:
    bytes(Count(257))
except ValueError as e:
    print(e)

# == exceptions cross and come back
class MyError(ValueError):
    def __init__(self, code):
        super().__init__('code', code)
        self.code = code
class Raises:
    def __index__(self): raise MyError(5)
    def __bytes__(self): raise MyError(6)
    def __iter__(self): raise MyError(7)
    def __eq__(self, other): raise MyError(8)
r = Raises()
for f in (lambda: bytes([r]), lambda: bytes(r), lambda: bytearray(r), lambda: b'abc'[r], lambda: b'a'.find(r), lambda: bytearray().extend(r)):
    try:
        f()
    except MyError as e:
        print(type(e).__name__, e.code, e.args)

# == exceptions in with blocks
data = bytearray(b'abc')
try:
    with memoryview(data) as m:
        raise KeyError('inside')
except KeyError as e:
    print('caught', e, e.args)
data.append(100)
print(data)
def f():
    with memoryview(data) as m:
        return m[0]
print(f())
data.append(101)
print(data)

# == try, finally, else
def read(data, at):
    log = []
    try:
        value = data[at]
    except IndexError as e:
        log.append(str(e))
        value = None
    else:
        log.append('else')
    finally:
        log.append('finally')
    return value, log
print(read(b'ab', 1), read(b'ab', 5), read(bytearray(b''), 0))

# == exceptions by class
for f in (lambda: b'a'[5], lambda: b'a'['x'], lambda: bytes(-1), lambda: bytes([999]), lambda: b'\xff'.decode(), lambda: 'é'.encode('ascii'), lambda: b'a'.index(b'z'), lambda: b'a'.nope, lambda: int(b'x'), lambda: float(b'x'), lambda: b'a'.decode('zzz')):
    try:
        f()
    except (IndexError, KeyError) as e:
        print('lookup', type(e).__name__, e)
    except UnicodeError as e:
        print('unicode', type(e).__name__, e, isinstance(e, ValueError))
    except ValueError as e:
        print('value', type(e).__name__, e)
    except Exception as e:
        print('other', type(e).__name__, e)

# == raise from
try:
    try:
        b'\xff'.decode('ascii')
    except UnicodeDecodeError as e:
        raise RuntimeError('cannot read') from e
except RuntimeError as e:
    print(e, type(e.__cause__).__name__, e.__cause__)

# == generators over bytes
def pairs(data):
    it = iter(data)
    for a in it:
        yield a, next(it, None)
print(list(pairs(b'abcde')))
def chunks(data, n):
    for i in range(0, len(data), n):
        yield data[i:i + n]
print(list(chunks(b'abcdefgh', 3)), [bytes(c) for c in chunks(memoryview(b'abcdefgh'), 3)])
def numbers():
    total = 0
    while True:
        received = yield total
        if received is None:
            return
        total += sum(received)
g = numbers()
next(g)
print(g.send(b'\x01\x02'), g.send(bytearray(b'\x03')))
def flat(*parts):
    for p in parts:
        yield from p
print(bytes(flat(b'ab', bytearray(b'cd'), memoryview(b'ef'))))

# == comprehensions
data = b'hello world'
print({c: data.count(c) for c in data if c != 32} == {104: 1, 101: 1, 108: 3, 111: 2, 119: 1, 114: 1, 100: 1})
print([chr(c) for c in data[:5]], {chr(c) for c in b'aa'}, bytes(c ^ 32 for c in b'AbC'), [w[::-1] for w in data.split()], sum(1 for c in data if c > 110))
print([[r * c for c in b'\1\2'] for r in b'\3\4'], [b for b in [b'', b'a', None] if b], bytes([x for x in range(256) if 48 <= x < 58]))

# == lambda, map, filter, sorted, zip
words = [b'pear', b'fig', b'apple']
print(sorted(words), sorted(words, key=len), sorted(words, reverse=True), max(words, key=len), list(map(len, words)), list(filter(lambda w: b'p' in w, words)))
print(list(map(lambda a, b: a ^ b, b'abc', b'ABC')), dict(zip(words, b'xyz')), any(w.startswith(b'f') for w in words), b' '.join(sorted(words, key=lambda w: w[-1])))

# == bytes in classes
class Header:
    MAGIC = b'\x7fELF'
    table = {}
    def __init__(self, raw):
        if not raw.startswith(self.MAGIC):
            raise ValueError(f'bad magic: {raw[:4]!r}')
        self.raw = raw
        type(self).table[raw[4]] = raw
    @property
    def bits(self):
        return {1: 32, 2: 64}.get(self.raw[4])
    @classmethod
    def make(cls, kind):
        return cls(cls.MAGIC + bytes([kind]))
    @staticmethod
    def check(raw):
        return raw[:4] == Header.MAGIC
print(Header.make(2).bits, Header.make(1).bits, Header.check(b'\x7fELF\1'), Header.table)
try:
    Header(b'MZ\x90')
except ValueError as e:
    print(e)

# == global and nonlocal
buffer = bytearray()
count = b''
def add(x):
    global count
    buffer.extend(x)
    count += x[:1]
add(b'one'); add(b'two')
print(buffer, count)
def outer():
    acc = b''
    def inner(x):
        nonlocal acc
        acc += x
        return acc
    inner(b'a')
    return inner(b'b'), acc
print(outer())

# == default arguments and star-args
def f(a=b'default', *args, sep=b',', **kw):
    return sep.join([a, *args]) + bytes(sorted(k.encode()[0] for k in kw))
print(f(), f(b'x', b'y'), f(b'x', b'y', sep=b'-'), f(*[b'1', b'2'], **{'sep': b'+', 'z': 1, 'y': 2}))
def g(buf=bytearray()):
    buf.append(65)
    return bytes(buf)
print(g(), g(), g(bytearray(b'x')))
print(bytes(*[[1, 2]]), bytes(**{'source': b'kw'}), b'a,b'.split(*[b','], **{'maxsplit': 1}))

# == augmented assignment
b = b'a'
c = b
b += b'b'
b *= 2
print(b, c)
x = y = bytearray(b'a')
x += b'b'
x *= 2
print(x, y, x is y)
d = {'k': b''}
d['k'] += b'zz'
l = [bytearray()]
l[0] += b'q'
l[0][0] |= 1
l[0][0] ^= 0xff
print(d, l)
ba = bytearray(b'\x01')
ba[0] += 1
ba[0] <<= 3
print(ba)
try:
    ba[0] += 250
except ValueError as e:
    print(e)
b = b'%d'
b %= 5
print(b)

# == del, in, is, not
d = {b'a': 1, b'b': 2}
del d[b'a']
ba = bytearray(b'abcdef')
del ba[0], ba[-1], ba[1:3]
print(d, ba, b'a' not in d, 98 in ba, 97 not in ba, b'' is None, ba is not None, not ba)
x = b'gone'
del x
try:
    x
except NameError as e:
    print(e)

# == while and break
data = memoryview(b'key=value;k2=v2;')
out = {}
while True:
    raw = bytes(data)
    i = raw.find(b';')
    if i < 0:
        break
    k, _, v = raw[:i].partition(b'=')
    out[k.decode()] = v
    data = data[i + 1:]
else:
    print('never')
print(out, len(data))
for i, c in enumerate(b'abc'):
    if c == 98:
        continue
    print(i, c)
else:
    print('all')

# == chained comparisons and booleans
a, b, c = b'a', bytearray(b'b'), b'c'
print(a < b < c, a < b > c, a == a == b'a', a <= a <= b, not a > b, a < b and b < c or a == c, (a > b) + (b < c))
print(0 <= a[0] < 128, 97 == a[0] != 98, b'a' in [a] == [b'a'], a is a)

# == walrus and conditional expressions
import io
f = io.BytesIO(b'abcdefgh')
while (block := f.read(3)):
    print(block, len(block) == 3 if block else None)
print((n := len(b'four')), n * 2, 'big' if n > 3 else 'small', [y for x in (b'a', b'bb') if (y := len(x)) > 1])

# == matching bytes
def kind(x):
    match x:
        case b'':
            return 'empty'
        case b'GET' | b'HEAD':
            return 'read'
        case bytes():
            return 'bytes'
        case bytearray():
            return 'bytearray'
        case [a, b]:
            return 'pair'
        case _:
            return 'other'
print([kind(x) for x in (b'', b'GET', b'x', bytearray(b'ab'), [1, 2], 5)])

# == text of bytes in f-strings
b, n = b'x\xff', 5
print(f'{b} {b!r} {b!s} {b.hex()} {len(b):3d} {b[0]:#04x} {b[1]:08b} {n:>{len(b)}}', '{0!r:>10}|{1}'.format(b, bytearray(b)), '%s|%r' % (b, b), '%5d%%' % b[0])
print(f'{b"quoted"!r:>12}', f"{'é'.encode()}", f'{[b"l"]}', f'{b=}')

# == sorting and grouping
records = [(b'bob', 3), (b'al', 1), (b'bob', 1), (b'', 9)]
print(sorted(records), sorted(records, key=lambda r: (-r[1], r[0])), max(records), min(r[0] for r in records))
groups = {}
for name, n in records:
    groups.setdefault(name, []).append(n)
print(groups, sorted(groups.items()))
rows = [bytearray(b'b'), b'a', bytearray(b'ab')]
rows.sort()
print(rows)
rows.sort(key=len, reverse=True)
print(rows)

# == sets of bytes
a, b = {b'x', b'y'}, {b'y', b'z'}
print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), b'x' in a, a == {b'y', b'x'}, frozenset([b'q']), len({b'a', bytes([97]), 'a', 97}))
a.add(b'w')
a.discard(b'x')
print(sorted(a), {bytes([i]) for i in range(3)} == {b'\0', b'\1', b'\2'})

# == nested functions and closures
def reader(data):
    at = 0
    def read(n):
        nonlocal at
        part = data[at:at + n]
        at += len(part)
        return part
    def rest():
        return data[at:]
    return read, rest
read, rest = reader(b'abcdefgh')
print(read(2), read(3), rest(), read(99), read(1))

# == decorators and context managers
import contextlib
def as_bytes(f):
    def g(*args):
        return bytes(f(*args))
    return g
@as_bytes
def numbers(n):
    return [i * i for i in range(n)]
print(numbers(5))
class Locked:
    def __init__(self, data): self.data = data
    def __enter__(self):
        self.view = memoryview(self.data)
        return self.view
    def __exit__(self, *exc):
        self.view.release()
        return False
d = bytearray(b'abc')
with Locked(d) as v:
    v[0] = 90
d.append(33)
print(d)

# == inheritance in two steps
class A(bytearray):
    def name(self): return 'A'
    def __len__(self): return super().__len__() + 100
class B(A):
    def name(self): return 'B' + super().name()
    def __getitem__(self, i): return super().__getitem__(i) + 1
b = B(b'abc')
print(b.name(), len(b), b[0], isinstance(b, A), isinstance(b, bytearray), B.__mro__[1].__name__, bytes(b), B.fromhex('41').name())

# == subclasses with attributes and properties
class Frame(bytes):
    @property
    def header(self): return self[:2]
    @property
    def body(self): return Frame(self[2:])
    @classmethod
    def build(cls, n): return cls(n.to_bytes(2, 'big') + b'body')
f = Frame.build(7)
print(f.header, f.body, type(f.body).__name__, f.body.body, type(Frame.fromhex('0102')).__name__, Frame(), Frame(3), Frame([1]), Frame('é', 'utf-8'))

# == pickling hooks and copies
import copy
for x in (b'abc', bytearray(b'abc')):
    y, z = copy.copy(x), copy.deepcopy([x])[0]
    print(y, z, y == x, type(y).__name__, (y is x) == isinstance(x, bytes), z is x)
class P(bytearray):
    pass
p = P(b'xy')
p.tag = 1
q = copy.copy(p)
print(q, type(q).__name__, q.tag)
print(bytearray(b'a').__reduce_ex__(2)[0] is bytearray, b'ab'.__getnewargs__())

# == bytes and ints
n = 0x0102030405
raw = n.to_bytes(8, 'big')
print(raw, raw.lstrip(b'\0'), int(raw.hex(), 16) == n, int.from_bytes(raw[-2:], 'big'), bin(raw[-1]), [b >> 4 for b in raw], ord(b'a'), ord(bytearray(b'b')), chr(b'c'[0]))
for f in (lambda: ord(b'ab'), lambda: ord(b''), lambda: int(b''), lambda: int(b'1\0'), lambda: int(b'1', base=99), lambda: float(b'')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == isinstance with abstract classes
from collections.abc import Sequence, MutableSequence, Hashable, Iterable, Sized
for cls in (bytes, bytearray, memoryview):
    print(cls.__name__, issubclass(cls, Sequence), issubclass(cls, MutableSequence), issubclass(cls, Iterable), issubclass(cls, Sized))
print(isinstance(b'', Hashable), isinstance(bytearray(), Hashable))

# == functools and itertools
import functools, itertools
print(functools.reduce(lambda a, b: a * 256 + b, b'\1\2\3'), list(itertools.chain(b'ab', b'cd')), bytes(itertools.islice(itertools.cycle(b'xy'), 5)), [(k, len(list(g))) for k, g in itertools.groupby(b'aabccc')], list(itertools.accumulate(b'\1\2\3')))
print(list(itertools.product(b'ab', repeat=2))[:3], bytes(itertools.takewhile(lambda c: c < 100, b'abcdef')), list(itertools.zip_longest(b'ab', b'c')), functools.partial(b'a,b,c'.split, b',')(1))

# == a bytes key cache
cache = {}
def hexed(data):
    key = bytes(data)
    if key not in cache:
        cache[key] = key.hex()
    return cache[key]
print(hexed(b'ab'), hexed(bytearray(b'ab')), hexed(memoryview(b'ab')), len(cache), cache)

# == names of types in errors
class Thing: pass
for f in (lambda: b'' + Thing(), lambda: b''.join([Thing()]), lambda: b'a'.find(Thing()), lambda: bytes([Thing()]), lambda: bytearray(Thing()), lambda: Thing() in b'a', lambda: b'%d' % Thing(), lambda: b'a'.replace(Thing(), b''), lambda: b'a'.split(Thing()), lambda: memoryview(Thing()), lambda: b'a' < Thing(), lambda: b'a'[Thing()], lambda: b'a' * Thing(), lambda: b''.strip(5), lambda: b'a'.center('5'), lambda: b'a'.center(5, 'x'), lambda: b'a'.ljust(5, b'xy')):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == reflected operators
class R:
    def __radd__(self, other): return ('radd', other)
    def __rmul__(self, other): return ('rmul', other)
    def __rmod__(self, other): return ('rmod', other)
    def __eq__(self, other): return ('eq', other)
    def __gt__(self, other): return ('gt', other)
print(b'a' + R(), b'a' % R(), b'a' == R(), b'a' < R(), bytearray(b'z') + R(), R() == b'a')
try:
    print(b'a' * R())
except TypeError as e:
    print(e)

# == changing while reading
ba = bytearray(b'abcdef')
seen = []
for c in ba:
    seen.append(c)
    del ba[-1:]
print(seen, ba)
it = iter(ba)
next(it)
ba.clear()
print(list(it), ba)
ba.extend(b'xyz')
print(list(it))

# == two names for one memory
data = bytearray(4)
a = memoryview(data)
b = memoryview(data)[2:]
a[3] = 7
b[0] = 9
print(data, a.tolist(), b.tolist(), a.obj is data, b.obj is data)
data[0:2] = b'hi'
print(bytes(a))
b.release()
try:
    data.append(1)
except BufferError as e:
    print(e)
a.release()
data.append(1)
print(data)

# == views of views
ba = bytearray(b'0123456789')
m = memoryview(memoryview(ba))
n = m[2:8][1:4]
print(n.tobytes(), n.obj is ba, m.readonly, n.toreadonly().tolist())
n[:] = b'abc'
print(ba)
m.release()
try:
    m[0]
except ValueError as e:
    print(e)
print(n[0])
n.release()

# == a protocol over BytesIO
import io, struct
class Writer:
    def __init__(self): self.f = io.BytesIO()
    def u8(self, n): self.f.write(bytes([n])); return self
    def u16(self, n): self.f.write(struct.pack('>H', n)); return self
    def text(self, s):
        raw = s.encode('utf-8')
        return self.u16(len(raw)) and self.f.write(raw) and self
    def done(self): return self.f.getvalue()
class Reader:
    def __init__(self, raw): self.f = io.BytesIO(raw)
    def exactly(self, n):
        raw = self.f.read(n)
        if len(raw) != n:
            raise EOFError(f'wanted {n} bytes, got {len(raw)}')
        return raw
    def u16(self): return struct.unpack('>H', self.exactly(2))[0]
    def text(self): return self.exactly(self.u16()).decode()
raw = Writer().u16(513).text('héé').done()
r = Reader(raw)
print(raw, r.u16(), r.text())
try:
    r.u16()
except EOFError as e:
    print(e)

# == derived streams
import io
class Counting(io.BytesIO):
    def __init__(self, *args):
        super().__init__(*args)
        self.reads = 0
    def read(self, n=-1):
        self.reads += 1
        return super().read(n)
f = Counting(b'abcdef')
print(f.read(2), f.read(), f.reads, isinstance(f, io.BytesIO), f.getvalue(), f.tell())

# == bytes in exceptions
try:
    raise ValueError(b'raw', 1)
except ValueError as e:
    print(e, e.args, repr(e))
try:
    raise KeyError(b'k')
except KeyError as e:
    print(e, repr(e))
try:
    {}[b'missing']
except KeyError as e:
    print(e, e.args)
try:
    assert b'a' == b'b', b'not equal'
except AssertionError as e:
    print(e)

# == object model
b = b'x'
print(type(b), type(type(b)), b.__class__, bytes.__bases__, callable(bytes), id(b) == id(b), b.__doc__ is not None, bytes.__module__, bytes.__qualname__)
for name in ('x', '__dict__'):
    try:
        getattr(b, name)
    except AttributeError as e:
        print(e)
try:
    b.x = 1
except AttributeError as e:
    print(e)
try:
    bytes.x = 1
except TypeError as e:
    print(e)
try:
    del bytearray().x
except AttributeError as e:
    print(e)

# == enums and dataclasses
from enum import Enum
class Kind(Enum):
    A = b'\x01'
    B = b'\x02'
print(Kind(b'\x01'), Kind.B.value, [k.name for k in Kind])

# == named tuples with bytes
from collections import namedtuple, Counter, defaultdict, deque
Point = namedtuple('Point', 'name raw')
p = Point('a', b'\1\2')
print(p, p.raw[0], p._replace(raw=b'x'))
print(Counter(b'hello').most_common(1), defaultdict(bytearray)['k'], deque([b'a', b'b'], maxlen=1), sorted(Counter([b'a', b'b', b'a']).items()))

# == evaluation order
def say(x):
    print('say', x)
    return x
ba = bytearray(b'abcdef')
ba[say(1)] = say(66)
ba[say(2):say(4)] = say(b'..')
print(ba, say(b'a') + say(b'b'), say(b'a') < say(b'b') < say(b'a'))

# == exec and eval
print(eval("b'a' + bytes([66])"), eval('len(x)', {'x': b'abc'}))
ns = {}
exec("y = bytearray(b'q'); y.append(33)", ns)
print(ns['y'])

# == memory that is released in a loop
data = bytearray()
for i in range(5):
    data += bytes([i])
    view = memoryview(data)
    total = sum(view)
    view.release()
    data.append(total)
print(data)

# == views as arguments
def fill(view, value):
    for i in range(len(view)):
        view[i] = value
buf = bytearray(10)
fill(memoryview(buf)[2:4], 7)
fill(memoryview(buf)[-3:], 9)
print(buf, list(buf))
buf.append(1)
print(len(buf))
