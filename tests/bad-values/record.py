# Every parameter of every public method, given every hostile value: what CPython answers, and what is left afterwards.
# Run by record.mjs. The values and the calls are written down by name, so that the replay makes the same ones.
import json


class Index:
    "An object with __index__."

    def __index__(self):
        return 1


class FailingIndex:
    def __index__(self):
        raise ZeroDivisionError("index failed")


class TextIndex:
    def __index__(self):
        return "text"


class Plain:
    pass


def released():
    view = memoryview(b"ab")
    view.release()
    return view


VALUES = {
    "None": lambda: None,
    "True": lambda: True,
    "0": lambda: 0,
    "1": lambda: 1,
    "-1": lambda: -1,
    "-2": lambda: -2,
    "97": lambda: 97,
    "256": lambda: 256,
    "2**31": lambda: 2**31,
    "-2**31-1": lambda: -(2**31) - 1,
    "2**64": lambda: 2**64,
    "-2**64": lambda: -(2**64),
    "1.5": lambda: 1.5,
    "2.0": lambda: 2.0,
    "nan": lambda: float("nan"),
    "''": lambda: "",
    "'a'": lambda: "a",
    "'61'": lambda: "61",
    "'B'": lambda: "B",
    "'C'": lambda: "C",
    "'ascii'": lambda: "ascii",
    "'a\\0b'": lambda: "a\0b",
    "'\\ud800'": lambda: "\ud800",
    "'\u20ac'": lambda: "\u20ac",
    "b''": lambda: b"",
    "b'a'": lambda: b"a",
    "b'ab'": lambda: b"ab",
    "b'6'": lambda: b"6",
    "bytearray(b'')": lambda: bytearray(b""),
    "bytearray(b'b')": lambda: bytearray(b"b"),
    "bytes(256)": lambda: bytes(256),
    "view": lambda: memoryview(b"ab"),
    "strided": lambda: memoryview(b"abcd")[::2],
    "wide": lambda: memoryview(b"abcd").cast("H"),
    "two-d": lambda: memoryview(b"abcd").cast("B", [2, 2]),
    "released": released,
    "[]": lambda: [],
    "[1]": lambda: [1],
    "[256]": lambda: [256],
    "[2, 2]": lambda: [2, 2],
    "['a']": lambda: ["a"],
    "[b'a', b'b']": lambda: [b"a", b"b"],
    "[1.5]": lambda: [1.5],
    "()": lambda: (),
    "(1,)": lambda: (1,),
    "(b'a',)": lambda: (b"a",),
    "('a', b'b')": lambda: ("a", b"b"),
    "{}": lambda: {},
    "object": Plain,
    "index": Index,
    "failing index": FailingIndex,
    "text index": TextIndex,
    "slice": lambda: slice(None),
    "slice(0, 2)": lambda: slice(0, 2),
    "slice(None, None, 0)": lambda: slice(None, None, 0),
    "slice('a')": lambda: slice("a"),
    "...": lambda: ...,
}

RECEIVERS = {
    "bytes": lambda: b"abcab",
    "bytearray": lambda: bytearray(b"abcab"),
    "memoryview": lambda: memoryview(bytearray(b"abcabc")),
    "readonly": lambda: memoryview(b"abcabc"),
}

# Method, good positional arguments (by name of the value), keyword parameters.
SHARED = [
    ("capitalize", [], []),
    ("center", ["97", "b'a'"], []),
    ("count", ["b'a'", "1", "97"], []),
    ("decode", ["'ascii'", "'ascii'"], ["encoding", "errors"]),
    ("endswith", ["b'a'", "0", "97"], []),
    ("expandtabs", ["1"], ["tabsize"]),
    ("find", ["b'a'", "1", "97"], []),
    ("fromhex", ["'61'"], []),
    ("hex", ["'a'", "1"], ["sep", "bytes_per_sep"]),
    ("index", ["b'a'", "1", "97"], []),
    ("join", ["[b'a', b'b']"], []),
    ("ljust", ["97", "b'a'"], []),
    ("lstrip", ["b'a'"], []),
    ("maketrans", ["b'a'", "b'6'"], []),
    ("partition", ["b'a'"], []),
    ("removeprefix", ["b'a'"], []),
    ("removesuffix", ["b'a'"], []),
    ("replace", ["b'a'", "b'6'", "1"], []),
    ("rfind", ["b'a'", "1", "97"], []),
    ("rindex", ["b'a'", "1", "97"], []),
    ("rjust", ["97", "b'a'"], []),
    ("rpartition", ["b'a'"], []),
    ("rsplit", ["b'a'", "1"], ["sep", "maxsplit"]),
    ("rstrip", ["b'a'"], []),
    ("split", ["b'a'", "1"], ["sep", "maxsplit"]),
    ("splitlines", ["True"], ["keepends"]),
    ("startswith", ["b'a'", "0", "97"], []),
    ("strip", ["b'a'"], []),
    ("translate", ["None", "b'a'"], []),
    ("zfill", ["97"], []),
    ("__add__", ["b'a'"], []),
    ("__contains__", ["b'a'"], []),
    ("__getitem__", ["0"], []),
    ("__mod__", ["()"], []),
    ("__mul__", ["1"], []),
    ("__eq__", ["b'a'"], []),
    ("__lt__", ["b'a'"], []),
]
MUTABLE = [
    ("append", ["1"], []),
    ("extend", ["b'a'"], []),
    ("insert", ["1", "97"], []),
    ("pop", ["0"], []),
    ("remove", ["97"], []),
    ("resize", ["1"], []),
    ("take_bytes", ["1"], []),
    ("__delitem__", ["0"], []),
    ("__iadd__", ["b'a'"], []),
    ("__imul__", ["1"], []),
    ("__setitem__", ["0", "97"], []),
    ("__setitem__", ["slice(0, 2)", "b'a'"], []),
    ("__init__", ["'a'", "'ascii'", "'ascii'"], ["source", "encoding", "errors"]),
]
VIEW = [
    ("cast", ["'B'", "[2, 2]"], ["format", "shape"]),
    ("count", ["97"], []),
    ("hex", ["'a'", "1"], ["sep", "bytes_per_sep"]),
    ("index", ["97", "0", "97"], []),
    ("tobytes", ["'C'"], ["order"]),
    ("__contains__", ["97"], []),
    ("__eq__", ["b'a'"], []),
    ("__lt__", ["b'a'"], []),
    ("__getitem__", ["0"], []),
    ("__setitem__", ["0", "97"], []),
    ("__setitem__", ["slice(0, 2)", "b'ab'"], []),
    ("__delitem__", ["0"], []),
]
METHODS = {
    "bytes": SHARED,
    "bytearray": SHARED + MUTABLE,
    "memoryview": VIEW,
    "readonly": VIEW,
}
CONSTRUCTORS = [
    ("bytes", ["'a'", "'ascii'", "'ascii'"], ["source", "encoding", "errors"]),
    ("bytearray", ["'a'", "'ascii'", "'ascii'"], ["source", "encoding", "errors"]),
    ("memoryview", ["b'a'"], ["object"]),
]


def shown(value):
    if value is NotImplemented:
        return "NotImplemented"
    if isinstance(value, memoryview):
        return f"<memoryview {value.format} {value.shape} {value.strides} {value.tobytes()!r}>"
    return f"{type(value).__name__} {value!r}"


def answer(call):
    try:
        value = call()
    except MemoryError:
        return "!MemoryError"
    except BaseException as error:
        return f"!{type(error).__name__}: {error}"
    text = shown(value)
    # Long answers (a table, a padded value) stand for themselves by their length and both ends.
    return text if len(text) <= 120 else f"{text[:60]}...{text[-40:]} ({len(text)})"


cases = []
for name, methods in METHODS.items():
    for method, good, keywords in methods:
        for at in range(len(good)):
            for hostile in VALUES:
                arguments = good[:at] + [hostile] + good[at + 1 :]
                # The shortest call that reaches the parameter, and the whole one.
                for count in {at + 1, len(good)}:
                    chosen = arguments[:count]
                    receiver = RECEIVERS[name]()
                    outcome = answer(
                        lambda: getattr(receiver, method)(*[VALUES[a]() for a in chosen])
                    )
                    after = shown(receiver)
                    cases.append([name, method, chosen, outcome, None if after == shown(RECEIVERS[name]()) else after])
TYPES = {"bytes": bytes, "bytearray": bytearray, "memoryview": memoryview}
for name, good, keywords in CONSTRUCTORS:
    for at in range(len(good)):
        for hostile in VALUES:
            arguments = good[:at] + [hostile] + good[at + 1 :]
            for count in {at + 1, len(good)}:
                chosen = arguments[:count]
                cases.append([name, "", chosen, answer(lambda: TYPES[name](*[VALUES[a]() for a in chosen])), None])

result = json.dumps({"values": list(VALUES), "cases": cases})
