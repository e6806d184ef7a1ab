# What CPython answers to each rule of tests/memoryview/rules.test.ts. `rules` is a JSON list of them.
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


result = json.dumps({rule: answer(rule) for rule in json.loads(rules)})
