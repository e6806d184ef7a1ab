"""`io.BytesIO` of the library instead of CPython's, for the code under test."""

import io as _real_io

import _pybuffer

from . import exports, imports, reducing, types, wire
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


_initialise = Operation("m:__init__")


def _entering(plain):
    def __enter__(*args, **kwargs):
        plain(*args, **kwargs)
        return args[0]

    return __enter__


def _getting_state(plain):
    """`__getstate__` with the object's attributes, which Python keeps and the library does not know."""

    def __getstate__(*args, **kwargs):
        content, position, _ = plain(*args, **kwargs)
        return content, position, dict(args[0].__dict__) or None

    return __getstate__


def _setting_state(plain):
    def __setstate__(*args, **kwargs):
        plain(*args, **kwargs)
        attributes = args[1][2]
        if attributes is not None:
            args[0].__dict__.update(attributes)

    return __setstate__


def _reduce_for_pickle(self, protocol):
    """The reduction for C's pickle, which would find CPython's class under the name of ours."""
    cls = None if type(self) is BytesIO else type(self)
    return _rebuild, (cls,), self.__getstate__()


def _rebuild(cls):
    cls = cls or BytesIO
    return cls.__new__(cls)


_FROM_PYTHON = {
    "__new__", "__init__", "__doc__", "__dict__", "__weakref__", "__del__", "__getattribute__", "__setattr__", "__delattr__",
}
_AROUND = {
    "getbuffer": types.keeping, "__enter__": _entering, "__getstate__": _getting_state, "__setstate__": _setting_state,
}


def _fill(cls):
    """Gives the class every name that CPython's has, including inherited ones."""
    for base in reversed(_real_io.BytesIO.__mro__[:-1]):
        for name, value in base.__dict__.items():
            if name in _FROM_PYTHON:
                continue
            kind = type(value).__name__
            if kind == "getset_descriptor":
                setattr(cls, name, types.attribute(name, value.__doc__))
            elif kind in ("method_descriptor", "wrapper_descriptor"):
                made = (types.slot if kind == "wrapper_descriptor" else types.method)(cls, name)
                around = _AROUND.get(name)
                setattr(cls, name, types.described(made if around is None else around(made), value))
    cls.__doc__ = _real_io.BytesIO.__doc__
    cls.__sizeof__ = types._sizeof(cls, _real_io.BytesIO)


def install():
    """Makes the code under test import `io` with our BytesIO, from now on."""
    BytesIO._js = types.class_handle(_pybuffer.classOf("BytesIO"))
    wire.encodes_as_handle(BytesIO)
    _fill(BytesIO)
    BytesIO.__reduce_ex__ = types.for_c(_reduce_for_pickle, object.__reduce_ex__)
    BytesIO.__qualname__ = "BytesIO"
    BytesIO.__module__ = "_io"
    exports.name_in_c(BytesIO, "_io.BytesIO")
    types.ours += (BytesIO,)
    reducing.built_in.append(BytesIO)
    types.made_by_name["_io.BytesIO"] = types.made_by_name["BytesIO"] = BytesIO
    _real_io.BufferedIOBase.register(BytesIO)
    names = {**vars(_real_io), "BytesIO": BytesIO}
    imports.instead["io"] = imports.module("io", _real_io, **names)
    exports.make_immutable(BytesIO)
