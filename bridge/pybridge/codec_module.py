"""Python's module `codecs` over the library's codecs, for the code under test.

`codecs.py` of Python's library runs as a program on our types, and imports from here instead of `_codecs`: `lookup` and
the functions for whole values call the library, which also receives the codecs that Python code registers.
companions.py installs all of it; without our companions, only `register` and `unregister` are ours.
"""

import bz2
import codecs as _real_codecs
import encodings.ascii  # Python's own lookup imports the module of each codec, and test_codecs counts on this one
import pickle
import sys

import _codecs as _real

import _pybuffer

from . import convert, imports, types, wire
from .wire import Operation, Proxy, live

_lookup, _new = Operation("k:lookup"), Operation("k:new")
_encode, _decode = Operation("k:encode"), Operation("k:decode")
_encoder, _decoder = Operation("k:encoder"), Operation("k:decoder")
_call, _get, _set = Operation("k:call"), Operation("k:get"), Operation("k:set")

_infos = {}  # name of a codec of the library's -> its CodecInfo
_searches = {}  # search function -> its number


def register(search):
    _real.register(search)
    _searches[search] = wire.register_codec(search)


def unregister(search):
    _real.unregister(search)
    number = _searches.pop(search, None)
    if number is not None:
        _pybuffer.unregisterCodec(number)


def lookup(encoding):
    found = _lookup(encoding)
    if type(found) is not tuple or len(found) != 2:
        return found
    name, is_text = found
    info = _infos.get(name)
    if info is None:
        info = _infos[name] = _info_of(name, encoding, is_text)
    return info


def _info_of(name, encoding, is_text):
    def encode(input, errors="strict"):
        return _encoder(encoding, input, errors)

    def decode(input, errors="strict"):
        return _decoder(encoding, input, errors)

    # Pickle finds functions and classes by their names.
    encode.__qualname__, decode.__qualname__ = f"encode {name}", f"decode {name}"
    parts = {part: type(cls.__name__, (cls,), {"__slots__": (), "_encoding": encoding, "_part": part}) for part, cls in _PARTS.items()}
    for cls in parts.values():
        wire.encodes_as_handle(cls)
        cls.__qualname__ = f"{cls.__name__} {name}"
    globals().update({made.__qualname__: made for made in (encode, decode, *parts.values())})
    return imports.instead["codecs"].CodecInfo(encode, decode, name=name, _is_text_encoding=is_text, **parts)


def encode(obj, encoding="utf-8", errors="strict"):
    return _encode(encoding, obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    return _decode(encoding, obj, errors)


class _Instance(Proxy):
    """An instance of one of the classes of a codec."""

    __slots__ = ("__dict__",)

    def _make(self, *args):
        made = _new(self._encoding, self._part, *args)
        self._h, made._h = made._h, 0
        live[self._h] = types._ref(self)

    def reset(self):
        return _call(self, "reset")

    @property
    def errors(self):
        return _get(self, "errors")

    @errors.setter
    def errors(self, value):
        _set(self, "errors", value)

    @errors.deleter
    def errors(self):
        raise AttributeError("cannot delete attribute")

    __del__ = types.free


class _Incremental(_Instance):
    __slots__ = ()

    def __init__(self, errors="strict"):
        self._make(errors)

    def getstate(self):
        return _call(self, "getstate")

    def setstate(self, state):
        return _call(self, "setstate", state)


class IncrementalEncoder(_Incremental):
    __slots__ = ()

    def encode(self, input, final=False):
        return _call(self, "encode", input, final)


class IncrementalDecoder(_Incremental):
    __slots__ = ()

    buffer = property(lambda self: self.getstate()[0])

    def decode(self, input, final=False):
        return _call(self, "decode", input, final)


class _Stream(_Instance):
    __slots__ = ()

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self._held = wire.Held(stream)
        self._make(self._held, errors)

    def __del__(self):
        self._held.release()
        types.free(self)

    def seek(self, offset, whence=0):
        return _call(self, "seek", offset, whence)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stream.close()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {type(self).__name__}")


class StreamReader(_Stream):
    __slots__ = ()

    bytebuffer = property(lambda self: _get(self, "bytebuffer"))
    charbuffer = property(lambda self: _get(self, "charbuffer"))

    def decode(self, input, errors="strict"):
        return _call(self, "decode", input, errors)

    def read(self, size=-1, chars=-1, firstline=False):
        return _call(self, "read", size, chars, firstline)

    def readline(self, size=None, keepends=True):
        return _call(self, "readline", size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return _call(self, "readlines", sizehint, keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration


class StreamWriter(_Stream):
    __slots__ = ()

    def encode(self, input, errors="strict"):
        return _call(self, "encode", input, errors)

    def write(self, object):
        return _call(self, "write", object)

    def writelines(self, list):
        return _call(self, "writelines", list)


_PARTS = {
    "incrementalencoder": IncrementalEncoder,
    "incrementaldecoder": IncrementalDecoder,
    "streamreader": StreamReader,
    "streamwriter": StreamWriter,
}


def _primitives():
    """The module that `codecs.py` imports as `_codecs`."""
    names = {name: value for name, value in vars(_real).items() if not name.startswith("__")}
    ours = (register, unregister, lookup, encode, decode)
    names.update({function.__name__: function for function in ours}, register_error=convert.register_error)
    return imports.module("_codecs", _real, **names)


def install_registry():
    """Passes to the library what the code under test registers with CPython's `codecs`, from now on."""
    convert.adapt(_real_codecs.register, register)
    convert.adapt(_real_codecs.unregister, unregister)


def _while_programs_are_modules(function):
    """Wraps a C function of pickle, which finds classes by their modules' names: while it runs, these name the programs."""

    def pickling(*args, **kwargs):
        before = {name: sys.modules.get(name) for name in imports.programs}
        sys.modules.update(imports.programs)
        try:
            return function(*args, **kwargs)
        finally:
            sys.modules.update(before)

    return pickling


def _pickling(function):
    owner = function.__self__
    return _while_programs_are_modules(function) if isinstance(owner, (pickle.Pickler, pickle.Unpickler)) else None


def _compressor():
    # The library itself has no bz2.
    number = wire.Held((bz2.compress, bz2.decompress)).number
    _pybuffer.registerCompressor("bz2", number)


def install():
    """From now on, the code under test imports `codecs` with the library's codecs."""
    _compressor()
    for function in (pickle.dump, pickle.dumps, pickle.load, pickle.loads):
        convert.adapt(function, _while_programs_are_modules(function))
    convert.built_in_methods.append(_pickling)
    imports.when_imported("_codecs", _primitives)
    imports.when_imported("codecs", lambda: imports.run_as_program("codecs"))
