"""CPython's answers to every method of `io.BytesIO`, at each position, with every kind of argument; and which results are the same object.

`result` is {calls: [[content, position, [[method, arguments, answer], ...]], ...], identities: [[content, [[method, arguments, answer], ...]], ...]}.
Each call begins with a new stream; an answer is the repr of the result, and the stream's content and position if they have changed. The steps
of `identities` are calls to one stream; the answer of a read is the number of the first step that returned the same object. Values are written
as `written.py` does.
"""
import io, json, random
from written import write

random.seed(315)
SIZES = [None, 0, 1, 2, 3, 4, 5, 8, 12, 13, 99, -1, -2, True, 2**31, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**70, 'a', 1.5, b'', [1]]
DATA = [b'', b'x', b'\n', b'12345', b'a\nb\n', bytearray(b'yz'), memoryview(b'mno'), 'a', 5, None, [1], (), 1.5]
LINES = [[], [b'a'], [b'a', b'', b'bc\n'], (b'x', bytearray(b'y')), [b'a', 'b', b'c'], [b'a', 5], [1.5], b'ab', 'ab', 5, None, {b'k': 1}]
INTO = [bytearray(n) for n in (0, 1, 2, 5, 30)] + [b'abc', memoryview(b'abc'), 'abc', 5, None]
CONTENTS = [b'', b'\n', b'ab', b'abc\ndef\n\nxyz', b'no newline', b'\n\n\n', b'one\rtwo\r\nend\n']
CALLS = [(name, ()) for name in ('read', 'read1', 'readline', 'readlines', 'tell', 'truncate', 'getvalue', 'readable', 'writable', 'seekable', 'isatty', 'flush', 'fileno', 'detach', 'close',
                                 '__next__', 'readinto', 'write', 'writelines', 'seek')]
CALLS += [(name, (size,)) for name in ('read', 'read1', 'readline', 'readlines', 'truncate', 'seek') for size in SIZES]
CALLS += [('seek', (place, whence)) for whence in (0, 1, 2) for place in (0, 1, 3, -1, -3, -99, 2**63 - 1, -2**63, 2**63)]
CALLS += [('seek', (1, whence)) for whence in (3, -1, True, 2**31, -2**31 - 1, 'a', None, 1.5)]
CALLS += [('write', (data,)) for data in DATA] + [('writelines', (lines,)) for lines in LINES]
CALLS += [(name, (into,)) for name in ('readinto', 'readinto1') for into in INTO]


def shown(run):
    try:
        return repr(run())
    except StopIteration:
        return 'StopIteration'
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def state(stream): return 'closed' if stream.closed else f'{stream.getvalue()!r} {stream.tell()}'


def answer(content, position, name, args):
    stream = io.BytesIO(content)
    stream.seek(position)
    before = state(stream)
    said = shown(lambda: getattr(stream, name)(*args))
    if name.startswith('readinto') and args and isinstance(args[0], bytearray): said = f'{said} {args[0]!r}'
    after = state(stream)
    return said if after == before else f'{said} -> {after}'


def fresh(args): return tuple(bytearray(len(each)) if isinstance(each, bytearray) and not any(each) else each for each in args)


calls = []
for content in CONTENTS:
    positions = range(len(content) + 3) if len(content) in (0, 1, 2, 12) else (0, 1, 4)
    for position in positions:
        steps = []
        for name, args in CALLS:
            if position > 1 and name == 'seek' and random.random() < 0.7: continue
            if position > 1 and any(isinstance(each, (str, float, list, type(None))) for each in args): continue
            said = answer(content, position, name, fresh(args))
            # JavaScript's numbers cannot hold the position.
            if said.startswith(str(2**63 - 1)): continue
            steps.append([name, write(fresh(args))['t'], said])
        calls.append([write(content), position, steps])

def program(content, steps):
    """Runs the steps, and records which results are the same object."""
    stream = io.BytesIO(content)
    held, rows = [], []
    for number, (name, *args) in enumerate(steps):
        if name == 'view':
            stream.getbuffer().release()
            rows.append([name, [], ''])
            continue
        value = getattr(stream, name)(*args)
        if not isinstance(value, bytes):
            rows.append([name, write(tuple(args))['t'], repr(value)])
            continue
        # CPython keeps one object for no bytes and one for each byte.
        same = next((i for i, other in held if other is value), number) if len(value) > 1 else ''
        held.append((number, value))
        rows.append([name, write(tuple(args))['t'], f'{len(value)} {same}'])
    identities.append([write(content), rows])


def anystep():
    return random.choice([['getvalue'], ['getvalue'], ['read'], ['seek', 0], ['seek', 0], ['write', b'x' * random.choice([1, 1, 2, 3, 8, 9, 20, 64, 200])],
                          ['write', b'xy'], ['truncate', random.choice([0, 1, 2, 5, 8, 10, 12, 60, 90])], ['seek', random.choice([1, 2, 6, 12, 15, 40])], ['read', random.choice([1, 2, 6, 12, 100])],
                          ['readline'], ['view'], ['seek', 0, 2]])


identities = []
for _ in range(150): program(random.choice([b'', b'a', b'ab', b'abcdefghijkl', bytes(range(100)), bytearray(b'abcdef')]), [anystep() for _ in range(14)])
READ = [['seek', 0], ['read'], ['getvalue'], ['seek', 0], ['read']]
# What is allocated after each way to grow and to shrink.
for count in range(1, 25):
    for size in (1, 3): program(b'', [['write', b'x' * size]] * count + READ)
for length in (2, 3, 8, 9, 12, 20):
    for kept in range(length + 1):
        for more in (0, 1, 2, 5): program(b'abcdefghijklmnopqrst'[:length], [['truncate', kept], ['seek', 0, 2], ['write', b'y' * more], *READ])
for kept in range(0, 24):
    for more in (1, 2, 4): program(b'', [['write', b'x' * 23], ['write', b'z'], ['truncate', kept], ['seek', 0, 2], ['write', b'y' * more], *READ])
result = json.dumps({'calls': calls, 'identities': identities})
