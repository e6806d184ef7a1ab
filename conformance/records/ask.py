"""Writes random structures and unions of ctypes with random content, what ctypes reads from them, and their bytes after
random writes, as JSON. compare.ts calls it.
"""

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
BASES = {
    ("@", False): ctypes.Structure, ("@", True): ctypes.Union,
    ("<", False): ctypes.LittleEndianStructure, ("<", True): ctypes.LittleEndianUnion,
    (">", False): ctypes.BigEndianStructure, (">", True): ctypes.BigEndianUnion,
}


def options():
    chosen = {"order": random.choice("@@@<>")}
    chance = random.random()
    if chance < 0.25:
        chosen.update(pack=random.choice([1, 2, 4, 8, 16]), layout="ms")
    elif chance < 0.5:
        chosen["layout"] = random.choice(["ms", "gcc-sysv"])
    if random.random() < 0.15:
        chosen["align"] = random.choice([1, 2, 4, 8, 16, 32])
    return chosen


def structure(depth):
    """A description that compare.ts reads, and the class of ctypes."""
    described, fields, chosen, union = [], [], options(), random.random() < 0.12
    for i in range(random.randrange(1, 8)):
        name, chance = f"f{i}", random.random()
        if chance < 0.15 and depth < 2:
            inner, cls = structure(depth + 1)
            count = random.randrange(0, 4)
            described.append([name, ["array", inner, count] if count else inner])
            fields.append((name, cls * count if count else cls))
        elif chance < 0.3:
            code, count = random.choice("bBhHiIqQfd"), random.randrange(0, 5)
            inner, cls = code, SCALARS[code]
            if random.random() < 0.3:
                inner, cls = ["array", code, count], cls * count
                count = random.randrange(0, 3)
            described.append([name, ["array", inner, count]])
            fields.append((name, cls * count))
        elif chance < 0.65:
            # No bit fields of bools: ctypes reads and writes their whole byte, including the bits of their neighbours.
            code = random.choice("bBhHiIqQ")
            width = random.randrange(1, ctypes.sizeof(SCALARS[code]) * 8 + 1)
            described.append([name, ["bits", code, width]])
            fields.append((name, SCALARS[code], width))
        else:
            # No bools in the other byte order, which ctypes reads as ints.
            code = random.choice([each for each in SCALARS if each != "?" or chosen["order"] != ">"])
            described.append([name, code])
            fields.append((name, SCALARS[code]))
    names = {"layout": "_layout_", "pack": "_pack_", "align": "_align_"}
    attributes = {names[option]: value for option, value in chosen.items() if option in names}
    cls = type("S", (BASES[chosen["order"], union],), {**attributes, "_fields_": fields})
    return ["union" if union else "record", described, chosen], cls


def written(value):
    if isinstance(value, (ctypes.Structure, ctypes.Union)):
        return {field[0]: written(getattr(value, field[0])) for field in value._fields_}
    if isinstance(value, ctypes.Array):
        return [written(item) for item in value]
    return repr(value)


def value_of(code, width):
    if code == "?":
        return random.random() < 0.5
    if code in "fd":
        return random.choice([0.0, -0.0, 1.5, -2.25, float("inf"), 2.0**60])
    low, high = (-(1 << width - 1), (1 << width - 1) - 1) if code.islower() else (0, (1 << width) - 1)
    return random.choice([low, high, 0, random.randint(low, high)])


def write(described, owner, place, path):
    """Sets every item of a described value. Yields the path and the value of each write."""
    kind = described if isinstance(described, str) else described[0]
    if kind in ("record", "union"):
        inner = owner if place is None else owner[place] if isinstance(place, int) else getattr(owner, place)
        for name, field in described[1]:
            yield from write(field, inner, name, [*path, name])
    elif kind == "array":
        inner = owner[place] if isinstance(place, int) else getattr(owner, place)
        for i in range(described[2]):
            yield from write(described[1], inner, i, [*path, i])
    else:
        code, width = (described[1], described[2]) if kind == "bits" else (kind, ctypes.sizeof(SCALARS[kind]) * 8)
        value = value_of(code, width)
        if isinstance(place, int):
            owner[place] = value
        else:
            setattr(owner, place, value)
        yield path, repr(value)


cases = []
for _ in range(int(sys.argv[2])):
    described, cls = structure(0)
    size = ctypes.sizeof(cls)
    data = bytes(random.choice([0, 1, 0x7F, 0x80, 0xFF, random.randrange(256)]) for _ in range(size))
    value = cls.from_buffer_copy(data)
    read = written(value)
    writes = list(write(described, value, None, []))
    random.shuffle(writes)
    value = cls.from_buffer_copy(data)
    kept = []
    for path, text in writes[: random.randrange(1, 20)]:
        owner = value
        for step in path[:-1]:
            owner = owner[step] if isinstance(step, int) else getattr(owner, step)
        item = eval(text, {"inf": float("inf")})
        if isinstance(path[-1], int):
            owner[path[-1]] = item
        else:
            setattr(owner, path[-1], item)
        kept.append([path, text])
    places = [[name, getattr(cls, name).byte_offset, getattr(cls, name).byte_size] for name, _ in described[1]]
    cases.append([described, [size, ctypes.alignment(cls)], places, data.hex(), read, kept, bytes(value).hex()])
json.dump(cases, sys.stdout)
