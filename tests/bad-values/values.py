# The hostile values of the tests in this folder, by name, and how an answer is written down. The records (`record.py`,
# `functions.py`) run this file first; `values.ts` makes the same values.
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
