"""Our objects as C sees them: real buffers over mirrored memory, and real bytes where C insists."""

import ctypes
import weakref

import _pybuffer

from . import wire

_from_buffer = ctypes.pythonapi.PyMemoryView_FromBuffer
_from_buffer.argtypes = [ctypes.c_void_p]
_from_buffer.restype = ctypes.py_object

# id of the real memoryview -> (the loan, the real memoryview, our object)
_loans = {}


def lend(self, flags):
    """`__buffer__`, as C calls it: a real memoryview with the shape, strides and suboffsets of ours."""
    loan = wire.take(_pybuffer.lend(self._h, flags))
    view = _from_buffer(loan)
    if not hasattr(type(self), "__release_buffer__"):
        # Bytes are not told when a view of them ends, so wait for the end of the view object.
        weakref.finalize(view, _end_loan, id(view))
        _loans[id(view)] = loan, None, self
    else:
        _loans[id(view)] = loan, view, self
    return view


def lend_until_dropped(self):
    """A real view that may outlive the call: our object's export ends when C releases the view."""
    loan = wire.take(_pybuffer.lend(self._h, FULL_RO))
    view = _from_buffer(loan)
    weakref.finalize(view, _end_loan, id(view))
    _loans[id(view)] = loan, None, self
    return view


FULL_RO = 0x11C


def _end_loan(number):
    _pybuffer.giveBack(_loans.pop(number)[0])


def give_back(self, view):
    """`__release_buffer__`, as C calls it."""
    entry = _loans.pop(id(view), None)
    if entry is None:
        return
    view.release()
    _pybuffer.giveBack(entry[0])


def lender_of(view):
    """Our object that a real memoryview was lent from, or None."""
    entry = _loans.get(id(view))
    return None if entry is None else entry[2]


def real_bytes(value):
    """The content of our bytes or bytearray as CPython's own bytes."""
    size = _pybuffer.size(value._h)
    content = bytearray(size)
    if size:
        _pybuffer.copyOut(value._h, ctypes.addressof(ctypes.c_char.from_buffer(content)))
    return bytes(content)


# The offset of the content in a bytes object.
_OFFSET = bytes.__basicsize__ - 1


def from_real_bytes(cls, value):
    """Converts CPython's own bytes to ours."""
    return _pybuffer.copyIn(cls._h, id(value) + _OFFSET, len(value))


_FLAGS = 84  # offset of tp_flags in a type object of 32-bit memory
_IMMUTABLE = 1 << 8
_SEQUENCE_PATTERN, _MATCHES_ITSELF = 1 << 5, 1 << 22


def _set_flags(cls, clear, set):
    flags = ctypes.c_uint32.from_address(id(cls) + _FLAGS)
    if flags.value != cls.__flags__ & 0xFFFFFFFF:
        raise wire.BridgeError("type objects are laid out differently")
    flags.value = flags.value & ~clear | set


_names = {}  # type -> its name as a C string, which must stay at its address


def name_in_c(cls, name):
    """Gives a type the name that C's error messages show."""
    _names[cls] = ctypes.create_string_buffer(name.encode())
    ctypes.c_size_t.from_address(id(cls) + wire.NAME_OFFSET).value = ctypes.addressof(_names[cls])


def make_immutable(cls):
    """Makes a type immutable, as CPython's own types are: its attributes cannot be set."""
    _set_flags(cls, 0, _IMMUTABLE)


def match_as_string(cls):
    """Makes `match` treat a class as a byte string: not as a sequence, and `case bytes(x)` binds the object itself."""
    _set_flags(cls, _SEQUENCE_PATTERN, _MATCHES_ITSELF)
