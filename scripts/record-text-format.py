# CPython's results of `str % args` and `format(value, spec)`, for tests/runtime/text-format.test.ts. Values are JSON:
# {"float": "1.5"}, {"power": [2, 70]}, {"bytes": "61"}, {"complex": ["0", "1"]}, {"tuple": [...]}, {"list": [...]},
# {"dict": [[key, value], ...]}.
import json
import random

rng = random.Random(15)


def value(spec):
    if not isinstance(spec, dict):
        return spec
    (kind, content), = spec.items()
    match kind:
        case 'power': return content[0] ** content[1]
        case 'float': return float(content)
        case 'bytes': return bytes.fromhex(content)
        case 'complex': return complex(*map(float, content))
        case 'tuple': return tuple(value(v) for v in content)
        case 'list': return [value(v) for v in content]
        case 'dict': return {k: value(v) for k, v in content}


def outcome(run):
    try:
        return run()
    except Exception as e:
        return '!%s|%s' % (type(e).__name__, e)


percents, formats = [], []
F = lambda x: {'float': repr(x)}
T = lambda *v: {'tuple': list(v)}
D = lambda *p: {'dict': [list(pair) for pair in p]}
P = lambda base, power: {'power': [base, power]}
percent = lambda text, spec: percents.append([text, spec, outcome(lambda: text % value(spec))])
form = lambda spec, text: formats.append([spec, text, outcome(lambda: format(value(spec), text))])

VALUES = [0, 1, -1, 65, 255, 0x10ffff, 0x110000, P(2, 70), P(-2, 70), True, F(1.0), F(1.5), F(-1.5), F(1e300), F(-0.0), F(float('inf')),
          F(float('nan')), 'a', 'ab', '', '\xe9', '\U0001f600', "it's \n", {'bytes': '61'}, None, {'list': [1, 'x']}, {'complex': ['0', '1']}, T(1), T(),
          D(('a', 1))]
for type_ in 'diuoxXeEfFgGcbsar%yhkN\n\xe9\x80\u20ac\U0001f600\0(*.-\' ':
    for v in VALUES:
        percent('%' + type_, T(v))
        if type_ in 'dsrx%':
            percent('<%' + type_ + '>', v)
for flags in ['', '-', '+', ' ', '#', '0', '-0', '+0', '#0']:
    for size in ['', '10', '.0', '.3', '10.3', '.', '1']:
        for type_, v in [('d', -42), ('x', -255), ('o', 8), ('f', F(-1.5)), ('e', F(12345.678)), ('g', F(0.00001234)), ('c', 65), ('c', '\U0001f600'),
                         ('s', 'a\U0001f600\xe9b'), ('r', 'a\xe9'), ('a', 'a\xe9'), ('s', None)]:
            percent('\xe9%' + flags + size + type_ + '|', T(v))
for text, spec in [
    ('%d %d', T(1)), ('%d', T()), ('%d', T(1, 2)), ('x', 1), ('x', T()), ('x', D()), ('x', {'list': []}), ('x', 's'), ('x', {'bytes': '61'}),
    ('a%', 1), ('a%5', 1), ('a%5.', 1), ('a%(', D()), ('a%(x', D()), ('a%(x)', D(('x', 1))), ('a%(x)d', D()), ('a%(x)d', T()),
    ('%(x)d', {'list': [1]}), ('%(x)d', {'bytes': '61'}), ('%(x)d', 5), ('%(x)d', 'str'), ('%(x)d', T(D(('x', 1)))), ('%(x)s %s', D(('x', 1))),
    ('%(x)d %(y)s', D(('x', 1), ('y', 'z'))), ('%(a(b)c)s', D(('a(b)c', 1))), ('%()s', D(('', 1))), ('%(\xe9)s', D(('\xe9', 1))), ('%(\xe9)s', D()),
    ('%(x)*d', D(('x', 1))), ('%(x)d', D(('x', 'y'))), ('%*d|', T(5, 3)), ('%*d|', T(-5, 3)), ('%.*f', T(2, F(3.14159))), ('%.*d', T(-5, 3)), ('%*d', 5),
    ('%*d', T('x', 3)), ('%*d', T(F(1.0), 3)), ('%.*d', T(P(2, 40), 3)), ('%.99999999999d', 1), ('%s%%', 5), ('%5%', T()), ('%5%|', 1), ('%s %s', D(('a', 1))),
    ('%s', D(('a', 1))), ('%s and %s', T('x', T(1, 2))), ('\U0001f600%y', 1), ('%ld %Ld %hd', T(1, 2, 3)), ('%hhd', 3), ('%l', 3), ('%  d', 3), ('%-+ #05d', 3),
]:
    percent(text, spec)

for v in [0, 5, -5, 255, 1234567, P(10, 30), P(-10, 20), P(10, 400), True, False, F(0.0), F(-0.0), F(1.0), F(1.5), F(-1234.5678), F(1e16), F(1e-7), F(123456789.123),
          F(float('inf')), F(float('-inf')), F(float('nan')), F(99999.0), F(9.5), F(100000.0), {'complex': ['1', '2']}, {'complex': ['0', '-1.5']}, {'complex': ['-0.0', '1']},
          'abc', '', '\xe9\U0001f600x', None, {'bytes': '61'}, {'list': [1]}, T(1)]:
    for text in ['', '5', '05', '<10', '>10', '^11', '=+10', '*^9', '\U0001f600>8', '+', ' ', '-', 'z', '#', '#x', '#010x', '_b', '_x', '#_X', ',', '_', '012,', '09,', '013_', ',_', '_,',
                 'd', 'n', 'c', 'b', 'o', 'x', 'X', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's', 'y', '\xe9', '.0f', '.1f', '.2f', ',.2f', '020,.2f', '#.0f', '.0e', '#.0e', '.3', '.1', '.0', '.2g', '#.3g',
                 '.3%', 'z.0f', 'z.1f', '+.1e', '.6_f', '.7,f', '_.5,f', '.', '.x', '5.', '.3d', '.2s', '.1', 'dd', '99999999999999999999d', '.99999999999999999999f', '.2147483648f',
                 '<', '=', '0=10', '<010', '+c', '#c', ',c', ',x', ',n', '_n', ',s', '=5s', 'x<', '<<5', '0<5', '00010', '+ 5', '.3_d', '._', '.,f', '10_.3f']:
        form(v, text)
while len(formats) < 5200:
    text = rng.choice(['', '', '*', '0']) + rng.choice(['', '<', '>', '=', '^']) + rng.choice(['', '+', ' ', '-']) + rng.choice(['', 'z']) + rng.choice(['', '#']) + rng.choice(['', '0'])
    text += rng.choice(['', '8', '15']) + rng.choice(['', '', ',', '_']) + rng.choice(['', '', '.0', '.1', '.3', '.12']) + rng.choice(['', '', '', '_', ',']) + rng.choice(['', 'd', 'x', 'b', 'c', 'e', 'f', 'g', '%', 's', 'n'])
    v = rng.choice([rng.randrange(-300, 300), rng.randrange(10 ** 12), F(rng.uniform(-1e6, 1e6)), F(round(rng.uniform(-100, 100), 2)), F(10.0 ** rng.randrange(-6, 20)), 'text', {'complex': [str(rng.randrange(3)), '1.5']}])
    form(v, text)
result = json.dumps({'percents': percents, 'formats': formats})
