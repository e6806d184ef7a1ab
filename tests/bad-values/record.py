# Every parameter of every public method, given every hostile value: what CPython answers, and what is left afterwards.
# Run by record.mjs. The values and the calls are written down by name, so that the replay makes the same ones.
import json

exec(values)
# On 64-bit memory these two would be sizes.
VALUES = {name: value for name, value in VALUES.items() if "2**31" not in name}
VALUES |= {"2**63": lambda: 2**63, "-2**63-1": lambda: -(2**63) - 1}


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
