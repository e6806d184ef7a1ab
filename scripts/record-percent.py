# CPython's results for formats and values, for tests/formats/recorded-percent.test.ts. A value is written as JSON that
# the test reads as JavaScript: {"float": "1.5"}, {"int": "12"}, {"bytes": "61"}, {"tuple": [...]}, {"dict": [[k, v]]},
# ...
import json
import random


class Index:
    def __index__(self): return 42


class Int:
    def __int__(self): return 43


class Float:
    def __float__(self): return 1.5


class Both:
    def __float__(self): return 1.5
    def __index__(self): return 7


class BadInt:
    def __int__(self): return 'x'
    def __index__(self): return 'x'
    def __float__(self): return 'x'
    def __bytes__(self): return 'x'


class Refuses:
    def __int__(self): raise TypeError('no')
    def __index__(self): raise TypeError('no')
    def __float__(self): raise TypeError('no')
    def __bytes__(self): raise TypeError('no')
    def __repr__(self): raise TypeError('no')


class Breaks:
    def __int__(self): raise IndexError('no')
    def __index__(self): raise IndexError('no')
    def __float__(self): raise IndexError('no')
    def __bytes__(self): raise IndexError('no')
    def __repr__(self): raise IndexError('no')


class Bytes:
    def __bytes__(self): return b'BB'


class Repr:
    def __repr__(self): return 'R\xe9\u20ac'


class Getter:
    def __getitem__(self, key): return key


OBJECTS = {c.__name__: c for c in (Index, Int, Float, Both, BadInt, Refuses, Breaks, Bytes, Repr, Getter)}


def value(spec):
    if not isinstance(spec, dict):
        return spec
    (kind, content), = spec.items()
    match kind:
        case 'int': return int(content)
        case 'power': return content[0] ** content[1]
        case 'float': return float(content)
        case 'bytes': return bytes.fromhex(content)
        case 'bytearray': return bytearray.fromhex(content)
        case 'memoryview': return memoryview(bytes.fromhex(content))
        case 'complex': return complex(*content)
        case 'tuple': return tuple(value(v) for v in content)
        case 'list': return [value(v) for v in content]
        case 'dict': return {value(k): value(v) for k, v in content}
        case 'object': return OBJECTS[content]()


rows = []


def record(format, spec):
    if isinstance(format, str):
        format = format.encode('latin-1')
    try:
        result = (format % value(spec)).decode('latin-1')
    except Exception as e:
        result = '!%s|%s' % (type(e).__name__, e)
    rows.append([format.decode('latin-1'), spec, result])


F = lambda x: {'float': repr(x)}
B = lambda s: {'bytes': s.encode('latin-1').hex()}
T = lambda *v: {'tuple': list(v)}
D = lambda *p: {'dict': [[B(k), v] for k, v in p]}
O = lambda name: {'object': name}
P = lambda base, power: {'power': [base, power]}

VALUES = [
    0, 1, -1, 65, 255, 256, P(2, 70), P(-2, 70), True, F(1.0), F(1.5), F(-1.5), F(1e300), F(-0.0), F(float('inf')),
    F(float('-inf')), F(float('nan')), 'a', 'ab', '\xe9\u20ac\U0001f600', B('a'), B('ab'), B(''), {'bytearray': '7a'},
    {'bytearray': '7a7a'}, {'memoryview': '6d'}, None, {'list': [1]}, {'complex': [0, 1]}, T(1), T(),
] + [O(name) for name in OBJECTS if name != 'Getter']
for type_ in 'diuoxXeEfFgGcbsar%yhk\n\xe9(*.- ':
    for v in VALUES:
        if type_ in 'ar' and v == {'memoryview': '6d'} or type_ in 'ar' and v in ({'object': n} for n in ('Index', 'Int', 'Float', 'Both', 'BadInt', 'Bytes')):
            continue
        record('%' + type_, T(v))
for type_ in 'dxf':
    for v in VALUES:
        if 'tuple' not in (v if isinstance(v, dict) else ()):
            record('%' + type_, v)

FLAGS = ['', '-', '+', ' ', '#', '0', '-0', '+ ', '+0', ' 0', '#0', '-#', '#+', '0-+ #']
for flags in FLAGS:
    for size in ['', '10', '.0', '.3', '10.3', '.', '1', '10.12']:
        for type_, v in [('d', -42), ('d', 7), ('x', -255), ('X', 255), ('o', 8), ('f', F(-1.5)), ('e', F(12345.678)),
                         ('g', F(0.00001234)), ('G', F(1e10)), ('f', F(float('inf'))), ('c', 65), ('s', B('abcd')), ('a', 'abcd')]:
            record('%' + flags + size + type_ + '|', T(v))

random.seed(315)
for _ in range(400):
    x = random.choice([
        random.uniform(-1000, 1000), random.uniform(0, 1), 10 ** random.uniform(-320, 308), random.randint(0, 10 ** 6) / 8,
        random.randint(0, 1000) + 0.5, random.randint(0, 10 ** 17) * 1.0, float('%.5g' % random.uniform(0, 100)),
    ])
    precision = random.choice([0, 1, 2, 3, 6, 10, 17, 20, 25])
    record('%%%s.%d%s' % (random.choice(['', '#']), precision, random.choice('efg')), F(x))
for format, x in [('%.50f', 0.1), ('%.120f', 0.1), ('%.200e', 5e-324), ('%.400g', 5e-324), ('%.99f', 0.1), ('%.100f', 0.1),
                  ('%.101f', 0.1), ('%.100e', 0.1), ('%.99e', 1 / 3), ('%.22f', 1e21), ('%f', 1e308), ('%.0f', 1e23), ('%.20e', 1e23),
                  ('%.5e', 1e23), ('%.1100f', 5e-324), ('%.1200f', 0.5), ('%.1500e', 1 / 3), ('%.0f', 0.5), ('%.0f', 1.5),
                  ('%.0f', 2.5), ('%.0e', 2.5), ('%.0e', 3.5), ('%.1f', 0.25), ('%.1f', 0.35), ('%.2f', 1.005), ('%.3f', 2.0005),
                  ('%g', 999999.5), ('%g', 9999995.0), ('%g', 99999.95), ('%.1g', 0.95), ('%.0f', 9.5), ('%.0f', 0.0), ('%.3e', 9.9995)]:
    record(format, F(x))

for format, spec in [
    ('%d %d', T(1)), ('%d', T()), ('%d', T(1, 2)), ('%d %y', T(1, 2)), ('a%', 1), ('a%5', 1), ('a%5.', 1), ('a%(', D()),
    ('a%(x', D()), ('a%(x)', D(('x', 1))), ('a%(x)d', D()), ('a%(x)d', T()), ('a%(x)d', {'list': [1]}), ('a%(x)d', B('abc')),
    ('%(x)d', {'bytearray': '61'}), ('%(x)d', {'memoryview': '61'}), ('%(0)d', 5), ('%(x)d', 'str'), ('%(x)d', T(D(('x', 1)))),
    ('%(x)d', None), ('%(x)d', F(1.5)), ('%(x)d', O('Getter')), ('%(x)a', O('Getter')), ('%(x)s', O('Getter')),
    ('%((a)b)d', D(('(a)b', 3))), ('%()d', D(('', 3))), ('%(a)d %d', D(('a', 1))), ('%d %(a)d', D(('a', 1))),
    ('%(a)*d', D(('a', 1))), ('%(a).*d', D(('a', 1))), ('%(a)d %*d', D(('a', 1))), ('%(a)d %y', D(('a', 1))),
    ('%(a)d %%', D(('a', 1))), ('%(a)d %', D(('a', 1))), ('%*d', T(1)), ('%*d', T()), ('%*d', T('a', 1)), ('%.*d', T('a', 1)),
    ('%*d', T(P(2, 70), 1)), ('%.*d', T(P(2, 70), 1)), ('%.*d', T(P(2, 33), 1)), ('%.*d', T(-5, 42)), ('%*d', T(-5, 42)),
    ('%*d', T(P(-2, 70), 1)), ('%*d', T(True, 1)), ('%-*d|', T(5, 42)), ('%*.*f|', T(8, 2, F(3.14159))), ('%*.*f', T(1)),
    ('%*.*f', T(1, 2)), ('%*.*f', T(1, 2, 3, 4)), ('%*d', T(O('Index'), 1)), ('%*d', O('Index')), ('%*d', 5), ('%.*d', 5),
    ('%d%*d', 5), ('%*d', D(('a', 1))), ('%*d', T(F(1.5), 1)),
    ('%99999999999999999999d', 1), ('%.99999999999999999999d', 1), ('%.2147483648d', 1), ('%.2147483647d', 1),
    ('%.2147483645x', 1), ('%.2147483647s', B('abc')), ('%(a)9999999999999999999d', D(('a', 1))),
    ('%%', T()), ('%%', 1), ('%5%', T()), ('%-5%', 1), ('%5%', T(1)), ('%.3%', T(1)), ('%(a)%', D(('a', 1))), ('%(a)%', D()),
    ('%l%', T()), ('% %', T()), ('%0%', T()), ('%*%', T(5)), ('%d%%%d', T(1, 2)), ('%d%%', 1), ('%%d', T(1)),
    ('%hd', T(1)), ('%hhd', T(1)), ('%lld', 1), ('%lhd', 1), ('%Ld', 1), ('%ld', 1), ('%qd', 1), ('%zd', 1), ('%hs', B('a')),
    ('abc', T()), ('abc', D()), ('abc', 1), ('abc', {'list': [1]}), ('abc', B('x')), ('abc', T(1)), ('abc', O('Getter')),
    ('abc', 'x'), ('abc', None), ('abc', {'memoryview': '61'}), ('abc', {'bytearray': '61'}), ('', T()), ('', 1), ('', T(1)),
    ('%d %d', D(('a', 2))), ('%s', D()), ('%a', D()), ('%a%a', D()), ('%d', {'list': [1]}), ('%s %s', {'list': [B('a')]}),
    ('%(a)d', D(('a', 'x'))), ('%(a)c', D(('a', 'x'))), ('%(a)s', D(('a', 'x'))), ('%(a)f', D(('a', 'x'))),
    ('%(a)y', D(('a', 'x'))), ('%(a)x', D(('a', F(1.5)))), ("%(a\xff')d", D()), ('%(a)c', D(('a', 300))),
    ('%(a)d', D(('a', O('Refuses')))), ('%(a)d%(b)d%(a)d', D(('a', 1), ('b', 2))), ('%(\xe9\n)d', D()),
    ('%(\xe9)s %(b)05d', D(('\xe9', B('x')), ('b', 7))), ('%(a)d', D(('a', D()))),
    ('%d %d', T(1, 'a')), ('%d %x', T(1, F(1.5))), ('%d %c', T(1, 256)), ('%d %*d', T(1, 'a', 2)), ('%d %.*d', T(1, 'a', 2)),
    ('%\x00', 1), ('%\xff', 1), ('% ', 1), ('%-', 1), ('%\n', 1), ('%d%5\x80', T(1, 2)), ('%d%5k', T(1, 2)), ('%d%5.3k', T(1)),
    ('%d%5.3', T(1)), ('%d%*', T(1, 2)), ('%d%*k', T(1, 2)), ('%(a)5k', D(('a', 1))), ('%(a', D(('a', 1))), ('%d%(a', T(1)),
    ('%d%(a)', D(('a', 1))), ('%.', 1), ('%.-5d', 1), ('%..5d', 1), ('%5-d', 1), ('%5 d', 1), ('%5#d', 1), ('%h', 1),
    ('%lll', 1), ('%(a)(b)d', D(('a', 1))), ('%5(a)d', D(('a', 1))), ('%$d', 1), ('%A', 1), ('%~', 1), ('%\x7f', 1),
    ('%d%', T(1)), ('%d%\xc3\xa9', T(1)), ('%d %d %d', T(1, 2)), ('%d', T(1, 2, 3)),
    ('%d', P(10, 5000)), ('%x', P(2, 200)), ('%f', P(2, 2000)), ('%.2f', P(2, 70)), ('%d', F(1e22)), ('%030d', P(-2, 70)),
    ('%.30d', P(-2, 70)), ('%X', P(2, 70)), ('%o', P(2, 70)), ('% d', P(2, 70)), ('%c', P(2, 70)), ('%5.2r|', B('a')),
    ('%a', {'list': [1, 'x', None, T(True), D(('k', F(2.5)))]}), ('%a', T(T(1, B('\xff')))), ('%b%b', T(B('a'), {'memoryview': '6162'})),
    ('%-5c|%5c', T(65, B('b'))),
]:
    record(format, spec)

result = json.dumps(rows)
