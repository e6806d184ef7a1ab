"""`copyreg._reduce_ex`, by which `object.__reduce_ex__` pickles under the protocols 0 and 1, for our classes.

CPython's function looks for a base class that is written in C, and sees all of ours as written in Python.
"""

import copyreg

from .wire import Proxy

_real = copyreg._reduce_ex
# Our classes that replace one of CPython's.
built_in = []


def _reduce_ex(self, protocol):
    cls = type(self)
    base = next((base for base in cls.__mro__ if base in built_in), None)
    if base is None or not isinstance(self, Proxy):
        return _real(self, protocol)
    if base is cls:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    arguments = cls, base, base(self)
    state = self.__getstate__()
    return (copyreg._reconstructor, arguments, state) if state else (copyreg._reconstructor, arguments)


def install():
    copyreg._reduce_ex = _reduce_ex
