"""Calls every method that takes keywords with a value for each of them that changes the answer, by name and, where that is
allowed, by position. `result` is [[type, method, args, kwargs, answer], ...], values as in record-wrong-calls.py. Running it fails
where a keyword has no value here, or none of its values changes the answer.
"""
import array, io, json, re, struct

SELVES = {
    'bytes': lambda: b'a,b, ,c\n\td\xe9',
    'bytearray': lambda: bytearray(b'a,b, ,c\n\td\xe9'),
    'memoryview': lambda: memoryview(bytearray(b'abcdefgh')).cast('B', [2, 4]),
    'Struct': lambda: struct.Struct('<H'),
    'array': lambda: array.array('B', b'abc'),
    'BytesIO': lambda: io.BytesIO(b'abc'),
    'int': lambda: 40000,
    'str': lambda: 'a\xe9',
    'struct': lambda: struct,
}
# By method: the positional arguments of the call without the keyword, and keywords with values that change the answer.
SHARED = {
    'decode': (['latin-1'], {'encoding': ['cp1252', 'cp037'], 'errors': []}),
    'decode ': (['utf-8', 'replace'], {'errors': ['ignore', 'backslashreplace', 'strict']}),
    'expandtabs': ([], {'tabsize': [1, 0, 3]}),
    'hex': ([], {'sep': [':', {'bytes': '2d'}], 'bytes_per_sep': []}),
    'hex ': ([':'], {'bytes_per_sep': [2, -2, 0]}),
    'replace': ([{'bytes': '2c'}, {'bytes': '3b'}], {'count': [1, 0, 2]}),
    'rsplit': ([], {'sep': [{'bytes': '2c'}, {'bytes': '61'}], 'maxsplit': [1, 0]}),
    'split': ([], {'sep': [{'bytes': '2c'}, {'bytes': '61'}], 'maxsplit': [1, 0]}),
    'splitlines': ([], {'keepends': [True, 1, [0]]}),
    'translate': ([None], {'delete': [{'bytes': '2c'}, {'bytes': '6162'}]}),
}
CASES = {
    'bytes': {'': ([], {'source': [{'bytes': '6162'}, 2, [65]], 'encoding': ['utf-8'], 'errors': ['strict']}),
              ' ': (['\xe9\u20ac', 'latin-1', 'replace'], {'errors': ['ignore', 'xmlcharrefreplace']}),
              '  ': (['\xe9', 'latin-1'], {'encoding': ['utf-8', 'utf-16-le']}), **SHARED},
    'memoryview': {'': ([{'bytes': '6162'}], {'object': [{'bytes': '63'}]}),
                   'hex': ([], {'sep': [':'], 'bytes_per_sep': []}), 'hex ': ([':'], {'bytes_per_sep': [3, -3]}),
                   'tobytes': ([], {'order': ['F', 'A']}),
                   'cast': (['B'], {'format': ['b', 'c'], 'shape': [[4, 2], [8]]}),
                   '_from_flags': ([{'bytes': '6162'}, 0], {'object': [{'bytes': '63'}], 'flags': [284, 1]})},
    'Struct': {'': (['<H'], {'format': ['<I', {'bytes': '3c51'}]}),
               'unpack_from': ([{'bytes': '0102030405'}], {'buffer': [{'bytes': '0908'}], 'offset': [1, -2, 9]})},
    'BytesIO': {'': ([], {'initial_bytes': [{'bytes': '6162'}]})},
    'int': {'to_bytes': ([2, 'big'], {'length': [1, 3], 'byteorder': ['little'], 'signed': [True, [0]]}),
            'from_bytes': ([{'bytes': 'fffe'}, 'big'], {'bytes': [{'bytes': '01'}], 'byteorder': ['little'], 'signed': [True, 'x']})},
    'str': {'encode': (['utf-8', 'strict'], {'encoding': ['latin-1', 'ascii'], 'errors': []}),
            'encode ': (['ascii', 'replace'], {'errors': ['ignore', 'backslashreplace', 'strict']})},
    'struct': {'unpack_from': (['<H', {'bytes': '0102030405'}], {'buffer': [{'bytes': '0908'}], 'offset': [1, -2, 9]})},
}
CASES['bytearray'] = CASES['bytes']


def decode(value):
    return bytes.fromhex(value['bytes']) if isinstance(value, dict) else value


def show(value):
    if isinstance(value, memoryview): return f'memoryview {value.format} {value.readonly} {value.tolist()}'
    if isinstance(value, io.BytesIO): return f'BytesIO {value.getvalue()} {value.tell()}'
    if isinstance(value, struct.Struct): return f'Struct {value.format}'
    if isinstance(value, tuple): return f'({" ".join(show(item) + "," for item in value)})'
    return repr(value)


def answer(kind, name, args, kwargs):
    try:
        self = SELVES[kind]()
        function = type(self) if name == '' else getattr(self, name)
        return show(function(*map(decode, args), **{key: decode(value) for key, value in kwargs.items()}))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


rows = []
for kind, methods in json.loads(signatures).items():
    cases = CASES.get(kind, {})
    for name, text in methods.items():
        if not text.startswith('keywords'): continue
        parameters = text[text.index('(') + 1:text.rindex(')')].split(', ')
        first = parameters.index('/') + 1 if '/' in parameters else 0
        named = [re.sub(r'=.*', '', p) for p in parameters[first:] if p not in ('/', '*')]
        changed = set()
        for case, (args, keywords) in cases.items():
            if case.strip() != name: continue
            plain = answer(kind, name, args, {})
            rows.append([kind, name, args, {}, plain])
            for keyword, values in keywords.items():
                names = [re.sub(r'=.*', '', p) for p in parameters if p not in ('/', '*')]
                at = names.index(keyword)
                for value in values:
                    calls = [(args[:at], {**dict(zip(names[at + 1:], args[at + 1:])), keyword: value})]
                    if '*' not in parameters or at < parameters.index('*'): calls.append((args[:at] + [value] + args[at + 1:], {}))
                    if len(args) < at: calls = [(args, {keyword: value})]
                    for positional, kwargs in calls:
                        got = answer(kind, name, positional, kwargs)
                        if got != plain: changed.add(keyword)
                        rows.append([kind, name, positional, kwargs, got])
        # Parameters such as `bytes` in `from_bytes(bytes)` are passed by position here, as the record shows.
        missing = set(named) - changed
        assert not missing, (kind, name, missing)
result = json.dumps(rows)
