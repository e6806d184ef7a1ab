"""A module with one of each kind of thing that `pybuffer check` records.

>>> area(2, 3)
6
"""

import struct
from collections import namedtuple
from contextlib import suppress

Point = namedtuple("Point", "x y")


class ShapeError(ValueError):
    pass


def area(w, h=2):
    return w * h


def pack_point(x, y, *, order="<"):
    return struct.pack(order + "hh", x, y)


def fill(buffer, value):
    for i in range(len(buffer)):
        buffer[i] = value


def origin():
    return Point(0, 1.0)


def numbers(n):
    yield from range(n)


def bad(x):
    raise ShapeError(f"bad {x!r}")


class Counter:
    def __init__(self, start=0):
        self.n = start

    def add(self, data):
        self.n += len(data)
        return {"n": self.n, "data": bytes(data)}


def cases():
    area(2, 3), area(2.5)
    pack_point(1, 2)
    pack_point(1, -2, order=">")
    fill(bytearray(3), 7)
    origin()
    list(numbers(3))
    with suppress(ValueError):
        bad(b"x")
    counter = Counter(start=2)
    counter.add(b"abc"), counter.add(bytearray(b"d"))
    area(2**70)
