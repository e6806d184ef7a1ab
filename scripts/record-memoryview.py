# CPython's answers to the rules and values of tests/memoryview; `rules` and `values` are JSON lists of them.
import array
import json
import struct
from _testbuffer import *


class I:
    def __init__(self, value, effect=None):
        self.value = value
        self.effect = effect

    def __index__(self):
        if self.effect:
            self.effect()
        return self.value


class E:
    def __init__(self, error):
        self.error = error

    def __index__(self):
        raise self.error

    def __float__(self):
        raise self.error


class Bad:
    def __index__(self):
        return 'a'

    def __float__(self):
        return 'a'


def answer(rule):
    names = dict(globals())
    *statements, last = rule.split(';')
    try:
        exec(';'.join(statements), names)
        return repr(eval(last, names))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class F:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class C:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


def assign(format, value):
    memory = bytearray(16)
    view = memoryview(memory).cast(format)
    try:
        view[0] = eval(value)
        return f'{view[0]!r} {memory.hex()}'
    except Exception as error:
        return f'{type(error).__name__}: {error}'


formats = '? c b B h H i I l L q Q n N e f d P Zf Zd'.split()
result = json.dumps(
    {
        'rules': {rule: answer(rule) for rule in rules},
        'items': {f: {v: assign(f, v) for v in values} for f in formats},
    }
)
