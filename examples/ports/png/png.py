"""PNG images: chunks, filters, pixels. Reads every bit depth and color type, without interlace; writes with one filter for all rows."""

import struct
import zlib
from collections import namedtuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}

Image = namedtuple("Image", "width height depth color rows palette")
Image.__doc__ = "Rows of packed samples, as in the file after undoing its filters; a palette with 3 bytes per color, or None."


class FormatError(ValueError):
    """The file is not a PNG, or is malformed."""


class ChunkError(FormatError):
    """A chunk is malformed."""


def chunk(kind, data=b""):
    """A chunk as written in a file."""
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def chunks(data):
    """The chunks of a file: pairs of kind and content."""
    view = memoryview(data)
    if view[:8] != SIGNATURE:
        raise FormatError("not a PNG file")
    at = 8
    found = []
    while at < len(view):
        if len(view) - at < 12:
            raise ChunkError("chunk is cut off")
        size, kind = struct.unpack_from(">I4s", view, at)
        if len(view) - at - 12 < size:
            raise ChunkError(f"chunk {kind.decode('latin-1')} is cut off")
        body = view[at + 4 : at + 8 + size]
        (crc,) = struct.unpack_from(">I", view, at + 8 + size)
        if zlib.crc32(body) != crc:
            raise ChunkError(f"checksum error in {kind.decode('latin-1')} chunk: 0x{zlib.crc32(body):08X} != 0x{crc:08X}")
        found.append((kind, bytes(body[4:])))
        at += 12 + size
    return found


def paeth(left, up, corner):
    """The neighbor nearest to left + up - corner."""
    guess = left + up - corner
    a, b, c = abs(guess - left), abs(guess - up), abs(guess - corner)
    if a <= b and a <= c:
        return left
    return up if b <= c else corner


def unfilter(kind, line, previous, step):
    """Undoes the filter of a row in place. `step` is the number of bytes per pixel, at least 1."""
    if kind == 1:
        for i in range(step, len(line)):
            line[i] = line[i] + line[i - step] & 0xFF
    elif kind == 2:
        for i, up in enumerate(previous):
            line[i] = line[i] + up & 0xFF
    elif kind == 3:
        for i, up in enumerate(previous):
            left = line[i - step] if i >= step else 0
            line[i] = line[i] + (left + up >> 1) & 0xFF
    elif kind == 4:
        for i, up in enumerate(previous):
            left, corner = (line[i - step], previous[i - step]) if i >= step else (0, 0)
            line[i] = line[i] + paeth(left, up, corner) & 0xFF
    elif kind != 0:
        raise FormatError(f"invalid filter type {kind}")


def filter_row(kind, line, previous, step):
    """A filtered row, preceded by the filter's kind."""
    out = bytearray([kind])
    for i, value in enumerate(line):
        left, corner = (line[i - step], previous[i - step]) if i >= step else (0, 0)
        up = previous[i]
        out.append(value - (0, left, up, left + up >> 1, paeth(left, up, corner))[kind] & 0xFF)
    return bytes(out)


def _row_size(width, depth, color):
    return (width * depth * CHANNELS[color] + 7) // 8


def read(data):
    """Reads a file."""
    header = None
    palette = None
    content = []
    for kind, body in chunks(data):
        if header is None:
            if kind != b"IHDR":
                raise FormatError("the first chunk is not IHDR")
            header = _read_header(body)
        elif kind == b"PLTE":
            if len(body) % 3:
                raise FormatError("PLTE chunk has a length that is no multiple of 3")
            palette = body
        elif kind == b"IDAT":
            content.append(body)
        elif kind == b"IEND":
            break
        elif not kind[0] & 0x20:
            raise FormatError(f"unknown critical chunk {kind.decode('latin-1')}")
    if header is None:
        raise FormatError("there is no IHDR chunk")
    width, height, depth, color = header
    if color == 3 and palette is None:
        raise FormatError("there is no PLTE chunk")
    size = _row_size(width, depth, color)
    raw = zlib.decompress(b"".join(content))
    if len(raw) != height * (size + 1):
        raise FormatError(f"the image has {len(raw)} bytes, not {height * (size + 1)}")
    step = max(1, depth * CHANNELS[color] // 8)
    previous = bytearray(size)
    rows = []
    for at in range(0, len(raw), size + 1):
        line = bytearray(raw[at + 1 : at + 1 + size])
        unfilter(raw[at], line, previous, step)
        rows.append(bytes(line))
        previous = line
    return Image(width, height, depth, color, rows, palette)


def _read_header(body):
    if len(body) != 13:
        raise FormatError("IHDR chunk has incorrect length")
    width, height, depth, color, compression, filtering, interlace = struct.unpack(">IIBBBBB", body)
    if not (width and height):
        raise FormatError("width and height must not be 0")
    if depth not in DEPTHS.get(color, ()):
        raise FormatError(f"invalid depth {depth} for color type {color}")
    if compression or filtering:
        raise FormatError("unknown compression or filter method")
    if interlace:
        raise FormatError("interlaced images are not read")
    return width, height, depth, color


def write(image, *, filter=0, level=-1, limit=2**16):
    """An image as a file. `limit` is the largest content of an IDAT chunk."""
    if image.depth not in DEPTHS.get(image.color, ()):
        raise FormatError(f"invalid depth {image.depth} for color type {image.color}")
    size = _row_size(image.width, image.depth, image.color)
    step = max(1, image.depth * CHANNELS[image.color] // 8)
    raw = bytearray()
    previous = bytes(size)
    for number, row in enumerate(image.rows):
        if len(row) != size:
            raise ValueError(f"row {number} has {len(row)} bytes, not {size}")
        raw += filter_row(filter, row, previous, step)
        previous = row
    packed = zlib.compress(raw, level)
    header = struct.pack(">IIBBBBB", image.width, image.height, image.depth, image.color, 0, 0, 0)
    out = [SIGNATURE, chunk(b"IHDR", header)]
    if image.palette is not None:
        out.append(chunk(b"PLTE", image.palette))
    for at in range(0, len(packed), limit):
        out.append(chunk(b"IDAT", packed[at : at + limit]))
    out.append(chunk(b"IEND"))
    return b"".join(out)


def samples(row, depth):
    """The samples of a row as ints, including padding at its end."""
    if depth == 16:
        return [row[i] << 8 | row[i + 1] for i in range(0, len(row), 2)]
    if depth == 8:
        return list(row)
    mask = (1 << depth) - 1
    return [byte >> shift & mask for byte in row for shift in range(8 - depth, -1, -depth)]
