"""Sets each special method of a class to None and records CPython's answer to every use that looks the method up.

`result` is [[base, blocked name, other special methods, use, answer], ...]. The base is a type's name; the other methods are
names in OTHERS here and in tests/runtime/blocked.test.ts, which has every use under the same name.
"""
import array, io, json, operator, struct, sys

OTHERS = {
    '__index__': lambda self: 3,
    '__float__': lambda self: 3.5,
    '__len__': lambda self: 2,
    '__iter__': lambda self: iter([1, 2]),
    '__getitem__': lambda self, i: [1, 2, 3][i],
}
view = lambda code: memoryview(bytearray(16)).cast(code)
USES = {
    'bytes': bytes, 'bytearray': bytearray, 'memoryview': memoryview, 'list': list, 'tuple': tuple, 'sorted': sorted,
    'sum': sum, 'any': any, 'min': min, 'reversed': lambda x: list(reversed(x)), 'len': len, 'bool': bool, 'int': int,
    'float': float, 'repr': repr, 'str': str, 'ascii': ascii, 'format': format, 'format x': lambda x: format(x, 'x'),
    'hash': hash, 'next': next, 'round': round, 'chr': chr, 'hex()': hex, 'divmod': lambda x: divmod(x, 1),
    'rdivmod': lambda x: divmod(1, x), 'call': lambda x: x(), 'enumerate': lambda x: list(enumerate(x)),
    'bytes([x])': lambda x: bytes([x]), 'repr([x])': lambda x: repr([x]), 'hash((x,))': lambda x: hash((x,)),
    'index': operator.index, 'length_hint': operator.length_hint, 'countOf': lambda x: operator.countOf(x, 1),
    'indexOf': lambda x: operator.indexOf(x, 1), 'concat': lambda x: operator.concat(x, x),
    'b.join(x)': lambda x: b''.join(x), 'b.join([x])': lambda x: b''.join([x]), 'b.find(x)': lambda x: b'abc'.find(x),
    'b + x': lambda x: b'q' + x, 'x in b': lambda x: x in b'abc', 'b[x]': lambda x: b'abc'[x], 'b[x:]': lambda x: b'abc'[x:],
    'b * x': lambda x: b'a' * x, 'b.ljust(x)': lambda x: b'a'.ljust(x), 'b.count(b, x)': lambda x: b'abc'.count(b'a', x),
    'b.split(x)': lambda x: b'a'.split(x), 'b.strip(x)': lambda x: b'a'.strip(x),
    'b.startswith(x)': lambda x: b'a'.startswith(x), 'b.replace(x, b)': lambda x: b'a'.replace(x, b''),
    'b.translate(x)': lambda x: b'a'.translate(x), 'b.partition(x)': lambda x: b'abc'.partition(x),
    'b.removeprefix(x)': lambda x: b'abc'.removeprefix(x), 'b.hex(x)': lambda x: b'abc'.hex(x),
    'b.splitlines(x)': lambda x: b'a\n'.splitlines(x), 'bytes.fromhex': bytes.fromhex,
    'maketrans': lambda x: bytes.maketrans(x, x), 'str(x, ascii)': lambda x: str(x, 'ascii'),
    'ba.append': lambda x: bytearray().append(x), 'ba.extend': lambda x: bytearray().extend(x),
    'ba[0:1] = x': lambda x: operator.setitem(bytearray(3), slice(0, 1), x),
    'ba += x': lambda x: operator.iadd(bytearray(), x), 'ba *= x': lambda x: operator.imul(bytearray(b'a'), x),
    'ba.resize': lambda x: bytearray().resize(x), 'ba == x': lambda x: bytearray() == x, 'ba < x': lambda x: bytearray() < x,
    'mv == x': lambda x: memoryview(b'') == x, 'mv[0] = x': lambda x: operator.setitem(view('B'), 0, x),
    'mv[x]': lambda x: view('B')[x], 'mv.cast': lambda x: view('B').cast('B', [x]),
    'mv d': lambda x: operator.setitem(view('d'), 0, x), 'mv ?': lambda x: operator.setitem(view('?'), 0, x),
    'mv.count': lambda x: memoryview(b'a').count(x), 'mv.index': lambda x: memoryview(b'a').index(x),
    'hash(mv)': lambda x: hash(memoryview(x)),
    'array(x)': lambda x: array.array('B', x), 'array([x])': lambda x: array.array('B', [x]),
    'array d': lambda x: array.array('d', [x]), 'array Zd': lambda x: array.array('Zd', [x]),
    'array.extend': lambda x: array.array('B').extend(x), 'array[x]': lambda x: array.array('B', b'abc')[x],
    'array.frombytes': lambda x: array.array('B').frombytes(x), 'array.count': lambda x: array.array('B', b'a').count(x),
    'x in array': lambda x: x in array.array('B', b'a'), 'array.remove': lambda x: array.array('B', b'a').remove(x),
    'from_bytes': int.from_bytes, 'to_bytes': lambda x: (1).to_bytes(x),
    'pack B': lambda x: struct.pack('B', x), 'pack d': lambda x: struct.pack('d', x), 'pack ?': lambda x: struct.pack('?', x),
    'pack Zd': lambda x: struct.pack('Zd', x), 'unpack': lambda x: struct.unpack('3B', x),
    'pack_into': lambda x: struct.pack_into('B', x, 0, 1),
    'io.write': lambda x: io.BytesIO().write(x), 'io.writelines': lambda x: io.BytesIO().writelines(x),
    'BytesIO': lambda x: io.BytesIO(x).getvalue(), 'io.readinto': lambda x: io.BytesIO(b'a').readinto(x),
    'io.seek': lambda x: io.BytesIO().seek(x), 'io.read': lambda x: io.BytesIO().read(x),
    '%b': lambda x: b'%b' % x, '%a': lambda x: b'%a' % x, '%d': lambda x: b'%d' % x, '%x': lambda x: b'%x' % x,
    '%c': lambda x: b'%c' % x, '%f': lambda x: b'%f' % x, '%(a)s': lambda x: b'%(a)s' % x, 'no %': lambda x: b'abc' % x,
    'x[0]': lambda x: x[0], 'x[0] = 1': lambda x: operator.setitem(x, 0, 1), 'del x[0]': lambda x: operator.delitem(x, 0),
    '1 in x': lambda x: 1 in x, '97 in x': lambda x: 97 in x, 'x in [1]': lambda x: x in [1], '[1, 2][x]': lambda x: [1, 2][x],
    '[] += x': lambda x: operator.iadd([], x), 'x is a key': lambda x: operator.setitem({}, x, 1),
}
ITERATES = ['list', 'tuple', 'bytes', 'bytearray', 'sorted', 'sum', 'any', 'min', 'enumerate', 'b.join(x)', 'ba.extend',
            'ba[0:1] = x', 'array(x)', 'array.extend', 'from_bytes', 'io.writelines', '1 in x', '97 in x', 'countOf', 'indexOf',
            'reversed', 'len', 'length_hint', '[] += x']
LENDS = ['bytes', 'bytearray', 'memoryview', 'b.find(x)', 'b + x', 'b.join([x])', 'x in b', 'unpack', 'io.write', 'BytesIO',
         'io.readinto', '%b', 'from_bytes', 'array.frombytes', 'pack_into', 'ba.extend', 'ba += x', 'str(x, ascii)', 'ba == x',
         'ba < x', 'mv == x', 'b.split(x)', 'b.strip(x)', 'b.startswith(x)', 'b.replace(x, b)', 'b.translate(x)',
         'bytes.fromhex', 'b.partition(x)', 'b.removeprefix(x)', 'b.hex(x)', 'ba[0:1] = x', 'array(x)', 'maketrans', 'int', 'float']
INDEXES = ['index', 'bytes', 'bytearray', 'b[x]', 'b[x:]', 'b * x', 'ba.append', 'x in b', 'pack B', 'array([x])', 'b.ljust(x)',
           'b.count(b, x)', '%d', '%x', '%c', 'io.seek', 'io.read', 'bytes([x])', 'mv[0] = x', 'mv[x]', 'int', 'float', 'chr',
           'hex()', 'pack d', 'to_bytes', 'mv.cast', 'array[x]', 'ba *= x', 'ba.resize', '[1, 2][x]', 'round', 'divmod']
CASES = [
    ('object', '__bytes__', [], ['bytes', 'bytearray', '%b']), ('bytes', '__bytes__', [], ['bytes', 'bytearray', '%b']),
    ('object', '__iter__', [], ITERATES), ('object', '__iter__', ['__getitem__'], ITERATES), ('bytes', '__iter__', [], ITERATES),
    ('object', '__buffer__', [], LENDS), ('bytearray', '__buffer__', [], ['memoryview']),
    ('object', '__index__', [], INDEXES),
    ('object', '__len__', [], ['len', 'bool', 'length_hint', 'b.hex(x)', 'reversed']),
    ('object', '__len__', ['__iter__'], ['bytes', 'list', 'b.join(x)', 'ba.extend']),
    ('bytes', '__len__', [], ['len', 'bool', 'length_hint']),
    ('object', '__length_hint__', ['__iter__'], ['bytes', 'list', 'length_hint', 'ba.extend']),
    ('object', '__bool__', [], ['bool', 'b.splitlines(x)', 'pack ?', 'mv ?']), ('object', '__bool__', ['__len__'], ['bool']),
    ('object', '__float__', [], ['float', 'pack d', 'array d', '%f', 'mv d']),
    ('object', '__float__', ['__index__'], ['float', 'pack d', 'array d', '%f', 'mv d']),
    ('object', '__complex__', [], ['pack Zd', 'array Zd']), ('object', '__complex__', ['__float__'], ['pack Zd', 'array Zd']),
    ('object', '__int__', [], ['int', '%d', '%x']), ('object', '__int__', ['__index__'], ['int', '%d', '%x']),
    ('object', '__getitem__', [], ['x[0]', 'list', '%(a)s', 'no %', '1 in x', 'reversed', 'bytes', 'concat', 'countOf']),
    ('object', '__getitem__', ['__len__'], ['reversed']), ('bytearray', '__getitem__', [], ['x[0]', 'list']),
    *((base, name, [], ['x[0] = 1', 'del x[0]']) for base in ('object', 'bytearray') for name in ('__setitem__', '__delitem__')),
    ('object', '__contains__', [], ['1 in x']), ('bytes', '__contains__', [], ['1 in x']),
    ('object', '__hash__', [], ['hash', 'hash((x,))', 'x is a key']),
    ('bytes', '__hash__', [], ['hash', 'hash((x,))', 'x is a key', 'hash(mv)']),
    ('object', '__eq__', [], ['hash', 'array.count', 'mv.count', 'mv.index', 'x in [1]', 'x in array', 'array.remove']),
    ('object', '__reversed__', [], ['reversed']), ('bytes', '__reversed__', [], ['reversed']),
    ('object', '__repr__', [], ['repr', 'str', 'ascii', '%a', 'repr([x])']), ('bytes', '__repr__', [], ['repr', 'str', 'ascii']),
    ('object', '__str__', [], ['str']), ('bytes', '__str__', [], ['str', 'repr']),
    ('object', '__format__', [], ['format', 'format x']), ('object', '__call__', [], ['call']),
    ('object', '__next__', [], ['next']), ('object', '__round__', [], ['round']),
    ('object', '__divmod__', [], ['divmod', 'rdivmod']), ('object', '__rdivmod__', [], ['divmod', 'rdivmod']),
]
for op in ('lt', 'le', 'eq', 'ne', 'gt', 'ge'):
    function = getattr(operator, op)
    USES[f'{op}(x, b)'], USES[f'{op}(b, x)'] = lambda x, f=function: f(x, b'a'), lambda x, f=function: f(b'a', x)
    for base in ('object', 'bytes'): CASES.append((base, f'__{op}__', [], [f'{op}(x, b)', f'{op}(b, x)']))
CASES.append(('object', '__eq__', [], ['ne(x, b)', 'ne(b, x)']))
CASES.append(('bytes', '__eq__', [], ['ne(x, b)', 'ne(b, x)']))
for op in ('add', 'sub', 'mul', 'mod', 'truediv', 'floordiv', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'matmul'):
    function, name = getattr(operator, op), op.replace('_', '')
    inplace = getattr(operator, 'i' + name)
    for label, value in (('2', 2), ('b', b'q')):
        USES[f'{op}(x, {label})'] = lambda x, f=function, v=value: f(x, v)
        USES[f'{op}({label}, x)'] = lambda x, f=function, v=value: f(v, x)
        USES[f'i{op}(x, {label})'] = lambda x, f=inplace, v=value: f(x, v)
    for base in ('object', 'bytes', 'bytearray'):
        for prefix in ('', 'r', 'i'):
            CASES.append((base, f'__{prefix}{name}__', [], [u for u in USES if u.startswith((f'{op}(', f'i{op}('))]))
for op in ('neg', 'pos', 'abs', 'invert'):
    USES[op] = getattr(operator, op)
    CASES.append(('object', f'__{op}__', [], [op]))

record = []
for base, blocked, others, uses in CASES:
    for use in uses:
        members = {'__module__': 'builtins', blocked: None, **{name: OTHERS[name] for name in others}}
        value = type('F', (eval(base),), members)(*([b'ab'] if base != 'object' else []))
        try:
            answer = repr(USES[use](value))
        except Exception as e:
            answer = f'{type(e).__name__}: {e}'
        if ' at 0x' not in answer: record.append([base, blocked, others, use, answer])
result = json.dumps(record)
