"""MessagePack: packs values, and unpacks a stream in pieces. https://msgpack.org"""

import struct
from collections import namedtuple

DEEPEST = 100
LARGEST_BUFFER = 2**32 - 1


class UnpackException(Exception):
    """A problem with packed data."""


class OutOfData(UnpackException):
    """The value is not complete yet."""


class BufferFull(UnpackException):
    """The caller fed more than the buffer may hold."""


class FormatError(ValueError, UnpackException):
    """The data is not MessagePack."""


class ExtraData(ValueError, UnpackException):
    def __init__(self, value, extra):
        super().__init__(f"unpack received {len(extra)} extra bytes after {value!r}")
        self.value = value
        self.extra = extra


class ExtType(namedtuple("ExtType", "code data")):
    """An application's own type of value: a code from -128 to 127 and its bytes."""

    __slots__ = ()


class Packer:
    def __init__(self, *, use_bin_type=True, use_single_float=False, default=None):
        self._use_bin_type = use_bin_type
        self._float = ">f" if use_single_float else ">d"
        self._default = default
        self._buffer = bytearray()

    def pack(self, obj):
        self._buffer.clear()
        self._pack(obj, DEEPEST)
        return bytes(self._buffer)

    def _pack(self, obj, depth):
        out = self._buffer
        if depth < 0:
            raise ValueError("recursion limit exceeded")
        if obj is None:
            out.append(0xC0)
        elif obj is True or obj is False:
            out.append(0xC2 + obj)
        elif isinstance(obj, int):
            self._pack_int(obj)
        elif isinstance(obj, float):
            out.append(0xCB if self._float == ">d" else 0xCA)
            out += struct.pack(self._float, obj)
        elif isinstance(obj, str):
            data = obj.encode()
            self._header(len(data), (0xA0, 32), (0xD9, 0xDA, 0xDB))
            out += data
        elif isinstance(obj, (bytes, bytearray, memoryview)):
            data = memoryview(obj)
            if self._use_bin_type:
                self._header(data.nbytes, None, (0xC4, 0xC5, 0xC6))
            else:
                self._header(data.nbytes, (0xA0, 32), (None, 0xDA, 0xDB))
            out += data
        elif isinstance(obj, ExtType):
            self._pack_ext(obj)
        elif isinstance(obj, (list, tuple)):
            self._header(len(obj), (0x90, 16), (None, 0xDC, 0xDD))
            for item in obj:
                self._pack(item, depth - 1)
        elif isinstance(obj, dict):
            self._header(len(obj), (0x80, 16), (None, 0xDE, 0xDF))
            for key, value in obj.items():
                self._pack(key, depth - 1)
                self._pack(value, depth - 1)
        elif self._default is not None:
            self._pack(self._default(obj), depth - 1)
        else:
            raise TypeError(f"cannot pack {type(obj).__name__}")

    def _pack_int(self, n):
        out = self._buffer
        if -0x20 <= n < 0x80:
            out += struct.pack("b", n)
            return
        codes = ((0xCC, ">B"), (0xCD, ">H"), (0xCE, ">I"), (0xCF, ">Q"))
        if n < 0:
            codes = ((0xD0, ">b"), (0xD1, ">h"), (0xD2, ">i"), (0xD3, ">q"))
        for code, format in codes:
            bits = 8 * struct.calcsize(format)
            if (n < 1 << bits) if n >= 0 else (n >= -1 << bits - 1):
                out.append(code)
                out += struct.pack(format, n)
                return
        raise OverflowError("integer out of range")

    def _pack_ext(self, obj):
        if not -128 <= obj.code <= 127:
            raise ValueError("code must be from -128 to 127")
        size = len(obj.data)
        if size in (1, 2, 4, 8, 16):
            self._buffer.append(0xD3 + size.bit_length())
        else:
            self._header(size, None, (0xC7, 0xC8, 0xC9))
        self._buffer += struct.pack("b", obj.code) + obj.data

    def _header(self, size, fix, codes):
        """The first bytes of a value with a size: a small size in the code itself, others in 1, 2 or 4 bytes."""
        if fix is not None and size < fix[1]:
            self._buffer.append(fix[0] | size)
            return
        for code, format, limit in zip(codes, (">B", ">H", ">I"), (2**8, 2**16, 2**32)):
            if code is not None and size < limit:
                self._buffer.append(code)
                self._buffer += struct.pack(format, size)
                return
        raise ValueError("object is too large")


def packb(obj, **options):
    return Packer(**options).pack(obj)


_NUMBERS = {
    0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q",
}
_SIZED = {
    0xC4: ("bin", ">B"), 0xC5: ("bin", ">H"), 0xC6: ("bin", ">I"), 0xC7: ("ext", ">B"), 0xC8: ("ext", ">H"), 0xC9: ("ext", ">I"),
    0xD9: ("str", ">B"), 0xDA: ("str", ">H"), 0xDB: ("str", ">I"), 0xDC: ("array", ">H"), 0xDD: ("array", ">I"),
    0xDE: ("map", ">H"), 0xDF: ("map", ">I"),
}
_PLAIN = {0xC0: None, 0xC2: False, 0xC3: True}


class Unpacker:
    def __init__(self, *, raw=False, use_list=True, max_buffer_size=LARGEST_BUFFER):
        self._raw = raw
        self._use_list = use_list
        self._max_buffer_size = max_buffer_size
        self._buffer = bytearray()
        self._at = 0
        self._before = 0

    def feed(self, data):
        view = memoryview(data)
        if len(self._buffer) - self._at + view.nbytes > self._max_buffer_size:
            raise BufferFull
        # Delete what was read only here, not after every read.
        del self._buffer[: self._at]
        self._before += self._at
        self._at = 0
        self._buffer += view

    def unpack(self):
        start = self._at
        try:
            return self._unpack(DEEPEST)
        except OutOfData:
            self._at = start
            raise

    def read_bytes(self, n):
        n = min(n, len(self._buffer) - self._at)
        return self._take(n)

    def tell(self):
        return self._before + self._at

    def _take(self, n):
        end = self._at + n
        if end > len(self._buffer):
            raise OutOfData("more data is needed")
        with memoryview(self._buffer) as view:
            taken = bytes(view[self._at : end])
        self._at = end
        return taken

    def _number(self, format):
        (value,) = struct.unpack(format, self._take(struct.calcsize(format)))
        return value

    def _unpack(self, depth):
        if depth < 0:
            raise ValueError("recursion limit exceeded")
        code = self._take(1)[0]
        if code < 0x80:
            return code
        if code >= 0xE0:
            return code - 0x100
        if code in _PLAIN:
            return _PLAIN[code]
        if code in _NUMBERS:
            return self._number(_NUMBERS[code])
        if code in _SIZED:
            kind, format = _SIZED[code]
            size = self._number(format)
        elif 0xD4 <= code <= 0xD8:
            kind, size = "ext", 1 << code - 0xD4
        elif code >= 0xA0:
            if code == 0xC1:
                raise FormatError(f"unused code 0x{code:02x}")
            kind, size = "str", code & 0x1F
        else:
            kind, size = ("array" if code & 0x10 else "map"), code & 0x0F
        return getattr(self, f"_unpack_{kind}")(size, depth)

    def _unpack_bin(self, size, depth):
        return self._take(size)

    def _unpack_str(self, size, depth):
        data = self._take(size)
        return data if self._raw else data.decode()

    def _unpack_ext(self, size, depth):
        code = self._number("b")
        return ExtType(code, self._take(size))

    def _unpack_array(self, size, depth):
        items = [self._unpack(depth - 1) for _ in range(size)]
        return items if self._use_list else tuple(items)

    def _unpack_map(self, size, depth):
        result = {}
        for _ in range(size):
            key = self._unpack(depth - 1)
            if not isinstance(key, (str, bytes)):
                raise ValueError(f"{type(key).__name__} is not allowed for map key")
            result[key] = self._unpack(depth - 1)
        return result


def unpackb(packed, **options):
    unpacker = Unpacker(**options)
    unpacker.feed(packed)
    try:
        value = unpacker.unpack()
    except OutOfData:
        raise ValueError("Unpack failed: incomplete input") from None
    if unpacker.tell() < memoryview(packed).nbytes:
        raise ExtraData(value, unpacker.read_bytes(2**31))
    return value
