"""Records how CPython binds the arguments of each method: its parameters, and the calling convention that determines the errors.

`result` is {type: {name: "convention qualified-name(parameters)"}}; the constructor's name is "".
The conventions:

  none        METH_NOARGS              bytes.isalnum() takes no arguments (1 given)
  one         METH_O                   bytes.join() takes exactly one argument (0 given)
  positional  METH_FASTCALL            find expected at least 1 argument, got 0
  keywords    Argument Clinic          split() takes at most 2 arguments (3 given)
  slot        a slot's wrapper         expected 1 argument, got 0
  slottuple   a slot's wrapper         __setitem__ expected 2 arguments, got 1
  tuple       PyArg_ParseTuple         array() takes at least 1 argument (0 given)
  bare        METH_METHOD, by hand     getbuffer() takes no arguments
  any         METH_VARARGS, unchecked
"""
import array, inspect, io, json, re, struct

from receivers import SELVES

MANY = [None] * 9
# CPython has no text signature for these; the code below checks the names by passing each twice.
CONSTRUCTORS = {
    'bytes': "source=b'', encoding=?, errors=?",
    'bytearray': "source=b'', encoding=?, errors=?",
    'memoryview': 'object',
    'Struct': 'format',
    'array': 'typecode, initializer=?, /',
    'BytesIO': "initial_bytes=b''",
}
# Data, and __new__ and __init__, which take the arguments of the constructor.
SKIPPED = {'__class__', '__doc__', '__module__', '__new__', '__init__', '__dict__'}
KEPT = {'int': ['to_bytes', 'from_bytes'], 'str': ['encode'],
        'struct': ['pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'calcsize']}


class Direct:
    def __init__(self, descriptor, make):
        self.descriptor, self.make, self.__text_signature__ = descriptor, make, descriptor.__text_signature__

    def __call__(self, *args, **kwargs):
        return self.descriptor(self.make(), *args, **kwargs)


def error(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as e:
        return str(e)
    except Exception:
        pass
    return ''


def qualified(text, fallback):
    found = re.match(r'([\w.]+)\(\) takes no keyword', text)
    return found[1] if found else fallback


def convention(function, name):
    many, keyword = error(function, *MANY), error(function, nope=1)
    qualname = qualified(keyword, name)
    if many.endswith('takes no arguments (9 given)'): return 'none', qualname
    if many == f'{name}() takes no arguments': return 'bare', name
    if many.endswith('takes exactly one argument (9 given)'): return 'one', qualname
    if re.match(r'expected \d+ arguments?, got 9', many): return 'slot', name
    if re.match(r'\w+ expected (at most )?\d+ arguments?, got 9', many):
        return ('slottuple', name) if keyword.startswith('wrapper') else ('positional', qualname)
    if re.search(r'takes at most \d+ (positional )?arguments? \(9 given\)', many):
        return ('tuple', qualname) if 'no keyword' in keyword else ('keywords', name)
    few = error(function)
    if re.match(r'\w+ expected at least \d+ arguments?, got 0', few): return 'positional', qualname
    return 'any', qualname


def parameters(text):
    text = re.sub(r'^\(\$?(self|type|module)?(, /)?(, )?', '', text)[:-1].replace('<unrepresentable>', '?')
    if text == '/': text = ''
    text = re.sub(r'\[, (\w+)\[, (\w+)\]\]', r', \1=?, \2=?', text)
    return text.removeprefix('/, ')


def describe(function, name, text):
    kind, qualname = convention(function, name)
    return f'{kind} {qualname}({text})'


record = {}
for kind, make in SELVES.items():
    entry = record[kind] = {}
    owner = make() if kind == 'struct' else type(make())
    if kind in CONSTRUCTORS:
        text = CONSTRUCTORS[kind]
        entry[''] = describe(owner, kind, text)
        if owner.__text_signature__: assert owner.__text_signature__ == f'({text})', kind
        for name in re.findall(r'(\w+)=?', text.replace("b''", '')) if '/' not in text else ():
            assert 'unexpected' not in error(owner, **{name: None}), (kind, name)
    for name in KEPT.get(kind) or dir(owner):
        static = inspect.getattr_static(owner, name)
        if name in SKIPPED: continue
        bound = getattr(make(), name)
        if not callable(bound): continue
        # As `self.name(...)` calls it: through the descriptor, whose name appears in the errors, not through a bound
        # method.
        if type(static).__name__ in ('method_descriptor', 'wrapper_descriptor'): bound = Direct(static, make)
        text = bound.__text_signature__ or '($self, /, *args)'
        entry[name] = describe(bound, name, parameters(text))
        if isinstance(static, staticmethod): entry[name] += ' static'
        elif type(static).__name__ == 'classmethod_descriptor': entry[name] += ' class'
attributes = {}
for kind, make in SELVES.items():
    if kind in KEPT: continue
    attributes[kind] = ' '.join(name for name in dir(type(make())) if name not in record[kind])
result = json.dumps({'signatures': record, 'attributes': attributes})
