"""`io.BytesIO` of the library in the place of CPython's, for the code under test."""

import io as _real_io

import _pybuffer

from . import convert, exports, imports, types, wire
from .wire import Operation


class BytesIO(types.Subclassable):
    __slots__ = ("_fresh", "__dict__")

    def __new__(*args, **kwargs):
        cls = types._new_of(BytesIO, args)
        if cls is BytesIO:
            # Made and filled with one crossing; the first __init__ has nothing left to do.
            self = types.construct(cls, args[1:], kwargs)
            self._fresh = True
            return self
        return types.construct(cls, (), {})

    def __init__(self, *args, **kwargs):
        if getattr(self, "_fresh", False):
            self._fresh = False
            return
        _initialise(self, *args, **kwargs)

    def __iter__(self):
        return _iter(self)

    def __next__(self):
        return _next(self)

    def __enter__(self):
        _enter(self)
        return self

    def __getstate__(self):
        content, position, _ = _state(self)
        return content, position, dict(self.__dict__) or None

    def __setstate__(self, state):
        _set_state(self, state)
        if state[2] is not None:
            self.__dict__.update(state[2])


_initialise, _state, _set_state = Operation("m:__init__"), Operation("m:__getstate__"), Operation("m:__setstate__")
_iter, _next, _enter = Operation("m:__iter__"), Operation("m:__next__"), Operation("m:__enter__")


def _reduce_for_pickle(self, protocol):
    """What C's pickle gets: it finds classes by their names, under which it would find its own."""
    cls = None if type(self) is BytesIO else type(self)
    return _rebuild, (cls,), self.__getstate__()


def _rebuild(cls):
    cls = cls or BytesIO
    return cls.__new__(cls)


def _reduce(self, protocol):
    """What the code under test gets: as `object` says it."""
    return object.__reduce_ex__(self, protocol)


_FROM_PYTHON = {
    "__new__", "__init__", "__iter__", "__next__", "__enter__", "__getstate__", "__setstate__", "__doc__", "__dict__",
    "__weakref__", "__del__", "__getattribute__", "__setattr__", "__delattr__",
}


def _fill(cls):
    """Gives the class every name that CPython's has, inherited ones too."""
    for base in reversed(_real_io.BytesIO.__mro__[:-1]):
        for name, value in base.__dict__.items():
            if name in _FROM_PYTHON:
                continue
            kind = type(value).__name__
            if kind == "getset_descriptor":
                setattr(cls, name, types.attribute(name))
            elif kind == "method_descriptor":
                setattr(cls, name, types._view_method(cls, name) if name == "getbuffer" else types.method(cls, name))
                getattr(cls, name).__doc__ = value.__doc__
    cls.__doc__ = _real_io.BytesIO.__doc__
    cls.__sizeof__ = types._sizeof(cls, _real_io.BytesIO)


def install():
    """From now on, the code under test imports `io` with our BytesIO."""
    BytesIO._js = types.class_handle(_pybuffer.classOf("BytesIO"))
    wire.encodes_as_handle(BytesIO)
    _fill(BytesIO)
    BytesIO.__reduce_ex__ = types.for_c(_reduce_for_pickle, _reduce)
    BytesIO.__qualname__ = "BytesIO"
    BytesIO.__module__ = "_io"
    exports.name_in_c(BytesIO, "_io.BytesIO")
    types.ours += (BytesIO,)
    types.made_by_name["_io.BytesIO"] = types.made_by_name["BytesIO"] = BytesIO
    _real_io.BufferedIOBase.register(BytesIO)
    names = {**vars(_real_io), "BytesIO": BytesIO}
    imports.instead["io"] = imports.module("io", _real_io, **names)
    exports.make_immutable(BytesIO)
