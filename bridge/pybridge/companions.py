"""Replaces CPython's modules by the library's companions for the code under test: `struct` and `array` here, the others
in separate files."""

import array as _real_array
import builtins
import collections.abc
import struct as _real_struct
import warnings

import _pybuffer

from . import codec_module, convert, exports, imports, integers, module_functions, reducing, streams, texts, types, wire
from .wire import Operation, Proxy, live


class Array(types.Subclassable):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        # A derived class's __init__ gets the keywords.
        return types.construct(cls, args, kwargs if cls is Array else {})

    def __init__(self, *args, **kwargs):
        pass

    __hash__ = None
    __class_getitem__ = types.generic(_real_array.array)


def _reduce_for_pickle(self, protocol):
    """The reduction for C's pickle, which would find CPython's class under the name of ours."""
    cls = None if type(self) is Array else type(self)
    return _rebuild_array, (cls, self.typecode, self.tolist()), self.__getstate__()


def _rebuild_array(cls, typecode, items):
    return Array.__new__(cls or Array, typecode, items)


def _reduce(self, protocol):
    """The reduction for the code under test: CPython's, with our classes."""
    function, arguments, _ = _real_array.array(self.typecode, self.tolist()).__reduce_ex__(protocol)
    first, *rest = arguments
    if function is _real_array.array:
        return type(self), arguments, self.__getstate__()
    return _reconstruct, (type(self), *map(convert.inward, rest)), self.__getstate__()


_HALF_FLOATS = {26: "<e", 27: ">e"}  # codes of machine formats, which rc1 mixes up


def _reconstruct(cls, typecode, code, items):
    """CPython's function reads the foreign machine format, and its array is converted to ours."""
    real_class = _real_array.array if isinstance(cls, type) and issubclass(cls, Array) else cls
    real_items = convert.outward(items)
    real = _real_array._array_reconstructor(real_class, typecode, code, real_items)
    if code in _HALF_FLOATS:
        return cls(typecode, [item for item, in _real_struct.iter_unpack(_HALF_FLOATS[code], real_items)])
    return cls(real.typecode, real.tolist())


class ArrayIterator(types.Iterator):
    __slots__ = ()
    __reduce__ = types.reduce_iterator
    __setstate__ = types.set_iterator


class _ReadOnly(property):
    """An attribute that C reads, with CPython's errors for setting and deleting it."""

    def __set__(self, owner, value):
        raise AttributeError("readonly attribute")

    def __delete__(self, owner):
        raise AttributeError("readonly attribute")


class Struct(Proxy):
    """`struct.Struct` of 3.15, where `__new__` takes the format and `__init__` may still take it, with warnings."""

    __slots__ = ("_initialised",)

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._h = 0
        self._initialised = False
        lenient = cls.__new__ is Struct.__new__
        own_init = cls.__init__ is not Struct.__init__
        if lenient and len(args) + len(kwargs) != 1:
            if not own_init:
                # Struct.__init__ complains.
                return self
            if args or kwargs:
                given = f"Struct() takes at most 1 argument ({len(args) + len(kwargs)} given)"
                warnings.warn(given, DeprecationWarning, stacklevel=2)
                return self
        try:
            self._fill(*args, **kwargs)
        except (TypeError, ValueError, _real_struct.error) as error:
            if not (lenient and own_init):
                raise
            missing = "missing required argument" in str(error)
            given = "" if missing else "Invalid 'format' argument for Struct.__new__(): "
            warnings.warn(f"{given}{error}", DeprecationWarning, stacklevel=2)
        return self

    def __init__(self, *args, **kwargs):
        first, self._initialised = not self._initialised, True
        if not self._h:
            return self._fill(*args, **kwargs)
        own_init = type(self).__init__ is not Struct.__init__
        if first and not own_init:
            return
        format = _format_of(*args, **kwargs)
        text = format.decode("latin-1") if isinstance(format, types.Bytes) else format
        if text == self.format:
            return
        if first:
            warnings.warn(_DIFFERENT, FutureWarning, stacklevel=2)
            return self._fill(*args, **kwargs)
        # Changes the object in place, because one of its methods may be running. The library warns.
        _refill(self, format)

    def _check(self):
        if not self._h:
            # `__new__` left it empty: the library has no such uninitialized object.
            raise RuntimeError("Struct object is not initialized")

    def _fill(self, *args, **kwargs):
        made = types.construct(Struct, args, kwargs)
        self._h, made._h = made._h, self._h
        live[self._h] = types._ref(self)
        if made._h:
            live[made._h] = types._ref(made)

    @_ReadOnly
    def format(self):
        """struct format string"""
        if not self._h:
            name = wire.full_name(type(self)) if type(self) is Struct else type(self).__name__
            raise AttributeError(f"'{name}' object has no attribute 'format'")
        return _format(self)

    @_ReadOnly
    def size(self):
        """struct size in bytes"""
        return _size(self) if self._h else -1

    def __sizeof__(self):
        self._check()
        return _size_in_memory(self) - types.EXCESS

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    __del__ = types.free


_DIFFERENT = "Different format arguments for __new__() and __init__() methods of Struct"
_refill = Operation("m:__init__")
_format, _size = Operation("a:format"), Operation("a:size")
_size_in_memory = Operation("m:__sizeof__")


def _format_of(*args, **kwargs):
    """The only argument; without one, raises as the constructor does."""
    if len(args) == 1 and not kwargs:
        return args[0]
    if not args and len(kwargs) == 1 and "format" in kwargs:
        return kwargs["format"]
    return types.construct(Struct, args, kwargs).format


def _checked(method):
    def checked(*args, **kwargs):
        if args and isinstance(args[0], Struct):
            args[0]._check()
        return method(*args, **kwargs)

    return checked


_next = Operation("n:")
_length = Operation("l:")


class StructIterator:
    __slots__ = ("items",)

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_struct.unpack_iterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        return _next(self.items)

    def __length_hint__(self):
        return _length(self.items)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_struct.unpack_iterator' object")


def _over(items):
    self = object.__new__(StructIterator)
    self.items = items
    return self


StructIterator.__name__ = StructIterator.__qualname__ = "unpack_iterator"
StructIterator.__module__ = "_struct"


def _iterating(plain):
    def iter_unpack(*args, **kwargs):
        return _over(plain(*args, **kwargs))

    return iter_unpack


def _function(name):
    operation = Operation("t:" + name)

    def function(*args, **kwargs):
        return operation(None, *args, **kwargs)

    function.__name__ = function.__qualname__ = name
    return function


def _iter_unpack(*args, **kwargs):
    return _over(_iter_unpack_function(None, *args, **kwargs))


_iter_unpack_function = Operation("t:iter_unpack")


def install():
    """From now on, the code under test imports our modules under these names."""
    Array._js = types.class_handle(_pybuffer.classOf("array"))
    Struct._js = types.class_handle(_pybuffer.classOf("Struct"))
    for cls in (Array, ArrayIterator, Struct):
        wire.encodes_as_handle(cls)
    types.iterators[Array] = ArrayIterator
    types.made_by_name["array.array"] = Array
    types.made_by_name["_struct.Struct"] = types.made_by_name["Struct"] = Struct
    types.ours += (Array,)
    reducing.built_in.append(Array)
    types.fill(Array, _real_array.array)
    Array.__reduce_ex__ = types.for_c(_reduce_for_pickle, _reduce)
    for name in ("pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "__repr__"):
        made = _checked(types.method(Struct, name))
        if name == "iter_unpack":
            made = _iterating(made)
        setattr(Struct, name, types.described(made, getattr(_real_struct.Struct, name)))
    for cls, name, module in ((Array, "array", "array"), (ArrayIterator, "arrayiterator", "array"), (Struct, "Struct", "_struct")):
        cls.__name__ = cls.__qualname__ = name
        cls.__module__ = module
        exports.name_in_c(cls, f"{module}.{name}")
    exports.name_in_c(StructIterator, "_struct.unpack_iterator")
    Struct.__doc__ = _real_struct.Struct.__doc__

    collections.abc.MutableSequence.register(Array)
    for cls in (Array, ArrayIterator, Struct, StructIterator):
        exports.make_immutable(cls)
    imports.instead["array"] = imports.module(
        "array", _real_array, array=Array, ArrayType=Array, typecodes=_real_array.typecodes, _array_reconstructor=_reconstruct
    )
    functions = {name: _function(name) for name in ("pack", "pack_into", "unpack", "unpack_from", "calcsize")}
    imports.instead["struct"] = imports.instead["_struct"] = imports.module(
        "struct", _real_struct, Struct=Struct, error=_real_struct.error, iter_unpack=_iter_unpack, _clearcache=lambda: None,
        **functions,
    )
    streams.install()
    integers.install()
    texts.install()
    codec_module.install()
    module_functions.install()
