"""Short programs about each type, one corner at a time; `expected/corners.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == keyword arguments of bytes methods
print(b'a b c'.split(maxsplit=1), b'a-b-c'.split(sep=b'-', maxsplit=1), b'a b'.rsplit(sep=None), b'x\ty'.expandtabs(tabsize=2))
print(b'ab'.decode(encoding='ascii', errors='strict'), b'ab'.hex(sep=':'), b'abc'.translate(None, delete=b'b'), bytes(source='é', encoding='utf-8', errors='strict'))
for f in (lambda: b'a'.split(separator=b'x'), lambda: b'a'.find(sub=b'a'), lambda: b'a'.decode(codec='x'), lambda: b'a'.upper(1), lambda: b'a'.split(b',', maxsplit=1, sep=b','), lambda: b'a'.count(), lambda: b'a'.replace(b'a')):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == constructors that fail
for cls in (bytes, bytearray):
    for args in ((1.5,), ('a',), (-1,), ([256],), ([-1],), (['a'],), (None,), (object,), ('a', 'utf-8', 'strict', 1), (b'a', 'utf-8'), (3, 'ascii')):
        try:
            print(cls(*args))
        except Exception as e:
            print(cls.__name__, type(e).__name__, e)

# == append, extend, insert with bad values
ba = bytearray(b'ab')
for f in (lambda: ba.append(256), lambda: ba.append(-1), lambda: ba.append('a'), lambda: ba.append(b'a'), lambda: ba.extend(5), lambda: ba.extend('ab'), lambda: ba.extend([1, 300]), lambda: ba.insert('0', 1), lambda: ba.insert(0, 256), lambda: ba.remove(1), lambda: ba.pop(9), lambda: ba.__setitem__(0, 256), lambda: ba.__setitem__(9, 1), lambda: bytearray().pop()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(ba)

# == bad subscripts
for x in (b'abc', bytearray(b'abc'), memoryview(b'abc')):
    for key in ('a', 1.0, None, b'', (0, 1), [0]):
        try:
            print(x[key])
        except Exception as e:
            print(type(e).__name__, e)

# == find with bounds
b = b'abcabcabc'
print(b.find(b'c', 3), b.find(b'c', -1), b.find(b'a', -3, -1), b.find(b'', 9), b.find(b'', 10), b.rfind(b'b', 0, 5), b.rfind(b''), b.index(99), b.rindex(b'ab'))
print(b.count(b'a', 1), b.count(b''), b.count(98, 2, 8), b.find(b'b', None, None), b.startswith(b'', 10), b.endswith(b'c', 0, 3), b.endswith(b'', 4, 2))
for f in (lambda: b.find('a'), lambda: b.find(256), lambda: b.find(None), lambda: b.index(b'x'), lambda: b.rindex(b'x'), lambda: bytearray(b).index(b'x'), lambda: b.startswith('a'), lambda: b.endswith([b'a']), lambda: b.startswith((b'a', 'b')), lambda: b.startswith((b'x', 'b')), lambda: b.count([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == bytearray as a list
ba = bytearray(b'hello')
print(ba.count(b'l'), ba.index(b'l'), ba.pop(), ba.pop(-2), ba)
ba *= 2
print(ba, ba * 2, ba.__contains__(104), ba.copy() is ba)
ba += b'xyz'
ba.extend([1, 2])
ba.extend(b for b in b'gen')
print(ba)
try:
    ba += [1]
except TypeError as e:
    print(e)
try:
    ba += 5
except TypeError as e:
    print(e)
try:
    ba += 'text'
except TypeError as e:
    print(e)
del ba[0], ba[-1]
del ba[2:5]
print(ba)
ba[:] = b''
print(ba, len(ba))

# == bytearray slices with steps
for s in (slice(None, None, 2), slice(1, None, 3), slice(None, None, -1), slice(5, 1, -2), slice(3, 3), slice(8, 2)):
    ba = bytearray(b'0123456789')
    n = len(ba[s])
    ba[s] = b'x' * n
    other = bytearray(b'0123456789')
    del other[s]
    print(s, ba, other, b'0123456789'[s])

# == slice assignment from many sources
for source in (b'XY', bytearray(b'XY'), memoryview(b'XY'), [88, 89], (88, 89), range(88, 90), iter([88, 89]), {88: 1, 89: 2}, (c for c in b'XY')):
    ba = bytearray(b'abcdef')
    ba[1:4] = source
    print(type(source).__name__, ba)
for bad in (5, 'XY', [300], [b'x'], None, 1.5):
    ba = bytearray(b'abcdef')
    try:
        ba[1:4] = bad
        print(ba)
    except Exception as e:
        print(type(e).__name__, e, ba)

# == resizing under a view
ba = bytearray(b'abc')
m = memoryview(ba)
for name, f in (('append', lambda: ba.append(1)), ('extend', lambda: ba.extend(b'x')), ('pop', lambda: ba.pop()), ('clear', lambda: ba.clear()), ('insert', lambda: ba.insert(0, 1)), ('remove', lambda: ba.remove(97)), ('del', lambda: ba.__delitem__(0)), ('slice', lambda: ba.__setitem__(slice(0, 1), b'xx')), ('iadd', lambda: ba.__iadd__(b'x')), ('imul', lambda: ba.__imul__(2))):
    try:
        f()
        print(name, 'went')
    except BufferError as e:
        print(name, e)
ba[0:1] = b'Z'
ba.reverse()
print(ba, m.tobytes())
m.release()
ba.clear()
print(ba)

# == memoryview attributes and methods
m = memoryview(bytearray(range(24))).cast('H', [3, 4])
print(m.shape, m.strides, m.suboffsets, m.ndim, m.nbytes, m.itemsize, m.format, m.c_contiguous, m.f_contiguous, m.contiguous, len(m))
print(m.tolist(), m.tobytes('F').hex(), m.tobytes(order='C') == m.tobytes())
print(m.obj[:3], m.hex(), memoryview(b'ab').count(97), memoryview(b'abca').index(97, 1))
for name in ('nothing', 'append'):
    try:
        getattr(m, name)
    except AttributeError as e:
        print(e)
try:
    m.format = 'B'
except AttributeError as e:
    print('AttributeError')

# == memoryview slices of slices
data = bytearray(range(20))
m = memoryview(data)
a = m[2:18]
b = a[::3]
c = b[::-1]
print(list(a), list(b), list(c), b.strides, c.strides, b.contiguous, c.tobytes())
c[0] = 255
b[1:3] = b'zz'
print(data)
try:
    b.cast('H')
except TypeError as e:
    print(e)
print(m[::-1][::-1] == m, m[5:2].tolist(), m[:0].nbytes)

# == comparing memoryviews
from array import array
print(memoryview(b'ab') == memoryview(bytearray(b'ab')), memoryview(b'ab') == b'ab', b'ab' == memoryview(b'ab'), memoryview(b'ab') != 'ab')
print(memoryview(array('i', [1, 2])) == memoryview(array('h', [1, 2])), memoryview(b'\1\0') == memoryview(b'\1\0').cast('H'), memoryview(array('d', [float('nan')])) == array('d', [float('nan')]))
m = memoryview(b'ab')
m.release()
print(m == m, m == memoryview(b'ab'), m != b'ab')
try:
    memoryview(b'a') < memoryview(b'b')
except TypeError as e:
    print(e)

# == multi-dimensional views
m = memoryview(bytes(range(24))).cast('B', [2, 3, 4])
print(m[1, 2, 3], m[0, 0, 0], m[-1, -1, -1], len(m), m.shape)
for key in ((0, 0), 0, slice(0, 1), (2, 0, 0), (0, 3, 0), (0, 0, 0, 0), (slice(0, 1), 0, 0), ('a', 0, 0)):
    try:
        print(m[key])
    except Exception as e:
        print(type(e).__name__, e)
try:
    list(m)
except NotImplementedError as e:
    print(e)
z = memoryview(b'\x2a').cast('B', [])
print(z.shape, z.ndim, z[()], z.tolist(), z.nbytes)
try:
    len(z)
except TypeError as e:
    print(e)

# == casts and formats
for fmt in ('c', 'b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'n', 'N', 'f', 'd', '?', 'e'):
    m = memoryview(bytes(range(16))).cast(fmt)
    print(fmt, m.itemsize, len(m), m[0], m[-1])
for bad in ('x', '<i', '2B', '', 's', 5, '@i'):
    try:
        print(memoryview(bytes(8)).cast(bad).format)
    except Exception as e:
        print(type(e).__name__, e)

# == writing items of every format
for fmt, value, bad in (('b', -128, 128), ('B', 255, 256), ('h', -5, 40000), ('I', 7, -1), ('q', -2 ** 40, 2 ** 63), ('f', 1.5, 'x'), ('d', -0.0, None), ('?', 3, None), ('c', b'z', 90)):
    m = memoryview(bytearray(16)).cast(fmt)
    m[1] = value
    print(fmt, m[1], end=' ')
    try:
        m[0] = bad
        print(m[0])
    except Exception as e:
        print(type(e).__name__, e)

# == the repr of everything
import io, struct, array
print(repr(b''), repr(bytearray()), repr(array.array('i')), repr(array.array('B', b'ab')), repr(array.array('d', [1.5, 2])))
print(repr(memoryview(b'a'))[:13], repr(io.BytesIO())[:12], repr(struct.Struct('<i')), type(memoryview(b'')), type(array.array('b')), type(io.BytesIO()), type(struct.Struct('b')))
m = memoryview(b'')
m.release()
print(repr(m)[:17], type(iter(b'')).__name__, type(iter(bytearray())).__name__, type(iter(memoryview(b''))).__name__)

# == iterators
it = iter(b'abc')
print(next(it), list(it), next(it, 'done'), iter(it) is it)
ba = bytearray(b'abc')
out = []
for x in ba:
    out.append(x)
    if len(ba) < 6:
        ba.append(x + 1)
print(out, ba)
r = reversed(bytearray(b'xyz'))
print(next(r), list(r), list(reversed(memoryview(b'abc'))))
try:
    next(iter(b''))
except StopIteration as e:
    print('stop', e.args)
print(it.__length_hint__(), iter(b'abcd').__length_hint__())

# == array corners
from array import array
a = array('h', [1, -2, 3])
print(a + array('h', [4]), a * 2, a[::-1], a == array('i', [1, -2, 3]), a < array('h', [2]), a.buffer_info()[1], bytes(a))
a[1:2] = array('h', [7, 8, 9])
del a[0]
a.byteswap()
print(a, a.tobytes())
a.frombytes(b'\1\0')
a.fromlist([5])
print(a.tolist(), memoryview(a).tolist(), a.index(5), a.itemsize)
for f in (lambda: a.frombytes(b'x'), lambda: a + [1], lambda: a + array('b'), lambda: a.index(99), lambda: a.remove(99), lambda: a.pop(50), lambda: array('h', 'text'), lambda: array('h', [1.5]), lambda: array(), lambda: array('h', [70000])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == arrays of text and floats
from array import array
u = array('w', 'héllo')
print(u, u.tounicode(), u[1], len(u), u.itemsize)
f = array('f', [0.1, 2])
print(f.tolist(), array('d', [0.1]).tolist(), f.typecode)
import array as arr
print(arr.typecodes, arr.ArrayType is arr.array)

# == BytesIO corners
import io
f = io.BytesIO(b'0123456789')
buf = bytearray(4)
print(f.readinto(buf), buf, f.read1(2), f.read(-1), f.read(), f.seek(-3, 2), f.read(), f.seek(2), f.seek(2, 1), f.tell())
f.seek(12)
f.write(b'x')
print(f.getvalue())
view = f.getbuffer()
try:
    f.write(b'y' * 20)
except BufferError as e:
    print(e)
view[0] = 65
view.release()
print(f.getvalue()[:3], f.truncate(2), f.getvalue())
for call in (lambda: f.seek(-1), lambda: f.seek(0, 9), lambda: f.write('text'), lambda: f.read('x'), lambda: f.truncate(-1), lambda: io.BytesIO('x'), lambda: f.seek(1.5)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
f.close()
print(f.closed)
try:
    f.getvalue()
except ValueError as e:
    print(e)

# == lines of a stream
import io
f = io.BytesIO(b'one\ntwo\nthree')
print(f.readline(2), f.readline(), next(f), list(f), f.readlines())
f.seek(0)
print(f.readlines(5), [line.rstrip() for line in f])
f.seek(0)
for n, line in enumerate(f, 1):
    print(n, line)
print(f.isatty(), f.readline())

# == struct formats
import struct
for fmt, args in (('<b', (-1,)), ('>H', (1,)), ('<3h', (1, 2, 3)), ('=i', (-5,)), ('!Q', (2 ** 40,)), ('<f', (0.5,)), ('<d', (0.1,)), ('<e', (1.5,)), ('5s', (b'abc',)), ('5p', (b'abc',)), ('?', ([],)), ('c', (b'x',)), ('<xHx', (7,)), ('0s', (b'',)), ('2c', (b'a', b'b')), ('@bh', (1, 2)), ('<n', (1,))):
    try:
        raw = struct.pack(fmt, *args)
        print(fmt, raw, struct.unpack(fmt, raw), struct.calcsize(fmt))
    except struct.error as e:
        print(fmt, e)

# == struct errors
import struct
for f in (lambda: struct.pack('<b', 128), lambda: struct.pack('<B', -1), lambda: struct.pack('<q', 2 ** 63), lambda: struct.pack('<i', 1.0), lambda: struct.pack('<f', 'a'), lambda: struct.pack('<c', b'ab'), lambda: struct.pack('<s', 'a'), lambda: struct.pack('<f', 1e40), lambda: struct.pack('<i', None), lambda: struct.pack('<i', 1, 2), lambda: struct.unpack('<i', b'12345'), lambda: struct.unpack_from('<i', b'123'), lambda: struct.pack_into('<i', b'1234', 0, 1), lambda: struct.pack_into('<i', bytearray(3), 0, 1), lambda: struct.pack_into('<i', bytearray(8), 6, 1), lambda: list(struct.iter_unpack('<i', b'12345')), lambda: struct.Struct(5), lambda: struct.calcsize('9'), lambda: struct.unpack('<i', 'abcd')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == floats in memory
import struct
for x in (0.0, -0.0, 1.0, float('inf'), float('-inf'), 3.141592653589793, 1e-300, 5e-324):
    raw = struct.pack('>d', x)
    print(raw.hex(), struct.unpack('>d', raw)[0], struct.unpack('<d', raw[::-1])[0] == x)
print(struct.unpack('>f', b'\x40\x49\x0f\xdb'), struct.pack('<f', 0.1), struct.unpack('<d', bytes(8)))

# == ints of all sizes
import struct
for n in (1, 2, 4, 8):
    print(int.from_bytes(b'\xff' * n, 'little'), int.from_bytes(b'\xff' * n, 'big', signed=True), (2 ** (8 * n) - 1).to_bytes(n, 'big'))
print(struct.unpack('<Q', b'\xff' * 8), struct.unpack('<q', b'\0' * 7 + b'\x80'), 2 ** 64 - 1 == struct.unpack('<Q', b'\xff' * 8)[0])
print(int.from_bytes(b'\x01' * 12, 'big'), (10 ** 20).to_bytes(9, 'little'), memoryview(b'\xff' * 8).cast('Q')[0])

# == hash and equality
print(hash(b'') == hash(b''), hash(b'abc') == hash(bytes(bytearray(b'abc'))), hash(memoryview(b'abc')) == hash(b'abc'), {b'a': 1} == {bytes([97]): 1}, {b'a': 1}.get('a'))
print(b'a' in [b'a'], b'a' in (bytearray(b'a'),), bytearray(b'a') in [b'a'], [b'a', b'b'].index(bytearray(b'b')), [b'a'] == [bytearray(b'a')], (b'a', 1) < (b'a', 2), [b'b', b'a', b'c'].index(b'a'))
for x in (bytearray(), [b'a'], {}):
    try:
        hash(x)
    except TypeError as e:
        print(e)

# == the table of translate
print(bytes.maketrans(b'', b'') == bytes(range(256)), bytearray.maketrans(b'a', b'b')[97])
for f in (lambda: bytes.maketrans(b'ab', b'c'), lambda: b'a'.translate(b'short'), lambda: b'a'.translate('x' * 256), lambda: b'a'.translate(1), lambda: bytes.maketrans('a', 'b')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# == class methods and statics through instances
print(b''.fromhex('4142'), bytearray(b'').fromhex('43'), b''.maketrans(b'a', b'b')[97], bytes.upper(b'x'), bytearray.upper(bytearray(b'y')), bytes.join(b',', [b'1', b'2']))
for f in (lambda: bytes.upper(bytearray(b'x')), lambda: bytes.upper('x'), lambda: bytes.upper(), lambda: bytes.fromhex(5), lambda: bytes.fromhex()):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == methods as values
up = b'abc'.upper
print(up(), callable(up), list(map(bytes.upper, [b'a', b'b'])), sorted([b'B', b'a'], key=bytes.lower), list(map(b'abc'.find, [b'b', b'z'])), list(filter(bytes.isdigit, [b'1', b'a'])))
f = getattr(bytearray(b'ab'), 'append')
print(f(99), f.__name__, hasattr(b'', 'append'), hasattr(b'', 'hex'), f.__self__)

# == what the types have
for cls in (bytes, bytearray, memoryview):
    names = [n for n in dir(cls) if not n.startswith('_')]
    print(cls.__name__, len(names), names[:5], names[-3:])
print('__buffer__' in dir(bytes), '__getitem__' in dir(bytearray), 'resize' in dir(bytearray))

# == new things of 3.14 and 3.15
ba = bytearray(b'hello world')
print(ba.take_bytes(5), ba, ba.take_bytes(), ba)
ba.resize(3)
print(ba)
ba.resize(0)
print(ba, bytes.fromhex(bytearray(b'0a')))
try:
    ba.resize(-1)
except ValueError as e:
    print(e)
try:
    ba.take_bytes(9)
except IndexError as e:
    print(e)

# == special methods by name
b = b'abc'
print(b.__len__(), b.__getitem__(0), b.__contains__(97), b.__add__(b'd'), b.__mul__(2), b.__rmul__(2), b.__eq__(b'abc'), b.__lt__(b'b'), b.__eq__(5), b.__hash__() == hash(b), list(b.__iter__()), b.__repr__(), b.__str__(), b.__mod__(()), b.__bytes__(), b.__getnewargs__())
ba = bytearray(b'abc')
ba.__setitem__(0, 65)
ba.__delitem__(1)
print(ba, ba.__iadd__(b'z') is ba, ba.__imul__(2) is ba, ba.__len__(), ba.__alloc__() > 4)
m = memoryview(ba)
print(m.__len__(), m.__getitem__(0), m.__enter__() is m, m.__exit__(None, None, None), ba.__add__(b'!'))

# == binascii
import binascii
print(binascii.hexlify(b'\x00\xff'), binascii.unhexlify('00ff'), binascii.hexlify(b'abcd', '-', 2), binascii.hexlify(data=b'ab', sep=b':'), binascii.crc32(b'abc'), binascii.crc32(b'c', binascii.crc32(b'ab')), binascii.crc_hqx(b'abc', 0))
print(binascii.b2a_base64(b'hello'), binascii.b2a_base64(b'hello', newline=False), binascii.a2b_base64('aGVsbG8='), binascii.b2a_uu(b'abc'), binascii.a2b_uu(b'#86)C\n'), binascii.b2a_qp(b'a=b', istext=False), binascii.a2b_qp(b'=41'))
for f in (lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: binascii.a2b_base64('a'), lambda: binascii.crc32(), lambda: binascii.crc32('a'), lambda: binascii.b2a_base64(b'a', 1), lambda: binascii.hexlify(b'a', sap=1)):
    try:
        print(f())
    except binascii.Error as e:
        print('Error', e)
    except TypeError as e:
        print('TypeError', e)

# == UnicodeDecodeError with its five arguments
try:
    b'ab\xff'.decode()
except UnicodeDecodeError as e:
    print(e.args, e.encoding, e.object, e.start, e.end, e.reason, e, sep='|')
try:
    'é€'.encode('ascii')
except UnicodeEncodeError as e:
    print(e.args, e.object, e.start, e.end, e.reason, e, sep='|')
e = UnicodeDecodeError('utf-8', b'abc', 1, 2, 'because')
print(e, e.object, e.start, e.args)
print(UnicodeEncodeError('ascii', 'aé', 0, 2, 'why'))

# == a list within itself
l = [b'x']
l.append(l)
print(b'%a' % (l,), b'%r' % (l,))
try:
    bytes(l)
except TypeError as e:
    print(e)

# == handlers of errors of codecs
import codecs
def spell(error):
    if isinstance(error, UnicodeDecodeError):
        return ''.join('<%02x>' % c for c in error.object[error.start:error.end]), error.end
    return '?', error.end
codecs.register_error('spell', spell)
print(b'a\xff\xfeb'.decode('ascii', 'spell'), 'aé€b'.encode('ascii', 'spell'), codecs.lookup_error('spell') is spell)
codecs.register_error('bad', lambda e: 5)
try:
    b'\xff'.decode('utf-8', 'bad')
except TypeError as e:
    print(e)
for f in (lambda: codecs.register_error('x', 5), lambda: codecs.lookup_error('nope'), lambda: b'\xff'.decode('utf-8', 'nope')):
    try:
        print(f())
    except (TypeError, LookupError) as e:
        print(type(e).__name__, e)

# == copies of derived classes
import copy
class P(bytearray):
    pass
class Q(bytes):
    pass
for x in (P(b'ab'), Q(b'cd')):
    x.tag = [1]
    y = copy.copy(x)
    z = copy.deepcopy(x)
    print(type(y).__name__, y, y.tag is x.tag, z, z.tag, z.tag is x.tag)

# == new of the wrong class
for f in (lambda: bytes.__new__(int), lambda: bytearray.__new__(bytes), lambda: bytes.__new__(5), lambda: bytes.__new__(bytes, b'ok')):
    try:
        print(f())
    except TypeError as e:
        print(e)

# == classes derived from built-in types as arguments
class S(str):
    def __bytes__(self): return b'abc'
class N(int):
    def __bytes__(self): return b'num'
class M(int):
    def __index__(self): return 9
class T(tuple):
    def __bytes__(self): return b'tup'
class U(tuple):
    def __iter__(self): return iter([7, 8])
class L(list):
    def __iter__(self): return iter([7, 8])
class F(float):
    def __index__(self): return 2
print(bytes(S('x')), bytes(N(3)), bytes(M(2)), bytes(T((1, 2))), bytes(U((1, 2))), bytes(L([1])), bytes(F(1.0)))
print(bytearray(M(2)), b'abc'[M(1)], b'%d' % M(4), b'%s' % S('q'), b'%c' % M(65))
print(bytes(S('\u20ac'), 'iso8859-15'), bytes(S('x'), encoding='ascii'), bytearray(S('y'), 'ascii'))
for make in (lambda: bytearray(S('x')), lambda: b''.join([S('x')]), lambda: bytes(S('x'), 5)):
    try:
        print(make())
    except TypeError as e:
        print(e)

# == exceptions leave views behind
ba = bytearray(b'abc')
def raises():
    m = memoryview(ba)
    raise ValueError('inside')
try:
    raises()
except ValueError as e:
    print(e)
ba.append(2)
print(ba)

# == a view is held by its with block
ba = bytearray(b'abc')
def within():
    with memoryview(ba):
        try:
            ba.append(1)
        except BufferError as e:
            print(e)
    ba.append(2)
    with memoryview(ba) as m:
        try:
            ba.clear()
        except BufferError as e:
            print(e, m[0])
within()
ba.append(3)
print(ba)

# == attributes of streams
import io
f = io.BytesIO(b'abc')
f.name = 'x.bin'
setattr(f, 'mode', 'rb')
print(f.name, f.mode, f.__dict__, f.__getstate__(), io.BytesIO().__getstate__())
del f.name
print(hasattr(f, 'name'), hasattr(f, 'mode'))
try:
    f.closed = True
except AttributeError as e:
    print(e)
class Named(io.BytesIO):
    pass
g = Named(b'q')
g.name = 'y'
print(g.__getstate__())

# == tuples of derived classes
class P(tuple):
    def __repr__(self):
        return 'P!'
p = P((1, 2))
def attempt(f):
    try:
        return f()
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
print(attempt(lambda: b'%a %d' % (p, 3)), attempt(lambda: b'a' + p), attempt(lambda: bytearray(b'a').find(p)))
print(attempt(lambda: bytes(p)), attempt(lambda: b'%d-%d' % p), attempt(lambda: b'ab'.startswith(P([b'x', b'a']))))

# == lists in themselves
x = []
x.append(x)
x.append((x,))
for f in (lambda: b''.join(x), lambda: bytes(x), lambda: bytearray().extend(x), lambda: b'a' in x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
