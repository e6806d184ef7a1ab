# Random structures of ctypes: the offsets of their fields, the values read from random bytes, the bytes after writing.
# For tests/companions/record/recorded.test.ts.
import ctypes
import json
import math
import random

rng = random.Random(315)
TYPES = {'b': ctypes.c_byte, 'B': ctypes.c_ubyte, 'h': ctypes.c_short, 'H': ctypes.c_ushort, 'i': ctypes.c_int, 'I': ctypes.c_uint,
         'q': ctypes.c_longlong, 'Q': ctypes.c_ulonglong, 'f': ctypes.c_float, 'd': ctypes.c_double, '?': ctypes.c_bool}
NATIVE = {**TYPES, 'l': ctypes.c_long, 'L': ctypes.c_ulong, 'n': ctypes.c_ssize_t, 'N': ctypes.c_size_t, 'P': ctypes.c_void_p}
INTS = 'bBhHiIqQ'
KINDS = [
    {'order': '@'}, {'order': '@', 'layout': 'ms'}, {'order': '@', 'pack': 1}, {'order': '@', 'pack': 2}, {'order': '@', 'pack': 4},
    {'order': '@', 'align': 16}, {'order': '<'}, {'order': '>'}, {'order': '<', 'aligned': True}, {'order': '>', 'aligned': True},
    {'order': '>', 'aligned': True, 'layout': 'ms'}, {'order': '>', 'pack': 2},
]


def make(fields, options, base):
    """The class of a declaration; None if ctypes cannot make it."""
    order = options['order']
    bases = {('record', '@'): ctypes.Structure, ('record', '<'): ctypes.LittleEndianStructure, ('record', '>'): ctypes.BigEndianStructure,
             ('union', '@'): ctypes.Union, ('union', '<'): ctypes.LittleEndianUnion, ('union', '>'): ctypes.BigEndianUnion}
    pack = options.get('pack', None if order == '@' or options.get('aligned') else 1)
    body = {}
    if pack is not None:
        body['_pack_'] = pack
    if pack is not None or options.get('layout'):
        body['_layout_'] = options.get('layout', 'ms')
    if options.get('align'):
        body['_align_'] = options['align']
    body['_fields_'] = [(name, typed(spec, options), spec['bits']) if 'bits' in spec else (name, typed(spec, options)) for name, spec in fields]
    return type('S', (bases[base, order],), body)


def typed(spec, options):
    if 'code' in spec:
        code = spec['code']
        return ctypes.c_char * int(code[:-1]) if code.endswith('s') else NATIVE[code]
    if 'array' in spec:
        return typed(spec['array'], options) * spec['length']
    return make(spec['fields'], spec['options'], spec['base'])


def random_spec(options, depth, bits=True):
    roll = rng.random()
    codes = list(NATIVE if options['order'] == '@' else TYPES)
    if bits and roll < 0.45:
        # Not bools, for which ctypes writes the whole byte, over the bits of other fields.
        code = rng.choice(INTS + ('lL' if options['order'] == '@' else ''))
        size = ctypes.sizeof(NATIVE[code]) * 8
        return {'code': code, 'bits': rng.randrange(1, size + 1) if rng.random() < 0.3 else rng.randrange(1, min(size, 9) + 1)}
    if depth > 0 and roll < 0.55:
        return {'fields': random_fields(options, depth - 1), 'options': options, 'base': 'record'}
    if depth > 0 and roll < 0.65:
        return {'array': random_spec(options, depth - 1, False), 'length': rng.randrange(0, 4)}
    if roll < 0.7 and options['order'] == '@':
        return {'code': '%ds' % rng.randrange(1, 6)}
    return {'code': rng.choice(codes)}


def random_fields(options, depth):
    return [('f%d' % i, random_spec(options, depth)) for i in range(rng.randrange(1, 7))]


def plain(value):
    if isinstance(value, float):
        return 'nan' if math.isnan(value) else repr(value)
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, ctypes.Array):
        return bytes(value).hex() if value._type_ is ctypes.c_char else [plain(v) for v in value]
    return {name: field(value, name) for name, *_ in value._fields_}


def field(instance, name):
    # Reading a c_char array stops at a zero, so take all of its bytes.
    declared = next(d for d in instance._fields_ if d[0] == name)[1]
    if isinstance(declared, type(ctypes.c_char * 1)) and declared._type_ is ctypes.c_char:
        at = getattr(type(instance), name).offset
        return bytes(instance)[at:at + ctypes.sizeof(declared)].hex()
    if declared is ctypes.c_void_p:
        return str(getattr(instance, name) or 0)
    return plain(getattr(instance, name))


def random_value(spec):
    code = spec['code']
    if code.endswith('s'):
        # Fill the whole field: after a shorter value ctypes writes one zero, struct as many as fit.
        return rng.randbytes(int(code[:-1]))
    if code in 'fd':
        return float(rng.randrange(-1000, 1000)) / 8
    if code == '?':
        return rng.random() < 0.5
    size = spec.get('bits', ctypes.sizeof(NATIVE[code]) * 8)
    signed = code in 'bhilqn'
    return rng.randrange(-(1 << size - 1), 1 << size - 1) if signed else rng.randrange(0, 1 << size)


cases = []
while len(cases) < 480:
    options = KINDS[len(cases) % len(KINDS)]
    base = 'union' if rng.random() < 0.08 else 'record'
    fields = random_fields(options, 2)
    try:
        cls = make(fields, options, base)
    except (TypeError, ValueError) as e:
        continue
    size = ctypes.sizeof(cls)
    if size > 160:
        continue
    data = bytearray(rng.randbytes(size))
    # A bool's byte other than 0 or 1 is undefined behaviour.
    if '?' in json.dumps(fields):
        data = bytearray(b & 1 for b in data)
    places = {}
    for name, spec in fields:
        f = getattr(cls, name)
        places[name] = [f.byte_offset, f.byte_size] + ([f.bit_offset, f.bit_size] if f.is_bitfield else [])
    instance = cls.from_buffer_copy(data)
    case = {'base': base, 'options': options, 'fields': fields, 'size': size, 'alignment': ctypes.alignment(cls), 'places': places,
            'data': data.hex(), 'values': plain(instance), 'writes': []}
    for name, spec in fields:
        if 'code' not in spec:
            continue
        value = random_value(spec)
        setattr(instance, name, value)
        case['writes'].append([name, plain(value), bytes(instance).hex()])
    cases.append(case)
result = json.dumps(cases)
