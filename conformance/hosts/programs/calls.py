"""Programs that call everything of bytes with arguments of every kind; `expected/calls.txt` has what CPython 3.15 prints. A line `# == title` begins one."""

# == constructors
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for c in (bytes, bytearray):
    t(c)
    t(c, 3)
    t(c, 0)
    t(c, -1)
    t(c, b'ab')
    t(c, bytearray(b'ab'))
    t(c, memoryview(b'ab'))
    t(c, [1, 2])
    t(c, (1, 2))
    t(c, range(3))
    t(c, {5})
    t(c, {7: 1})
    t(c, 'abc')
    t(c, 'abc', 'utf-8')
    t(c, 'aé', 'ascii')
    t(c, 'aé', 'ascii', 'ignore')
    t(c, 'aé', 'ascii', 'replace')
    t(c, 'aé', encoding='latin-1')
    t(c, 'a', errors='strict')
    t(c, [256])
    t(c, [-1])
    t(c, ['a'])
    t(c, [1.0])
    t(c, [None])
    t(c, 1.5)
    t(c, None)
    t(c, object)
    t(c, b'a', 'utf-8')
    t(c, 3, 'utf-8')
    t(c, 'a', 'nope')
    t(c, 'é', 'ascii', 'nope')
    t(c, source=b'x')
    t(c, 1, 2)
    t(c, 'a', 1)
    t(c, 'a', 'utf-8', 1)
    t(c, 'a', 'utf-8', 'strict', 4)
    t(c, foo=1)
    t(c, True)
    t(c, [True, False])
    t(c, iter([1, 2]))
    t(c, (i for i in range(4)))
    t(c, map(int, '123'))
    t(c, [[1]])
    t(c, 2**70)
    t(c, [2**70])
    t(c, encoding='utf-8')
    t(c, errors='strict')

# == find family errors
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'hello world', bytearray(b'hello world')):
    for n in ('find', 'rfind', 'index', 'rindex', 'count'):
        m = getattr(b, n)
        t(m, b'o')
        t(m, 111)
        t(m, b'o', 5)
        t(m, b'o', 5, 6)
        t(m, b'zz')
        t(m, b'')
        t(m, b'', 11)
        t(m, b'', 12)
        t(m, b'o', -3)
        t(m, b'o', None, None)
        t(m, b'o', None, 5)
        t(m)
        t(m, 'o')
        t(m, 256)
        t(m, -1)
        t(m, None)
        t(m, 1.0)
        t(m, b'o', 'a')
        t(m, b'o', 1.5)
        t(m, b'o', 1, 2, 3)
        t(m, b'o', 2**70)
        t(m, b'o', -2**70, 2**70)
        t(m, bytearray(b'o'))
        t(m, memoryview(b'o'))
        t(m, [111])
        t(m, True)
        t(m, sub=b'o')

# == strip family
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'  xx ab xx\t\n', bytearray(b'  xx ab xx\t\n'), b'', b'   '):
    for n in ('strip', 'lstrip', 'rstrip'):
        m = getattr(b, n)
        t(m)
        t(m, None)
        t(m, b' x')
        t(m, bytearray(b'\n\t '))
        t(m, memoryview(b'x '))
        t(m, 'x')
        t(m, 1)
        t(m, b'a', b'b')
        t(m, b'')
        t(m, [1])
        t(m, chars=b' ')

# == split family
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b' a b  c ', bytearray(b'a,b,,c,'), b''):
    for n in ('split', 'rsplit'):
        m = getattr(b, n)
        t(m)
        t(m, None)
        t(m, b',')
        t(m, b',', 1)
        t(m, None, 1)
        t(m, sep=b',')
        t(m, maxsplit=1)
        t(m, b' ', maxsplit=-1)
        t(m, b'', 1)
        t(m, ',')
        t(m, 44)
        t(m, b',', '1')
        t(m, b',', None)
        t(m, b',', 1.0)
        t(m, b',', 1, 2)
        t(m, b',', 0)
        t(m, b',,')
        t(m, x=1)
        t(m, b',', sep=b',')
        t(m, b',', True)
        t(m, bytearray(b','))
        t(m, memoryview(b','))
        t(m, b',', 2**40)
        t(m, b',', 2**80)
for b in (b'a\nb\r\nc\rd\n\n', bytearray(b'x\x0by\x0cz\x1c\x85\n'), b''):
    t(b.splitlines)
    t(b.splitlines, True)
    t(b.splitlines, keepends=True)
    t(b.splitlines, 0)
    t(b.splitlines, None)
    t(b.splitlines, 'x')
    t(b.splitlines, 1, 2)
    t(b.splitlines, keep=1)
    t(b.splitlines, [])

# == partition
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'a=b=c', bytearray(b'a=b=c'), b''):
    for n in ('partition', 'rpartition'):
        m = getattr(b, n)
        t(m, b'=')
        t(m, b'x')
        t(m, bytearray(b'='))
        t(m, memoryview(b'='))
        t(m, b'')
        t(m, '=')
        t(m, 61)
        t(m)
        t(m, b'=', 1)
        t(m, None)
        t(m, sep=b'=')
        r = m(b'=')
        print([type(x).__name__ for x in r])

# == replace translate
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'banana', bytearray(b'banana')):
    t(b.replace, b'a', b'o')
    t(b.replace, b'a', b'')
    t(b.replace, b'', b'-')
    t(b.replace, b'a', b'oo', 2)
    t(b.replace, b'a', b'o', 0)
    t(b.replace, b'a', b'o', -1)
    t(b.replace, b'a', b'o', count=1)
    t(b.replace, 'a', b'o')
    t(b.replace, b'a', 'o')
    t(b.replace, b'a')
    t(b.replace)
    t(b.replace, b'a', b'o', 'x')
    t(b.replace, 97, 98)
    t(b.replace, b'a', None)
    t(b.replace, bytearray(b'an'), memoryview(b'<>'))
    t(b.replace, b'a', b'b', 1, 2)
    t(b.replace, old=b'a', new=b'b')
    t(b.replace, b'a', b'b', 1.5)
    t(b.replace, b'', b'ab', 3)
    T = bytes.maketrans(b'abn', b'xyz')
    t(b.translate, T)
    t(b.translate, T, b'n')
    t(b.translate, None, b'n')
    t(b.translate, None)
    t(b.translate, T, delete=b'a')
    t(b.translate, b'x')
    t(b.translate, 'x')
    t(b.translate)
    t(b.translate, T, 'n')
    t(b.translate, T, 5)
    t(b.translate, {})
    t(b.translate, 1)
    t(b.translate, bytearray(T))
    t(b.translate, T, b'', 1)
    t(b.translate, table=T)
    t(b.translate, delete=b'a')
t(bytes.maketrans, b'a', b'b')
t(bytes.maketrans, b'ab', b'c')
t(bytes.maketrans, 'a', 'b')
t(bytes.maketrans, b'a')
t(bytearray.maketrans, b'a', bytearray(b'z'))
t(b''.maketrans, b'', b'')
t(bytes.maketrans, b'a', 1)
t(bytes.maketrans, b'a', None)

# == justify
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'ab', bytearray(b'-7')):
    for n in ('center', 'ljust', 'rjust', 'zfill'):
        m = getattr(b, n)
        t(m, 5)
        t(m, 6)
        t(m, 1)
        t(m, -3)
        t(m, 5, b'*')
        t(m, 5, bytearray(b'*'))
        t(m, 5, b'**')
        t(m, 5, b'')
        t(m, 5, '*')
        t(m, 5, 42)
        t(m)
        t(m, '5')
        t(m, 5.0)
        t(m, None)
        t(m, True)
        t(m, 5, b'*', 1)
        t(m, width=5)
        t(m, 5, fillchar=b'.')
        t(m, 2**70)
    for a in (None, 8, 4, 1, 0, '8', 8.0):
        try: print(bytes(b'a\tbc\t\td\n\te').expandtabs(a) if a is not None else b'a\tb'.expandtabs())
        except Exception as e: print(type(e).__name__, e)
    t(b.expandtabs, tabsize=3)
    t(b.expandtabs, None)
    t(b.expandtabs, 1, 2)

# == predicates and case
samples = [b'', b'abc', b'ABC', b'Abc Def', b'abc1', b'123', b' \t\n', b'a b', b'\xe9', b'_', b'AbC', b'abC dEF', b"they're bill's", b'\x00', bytearray(b'Xy Zq')]
for s in samples:
    print(s, s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isascii(), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
for n in ('isalpha', 'isdigit', 'isalnum', 'isspace', 'islower', 'isupper', 'istitle', 'isascii', 'upper', 'lower', 'title', 'capitalize', 'swapcase'):
    for a in ((1,), (None,), (1, 2)):
        try: getattr(b'a', n)(*a)
        except Exception as e: print(type(e).__name__, e)
    try: getattr(b'a', n)(x=1)
    except Exception as e: print(type(e).__name__, e)
for n in ('isdecimal', 'isidentifier', 'isnumeric', 'casefold', 'format', 'encode', 'isprintable', 'append', 'foo'):
    try: getattr(b'a', n)
    except Exception as e: print(type(e).__name__, e)

# == startswith removeprefix
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'hello', bytearray(b'hello')):
    for n in ('startswith', 'endswith'):
        m = getattr(b, n)
        t(m, b'he')
        t(m, b'lo')
        t(m, (b'x', b'lo'))
        t(m, ())
        t(m, b'')
        t(m, b'l', 2)
        t(m, b'l', 2, 3)
        t(m, b'', 6)
        t(m, b'', 5)
        t(m, 'he')
        t(m, ('he',))
        t(m, (b'q', 'he'))
        t(m, [b'he'])
        t(m, 104)
        t(m)
        t(m, None)
        t(m, b'h', None, None)
        t(m, b'h', 'a')
        t(m, (b'h', 5))
        t(m, (b'he', 5))
        t(m, bytearray(b'he'))
        t(m, memoryview(b'he'))
        t(m, b'o', -1)
        t(m, b'a', 1, 2, 3)
        t(m, prefix=b'a')
    for n in ('removeprefix', 'removesuffix'):
        m = getattr(b, n)
        t(m, b'he')
        t(m, b'lo')
        t(m, b'')
        t(m, b'hello')
        t(m, 'he')
        t(m, 1)
        t(m)
        t(m, (b'he',))
        t(m, bytearray(b'he'))
        t(m, memoryview(b'lo'))
        t(m, b'a', b'b')
        t(m, None)
x = b'hello'
print(x.removeprefix(b'z') is x, x.removesuffix(b'') is x, x.strip() is x, x.replace(b'q', b'') is x, x[:] is x, bytes(x) is x, x + b'' is x, x * 1 is x)

# == join
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for s in (b', ', bytearray(b'-'), b''):
    t(s.join, [b'a', b'b'])
    t(s.join, (b'a', bytearray(b'b'), memoryview(b'c')))
    t(s.join, [])
    t(s.join, [b'x'])
    t(s.join, [bytearray(b'x')])
    t(s.join, iter([b'1', b'2']))
    t(s.join, (bytes([i]) for i in range(65, 68)))
    t(s.join, {b'k': 1})
    t(s.join, b'ab')
    t(s.join, 'ab')
    t(s.join, ['a'])
    t(s.join, [b'a', 1])
    t(s.join, [b'a', None])
    t(s.join, [b'a', 'b'])
    t(s.join, 5)
    t(s.join, None)
    t(s.join)
    t(s.join, [b'a'], 1)
    t(s.join, [[b'a']])
    t(s.join, map(bytes, [[1], [2]]))
    t(s.join, [b'a', 1.5, 'x'])
    t(s.join, [''])
    t(s.join, b'')

# == hex fromhex
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'\xb9\x01\xef\x23\x45', bytearray(b'\xb9\x01\xef\x23\x45'), memoryview(b'\xb9\x01\xef\x23\x45')):
    t(b.hex)
    t(b.hex, ':')
    t(b.hex, b':')
    t(b.hex, ':', 2)
    t(b.hex, ':', -2)
    t(b.hex, ':', 0)
    t(b.hex, ':', 10)
    t(b.hex, '::')
    t(b.hex, '')
    t(b.hex, 1)
    t(b.hex, None)
    t(b.hex, sep='_', bytes_per_sep=3)
    t(b.hex, bytes_per_sep=2)
    t(b.hex, 'é')
    t(b.hex, ':', 'a')
    t(b.hex, ':', 1, 2)
    t(b.hex, ':', 1.5)
    t(b.hex, b'\xff')
    t(b.hex, bytearray(b'-'))
for c in (bytes, bytearray):
    t(c.fromhex, '00ff')
    t(c.fromhex, ' 0A 1b\n2C ')
    t(c.fromhex, '')
    t(c.fromhex, '0')
    t(c.fromhex, '0g')
    t(c.fromhex, 'zz')
    t(c.fromhex, '0 0')
    t(c.fromhex, b'00ff')
    t(c.fromhex, bytearray(b'41'))
    t(c.fromhex, 1)
    t(c.fromhex, None)
    t(c.fromhex)
    t(c.fromhex, '12', '13')
    t(c.fromhex, 'é0')
    t(c.fromhex, '123')
    t(c.fromhex, b'1x')
    t(c.fromhex, string='11')
    t(c().fromhex, '4142')
    t(c.fromhex, memoryview(b'3031'))

# == decode
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for b in (b'abc', bytearray(b'caf\xc3\xa9'), b'\xff\xfeA\x00', b'\x80abc', b'\xe2\x82'):
    for a in ((), ('utf-8',), ('ascii',), ('latin-1',), ('utf-16',), ('utf-16-le',), ('utf-8', 'ignore'), ('utf-8', 'replace'), ('utf-8', 'backslashreplace'), ('ascii', 'replace'), ('cp1252',), ('utf8',), ('UTF-8',), ('nope',), ('utf-8', 'nope'), (1,), ('utf-8', 1), (None,), ('utf-8', 'strict', 1), ('',), ('utf-8', 'surrogateescape')):
        t(lambda: ascii(b.decode(*a)))
    t(b.decode, encoding='latin-1')
    t(b.decode, errors='ignore')
    t(b.decode, 'ascii', errors='ignore')
    t(b.decode, foo=1)

# == encode
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, repr(r))
    except Exception as e:
        print(type(e).__name__, str(e))
for s in ('abc', 'caf\xe9', '\u20ac', '\ud800', '\U0001f600', ''):
    for a in ((), ('utf-8',), ('ascii',), ('latin-1',), ('utf-16',), ('utf-16-be',), ('utf-32',), ('utf-8-sig',), ('ascii', 'ignore'), ('ascii', 'replace'), ('ascii', 'xmlcharrefreplace'), ('ascii', 'backslashreplace'), ('ascii', 'namereplace'), ('utf-8', 'surrogatepass'), ('cp1252',), ('nope',), (1,), ('ascii', 1), ('iso-8859-15',), ('cp437',), ('utf-7',)):
        t(s.encode, *a)
    t(s.encode, encoding='ascii', errors='replace')
    t(s.encode, errors='ignore')
    t(s.encode, 'utf-8', 'strict', 3)

# == index and slices
b = b'abcdefghij'
for k in (0, -1, 9, -10, 10, -11, 'a', None, 1.0, True, 2**70, (1,), b'a'):
    for x in (b, bytearray(b), memoryview(b)):
        try: print(x[k])
        except Exception as e: print(type(e).__name__, e)
for s in (slice(None), slice(2), slice(-2, None), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2), slice(5, 2), slice(100), slice(-100, 100), slice(2, 2**80), slice(None, None, 0), slice('a'), slice(1, 2.0), slice(True, 3)):
    for x in (b, bytearray(b)):
        try: print(x[s])
        except Exception as e: print(type(e).__name__, e)
    try: print(memoryview(b)[s].tobytes())
    except Exception as e: print(type(e).__name__, e)

# == setitem
def t(f):
    ba = bytearray(b'abcdef')
    try:
        f(ba)
        print(ba)
    except Exception as e:
        print(type(e).__name__, e, ba)
def s(k, v):
    def f(ba): ba[k] = v
    t(f)
s(0, 65)
s(-1, 90)
s(6, 1)
s(-7, 1)
s(0, 256)
s(0, -1)
s(0, 'a')
s(0, b'a')
s(0, None)
s(0, 1.5)
s('a', 1)
s(None, 1)
s(1.0, 1)
s(0, True)
s(0, 2**70)
s(slice(1, 3), b'XYZ')
s(slice(1, 3), b'')
s(slice(1, 3), [1, 2])
s(slice(None, None, 2), b'123')
s(slice(None, None, 2), b'12')
s(slice(1, 3), 'ab')
s(slice(1, 3), 5)
s(slice(1, 3), None)
s(slice(0, 0), b'>>')
s(slice(6, 6), b'<<')
s(slice(5, 1), b'|')
s(slice(None, None, -1), b'fedcba')
s(slice(None), bytearray(b'new'))
s(slice(1, 2), (300,))
s(slice(1, 2), ['a'])
s(slice(None, None, 0), b'')
s(slice(1, 3), memoryview(b'mv'))
s(slice(1, 3), range(3))
s(slice(1, 3), iter([7]))
s(slice(None, None, 3), 'zz')
s(slice(1,3), 1.5)
s(slice(0, 2), {1, 2})

# == delitem
def d(k):
    ba = bytearray(b'abcdef')
    try:
        del ba[k]
        print(ba)
    except Exception as e:
        print(type(e).__name__, e)
for k in (0, -1, 6, -7, 'a', None, 1.5, slice(1, 3), slice(None), slice(None, None, 2), slice(None, None, -2), slice(10, 20), slice(None, None, 0), True, 2**70): d(k)
try:
    b = b'abc'; del b[0]
except Exception as e: print(type(e).__name__, e)
try:
    b = b'abc'; b[0] = 1
except Exception as e: print(type(e).__name__, e)
try:
    b = b'abc'; b[0:1] = b'x'
except Exception as e: print(type(e).__name__, e)
try:
    b = b'abc'; del b[0:1]
except Exception as e: print(type(e).__name__, e)
try:
    m = memoryview(bytearray(3)); del m[0]
except Exception as e: print(type(e).__name__, e)
try:
    m = memoryview(b'abc'); m[0] = 1
except Exception as e: print(type(e).__name__, e)

# == bytearray mutation
def t(n, *a, **k):
    ba = bytearray(b'hello')
    try:
        r = getattr(ba, n)(*a, **k)
        print(n, r, ba)
    except Exception as e:
        print(n, type(e).__name__, e, ba)
t('append', 33)
t('append', 256)
t('append', -1)
t('append', 'a')
t('append', b'a')
t('append', None)
t('append', 1.5)
t('append')
t('append', 1, 2)
t('append', True)
t('extend', b'abc')
t('extend', [1, 2])
t('extend', 'abc')
t('extend', 5)
t('extend', None)
t('extend', [300])
t('extend', ['a'])
t('extend', [1, 'a'])
t('extend')
t('extend', (i for i in range(3)))
t('extend', bytearray(b'x'))
t('extend', memoryview(b'yz'))
t('extend', {})
t('extend', b'a', b'b')
t('insert', 0, 65)
t('insert', 100, 65)
t('insert', -1, 65)
t('insert', -100, 65)
t('insert', 0, 256)
t('insert', 'a', 1)
t('insert', 0, 'a')
t('insert', 0)
t('insert')
t('insert', 1.5, 2)
t('insert', 0, None)
t('pop')
t('pop', 0)
t('pop', -1)
t('pop', 5)
t('pop', -6)
t('pop', 'a')
t('pop', None)
t('pop', 1, 2)
t('pop', 1.5)
t('remove', 108)
t('remove', 0)
t('remove', 'l')
t('remove', b'l')
t('remove', 256)
t('remove')
t('remove', None)
t('remove', -1)
t('reverse')
t('reverse', 1)
t('clear')
t('clear', 1)
t('copy')
t('copy', 1)
t('resize', 3)
t('resize', 8)
t('resize', -1)
t('resize', 'a')
t('resize')
t('take_bytes')
t('take_bytes', 2)
t('take_bytes', -1)
t('take_bytes', 9)
t('take_bytes', 'a')
t('take_bytes', None)
t('sort')
t('index', 108)
t('count', 108)
t('push', 1)
e = bytearray()
for f in ('pop', 'reverse', 'clear'):
    try: print(getattr(e, f)())
    except Exception as x: print(type(x).__name__, x)

# == arithmetic
vals = [b'ab', bytearray(b'cd'), memoryview(b'ef'), 'str', 3, None, [1], (1,), 1.5, True]
import operator
for op in ('add', 'mul', 'mod', 'sub', 'truediv', 'and_', 'or_', 'lshift', 'matmul', 'floordiv', 'pow'):
    for x in vals[:3]:
        for y in vals:
            try:
                f = getattr(operator, op)
            except AttributeError:
                continue
            try: r = f(x, y); print(op, type(r).__name__, r if not isinstance(r, memoryview) else r.tobytes())
            except Exception as e: print(op, type(e).__name__, e)

# == arithmetic spelled
def t(f):
    try: r = f(); print(type(r).__name__, r)
    except Exception as e: print(type(e).__name__, e)
b = b'ab'; ba = bytearray(b'cd'); m = memoryview(b'ef')
t(lambda: b + b)
t(lambda: b + ba)
t(lambda: ba + b)
t(lambda: b + m)
t(lambda: ba + m)
t(lambda: m + b)
t(lambda: b + 'x')
t(lambda: 'x' + b)
t(lambda: b + 1)
t(lambda: 1 + b)
t(lambda: b + None)
t(lambda: None + b)
t(lambda: [1] + b)
t(lambda: b + [1])
t(lambda: (1,) + b)
t(lambda: b + (1,))
t(lambda: b + 1.5)
t(lambda: 1.5 + b)
t(lambda: ba + 'x')
t(lambda: 'x' + ba)
t(lambda: ba + 1)
t(lambda: 1 + ba)
t(lambda: m + 1)
t(lambda: 1 + m)
t(lambda: m + m)
t(lambda: b * 3)
t(lambda: 3 * b)
t(lambda: b * 0)
t(lambda: b * -1)
t(lambda: b * True)
t(lambda: b * 1.5)
t(lambda: 1.5 * b)
t(lambda: b * 'x')
t(lambda: 'x' * b)
t(lambda: b * b)
t(lambda: b * None)
t(lambda: None * b)
t(lambda: ba * 2)
t(lambda: 2 * ba)
t(lambda: ba * 'x')
t(lambda: [1] * b)
t(lambda: b * [1])
t(lambda: m * 2)
t(lambda: 2 * m)
t(lambda: b * 2**70)
t(lambda: b'' * 2**30)
t(lambda: b - b)
t(lambda: b / 2)
t(lambda: b // 2)
t(lambda: b ** 2)
t(lambda: b & b)
t(lambda: b | b)
t(lambda: b ^ b)
t(lambda: b << 1)
t(lambda: b >> 1)
t(lambda: b @ b)
t(lambda: -b)
t(lambda: +b)
t(lambda: ~b)
t(lambda: -ba)
t(lambda: -m)
t(lambda: abs(b))
t(lambda: 2 - b)
t(lambda: b % b)
t(lambda: b % ())
t(lambda: b % 1)
t(lambda: 1 % b)
t(lambda: 'a%s' % b)
t(lambda: 'a%d' % b)
t(lambda: divmod(b, 2))
t(lambda: not b)
t(lambda: not b'')
t(lambda: round(b))
t(lambda: pow(b, 2))

# == inplace
def t(x, f):
    a = x
    try:
        x = f(x)
        print(type(x).__name__, x, x is a)
    except Exception as e: print(type(e).__name__, e)
def iadd(v):
    def f(x):
        x += v
        return x
    return f
def imul(v):
    def f(x):
        x *= v
        return x
    return f
def imod(v):
    def f(x):
        x %= v
        return x
    return f
for mk in (lambda: b'ab', lambda: bytearray(b'ab')):
    for v in (b'x', bytearray(b'y'), memoryview(b'z'), 'x', 1, None, [1], (1, 2), 1.5):
        t(mk(), iadd(v))
    for v in (2, 0, -1, 1, True, 'x', 1.5, None, b'a'):
        t(mk(), imul(v))
for v in ((1,), 1, b'x', ()):
    t(b'<%a>', imod(v))
    t(bytearray(b'<%a>'), imod(v))
x = b'a'
try: x -= b'a'
except Exception as e: print(type(e).__name__, e)
try: x |= b'a'
except Exception as e: print(type(e).__name__, e)
try: x /= 2
except Exception as e: print(type(e).__name__, e)
x = bytearray(b'a')
try: x -= b'a'
except Exception as e: print(type(e).__name__, e)
try: x @= b'a'
except Exception as e: print(type(e).__name__, e)
s = 'a'
try: s += b'a'
except Exception as e: print(type(e).__name__, e)
l = [1]; l += b'ab'
print(l)
l.extend(bytearray(b'c'))
print(l)
tup = (1,)
try: tup += b'a'
except Exception as e: print(type(e).__name__, e)

# == compare
import itertools
vals = [b'ab', b'abc', bytearray(b'ab'), memoryview(b'ab'), 'ab', 97, None, [97, 98], (97, 98), b'']
names = ['==', '!=', '<', '<=', '>', '>=']
fs = [lambda a, b: a == b, lambda a, b: a != b, lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a > b, lambda a, b: a >= b]
for i, x in enumerate(vals):
    for j, y in enumerate(vals):
        if not isinstance(x, (bytes, bytearray, memoryview)) and not isinstance(y, (bytes, bytearray, memoryview)): continue
        row = []
        for f in fs:
            try: row.append(str(f(x, y)))
            except Exception as e: row.append(type(e).__name__ + ':' + str(e))
        print(i, j, row)
print(b'a' < b'b' < b'c', b'a' < b'b' > b'c', b'a' == bytearray(b'a') == memoryview(b'a'))

# == contains
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for b in (b'hello', bytearray(b'hello')):
    for v in (b'l', b'ell', b'', b'z', 104, 0, 256, -1, 'h', None, 1.5, [104], bytearray(b'lo'), memoryview(b'lo'), True, 2**70, (1,)):
        t(lambda: v in b)
        t(lambda: v not in b)
m = memoryview(b'hello')
for v in (104, b'h', 'h', None, 104.0, 256): t(lambda: v in m)
t(lambda: b'a' in 'abc')
t(lambda: b'a' in [b'a'])
t(lambda: b'a' in {b'a'})
t(lambda: b'a' in {b'a': 1})
t(lambda: b'a' in (1, b'a'))
t(lambda: bytearray(b'a') in [b'a'])
t(lambda: bytearray(b'a') in {b'a'})
t(lambda: memoryview(b'a') in {b'a'})
t(lambda: 'a' in {b'a'})
t(lambda: 1 in 5)
t(lambda: b'a' in 5)

# == percent
def t(f, *a):
    try: r = f % a[0] if len(a) == 1 else f % a; print(type(r).__name__, r)
    except Exception as e: print(type(e).__name__, e)
for F in (bytes, bytearray):
    t(F(b'%d'), 5)
    t(F(b'%5d|%-5d|%05d'), 1, 2, 3)
    t(F(b'%+d % d'), 1, 2)
    t(F(b'%x %X %#x %o %#o'), 255, 255, 255, 8, 8)
    t(F(b'%s'), b'ab')
    t(F(b'%b'), bytearray(b'ab'))
    t(F(b'%s'), 'ab')
    t(F(b'%b'), 1)
    t(F(b'%a'), 'é')
    t(F(b'%r'), 'é')
    t(F(b'%c'), 65)
    t(F(b'%c'), b'A')
    t(F(b'%c'), 'A')
    t(F(b'%c'), 256)
    t(F(b'%c'), b'AB')
    t(F(b'%d'), 'x')
    t(F(b'%d'), 1.7)
    t(F(b'%d'), None)
    t(F(b'%f'), 1.5)
    t(F(b'%.2f|%8.3f|%-8.1f|%e|%g|%G'), 3.14159, 2.5, 1.25, 12345.678, 0.0001, 1e20)
    t(F(b'%%'))
    t(F(b'%5s|%-5s|%.2s'), b'ab', b'cd', b'efg')
    t(F(b'%(a)s %(b)d'), {b'a': b'x', b'b': 2})
    t(F(b'%(a)s'), {'a': b'x'})
    t(F(b'%(a)s'), 1)
    t(F(b'%s %s'), b'a')
    t(F(b'%s'), b'a', b'b')
    t(F(b'%'), 1)
    t(F(b'%y'), 1)
    t(F(b'%*d'), 5, 3)
    t(F(b'%.*f'), 2, 1.23456)
    t(F(b'%*d'), 'a', 3)
    t(F(b'abc'), 1)
    t(F(b'abc'), {})
    t(F(b'abc'), [])
    t(F(b'%s'), memoryview(b'mv'))
    t(F(b'%s'), None)
    t(F(b'%s'), [1])
    t(F(b'%x'), 1.5)
    t(F(b'%i %u'), 3, 4)
    t(F(b'%d'), 2**70)
    t(F(b'%x'), -255)
    t(F(b'%c'), -1)
    t(F(b'%c'), 1.5)
    t(F(b'%f'), 'x')
    t(F(b'%f'), 3)
    t(F(b'%5%|'))
    t(F(b'%(x'), {})
    t(F(b'%ld'), 3)
    t(F(b'%d %d'), 1)
    t(F(b'%s'), ())

# == str formatting with bytes
b = b'ab'; ba = bytearray(b'cd'); m = memoryview(b'ef')
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: '%s %r %a' % (b, b, b))
t(lambda: '%s' % ba)
t(lambda: '{}'.format(b))
t(lambda: '{!r}'.format(ba))
t(lambda: '{:5}'.format(b))
t(lambda: '{:>10s}'.format(b))
t(lambda: format(b))
t(lambda: format(b, ''))
t(lambda: format(b, 's'))
t(lambda: format(ba, '>10'))
t(lambda: format(m, 'x'))
t(lambda: f'{b}{ba}')
t(lambda: f'{b!r:>10}|')
t(lambda: f'{b!s:>10}|')
t(lambda: f'{b[0]:#x} {b.hex()} {len(b)}')
t(lambda: f'{b:>10}')
t(lambda: '{0[0]} {0[1]}'.format(b))
t(lambda: '{b}'.format(b=b))
t(lambda: '%d' % b)
t(lambda: '%c' % b)
t(lambda: '%x' % b)
t(lambda: '%f' % b)
t(lambda: '{:d}'.format(b))
t(lambda: str(b))
t(lambda: repr(ba))
t(lambda: ascii(b))
t(lambda: str(b, 'ascii'))
t(lambda: str(ba, 'utf-8', 'strict'))
t(lambda: str(m, 'utf-8'))
t(lambda: str(b, 1))
t(lambda: str('a', 'utf-8'))
t(lambda: str(5, 'utf-8'))
t(lambda: str(b'\xff', 'utf-8'))
t(lambda: str(b'\xff', errors='replace') == '\ufffd')
t(lambda: str(object=b))
t(lambda: str(b, encoding='ascii', errors='strict'))
t(lambda: str(b'\xff', 'ascii', 'ignore'))
t(lambda: str(b, 'nope'))
t(lambda: str(None, 'ascii'))
t(lambda: str())
t(lambda: '{0.__class__.__name__}'.format(b))

# == repr
for i in range(256):
    print(bytes([i]), end=' ')
print()
print(b"it's", b'say "hi"', b'''both ' and "''', b'\\', b'\n\r\t\0\x7f\x80', bytearray(b"'"), bytearray(b'"'), [b'a', bytearray(b'b')], {b'k': bytearray(b'v')}, (b'x',), {b's'})
print(repr(b"'"), str(b'"'), repr(bytearray()), repr(b''), ascii(b'\xff'))
print(rb'\n', br'\x00', Rb'\d', bR'\w', RB"\s", b'a' b'b' b"c", b'''multi
line''', b"\x41\102\a\b\f\v", B'up', b'\
cont')

# == int float from bytes
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: int(b'12'))
t(lambda: int(b' 12 '))
t(lambda: int(b'-5'))
t(lambda: int(b'+5'))
t(lambda: int(b'1_000'))
t(lambda: int(b'ff', 16))
t(lambda: int(b'0xff', 16))
t(lambda: int(b'0b11', 0))
t(lambda: int(b'12a'))
t(lambda: int(b''))
t(lambda: int(bytearray(b'7')))
t(lambda: int(memoryview(b'8')))
t(lambda: int(b'\xff'))
t(lambda: int(b'1.5'))
t(lambda: int(b'zz', 36))
t(lambda: int(b'z', 10))
t(lambda: int(bytearray(b'x')))
t(lambda: int(b'12', 1))
t(lambda: int(b'9' * 30))
t(lambda: int(b'1__0'))
t(lambda: int(b'a\x00'))
t(lambda: int(b'12', base=8))
t(lambda: int(b'19', 8))
t(lambda: int(12, 8))
t(lambda: int(b'12', 'a'))
t(lambda: int(b'12', 8.0))
t(lambda: int(b'12', 37))
t(lambda: float(b'1.5'))
t(lambda: float(b' -2e3 '))
t(lambda: float(b'nan'))
t(lambda: float(b'inf'))
t(lambda: float(b'x'))
t(lambda: float(b''))
t(lambda: float(bytearray(b'2.25')))
t(lambda: float(memoryview(b'3')))
t(lambda: float(b'1_0.5'))
t(lambda: float(b'\xff'))
t(lambda: complex(b'1'))
t(lambda: bool(b''))
t(lambda: bool(b'0'))
t(lambda: bool(bytearray()))
t(lambda: bool(memoryview(b'')))
t(lambda: float(b'1.5 x'))
t(lambda: ord(b'a'))
t(lambda: ord(bytearray(b'b')))
t(lambda: ord(b''))
t(lambda: ord(b'ab'))
t(lambda: ord(memoryview(b'a')))
t(lambda: ord(1))
t(lambda: ord(bytearray(b'ab')))
t(lambda: chr(b'a'))
t(lambda: chr(b'a'[0]))
t(lambda: hex(b'a'))
t(lambda: hex(b'\xff'[0]))
t(lambda: bin(b'a'))
t(lambda: oct(b'a'))
t(lambda: round(b'a'))
t(lambda: abs(b'a'))
t(lambda: len(5))
t(lambda: sum(b'abc'))
t(lambda: sum([b'a'], b''))
t(lambda: sum([b'a']))
t(lambda: sum(bytearray(b'ab'), 10))
t(lambda: sum([], b''))
t(lambda: sum([[1]], bytearray()))
t(lambda: min(b'hello'))
t(lambda: max(bytearray(b'hello')))
t(lambda: min(b''))
t(lambda: max(b'', default=5))
t(lambda: max(b'abc', key=lambda x: -x))
t(lambda: min(b'a', b'b'))
t(lambda: max(b'a', 'b'))
t(lambda: sorted(b'hello'))
t(lambda: sorted([b'b', b'a']))
t(lambda: sorted([b'b', 'a']))
t(lambda: sorted(bytearray(b'cab'), reverse=True))
t(lambda: list(reversed(b'abc')))
t(lambda: bytes(reversed(b'abc')))
t(lambda: list(enumerate(b'ab', 1)))
t(lambda: list(zip(b'ab', 'xy', bytearray(b'12'))))
t(lambda: list(map(chr, b'abc')))
t(lambda: bytes(filter(lambda c: c > 97, b'abc')))
t(lambda: any(b'\0\0'))
t(lambda: all(b'\1\0'))
t(lambda: all(b''))
t(lambda: any(b'\0\1'))
t(lambda: tuple(b'ab'))
t(lambda: set(b'aab') == {97, 98})
t(lambda: frozenset(b'a'))
t(lambda: dict(zip(b'ab', b'cd')))
t(lambda: list(memoryview(b'ab')))
t(lambda: next(iter(b'a')))
t(lambda: next(iter(b''), 'none'))
t(lambda: [*b'ab', *bytearray(b'c')])
t(lambda: print(*b'abc', sep=b''))
t(lambda: print(*b'abc', sep=','))

# == from_bytes to_bytes
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: int.from_bytes(b'\x01\x02', 'big'))
t(lambda: int.from_bytes(b'\x01\x02', 'little'))
t(lambda: int.from_bytes(b'\xff\xfe', 'big', signed=True))
t(lambda: int.from_bytes(b'', 'big'))
t(lambda: int.from_bytes(b'\x01'))
t(lambda: int.from_bytes([1, 2], 'big'))
t(lambda: int.from_bytes('ab', 'big'))
t(lambda: int.from_bytes(5, 'big'))
t(lambda: int.from_bytes(b'a', 'middle'))
t(lambda: int.from_bytes(b'a', byteorder='little'))
t(lambda: int.from_bytes(bytearray(b'\xff' * 10), 'big'))
t(lambda: int.from_bytes(memoryview(b'\1\0'), 'little'))
t(lambda: int.from_bytes())
t(lambda: int.from_bytes(b'a', 1))
t(lambda: int.from_bytes([300], 'big'))
t(lambda: int.from_bytes(range(3), 'big'))
t(lambda: int.from_bytes(None, 'big'))
t(lambda: (5).from_bytes(b'\2', 'big'))
t(lambda: int.from_bytes(b'\x80', signed=True))
t(lambda: int.from_bytes(b'a', 'big', True))
t(lambda: (258).to_bytes(2, 'big'))
t(lambda: (258).to_bytes(4, 'little'))
t(lambda: (-1).to_bytes(2, 'big', signed=True))
t(lambda: (-1).to_bytes(2, 'big'))
t(lambda: (256).to_bytes(1, 'big'))
t(lambda: (128).to_bytes(1, 'big', signed=True))
t(lambda: (0).to_bytes(0, 'big'))
t(lambda: (5).to_bytes())
t(lambda: (5).to_bytes(length=3))
t(lambda: (5).to_bytes(-1, 'big'))
t(lambda: (5).to_bytes(2, 'mid'))
t(lambda: (5).to_bytes('2', 'big'))
t(lambda: (2**64).to_bytes(9, 'big'))
t(lambda: True.to_bytes(1, 'big'))
t(lambda: (5).to_bytes(2, byteorder='little', signed=False))
t(lambda: (1).to_bytes(1, 'big', True))
t(lambda: int.to_bytes(3, 2, 'big'))
t(lambda: (-2**63).to_bytes(8, 'little', signed=True))
t(lambda: (5).to_bytes(1.0, 'big'))
t(lambda: (65).to_bytes(1))
t(lambda: (5).to_bytes(1, 2))

# == hash and sets
print(hash(b'a') == hash(b'a'), hash(b'a') == hash(memoryview(b'a')), hash(b'') == hash(''), {b'a', b'a', b'b'} == {b'b', b'a'}, len({b'', ''}))
for x in (bytearray(b'a'), memoryview(bytearray(b'a'))):
    try: print(hash(x))
    except Exception as e: print(type(e).__name__, e)
    try: print({x: 1})
    except Exception as e: print(type(e).__name__, e)
    try: print({x})
    except Exception as e: print(type(e).__name__, e)
d = {b'k': 1, 'k': 2, 107: 3}
print(d, d[b'k'], d.get(b'z'), d.get(b'z', 0), b'k' in d)
try: d[b'nope']
except KeyError as e: print(type(e).__name__, e, e.args)
try: d[bytearray(b'k')]
except Exception as e: print(type(e).__name__, e)
d[memoryview(b'k')] = 5
print(len(d), d[b'k'])
d[b'new'] = b'val'; del d[b'k']
print(d)
s = {b'x', b'y'}; s.add(b'x'); s.discard(b'q')
print(sorted(s), s & {b'x'}, s | {b'x', b'y'} == s)
try: s.remove(b'zz')
except KeyError as e: print(type(e).__name__, e)
try: s.add(bytearray())
except Exception as e: print(type(e).__name__, e)
print(sorted({b'b': 1, b'a': 2}.items()), {k: v for k, v in zip([b'a', b'b'], b'xy')}, {bytes([c]) for c in b'aa'})
from collections import Counter, OrderedDict, defaultdict
c = Counter(b'hello')
print(c[108], c.most_common(1))
dd = defaultdict(list); dd[b'a'].append(1)
print(dict(dd))

# == isinstance and types
for x in (b'a', bytearray(b'a'), memoryview(b'a')):
    print(type(x), type(x).__name__, isinstance(x, bytes), isinstance(x, bytearray), isinstance(x, (bytes, bytearray)), isinstance(x, memoryview), isinstance(x, object), isinstance(x, str), isinstance(x, int), type(x) is bytes, type(x) == bytearray)
print(issubclass(bytes, object), issubclass(bytearray, bytes), issubclass(bool, bytes), bytes.__name__, bytearray.__name__, memoryview.__name__, bytes.__module__, bytes.__mro__, bytearray.__bases__, memoryview.__mro__)
print(bytes, bytearray, memoryview, type(bytes), bytes is bytes, bytes == bytes, bytes != bytearray, callable(bytes), hasattr(b'', 'decode'), hasattr(b'', 'append'), hasattr(bytearray(), 'append'), hasattr(b'', '__len__'), hasattr(b'', '__setitem__'), hasattr(bytearray, '__hash__'), bytearray.__hash__)
print(type(b''.upper()), type(bytearray().upper()), type(b'' + bytearray()), type(bytearray() + b''), type(b''.join([bytearray(b'x')])), type(iter(b'')), type(iter(bytearray())), type(iter(memoryview(b''))))
print(b'a'.__class__, b'a'.__len__(), b'abc'.__getitem__(1), b'a'.__add__(b'b'), b'a'.__mul__(2), b'a'.__rmul__(2), b'a'.__contains__(97), b'a'.__eq__(b'a'), b'a'.__eq__(1), b'a'.__lt__(b'b'), b'a'.__hash__() == hash(b'a'), b'%d'.__mod__(3), b'a'.__repr__(), b'a'.__str__(), b'a'.__bytes__(), list(b'a'.__iter__()), b'a'.__ne__(b'b'), b'a'.__getnewargs__(), bytes.__add__(b'a', b'c'), b'a'.__sizeof__() > 0)
for f in ('__radd__', '__iadd__', '__bool__', '__index__', '__int__', '__reversed__', '__dict__', '__buffer__', '__format__', '__reduce__', '__doc__', '__init__', '__new__', '__dir__', '__delitem__', '__alloc__', '__release_buffer__', '__complex__', '__getnewargs__', '__class_getitem__', '__subclasshook__', '__enter__'):
    print(f, hasattr(b'', f), hasattr(bytearray(), f), hasattr(memoryview(b''), f))

# == attribute errors
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: b''.foo)
t(lambda: bytearray().foo)
t(lambda: memoryview(b'').foo)
t(lambda: bytes.foo)
t(lambda: bytearray.foo)
def s(o, n, v):
    try: setattr(o, n, v); print('set')
    except Exception as e: print(type(e).__name__, e)
    try: delattr(o, n); print('del')
    except Exception as e: print(type(e).__name__, e)
for o in (b'', bytearray(), memoryview(b''), bytes, bytearray):
    s(o, 'x', 1)
    s(o, 'upper', 1)
    s(o, '__len__', 1)
    s(o, '__class__', int)
t(lambda: b'abc'())
t(lambda: bytearray()())
t(lambda: b'abc'['x'])
t(lambda: b'abc'.upper.__name__)
t(lambda: b'abc'.upper())
t(lambda: bytes.upper(b'abc'))
t(lambda: bytes.upper('abc'))
t(lambda: bytes.upper())
t(lambda: bytes.upper(bytearray(b'a')))
t(lambda: bytearray.append(b'a', 1))
t(lambda: bytes.join(b',', [b'a', b'b']))
t(lambda: list(map(bytes.upper, [b'a', b'b'])))
t(lambda: list(map(bytes.decode, [b'a', b'b'])))
t(lambda: sorted([b'B', b'a'], key=bytes.lower))
t(lambda: getattr(b'x', 'upper')())
t(lambda: getattr(b'x', 'nope', None))
t(lambda: getattr(b'x', b'upper'))
t(lambda: vars(b''))
t(lambda: (lambda f: f(98))(b'abc'.find))
t(lambda: iter(5))
t(lambda: b'ab'.__getattribute__('upper')())

# == memoryview basics
m = memoryview(b'abcdef')
print(m.format, m.itemsize, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.nbytes, len(m), m.contiguous, m.c_contiguous, m.f_contiguous, m.obj)
print(m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), m[::-1].tobytes(), bytes(m), list(m), m.tolist(), m.hex(), m == b'abcdef', m != b'x')
ba = bytearray(b'hello'); w = memoryview(ba)
w[0] = 72; w[1:3] = b'EL'
print(ba, w.readonly)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def s(k, v, x=None):
    x = memoryview(bytearray(b'hello')) if x is None else x
    try: x[k] = v; print(x.tobytes())
    except Exception as e: print(type(e).__name__, e)
s(0, 256)
s(0, -1)
s(0, 'a')
s(0, b'a')
s(0, None)
s(0, 1.5)
s(9, 1)
s('a', 1)
s(slice(0, 2), b'abc')
s(slice(0, 2), b'XY')
s(slice(0, 2), [1, 2])
s(slice(None, None, 2), b'123')
s(None, 1)
s(..., b'abcde')
s((0,), 5)
s((0, 0), 5)
s(slice(0, 2), 'ab')
s(0, 1, memoryview(b'a'))
s(slice(0, 1), b'a', memoryview(b'a'))
s(slice(0,2), bytearray(b'pq'))
s(slice(0, 0), b'')
t(lambda: m[6])
t(lambda: m['a'])
t(lambda: m[1.0])
t(lambda: m[0, 0])
t(lambda: m[...] == m)
t(lambda: m[()])
t(lambda: memoryview('abc'))
t(lambda: memoryview(5))
t(lambda: memoryview())
t(lambda: memoryview(None))
t(lambda: memoryview([1]))
t(lambda: memoryview(b'a', 1))
t(lambda: memoryview(object=b'a')[0])
t(lambda: m.index(98))
t(lambda: m.index(0))
t(lambda: m.count(97))
t(lambda: m.index(98, 2))
t(lambda: m.foo)
t(lambda: m())
t(lambda: len(memoryview(b'')))
t(lambda: m + b'a')
t(lambda: m * 2)
t(lambda: m < m)
t(lambda: hash(memoryview(b'a')) == hash(b'a'))
t(lambda: bool(m))
t(lambda: bool(memoryview(b'')))
t(lambda: m.tobytes('C'))
t(lambda: m.tobytes(order='F'))
t(lambda: m.tobytes('X'))
t(lambda: m.tobytes(1))
t(lambda: reversed(m))
t(lambda: list(reversed(m)))
t(lambda: m.toreadonly().readonly)
t(lambda: m.obj is memoryview(m).obj)
t(lambda: memoryview(memoryview(b'q')).tobytes())
t(lambda: repr(m)[:11])
t(lambda: str(m)[:11])
t(lambda: sorted(m))
t(lambda: sum(m))
t(lambda: max(m))
t(lambda: [hex(x) for x in m])
t(lambda: 97 in m)
t(lambda: b'a' in m)
t(lambda: dict(enumerate(m[:2])))
t(lambda: int.from_bytes(m[:2], 'big'))
t(lambda: b'-'.join([m[:1], m[1:2]]))
t(lambda: m.decode())
t(lambda: str(m[:2], 'ascii'))
t(lambda: m.release())
t(lambda: m[0])
t(lambda: len(m))
t(lambda: m.tolist())
t(lambda: m.format)
t(lambda: m.release())
t(lambda: bytes(m))
t(lambda: m == m)
t(lambda: m == b'a')
t(lambda: repr(m)[:20])
t(lambda: memoryview(m))
t(lambda: m.obj)
t(lambda: m.nbytes)
t(lambda: list(m))
t(lambda: hash(m))
t(lambda: m.cast('B'))
t(lambda: m[0:1])
t(lambda: m.hex())
t(lambda: 1 in m)
t(lambda: bool(m))

# == cast
import struct
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
b = bytes(range(16))
m = memoryview(b)
for f in ('b', 'B', 'c', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'n', 'N', 'f', 'd', '?', 'P', '@i', '<i', 'x', 's', '', 'ii', 'e', 'F', 'D'):
    t(lambda: (m.cast(f).tolist(), m.cast(f).itemsize, m.cast(f).shape))
t(lambda: m.cast('B', (4, 4)).tolist())
t(lambda: m.cast('B', [2, 2, 4]).tolist())
t(lambda: m.cast('B', shape=[16])[3])
t(lambda: m.cast('h', (2, 4)).tolist())
t(lambda: m.cast('B', (3, 5)))
t(lambda: m.cast('B', (0,)))
t(lambda: m.cast('B', 16))
t(lambda: m.cast('B', (-1, 16)))
t(lambda: m.cast('B', 'a'))
t(lambda: m.cast(5))
t(lambda: m.cast())
t(lambda: m.cast('B', ('a',)))
t(lambda: m[1:4].cast('h'))
t(lambda: m[::2].cast('h'))
t(lambda: m.cast('h').cast('i'))
t(lambda: m.cast('h').cast('B').tobytes() == b)
t(lambda: m.cast('B', ()));  t(lambda: m[:1].cast('B', ())[()])
x = m.cast('B', (4, 4))
t(lambda: x[0])
t(lambda: x[0, 1])
t(lambda: x[3, 3])
t(lambda: x[4, 0])
t(lambda: x[-1, -1])
t(lambda: x[0:2].tolist())
t(lambda: x[0:1, 0:1])
t(lambda: x[0, 0, 0])
t(lambda: list(x))
t(lambda: len(x))
t(lambda: x.strides)
t(lambda: x.ndim)
t(lambda: x.tobytes() == b)
t(lambda: x == m)
t(lambda: x.hex()[:4])
t(lambda: 1 in x)
t(lambda: x.count(1))
t(lambda: x.index(1))
t(lambda: x['a', 1])
t(lambda: x[1.0, 1])
t(lambda: bytes(x[1:2]))
t(lambda: x.nbytes)
t(lambda: x.shape)
w = memoryview(bytearray(8)).cast('H')
w[0] = 65535; w[1] = 1
t(lambda: w.tolist())
def s(w, k, v):
    try: w[k] = v; print(w.tolist())
    except Exception as e: print(type(e).__name__, e)
s(w, 0, 65536)
s(w, 0, -1)
s(w, 0, 'a')
s(w, 0, 1.0)
s(w, slice(0, 2), b'abcd')
s(w, slice(0, 1), memoryview(b'\1\2').cast('H'))
f = memoryview(bytearray(8)).cast('f')
s(f, 0, 1.5)
s(f, 1, 2)
s(f, 0, 'x')
s(f, 0, 1e300)
q = memoryview(bytearray(8)).cast('?')
s(q, 0, True)
s(q, 1, 5)
s(q, 2, 'x')
c = memoryview(bytearray(2)).cast('c')
s(c, 0, b'z')
s(c, 0, 65)
s(c, 0, b'ab')
t(lambda: c[0])
d = memoryview(bytearray(8)).cast('d')
s(d, 0, 0.1)
t(lambda: d[0])
l = memoryview(bytearray(16)).cast('q')
s(l, 0, -2**63)
s(l, 1, 2**63)
s(l, 1, 2**63-1)

# == exports and release
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
ba = bytearray(b'abc')
m = memoryview(ba)
t(lambda: ba.append(1))
t(lambda: ba.extend(b'x'))
t(lambda: ba.clear())
t(lambda: ba.pop())
t(lambda: ba.insert(0, 1))
t(lambda: ba.remove(97))
t(lambda: ba.__delitem__(0))
t(lambda: ba.__setitem__(slice(0, 1), b''))
t(lambda: ba.__iadd__(b'q'))
t(lambda: ba.__imul__(2))
t(lambda: ba.resize(9))
t(lambda: ba.reverse())
t(lambda: ba.__setitem__(0, 65))
t(lambda: ba.take_bytes())
t(lambda: ba.__setitem__(slice(0, 1), b'Z'))
print(ba, m.tobytes())
m.release(); ba.append(100)
print(ba)
with memoryview(ba) as v:
    print(v[0])
    try: ba.append(1)
    except BufferError as e: print(e)
ba.append(101)
print(ba)
try: v[0]
except ValueError as e: print(e)
try:
    with v: pass
except ValueError as e: print(e)
m1 = memoryview(ba); m2 = m1[1:]; m3 = m2.cast('B')
m1.release()
t(lambda: ba.append(1)); m2.release()
t(lambda: ba.append(1)); m3.release()
t(lambda: ba.append(1))
print(ba)
m = memoryview(ba)
s = m[:2]
try:
    m.release()
    print('released')
except BufferError as e: print(e)
t(lambda: s.tobytes())
t(lambda: m.tobytes())
with memoryview(b'abc') as m, memoryview(m) as n:
    print(m == n, n.nbytes)
def f(b):
    m = memoryview(b)
    try: return m[0]
    finally: m.release()
print(f(b'q'))
x = bytearray(b'xyz')
mm = memoryview(x)
del mm
x.append(1)
print(x)

# == struct
import struct
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for fmt, args in (('b', (-1,)), ('B', (255,)), ('<h', (-2,)), ('>H', (258,)), ('!I', (1,)), ('<i', (-5,)), ('<q', (-2**40,)), ('>Q', (2**64-1,)), ('<f', (1.5,)), ('>d', (0.1,)), ('<e', (1.5,)), ('?', (True,)), ('c', (b'x',)), ('3s', (b'ab',)), ('5p', (b'abc',)), ('2x', ()), ('<bhi', (1, 2, 3)), ('bhi', (1, 2, 3)), ('=bhi', (1, 2, 3)), ('3b', (1, 2, 3)), ('0i', ()), ('<2h2s', (1, 2, b'zz')), ('@l', (7,)), ('n', (3,)), ('N', (3,)), ('P', (5,)), ('', ()), ('<', ()), (' b b ', (1, 2)), ('b0l', (1,))):
    def f():
        p = struct.pack(fmt, *args)
        return p, struct.calcsize(fmt), struct.unpack(fmt, p)
    t(f)
for fmt, args in (('b', (128,)), ('B', (-1,)), ('B', ('a',)), ('B', (1.0,)), ('h', (40000,)), ('H', (70000,)), ('i', (2**31,)), ('I', (-1,)), ('q', (2**63,)), ('Q', (-1,)), ('f', ('x',)), ('f', (1e300,)), ('e', (1e6,)), ('c', (b'ab',)), ('c', ('a',)), ('s', ('a',)), ('s', (1,)), ('?', ([],)), ('bb', (1,)), ('b', (1, 2)), ('z', (1,)), ('b', ()), ('<n', (1,)), ('3', ()), ('b', (None,)), ('<P', (1,)), ('d', (None,)), (5, (1,)), ('p', (b'',)), (b'B', (7,)), ('999999999999999999999b', ())):
    t(lambda: struct.pack(fmt, *args))
for fmt, data in (('h', b'a'), ('h', b'abc'), ('2h', b'ab'), ('i', b''), ('b', 'a'), ('b', 5), ('<I', bytearray(b'\1\0\0\0')), ('<I', memoryview(b'\2\0\0\0')), ('c', b'z'), ('3s', b'abc'), ('5p', b'\3abcd'), ('?', b'\2'), ('x', b'a'), ('<2xh', b'ab\1\0'), ('b', None), ('4c', b'abcd')):
    t(lambda: struct.unpack(fmt, data))
t(lambda: struct.unpack_from('<h', b'abcd', 2))
t(lambda: struct.unpack_from('<h', b'abcd', 3))
t(lambda: struct.unpack_from('<h', b'abcd', -2))
t(lambda: struct.unpack_from('<h', b'abcd', -9))
t(lambda: struct.unpack_from('<h', b'ab', offset=0))
t(lambda: struct.unpack_from('<i', b'ab'))
t(lambda: list(struct.iter_unpack('<h', b'abcd')))
t(lambda: list(struct.iter_unpack('<h', b'abc')))
t(lambda: list(struct.iter_unpack('', b'abc')))
buf = bytearray(6)
t(lambda: struct.pack_into('<h', buf, 1, 258))
print(buf)
t(lambda: struct.pack_into('<h', buf, 5, 1))
t(lambda: struct.pack_into('<h', buf, -2, 1))
print(buf)
t(lambda: struct.pack_into('<h', b'abc', 0, 1))
t(lambda: struct.pack_into('<h', buf, 9, 1))
t(lambda: struct.pack_into('<h', buf))
t(lambda: struct.pack_into('<h', buf, 0))
t(lambda: struct.pack_into('<h', buf, 'a', 1))
t(lambda: struct.pack_into('<h', buf, -9, 1))
s = struct.Struct('<Hb')
t(lambda: s.pack(1, 2))
t(lambda: s.unpack(b'\1\0\2'))
t(lambda: s.size)
t(lambda: s.format)
t(lambda: s.pack(1))
t(lambda: s.unpack(b''))
t(lambda: s.unpack_from(b'\0\1\0\2', 1))
t(lambda: list(s.iter_unpack(b'\1\0\2' * 2)))
t(lambda: struct.Struct('q q'))
t(lambda: struct.Struct('y'))
t(lambda: repr(s))
t(lambda: struct.Struct())
t(lambda: struct.Struct(5))
print(struct.error, issubclass(struct.error, Exception), struct.error.__name__, struct.error.__module__)
t(lambda: struct.calcsize('z'))
t(lambda: struct.calcsize('<bi'))
t(lambda: struct.calcsize('bi'))
t(lambda: struct.calcsize(5))
t(lambda: struct.calcsize(b'h'))
a, b = struct.unpack('<hh', b'\1\0\2\0')
print(a, b)
(n,) = struct.unpack('>I', b'\0\0\1\0')
print(n)
try: struct.unpack('>I', b'')
except struct.error as e: print('err', e)

# == array
from array import array
import array as am
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
a = array('i', [1, 2, 3])
t(lambda: a)
t(lambda: a.typecode)
t(lambda: a.itemsize)
t(lambda: len(a))
t(lambda: a[0])
t(lambda: a[-1])
t(lambda: a[1:])
t(lambda: a[::-1])
t(lambda: a.append(4))
t(lambda: a.extend([5, 6]))
t(lambda: a.insert(0, 9))
t(lambda: a.pop())
t(lambda: a.pop(0))
t(lambda: a.remove(2))
t(lambda: a.index(3))
t(lambda: a.index(99))
t(lambda: a.remove(99))
t(lambda: a.count(3))
t(lambda: a.reverse())
t(lambda: a.tolist())
t(lambda: a.tobytes())
t(lambda: a.buffer_info()[1])
t(lambda: a.byteswap())
t(lambda: a)
t(lambda: a + array('i', [7]))
t(lambda: a * 2)
t(lambda: a + [1])
t(lambda: a == array('i', a.tolist()))
t(lambda: array('b', [1]) == array('i', [1]))
t(lambda: a < array('i', [0]))
t(lambda: 3 in a)
t(lambda: list(a))
t(lambda: array('u', 'ab'))
t(lambda: array('w', 'ab'))
t(lambda: array('b', b'abc'))
t(lambda: array('B', b'abc'))
t(lambda: array('d', [1, 2.5]))
t(lambda: array('f', [0.1])[0])
t(lambda: array('x'))
t(lambda: array('i', 'abc'))
t(lambda: array('i', [1.5]))
t(lambda: array('b', [200]))
t(lambda: array('B', [-1]))
t(lambda: array('i', [2**31]))
t(lambda: array())
t(lambda: array('ii'))
t(lambda: array(5))
t(lambda: array('i', 5))
t(lambda: array('i', array('b', [1, 2])))
t(lambda: array('i', b'\1\0\0\0'))
t(lambda: array('i', b'abc'))
t(lambda: a.frombytes(b'\1\0\0\0'))
t(lambda: a.frombytes(b'\1'))
t(lambda: a.fromlist([1]))
t(lambda: a.fromlist(['a']))
t(lambda: a.fromlist((1,)))
t(lambda: a.clear())
t(lambda: a)
t(lambda: a.pop())
t(lambda: am.typecodes)
t(lambda: array('q', [2**63 - 1]))
t(lambda: array('Q', [2**64]))
t(lambda: array('h', range(3)).tobytes().hex())
t(lambda: memoryview(array('h', [1, 2])).tolist())
t(lambda: memoryview(array('h', [1, 2])).format)
t(lambda: bytes(array('h', [1, 2])))
t(lambda: bytearray(array('B', b'xy')))
t(lambda: array('i', (x * x for x in range(3))))
t(lambda: hash(a))
t(lambda: array('d'))
t(lambda: array('i', [1])[5])
t(lambda: array('i', [1])['a'])
t(lambda: a.foo)
a = array('h', range(5))
a[0] = 100; a[1:3] = array('h', [7, 8, 9]); del a[-1]
print(a)
def s(k, v):
    try: a[k] = v; print(a)
    except Exception as e: print(type(e).__name__, e)
s(0, 'x')
s(0, 1.5)
s(99, 1)
s(slice(0, 1), [1])
s(slice(0, 1), b'x')
s(0, 2**20)
s('a', 1)
a += array('h', [1]); a *= 2
print(a)
try: a += [1]
except Exception as e: print(type(e).__name__, e)
try: a += array('i', [1])
except Exception as e: print(type(e).__name__, e)
m = memoryview(a); m[0] = -5
print(a[0])
try: a.append(1)
except BufferError as e: print(e)
m.release()
for i, v in enumerate(array('B', b'hi')): print(i, v)
print(sorted(array('i', [3, 1, 2])), sum(array('d', [1, 2])), max(array('b', [1, -1])), isinstance(a, array), type(a), array.__name__, array.__module__)

# == BytesIO
import io
from io import BytesIO
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
f = BytesIO(b'hello\nworld\nlast')
t(lambda: f.read(2))
t(lambda: f.tell())
t(lambda: f.readline())
t(lambda: f.readlines())
t(lambda: f.read())
t(lambda: f.seek(0))
t(lambda: f.readline(3))
t(lambda: f.seek(-4, 2))
t(lambda: f.read())
t(lambda: f.seek(-1))
t(lambda: f.seek(1, 1))
t(lambda: f.seek(0, 5))
t(lambda: f.getvalue())
t(lambda: f.seek(0))
t(lambda: list(f))
t(lambda: f.write(b'!'))
t(lambda: f.getvalue())
t(lambda: f.write('x'))
t(lambda: f.write(5))
t(lambda: f.write(bytearray(b'ba')))
t(lambda: f.writelines([b'a', b'b']))
t(lambda: f.writelines(['x']))
t(lambda: f.writelines(5))
t(lambda: f.truncate(3))
t(lambda: f.getvalue())
t(lambda: f.truncate(-1))
t(lambda: f.truncate('a'))
t(lambda: f.seek(10))
t(lambda: f.write(b'z'))
t(lambda: f.getvalue())
t(lambda: f.readable())
t(lambda: f.writable())
t(lambda: f.seekable())
t(lambda: f.closed)
t(lambda: f.isatty())
t(lambda: f.fileno())
t(lambda: f.flush())
t(lambda: f.read1(2))
t(lambda: f.seek(0))
t(lambda: f.read(None))
t(lambda: f.read('a'))
t(lambda: f.seek('a'))
t(lambda: f.seek(1.5))
t(lambda: f.read(1.5))
t(lambda: f.readline(None)); b = bytearray(3)
t(lambda: f.seek(0))
t(lambda: f.readinto(b))
print(b)
t(lambda: f.readinto(b'abc'))
t(lambda: f.readinto('abc'))
t(lambda: f.getbuffer()[0])
t(lambda: f.detach())
t(lambda: f.read1())
t(lambda: f.peek())
t(lambda: f.foo)
v = f.getbuffer(); v[0] = 90
print(f.getvalue())
try: f.write(b'more' * 10)
except BufferError as e: print(e)
v.release()
t(lambda: f.close())
t(lambda: f.closed)
t(lambda: f.read())
t(lambda: f.write(b''))
t(lambda: f.getvalue())
t(lambda: f.close())
t(lambda: f.tell())
t(lambda: f.seek(0))
t(lambda: list(f))
t(lambda: f.readable())
with BytesIO(b'ctx') as g: print(g.read())
print(g.closed)
try:
    with g: pass
except ValueError as e: print(e)
t(lambda: BytesIO('x'))
t(lambda: BytesIO(5))
t(lambda: BytesIO(None).read())
t(lambda: BytesIO(initial_bytes=b'q').read())
t(lambda: BytesIO(b'a', b'b'))
t(lambda: BytesIO(bytearray(b'w')).read())
t(lambda: BytesIO([1, 2]))
t(lambda: next(BytesIO(b'l1\nl2')))
t(lambda: next(BytesIO()))
t(lambda: isinstance(BytesIO(), io.BytesIO))
for line in BytesIO(b'a\nb\n'): print(line.rstrip(b'\n'))
h = BytesIO()
for i in range(3): h.write(bytes([i]))
print(h.getvalue(), h.tell(), len(h.getbuffer()))
f = BytesIO(b'abcdefgh')
for c in iter(lambda: f.read(3), b''): print(c)
while True:
    c = f.read(1)
    if not c: break
print('done')

# == binascii
import binascii
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: binascii.hexlify(b'ab\xff'))
t(lambda: binascii.hexlify(b'abc', ':'))
t(lambda: binascii.hexlify(b'abcd', b'-', 2))
t(lambda: binascii.unhexlify('4142'))
t(lambda: binascii.unhexlify(b'4142'))
t(lambda: binascii.unhexlify('4'))
t(lambda: binascii.unhexlify('zz'))
t(lambda: binascii.a2b_hex('00'))
t(lambda: binascii.b2a_hex(bytearray(b'q')))
t(lambda: binascii.b2a_base64(b'hello'))
t(lambda: binascii.b2a_base64(b'hello', newline=False))
t(lambda: binascii.a2b_base64(b'aGVsbG8='))
t(lambda: binascii.a2b_base64('aGVsbG8='))
t(lambda: binascii.a2b_base64(b'a'))
t(lambda: binascii.a2b_base64(b'abc'))
t(lambda: binascii.crc32(b'hello'))
t(lambda: binascii.crc32(b'hello', 5))
t(lambda: binascii.crc_hqx(b'hello', 0))
t(lambda: binascii.hexlify('a'))
t(lambda: binascii.hexlify(1))
t(lambda: binascii.crc32('a'))
t(lambda: binascii.Error)
t(lambda: binascii.a2b_base64('\u20ac'))
t(lambda: binascii.b2a_uu(b'hi'))
t(lambda: binascii.a2b_uu(b'"aGD\n'))
t(lambda: binascii.b2a_qp(b'a=b'))
t(lambda: binascii.a2b_qp(b'a=3Db'))
t(lambda: issubclass(binascii.Error, ValueError))
t(lambda: binascii.hexlify())
t(lambda: binascii.unhexlify(5))
t(lambda: binascii.a2b_base64(b'aGVs!bG8=', strict_mode=True))

# == subclass bytes
class B(bytes):
    def shout(self): return self.upper()
    @property
    def first(self): return self[0]
b = B(b'abc')
print(b, repr(b), type(b), type(b).__name__, b.shout(), type(b.shout()), b.first, b == b'abc', b'abc' == b, hash(b) == hash(b'abc'), {b: 1}[b'abc'], len(b), b[1:], type(b[1:]), b + b'd', type(b + b'd'), b * 2, type(b * 2), isinstance(b, bytes), issubclass(B, bytes), bytes(b), type(bytes(b)), b'x' + b, b.replace(b'a', b'z'), b.hex(), list(b), B.fromhex('4142'), type(B.fromhex('4142')), B(), B(3), B('x', 'ascii'))
b.x = 5
print(b.x, b.__dict__, hasattr(b, 'y'))
try: b.y
except AttributeError as e: print(e)
print(str(b), '%s' % b, f'{b}', b'%s' % b, b in [b'abc'], b'b' in b, sorted([B(b'z'), B(b'a')]), B.__mro__, B.__bases__, B.__name__, super(B, b).upper())
del b.x
try: del b.x
except AttributeError as e: print(e)

# == subclass with new and init
class P(bytes):
    def __new__(cls, text, enc='utf-8'):
        self = super().__new__(cls, text, enc)
        self.enc = enc
        return self
    def __repr__(self): return 'P(%s)' % bytes.__repr__(self)
p = P('hé')
print(p, repr(p), p.enc, len(p), str(p), [p], '%r' % p, f'{p!r}')
class Q(bytearray):
    def __init__(self, *a):
        super().__init__(*a)
        self.log = []
    def append(self, x):
        self.log.append(x)
        super().append(x)
q = Q(b'ab'); q.append(99); q.extend(b'de')
print(q, q.log, type(q).__name__, q == b'abcde', repr(q), type(q[:2]), type(q + b'x'), type(q.copy()), type(q.upper()))
q += b'!'
print(q, type(q))
q *= 2
print(len(q), type(q))
class R(bytearray): pass
r = R(b'xyz'); r.a = 1
print(r, r.a, type(r.copy()), R.fromhex('41'), R(2), R('a', 'ascii'), r[0], r.pop(), r)
class S(bytes):
    def __eq__(self, o): return 'eq'
    def __hash__(self): return 7
    def __len__(self): return 99
    def __getitem__(self, k): return ('item', k)
    def __contains__(self, x): return True
    def __add__(self, o): return 'added'
    def __radd__(self, o): return 'radded'
    def __iter__(self): return iter('it')
    def __str__(self): return 'str!'
    def __bool__(self): return False
s = S(b'abc')
print(s == 1, hash(s), len(s), s[0], s[1:2], 5 in s, s + b'x', b'x' + s, list(s), str(s), bool(s), bytes(s), s.upper(), s != 1, '%s' % s, f'{s}')
class T(bytes):
    def __lt__(self, o): return bytes.__gt__(self, o)
print(sorted([T(b'a'), T(b'c'), T(b'b')]))
class U(bytes):
    def __mod__(self, o): return 'mod %r' % (o,)
    def __mul__(self, o): return 'mul'
    __rmul__ = __mul__
    def __call__(self, x): return self + x
u = U(b'z')
print(u % 5, u * 2, 3 * u, u(b'y'))
class V(bytes):
    __slots__ = ()
v = V(b'q')
try: v.x = 1
except AttributeError as e: print(type(e).__name__, e)

# == special methods of other classes
class A:
    def __bytes__(self): return b'from A'
class Bad:
    def __bytes__(self): return 'str'
class I:
    def __index__(self): return 65
class It:
    def __iter__(self): return iter([1, 2, 3])
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i + 65
class L:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i
class Buf:
    def __init__(self, b): self.b = b
    def __buffer__(self, flags): return memoryview(self.b)
class Err:
    def __bytes__(self): raise ValueError('boom')
class BadI:
    def __index__(self): return 'x'
class Inf:
    def __iter__(self):
        yield 1
        raise RuntimeError('mid')
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
t(lambda: bytes(A()))
t(lambda: bytearray(A()))
t(lambda: bytes(Bad()))
t(lambda: bytes(I()))
t(lambda: bytes([I(), 66]))
t(lambda: bytes(It()))
t(lambda: bytearray(It()))
t(lambda: bytes(G()))
t(lambda: bytes(L()))
t(lambda: bytes(Buf(b'q')))
t(lambda: bytes(Err()))
t(lambda: bytes(BadI()))
t(lambda: bytes([BadI()]))
t(lambda: bytes(Inf()))
t(lambda: memoryview(Buf(b'zz')).tobytes())
t(lambda: b'a' + Buf(b'b'))
t(lambda: b''.join([Buf(b'x'), b'y']))
t(lambda: bytearray(b'a').extend(Inf()))
t(lambda: b'abc'[I()])
t(lambda: bytes(range(70))[I()])
t(lambda: b'a' * I())
t(lambda: b'A'.find(I()))
t(lambda: I() in b'A')
t(lambda: b'%c' % I())
t(lambda: b'%d' % I())
t(lambda: b'%s' % A())
t(lambda: b'%b' % Buf(b'buf'))
t(lambda: b'abc'.find(Buf(b'b')))
t(lambda: b'abc' == Buf(b'abc'))
t(lambda: Buf(b'a') == b'a')
t(lambda: int.from_bytes(A(), 'big') > 0)
t(lambda: bytes(A))
t(lambda: bytes(L))
t(lambda: memoryview(A()))
t(lambda: bytearray(3)[I()])
t(lambda: bytearray(b'abc').__setitem__(0, I()))
t(lambda: bytearray().append(I()))
t(lambda: (5).to_bytes(I(), 'big')[-1])
t(lambda: b'a'.center(I())[:1])
t(lambda: int(Buf(b'5')))
t(lambda: float(Buf(b'5')))
t(lambda: str(Buf(b'abc'), 'ascii'))
t(lambda: b'abc'.startswith(Buf(b'a')))
t(lambda: Buf(b'a') in b'abc')
t(lambda: bytes(Buf('no')))
class Add:
    def __radd__(self, o): return ('radd', o)
    def __rmul__(self, o): return ('rmul', o)
    def __rmod__(self, o): return ('rmod', o)
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
t(lambda: b'a' + Add())
t(lambda: b'a' * Add())
t(lambda: b'a' % Add())
t(lambda: b'a' == Add())
t(lambda: b'a' < Add())
t(lambda: b'a' > Add())
t(lambda: bytearray(b'a') + Add())
t(lambda: memoryview(b'a') + Add())
t(lambda: b'a' != Add())
t(lambda: b'a' <= Add())

# == exceptions hierarchy and info
try: b'\xff'.decode()
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError), isinstance(e, UnicodeError), str(e), e.args)
try: 'é€'.encode('ascii')
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e.args, str(e))
try: b'ab\xffc\xfe'.decode('ascii')
except UnicodeError as e: print(type(e).__name__, e)
try: b'\xe2\x82'.decode('utf-8')
except UnicodeError as e: print(e)
try: b'\xc3('.decode('utf-8')
except UnicodeError as e: print(e)
try: b'a'.decode('utf-16')
except UnicodeError as e: print(e)
try: b'a'.decode('bogus')
except LookupError as e: print(type(e).__name__, e, e.args)
try: b'a'.index(b'z')
except ValueError as e: print(e.args, repr(e))
try: b'a'[5]
except IndexError as e: print(e.args, repr(e), isinstance(e, LookupError))
try: bytearray()[0]
except IndexError as e: print(e)
try: bytearray()[0] = 1
except IndexError as e: print(e)
try: bytes([256])
except ValueError as e: print(repr(e))
try: b'a' + 1
except TypeError as e: print(repr(e))
try: bytearray(b'a').remove(5)
except ValueError as e: print(repr(e))
try: bytearray().pop()
except IndexError as e: print(repr(e))
try:
    try: b'a'.index(b'z')
    except ValueError: b'b'[9]
except IndexError as e: print(type(e.__context__).__name__)
try: bytes(-1)
except ValueError as e: print(e)
try: b'a'.foo
except AttributeError as e: print(e, e.name, e.obj)
try: raise ValueError(b'raw')
except ValueError as e: print(e, e.args, repr(e))
try: assert b'', b'msg'
except AssertionError as e: print(e)
try: {}[b'x']
except KeyError as e: print(e, repr(e))
def g():
    try: return b'try'
    finally: print('fin')
print(g())
try: memoryview(b'abc').cast('h')
except TypeError as e: print(e)
try: int('a'.encode(), 10)
except ValueError as e: print(e)
else: print('no')
finally: print('finally')
e = None
try: b'x'.join([1])
except Exception as err: e = err
print(type(e), e, isinstance(e, TypeError))
print(issubclass(BufferError, Exception), issubclass(UnicodeDecodeError, ValueError), BufferError.__mro__[1].__name__)
e = UnicodeDecodeError('utf-8', b'ab', 0, 1, 'why')
print(e, e.args, e.reason, repr(e))
try: UnicodeDecodeError('utf-8')
except TypeError as x: print(x)

# == copy pickle
import copy
for x in (b'abc', bytearray(b'abc')):
    c = copy.copy(x); d = copy.deepcopy(x)
    print(c, d, c == x, c is x, d is x, type(c), type(d))
l = [b'a', bytearray(b'b')]; d = copy.deepcopy(l); d[1].append(99)
print(l, d, d[0] is l[0])
class B(bytes): pass
class BA(bytearray): pass
b = B(b'q'); b.x = [1]; c = copy.copy(b)
print(c, type(c), c.x, c.x is b.x); c = copy.deepcopy(b)
print(c, type(c), c.x, c.x is b.x)
b = BA(b'q'); b.x = [1]; c = copy.copy(b); c.append(1)
print(b, c, type(c), c.x); c = copy.deepcopy(b)
print(c, type(c), c.x)
print(b'a'.__reduce_ex__(2)[1], bytearray(b'a').__reduce__()[1:], bytearray(b'a').__reduce_ex__(2)[1:])
try: copy.copy(memoryview(b'a'))
except TypeError as e: print(e)
print(b'ab'.__getnewargs__(), B(b'z').__getnewargs__())

# == iteration generators
def chunks(b, n):
    for i in range(0, len(b), n): yield b[i:i + n]
print(list(chunks(b'abcdefg', 3)), bytes(x for c in chunks(b'abc', 2) for x in c))
def gen():
    x = yield b'start'
    while x: x = yield x.upper()
g = gen()
print(next(g), g.send(b'abc'), g.send(bytearray(b'q')))
try: g.send(b'')
except StopIteration: print('stop')
it = iter(b'ab')
print(next(it), next(it), next(it, None), list(it), it is iter(it))
try: next(it)
except StopIteration as e: print('SI', e.args)
print(it.__length_hint__(), type(it).__name__)
it = iter(bytearray(b'abc')); next(it)
print(it.__length_hint__(), list(it))
ba = bytearray(b'abc')
out = []
for x in ba:
    out.append(x)
    if len(ba) < 6: ba.append(x + 1)
print(out, ba)
for i, x in enumerate(b'hi'): print(i, x, chr(x))
a, b, c = b'xyz'
print(a, b, c)
a, *r = b'xyz'
print(a, r)
*r, z = bytearray(b'12')
print(r, z)
try: a, b = b'x'
except ValueError as e: print(e)
try: a, b = b'xyz'
except ValueError as e: print(e)
print([x for x in b'abc' if x != 98], {x: chr(x) for x in b'ab'}, {x for x in b'aa'}, list(x + 1 for x in b'a'), [*b'q'], (*b'q',), {*b'q'}, max(b'q', b'r'), sum(x for x in b'\1\2'))
print(bytes(bytearray(b'abc')[::-1]), b''.join(reversed([b'a', b'b'])), bytes(sorted(b'hello')), bytes(set(b'aaa')), b','.join(bytes([x]) for x in b'abc'), list(zip(b'ab', b'cd')), [chr(x) for x in b'hi'], ''.join(map(chr, b'hi')), bytes(map(lambda x: x ^ 1, b'abc')), bytes(filter(None, b'a\0b')), list(range(*b'\1\5')), all(x in b'abc' for x in b'cab'), b'abc'[::-1] == bytes(reversed(b'abc')))
for line in b'a\nb\nc'.splitlines(): print(line, end=' ')
print()
for k, v in sorted({b'a': 1, b'b': 2}.items()): print(k, v)
n = 0
while n < len(b'abc'):
    if b'abc'[n] == 98: break
    n += 1
else: n = -1
print(n)
def f(*args, **kw): return args, sorted(kw.items())
print(f(*b'ab', x=b'1', **{'y': b'2'}))

# == dict of bytes methods
d = dict.fromkeys([b'a', b'b'], 0)
d[b'a'] += 5
print(d, d.pop(b'a'), d.pop(b'z', None), d.setdefault(b'c', b'x'), d, list(d), list(d.values()), b'b' in d.keys())
d.update({b'd': 1}); d.update([(b'e', 2)])
print(sorted(d), len(d))
for bad in (lambda: {bytearray(b'k'): 1}, lambda: d[bytearray()], lambda: d.get(bytearray()), lambda: d.pop(bytearray(), 1), lambda: d.setdefault(bytearray(), 1), lambda: dict([(bytearray(), 1)]), lambda: {bytearray(): 1 for _ in 'a'}, lambda: bytearray() in d, lambda: {bytearray()}, lambda: set([bytearray()]), lambda: {bytearray() for _ in 'a'}, lambda: {b'a'}.add(bytearray()), lambda: bytearray() in {b'a'}, lambda: {b'a'}.discard(bytearray()), lambda: {b'a'}.remove(bytearray()), lambda: frozenset([bytearray()]), lambda: hash(bytearray()), lambda: hash((1, bytearray())), lambda: {(1, bytearray()): 1}, lambda: {[]: 1}, lambda: hash([]), lambda: {b'a'} | {bytearray()}, lambda: dict.fromkeys([bytearray()]), lambda: {b'a'}.update([bytearray()]), lambda: {b'a'}.union([bytearray()])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)

# == unary and others
for f in (lambda b: -b, lambda b: +b, lambda b: ~b, lambda b: not b, lambda b: abs(b), lambda b: round(b), lambda b: divmod(b, 2), lambda b: pow(b, 2), lambda b: bin(b), lambda b: hex(b), lambda b: oct(b), lambda b: chr(b), lambda b: b - b, lambda b: b - 1, lambda b: 1 - b, lambda b: b | 1, lambda b: b & b, lambda b: 'a' - b, lambda b: [] - b, lambda b: b ** b, lambda b: b @ 1, lambda b: b << 1, lambda b: b // 1, lambda b: range(b), lambda b: [1][b], lambda b: 'abc'[b], lambda b: len(b, b), lambda b: int(b, b), lambda b: b.x, lambda b: b(), lambda b: 'x'.join([b]), lambda b: 'x'.join(b), lambda b: 'abc'.find(b), lambda b: 'a,b'.split(b), lambda b: 'a'.replace(b, 'x'), lambda b: 'a'.startswith(b), lambda b: b in 'abc', lambda b: 'a' in b, lambda b: 'abc'.strip(b), lambda b: 'abc'.encode(b), lambda b: 'abc' + b, lambda b: 'abc' % b, lambda b: 'abc' * b, lambda b: [1] + b, lambda b: (1,) + b, lambda b: [1] * b, lambda b: 1.5 + b, lambda b: None + b, lambda b: {} | b, lambda b: {1} | b, lambda b: 'a' < b, lambda b: 1 < b, lambda b: None < b, lambda b: [1] < b, lambda b: b < [1], lambda b: isinstance(1, b), lambda b: issubclass(b, int), lambda b: open, lambda b: sorted(b, b), lambda b: sum(b, b), lambda b: enumerate(b, b), lambda b: zip(b, 1), lambda b: map(1, b), lambda b: iter(b, b), lambda b: next(b), lambda b: reversed(5), lambda b: max(b, 'a'), lambda b: b.join(5), lambda b: b[b], lambda b: b['a':], lambda b: b[1.5:], lambda b: b[:None], lambda b: [1, 2]['a':], lambda b: 'abc'[b:]):
    for v in (b'ab', bytearray(b'ab'), memoryview(b'ab')):
        try:
            r = f(v)
            print(r if isinstance(r, (bool, int, str, list, tuple)) else type(r).__name__)
        except Exception as e: print(type(e).__name__, e)

# == inheritance chains
class Base(bytes):
    kind = 'base'
    def __new__(cls, *a, **k): return super().__new__(cls, *a)
    def describe(self): return '%s:%s' % (type(self).__name__, self.kind)
    @classmethod
    def make(cls, s): return cls(s.encode())
    @staticmethod
    def add(a, b): return a + b
class Derived(Base):
    kind = 'derived'
    def describe(self): return 'D ' + super().describe()
d = Derived(b'xyz')
print(d.describe(), Derived.make('q'), Base.add(b'a', b'b'), isinstance(d, Base), [c.__name__ for c in Derived.__mro__], d[0], d[::-1], type(d[:]).__name__, type(d + b'').__name__, type(d.upper()).__name__, bytes.__len__(d))
class Mix:
    def hello(self): return 'hello ' + self.decode()
class M(Mix, bytes): pass
print(M(b'z').hello(), M.__mro__[1].__name__, M(b'z') == b'z')
class C(bytearray):
    def __setitem__(self, k, v):
        super().__setitem__(k, v); self.changed = getattr(self, 'changed', 0) + 1
    def __getitem__(self, k):
        r = super().__getitem__(k)
        return r * 2 if isinstance(r, int) else r
    def __len__(self): return 1000
    def __iter__(self): return iter([9])
c = C(b'abc'); c[0] = 1; c[1:2] = b'ZZ'
print(c, c.changed, c[1], c[0:2], len(c), list(c), bytes(c), c.pop(), c)
class K(bytes):
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K)
print(len({K(b'a'), K(b'b')}), K(b'a') == K(b'z'), K(b'a') == b'a', K(b'a') != K(b'b'))
class E(bytes):
    def __repr__(self): return 'E!'
print([E(b'a')], str(E(b'a')), f'{E(b"a")}', '%r' % E(b'a'), {E(b'k'): 1})
class F(bytes):
    def __format__(self, spec): return 'fmt(' + spec + ')'
print(f'{F(b"a"):abc}', format(F(b'q'), 'z'), '{:x}'.format(F(b'')))
try:
    class N(memoryview): pass
except TypeError as e: print(e)
try:
    class N(bool): pass
except TypeError as e: print(e)
class P(bytearray):
    def __init__(self, n): super().__init__(n); self.n = n
    def __eq__(self, o): return 'P-eq'
    def __bool__(self): return False
p = P(3)
print(p, p.n, p == 1, bool(p), p + b'x', type(p + b'x').__name__, p.n)
class Ctx(bytearray):
    def __enter__(self): self.append(1); return self
    def __exit__(self, *a): self.append(2); return True
with Ctx() as x:
    x.append(9); raise ValueError
print(x)
class It(bytes):
    def __iter__(self):
        for b in bytes.__iter__(self): yield chr(b)
print(list(It(b'abc')), ''.join(It(b'xy')), sorted(It(b'ba')))
class Prop(bytes):
    @property
    def size(self): return len(self)
    def __getattr__(self, n): return 'attr ' + n
q = Prop(b'abc')
print(q.size, q.foo, q.upper())
try: q.size = 5
except AttributeError as e: print(e)
print(issubclass(Derived, bytes), Derived.__bases__[0].__name__, Derived.__name__, Derived.__module__, d.__class__.__name__, type(d).mro()[-1].__name__)
o = object.__new__(object)
try: object.__new__(bytes)
except TypeError as e: print(e)
try: bytes.__new__(int)
except TypeError as e: print(e)
try: bytearray.__new__(bytes)
except TypeError as e: print(e)
print(bytes.__new__(Derived, b'n').describe(), bytearray.__new__(bytearray), bytes.__new__(bytes, 'a', 'ascii'))

# == encodings round trip
for enc in ('utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'utf-8-sig', 'latin-1', 'cp1252', 'cp437', 'iso-8859-15', 'koi8-r', 'cp1251', 'utf-7', 'mac-roman', 'ascii', 'unicode_escape', 'raw_unicode_escape', 'idna', 'punycode', 'rot13', 'hex', 'base64'):
    for s in ('abc', 'é', '日本', 'Привет', '€'):
        try: b = s.encode(enc); print(enc, b, b.decode(enc) == s)
        except Exception as e: print(enc, type(e).__name__, ascii(str(e)))
for b in (b'\xff', b'\xc3', b'a\xe9b', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'\xf0\x9f\x98\x80', b'+AGE', b'\x81\x40', b'\xef\xbb\xbfa'):
    for enc in ('utf-8', 'ascii', 'utf-16', 'utf-32-le', 'cp1252', 'utf-7', 'utf-8-sig'):
        for err in ('strict', 'replace', 'ignore', 'backslashreplace'):
            try: print(ascii(b.decode(enc, err)), end=' ')
            except Exception as e: print(type(e).__name__, ascii(str(e)), end=' ')
    print()

# == views of views
ba = bytearray(range(10))
m = memoryview(ba)
a = m[2:8]; b = a[::2]; c = b[::-1]
print(list(a), list(b), list(c), a.strides, b.strides, c.strides, c.contiguous, b.nbytes, len(c), c.tobytes(), c.tolist(), b == bytes([2, 4, 6]), c[0], c[-1])
b[0] = 99
print(ba, c[-1]); a[:2] = b'hi'
print(ba.hex())
c[:] = b'xyz'
print(ba)
try: c[:] = b'wxyz'
except ValueError as e: print(e)
m[0:3] = m[3:6]
print(list(m)); m[1:4] = m[0:3]
print(list(m))
r = m.toreadonly()
try: r[0] = 1
except TypeError as e: print(e)
print(r.readonly, m.readonly, r == m, r.obj is ba, memoryview(bytes(3)).readonly, m[:0].tolist(), m[5:2].nbytes)
import array
x = array.array('i', [1, -2, 3]); v = memoryview(x)
print(v.format, v.itemsize, v.shape, v[1], v.tolist(), v.nbytes, len(v), v.tobytes() == x.tobytes(), v[::2].tolist(), v.cast('B')[:4].tolist(), v == x, v == array.array('q', [1, -2, 3]), v.hex(), v.readonly)
v[0] = 7
print(x); v[1:] = array.array('i', [8, 9])
print(x)
for bad in ((0, 'a'), (0, 2**31), (slice(0, 1), b'abcd'), (5, 1), (slice(0, 2), array.array('i', [1]))):
    try: v[bad[0]] = bad[1]
    except Exception as e: print(type(e).__name__, e)
try: x.append(1)
except BufferError as e: print(e)
v.release(); x.append(1)
print(x)

# == text processing
data = b'name=Bob; age=42; tags=a,b,c'
d = dict(p.strip().split(b'=') for p in data.split(b';'))
print(d, {k.decode(): v.decode() for k, v in d.items()}, int(d[b'age']), d[b'tags'].split(b','))
print(b' '.join(w.capitalize() for w in b'the quick brown'.split()), b'a-b_c'.replace(b'-', b' ').replace(b'_', b' ').title(), b'%s has %d items (%.1f%%)' % (b'cart', 3, 12.5), b'|'.join([b'x'.center(5), b'y'.ljust(4), b'z'.rjust(3, b'.')]), b'abc'.zfill(6), b'-12'.zfill(6), b'\t1\t2'.expandtabs(4))
rows = [b'1,2,3', b'4,5,6']
print([[int(c) for c in r.split(b',')] for r in rows], sum(int(c) for r in rows for c in r.split(b',')), list(zip(*[r.split(b',') for r in rows])))
s = b'hello world'
print(s[::-1], s.count(b'o'), s.find(b'wor'), sorted(set(s)), max(set(s), key=s.count) in s, bytes(sorted(s)).strip(), s.upper().lower() == s, s.partition(b' '), s.translate(bytes.maketrans(b'lo', b'01')), [s[i:i+3] for i in range(0, len(s), 3)], {chr(c): s.count(c) for c in b'lo'})
print(b''.join(bytes([b ^ 0x20]) for b in b'AbC'), bytes(b + 1 for b in b'HAL'), bytes(x & 0xf for x in b'\xff\x12'), bytearray(b'abc').hex(':'), b'\x01\x02'.hex(), bytes.fromhex('deadBEEF'), '-'.join('%02X' % b for b in b'\x0a\xff'), ' '.join(format(b, '08b') for b in b'\x05\x80'), int('ff', 16).to_bytes(2, 'little'), [hex(b) for b in b'\x00\x10'])
def rle(b):
    out = bytearray(); i = 0
    while i < len(b):
        n = 1
        while i + n < len(b) and b[i + n] == b[i] and n < 255: n += 1
        out += bytes([n, b[i]]); i += n
    return bytes(out)
def unrle(b): return b''.join(bytes([v]) * n for n, v in zip(b[::2], b[1::2]))
e = rle(b'aaabccccd')
print(e, unrle(e) == b'aaabccccd')
def crc(b):
    c = 0xffffffff
    for x in b:
        c ^= x
        for _ in range(8): c = (c >> 1) ^ (0xedb88320 if c & 1 else 0)
    return c ^ 0xffffffff
print(hex(crc(b'123456789')))
def adler(b):
    a, s = 1, 0
    for x in b: a = (a + x) % 65521; s = (s + a) % 65521
    return s << 16 | a
print(adler(b'Wikipedia'))
def fnv(b):
    h = 0xcbf29ce484222325
    for x in b: h = ((h ^ x) * 0x100000001b3) % 2**64
    return '%016x' % h
print(fnv(b'hello'))
def b64(b):
    T = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    o = bytearray()
    for i in range(0, len(b), 3):
        c = b[i:i+3]; n = int.from_bytes(c + b'\0' * (3 - len(c)), 'big')
        for j in range(len(c) + 1): o.append(T[(n >> (18 - 6 * j)) & 63])
        o += b'=' * (3 - len(c))
    return bytes(o)
print(b64(b'Hello, World!'), b64(b'a'), b64(b''))
print(bytes.fromhex('48656c6c6f').decode(), 'héllo'.encode('utf-8'), len('héllo'.encode()), b'h\xc3\xa9'.decode(), 'x'.encode('utf-16-le'), ascii(b'\xe9'.decode('latin-1')))
