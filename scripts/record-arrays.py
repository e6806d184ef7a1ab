"""CPython's answers to operations of arrays: every type code with every kind of item, every slice of short arrays.

`result` is [[type code, items, [[operation, arguments, answer], ...]], ...]. Each operation begins with a new array; an answer is the
repr of its result, and of the array if that has changed. Values are written as `written.py` does.
"""
import array, itertools, json, operator, random
from written import write

random.seed(315)
CODES = ['b', 'B', 'u', 'w', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'e', 'f', 'd', 'Zf', 'Zd']
INTS = [0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -2**31, -2**31 - 1,
        2**32 - 1, 2**32, 2**53, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, -2**70, 2**1100]
FLOATS = [0.0, -0.0, 1.5, -2.25, 1e-8, 65504.0, 65520.0, 3.4e38, 3.5e38, 1e300, float('inf'), float('-inf'), float('nan')]
ODD = [True, None, '', 'a', 'ab', 'é', '\U0001f600', '\ud800', b'', b'a', [1], (1,), 1 + 2j, complex(1e40, 0), slice(1), {}]


def shown(run):
    try:
        return repr(run())
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def answer(code, items, name, args):
    target = array.array(code, items)
    before = shown(lambda: target)
    run = getattr(operator, name) if not name.startswith('.') else getattr(array.array, name[1:])
    said = shown(lambda: run(target, *args))
    after = shown(lambda: target)
    return said if after == before else f'{said} -> {after}'


def istoolarge(value):
    """Whether a number is too large for a half float, but not for a float."""
    return isinstance(value, (int, float)) and 65520 <= abs(value) < 1e309


def itemsof(code): return ['a', 'b', 'c'] if code in 'uw' else [1, 2, 3]


rows = []
for code in CODES:
    steps = []
    for value in INTS + FLOATS + ODD:
        for name in ('.append', '.count', '.index', '.remove', 'contains', 'add', 'eq', 'mul', '.extend'):
            if name == 'mul' and isinstance(value, int) and value > 2: continue
            # CPython leaves an item without a value.
            if code == 'e' and name == '.append' and istoolarge(value): continue
            steps.append((name, (value,)))
        if not (code == 'e' and istoolarge(value)): steps.append(('.insert', (1, value)))
        steps += [('setitem', (1, value)), ('.fromlist', ([1 if code not in 'uw' else 'z', value],)), ('getitem', (value,)),
                  ('.pop', (value,)), ('.insert', (value, itemsof(code)[0])), ('.index', (itemsof(code)[1], value))]
    for protocol in (0, 2, 3, 4, 5): steps.append(('.__reduce_ex__', (protocol,)))
    for n in range(0, 17): steps.append(('.frombytes', (b'\x01\x41' * n,)))
    for name in ('.tobytes', '.tolist', '.byteswap', '.reverse', '.__len__', '.clear', '.pop', '.tounicode'):
        steps.append((name, ()))
    if code in 'uw': steps += [('.fromunicode', (value,)) for value in ('', 'aé', '\U0001f600', 5)]
    for other in CODES:
        for values in ([], [1, 2, 3], [1, 2, 4], [0, 5, 5, 5]):
            if other in 'uw': values = [chr(96 + v) for v in values]
            other_array = array.array(other, values)
            for name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'add', 'iadd', '.extend'): steps.append((name, (other_array,)))
            steps.append(('setitem', (slice(1, 2), other_array)))
    rows.append([code, itemsof(code), [[name, write(tuple(args))['t'], answer(code, itemsof(code), name, args)] for name, args in steps]])
BOUNDS = [None, 0, 1, 2, 3, 5, -1, -2, -4, -9, 2**63 - 1, -2**63]
for code, size in itertools.product(['B', 'h', 'd'], range(6)):
    steps = []
    for start, stop, step in itertools.product(BOUNDS, BOUNDS, [None, 1, 2, 3, -1, -2, -3, 9]):
        if random.random() > 0.07: continue
        part = slice(start, stop, step)
        steps += [('getitem', (part,)), ('delitem', (part,))]
        for length in random.sample(range(5), 2): steps.append(('setitem', (part, array.array(code, [7] * length))))
    steps += [(name, (index,)) for name in ('getitem', 'delitem', '.pop') for index in range(-7, 7)]
    steps += [('.insert', (index, 9)) for index in range(-8, 8)] + [('.index', (2, *bounds)) for bounds in itertools.product(range(-4, 5, 2), range(-4, 5, 2))]
    steps += [('mul', (count,)) for count in range(-1, 4)] + [('imul', (count,)) for count in range(-1, 4)]
    items = list(range(1, size + 1))
    rows.append([code, items, [[name, write(tuple(args))['t'], answer(code, items, name, args)] for name, args in steps]])
result = json.dumps(rows)
