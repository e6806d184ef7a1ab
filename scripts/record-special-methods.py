"""CPython's answers to the special methods of each type, called by name on an object.

`result` is {"operands": [...], "pairs": [[...], ...], "answers": [...], "table": {receiver: {method: [answer, ...]}}}: a method has one
answer for no argument, then one for each operand, then one for each pair. An answer is the repr of the result, and what has become of
the receiver if it has changed. Values are written as `written.py` does.
"""
import array, io, itertools, json, re, struct
from written import write

OPERANDS = [0, 1, -1, 2, 97, 300, 2**70, None, True, False, 1.0, 2.5, 'a', '', 'x', b'', b'b', b'abc', b'abd', bytearray(b'abc'), bytearray(b'ab'),
            memoryview(b'abc'), array.array('B', b'abc'), array.array('d', [1.0, 2.0, 2.5]), slice(0, 2), slice(None, None, -1), (), (1,), (b'a',), [], [97, 98, 99], {}, {'a': 1}]
PAIRS = [(0, 65), (-1, 2.5), (5, 1), (0, 300), (0, b'A'), (slice(0, 2), b'xyz'), (slice(0, 1), 'x'), (slice(0, 2), array.array('B', b'xy')), (slice(None, None, 2), b'xy'),
         ('a', 1), (None, None), ((0,), 65), (True, False), (slice(0, 2), memoryview(b'xy'))]


class Bytes(bytes): pass
class ByteArray(bytearray): pass
class Numbers(array.array): pass
class Stream(io.BytesIO): pass
class Layout(struct.Struct): pass


def view(data, *cast): return memoryview(data).cast(*cast) if cast else memoryview(data)
RECEIVERS = {
    'bytes': lambda: b'abc', 'no bytes': lambda: b'', 'derived bytes': lambda: Bytes(b'abc'),
    'bytearray': lambda: bytearray(b'abc'), 'derived bytearray': lambda: ByteArray(b'abc'),
    'memoryview': lambda: view(b'abc'), 'writable view': lambda: view(bytearray(b'abc')), 'view of doubles': lambda: view(bytearray(struct.pack('3d', 1, 2, 2.5)), 'd'),
    'table': lambda: view(b'abcd', 'B', (2, 2)), 'released view': lambda: (lambda m: (m.release(), m)[1])(view(b'abc')),
    'array': lambda: array.array('B', b'abc'), 'array of doubles': lambda: array.array('d', [1.0, 2.0, 2.5]), 'derived array': lambda: Numbers('B', b'abc'),
    'Struct': lambda: struct.Struct('<hd'), 'derived Struct': lambda: Layout('<hd'),
    'BytesIO': lambda: io.BytesIO(b'a\nb'), 'derived BytesIO': lambda: Stream(b'a\nb'), 'closed BytesIO': lambda: (lambda s: (s.close(), s)[1])(io.BytesIO(b'a')),
    'bytes_iterator': lambda: iter(b'abc'), 'bytearray_iterator': lambda: iter(bytearray(b'abc')), 'memory_iterator': lambda: iter(memoryview(b'abc')),
    'arrayiterator': lambda: iter(array.array('B', b'abc')), 'doubles': lambda: iter(array.array('d', [1.0, 2.5])), 'unpack_iterator': lambda: struct.iter_unpack('B', b'abc'),
    'reversed': lambda: reversed(b'abc'), 'reversed doubles': lambda: reversed(array.array('d', [1.0, 2.5])),
}
# What needs an object of its own has tests elsewhere: classes and attributes, memory and pickling.
LEFT_OUT = {'__new__', '__init__', '__class__', '__doc__', '__init_subclass__', '__subclasshook__', '__getattribute__', '__setattr__', '__delattr__', '__dir__', '__sizeof__',
            '__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__buffer__', '__release_buffer__', '__module__', '__dict__', '__alloc__', '__weakref__', '__firstlineno__', '__static_attributes__'}


def text(value):
    return re.sub(r'<.*( object)? at 0x[0-9a-f]+>', '<object>', repr(value))


def state(x):
    try:
        if isinstance(x, io.BytesIO): return f'{x.getvalue()!r} at {x.tell()}'
        if isinstance(x, memoryview): return f'{x.format} {x.tolist()!r}'
        return f'left {list(x)!r}' if hasattr(x, '__next__') else text(x)
    except ValueError as e:
        return str(e)


def shown(run):
    try:
        value = run()
        return f'memoryview {state(value)}' if isinstance(value, memoryview) else f'iterator {state(value)}' if hasattr(value, '__next__') and not isinstance(value, io.BytesIO) else text(value)
    except Exception as e:
        return re.sub(r' at 0x[0-9a-f]+', '', f'{type(e).__name__}: {e}')


def answer(make, name, args):
    x, before = make(), state(make())
    # Errors of `x.name(a)`, a call of a method, name the class that has the method; those of `x.name(*args)` do not.
    call = eval(f'lambda x, a=None, b=None: x.{name}({", ".join("ab"[:len(args)])})')
    said = shown(lambda: (lambda value: 'self' if value is x else value)(call(x, *args)))
    after = state(x)
    return said if after == before else f'{said} -> {after}'


answers, table = {}, {}
for receiver, make in RECEIVERS.items():
    table[receiver] = {}
    for name in dir(make()):
        if not name.startswith('__') or name in LEFT_OUT: continue
        if name == '__hash__' and not isinstance(make(), (bytes, memoryview)): continue
        calls = [(), *((each,) for each in OPERANDS), *PAIRS]
        table[receiver][name] = [answers.setdefault(answer(make, name, args), len(answers)) for args in calls]
result = json.dumps({'operands': [write(each) for each in OPERANDS], 'pairs': [write(pair)['t'] for pair in PAIRS], 'answers': list(answers), 'table': table})
