"""Algorithms, protocols and errors around bytes; `expected/practice.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == ring buffer
class Ring:
    def __init__(self, size):
        self.data = bytearray(size)
        self.at = 0
        self.full = 0
    def write(self, chunk):
        for byte in chunk:
            self.data[self.at] = byte
            self.at = (self.at + 1) % len(self.data)
            self.full = min(self.full + 1, len(self.data))
    def read(self):
        if self.full < len(self.data):
            return bytes(self.data[:self.at])
        return bytes(self.data[self.at:] + self.data[:self.at])
r = Ring(5)
print(r.read(), r.data)
r.write(b'abc')
print(r.read(), r.data)
r.write(b'defg')
print(r.read(), r.data, r.at)
r.write(bytearray(b'hi') * 3)
print(r.read(), r.data, r.at)

# == run-length coding
def encode(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes((j - i, data[i]))
        i = j
    return bytes(out)
def decode(data):
    return b''.join(data[i + 1:i + 2] * data[i] for i in range(0, len(data), 2))
for text in b'', b'a', b'aaabbc', b'x' * 300, bytes(3) + b'\xff' * 2:
    packed = encode(text)
    print(packed, decode(packed) == text, len(packed) / (len(text) or 1) < 1)

# == caesar with translate
def shift(n):
    lower = bytes(range(97, 123))
    upper = lower.upper()
    return bytes.maketrans(lower + upper, lower[n:] + lower[:n] + upper[n:] + upper[:n])
for n in 0, 1, 13, 25:
    print(n, b'Hello, World!'.translate(shift(n)), bytearray(b'Zz').translate(shift(n), b'z'))
print(b'Hello'.translate(shift(13)).translate(shift(13)), b'Hello'.translate(None, b'l'))
try:
    bytes.maketrans(b'ab', b'c')
except ValueError as e:
    print(e)

# == crc by table
table = []
for i in range(256):
    c = i
    for _ in range(8):
        c = (c >> 1) ^ 0xEDB88320 if c & 1 else c >> 1
    table.append(c)
def crc(data, value=0):
    value ^= 0xFFFFFFFF
    for byte in data:
        value = table[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF
for data in b'', b'a', b'123456789', bytearray(range(256)), memoryview(b'hello world')[6:]:
    print('%08x' % crc(data), hex(crc(data)), crc(data).to_bytes(4, 'little').hex('-'))

# == varints
def put(n):
    out = bytearray()
    while True:
        byte = n & 0x7f
        n >>= 7
        if n:
            out.append(byte | 0x80)
        else:
            out.append(byte)
            return bytes(out)
def get(data, at=0):
    shift = value = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7f) << shift
        shift += 7
        if byte < 0x80:
            return value, at
for n in 0, 1, 127, 128, 300, 2**31, 2**40 + 5, 2**63:
    print(n, put(n), get(put(n)))
try:
    get(b'\x80\x80')
except IndexError as e:
    print('short:', e)

# == utf-8 by hand
def encode(code):
    if code < 0x80:
        return bytes([code])
    if code < 0x800:
        return bytes([0xc0 | code >> 6, 0x80 | code & 63])
    if code < 0x10000:
        return bytes([0xe0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63])
    return bytes([0xf0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63])
for code in 0x24, 0xa2, 0x939, 0x20ac:
    print(hex(code), encode(code), encode(code) == chr(code).encode(), encode(code).decode() == chr(code))
print(encode(0x10348), encode(0x10348).decode('utf-8').encode('utf-16-be'))

# == base64 by hand
alphabet = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def encode(data):
    out = b''
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), 'big')
        four = bytes(alphabet[n >> shift & 63] for shift in (18, 12, 6, 0))
        out += four[:len(chunk) + 1] + b'=' * (3 - len(chunk))
    return out
for data in b'', b'M', b'Ma', b'Man', b'\x00\xff\x10light':
    print(encode(data), encode(data).rstrip(b'='))

# == xor with a repeated key
def xor(data, key):
    return bytes(a ^ b for a, b in zip(data, key * (len(data) // len(key) + 1)))
secret = xor(b'attack at dawn', b'key')
print(secret, secret.hex(), xor(secret, b'key').decode())
print(bytes(x ^ 0xff for x in b'\x00\x0f\xff'), bytes(map(lambda x: x ^ 1, b'abc')))
try:
    xor(b'a', b'')
except ZeroDivisionError as e:
    print('ZeroDivisionError')

# == a table of records
import struct
record = struct.Struct('<H8sf')
rows = [(1, b'one', 1.5), (2, b'two', -2.25), (3, b'three and more', 0.0)]
blob = b''.join(record.pack(*row) for row in rows)
print(record.size, len(blob), blob.hex(' ', 4))
for number, name, value in record.iter_unpack(blob):
    print(number, name, name.rstrip(b'\0').decode(), value)
try:
    record.unpack(blob[:-1])
except struct.error as e:
    print(e)
try:
    record.pack(70000, b'', 0)
except struct.error as e:
    print(e)

# == pack_into and unpack_from
import struct
buf = bytearray(12)
struct.pack_into('>HI', buf, 0, 1, 2)
struct.pack_into('<HI', buf, 6, 1, 2)
print(buf, struct.unpack_from('>HI', buf), struct.unpack_from('<HI', buf, offset=6), struct.unpack_from('B', buf, -6))
for args in ('>I', buf, 9), ('>I', buf, -13), ('>I', buf, -3):
    try:
        print(struct.unpack_from(*args))
    except struct.error as e:
        print(e)
try:
    struct.pack_into('>Q', buf, 8, 1)
except struct.error as e:
    print(e)

# == array of shorts
from array import array
a = array('h', [1, -2, 300])
a.append(7)
a.extend([8, 9])
print(a, a[1], a[-1], a[1:3], len(a), a.itemsize, a.typecode, a.tobytes())
a[0] = -5
a.insert(1, 100)
print(a.pop(), a.pop(0), a.index(300), a.count(7), a.tolist(), a)
b = array('h')
b.frombytes(a.tobytes())
print(b == a, b + a == a * 2, b'\x07' in b.tobytes(), 7 in b, list(reversed(b)))
for f in lambda: a.append(40000), lambda: a.append('x'), lambda: array('h', b'abc'), lambda: array('z'), lambda: a + [1], lambda: a.remove(5), lambda: a[10]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == a stream that is read in pieces
import io
s = io.BytesIO(b'line one\nline two\n\nlast')
print(s.readline(), s.tell(), s.read(3), s.readline(2), s.readlines())
s.seek(0)
print([line for line in s], s.read(), s.seek(-4, 2), s.read())
s.seek(5)
print(s.write(b'ONE'), s.getvalue(), s.truncate(8), s.getvalue(), s.seek(0), list(s))
with io.BytesIO() as t:
    t.write(b'abc')
    t.write(bytearray(b'def'))
    print(t.getvalue(), t.getbuffer()[1:3].tobytes(), t.closed)
print(t.closed)
try:
    t.read()
except ValueError as e:
    print(e)

# == int to bytes and back
for n, length, order, signed in (0, 0, 'big', False), (1, 1, 'big', False), (255, 2, 'little', False), (-1, 3, 'big', True), (-128, 1, 'big', True), (2**64 - 1, 8, 'little', False), (-2**63, 8, 'big', True):
    b = n.to_bytes(length, order, signed=signed)
    print(n, b, int.from_bytes(b, order, signed=signed) == n)
for f in lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: (1).to_bytes(-1, 'big'), lambda: (1).to_bytes(1, 'middle'), lambda: int.from_bytes('a', 'big'), lambda: int.from_bytes(5), lambda: int.from_bytes([256]), lambda: int.from_bytes(b'a', 'x'), lambda: (128).to_bytes(1, 'big', signed=True):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print((5).to_bytes(), int.from_bytes(b'\x05'), int.from_bytes([1, 2]), int.from_bytes(bytearray(b'\1\0'), byteorder='little'), True.to_bytes(2, 'big'), (1000).bit_length(), bool.from_bytes(b'\1', 'big'))

# == formats of bytes
print(b'%d %i %u' % (1, -2, 3), b'%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), b'%x %X %o %#x %#o' % (255, 255, 8, 255, 8))
print(b'%s %b' % (b'a', bytearray(b'b')), b'%c%c' % (65, b'B'), b'%a %r' % ('\xe9', 'x'), b'%%', b'%5s|%-5s|%.1s' % (b'a', b'b', b'cd'))
print(b'%f %.2f %e %g %G' % (1.5, 2.345, 12345.678, 0.0001, 1e10), b'%(a)s=%(b)d' % {b'a': b'x', b'b': 2}, b'%*d' % (4, 7), b'%.*f' % (1, 2.55))
for f in lambda: b'%s' % 'a', lambda: b'%d' % b'1', lambda: b'%d' % 1.5, lambda: b'%c' % 256, lambda: b'%c' % b'ab', lambda: b'%d %d' % 1, lambda: b'%d' % (1, 2), lambda: b'%z' % 1, lambda: b'%' % 1, lambda: b'%(a)s' % 1, lambda: b'%(a)s' % {b'b': 1}, lambda: b'%x' % 1.5, lambda: b'a' % 1, lambda: b'%b' % 5:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == sorting
words = [b'pear', b'fig', b'Apple', b'banana', b'', b'\xff', b'fig2']
print(sorted(words), sorted(words, key=len), sorted(words, key=bytes.lower), sorted(words, reverse=True))
words.sort(key=lambda w: (len(w), w))
print(words, min(words), max(words), max(words, key=lambda w: w[-1:]), b'fig' < b'fig2' <= b'fig2' != b'fig')
print(sorted(b'hello'), bytes(sorted(b'hello')), sorted([bytearray(b'b'), b'a', bytearray(b'')]))
try:
    sorted([b'a', 'a'])
except TypeError as e:
    print(e)
try:
    b'a' < 5
except TypeError as e:
    print(e)
try:
    bytearray(b'a') >= 'a'
except TypeError as e:
    print(e)

# == keys of dicts
d = {b'a': 1, 'a': 2, 97: 3, (b'a', 1): 4, True: 5}
print(d[b'a'], d['a'], d[97], d[(b'a', 1)], d[1], len(d), b'a' in d, bytes([97]) in d, 'b' in d)
d[b'b'] = 6
d.update({b'a': 7})
print(d, d.pop(b'b'), d.get(b'z'), d.get(b'z', 0), d.setdefault(b'c', []), list(d)[:2])
class Key(bytes):
    pass
k = Key(b'a')
print(d[k], k in d, hash(k) == hash(b'a'), {k: 1, b'a': 2}, type(list({k: 1, b'a': 2})[0]).__name__)
for f in lambda: d[bytearray(b'a')], lambda: {bytearray(): 1}, lambda: hash(bytearray()), lambda: d[b'missing'], lambda: d.pop(b'missing'), lambda: {memoryview(bytearray(b'a')): 1}:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print({memoryview(b'a'): 1}[b'a'], hash(memoryview(b'abc')) == hash(b'abc'))

# == sets of bytes
s = {b'a', b'b', b'a'}
print(len(s), b'a' in s, sorted(s | {b'c'}), sorted(s & {b'a', 'a'}), s - {b'a'}, s ^ {b'b'} == {b'a'}, frozenset(s) == s, s <= {b'a', b'b', b'c'})
s.add(b'z')
s.discard(b'y')
s.remove(b'a')
print(sorted(s), set(b'hello') == {104, 101, 108, 111}, {bytes(x) for x in ([1], [1], [2])} == {b'\1', b'\2'})
for f in lambda: s.add(bytearray()), lambda: s.remove(b'none'), lambda: {bytearray()}, lambda: bytearray() in s:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == comprehensions
data = b'The quick brown fox'
print([x for x in data if x > 115], {chr(x): data.count(x) for x in data if x == 111}, sum(x for x in data) % 256, [w[::-1] for w in data.split()], {w: i for i, w in enumerate(data.split())})
print([(a, b) for a, b in zip(data, data[1:])][:3], [data[i:i + 5] for i in range(0, len(data), 5)], bytes(x for x in data if chr(x).isupper()), bytearray(x - 32 for x in data if 97 <= x <= 122))
print([y for x in (b'ab', b'cd') for y in x], list(map(bytes, ([1], [2, 3]))), list(filter(None, (b'', b'a', bytearray(), bytearray(1)))), [*b'ab', *bytearray(b'c')], (*b'xy',), {*b'aa'})

# == ints of derived classes from bytes
class Size(int):
    def __new__(cls, n=0):
        self = super().__new__(cls, n)
        self.made = True
        return self
    def __repr__(self):
        return 'Size(%d)' % int(self)
x = Size.from_bytes(b'\1\0', 'big')
print(type(x).__name__, repr(x), x.made, x.to_bytes(2, 'big'), Size(5).to_bytes(2, 'little'))
print(bool.from_bytes(b'\0', 'big'), bool.from_bytes(b'\2', 'big'), True.to_bytes(1, 'big'))
class Odd(int):
    def __init__(self, n):
        self.seen = n
print(Odd.from_bytes(b'\7', 'big').seen, Odd(3).from_bytes(b'\2', 'little'), (5).from_bytes(b'\3', 'big'))

# == a class around bytes
class Packet:
    def __init__(self, data):
        self._data = bytes(data)
    def __len__(self):
        return len(self._data)
    def __getitem__(self, i):
        return self._data[i] if isinstance(i, int) else Packet(self._data[i])
    def __bytes__(self):
        return self._data
    def __eq__(self, other):
        return bytes(self) == bytes(other)
    def __hash__(self):
        return hash(self._data)
    def __add__(self, other):
        return Packet(self._data + bytes(other))
    def __radd__(self, other):
        return Packet(bytes(other) + self._data)
    def __contains__(self, x):
        return x in self._data
    def __iter__(self):
        return iter(self._data)
    def __repr__(self):
        return 'Packet(%r)' % self._data
p = Packet(b'abc')
print(len(p), p[0], p[1:], bytes(p), p == b'abc', p + b'd', b'x' + p, 97 in p, b'bc' in p, list(p), {p: 1}[Packet(b'abc')])
print(bytearray(p), b''.join([bytes(p), b'!']), bytes([*p]), max(p), b'abc' == p)

# == derived bytes with operators
class Path(bytes):
    def __truediv__(self, other):
        return Path(self.rstrip(b'/') + b'/' + other)
    def __add__(self, other):
        return Path(bytes.__add__(self, other))
    def __getitem__(self, i):
        made = super().__getitem__(i)
        return Path(made) if isinstance(made, bytes) else made
    @property
    def name(self):
        return self.rpartition(b'/')[2]
p = Path(b'/usr') / b'local' / b'bin'
print(p, type(p).__name__, p.name, type(p.name).__name__, p[1:4], type(p[1:4]).__name__, p[0], type(p + b'x').__name__)
print(p == b'/usr/local/bin', hash(p) == hash(b'/usr/local/bin'), p.upper(), type(p.upper()).__name__, isinstance(p, bytes), bytes(p), type(bytes(p)).__name__, str(p), repr(p), '%s' % p)
print(type(p * 2).__name__, type(p.replace(b'q', b'r')).__name__, type(b''.join([p])).__name__, sorted([Path(b'b'), b'a']), p.startswith(Path(b'/usr')), b'/' in p, p.split(b'/'))

# == derived bytearray
class Log(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.calls = 0
    def append(self, x):
        self.calls += 1
        super().append(x)
    def __setitem__(self, i, x):
        self.calls += 10
        super().__setitem__(i, x)
    def __iadd__(self, x):
        self.calls += 100
        return super().__iadd__(x)
l = Log(b'ab')
l.append(99)
l[0] = 65
l[1:2] = b'BB'
l += b'!'
print(l, repr(l), l.calls, type(l).__name__, bytes(l), type(l[1:]).__name__, type(l + b'').__name__, l == b'ABBc!', len(l))
l.extend(b'xy')
del l[0]
l.insert(0, 33)
print(l, l.calls, l.pop(), l.find(b'x'), type(l.copy()).__name__, bool(Log()), Log(3))

# == iterators
b = b'abc'
i = iter(b)
print(next(i), list(i), next(i, None), list(i))
i = iter(bytearray(b))
print(next(i), i.__length_hint__(), [x for x in i], i.__length_hint__())
print(list(enumerate(b, 5)), list(zip(b, 'xyz')), list(map(lambda x, y: x + y, b, b)), list(reversed(b)), dict(zip(b, b)))
e = iter([b'x', b'y'])
print(b'-'.join(e), list(e), list(iter(iter(b).__next__, 99)), any(b''), all(b'\0a'), sum(b, 5))
try:
    next(iter(b''))
except StopIteration as e:
    print('end', e.args)
a = bytearray(b'abc')
for x in a:
    if len(a) < 6:
        a.append(x + 1)
print(a)
a, *rest = b'hello'
print(a, rest)
*start, z = bytearray(b'hey')
print(start, z)
(x, y), w = b'ab', b'c'
print(x, y, w)

# == methods of bytearray that fail
a = bytearray(b'abc')
for f in lambda: a.append(256), lambda: a.append(-1), lambda: a.append('a'), lambda: a.append(b'a'), lambda: a.append(), lambda: a.extend(5), lambda: a.extend('ab'), lambda: a.extend([256]), lambda: a.extend([1, 'a']), lambda: a.insert(0, 256), lambda: a.insert(0), lambda: a.remove(200), lambda: a.remove(256), lambda: a.pop(10), lambda: bytearray().pop(), lambda: a.pop('a'), lambda: a.index(b'zz'), lambda: a.rindex(5), lambda: a.reverse(1), lambda: a.clear(1), lambda: bytearray('a'), lambda: bytearray('a', 5), lambda: bytearray(-1), lambda: bytearray(1, 'utf-8'), lambda: bytearray([1, 2, 300]), lambda: bytearray(1.5), lambda: bytearray(None), lambda: bytearray(object()), lambda: bytearray('é', 'ascii'), lambda: bytearray(x=1), lambda: a.resize(-1), lambda: a.resize('a'):
    try:
        print(f(), a)
    except Exception as e:
        print(type(e).__name__, str(e).replace(repr(e), ''))
print(a)

# == constructors of bytes that fail
for f in lambda: bytes('a'), lambda: bytes('a', 'x-unknown'), lambda: bytes('é', 'ascii'), lambda: bytes(5, 'utf-8'), lambda: bytes(b'a', 'utf-8'), lambda: bytes([1], 'utf-8'), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(['a']), lambda: bytes([1.5]), lambda: bytes(1.5), lambda: bytes(-5), lambda: bytes(None), lambda: bytes([None]), lambda: bytes({1: 2, 3: 4}), lambda: bytes({5}), lambda: bytes('a', 'utf-8', 'strict'), lambda: bytes(encoding='utf-8'), lambda: bytes(errors='x'), lambda: bytes(source='a'), lambda: bytes(1, 2, 3, 4), lambda: bytes(True), lambda: bytes(range(3)), lambda: bytes((x for x in [1, 300])), lambda: bytes(lambda: 1), lambda: bytes(int), lambda: bytes(10**30), lambda: bytes(b'a', x=1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == views
a = bytearray(b'abcdef')
m = memoryview(a)
print(m[0], m[-1], m[1:3], m[1:3].tobytes(), len(m), m.nbytes, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.obj is a)
m[0] = 65
m[1:3] = b'BC'
m[::2][1] = 33
print(a, m.tolist(), m[::-1].tobytes(), bytes(m[3:]), m == a, m == b'AB!def', m[2:2].tobytes(), list(m), 65 in m, m.hex(), m[::2].hex('-'))
for f in lambda: m.__setitem__(0, 256), lambda: m.__setitem__(0, 'a'), lambda: m.__setitem__(slice(0, 2), b'abc'), lambda: m[10], lambda: m['a'], lambda: memoryview(b'a').__setitem__(0, 1), lambda: memoryview('a'), lambda: memoryview(5), lambda: memoryview(), lambda: a.append(1), lambda: a.__delitem__(0), lambda: a.extend(b'x'), lambda: m.cast('I'), lambda: m.cast('x'), lambda: m.x, lambda: m + m, lambda: hash(m), lambda: m < m:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
m.release()
a.append(103)
print(a)
for f in lambda: m[0], lambda: len(m), lambda: m.tobytes(), lambda: m.tolist(), lambda: m.shape, lambda: bytes(m), lambda: m == m, lambda: repr(m)[:9], lambda: m.release():
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == casts
b = bytes(range(1, 13))
m = memoryview(b)
print(m.cast('H').tolist(), m.cast('I').tolist(), m.cast('b').tolist()[:2], m.cast('B', (3, 4)).tolist(), m.cast('B', [2, 6]).shape)
c = m.cast('B', shape=[3, 4])
print(c[1, 2], c[0, 0], len(c), c.ndim, c.strides, c.tobytes() == b, c.nbytes)
for f in lambda: c[0], lambda: c[5, 0], lambda: m.cast('H', [5]), lambda: c.cast('H'), lambda: m[1:].cast('I'), lambda: m[::2].cast('H'), lambda: c[0:1], lambda: c[1, 2, 3], lambda: m.cast('c')[0], lambda: m.cast('?')[0], lambda: m.cast('H')[0], lambda: m.cast('c').tolist()[:2]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = bytearray(8)
v = memoryview(a).cast('i')
v[0] = -2
v[1] = 7
print(a, v.tolist(), v[0])
try:
    v[0] = 2**31
except ValueError as e:
    print(e)
d = memoryview(a).cast('d')
d[0] = 1.5
print(a.hex(), d.tolist())

# == text to bytes and back
for text in '', 'abc', 'é', '\u20ac', 'a\x00b', '\ufeff':
    for codec in 'utf-8', 'latin-1', 'ascii', 'utf-16-le', 'utf-16', 'utf-32-be', 'cp1252':
        try:
            data = text.encode(codec)
            print(ascii(text), codec, data, data.decode(codec) == text)
        except UnicodeEncodeError as e:
            print(codec, e)
for errors in 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'nothing':
    try:
        print(errors, 'a\xe9\u20ac'.encode('ascii', errors))
    except Exception as e:
        print(errors, type(e).__name__, e)
    try:
        print(errors, ascii(b'a\xff\xe2\x82b'.decode('utf-8', errors)))
    except Exception as e:
        print(errors, type(e).__name__, e)

# == fields of unicode errors
try:
    b'ab\xffcd'.decode()
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args, isinstance(e, ValueError), str(e))
try:
    'ab\u20accd'.encode('latin-1')
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason, isinstance(e, UnicodeError))
try:
    b'\x80' .decode('ascii')
except ValueError as e:
    print(type(e).__name__, e)
try:
    b'a'.decode('utf-16')
except UnicodeError as e:
    print(e)

# == fromhex and hex
print(bytes.fromhex('00 ff  Ab\tcd'), bytearray.fromhex('0a0B'), bytes.fromhex(''), b'\x01\x02\x03\x04\x05'.hex(':', 2), b'\x01\x02\x03'.hex('_', -2), bytearray(b'ab').hex(), memoryview(b'abcd')[::2].hex(), bytes.fromhex(b'6162'))
for f in lambda: bytes.fromhex('0'), lambda: bytes.fromhex('0g'), lambda: bytes.fromhex('00 0'), lambda: bytes.fromhex(5), lambda: bytes.fromhex('é0'), lambda: b'a'.hex(b'::'), lambda: b'a'.hex(''), lambda: b'a'.hex('é'), lambda: bytes.fromhex(), lambda: b'ab'.hex(':', 'x'):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == binascii
import binascii
print(binascii.hexlify(b'ab'), binascii.unhexlify('6162'), binascii.b2a_hex(b'\xff', '-'), binascii.crc32(b'hello'), binascii.b2a_base64(b'hi'), binascii.a2b_base64('aGk='), binascii.b2a_base64(b'hi', newline=False))
for f in lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: binascii.a2b_base64('a'), lambda: binascii.hexlify('x'):
    try:
        print(f())
    except binascii.Error as e:
        print('Error', e)
    except Exception as e:
        print(type(e).__name__, e)

# == types and names
for x in b'', bytearray(), memoryview(b''), iter(b''), iter(bytearray()), iter(memoryview(b'')):
    t = type(x)
    print(t.__name__, t, t.__module__, isinstance(x, t), issubclass(t, object), t.__mro__[-1] is object, callable(t), x.__class__ is t)
print(isinstance(b'', (str, bytes)), isinstance(bytearray(), bytes), issubclass(bytes, (int, bytes)), isinstance(b'', object), type(b'') == bytes, type(b'') is not bytearray, bytes is bytes, bytes.__name__, [c.__name__ for c in bytes.__mro__], bytes.__base__)
print(hasattr(b'', 'append'), hasattr(bytearray(), 'append'), getattr(b'ab', 'upper')(), getattr(b'', 'nope', 'default'), [n for n in dir(bytes) if n.startswith('is')], 'fromhex' in dir(b''))
print(bytes.upper(b'a'), bytes.join(b'-', [b'a', b'b']), bytearray.append.__name__, list(map(bytes.decode, [b'a', b'b'])), sorted([b'B', b'a'], key=bytes.upper), bytes.__len__(b'abc'), bytes.__getitem__(b'abc', 1), bytes.__eq__(b'a', 'a'), bytes.__add__(b'a', b'b'))

# == struct of everything
import struct
for f, values in ('b', (-1,)), ('B', (255,)), ('?', (True,)), ('<h', (-2,)), ('>H', (65535,)), ('<i', (-3,)), ('>I', (2**32 - 1,)), ('<q', (-2**63,)), ('>Q', (2**64 - 1,)), ('<e', (1.5,)), ('<f', (0.1,)), ('>d', (1e300,)), ('3s', (b'ab',)), ('5p', (b'abc',)), ('c', (b'x',)), ('2x', ()), ('<bhiq', (1, 2, 3, 4)), ('=3B', (1, 2, 3)), ('!2H', (1, 2)), ('@bi', (1, 2)), ('0s', (b'',)), ('<2?', (0, 5)):
    packed = struct.pack(f, *values)
    print(f, struct.calcsize(f), packed, struct.unpack(f, packed))
for f in lambda: struct.pack('b', 128), lambda: struct.pack('B', -1), lambda: struct.pack('<H', 1.5), lambda: struct.pack('c', b'ab'), lambda: struct.pack('s', 'a'), lambda: struct.pack('2B', 1), lambda: struct.pack('B', 1, 2), lambda: struct.unpack('<I', b'abc'), lambda: struct.calcsize('z'), lambda: struct.pack('<f', 1e300), lambda: struct.pack('<q', 2**63), lambda: struct.unpack('B', 'a'), lambda: struct.pack('?'), lambda: struct.Struct('<H').pack(), lambda: struct.pack('<d', 'x'):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = struct.Struct('<HB')
print(s.format, s.size, s.unpack_from(b'\0\1\2\3', 1), s.unpack(memoryview(b'abc')))

# == printing
print(b'a', bytearray(b'b'), [b'c'], (b'd',), {b'e': b'f'}, {b'g'}, sep='|', end='!\n')
print(*b'ab', *[b'c'])
print(str(b'a') + repr(b'"'), b"it's", b'"', b'\'"', b'\\', b'\t\n\r\x00\x7f\x80\xff', bytearray(b"'"), ascii(b'\xe9'))
print([memoryview(b'a').tobytes()], str([bytearray(b'x')]), str((b'',)), repr({b'k': bytearray()}))

# == iteration protocol of a program
class Chunks:
    def __init__(self, data, n):
        self.data, self.n, self.at = data, n, 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.at >= len(self.data):
            raise StopIteration
        piece = self.data[self.at:self.at + self.n]
        self.at += self.n
        return piece
print(list(Chunks(b'abcdefg', 3)), b'/'.join(Chunks(bytearray(b'wxyz'), 2)), [len(c) for c in Chunks(memoryview(b'abc'), 2)], bytes(Chunks([1, 2, 3, 4], 1) and [5]), max(Chunks(b'axbz', 2)))
class Old:
    def __getitem__(self, i):
        return [10, 20, 30][i]
    def __len__(self):
        return 3
print(list(iter(Old())), 20 in Old())
try:
    print(bytes(Old()), bytearray(Old()))
except TypeError as e:
    print(e)
class Buf:
    def __init__(self):
        self.b = bytearray(b'mem')
    def __buffer__(self, flags):
        return memoryview(self.b)
x = Buf()
print(bytes(x), b'a' + x, bytearray(x), memoryview(x).tolist(), b'em' in b'' + bytes(x), b'-'.join([x, b'q']), b'mem'.startswith(bytes(x)), b'amem'.find(x), x.b)
class Conv:
    def __bytes__(self):
        return b'conv'
print(bytes(Conv()), b'%b' % Conv())
for f in lambda: b'a' + Conv(), lambda: bytearray(Conv()), lambda: b''.join([Conv()]):
    try:
        print(f())
    except TypeError as e:
        print(e)
class Wrong:
    def __bytes__(self):
        return 'text'
try:
    bytes(Wrong())
except TypeError as e:
    print(e)

# == states of iterators
import copy
for make in bytes, bytearray:
    i = iter(make(b'abcde'))
    print(i.__length_hint__(), next(i), i.__length_hint__(), next(i))
    i.__setstate__(1)
    print(next(i), i.__length_hint__(), list(i), i.__length_hint__(), next(i, 'end'))
    i.__setstate__(0)
    print(list(i))
    j = iter(make(b'xyz'))
    j.__setstate__(-5)
    print(list(j))
    j = iter(make(b'xyz'))
    j.__setstate__(50)
    print(list(j), i.__reduce__()[1:], iter(make(b'q')).__reduce__()[1:])
    k = iter(make(b'hello'))
    next(k)
    print(k.__reduce__()[1:], bytes(k), k.__reduce__()[1:], iter(k) is k, type(k).__name__)
a = bytearray(b'abc')
i = iter(a)
print(next(i), next(i))
del a[1:]
print(next(i, 'end'))
a += b'zzzz'
print(next(i, 'end'), list(i))
i = iter(a)
next(i)
a[1] = 65
print(next(i), i.__length_hint__())
a.clear()
print(i.__length_hint__(), next(i, None))
i = iter(b'abc')
print(97 in i, 98 in i, 120 in i, list(i), [x for x in iter(b'')], max(iter(b'ab')), b'' .join(map(bytes, [[x] for x in iter(b'de')])))
try:
    type(iter(b''))()
except TypeError as e:
    print(e)
try:
    iter(b'a').__setstate__('x')
except TypeError as e:
    print(e)
i = iter(b'ab')
print(list(zip(i, i)), list(enumerate(iter(bytearray(b'q')))), sum(iter(b'\1\2')), sorted(iter(b'ba')), tuple(iter(b'a')), set(iter(b'aa')), bytes(iter(b'ab')), bytearray(iter(bytearray(b'cd'))))
x, y = iter(b'hi')
print(x, y, hash(i) == hash(i), i == i, i == iter(b''), bool(i), str(i)[:21])
# == copies by __getnewargs__, __getstate__ and __reduce__
import copy
class B(bytes):
    def __new__(cls, data, tag=0):
        self = bytes.__new__(cls, data)
        self.tag = tag
        return self
    def __getnewargs__(self):
        return (bytes(self), 7)
    def __getstate__(self):
        return None
class S(bytearray):
    def __getstate__(self):
        return {'kept': 5}
class R(bytes):
    def __reduce__(self):
        return (bytearray, (b'r',))
b = B(b'ab', 3)
print(b.__reduce_ex__(2)[1][1:], b.__getnewargs__())
c = copy.copy(b)
print(type(c).__name__, c, c.tag, c is b)
s = S(b'x')
s.other = 1
t = copy.copy(s)
print(type(t).__name__, t, t.kept, hasattr(t, 'other'))
print(copy.copy(R(b'q')), copy.deepcopy(R(b'q')))
u = copy.deepcopy(s)
print(u.kept, u)
