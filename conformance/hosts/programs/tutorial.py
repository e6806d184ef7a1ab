"""Short programs such as tutorials show; `expected/tutorial.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == making bytes
empty = bytes()
five = bytes(5)
print(empty, five, len(empty), len(five))
print(bytes([72, 101, 108, 108, 111]))
print(bytes('naïve café', 'utf-8'))
print(bytes(range(65, 75)), bytes(b'copy'), bytes((1, 2, 3)), bytes({7}))

# == literals
print(b'plain', b"it's", b'say "hi"', b'both \' and "', b'\x00\x01\x7f\x80\xff')
print(b'tab\there', b'line\nbreak', b'\r\\', b'\a\b\f\v\0', b'\101\60')
print(rb'raw\n', Rb'\x41', b'''triple
line''', b'joined ' b'together')

# == bytes do not change
data = b'hello'
try:
    data[0] = 72
except TypeError as e:
    print('TypeError:', e)
try:
    del data[0]
except TypeError as e:
    print('TypeError:', e)
try:
    data.append(33)
except AttributeError as e:
    print('AttributeError:', e)
print(data)

# == a bytearray changes
ba = bytearray(b'hello')
ba[0] = 72
ba.append(33)
ba.extend(b'!!')
ba += b' bye'
ba.insert(0, 62)
print(ba, len(ba))
print(ba.pop(), ba.pop(0), ba)
ba.remove(33)
ba.reverse()
print(ba)
ba.clear()
print(ba, bool(ba))

# == indexing gives ints, slicing gives bytes
b = b'Python'
print(b[0], b[-1], b[0:1], b[2:], b[:-2], b[::2], b[::-1], type(b[0]), type(b[0:1]))
for i in (6, -7):
    try:
        print(b[i])
    except IndexError as e:
        print(e)
try:
    bytearray(b)[6]
except IndexError as e:
    print(e)

# == slices of a bytearray
ba = bytearray(range(10))
ba[2:5] = b'ABC'
print(ba)
ba[2:5] = b''
print(ba)
ba[::2] = b'wxyz'
print(ba)
del ba[1::2]
print(ba)
ba[1:1] = [1, 2, 3]
ba[len(ba):] = b'end'
print(ba)
try:
    ba[::2] = b'too long by far'
except ValueError as e:
    print(e)

# == looping over bytes
for value in b'abc':
    print(value, chr(value), hex(value))
print([x + 1 for x in b'HAL'], bytes(x + 1 for x in b'HAL'))
print(list(enumerate(b'xy')), list(zip(b'ab', b'cd')), list(reversed(b'abc')), sum(b'\x01\x02'))
print(min(b'hello'), max(b'hello'), sorted(b'hello'), all(b'ab'), any(b'\0\0'))

# == encode and decode
text = 'Zürich – 東京'
for codec in ('utf-8', 'utf-16', 'utf-16-le', 'utf-32-be'):
    raw = text.encode(codec)
    print(codec, len(raw), raw, raw.decode(codec) == text)
print('abc'.encode(), b'abc'.decode(), 'ÿ'.encode('latin-1'), b'\xff'.decode('latin-1'))
print('€'.encode('ascii', 'ignore'), '€'.encode('ascii', 'replace'), '€'.encode('ascii', 'xmlcharrefreplace'),
      '€'.encode('ascii', 'backslashreplace'))
print(b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('ascii', errors='replace') == 'a\ufffdb', b'a\xffb'.decode(errors='backslashreplace'))

# == errors of encoding and decoding
for data, codec in ((b'\x80abc', 'utf-8'), (b'abc\xe4', 'utf-8'), (b'\xc3', 'utf8'), (b'a\xe9', 'ascii'), (b'abc', 'utf-16'), (b'x', 'no-such')):
    try:
        print(data.decode(codec))
    except UnicodeDecodeError as e:
        print('UnicodeDecodeError:', e)
    except LookupError as e:
        print('LookupError:', e)
for codec in ('ascii', 'latin-1'):
    try:
        'héllo €'.encode(codec)
    except UnicodeEncodeError as e:
        print(e, '|', e.start, e.end, e.reason, e.encoding)

# == searching
b = b'the quick brown fox jumps over the lazy dog'
print(b.find(b'quick'), b.find(b'cat'), b.rfind(b'the'), b.index(b'fox'), b.count(b'o'), b.count(b'the'))
print(b.find(b'the', 1), b.find(b'the', 1, 10), b.find(101), b.startswith(b'the'), b.endswith((b'cat', b'dog')))
print(b'fox' in b, b'cat' in b, 113 in b, 0 in b, b.startswith(b'quick', 4))
try:
    b.index(b'cat')
except ValueError as e:
    print(e)
try:
    print('fox' in b)
except TypeError as e:
    print(e)

# == splitting and joining
print(b'a,b,,c'.split(b','), b'  a  b c '.split(), b'a,b,c'.split(b',', 1), b'a,b,c'.rsplit(b',', maxsplit=1))
print(b'k=v=w'.partition(b'='), b'k=v=w'.rpartition(b'='), b'kv'.partition(b'='))
print(b'one\ntwo\r\nthree\rfour'.splitlines(), b'one\ntwo\n'.splitlines(keepends=True), b'one\ntwo\n'.splitlines(True))
print(b', '.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join([]), bytearray(b'-').join([b'x', b'y']))
for bad in (['a'], [1], [b'a', None]):
    try:
        b''.join(bad)
    except TypeError as e:
        print(e)

# == changing case and stripping
print(b'Hello World'.upper(), b'Hello'.lower(), b'hello world'.title(), b'hELLO'.capitalize(), b'Ab'.swapcase())
print(b'  x '.strip(), b'xxaxx'.strip(b'x'), b'  x '.lstrip(), b'  x '.rstrip(), b'www.example.com'.strip(b'cmowz.'))
print(b'abc'.center(9, b'*'), b'abc'.ljust(6, b'.'), b'abc'.rjust(6), b'42'.zfill(5), b'-42'.zfill(5), b'a\tb'.expandtabs(4))
print(b'abc'.isalpha(), b'123'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b'A'.isupper(), b'a'.islower(), b'Ab Cd'.istitle(), b'\x80'.isascii())

# == replacing and translating
print(b'spam eggs spam'.replace(b'spam', b'ham'), b'aaa'.replace(b'a', b'b', 2), b'abc'.replace(b'', b'-'), b'aaaa'.replace(b'aa', b'b', count=1))
table = bytes.maketrans(b'abc', b'xyz')
print(b'aabbcc'.translate(table), b'hello'.translate(None, b'l'), b'hello'.translate(None, delete=b'eo'), len(table))
print(b'TestCase'.removeprefix(b'Test'), b'name.py'.removesuffix(b'.py'), b'x'.removeprefix(b'y'))

# == hex and back
b = b'\xde\xad\xbe\xef'
print(b.hex(), b.hex(':'), b.hex('-', 2), b.hex(sep=' ', bytes_per_sep=-3), bytes.fromhex('dead beef'), bytearray.fromhex('00ff'))
for bad in ('zz', 'abc', '1 2', '0x12'):
    try:
        bytes.fromhex(bad)
    except ValueError as e:
        print(e)
print(memoryview(b).hex(), bytes.fromhex(b'6162'))

# == ints to bytes and back
print((1024).to_bytes(2, 'big'), (1024).to_bytes(2, 'little'), (255).to_bytes(), (-1).to_bytes(2, 'big', signed=True))
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x00\x04', byteorder='little'), int.from_bytes(b'\xff', 'big', signed=True), int.from_bytes([1, 0]))
for n, length in ((256, 1), (-1, 4)):
    try:
        n.to_bytes(length, 'big')
    except OverflowError as e:
        print(e)
try:
    (1).to_bytes(1, 'middle')
except ValueError as e:
    print(e)
print(int(b'42'), int(b' -7 '), int(b'ff', 16), float(b'2.5'), int(bytearray(b'9')))

# == comparing
print(b'a' < b'b', b'a' < b'ab', b'abc' == bytearray(b'abc'), b'abc' == 'abc', b'a' != b'a', b'' < b'\0', b'b' >= b'a')
print(b'a' < b'b' < b'c', b'a' == b'a' != b'b', max(b'b', b'a'), sorted([b'b', b'B', b'a', b'']))
try:
    print(b'a' < 'b')
except TypeError as e:
    print(e)
try:
    print(bytearray(b'a') >= 5)
except TypeError as e:
    print(e)

# == adding and multiplying
print(b'ab' + b'cd', b'ab' * 3, 2 * b'x', b'ab' * 0, b'ab' * -1, b'a' + bytearray(b'b'), bytearray(b'a') + b'b')
for f in (lambda: b'a' + 'b', lambda: b'a' + 1, lambda: 'a' + b'b', lambda: b'a' * b'b', lambda: b'a' - b'b', lambda: b'a' * 1.5):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == formatting bytes
print(b'%s is %d years' % (b'Ann', 30), b'%x %X %o' % (255, 255, 8), b'%05d|%-5d|%+d' % (42, 42, 42), b'%c%c' % (65, b'B'), b'%%')
print(b'%.2f %e %g' % (3.14159, 12345.678, 0.0001), b'%r %a' % ('é', b'x'), b'%b' % bytearray(b'y'), b'%(a)s-%(b)03d' % {b'a': b'A', b'b': 5})
print(bytearray(b'%d') % 5, b'%*d' % (5, 42), b'%.3s' % b'abcdef', b'%#x' % 255)
for f in (lambda: b'%d' % 'x', lambda: b'%s' % 'x', lambda: b'%d', lambda: b'%d %d' % 1, lambda: b'%d' % (1, 2), lambda: b'%c' % 256, lambda: b'%z' % 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == a memoryview
ba = bytearray(b'ABCDEF')
mv = memoryview(ba)
print(mv[0], mv[-1], bytes(mv[1:3]), mv.tolist(), mv.tobytes(), len(mv), mv.nbytes)
mv[0] = 97
mv[1:3] = b'bc'
print(ba)
print(mv.format, mv.itemsize, mv.ndim, mv.shape, mv.strides, mv.readonly, mv.contiguous)
try:
    mv[0:2] = b'xyz'
except ValueError as e:
    print(e)
try:
    ba.append(1)
except BufferError as e:
    print(e)
mv.release()
ba.append(71)
print(ba)
try:
    mv[0]
except ValueError as e:
    print(e)

# == a readonly memoryview
mv = memoryview(b'abc')
print(mv.readonly, hash(mv) == hash(b'abc'), mv == b'abc', mv.obj)
try:
    mv[0] = 1
except TypeError as e:
    print(e)
print(memoryview(bytearray(b'x')).toreadonly().readonly)
try:
    hash(memoryview(bytearray(b'x')))
except ValueError as e:
    print(e)
try:
    memoryview('text')
except TypeError as e:
    print(e)

# == with memoryview
data = bytearray(b'0123456789')
with memoryview(data) as view:
    with view[2:5] as part:
        part[:] = b'abc'
    print(view.tobytes())
data.extend(b'!')
print(data)
try:
    view.tolist()
except ValueError as e:
    print(e)

# == casting
ba = bytearray(8)
mv = memoryview(ba).cast('H')
mv[0] = 0x1234
mv[3] = 65535
print(ba, mv.tolist(), mv.itemsize, mv.format, len(mv))
for code in 'bBhHiIqQfd':
    print(code, memoryview(ba).cast(code).tolist())
grid = memoryview(bytes(range(12))).cast('B', shape=[3, 4])
print(grid[1, 2], grid.tolist(), grid.shape, grid.strides, grid.ndim)
try:
    memoryview(bytes(7)).cast('I')
except TypeError as e:
    print(e)
try:
    mv.cast('I')
except TypeError as e:
    print(e)

# == struct
import struct
packet = struct.pack('>BHI', 1, 2, 3)
print(packet, struct.unpack('>BHI', packet), struct.calcsize('>BHI'), struct.calcsize('BHI'))
print(struct.pack('<4s?d', b'ab', True, 1.5), struct.unpack('<hh', b'\xff\xff\x01\x00'))
buf = bytearray(8)
struct.pack_into('<I', buf, 4, 0xdeadbeef)
print(buf, struct.unpack_from('<I', buf, 4), list(struct.iter_unpack('<H', b'\1\0\2\0')))
s = struct.Struct('<hb')
print(s.size, s.format, s.pack(1, 2), s.unpack(b'\1\0\2'))
for f in (lambda: struct.pack('B', 256), lambda: struct.unpack('I', b'abc'), lambda: struct.pack('I'), lambda: struct.pack('z', 1), lambda: struct.pack('h', 'x'), lambda: struct.unpack_from('I', b'abcd', 2)):
    try:
        print(f())
    except struct.error as e:
        print(e)

# == array
from array import array
a = array('i', [1, 2, 3])
a.append(4)
a.extend([5, 6])
print(a, a[0], a[-1], a[1:3], len(a), a.itemsize, a.typecode, a.tolist())
a[0] = 10
a.insert(1, 99)
print(a.pop(), a.index(99), a.count(3), a.tobytes()[:8])
a.remove(99)
a.reverse()
print(a, 10 in a, [x * 2 for x in a], array('B', b'abc').tobytes(), array('d', (1, 2.5)))
for f in (lambda: a.append('x'), lambda: array('b', [200]), lambda: a.append(1.5), lambda: array('y')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

# == BytesIO
import io
f = io.BytesIO(b'line one\nline two\nlast')
print(f.read(4), f.tell(), f.readline(), f.readlines(), f.read(), f.seek(0), f.read(1))
f.seek(0, 2)
f.write(b'!')
print(f.getvalue(), f.tell(), f.readable(), f.writable(), f.seekable(), f.closed)
f.seek(5)
f.truncate()
print(f.getvalue(), f.getbuffer()[0])
with io.BytesIO() as g:
    g.write(b'abc')
    g.writelines([b'd', b'e'])
    print(g.getvalue())
try:
    g.read()
except ValueError as e:
    print(e)
for line in io.BytesIO(b'a\nb\n'):
    print(line)

# == bytes as keys
d = {b'one': 1, b'two': 2}
d[b'three'] = 3
print(d, d[b'two'], b'one' in d, 'one' in d, d.get(b'x', 0), sorted(d))
s = {b'a', b'b', b'a'}
print(len(s), sorted(s), b'a' in s, hash(b'a') == hash(bytes([97])))
try:
    {bytearray(b'x'): 1}
except TypeError as e:
    print(str(e).replace("cannot use 'bytearray' as a dict key (unhashable type: 'bytearray')", 'unhashable'))
try:
    hash(bytearray())
except TypeError as e:
    print(e)

# == str of bytes
print(str(b'abc'), str(b'abc', 'utf-8'), str(b'\xff', 'latin-1'), str(b'a\xff', 'ascii', 'replace') == 'a\ufffd', repr(b'x'), str(bytearray(b'q')))
print(f'{b"x"}', f'{b"x"!r}', '{}'.format(b'y'), '%s' % b'z', f"{bytearray(b'w')!s}", str(object=b'k', encoding='ascii'))
try:
    print(f'{b"x":>5}')
except TypeError as e:
    print(e)
try:
    str(b'\xff', 'utf-8')
except UnicodeDecodeError as e:
    print(e)
try:
    str('text', 'utf-8')
except TypeError as e:
    print(e)

# == printing containers
print([b'a', bytearray(b'b'), None, 1.5], (b'a',), {b'k': bytearray(b'v')}, [[b'x'], (b'y', [b'z'])])
print([b"it's"], [b'\n'], {'b': b'\\'}, {b'only'})
print(b'a', b'b', sep=', ', end='!\n')
print(repr([bytes(2), bytearray(2)]), str((b'',)))

# == is it bytes
for x in (b'a', bytearray(b'a'), memoryview(b'a'), 'a', [97], 97):
    print(isinstance(x, bytes), isinstance(x, bytearray), isinstance(x, (bytes, bytearray, memoryview)), type(x).__name__)
print(issubclass(bytes, object), issubclass(bytearray, bytes), type(b'') is bytes, bytes.__name__, bytes.__mro__)

# == copies
a = bytearray(b'abc')
b = a
c = a.copy()
d = a[:]
e = bytearray(a)
a.append(100)
print(a, b, c, d, e, b is a, c is a, c == d == e)
x = b'abc'
print(bytes(x) is x, x[:] is x, x[:] == x)

# == unpacking bytes
a, b, c = b'abc'
print(a, b, c)
first, *rest = b'hello'
print(first, rest, bytes(rest))
print([*b'ab', *bytearray(b'cd')], (*b'x',), {*b'aab'} == {97, 98})
def f(*args, **kw):
    return args, kw
print(f(*b'abc'), max(*b'az'))
try:
    a, b = b'abc'
except ValueError as e:
    print('ValueError')

# == truth and ternaries
for x in (b'', b'\0', bytearray(), bytearray(1), memoryview(b''), memoryview(b'a')):
    print('full' if x else 'empty', bool(x), not x, x and 1 == 1 or 0)
print(b'' or b'default', b'a' and b'b', None or bytearray(b'x'))
