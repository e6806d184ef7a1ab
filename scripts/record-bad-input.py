"""Calls every method with bad values and records each call that fails after changing its object: CPython does not undo
the change. `result` is {"changed": [[type, method, values, answer, state after], ...], "calls": how many failed}.
The values are names that tests/properties/bad-input.test.ts defines, too.
"""
import array, io, itertools, json, struct


class Index:
    def __index__(self): raise ValueError('mine')


class Buffer:
    def __buffer__(self, flags): raise ValueError('mine')


def raising():
    yield 1
    raise ValueError('mine')


BAD = {
    'small': lambda: 1, 'negative': lambda: -1, 'large': lambda: 300, 'huge': lambda: 2 ** 70, 'text': lambda: 'x',
    'None': lambda: None, 'float': lambda: 1.5, 'bytes': lambda: b'q', 'out of range': lambda: [1, 300],
    'mixed': lambda: [1, 'a'], 'index': Index, 'buffer': Buffer, 'raising': raising, 'items': lambda: iter([1, 300]),
    'tuple': lambda: (1, 2), 'no step': lambda: slice(None, None, 0), 'steps': lambda: slice(None, None, 2),
    'bytes and int': lambda: [b'zz', 5],
}
SELVES = {
    'bytes': lambda: b'abcdef', 'bytearray': lambda: bytearray(b'abcdef'),
    'memoryview': lambda: memoryview(bytearray(b'abcdef')), 'Struct': lambda: struct.Struct('<H'),
    'array': lambda: array.array('B', b'abcdef'), 'BytesIO': lambda: moved(),
}


def moved():
    stream = io.BytesIO(b'abcdef')
    stream.seek(2)
    return stream


def state(self):
    if isinstance(self, io.BytesIO): return 'closed' if self.closed else f'{self.getvalue()} {self.tell()}'
    if isinstance(self, memoryview): return repr(self.obj)
    if isinstance(self, struct.Struct): return self.format
    if isinstance(self, bytearray): self.extend(b'')
    return repr(self)


changed, failed = [], 0
for kind, make in SELVES.items():
    before = state(make())
    for name, text in json.loads(signatures)[kind].items():
        if name in ('', '__getattribute__', '__setattr__', '__delattr__', '__init_subclass__', '__subclasshook__'): continue
        if name == '__release_buffer__': continue
        count = 0 if '()' in text else min(2, text.count(',') + 1)
        names = [name] + (['__init__'] if name == '__eq__' else [])
        for method in names:
            for n in range(1, max(count, 1) + 1):
                for values in itertools.product(BAD, repeat=n):
                    self = make()
                    try:
                        getattr(self, method)(*[BAD[value]() for value in values])
                    except Exception as e:
                        failed += 1
                        after = state(self)
                        if after != before: changed.append([kind, method, values, f'{type(e).__name__}: {e}', after])
result = json.dumps({'changed': changed, 'calls': failed})
