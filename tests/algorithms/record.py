"""Records what CPython 3.15 of 32 bits answers, as JSON on standard output: recorded.generated.json.

Bytes are written as Latin-1 text; an exception as {"error": "Class: message"}.
"""

import json
import random

random.seed(315)
ALPHABETS = [b"ab", b"ab ", b"aA1 .\xe9", b" \t\n\r\x0b\x0c\x1c\x85x", b"'\"\\\t\n\r\x00\x7f\xffa", b"+-0123a", b"\r\nx", b"\taa\n", b"0fF \ng"]


def data(limit=24, alphabet=None):
    if alphabet is None:
        alphabet = random.choice(ALPHABETS)
    length = random.choice([0, 1, 2, 3, random.randrange(limit + 1), random.randrange(limit + 1)])
    return bytes(random.choice(alphabet) for _ in range(length))


def text(value):
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if isinstance(value, (list, tuple)):
        return [text(v) for v in value]
    return value


def record(name, args, call):
    try:
        result = text(call())
    except Exception as error:
        result = {"error": f"{type(error).__name__}: {error}"}
    cases.append([name, text(args), result])


cases = []
for _ in range(60):
    for name in ["lower", "upper", "swapcase", "capitalize", "title", "isalnum", "isalpha", "isascii", "isdigit",
                 "islower", "isspace", "istitle", "isupper"]:
        h = data()
        record(name, [h], lambda: getattr(h, name)())
    h = data()
    record("repr", [h], lambda: repr(h))
    record("hash", [h], lambda: str(hash(h)))
for size in [*range(70), 127, 128, 129, 1000, 4099]:
    h = bytes(i * 7 & 255 for i in range(size))
    record("hash", [h], lambda: str(hash(h)))
for _ in range(150):
    alphabet = random.choice(ALPHABETS)
    h, n, r = data(30, alphabet), data(3, alphabet), data(4, alphabet)
    limit = random.choice([-1, 0, 1, 2, 3, 50])
    record("find", [h, n], lambda: h.find(n))
    record("rfind", [h, n], lambda: h.rfind(n))
    record("count", [h, n], lambda: h.count(n))
    record("replace", [h, n, r, limit], lambda: h.replace(n, r, limit))
    if n:
        record("split", [h, n, limit], lambda: h.split(n, limit))
        record("rsplit", [h, n, limit], lambda: h.rsplit(n, limit))
    record("splitWhitespace", [h, limit], lambda: h.split(None, limit))
    record("rsplitWhitespace", [h, limit], lambda: h.rsplit(None, limit))
    record("splitlines", [h, False], lambda: h.splitlines())
    record("splitlines", [h, True], lambda: h.splitlines(True))
    record("strip", [h], lambda: h.strip())
    record("stripSet", [h, n + r], lambda: h.strip(n + r))
    record("translateDelete", [h, n], lambda: h.translate(None, n))
    tabsize = random.choice([-1, 0, 1, 2, 4, 8, 40])
    record("expandtabs", [h, tabsize], lambda: h.expandtabs(tabsize))
    width = random.choice([-1, 0, 3, 8, 40, 100])
    record("zfill", [h, width], lambda: h.zfill(width))
    record("center", [h, width], lambda: h.center(width, b"*"))
    group = random.choice([0, 1, 2, 3, -1, -2, -3, 7, 100, -100])
    record("hex", [h, group], lambda: h.hex(":", group))
    record("fromhex", [h], lambda: bytes.fromhex(h))
    record("fromhexText", [h], lambda: bytes.fromhex(h.decode("latin-1")))
for old, new in [(b"", b""), (b"a", b"bb"), (b"aa", b"bc"), (b"\xff\x00", b"ab")]:
    record("maketrans", [old, new], lambda: bytes.maketrans(old, new))
for bad in ["", " ", "a", "a a", "ab x", "ab\x0b1x", "abc  ", "\U0001f600ab", "ab\U0001f600", "x\U0001f600", "\ud800", "zz\u0161",
            "\u0161\u0161", "61" * 10 + "\u0161\u0161", "\uff11\uff11", "ab" * 20 + "a", "ab" * 20 + "ag", "ab" * 20 + " 1 2", "ab " * 20,
            "AbCdEf" * 12, "ab" * 20 + "\u0130", "ab\x1c", "ab\x85", "1\xa0"]:
    record("fromhexText", [bad], lambda: bytes.fromhex(bad))
print(json.dumps(cases, separators=(",", ":")).replace("],[\"", "],\n[\""))
