"""CPython's answers to `array._array_reconstructor` with every type code and machine format, and to the states of iterators over arrays.

`result` is {pickles: [[type code, hex of the items, answers for the machine formats -1 to 22], ...], iterators: [[whether it is reversed, length,
steps before, state, answer], ...]}.
"""
import array, json

DATA = [b'', bytes(range(1, 17)), 'ab'.encode('utf-16-le') * 2, 'ab'.encode('utf-16-be') * 2, 'ab'.encode('utf-32-le'), 'ab'.encode('utf-32-be'), b'abc', b'\xff' * 16]


def shown(run):
    try:
        return repr(run())
    except Exception as e:
        return f'{type(e).__name__}: {e}'


pickles = [[code, data.hex(), [shown(lambda: array._array_reconstructor(array.array, code, machine, data)) for machine in range(-1, 23)]]
           for code in array.typecodes for data in DATA]


def stepped(isreversed, length, steps, state):
    items = array.array('b', range(length))
    iterator = reversed(items) if isreversed else iter(items)
    for _ in range(steps): next(iterator, None)
    hints = [iterator.__length_hint__()] if isreversed else []
    iterator.__setstate__(state)
    if isreversed: hints.append(iterator.__length_hint__())
    return hints, list(iterator), next(iterator, None)


iterators = [[isreversed, length, steps, state, shown(lambda: stepped(isreversed, length, steps, state))]
             for isreversed in (False, True) for length in (0, 1, 3) for steps in (0, 1, 2, 4) for state in (-5, -1, 0, 1, 2, 3, 9, 'x', 1.5, 2**70)]
result = json.dumps({'pickles': pickles, 'iterators': iterators})
