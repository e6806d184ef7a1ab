"""`binascii`, `base64` and the checksums of `zlib` of the library instead of CPython's, for the code under test.

CPython's signature binds the arguments of a call, and they cross by name; CPython raises for calls that do not fit.
"""

import base64
import binascii
import inspect
import zlib

from . import convert, imports, wire
from .wire import Operation

# Functions with a default that has no text form, so that `inspect` cannot list their parameters.
_UNTOLD = {
    "a2b_base64": lambda data, /, *, strict_mode=None, padded=True, alphabet=None, ignorechars=None, canonical=False: None,
    "b2a_hex": lambda data, sep=None, bytes_per_sep=1: None,
    "hexlify": lambda data, sep=None, bytes_per_sep=1: None,
}


def _signature(real):
    return inspect.signature(_UNTOLD.get(real.__name__, real))


def _function(module, real):
    operation = Operation(f"f:{module.__name__}.{real.__name__}")
    signature = _signature(real)
    first = next(iter(signature.parameters))

    def function(*args, **kwargs):
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError:
            return real(*map(convert.outward, args), **{name: convert.outward(value) for name, value in kwargs.items()})
        return operation(None, first, **bound.arguments)

    function.__name__, function.__qualname__, function.__module__ = real.__name__, real.__qualname__, real.__module__
    function.__doc__, function.__signature__ = real.__doc__, signature
    return function


def _module(real, names):
    functions = {name: _function(real, getattr(real, name)) for name in names}
    kept = {name: convert.inward(value) for name, value in vars(real).items() if name not in ("__name__", "__builtins__")}
    return imports.module(real.__name__, real, **{**kept, **functions})


def _public(real):
    return [name for name, value in vars(real).items() if inspect.isroutine(value) and not name.startswith("_") and name != "main"]


def install():
    """From now on, the code under test imports these modules with the library's functions."""
    imports.when_imported("binascii", lambda: _module(binascii, _public(binascii)))
    imports.when_imported("base64", lambda: _module(base64, _public(base64)))
    imports.when_imported("zlib", lambda: _module(zlib, ["adler32", "adler32_combine", "crc32", "crc32_combine"]))
