"""CPython's answers of `struct`: every code in every byte order with every kind of value, sizes and places of pairs of codes, every offset.

`result` is {values, pack: [[format, answers for each value]], unpack: [[format, hex, answer]], sizes: [[format, answer]],
offsets: [[function, format, length of the buffer, answers for offsets from -8 to 8]], iterators: [[format, hex, answers of each step]]}.
Values are written as `written.py` does, and {"o": [method, result]} is an object with this method.
"""
import itertools, json, random, struct
from written import write

random.seed(315)


class Special:
    def __init__(self, name, value):
        self.name, self.value = name, value


def special(name, value):
    def method(self): return value
    return type('Special', (Special,), {name: method})(name, value)


def written(value):
    return {'o': [value.name, write(value.value)]} if isinstance(value, Special) else write(value)


INTS = [each for bits in (7, 8, 15, 16, 31, 32, 63, 64) for each in (2**bits - 1, 2**bits, -2**bits, -2**bits - 1)] + [0, 1, -1, 5, 2**53, 2**70, -2**70, 10**400]
FLOATS = [0.0, -0.0, 1.5, 65504.0, 65519.9, 65520.0, -65520.0, 3.4e38, 3.5e38, -3.5e38, 1e300, float('inf'), float('-inf')]
OTHERS = [True, False, None, '', 'a', b'', b'a', b'ab', b'abcd', bytearray(b'a'), bytearray(b'abcd'), memoryview(b'a'), [], [1], (), 1 + 2j, complex(1e40, 1), complex(1, -1e40),
          special('__index__', 5), special('__index__', 2**70), special('__index__', -1), special('__float__', 2.5), special('__float__', 1e40), special('__complex__', 1 + 2j),
          special('__bool__', False), special('__int__', 3)]
VALUES = INTS + FLOATS + OTHERS
CODES = ['c', 'b', 'B', '?', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'n', 'N', 'P', 'e', 'f', 'd', 'F', 'D', 'Zf', 'Zd', 's', 'p', '0s', '0p', '1s', '1p', '2s', '2p', '5s', '5p']
ORDERS = ['', '@', '=', '<', '>', '!']


def answer(run, *args):
    try:
        return repr(run(*args))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


formats = [order + code for order in ('', '<', '>') for code in CODES]
pack = [[each, [answer(struct.pack, each, value) for value in VALUES]] for each in formats]

unpack = []
for order, code in itertools.product(ORDERS, CODES):
    for count in ('', '2', '0'):
        if count and code[0] in '0125': continue
        each = order + count + code
        try: size = struct.calcsize(each)
        except struct.error: size = 4
        for data in (bytes(range(1, size + 1)), bytes([0x80] * size), bytes([0, 0xff, 0x7f, 0xff] * 12)[:size], b'\x03' + b'a' * (size - 1) if size else b''):
            unpack.append([each, data.hex(), answer(struct.unpack, each, data)])
        unpack += [[each, '00' * (size + more), answer(struct.unpack, each, bytes(size + more))] for more in (-1, 1) if size + more >= 0]
unpack += [[f'{order}{a}{b}{a}', (data := random.randbytes(struct.calcsize(f'{order}{a}{b}{a}'))).hex(), answer(struct.unpack, f'{order}{a}{b}{a}', data)]
           for order in ('@', '>', '<') for a, b in itertools.product(['b', 'h', 'i', 'Q', '3s', '4p', '?', 'x', '2x'], repeat=2)]

sizes = [[each, answer(struct.calcsize, each)] for order in ORDERS for a, b in itertools.product(CODES + ['x', '3x', '2h', '0q', '0Zd'], repeat=2) for each in (order + a + b,)]
sizes += [[each, answer(struct.calcsize, each)] for order in ORDERS for each in (f'{order}{a}' for a in ('', ' ', 'z', 'Z', 'Zx', '5', '5 b', ' 5b', 'b 5', '-b', '1.b', 'T', '&', 'g', 'w', 'O', 'X{}', '\t\n\v\f\rb', '\x1cb', '9' * 18 + 'b',
                                                                                      '9' * 19 + 'b', '9' * 30 + 'b', '9223372036854775807b', '9223372036854775807s', '9223372036854775808s', '9223372036854775807bb', '1152921504606846976d', '1152921504606846975d',
                                                                                      '4611686018427387903hb', '4611686018427387903hbb', '9223372036854775806bh', '9223372036854775805b1s', '9223372036854775805b3p'))]
# JavaScript's numbers cannot hold larger sizes.
sizes = [[each, said] for each, said in sizes if not said.isdigit() or int(said) < 2**53]

offsets = []
for form, length in itertools.product(['', 'b', 'h', '3s', '<i'], (0, 1, 3, 4, 6)):
    values = {'': [], '3s': [b'xyz']}.get(form, [1])
    data = bytes(range(1, length + 1))
    offsets.append(['unpack_from', form, length, [answer(struct.unpack_from, form, data, at) for at in range(-8, 9)]])
    found = []
    for at in range(-8, 9):
        buffer = bytearray(data)
        said = answer(struct.pack_into, form, buffer, at, *values)
        found.append(f'{said} {buffer.hex()}')
    offsets.append(['pack_into', form, length, found])

iterators = []
for form in ('', 'b', 'h', '3s', '<bh', '0s'):
    for length in range(0, 8):
        data = bytes(range(65, 65 + length))
        found, iterator = [], None
        try:
            iterator = struct.iter_unpack(form, data)
        except struct.error as e:
            found.append(f'error: {e}')
        while iterator is not None:
            found.append(f'{iterator.__length_hint__()}')
            step = next(iterator, None)
            if step is None: break
            found.append(repr(step))
        iterators.append([form, data.hex(), found])

counts = [[form, given, answer(struct.pack, form, *[1] * given), answer(struct.Struct(form).pack, *[1] * given), answer(struct.pack_into, form, bytearray(4), 0, *[1] * given)]
          for form in ('', 'x', 'b', '2b', '0b', 'bb', 'b2x') for given in range(4)]
result = json.dumps({'values': [written(value) for value in VALUES], 'pack': pack, 'unpack': unpack, 'sizes': sizes, 'offsets': offsets, 'iterators': iterators, 'counts': counts})
