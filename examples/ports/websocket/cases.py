"""The calls of frames.py that are recorded."""

from contextlib import suppress

from frames import Assembler, Frame, Parser, accept_key, apply_mask, parse_close, serialize, serialize_close

MASK = b"\x37\xfa\x21\x3d"
FRAMES = [
    Frame(1, b"Hello"), Frame(1, b"Hel", fin=False), Frame(0, b"lo"), Frame(9, b"Hello"), Frame(2, bytes(range(256))),
    Frame(2, b""), Frame(8, b"\x03\xe8"), Frame(2, b"x" * 125), Frame(2, b"y" * 126), Frame(1, "é\u20ac".encode()),
]
BAD = [
    Frame(3, b""), Frame(1, b"", rsv=4), Frame(8, b"z" * 126), Frame(9, b"", fin=False), Frame(15, b"x"),
]


def drain(parser):
    frames = []
    with suppress(Exception):
        while (frame := parser.next_frame()) is not None:
            frames.append(frame)
    return frames


def cases():
    accept_key("dGhlIHNhbXBsZSBub25jZQ==")
    with suppress(UnicodeError):
        accept_key("é")
    for data in (b"", b"a", b"abcd", bytearray(b"abcde"), memoryview(b"abcdefghi")[1:]):
        apply_mask(data, MASK)
    with suppress(ValueError):
        apply_mask(b"a", b"abc")
    for frame in FRAMES + BAD:
        with suppress(Exception):
            serialize(frame)
            serialize(frame, MASK)
    serialize(Frame(2, b"\x00" * 65536))

    for mask in (None, MASK):
        stream = b"".join(serialize(frame, mask) for frame in FRAMES)
        parser = Parser(mask=mask is not None)
        assembler = Assembler()
        for at in range(0, len(stream), 50):
            parser.feed(stream[at : at + 50])
            for frame in drain(parser):
                with suppress(Exception):
                    assembler.add(frame)

    for stream in (b"\x81\x85", b"\x83\x00", b"\xc1\x00", b"\x89\x7e\x00\x7e" + b"x" * 126, b"\x09\x00", b"\x82\x7f" + b"\xff" * 8,
                   b"\x82\x7f\x00\x00\x00\x00\x00\x00\x00\x02ab", b"\x82\x7e\x00", b"\x82\x7f\x00"):
        parser = Parser(mask=False, max_size=1000)
        parser.feed(bytearray(stream))
        drain(parser)

    assembler = Assembler()
    for frame in (Frame(0, b"a"), Frame(1, b"a", fin=False), Frame(1, b"b"), Frame(9, b"p"), Frame(0, b"c"), Frame(1, b"\xff")):
        with suppress(Exception):
            assembler.add(frame)

    for code, reason in ((1000, ""), (1001, "going away"), (3000, "é"), (1005, ""), (999, ""), (5000, ""), (1000, "x" * 124)):
        with suppress(Exception):
            serialize_close(code, reason)
    for data in (b"", b"\x03", b"\x03\xe8", b"\x03\xe9bye", b"\x03\xedx", b"\x03\xe8\xff"):
        with suppress(Exception):
            parse_close(data)
