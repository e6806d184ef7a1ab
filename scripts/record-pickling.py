"""CPython's answers to `__reduce_ex__` with every protocol, `__reduce__` and `__getstate__`.

`result` is {receiver: {call: answer}}; a call is a protocol, or the name of a method without arguments. An answer names classes and
functions and has the repr of everything else.
"""
import array, functools, io, itertools, json, struct, types


class D(bytes): pass
class DA(bytearray): pass
class Arr(array.array): pass
class DS(struct.Struct): pass
class DIO(io.BytesIO): pass


def but(value, change):
    change(value)
    return value


def with_x(value): return but(value, lambda v: setattr(v, 'x', 1))
def after(count, iterator): return but(iterator, lambda i: list(itertools.islice(i, count)) or next(i, None))


RECEIVERS = {
    "b'ab'": lambda: b'ab', "b''": lambda: b'', "D(b'q')": lambda: D(b'q'), "D(b'q'), x = 1": lambda: with_x(D(b'q')),
    "bytearray(b'a\\xff')": lambda: bytearray(b'a\xff'), 'bytearray()': bytearray, "DA(b'q')": lambda: DA(b'q'),
    "DA(b'q'), x = 1": lambda: with_x(DA(b'q')), 'DA(), x = 1': lambda: with_x(DA()),
    "memoryview(b'a')": lambda: memoryview(b'a'),
    "array('d', [1.5])": lambda: array.array('d', [1.5]), "array('b')": lambda: array.array('b'), "Arr('b', [1])": lambda: Arr('b', [1]),
    "Arr('b', [1]), x = 1": lambda: with_x(Arr('b', [1])),
    "Struct('<h')": lambda: struct.Struct('<h'), "DS('<h'), x = 1": lambda: with_x(DS('<h')),
    "BytesIO(b'abc'), read(1)": lambda: but(io.BytesIO(b'abc'), lambda s: s.read(1)), 'BytesIO(), x = 1': lambda: with_x(io.BytesIO()),
    "DIO(b'abc')": lambda: DIO(b'abc'), "DIO(b'abc'), x = 1": lambda: with_x(DIO(b'abc')),
    "BytesIO(b'a'), close()": lambda: but(io.BytesIO(b'a'), lambda s: s.close()),
    "iter(b'ab')": lambda: iter(b'ab'), "iter(b'ab') after 1": lambda: after(1, iter(b'ab')), "iter(b'ab') at its end": lambda: after(3, iter(b'ab')),
    "reversed(b'ab')": lambda: reversed(b'ab'), "reversed(b'ab') at its end": lambda: after(3, reversed(b'ab')),
    "iter(bytearray(b'ab')) after 1": lambda: after(1, iter(bytearray(b'ab'))), "iter(array('b', [1]))": lambda: iter(array.array('b', [1])),
    "iter(array('b', [1])) at its end": lambda: after(2, iter(array.array('b', [1]))), "iter(memoryview(b'a'))": lambda: iter(memoryview(b'a')),
}
# What the methods of classes derived from a type return; `blocked` stands for a method that is None.
BASES = {'bytes': (bytes, b'ab'), 'bytearray': (bytearray, b'ab'), 'array': (array.array, 'b', [1]), 'Struct': (struct.Struct, '<h'), 'BytesIO': (io.BytesIO, b'ab')}
RETURNS = {
    '__getnewargs__': ["(b'x', 3)", '[1]', 'blocked'],
    '__getnewargs_ex__': ["((b'q',), {'e': 1})", "((b'q',), {})", '[1]', '(1,)', '(1, {})', '((), 1)', 'blocked'],
    '__getstate__': ["{'s': 1}", "('s',)", '0', 'blocked'],
    '__reduce__': ["'r'", 'blocked'],
}


def derived(base, name, returned):
    method = None if returned == 'blocked' else lambda self: eval(returned)
    cls, *args = BASES[base]
    return type('C', (cls,), {'__module__': 'builtins', name: method})(*args)


for base in BASES:
    for name, all in RETURNS.items():
        for returned in all:
            RECEIVERS[f'{base}, {name}: {returned}'] = functools.partial(derived, base, name, returned)

PROTOCOLS = {'0': 0, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5, '-1': -1, 'True': True, "'a'": 'a', 'None': None, '2.5': 2.5, '2**70': 2**70}


def text(value):
    if isinstance(value, tuple): return f'({", ".join(map(text, value))})'
    return value.__name__ if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)) else repr(value)


def answer(run):
    try: return text(run())
    except Exception as e: return f'{type(e).__name__}: {e}'


result = json.dumps({
    name: {**{protocol: answer(lambda: make().__reduce_ex__(value)) for protocol, value in PROTOCOLS.items()},
           '__reduce__': answer(lambda: make().__reduce__()), '__getstate__': answer(lambda: make().__getstate__())}
    for name, make in RECEIVERS.items()
})
