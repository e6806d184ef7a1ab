"""The calls of msgpack.py that are recorded."""

from contextlib import suppress

from msgpack import ExtType, Packer, Unpacker, packb, unpackb

INTS = [0, 1, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53, 2**64 - 1, 2**64]
VALUES = [
    None, True, False, 1.5, -0.25, 1e300, "", "a" * 31, "b" * 32, "é\U0001f600", "c" * 256, b"", b"d" * 255, b"e" * 256,
    bytearray(b"ab"), [], [1, [2, [3]]], list(range(16)), (1, "x"), {}, {"a": 1, "b": [b"\x00", None]},
    {f"k{i:02}": i for i in range(17)}, ExtType(5, b"x"), ExtType(-1, b"12345678"), ExtType(127, b"y" * 17), ExtType(0, b""),
]
BAD = [
    b"", b"\xc1", b"\x92\x01", b"\xa5abc", b"\xd9", b"\x01\x02", b"\xa1\xff", b"\x81\x01\x02", b"\x81\xc0\x02", b"\x81\x90\x02",
    b"\x81\xcb\x3f\xf8\x00\x00\x00\x00\x00\x00\x01", b"\xc7\x05\x01ab", b"\x91" * 600,
]


def cases():
    for n in INTS:
        for value in (n, -n):
            with suppress(OverflowError):
                unpackb(packb(value))
    for value in VALUES:
        packed = packb(value)
        unpackb(packed)
        unpackb(packed, raw=True)
        unpackb(bytearray(packed), use_list=False)
    for value in (b"old", b"f" * 32, "text"):
        packb(value, use_bin_type=False)
    packb(1.5, use_single_float=True)
    packb([0.1, {"x": 0.1}], use_single_float=True)
    packb(memoryview(b"abcdef")[1:4])
    for value in (2**64, -(2**63) - 1, {1, 2}, ExtType(128, b"")):
        with suppress(Exception):
            packb(value)
    deep = []
    for _ in range(600):
        deep = [deep]
    with suppress(ValueError):
        packb(deep)
    for packed in BAD:
        with suppress(Exception):
            unpackb(packed)

    packer = Packer()
    for value in (1, [1, "two"], {"three": 3.5}):
        packer.pack(value)

    stream = b"".join(map(packb, VALUES))
    unpacker = Unpacker()
    for at in range(0, len(stream), 37):
        unpacker.feed(memoryview(stream)[at : at + 37])
        with suppress(Exception):
            while True:
                unpacker.unpack()
        unpacker.tell()

    small = Unpacker(max_buffer_size=4)
    small.feed(b"\xa3ab")
    with suppress(Exception):
        small.unpack()
    with suppress(Exception):
        small.feed(b"cd")
    small.feed(b"c")
    small.unpack()
    small.feed(b"xyz")
    small.read_bytes(2)
    small.read_bytes(9)
    small.tell()
