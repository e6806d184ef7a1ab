"""CPython's answers to operations of lists, tuples, text, dicts, sets and ranges.

`result` is [[container, [[operation, arguments, answer], ...]], ...]. Each operation begins with a new container; an answer is the
repr of its result, and of the container if that has changed. Values are written as `written.py` does.
"""
import itertools, json, operator, random
from written import write

random.seed(315)
KEYS = [0, 1, -1, 2, 3, -4, 2**70, True, False, 1.0, 0.5, float('nan'), 1 + 0j, None, '', 'a', 'b', '1', b'', b'a', b'1', (), (1,), (1, 'a'), ([],), [], [1], ['a', 1],
        {}, {'a': 1}, slice(1), bytearray(b'a')]
BOUNDS = [None, 0, 1, 2, 3, 5, -1, -2, -4, -9, 2**63 - 1, -2**63]


def shown(run):
    try:
        value = run()
        return repr(list(value)) if hasattr(value, '__next__') else repr(value)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


FUNCTIONS = {'len': len, 'list': list, 'reversed': reversed, 'hash': hash, 'bool': bool, 'repr': repr, 'sorted': sorted, 'iter': iter}


def answer(make, name, args):
    target = make()
    before = shown(lambda: target)
    said = shown(lambda: FUNCTIONS[name](target) if name in FUNCTIONS else getattr(operator, name)(target, *args))
    after = shown(lambda: target)
    return said if after == before else f'{said} -> {after}'


def slices(share):
    for start, stop, step in itertools.product(BOUNDS, BOUNDS, [None, 1, 2, 3, -1, -2, -3, 0, 9]):
        if random.random() < share: yield slice(start, stop, step)


CONTAINERS = [[], [1], [1, 2, 3, 4], ['a', 'b'], [1, [2], 'a'], (), (1, 2, 3), ('a', 1.0), ([],), '', 'abc', '\U0001f600x\U0001f601é', range(0), range(2, 9, 3), range(5, 0, -2),
              {}, {1: 'one', 'a': 2, (1,): 3, None: 4}, {'a': 1, 'b': [2]}, {b'a': 1, 0.5: 2}, set(), {1}, {'a'}, None, 5, 1.5]
rows = []
for container in CONTAINERS:
    steps = [(name, ()) for name in FUNCTIONS if not (name == 'hash' and isinstance(container, range))]
    dictlike = isinstance(container, (dict, set, int, float)) or container is None
    for key in KEYS:
        steps += [('getitem', (key,)), ('contains', (key,)), ('delitem', (key,)), ('setitem', (key, 'new'))]
        if not dictlike: steps += [('countOf', (key,)), ('indexOf', (key,)), ('concat', (key,)), ('add', (key,))]
    if not dictlike:
        share = 0.12 if isinstance(container, list) else 0.06
        for part in slices(share):
            steps += [('getitem', (part,)), ('delitem', (part,))]
            for values in random.sample([[], ['x'], ['x', 'y'], (7, 8, 9), 'pq', 5, {1: 2}, [[]]], 2): steps.append(('setitem', (part, values)))
        for other in CONTAINERS:
            if isinstance(other, range) or isinstance(container, range): continue
            steps += [(name, (other,)) for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'iadd', 'iconcat') if not (name.startswith('i') and isinstance(other, set))]
        steps += [(name, (count,)) for name in ('mul', 'imul') for count in (-1, 0, 1, 2, 3, True, None, 1.5)]
    rows.append([write(container), [[name, write(tuple(args))['t'], answer(lambda: container if container is None or isinstance(container, range) else type(container)(container), name, args)]
                                    for name, args in steps]])
result = json.dumps(rows)
