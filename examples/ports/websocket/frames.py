"""WebSocket frames (RFC 6455): writes and masks them, and reads them from a stream in pieces."""

import base64
import hashlib
import struct
from dataclasses import dataclass
from enum import IntEnum
from itertools import cycle

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
LARGEST_CONTROL = 125


class Opcode(IntEnum):
    CONT, TEXT, BINARY = 0x0, 0x1, 0x2
    CLOSE, PING, PONG = 0x8, 0x9, 0xA


class ProtocolError(Exception):
    """The other side violated the protocol; the code is for the close frame."""

    def __init__(self, message, code=1002):
        super().__init__(message)
        self.code = code


@dataclass
class Frame:
    opcode: int
    data: bytes
    fin: bool = True
    rsv: int = 0


@dataclass
class Message:
    opcode: int
    data: object


CLOSE_CODES = frozenset({1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014})


def accept_key(key):
    """A server's answer to a client's Sec-WebSocket-Key."""
    return base64.b64encode(hashlib.sha1(key.encode("ascii") + GUID).digest()).decode("ascii")


def apply_mask(data, mask):
    if len(mask) != 4:
        raise ValueError("mask must contain 4 bytes")
    return bytes(byte ^ key for byte, key in zip(data, cycle(mask)))


def serialize(frame, mask=None):
    """A frame as bytes; clients pass a mask of 4 bytes."""
    _check(frame)
    masked = 0x80 if mask is not None else 0
    head = (0x80 if frame.fin else 0) | frame.rsv << 4 | frame.opcode
    size = len(frame.data)
    if size < 126:
        out = struct.pack("!BB", head, masked | size)
    elif size < 65536:
        out = struct.pack("!BBH", head, masked | 126, size)
    else:
        out = struct.pack("!BBQ", head, masked | 127, size)
    if mask is None:
        return out + frame.data
    return out + mask + apply_mask(frame.data, mask)


def _check(frame):
    """Raises for a frame that neither side may send."""
    if frame.rsv:
        raise ProtocolError("reserved bits must be 0")
    if frame.opcode not in Opcode._value2member_map_:
        raise ProtocolError("invalid opcode")
    if frame.opcode & 0x8:
        if len(frame.data) > LARGEST_CONTROL:
            raise ProtocolError("control frame too long")
        if not frame.fin:
            raise ProtocolError("fragmented control frame")


def serialize_close(code, reason=""):
    _check_close(code)
    data = struct.pack("!H", code) + reason.encode()
    if len(data) > LARGEST_CONTROL:
        raise ProtocolError("control frame too long")
    return data


def parse_close(data):
    """The code and the reason of a close frame's data."""
    if len(data) == 0:
        return 1005, ""
    if len(data) < 2:
        raise ProtocolError("close frame too short")
    (code,) = struct.unpack_from("!H", data)
    _check_close(code)
    return code, data[2:].decode()


def _check_close(code):
    if not (code in CLOSE_CODES or 3000 <= code < 5000):
        raise ProtocolError(f"invalid close status code: {code}")


class Parser:
    """Parses bytes into frames."""

    def __init__(self, *, mask, max_size=2**20):
        self.mask = mask
        self.max_size = max_size
        self.buffer = bytearray()

    def feed(self, data):
        self.buffer += data

    def next_frame(self):
        """The next frame, or None until it is complete."""
        buffer = self.buffer
        if len(buffer) < 2:
            return None
        head, size = struct.unpack_from("!BB", buffer)
        if bool(size & 0x80) != self.mask:
            raise ProtocolError("incorrect masking")
        at = 2
        size &= 0x7F
        if size >= 126:
            format = "!H" if size == 126 else "!Q"
            if len(buffer) < at + struct.calcsize(format):
                return None
            (size,) = struct.unpack_from(format, buffer, at)
            at += struct.calcsize(format)
        if size > self.max_size:
            raise ProtocolError(f"over size limit ({size} > {self.max_size} bytes)", 1009)
        key = None
        if self.mask:
            key = bytes(buffer[at : at + 4])
            at += 4
        if len(buffer) < at + size:
            return None
        with memoryview(buffer) as view:
            data = apply_mask(view[at : at + size], key) if key is not None else bytes(view[at : at + size])
        del buffer[: at + size]
        frame = Frame(head & 0x0F, data, bool(head & 0x80), head >> 4 & 0x7)
        _check(frame)
        return frame


class Assembler:
    """Assembles the frames of a message."""

    def __init__(self):
        self.opcode = None
        self.parts = []

    def add(self, frame):
        """The message that a frame completes, or None; each control frame is a message."""
        if frame.opcode & 0x8:
            return Message(frame.opcode, frame.data)
        if frame.opcode == Opcode.CONT:
            if self.opcode is None:
                raise ProtocolError("unexpected continuation frame")
        elif self.opcode is not None:
            raise ProtocolError("expected a continuation frame")
        else:
            self.opcode = frame.opcode
        self.parts.append(frame.data)
        if not frame.fin:
            return None
        data = b"".join(self.parts)
        opcode, self.opcode, self.parts = self.opcode, None, []
        return Message(opcode, data.decode() if opcode == Opcode.TEXT else data)
