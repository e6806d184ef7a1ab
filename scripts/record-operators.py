"""CPython's answer to every binary operator between any two of some values of all kinds.

`result` is {"values": [[kind, text], ...], "answers": [...], "table": {operator: [[answer, ...], ...]}}: the table has a row for
each left value and in it, for each right value, the index of the answer; -1 where nothing was asked. An answer is
"type repr" or "Class: message"; the changed container follows after " -> ".
"""
import json, operator, re

VALUES = [
    ['int', '0'], ['int', '1'], ['int', '-3'], ['int', '97'], ['int', '300'], ['int', str(2**70)],
    ['bool', 'True'], ['float', '2.5'], ['float', '1.0'], ['none', ''],
    ['str', ''], ['str', 'ab'], ['str', '\U0001f600x'],
    ['bytes', ''], ['bytes', '6162'], ['bytes', '256425'],
    ['bytearray', ''], ['bytearray', '6162'],
    ['view', '6162'], ['writable', '6162'], ['ints', '6162000063640000'], ['doubles', '000000000000f03f'],
    ['list', '[1, 2]'], ['list', '[]'], ['tuple', '[1, 2]'], ['tuple', '[1]'], ['tuple', '[]'], ['slice', '[0, 1]'],
    ['dict', '{"a": 1}'],
]
MAKE = {
    'int': int, 'bool': lambda t: True, 'float': float, 'none': lambda t: None, 'str': str,
    'bytes': bytes.fromhex, 'bytearray': lambda t: bytearray(bytes.fromhex(t)),
    'view': lambda t: memoryview(bytes.fromhex(t)), 'writable': lambda t: memoryview(bytearray.fromhex(t)),
    'ints': lambda t: memoryview(bytes.fromhex(t)).cast('I'), 'doubles': lambda t: memoryview(bytes.fromhex(t)).cast('d'),
    'list': json.loads, 'tuple': lambda t: tuple(json.loads(t)), 'dict': json.loads, 'slice': lambda t: slice(*json.loads(t)),
}
PLAIN = ['add', 'sub', 'mul', 'matmul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor',
         'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'getitem', 'contains', 'concat', 'countOf', 'indexOf']
IN_PLACE = ['iadd', 'imul', 'imod', 'isub', 'iconcat', 'delitem']


def asked(name, left, right):
    """Skips what would take all memory, complex numbers, the last digit of powers, dicts' own operators, and text formatting."""
    if name in ('pow', 'lshift') and right[0] == 'int' and len(right[1]) > 3: return False
    if name == 'pow' and (left[1] == '-3' or right[1] == '300' or left[1] == str(2**70) or right[1] == '97'): return False
    if left[0] == right[0] == 'dict': return False
    if name == 'pow' and left[1] == right[1] == '2.5': return False
    if name in ('mod', 'imod') and left[0] == 'str': return False
    return True


def shown(value):
    text = repr(value)
    return type(value).__name__ + ' ' + ('' if ' at 0x' in text else text)


def answer(name, left, right):
    a, b = MAKE[left[0]](left[1]), MAKE[right[0]](right[1])
    try:
        said = shown(getattr(operator, name)(a, b))
    except Exception as e:
        said = re.sub(' at 0x[0-9a-f]+', '', f'{type(e).__name__}: {e}')
    return said + (' -> ' + shown(a) if name in IN_PLACE else '')


answers, table = {}, {}
for name in PLAIN + IN_PLACE:
    table[name] = [[answers.setdefault(answer(name, left, right), len(answers)) if asked(name, left, right) else -1
                    for right in VALUES] for left in VALUES]
result = json.dumps({'values': VALUES, 'answers': list(answers), 'table': table})
