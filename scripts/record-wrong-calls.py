"""Calls every method wrongly (too few, too many, unknown, misspelt and doubled arguments, wrong types) and records what
CPython says. `result` is {type: {name: [[args, kwargs, answer], ...]}}: the answer is "Class: message", or the result as
`show` here and in tests/runtime/wrong-calls.test.ts writes it. Values are JSON, {"bytes": hex} for bytes.

The functions of `modules`, {entry: {our name: [name in Python, whether ours takes keywords]}}, are called only in ways that do not fit their
signatures, as `entry binascii` and its like.
"""
import array, importlib, inspect, io, json, re, struct, types

from receivers import SELVES

BY_IDENTITY = (struct.Struct, io.BytesIO)
FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type(''.join), type(''.__len__))


class Direct:
    def __init__(self, descriptor, make):
        self.descriptor, self.make = descriptor, make

    def __call__(self, *args, **kwargs):
        return self.descriptor(self.make(), *args, **kwargs)


def target(kind, name):
    make = SELVES[kind]
    if name == '': return type(make())
    owner = make() if kind == 'struct' else type(make())
    for base in getattr(owner, '__mro__', ()):
        if name in base.__dict__:
            static = base.__dict__[name]
            if type(static).__name__ in ('method_descriptor', 'wrapper_descriptor'): return Direct(static, make)
            break
    return getattr(make(), name)


def encode(value):
    if isinstance(value, bytes): return {'bytes': value.hex()}
    return value


def show(value):
    """A value as text that is the same on every machine, with more detail than its repr."""
    if isinstance(value, tuple): return f'({" ".join(show(item) + "," for item in value)})'
    if isinstance(value, type): return value.__name__
    if isinstance(value, FUNCTIONS): return f'function {value.__name__}'
    if isinstance(value, types.GenericAlias): return repr(value)
    if isinstance(value, memoryview):
        try: return f'memoryview {value.format} {value.readonly} {value.tolist()}'
        except ValueError: return 'released memoryview'
    if isinstance(value, io.BytesIO): return 'closed BytesIO' if value.closed else f'BytesIO {value.getvalue()} {value.tell()}'
    if isinstance(value, struct.Struct): return f'Struct {value.format}'
    if hasattr(value, '__next__'): return f'{type(value).__name__} {list(value)}'
    return re.sub(r' at 0x[0-9a-f]+', '', repr(value))


def answer(function, kind, name, args, kwargs):
    try:
        value = function(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'
    # Identity hashes and addresses differ from run to run: record only that they are numbers.
    if name == '__hash__' and isinstance(value, int) and (kind.endswith(('iterator', 'reversed')) or kind in ('Struct', 'BytesIO')):
        return 'int'
    if name == '__sizeof__' and kind in ('array', 'BytesIO'): return 'int'
    if name == 'buffer_info': return f'(int, {value[1]})'
    if name == '__dir__': return ' '.join(sorted(value))
    return show(value)


def calls(parameters):
    """Argument lists and keywords to try, for the names of a signature."""
    names = [re.sub(r'=.*', '', p) for p in parameters if p and p not in ('/', '*') and not p.startswith('*')]
    if parameters == ['*args']: names = ['a', 'b']
    required = [p for p in parameters if p and p not in ('/', '*') and not p.startswith('*') and '=' not in p]
    need = [None] * len(required)
    for n in range(len(names) + 3): yield [None] * n, {}
    for value in (b'a', 1, 'a', [1]):
        for n in range(1, len(names) + 1): yield [value] * n, {}
    for args in ([], need):
        yield args, {'nope': 1}
        for name in names:
            yield args, {name: 1}
            yield args, {name[:-1]: 1}
    yield [], {'nope': 1, 'nada': 2}
    if not names: return
    yield need, {'nope': 1, 'nada': 2}
    yield [], {'a': 1, 'b': 2, 'c': 3, 'd': 4}
    for name in names:
        yield need, {name: None, 'nope': 1}
        yield need, {name.title(): 1}
        yield need, {name[0] + '_' + name[1:]: 1}
    for i, name in enumerate(names):
        yield [1] * (i + 1), {name: 1}


# New bytearrays made by __new__ or __class__ show nothing here, and __doc__ is not kept.
UNASKED = {'__doc__', '__new__', '__class__', '__module__', '__dict__'}
named = json.loads(attributes)
record = {}
for kind, methods in json.loads(signatures).items():
    record[kind] = {}
    others = {name: f'any {name}(*args)' for name in named.get(kind, '').split() if name not in UNASKED}
    for name, text in {**methods, **others}.items():
        parameters = text[text.index('(') + 1:text.rindex(')')].split(', ')
        function, seen, rows = target(kind, name), set(), []
        for args, kwargs in calls(parameters):
            row = [[encode(a) for a in args], kwargs]
            key = json.dumps(row)
            if key in seen: continue
            seen.add(key)
            rows.append(row + [answer(function, kind, name, args, kwargs)])
        record[kind][name] = rows


# Signatures that CPython does not reveal, as far as binding depends on them.
UNTOLD = {
    'a2b_base64': lambda data, /, *, strict_mode=None, padded=True, alphabet=None, ignorechars=None, canonical=False: None,
    'b2a_hex': lambda data, sep=None, bytes_per_sep=1: None,
    'bytearray': lambda source=b'', encoding=None, errors=None: None,
    'bytes': lambda source=b'', encoding=None, errors=None: None,
    'hexlify': lambda data, sep=None, bytes_per_sep=1: None,
    'int': lambda x=0, /, base=10: None,
    'iter': lambda object, sentinel=None, /: None,
    'max': lambda first, /, *others, key=None, default=None: None,
    'min': lambda first, /, *others, key=None, default=None: None,
    'next': lambda iterator, default=None, /: None,
    'range': lambda start, stop=0, step=1, /: None,
    'str': lambda object='', encoding='utf-8', errors='strict': None,
    'type': lambda object, bases=None, dict=None, /: None,
}


def misfits(signature, named):
    """Calls that do not fit a signature. Keywords, if there are any, follow the required arguments."""
    parameters = signature.parameters.values()
    positional = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    keywords = [p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    # Our functions of one parameter let `Array.prototype.map` pass three arguments.
    mapped = 3 if len(parameters) == 1 else -1
    required = sum(p.default is p.empty for p in positional)
    for count in range(len(positional) + 3):
        if count != mapped: yield count, {}
        if not named or not keywords or count < required: continue
        for names in (['nope'], ['nope', 'nada'], [keywords[-1][:-1]], *([name] for name in keywords)):
            yield count, dict.fromkeys(names)
        yield count, dict.fromkeys([keywords[-1], 'nope'])


def is_misfit(signature, count, kwargs):
    try:
        signature.bind(*[None] * count, **kwargs)
    except TypeError:
        return True
    return False


for entry, names in modules.items():
    rows = record[f'entry {entry}'] = {}
    owner = int if entry == 'int' else importlib.import_module(entry)
    for ours, (theirs, named) in names.items():
        function = getattr(owner, theirs)
        signature = inspect.signature(UNTOLD.get(theirs, function))
        wrong = [call for call in misfits(signature, named) if is_misfit(signature, *call)]
        rows[ours] = [[[None] * count, kwargs, answer(function, entry, ours, [None] * count, kwargs)] for count, kwargs in wrong]
result = json.dumps(record, ensure_ascii=True)
