"""Short programs about bytes, as people write them every day; `expected/daily.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == word count over bytes
text = b'the cat and the dog and the end'
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
print(sorted(counts.items(), key=lambda p: (-p[1], p[0])))
print(max(counts, key=counts.get), len(counts), b'cat' in counts, 'cat' in counts)

# == hex dump
def dump(data, width=8):
    for off in range(0, len(data), width):
        row = data[off:off + width]
        text = ''.join(chr(c) if 32 <= c < 127 else '.' for c in row)
        print('%04x  %-23s  %s' % (off, row.hex(' '), text))
dump(bytes(range(60, 80)) + b'\x00\xffend')

# == f-strings with bytes
b = b'ab\xff'
ba = bytearray(b'xy')
print(f'{b!r} {b} {ba} {ba!r} {len(b)} {b[0]:02x} {b[-1]:>5d}|{b!r:>12}|{b!s:<12}|')
print(f"{b'in'} {b'x' + b'y'!r} {[b, ba]} {(b,)} { {b: 1} }")
print('{} {!r} {:>10}'.format(b, ba, str(b)), '%s %r' % (b, ba))

# == parse a simple header
raw = b'GET /a/b?x=1 HTTP/1.1\r\nHost: example.org\r\nContent-Length: 3\r\n\r\nabc'
head, sep, body = raw.partition(b'\r\n\r\n')
lines = head.split(b'\r\n')
method, path, version = lines[0].split(b' ')
headers = {}
for line in lines[1:]:
    k, _, v = line.partition(b':')
    headers[k.strip().lower()] = v.strip()
print(method, path, version, headers, body, int(headers[b'content-length']))
print(path.rpartition(b'?'), version.decode().lower(), sep == b'\r\n' * 2)

# == struct header with checksum
import struct
def pack(kind, payload):
    return struct.pack('>BHI', kind, len(payload), sum(payload) & 0xffffffff) + payload
def unpack(data):
    kind, n, check = struct.unpack_from('>BHI', data)
    payload = data[struct.calcsize('>BHI'):][:n]
    if sum(payload) != check:
        raise ValueError('bad checksum: %d != %d' % (sum(payload), check))
    return kind, payload
p = pack(7, b'hello')
print(p, unpack(p))
q = bytearray(p); q[-1] ^= 1
try:
    unpack(bytes(q))
except ValueError as e:
    print(type(e).__name__, e)
try:
    struct.unpack('>BHI', b'abc')
except struct.error as e:
    print(type(e).__name__, e)
try:
    struct.pack('>B', 256)
except struct.error as e:
    print(e)
try:
    struct.pack('>H', 'x')
except struct.error as e:
    print(e)

# == iter_unpack
import struct
data = struct.pack('<6h', 1, -2, 3, -4, 5, -6)
for a, b in struct.iter_unpack('<hh', data):
    print(a, b)
print(list(struct.iter_unpack('<3h', data)))
try:
    list(struct.iter_unpack('<4h', data))
except struct.error as e:
    print(e)
print(sum(x for (x,) in struct.iter_unpack('<h', data)))

# == Struct objects
import struct
S = struct.Struct('<4sHb')
print(S.size, S.format, S.pack(b'ab', 513, -1), S.unpack(b'wxyz\x01\x02\xff'))
buf = bytearray(10)
S.pack_into(buf, 2, b'data', 1, 2)
print(buf, S.unpack_from(buf, 2), S.unpack_from(buf, offset=1))
try:
    S.pack(b'a', 1)
except struct.error as e:
    print(e)
try:
    S.unpack_from(buf, 6)
except struct.error as e:
    print(e)

# == xor and repeating key
def xor(data, key):
    return bytes(d ^ key[i % len(key)] for i, d in enumerate(data))
c = xor(b'attack at dawn', b'key')
print(c, xor(c, b'key'), c.hex())
print(bytes(map(lambda a, b: a ^ b, b'abc', b'   ')), bytes([a ^ b for a, b in zip(b'\x0f\xf0', b'\xff\xff')]))

# == caesar by translate
import string
shift = 3
low = bytes(range(97, 123))
table = bytes.maketrans(low, low[shift:] + low[:shift])
print(b'hello world'.translate(table), len(table), table[97:100])
print(b'hello'.translate(None, b'l'), b'hello'.translate(table, delete=b'l'), bytearray(b'abc').translate(table))
try:
    bytes.maketrans(b'ab', b'c')
except ValueError as e:
    print(e)
try:
    b'a'.translate(b'short')
except ValueError as e:
    print(e)

# == views share memory
ba = bytearray(b'0123456789')
v = memoryview(ba)
w = v[2:6]
w[0] = 65
w[1:3] = b'BC'
print(ba, bytes(w), w.tolist(), w.tobytes(), len(w), w.nbytes, w.readonly, w.obj is ba)
print(v[::-1].tobytes(), v[::2].tolist(), v[-3:].tobytes(), v == ba, w == b'ABC5', w != b'x')
try:
    ba.append(1)
except BufferError as e:
    print(type(e).__name__, e)
w.release(); v.release()
ba.append(33)
print(ba)
try:
    w[0]
except ValueError as e:
    print(e)

# == with on memoryview
data = bytearray(b'abcdef')
with memoryview(data) as m:
    print(m[0], bytes(m[1:3]))
    m[0] = ord('X')
print(data)
try:
    print(m.tobytes())
except ValueError as e:
    print('ValueError', e)
try:
    with memoryview(data) as m:
        m['a']
except TypeError as e:
    print('TypeError', e)
try:
    with memoryview(b'abc') as m:
        m[0] = 1
except TypeError as e:
    print('TypeError', e)

# == memoryview casts
import struct
m = memoryview(bytearray(struct.pack('<4I', 1, 2, 3, 4)))
i = m.cast('I')
print(i.tolist(), i.format, i.itemsize, i.nbytes, i.shape, i.strides, i.ndim, len(i))
i[1] = 500
print(m[4:8].tobytes(), i.cast('B')[4], m.cast('B', (2, 8)).shape, m.cast('B', shape=[4, 4]).tolist()[1])
try:
    m[:3].cast('I')
except TypeError as e:
    print(e)
try:
    i[0] = -1
except ValueError as e:
    print(e)
try:
    i[0] = 'a'
except TypeError as e:
    print(e)

# == BytesIO reading loops
import io
f = io.BytesIO(b'line one\nline two\nlast')
while True:
    chunk = f.read(5)
    if not chunk:
        break
    print(chunk, f.tell())
f.seek(0)
for line in f:
    print(line)
f.seek(0)
print(f.readline(), f.readlines(), f.read(), f.getvalue()[:4])
f.seek(-4, 2)
print(f.read(), f.tell(), f.seek(2), f.read(3))

# == BytesIO writing
import io
out = io.BytesIO()
print(out.write(b'abc'), out.write(bytearray(b'de')), out.write(memoryview(b'fgh')[1:]))
out.seek(1)
out.write(b'ZZ')
print(out.getvalue(), out.tell(), out.truncate(), out.getvalue())
with io.BytesIO(b'ctx') as g:
    print(g.read())
print(g.closed)
try:
    g.read()
except ValueError as e:
    print(e)
try:
    out.write('text')
except TypeError as e:
    print(e)
out.writelines([b'1', b'2'])
print(out.getvalue(), out.getbuffer().nbytes, out.readable(), out.writable(), out.seekable())

# == BytesIO readinto
import io
f = io.BytesIO(bytes(range(10)))
buf = bytearray(4)
total = []
n = f.readinto(buf)
while n:
    total.append(bytes(buf[:n]))
    n = f.readinto(buf)
print(total, buf)
f.seek(3)
m = memoryview(buf)
print(f.readinto(m[1:3]), buf, f.read1(2), f.read(-1), f.read(None))

# == array module
from array import array
a = array('h', [1, 2, 3])
a.append(-4)
a.extend([5, 6])
print(a, a[1], a[-1], len(a), a.typecode, a.itemsize, a.tobytes())
print(a.tolist(), a[1:4], list(reversed(a)), sum(a), a.index(3), a.count(5), 5 in a)
a.byteswap()
print(a[0], a == array('h', [256]), a + array('h', [1]), array('B', b'abc'), array('d', [1.5]))
try:
    a.append(40000)
except OverflowError as e:
    print(e)
try:
    a.append('x')
except TypeError as e:
    print(e)
b = array('B'); b.frombytes(b'xyz'); print(b, b.pop(), b, bytes(b), bytearray(b), memoryview(b).tolist())

# == from_bytes and to_bytes
print(int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(b'\x01\x00', 'little'), int.from_bytes(b'\xff', byteorder='big', signed=True))
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, byteorder='little'), (-1).to_bytes(2, 'big', signed=True), (5).to_bytes())
for bad in [lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: (1).to_bytes(1, 'middle'), lambda: int.from_bytes('a', 'big')]:
    try:
        print(bad())
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
n = 2 ** 100 + 12345
print(n.to_bytes(13, 'big'), int.from_bytes(n.to_bytes(13, 'little'), 'little') == n, int.from_bytes([1, 2], 'big'), int.from_bytes(bytearray(b'ab')))

# == fromhex and hex
print(bytes.fromhex('deadBEEF'), bytearray.fromhex('00 ff  7f'), bytes.fromhex(''))
for bad in ['0', 'zz', '0 0', 'abc', b'abc', 5]:
    try:
        print(bytes.fromhex(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(b'\x01\xab\xff\x10'.hex(), b'\x01\xab\xff\x10'.hex(':'), b'\x01\xab\xff\x10'.hex('-', 2), b'\x01\xab\xff'.hex('_', -2), memoryview(b'ab').hex(), bytearray(b'z').hex(sep='.', bytes_per_sep=1))

# == encode and decode
for s in ['héllo', '日本', '😀', 'plain']:
    e = s.encode()
    print(e, len(s), len(e), e.decode('utf-8') == s, s.encode('utf-16-le'), s.encode('ascii', 'replace'), s.encode('ascii', errors='ignore'))
print('é'.encode('latin-1'), b'\xe9'.decode('latin1'), 'a€'.encode('ascii', 'backslashreplace'), 'a€'.encode('ascii', 'xmlcharrefreplace'), b'a\xffb'.decode('utf-8', 'replace') == 'a\ufffdb', b'a\xffb'.decode(errors='ignore'))
for bad in [lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: b'\xe2\x82'.decode('utf-8'), lambda: b'a'.decode('nope'), lambda: 'a'.encode('nope')]:
    try:
        print(bad())
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)

# == unicode error fields
try:
    b'ok\xfe\xfd'.decode('utf-8')
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
try:
    'ab\u20acc'.encode('latin-1')
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)

# == sorting bytes
words = [b'pear', b'Apple', b'fig', bytearray(b'apple'), b'', b'\xff', b'figs']
print(sorted(words), sorted(words, key=len), sorted(words, reverse=True)[0], min(words), max(words))
words.sort()
print(words, sorted(b'hello'), bytes(sorted(b'hello')), bytes(reversed(b'abc')))
try:
    sorted([b'a', 'b'])
except TypeError as e:
    print(e)
try:
    b'a' < 1
except TypeError as e:
    print(e)

# == dict keys and sets
d = {b'a': 1, b'b': 2}
d[bytes([97])] += 10
print(d, d[b'a'], d.get(b'z'), b'b' in d, 'b' in d, list(d), {b'x', b'x', b'y'} == {b'y', b'x'})
try:
    d[b'nope']
except KeyError as e:
    print('KeyError', e, e.args)
try:
    d[bytearray(b'a')]
except TypeError as e:
    print('TypeError')
print(hash(b'abc') == hash(bytes(b'abc')), hash(memoryview(b'abc')) == hash(b'abc'), {memoryview(b'abc'): 1}[b'abc'])
fs = frozenset([b'1', b'2'])
print(b'1' in fs, len(fs | {b'3'}), sorted(fs))

# == printing nested containers
x = [b'a', (bytearray(b'b'), {'k': b'c'}), {b'd': [b'\x00\n\t\\"\'']}]
print(x)
print(str(x), repr(x) == str(x), [bytes(1), bytes(), b''], (b'one',), [[b'']])
print(b"it's", b'say "hi"', b'both \' and "', bytearray(b"it's"), b'\x7f\x80\r')
print(*[b'a', b'b'], sep=', ')
print(b'a', 'b', bytearray(b'c'), end='|\n')

# == try except types
def attempt(f):
    try:
        return f()
    except IndexError as e:
        return 'IndexError: %s' % e
    except TypeError as e:
        return 'TypeError: %s' % e
    except ValueError as e:
        return 'ValueError: %s' % e
    except (AttributeError, OverflowError, BufferError) as e:
        return type(e).__name__ + ': ' + str(e)
b = b'abc'
ba = bytearray(b)
for f in [lambda: b[10], lambda: ba[-10], lambda: b['x'], lambda: b[1.5], lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1),
          lambda: bytes('abc'), lambda: bytes(None), lambda: bytes(1.5), lambda: bytes(['a']), lambda: bytearray([300]), lambda: b + 'x', lambda: 'x' in b,
          lambda: 300 in b, lambda: b.index(b'z'), lambda: b.foo, lambda: b.join(['x']), lambda: b.join(5), lambda: b.split(b''), lambda: ba.remove(200),
          lambda: ba.pop(50), lambda: bytearray().pop(), lambda: ba.insert(0, 'x'), lambda: ba.append(256), lambda: ba.extend('abc'), lambda: ba.extend([1, 'a']),
          lambda: b.replace('a', 'b'), lambda: b.startswith('a'), lambda: b.find('a'), lambda: b.find(300), lambda: b.center(10, 'xx'), lambda: b.strip('a'),
          lambda: b * 'x', lambda: b * 1.5, lambda: b % 5, lambda: b'%d' % 'x', lambda: b'%d' % (1, 2), lambda: b'%s' % 'text', lambda: b'%q' % 1,
          lambda: b.decode(5), lambda: bytes('a', 'nope'), lambda: memoryview('x'), lambda: memoryview(5), lambda: memoryview(b)[5], lambda: b.hex(5), lambda: b.zfill('x'),
          lambda: ord(b), lambda: ord(b''), lambda: int(b'x1'), lambda: float(b'nope'), lambda: b.count(1, 2, 3, 4), lambda: b.upper(1), lambda: bytes(1, 2, 3, 4), lambda: bytes(b, 'ascii'),
          lambda: b.split(maxsplit='x'), lambda: b.expandtabs('x'), lambda: bytes(x for x in [1, 1000]), lambda: b.nope(), lambda: ba.reverse(1), lambda: hash(ba)]:
    print(attempt(f))

# == assigning and deleting
ba = bytearray(b'0123456789')
ba[2:5] = b'abc'
ba[0:2] = b''
ba[-1:] = b'XYZ'
print(ba, len(ba))
ba[::2] = b'______'[:len(ba[::2])]
print(ba)
del ba[0]; del ba[-2:]; del ba[::3]
print(ba)
ba[1:1] = [65, 66]
ba[len(ba):] = range(48, 51)
ba += b'!'; ba += bytearray(b'?'); ba *= 2
print(ba)
for bad in [lambda: ba.__setitem__(0, 256), lambda: ba.__setitem__(100, 1), lambda: ba.__setitem__(slice(0, 4, 2), b'abc'), lambda: ba.__setitem__(slice(0, 1), 5), lambda: ba.__setitem__(0, b'a'), lambda: ba.__setitem__(slice(0, 1), 'str'), lambda: ba.__delitem__(99)]:
    try:
        bad()
        print('fine')
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)

# == bytearray as stack and queue
q = bytearray()
for c in b'queue':
    q.append(c)
q.insert(0, 33)
q.extend(b'++')
print(q, q.pop(), q.pop(0), q)
q.reverse(); print(q)
q.remove(ord('u')); print(q, q.copy() == q, q.copy() is q)
c = q.copy(); q.clear(); print(q, c, len(q), bool(q), bool(c))

# == subclasses of bytes
class Name(bytes):
    def __new__(cls, text):
        return bytes.__new__(cls, text.encode())
    def upper_first(self):
        return self[:1].upper() + self[1:]
    def __repr__(self):
        return 'Name(%s)' % bytes.__repr__(self)
n = Name('fred')
print(n, repr(n), n.upper_first(), type(n).__name__, isinstance(n, bytes), n == b'fred', len(n), n + b'x', type(n + b'x').__name__, n.upper(), hash(n) == hash(b'fred'))
print({n: 1}[b'fred'], [n], n[0], list(n)[:2], b'ed' in n, n.title(), bytes(n), type(bytes(n)).__name__)
n.extra = 5
print(n.extra, n.__dict__)

# == subclasses of bytearray
class Buf(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.log = []
    def append(self, x):
        self.log.append(x)
        super().append(x)
    def __setitem__(self, i, v):
        self.log.append((i, v))
        bytearray.__setitem__(self, i, v)
    def __len__(self):
        return 42
b = Buf(b'ab')
b.append(99)
b[0] = 65
print(b, b.log, len(b), bytearray.__len__(b), isinstance(b, bytearray), bytes(b), type(b[:2]).__name__, b == b'Abc')
b += b'!'
print(b, type(b).__name__, b.log)

# == objects with __bytes__ and __index__
class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __bytes__(self): return bytes([self.x, self.y])
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Bad:
    def __bytes__(self): return 'text'
print(bytes(P(1, 2)), b'%b|%s' % (P(65, 66), P(67, 68)), bytes(I(3)), bytes([I(5)]), b'abc'[I(1)], b'abc'[I(1):I(3)], b'ab' * I(2))
try:
    bytes(Bad())
except TypeError as e:
    print(e)
try:
    bytes(P)
except TypeError as e:
    print(e)
ba = bytearray(3); ba[I(1)] = I(7); ba.append(I(8)); print(ba, ba.index(I(7)), I(8) in ba)

# == buffer protocol in Python
class Wrap:
    def __init__(self, data): self.data = bytearray(data)
    def __buffer__(self, flags): return memoryview(self.data)
w = Wrap(b'inner')
print(bytes(w), bytearray(w), memoryview(w).tolist(), b'-'.join([w, b'x']), b'in' + w, b'inner' == w)
m = memoryview(w); m[0] = 73
print(w.data, m.readonly)

# == iteration protocols
it = iter(b'abc')
print(next(it), next(it), list(it), next(it, 'done'))
try:
    next(it)
except StopIteration as e:
    print('stop', e.args)
ba = bytearray(b'xyz')
it = iter(ba)
print(next(it)); ba.append(33); print(list(it))
print(list(enumerate(b'ab')), list(zip(b'ab', b'cd')), list(map(chr, b'hi')), list(filter(lambda c: c > 97, b'abc')), any(b'\0\0'), all(b'ab'), sum(b'abc'), max(b'az'), min(bytearray(b'az')))
a, b2, *rest = b'hello'
print(a, b2, rest, [*b'ab'], (*b'ab', 1), {**{'k': b'v'}}, set(b'aab') == {97, 98}, tuple(b'ab'))
for i, c in enumerate(memoryview(b'hi')): print(i, c)
print(type(iter(b'')).__name__, type(iter(bytearray())).__name__, [c for c in b'abc' if c % 2], {c: chr(c) for c in b'ab'}, bytes(c + 1 for c in b'HAL'))

# == generators that yield bytes
def chunks(data, n):
    for i in range(0, len(data), n):
        yield data[i:i + n]
print(list(chunks(b'abcdefgh', 3)), b'|'.join(chunks(bytearray(b'abcdefgh'), 3)), b''.join(c[::-1] for c in chunks(b'abcdef', 2)))
def lines(stream):
    buf = b''
    for piece in stream:
        buf += piece
        while b'\n' in buf:
            line, buf = buf.split(b'\n', 1)
            yield line
    if buf: yield buf
print(list(lines([b'ab', b'c\nde', b'f\n\ng'])))

# == keyword and star arguments
print(b'a,b,c'.split(sep=b',', maxsplit=1), b'a b'.split(maxsplit=1), b'abc'.decode(encoding='ascii', errors='strict'), bytes(source='x', encoding='utf-8'), bytearray('é', encoding='utf-8', errors='strict'), b'a\tb'.expandtabs(tabsize=4), 'x'.encode(encoding='utf-8'))
args = (b'a', b'b'); kw = {'sep': b','}
print(b'banana'.replace(*args), b'a,b'.split(**kw), b'x'.center(*[5, b'*']), b'line\nb'.splitlines(keepends=True), b'abab'.replace(b'a', b'x', count=1))
for bad in [lambda: b'a'.split(foo=1), lambda: bytes(x=1), lambda: b'a'.upper(x=1), lambda: b'a'.find(sub=b'a'), lambda: bytes(b'a', foo=2), lambda: bytearray(1, 2, 3, 4), lambda: b'a'.replace(b'a'), lambda: b'a'.decode('ascii', 'strict', 1)]:
    try:
        print(bad())
    except TypeError as e:
        print(e)

# == isinstance with tuples
for x in [b'', bytearray(), memoryview(b''), 'text', 5, None, [b'']]:
    print(isinstance(x, (bytes, bytearray)), isinstance(x, (bytes, bytearray, memoryview)), type(x) is bytes, type(x).__name__, issubclass(type(x), (bytes, str)))
print(bytes.__name__, bytes.__mro__ == (bytes, object), bytes.__bases__, bytes is type(b''), callable(bytes), issubclass(bool, int), bytes)
print(type(memoryview(b'')), type(bytearray()), bytes == bytes, bytes != bytearray)

# == comparisons
print(b'a' == 'a', b'a' != 'a', b'a' == bytearray(b'a'), b'a' == memoryview(b'a'), b'a' is b'a', b'a' == 97, b'a' == [97], b'' == False, not b'', b'ab' < b'b', b'ab' <= bytearray(b'ab'), bytearray(b'b') > b'ab', (b'a', 1) < (b'a', 2), [b'a'] == [bytearray(b'a')])
for bad in [lambda: b'a' < 'a', lambda: bytearray(b'a') >= 3, lambda: memoryview(b'a') < b'b', lambda: b'a' + 1, lambda: 1 + b'a', lambda: 'a' + b'a', lambda: b'a' - b'a', lambda: -b'a', lambda: b'a' & b'a', lambda: b'a' + None, lambda: [1] + b'a', lambda: b'a' * b'a', lambda: 2.0 * b'a', lambda: b'a' / 2, lambda: ~b'a', lambda: b'a'()]:
    try:
        print(bad())
    except TypeError as e:
        print(e)

# == percent formatting
print(b'%d items, %5.2f%%, %s and %r' % (3, 99.5, b'bytes', 'repr'), b'%x %X %o %05d %+d %-4d|' % (255, 255, 8, 42, 7, 3), b'%c%c' % (65, b'B'), b'%a' % 'é', b'%(k)s=%(v)d' % {b'k': b'n', b'v': 4})
print(bytearray(b'<%s>') % b'x', b'%%' % (), b'%s' % bytearray(b'ba'), b'%b' % memoryview(b'mv'), b'%10s|%-10s|' % (b'r', b'l'), b'%.2s' % b'abc', b'%*d' % (5, 42), b'%e' % 12345.678, b'%g' % 0.0001, b'%i' % 3.99)
for bad in [lambda: b'%d' % b'1', lambda: b'%s %s' % b'a', lambda: b'%c' % 256, lambda: b'%c' % b'ab', lambda: b'%s' % 5, lambda: b'%(a)s' % b'x', lambda: b'%(a)s' % {b'b': 1}, lambda: b'a' % b'b', lambda: b'%' % 1, lambda: b'%z' % 1, lambda: b'%x' % 1.5]:
    try:
        print(bad())
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print(type(e).__name__, e)

# == copies
import copy
ba = bytearray(b'abc')
l = [ba, ba[:], bytes(ba)]
s = copy.copy(l)
print(s[0] is ba, s == l)
d = copy.deepcopy(l)
ba[0] = 90
print(d, l, bytes(b'x') is b'x')

# == pickle hooks
print(bytearray(b'ab').__reduce__(), bytearray(b'ab').__reduce_ex__(2), b'ab'.__getnewargs__())

# == case methods
for b in [b'Hello World', b'ABC', b'abc', b'123', b'', b'a1 b2', b"it's", b'\xc3\xa9']:
    print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.isalpha(), b.isdigit(), b.isalnum(), b.isspace(), b.islower(), b.isupper(), b.istitle(), b.isascii())

# == strip family
b = b'  xx hello xx  '
print(b.strip(), b.lstrip(), b.rstrip(), b.strip(b' x'), b.strip().lstrip(b'x'), b'www.example.com'.strip(b'cmowz.'), b'prefix-body'.removeprefix(b'prefix-'), b'file.txt'.removesuffix(b'.txt'), bytearray(b'--a--').strip(b'-'))
print(b'abc'.ljust(5) + b'|', b'abc'.rjust(6, b'.'), b'abc'.center(8, b'*'), b'-42'.zfill(6), b'7'.zfill(3), bytearray(b'x').center(4, b'-'))

# == find family
b = b'the rain in spain'
print(b.find(b'ain'), b.rfind(b'ain'), b.find(b'ain', 6), b.find(b'x'), b.index(b'in'), b.rindex(b'in'), b.count(b'ain'), b.count(b''), b.find(ord('r')), b.count(105), b.find(b'ain', -3), b.startswith(b'the'), b.endswith((b'gain', b'spain')), b.startswith(b'rain', 4), b.find(b'', 99), b.find(b'ain', 0, 7))
try:
    b.index(b'zzz')
except ValueError as e:
    print(e)
try:
    b.rindex(b'zzz')
except ValueError as e:
    print(e)
try:
    bytearray(b'a').index(98)
except ValueError as e:
    print(e)
try:
    b.startswith(['a'])
except TypeError as e:
    print(e)
try:
    b.endswith((b'a', 'b'))
except TypeError as e:
    print(e)

# == split family
print(b'a,b,,c'.split(b','), b'  a  b '.split(), b'a,b,c'.rsplit(b',', 1), b'a\nb\r\nc\rd'.splitlines(), b'a\n'.splitlines(True), b'k=v=w'.partition(b'='), b'k=v=w'.rpartition(b'='), b'none'.partition(b'='), b''.split(), b''.split(b','), bytearray(b'x y').split(), b'a b c'.split(None, 1), b'a--b'.split(b'--'))
print(b', '.join([b'x', bytearray(b'y'), memoryview(b'z')]), b''.join([]), bytearray(b'-').join([b'a', b'b']), b'.'.join(b'%d' % n for n in (192, 168, 0, 1)))
for bad in [lambda: b','.join([b'a', 5]), lambda: b','.join(['a']), lambda: b'a'.split(','), lambda: b'a'.partition(b''), lambda: b'a'.join(b'abc')]:
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

# == run length coding
def rle(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes([j - i, data[i]])
        i = j
    return bytes(out)
def unrle(data):
    return b''.join(bytes([data[i + 1]]) * data[i] for i in range(0, len(data), 2))
r = rle(b'aaabccdddd')
print(r, unrle(r), r.hex(' ', 2))

# == base64 by hand
ALPHA = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(data):
    out = bytearray()
    for i in range(0, len(data), 3):
        block = data[i:i + 3]
        n = int.from_bytes(block.ljust(3, b'\0'), 'big')
        for k in range(4):
            out.append(ALPHA[(n >> (18 - 6 * k)) & 63] if k <= len(block) else ord('='))
    return bytes(out)
import binascii
for w in [b'', b'f', b'fo', b'foo', b'foob']:
    print(b64(w), binascii.b2a_base64(w), binascii.a2b_base64(b64(w)) == w)
print(binascii.hexlify(b'\x01\xfe'), binascii.unhexlify('01fe'), binascii.crc32(b'hello'))
try:
    binascii.unhexlify(b'abc')
except binascii.Error as e:
    print(type(e).__name__, e)

# == crc and checksums
def crc16(data, crc=0xffff):
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc
def adler(data):
    a, b = 1, 0
    for c in data:
        a = (a + c) % 65521
        b = (b + a) % 65521
    return (b << 16) | a
def fnv(data):
    h = 0xcbf29ce484222325
    for c in data:
        h = ((h ^ c) * 0x100000001b3) % 2 ** 64
    return h
print(crc16(b'123456789'), adler(b'Wikipedia'), hex(fnv(b'hello')), hex(crc16(bytearray(b'x'))), fnv(memoryview(b'a')))

# == varints
def enc(n):
    out = bytearray()
    while True:
        b = n & 0x7f
        n >>= 7
        out.append(b | (0x80 if n else 0))
        if not n:
            return bytes(out)
def dec(data, pos=0):
    n = shift = 0
    while True:
        try:
            b = data[pos]
        except IndexError as e:
            raise EOFError('truncated varint') from e
        pos += 1
        n |= (b & 0x7f) << shift
        shift += 7
        if not b & 0x80:
            return n, pos
for n in [0, 1, 127, 128, 300, 2 ** 40]:
    e = enc(n)
    print(n, e, dec(e))
try:
    dec(b'\x80')
except EOFError as e:
    print('EOFError', e)

# == tlv parser
def tlv(data):
    view = memoryview(data)
    while view:
        tag, length = view[0], view[1]
        value, view = view[2:2 + length], view[2 + length:]
        if len(value) < length:
            raise ValueError('short: %d < %d' % (len(value), length))
        yield tag, bytes(value)
print(list(tlv(b'\x01\x02ab\x02\x00\x03\x01z')))
try:
    list(tlv(b'\x01\x05ab'))
except ValueError as e:
    print(e)

# == bencode
def encode(x):
    if isinstance(x, int): return b'i%de' % x
    if isinstance(x, (bytes, bytearray)): return b'%d:%s' % (len(x), x)
    if isinstance(x, str): return encode(x.encode('utf-8'))
    if isinstance(x, list): return b'l' + b''.join(map(encode, x)) + b'e'
    if isinstance(x, dict): return b'd' + b''.join(encode(k) + encode(x[k]) for k in sorted(x)) + b'e'
    raise TypeError('cannot encode %s' % type(x).__name__)
def decode(data):
    def item(i):
        c = data[i:i + 1]
        if c == b'i':
            j = data.index(b'e', i)
            return int(data[i + 1:j]), j + 1
        if c.isdigit():
            j = data.index(b':', i)
            n = int(data[i:j])
            return data[j + 1:j + 1 + n], j + 1 + n
        if c == b'l':
            i += 1; out = []
            while data[i:i + 1] != b'e':
                x, i = item(i); out.append(x)
            return out, i + 1
        if c == b'd':
            i += 1; out = {}
            while data[i:i + 1] != b'e':
                k, i = item(i); out[k], i = item(i)
            return out, i + 1
        raise ValueError('bad token %r at %d' % (c, i))
    return item(0)[0]
e = encode({'spam': [1, -2, b'x'], 'egg': {'n': 'é'}})
print(e, decode(e))
for bad in [b'x', b'l', b'5:ab', b'iZe']:
    try:
        print(decode(bad))
    except ValueError as err:
        print(type(err).__name__, err)
try:
    encode(1.5)
except TypeError as err:
    print(err)

# == bits
def bits(data): return ''.join(format(b, '08b') for b in data)
def unbits(s): return bytes(int(s[i:i + 8], 2) for i in range(0, len(s), 8))
print(bits(b'A\xff'), unbits('0100000111111111'), bin(int.from_bytes(b'\x05\x00', 'big')), '{:08b}'.format(b'a'[0]), ['%02X' % c for c in b'\n\xfe'])
flags = bytearray(2)
for n in (0, 3, 9):
    flags[n // 8] |= 1 << n % 8
print(flags, [n for n in range(16) if flags[n // 8] >> n % 8 & 1])

# == chained string methods in expressions
line = b'  Key : Value ; k2:v2 ;; '
pairs = [tuple(p.strip() for p in part.split(b':')) for part in line.split(b';') if part.strip()]
print(pairs, dict(pairs), {k.decode().lower(): v.decode() for k, v in pairs})
print(b'abc' b'def', b'abc'[::-1].upper().decode() + '!', (b'a' * 3 + b'b').replace(b'a', b'').startswith(b'b'), b'%s' % b'-'.join([b'x'] * 3), len(b'abc' * 100), b'a' if b'' else b'b')
print(b'x' and b'y', b'' or b'z', not b'x', b'abc'.find(b'c') and 1, b'abc' > b'abd' > b'a', b'a' in [b'a'], b'a' not in b'abc', 97 in b'abc', b'' in b'')

# == default arguments and closures
def join(*parts, sep=b', ', last=None):
    return sep.join(parts) + (last or b'')
print(join(b'a', b'b'), join(b'a', b'b', sep=b'-'), join(*[b'x'] * 3, last=b'!'), join())
def counter():
    seen = bytearray()
    def add(c):
        seen.append(c)
        return bytes(seen)
    return add
add = counter(); add(65); print(add(66))

# == classes that hold bytes
class Reader:
    def __init__(self, data):
        self.data = memoryview(data)
        self.pos = 0
    def take(self, n):
        if self.pos + n > len(self.data):
            raise EOFError('wanted %d bytes, %d left' % (n, len(self.data) - self.pos))
        piece = self.data[self.pos:self.pos + n]
        self.pos += n
        return bytes(piece)
    def u16(self): return int.from_bytes(self.take(2), 'big')
    def text(self): return self.take(self.u16()).decode()
    def __repr__(self): return 'Reader(%r, pos=%d)' % (bytes(self.data), self.pos)
    def __len__(self): return len(self.data) - self.pos
    def __bool__(self): return len(self) > 0
r = Reader(b'\x00\x02hi\x00\x03abc\x00')
print(r.text(), r.text(), r, len(r), bool(r))
try:
    r.u16()
except EOFError as e:
    print(e)

# == ring buffer
class Ring:
    def __init__(self, n): self.buf, self.start, self.size = bytearray(n), 0, 0
    def push(self, data):
        for c in data:
            self.buf[(self.start + self.size) % len(self.buf)] = c
            if self.size < len(self.buf): self.size += 1
            else: self.start = (self.start + 1) % len(self.buf)
    def get(self): return bytes(self.buf[(self.start + i) % len(self.buf)] for i in range(self.size))
r = Ring(5)
r.push(b'abc'); print(r.get()); r.push(b'defg'); print(r.get(), r.buf)

# == matrices in a view
m = memoryview(bytearray(range(12))).cast('B', (3, 4))
print(m.tolist(), m[1, 2], m.shape, m.strides, m.ndim, m.nbytes, len(m), m.c_contiguous, m.contiguous)
m[2, 3] = 99
print(m.tobytes(), m.tolist()[2])
for bad in [lambda: m[0], lambda: m[3, 0], lambda: m[0, 0, 0], lambda: m[0:1]]:
    try:
        print(bad())
    except (NotImplementedError, IndexError, TypeError) as e:
        print(type(e).__name__, e)

# == memoryview equality and methods
m = memoryview(b'abcab')
print(m.count(97), m.index(98), m == memoryview(b'abcab'), m == 'abcab', m[1:3] == b'bc', hash(m) == hash(b'abcab'), m.tobytes('C'), m.hex(':'), m.toreadonly().readonly, 99 in m, b'a' in m, list(reversed(m)), m[1:].obj, memoryview(m) is m)
try:
    m.index(5)
except ValueError as e:
    print(e)
try:
    hash(memoryview(bytearray(b'x')))
except ValueError as e:
    print(e)
try:
    del memoryview(bytearray(b'x'))[0]
except TypeError as e:
    print(e)
try:
    memoryview(bytearray(b'abc'))[0:2] = b'xyz'
except ValueError as e:
    print(e)
try:
    memoryview(bytearray(b'abc'))[0] = 300
except ValueError as e:
    print(e)
try:
    memoryview()
except TypeError as e:
    print(e)

# == exceptions with messages from our code
class ParseError(Exception):
    def __init__(self, message, data, at):
        Exception.__init__(self, message)
        self.data, self.at = data, at
    def __str__(self):
        return '%s at %d in %r' % (self.args[0], self.at, self.data)
def number(data):
    for i, c in enumerate(data):
        if not 48 <= c <= 57:
            raise ParseError('digit expected', data, i)
    return int(data)
try:
    print(number(b'123'), number(b'12x'))
except ParseError as e:
    print(e, e.args, e.data[e.at:e.at + 1], repr(e))
try:
    raise ValueError(b'bytes as message')
except ValueError as e:
    print(e, e.args, repr(e))
try:
    raise KeyError(b'key')
except KeyError as e:
    print(e, e.args)
try:
    assert b'' == b'x', b'assertion bytes'
except AssertionError as e:
    print(e)
try:
    try:
        b'\xff'.decode('ascii')
    except UnicodeDecodeError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)

# == finally and else
log = bytearray()
def f(x):
    try:
        log.append(x)
    except ValueError as e:
        return str(e)
    else:
        return 'ok'
    finally:
        log.extend(b'.')
print(f(65), f(256), f(66), log)

# == global state and del
data = {}
data[b'k'] = bytearray(b'v')
data[b'k'] += b'w'
del data[b'k'][0]
print(data)
del data[b'k']
print(data, len(data))
x = y = bytearray(b'same')
x += b'!'
print(y, x is y)
x = x + b'?'
print(y, x is y)
a, b = b'ab', bytearray(b'cd')
a, b = b, a
print(a, b, a + b, type(a + b).__name__, b + a, type(b + a).__name__)

# == introspection
print(b''.__class__, bytearray.__doc__ is None or True, hasattr(b'', 'append'), hasattr(bytearray(), 'append'), hasattr(memoryview(b''), 'cast'), getattr(b'abc', 'upper')(), 'upper' in dir(b''), callable(b''.upper))
up = b'abc'.upper
j = b'-'.join
print(up(), j([b'1', b'2']), bytes.upper(b'xyz'), list(map(bytes.upper, [b'a', b'b'])), sorted([b'B', b'a'], key=bytes.lower), bytes.join(b',', [b'a', b'b']), list(map(bytes, [2, b'x', [65]])), list(map(len, [b'', b'abc'])), bytes.fromhex('41'), b''.fromhex('42'), str(b'abc', 'ascii'), str(b'abc'), str(bytearray(b'q'), encoding='utf-8'))

# == number conversions
print(int(b'42'), int(b' -7 '), int(b'ff', 16), int(bytearray(b'0x1f'), 0), float(b'2.5'), float(bytearray(b'1e3')), int(b'1_000'), ord(b'A'), chr(b'A'[0]), bool(b'0'), complex('1j'))
for bad in [lambda: int(b'abc'), lambda: int(b''), lambda: int(b'12', 40), lambda: float(b'x'), lambda: ord(b'ab'), lambda: chr(b'a'), lambda: int(b'\xff'), lambda: int(memoryview(b'5'))]:
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# == bytes constructor forms
print(bytes(), bytes(3), bytes(b'x'), bytes(bytearray(b'y')), bytes([1, 2]), bytes((3, 4)), bytes(range(3)), bytes({5}), bytes('a', 'ascii'), bytes('é', 'utf-8'), bytes(memoryview(b'm')), bytes(x * x for x in range(4)), bytes({7: 'a'}), bytes(True), bytearray(2), bytearray('ä', 'latin-1'), bytearray([9]), bytearray(b'q'), bytearray())
print(bytes(map(int, '123')), bytes(iter([1, 2])), bytes(reversed([1, 2])), bytes(filter(None, [0, 1, 2])), bytes(zip()) , bytes(enumerate([])))

# == escapes in literals
print(b'\a\b\f\n\r\t\v\0\x41\101\\\'\"', rb'\n\x41', br'raw\d', b'''tri
ple''', b"q'q", b'\
joined', len(b'\0\1\2'), b'\377', B'upper', bR'x\y', BR'\z')

# == unpack nested records
import struct
records = [(b'ann', 30, 1.5), (b'bob', 41, -2.25)]
blob = b''.join(struct.pack('<8sBf', *r) for r in records)
size = struct.calcsize('<8sBf')
print(size, blob.hex())
for i in range(0, len(blob), size):
    name, age, score = struct.unpack_from('<8sBf', blob, i)
    print(name.rstrip(b'\0').decode(), age, score)
print(struct.unpack('<?c2xq', struct.pack('<?c2xq', True, b'z', -5)), struct.pack('3s', b'abcdef'), struct.pack('5p', b'abc'), struct.unpack('>d', b'\x3f\xf0' + bytes(6)), struct.pack('>e', 1.0), struct.calcsize('3h2i'), struct.calcsize('=bi'), struct.calcsize('bi'))
for bad in [lambda: struct.pack('z', 1), lambda: struct.unpack('i', b'abc'), lambda: struct.pack('i'), lambda: struct.pack('b', 200), lambda: struct.pack('c', b'ab'), lambda: struct.pack('s', 'x'), lambda: struct.pack('f', 'x'), lambda: struct.unpack_from('i', b'ab', 1), lambda: struct.pack_into('i', b'abcd', 0, 1), lambda: struct.pack('q', 2 ** 63), lambda: struct.pack('I', -1)]:
    try:
        print(bad())
    except (struct.error, TypeError) as e:
        print(type(e).__name__, e)

# == deque of bytes and joins in loops
parts = []
for i in range(5):
    parts.append(b'%d:' % i)
    parts.insert(0, bytes([65 + i]))
print(parts, b''.join(parts), parts.index(b'3:'), parts.count(b'A'), b'A' in parts)
parts.remove(b'A'); parts.reverse(); parts.sort()
print(parts, [p for p in parts if p.endswith(b':')], [len(p) for p in parts])
table = [[b'a', b'bb'], [b'ccc', b'd']]
for row in table:
    print(b' | '.join(c.ljust(4) for c in row).decode().rstrip())
print(list(zip(*table)), [max(map(len, col)) for col in zip(*table)])

# == while loops with views
data = b'key1=val1;key2=val2;'
view = memoryview(data)
out = {}
start = 0
while True:
    end = data.find(b';', start)
    if end < 0: break
    k, v = bytes(view[start:end]).split(b'=')
    out[k] = v
    start = end + 1
print(out, start == len(data))
v2 = memoryview(bytearray(b'aXbXc'))
for i, c in enumerate(v2):
    if c == ord('X'): v2[i] = ord('-')
print(bytes(v2))

# == ternary logic, lambda and map
clean = lambda data: bytes(c for c in data if chr(c).isalnum())
print(clean(b'a-b c!1'), list(map(lambda b: b[0], [b'xy', b'z'])), [b for b in (b'', b'a') if b], dict(zip([b'a', b'b'], b'xy')), sum(len(p) for p in [b'ab', b'c']), any(p == b'c' for p in [b'ab', b'c']), {len(p) for p in [b'ab', b'cd']}, ''.join(chr(c) for c in bytearray(b'ok')), b''.join([bytes([c]) * 2 for c in b'ab']), sorted({b'b': 1, b'a': 2}))

# == pretty units and text
def human(n):
    for unit in (b'B', b'KB', b'MB'):
        if n < 1024: return b'%.1f %s' % (n, unit)
        n /= 1024
    return b'%.1f GB' % n
print(human(10), human(2048), human(5 * 1024 ** 2), human(3 * 1024 ** 3))
print(b'Total:'.ljust(10, b'.') + b'%8.2f' % 3.14159, b'=' * 20, b'%-10s|%5d|' % (b'name', 42), b'caf\xc3\xa9'.decode(), 'naïve'.encode().decode('latin-1'))

# == iter with sentinel
import io
f = io.BytesIO(b'abcdefgh')
for block in iter(lambda: f.read(3), b''):
    print(block)
f.seek(0)
print(b'|'.join(iter(lambda: f.read(2), b'')), list(iter(bytearray(b'abXc').pop, 88)))

# == sequence protocol class over bytes
class Seq:
    def __init__(self, data): self.data = data
    def __getitem__(self, i):
        if isinstance(i, slice): return Seq(self.data[i])
        return self.data[i]
    def __len__(self): return len(self.data)
    def __iter__(self): return iter(self.data)
    def __contains__(self, x): return x in self.data
    def __eq__(self, other): return bytes(self.data) == bytes(other.data)
    def __add__(self, other): return Seq(self.data + other.data)
s = Seq(b'hello')
print(s[0], s[1:3].data, len(s), list(s), 104 in s, b'ell' in s, s == Seq(bytearray(b'hello')), (s + Seq(b'!')).data, bytes(s), bytes(Seq(b'')))

# == objects with items only
class S:
    def __init__(self, d): self.d = d
    def __getitem__(self, i): return self.d[i]
print(list(S(b'abc')), [c for c in S(b'ab')], bytes(S(b'xy')), tuple(S([b'a', 'x'])), b','.join(S([b'a', b'b'])), sum(S(b'ab')))
for x in S([b'a', [1], None]): print(x)
it = iter(S([b'q']))
print(next(it), next(it, 'end'), 97 in S(b'abc'), type(it).__name__)
class T:
    def __getitem__(self, i): raise ValueError('bad')
try:
    list(T())
except ValueError as e: print(e)
try:
    iter(5)
except TypeError as e: print(e)
o = [object()]
print(list(S(o))[0] is o[0])

# == text, lists and sums that meet bytes
for attempt in [
    lambda: 'a' + b'b',
    lambda: 'a' + bytearray(),
    lambda: 'a' + memoryview(b''),
    lambda: [1] + b'a',
    lambda: (1,) + b'a',
    lambda: b'a' in 'b',
    lambda: 'a'.join([b'a']),
    lambda: '-'.join(['a', b'b']),
    lambda: ''.join(('a', 'b', bytearray())),
    lambda: '-'.join(b'ab'),
    lambda: 'abc'.replace(b'a', 'b'),
    lambda: 'abc'.replace('a', b'b'),
    lambda: 'abc'.split(b'a'),
    lambda: 'abc'.rsplit(b'a', 1),
    lambda: 'abc'.find(b'a'),
    lambda: 'abc'.rindex(b'a'),
    lambda: 'abc'.count(b'a'),
    lambda: 'abc'.partition(b'b'),
    lambda: 'abc'.strip(b'a'),
    lambda: 'abc'.startswith(b'a'),
    lambda: 'abc'.endswith(bytearray()),
    lambda: 'abc'.center(9, b'*'),
    lambda: sum([b'a', b'b'], b''),
    lambda: sum([b'a']),
    lambda: sum([], bytearray()),
    lambda: chr(b'a'),
]:
    try:
        print(attempt())
    except TypeError as e:
        print(e)

# == super in new
class Tag(bytes):
    def __new__(cls, text, *args):
        self = super().__new__(cls, text.encode())
        self.args = args
        return self
    @classmethod
    def make(cls, n):
        return cls('t%d' % n, n)
class Sub(Tag):
    def __new__(cls, text):
        made = super().__new__(cls, text + '!', 1)
        return made
print(Tag('ab', 1), Tag('ab', 1).args, Tag.make(5), type(Sub('x')).__name__, Sub('x'), Sub('x').args, [Sub(t) for t in 'pq'])

# == bits of large ints out of bytes
n = int.from_bytes(b'\x89PNG\r\n\x1a\n', 'big')
print(n, n >> 32, n & 0xffffffff, n >> 56, (n >> 40) & 0xff, n ^ 0xff, n | 1, ~n & 0xff, hex(n), n.bit_length())
m = int.from_bytes(b'\xff\x00\xaa\x55', 'big')
print(m >> 31, m & 0x80000000, m >> 0, m | 2 ** 40, m ^ 0xffffffff, -m & 0xff, -m >> 4, (m << 8) & 0xffffffff, m >> 40, 1 >> 32, 1 << 35)
h = 0
for c in b'rolling':
    h = ((h << 5) ^ (h >> 27) ^ c) & 0xffffffff
print(h, bytes((n >> s) & 0xff for s in range(56, -8, -8)))

# == regular expressions over bytes
import re
print(re.findall(rb'\d+', b'a1b22'), re.sub(rb'a', b'b', b'banana'), re.split(rb',', b'a,b'))
m = re.match(rb'(\w+)=(\w+)', b'key=val')
print(m.group(), m.group(1), m.groups(), m.span(), re.search(b'x', b'axb').start())
print(re.sub(rb'(a)(b)', rb'\2\1', b'abab'), [m.group() for m in re.finditer(b'.', b'ab')])

# == classes derived from Struct
import struct
class Big(struct.Struct):
    def __init__(self, format):
        super().__init__('>' + format)
class Header(struct.Struct):
    def __init__(self):
        super().__init__('>hb')
class Text(struct.Struct):
    def __new__(cls, n): return super().__new__(cls, '%ds' % n)
class Two(struct.Struct):
    def __init__(self, first, second):
        super().__init__(first + second)
class Plain(struct.Struct): pass
big, header, text, two = Big('h'), Header(), Text(5), Two('h', 'h')
print(big.format, big.pack(1), header.size, header.pack(1, 2), text.format, text.unpack(b'hello'), two.format, two.size)
big.__init__('q')
print(big.format, big.size)
for args in [(), (1,), ('h', 'h'), ('Z',)]:
    for cls in (Plain, struct.Struct):
        try: print(cls(*args).format)
        except (TypeError, struct.error) as e: print(type(e).__name__, e)
s = struct.Struct('b')
s.__init__('h')
print(s.format, s.size)

# == arguments of derived classes
import array
class B(bytes): pass
class A(array.array): pass
class Named(array.array):
    def __init__(self, *args, name=None): self.name = name
def attempt(make):
    try: print(make())
    except TypeError as e: print(e)
attempt(lambda: B(1, 2, 3, 4))
attempt(lambda: B(b'a', foo=1))
attempt(lambda: A())
attempt(lambda: A('i', [1], 2))
attempt(lambda: A(foo=1))
print(B('é', encoding='utf-8'), B(source=b'x'), B(2), A('H', b'ab'), Named('i', [1, 2], name='n').name)
