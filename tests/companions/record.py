"""Records what CPython answers to hostile calls of struct, array, BytesIO and int, as JSON in `result`.

Run on the final release it records 64-bit memory, inside Pyodide 32-bit memory.
Values are written as in values.ts.
"""

import array
import io
import json
import math
import random
import struct
import warnings

warnings.simplefilter("ignore")
random.seed(315)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


def write(v, argument=False):
    if v is None or isinstance(v, (bool, str)):
        return v
    if isinstance(v, int):
        return v if abs(v) < 2**53 else {"i": str(v)}
    if isinstance(v, float):
        if not argument and math.isfinite(v) and not (v == 0 and math.copysign(1, v) < 0):
            return int(v) if v == int(v) and abs(v) < 2**53 else v
        return {"f": repr(v)}
    if isinstance(v, complex):
        return {"c": [write(v.real), write(v.imag)]}
    if isinstance(v, bytes):
        return {"b": v.decode()} if v.isascii() and b"\0" not in v else {"x": v.hex()}
    if isinstance(v, bytearray):
        return {"B": v.hex()}
    if isinstance(v, memoryview):
        return {"m": v.hex()}
    if isinstance(v, array.array):
        return {"a": [v.typecode, v.tobytes().hex()]}
    if isinstance(v, tuple):
        return {"t": [write(x, argument) for x in v]}
    if isinstance(v, list):
        return [write(x, argument) for x in v]
    if isinstance(v, slice):
        return {"s": [v.start, v.stop, v.step]}
    if isinstance(v, Index):
        return {"I": write(v.value)}
    if isinstance(v, Float):
        return {"F": v.value}
    raise TypeError(type(v))


def outcome(call, *args, **kwargs):
    try:
        return write(call(*args, **kwargs))
    except Exception as error:
        return {"!": f"{type(error).__name__}: {error}"}


INTS = [0, 1, -1, 7, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -2**31,
        -2**31 - 1, 2**32 - 1, 2**32, 2**53 + 1, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, 2**70, -2**70,
        10**39, True, Index(5), Index(2**70), Index(-1)]
FLOATS = [0.0, -0.0, 1.5, -2.25, 0.1, 1e-8, 5.96e-8, 65504.0, 65519.9, 65520.0, 3.4e38, 3.5e38, 1e40, -1e40, 1e300,
          math.inf, -math.inf, math.nan, Float(2.5)]
TEXTS = [b"", b"a", b"ab", b"abcdefgh", bytearray(b"x"), bytearray(b"xyz"), b"\x00\xff", memoryview(b"ab")]
ODD = [None, "a", "ab", "", [], (1,), [0], 1j, complex(-1.5, 2), complex(1e40, 0)]


def any_value():
    return random.choice(random.choice([INTS, INTS, FLOATS, TEXTS, ODD]))


def value_for(code):
    if random.random() < 0.12:
        return any_value()
    if code in "bBhHiIlLqQnNP":
        return random.choice(INTS) if random.random() < 0.3 else random.choice([0, 1, 2, 100, 127])
    if code in "efd":
        return random.choice(FLOATS + [3])
    if code in ("Zf", "Zd", "F", "D"):
        return random.choice([1j, complex(1.5, -2), 2, 0.5])
    if code == "?":
        return any_value()
    if code == "c":
        return random.choice([b"a", b"\xff"])
    return random.choice([b"", b"a", b"abc", b"abcdefghijk", bytearray(b"qrs")])


CODES = list("xcbB?hHiIlLqQefdsp") + ["n", "N", "P"] + ["Zf", "Zd", "F", "D"]


def any_format():
    prefix = random.choice(["", "", "@", "<", ">", "=", "!"])
    parts, codes = [], []
    for _ in range(random.choice([0, 1, 1, 2, 3, 4])):
        code = random.choice(CODES)
        if prefix in ("<", ">", "=", "!") and code in "nNP":
            code = "i"
        count = random.choice(["", "", "", "0", "1", "2", "3", "11"])
        parts.append(count + code + random.choice(["", "", " ", "\t"]))
        if code in "sp":
            codes.append(code)
        elif code != "x":
            codes.extend([code] * (1 if count == "" else int(count)))
    return prefix + "".join(parts), codes


def record(name, args, kwargs=None):
    call = {"to_bytes": int.to_bytes, "from_bytes": int.from_bytes}.get(name) or getattr(struct, name)
    written = [write(a, True) for a in args]
    result = outcome(call, *args, **(kwargs or {}))
    buffers = [write(a) for a in args if isinstance(a, bytearray)] if name == "pack_into" else []
    cases.append([name, written, kwargs, result, *buffers] if kwargs or buffers else [name, written, None, result])


cases = []
for _ in range(250):
    format, codes = any_format()
    record("calcsize", [format])
    values = [value_for(code) for code in codes]
    if random.random() < 0.05:
        values = values[1:] if random.random() < 0.5 else values + [1]
    record("pack", [format, *values])
    size = struct.calcsize(format)
    data = bytes(random.choice([0, 1, 2, 127, 128, 255, random.randrange(256)]) for _ in range(size + 3))
    record("unpack", [format, data[:size]])
    offset = random.choice([0, 1, 2, 3, 4, -1, -2, -size, -size - 1, -size - 3, -size - 4, Index(1), 2**40, "a", None, 1.0])
    record("unpack_from", [format, random.choice([data, bytearray(data), memoryview(data)]), offset])
    record("pack_into", [format, bytearray(data), offset, *values])
for format in ["2", "2 b", "b 2", " <b", "<<b", "b<", "T{i}", "(2)i", "g", "Z", "Zx", "Z f", "2Z", "\0", "b\0", "\xff", "\u20ac", b"b",
               b"\xff", bytearray(b"b"), 1, None, 1.5, [], (1,), {}, "<n", "=P", "!N", ">2ZfZd", "bZf", "bZd", "b0F", "b0D",
               "99999999999999999999999b", "2147483647b", "2147483648b", "2147483647bb", "1073741824h", "2147483645bi",
               "b\x0b\x0cb", "b\x1cb", "b\xa0b", "-1b", "+1b", "0s", "0p", "0x", "00000000000000000000002b"]:
    if format != {}:
        record("calcsize", [format])
for buffer in [b"", b"a", b"ab", bytearray(b"abcd"), memoryview(b"abcd"), array.array("H", [1, 2]), "ab", 1, None, [1]]:
    for format in ["b", "2b", "4b", "", "h"]:
        record("unpack", [format, buffer])
        record("unpack_from", [format, buffer])
        record("pack_into", [format, buffer, 0, *[1] * (0 if format == "" else int(format[0]) if format[0] in "24" else 1)])
for v in INTS[:-4]:
    for length in [0, 1, 2, 7, 8, 9]:
        for signed in [False, True]:
            record("to_bytes", [v, length, random.choice(["big", "little"])], {"signed": signed})
for v in [(-1,), ("a",), (1.0,), (None,), (Index(2),), (2**100,), (1, "middle"), (-1, "middle"), (1, b"big"), (1, None)]:
    record("to_bytes", [1, *v])
for v in [b"", b"\x80", b"\xff\x00", bytearray(b"\x01\x02\x03"), memoryview(b"ab"), array.array("H", [1, 2]), [255, 0], (1, 2), [256],
          [-1], ["a"], [1.0], "a", 1, None, b"\x80" + b"\xff" * 20, b"\x7f" * 7, b"\xff" * 7, b"\xff" * 6, b"\x80" * 8]:
    for signed in [False, True]:
        for order in ["big", "little", "middle"]:
            record("from_bytes", [v, order], {"signed": signed})
record("from_bytes", [b"a", b"big"])
record("from_bytes", [b"a", 1])
record("from_bytes", [b"a", None])


def program(make, written, steps, show):
    target = make()
    lines = []
    for name, *args in steps:
        call = OPERATORS.get(name) or (lambda t, *a, name=name: getattr(t, name)(*a))
        rows = [write(a, True) for a in args]
        result = outcome(lambda: call(target, *args))
        if result == {"!": "self"}:
            result = "self"
        lines.append([name, rows, result])
    programs.append([written, lines, write(show(target))])


def set_item(t, k, v):
    t[k] = v


def del_item(t, k):
    del t[k]


def iadd(t, v):
    t += v


def imul(t, v):
    t *= v


OPERATORS = {
    "get": lambda t, k: t[k],
    "set": set_item,
    "delete": del_item,
    "concat": lambda t, v: t + v,
    "repeat": lambda t, v: t * v,
    "iadd": iadd,
    "imul": imul,
    "includes": lambda t, v: v in t,
    "==": lambda t, v: t == v,
    "<": lambda t, v: t < v,
    "<=": lambda t, v: t <= v,
    ">": lambda t, v: t > v,
    "length": lambda t: len(t),
    "repr": lambda t: repr(t),
}
KEYS = [0, 1, -1, 2, -2, 5, -6, 99, -99, 2**100, True, Index(1), "x", 1.0, None]


def any_key():
    if random.random() < 0.5:
        return random.choice(KEYS)
    part = lambda: random.choice([None, None, 0, 1, 2, 3, -1, -2, -3, 10, -10, 2**80])
    return slice(part(), part(), random.choice([None, None, 1, 2, -1, -2, 3, 0]))


def array_item(code):
    if random.random() < 0.15:
        value = any_value()
        return 1 if code == "e" and too_large_for_e(value) else value
    if code in "uw":
        return random.choice(["a", "\xe9", "\u20ac", "\U0001f600", "ab", ""])
    if code in ("Zf", "Zd"):
        return random.choice([1j, complex(1.5, -2), 2, 0.5])
    if code in "efd":
        return random.choice([0.5, 1.5, -2.25, 3, 0.1])
    return random.choice([0, 1, 2, 3, 100, 127])


def too_large_for_e(value):
    """Whether 3.15.0rc1 raises, and leaves an item of arbitrary content behind."""
    try:
        array.array("e", [value])
    except OverflowError:
        return True
    except Exception:
        pass
    return False


def some_array(code):
    return array.array(code, [array_item_ok(code) for _ in range(random.randrange(4))])


def array_item_ok(code):
    if code in "uw":
        return random.choice("ab\xe9")
    return random.choice([0, 1, 2, 3])


def array_step(code):
    item = lambda: array_item(code)
    # 3.15.0rc1 swaps but two doubles of a `Zd` array, whatever its length.
    swap = [] if code == "Zd" else ["byteswap"]
    name = random.choice(["append", "extend", "insert", "pop", "remove", "count", "index", "includes", "get", "get", "set", "set", "delete",
                          "concat", "repeat", "iadd", "imul", "==", "<", "<=", ">", "frombytes", "fromlist", "reverse", *swap, "tobytes",
                          "tolist", "length", "fromunicode", "tounicode", "repr"])
    other = lambda: random.choice([some_array(code), some_array(code), some_array("b"), [item()], b"a", 5])
    if name in ("append", "remove", "count", "includes"):
        return [name, item()]
    if name == "extend":
        return [name, random.choice([other(), [item(), item()], (item(),), None])]
    if name == "insert":
        return [name, random.choice([0, 1, -1, 99, -99, "x", 2**100, Index(1)]), item()]
    if name == "pop":
        return [name, *random.choice([[], [0], [-1], [1], [99], ["x"], [2**100]])]
    if name == "index":
        return [name, item(), *random.choice([[], [0], [1], [-1], [0, 2], [-99, 99], ["x"], [None], [0, 2**100], [1.0]])]
    if name in ("get", "delete"):
        return [name, any_key()]
    if name == "set":
        key = any_key()
        return [name, key, other() if isinstance(key, slice) else item()]
    if name in ("concat", "iadd", "==", "<", "<=", ">"):
        return [name, other()] if name in ("concat", "iadd", "==") else [name, random.choice([some_array(code), some_array("b")])]
    if name in ("repeat", "imul"):
        return [name, random.choice([0, 1, 2, 3, -1, 1.0, "x", Index(2), 2**100])]
    if name == "frombytes":
        return [name, random.choice([b"", b"\x01", b"\x01\x00\x00\x00\x00\x00\x00\x00" * 2, bytearray(b"\x02\x00\x00\x00"), "a", 1, [1]])]
    if name == "fromlist":
        return [name, random.choice([[], [item()], [array_item_ok(code), item()], (1,), 1])]
    if name == "fromunicode":
        return [name, random.choice(["", "ab", "\U0001f600", 1, None, b"a"])]
    return [name]


programs = []
for code in array.typecodes:
    appended = [*INTS, *FLOATS, *ODD] + ([10**400] if code in ("b", "d", "Zd") else [])
    for values in [[v for v in appended if not too_large_for_e(v)], [v for v in appended if too_large_for_e(v)]]:
        show = (lambda t: t) if code != "e" or not too_large_for_e(values[0]) else (lambda t: None)
        program(lambda: array.array(code), code, [["append", v] for v in values], show)
    for _ in range(8):
        program(lambda: array.array(code), code, [["extend", [array_item_ok(code) for _ in range(5)]]] +
                [array_step(code) for _ in range(8)], lambda t: t)

def stream_step():
    size = lambda: random.choice([[], [0], [1], [2], [5], [-1], [None], [99], ["a"], [1.0], [2**100], [Index(2)]])
    name = random.choice(["read", "read1", "readline", "readlines", "write", "write", "writelines", "seek", "seek", "tell", "truncate",
                          "getvalue", "readable", "isatty", "flush", "fileno", "detach", "close" if random.random() < 0.15 else "tell"])
    if name in ("read", "read1", "readline", "readlines", "truncate"):
        return [name, *size()]
    if name == "write":
        return [name, random.choice([b"", b"x", b"yz\n", bytearray(b"\nqq"), memoryview(b"mv"), array.array("H", [1]), "a", 1, None, [1]])]
    if name == "writelines":
        return [name, random.choice([[], [b"a", b"b\n"], [b"1", "a"], 1, None, b"ab"])]
    if name == "seek":
        return [name, random.choice([0, 1, 3, 5, 12, -1, -3, "a", 1.0, None, 2**100]), *random.choice([[], [0], [1], [2], [3], ["a"]])]
    return [name]

for _ in range(100):
    start = random.choice([b"", b"abc\ndef\n\nxyz", b"line one\nline two", bytearray(b"\n\nab")])
    program(lambda: io.BytesIO(start), write(start), [stream_step() for _ in range(10)],
            lambda t: None if t.closed else (t.getvalue(), t.tell()))

result = json.dumps([cases, programs], separators=(",", ":"))
