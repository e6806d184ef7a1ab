"""Records which operand's method answers an operator, for subclasses of our types that override one or two of its
methods, beside values of other types and of a class with reflected methods. `result` is [[base, overridden names,
operator, operands, answer], ...].
"""
import itertools, json, operator


class Other:
    """Answers only as the right operand."""
    def __radd__(self, other): return 'Other.__radd__'
    def __rmul__(self, other): return 'Other.__rmul__'
    def __rmod__(self, other): return 'Other.__rmod__'
    def __rsub__(self, other): return NotImplemented
    def __index__(self): return 2


def method(name, answer):
    return lambda self, other: NotImplemented if answer == '?' else name


OPERATORS = {'add': operator.add, 'mul': operator.mul, 'mod': operator.mod, 'sub': operator.sub, 'iadd': operator.iadd,
             'imul': operator.imul, 'imod': operator.imod, 'eq': operator.eq, 'ne': operator.ne, 'lt': operator.lt, 'ge': operator.ge}
rows = []
for base in (object, bytes, bytearray):
    for kind in ('add', 'mul', 'mod', 'sub', 'eq', 'lt'):
        dunders = [f'__{kind}__', f'__r{kind}__', f'__i{kind}__'] if kind not in ('eq', 'lt') else \
            [f'__{kind}__', {'eq': '__ne__', 'lt': '__gt__'}[kind]]
        overridden = [(), *itertools.combinations([name + end for name in dunders for end in ('', '?')], 1),
                      (dunders[0], dunders[1]), (dunders[0] + '?', dunders[1]), (dunders[0] + '?', dunders[1] + '?')]
        for names in overridden:
            members = {'__module__': 'builtins', **{name.rstrip('?'): method(name.rstrip('?'), name[-1]) for name in names}}
            F = type('F', (base,), members)
            D = type('D', (F,), {'__module__': 'builtins', **{'__radd__': method('D.__radd__', ''), '__gt__': method('D.__gt__', '')}})
            make = (lambda c: c()) if base is object else (lambda c: c(b'ab'))
            operands = {'F': lambda: make(F), 'D': lambda: make(D), 'int': lambda: 2, 'bytes': lambda: b'q',
                        'bytearray': lambda: bytearray(b'q'), 'Other': Other}
            for name, function in OPERATORS.items():
                if kind not in name and not (kind in ('eq', 'lt') and name in ('eq', 'ne', 'lt', 'ge')): continue
                for left, right in itertools.product(operands, repeat=2):
                    if not {left, right} & {'F', 'D'}: continue
                    try:
                        answer = repr(function(operands[left](), operands[right]()))
                    except Exception as e:
                        answer = f'{type(e).__name__}: {e}'
                    rows.append([base.__name__, names, name, [left, right], answer])
result = json.dumps(rows)
