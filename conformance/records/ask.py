"""Writes random structures of ctypes with random content, and what ctypes reads of them, as JSON. compare.ts calls it."""

import ctypes
import json
import random
import sys

random.seed(int(sys.argv[1]))
SCALARS = {
    "b": ctypes.c_byte, "B": ctypes.c_ubyte, "h": ctypes.c_short, "H": ctypes.c_ushort,
    "i": ctypes.c_int, "I": ctypes.c_uint, "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong,
    "f": ctypes.c_float, "d": ctypes.c_double, "?": ctypes.c_bool,
}


def structure(depth):
    """A description that compare.ts reads, and the class of ctypes."""
    described, fields = [], []
    for i in range(random.randrange(1, 7)):
        name, chance = f"f{i}", random.random()
        if chance < 0.2 and depth < 2:
            inner, cls = structure(depth + 1)
            count = random.randrange(0, 4)
            described.append([name, ["array", ["record", inner], count] if count else ["record", inner]])
            fields.append((name, cls * count if count else cls))
        elif chance < 0.35:
            code, count = random.choice("bBhHiIqQfd"), random.randrange(1, 5)
            described.append([name, ["array", code, count]])
            fields.append((name, SCALARS[code] * count))
        elif chance < 0.6:
            code = random.choice("BHIQ")
            width = random.randrange(1, ctypes.sizeof(SCALARS[code]) * 8 + 1)
            described.append([name, ["bits", code, width]])
            fields.append((name, SCALARS[code], width))
        else:
            code = random.choice(list(SCALARS))
            described.append([name, code])
            fields.append((name, SCALARS[code]))
    return described, type("S", (ctypes.Structure,), {"_fields_": fields})


def written(value):
    if isinstance(value, ctypes.Structure):
        return {field[0]: written(getattr(value, field[0])) for field in value._fields_}
    if isinstance(value, ctypes.Array):
        return [written(item) for item in value]
    return repr(value)


cases = []
for _ in range(int(sys.argv[2])):
    described, cls = structure(0)
    size = ctypes.sizeof(cls)
    data = bytes(random.choice([0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)]) for _ in range(size))
    cases.append([described, size, data.hex(), written(cls.from_buffer_copy(data))])
json.dump(cases, sys.stdout)
