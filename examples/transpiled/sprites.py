"""Sprite sheets: a small binary file format, read and written.

    header     magic "SPR1", number of sprites (u16), checksum of all that follows (u32)
    sprite     length of the rest (u32); length of the name (u8), name; width, height (u16), scale (f32); packed pixels
    pixels     runs of equal bytes: how many, which

All numbers are little-endian.
"""
import struct

MAGIC = b"SPR1"
HEADER = struct.Struct("<4sHI")
LENGTH = struct.Struct("<I")
SIZE = struct.Struct("<HHf")


class FormatError(ValueError):
    pass


def checksum(data):
    low, high = 1, 0
    for byte in data:
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def pack_pixels(pixels):
    out = bytearray()
    at = 0
    while at < len(pixels):
        run = 1
        while run < 255 and at + run < len(pixels) and pixels[at + run] == pixels[at]:
            run += 1
        out.append(run)
        out += pixels[at : at + 1]
        at += run
    return bytes(out)


def unpack_pixels(packed, size):
    out = bytearray(size)
    view = memoryview(out)
    at = 0
    for i in range(0, len(packed), 2):
        run = packed[i]
        if at + run > size:
            raise FormatError(f"run of {run} at {at} of {size}")
        view[at : at + run] = packed[i + 1 : i + 2] * run
        at += run
    if at != size:
        raise FormatError(f"{at} pixels of {size}")
    return out


class Sprite:
    def __init__(self, name, width, height, scale, pixels):
        self.name = name
        self.width = width
        self.height = height
        self.scale = scale
        self.pixels = bytearray(pixels)

    def __repr__(self):
        return f"<Sprite {self.name!r} {self.width}x{self.height} *{self.scale}>"

    def grid(self):
        return memoryview(self.pixels).cast("B", shape=[self.height, self.width])

    def row(self, y):
        return memoryview(self.pixels)[y * self.width : (y + 1) * self.width]

    def flip(self):
        for y in range(self.height):
            row = self.row(y)
            row[:] = bytes(row[::-1])

    def encode(self):
        body = bytearray()
        body.append(len(self.name))
        body += self.name
        at = len(body)
        body.resize(at + SIZE.size)
        SIZE.pack_into(body, at, self.width, self.height, self.scale)
        body += pack_pixels(self.pixels)
        return LENGTH.pack(len(body)) + body


def decode(body):
    end = 1 + body[0]
    name = bytes(body[1:end])
    width, height, scale = SIZE.unpack_from(body, end)
    packed = bytes(body[end + SIZE.size :])
    return Sprite(name, width, height, scale, unpack_pixels(packed, width * height))


def write(sprites):
    body = b"".join([sprite.encode() for sprite in sprites])
    return HEADER.pack(MAGIC, len(sprites), checksum(body)) + body


def read(data):
    with memoryview(data) as view:
        magic, count, check = HEADER.unpack_from(view)
        if magic != MAGIC:
            raise FormatError(f"magic {magic!r}")
        at = HEADER.size
        if checksum(view[at:]) != check:
            raise FormatError("checksum")
        sprites = []
        for _ in range(count):
            (length,) = LENGTH.unpack_from(view, at)
            at += LENGTH.size
            sprites.append(decode(view[at : at + length]))
            at += length
        return sprites


class Stream:
    """Takes a sheet in pieces of any size, gives sprites as they are complete."""

    def __init__(self):
        self.fifo = bytearray()
        self.left = -1

    def feed(self, piece):
        self.fifo += piece
        sprites = []
        if self.left < 0 and len(self.fifo) >= HEADER.size:
            self.left = HEADER.unpack_from(self.fifo)[1]
            del self.fifo[: HEADER.size]
        while self.left > 0 and len(self.fifo) >= LENGTH.size:
            end = LENGTH.size + LENGTH.unpack_from(self.fifo)[0]
            if len(self.fifo) < end:
                break
            sprites.append(decode(memoryview(self.fifo)[LENGTH.size : end]))
            del self.fifo[:end]
            self.left -= 1
        return sprites


def main(data):
    lines = []
    sprites = read(data)
    for sprite in sprites:
        lines.append(repr(sprite))
        lines.append("  " + sprite.pixels.hex(" ", sprite.width))
    grid = sprites[0].grid()
    lines.append(f"{grid.shape} {grid.strides} {grid[1, 2]} {grid.tolist()}")
    lines.append(f"same {write(sprites) == data}")

    stream = Stream()
    for at in range(0, len(data), 7):
        for sprite in stream.feed(data[at : at + 7]):
            lines.append(f"at {at}: {sprite!r}")

    for sprite in sprites:
        sprite.flip()
    flipped = write(sprites)
    lines.append(f"{len(flipped)} {checksum(flipped)} {flipped[:14].hex('-')}")

    for broken in (b"PNG" + data[3:], data[:-1], data[:9], data[:-1] + b"\xff"):
        try:
            read(broken)
        except (FormatError, struct.error) as error:
            lines.append(f"{type(error).__name__}: {error}")
    try:
        sprites[0].name[0] = 0
    except TypeError as error:
        lines.append(f"TypeError: {error}")
    return lines


def example():
    return write([
        Sprite(b"arrow", 4, 3, 1.0, bytes([0, 0, 9, 0, 9, 9, 9, 9, 0, 0, 9, 0])),
        Sprite("schnörkel".encode(), 3, 2, 0.25, bytes(range(6))),
        Sprite(b"", 20, 15, 2.0, b"\x07" * 300),
    ])


if __name__ == "__main__":
    import sys
    with open(sys.argv[1], "rb") as file:
        print("\n".join(main(file.read())))
