"""The calls of png.py that are recorded."""

import struct
import zlib
from contextlib import suppress

import png
from png import DEPTHS, SIGNATURE, Image, chunk, chunks, filter_row, paeth, read, samples, unfilter, write

LINE = bytes([0, 1, 2, 100, 200, 255, 7, 7, 7, 128, 127, 3])
ABOVE = bytes([9, 250, 2, 0, 255, 3, 77, 1, 0, 128, 1, 200])


def image(width, height, depth, color):
    size = (width * depth * png.CHANNELS[color] + 7) // 8
    rows = [bytes((x * 37 + y * 101 + x * y) % 256 for x in range(size)) for y in range(height)]
    return Image(width, height, depth, color, rows, bytes(range(48)) if color == 3 else None)


def cases():
    for left, up, corner in ((0, 0, 0), (1, 2, 3), (200, 3, 100), (10, 250, 20), (5, 5, 5), (7, 3, 5)):
        paeth(left, up, corner)
    for kind in range(5):
        for step in (1, 3, 4):
            filtered = filter_row(kind, LINE, ABOVE, step)
            unfilter(kind, bytearray(filtered[1:]), ABOVE, step)
    with suppress(png.FormatError):
        unfilter(5, bytearray(2), bytes(2), 1)

    for color, depths in DEPTHS.items():
        for depth in depths:
            picture = image(5, 4, depth, color)
            for filter in range(5):
                read(write(picture, filter=filter, level=0))
            samples(picture.rows[1], depth)
    file = write(image(9, 3, 8, 2), filter=4, level=0, limit=40)
    chunks(file)
    read(bytearray(file))
    read(memoryview(b"xx" + file)[2:])

    for wrong in (image(3, 3, 8, 2)._replace(depth=4), image(3, 3, 8, 2)._replace(rows=[b"short"])):
        with suppress(ValueError):
            write(wrong)

    header = struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\x00ab", 0))
    end = chunk(b"IEND")
    for data in (
        b"", b"\x89PNG", SIGNATURE, SIGNATURE + b"\x00", SIGNATURE + b"\x00\x00\x00\x05IHDRab\x00\x00\x00\x00",
        SIGNATURE + chunk(b"IHDR", header)[:-1] + b"\x00", SIGNATURE + body, SIGNATURE + chunk(b"IHDR", b"short"),
        SIGNATURE + chunk(b"IHDR", header) + body + end, SIGNATURE + chunk(b"IHDR", header) + chunk(b"ABCD") + body + end,
        SIGNATURE + chunk(b"IHDR", header) + chunk(b"teXt", b"x") + body + end,
        SIGNATURE + chunk(b"IHDR", header) + chunk(b"PLTE", b"ab") + body + end,
        SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00a", 0)) + end,
        SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x07ab", 0)) + end,
        SIGNATURE + chunk(b"IHDR", bytes(13)), SIGNATURE + chunk(b"IHDR", header[:9] + b"\x03\x00\x00\x00") + body + end,
        SIGNATURE + chunk(b"IHDR", header[:8] + b"\x05\x00\x00\x00\x00"), SIGNATURE + chunk(b"IHDR", header[:10] + b"\x01\x00\x00"),
        SIGNATURE + chunk(b"IHDR", header[:12] + b"\x01"),
    ):
        with suppress(png.FormatError):
            read(data)
