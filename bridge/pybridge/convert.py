"""Converts between the code under test and CPython: real bytes to ours, and ours to the types that C insists on."""

import array
import builtins
import codecs
import gc
import json
import operator
import pickle
import random
import struct
import sys
import types

import _testbuffer

from . import exports, types as ours, wire
from .wire import Operation

_bytes, _bytearray, _memoryview = builtins.bytes, builtins.bytearray, builtins.memoryview
Bytes, ByteArray, MemoryView = ours.Bytes, ours.ByteArray, ours.MemoryView

_REAL_TYPES = {_bytes: Bytes, _bytearray: ByteArray, _memoryview: MemoryView}
_SEEN_AS = {**_REAL_TYPES, wire.Proxy: object, ours.Subclassable: object}


# ---------------------------------------------------------------- inwards: C's values become ours

def _from_bytes(value):
    return ours._new(Bytes, exports.from_real_bytes(Bytes._js, value))


def _encode_real(value, flat):
    """Real bytes as an argument, from Python code that is not under test."""
    proxy = _from_bytes(value)
    wire.keep(proxy)
    flat.append(proxy._h)
    return "h"


wire.encodes_by(_bytes, _encode_real)


def _from_bytearray(value):
    return ByteArray(_from_bytes(_bytes(value)))


def _from_memoryview(value):
    lender = exports.lender_of(value)
    if lender is not None and type(lender) is MemoryView:
        return lender
    view = MemoryView(value)
    return view


def _from_tuple(value):
    for item in value:
        if type(item) in _INWARD:
            seen = [inward(item) for item in value]
            if all(map(operator.is_, seen, value)):
                return value
            # The bases of the proxies are hidden behind `object`, which is the last of all bases.
            while seen.count(object) > 1 and any(map(_is_hidden, value)):
                seen.remove(object)
            return tuple(seen)
    return value


def _is_hidden(item):
    return item is wire.Proxy or item is ours.Subclassable


def _from_list(value):
    # Searching a long list at each use would make a loop over it quadratic.
    known = _known_until(value) if len(value) > _LONG else 0
    for i in range(known, len(value)):
        item = value[i]
        if type(item) in _INWARD:
            # A list may contain itself.
            if type(item) is list or type(item) is tuple:
                if id(value) in _running:
                    return value
                _running.add(id(value))
            hidden = type(item) is type and any(map(_is_hidden, value))
            try:
                value[i] = inward(item)
            finally:
                _running.discard(id(value))
            if hidden:
                value[:] = _from_tuple(tuple(value))
                break
    if len(value) > _LONG:
        _known[id(value)] = len(value), id(value[0]), id(value[-1])
    return value


_LONG = 200
_running = set()
# The long lists already searched, by id, so that this table does not keep them alive.
_known = {}


def _known_until(value):
    """The number of items of a list already searched: all, if it only grew or shrank since."""
    if len(_known) > 1000:
        _known.clear()
    length, first, last = _known.get(id(value), (0, 0, 0))
    if id(value[0]) != first or length <= len(value) and id(value[length - 1]) != last:
        return 0
    return min(length, len(value))


def _from_type(value):
    return _SEEN_AS.get(value, value)


class _Probe:
    def __buffer__(self, flags):
        return _memoryview(b"")


def _wrapper_type():
    """The type of the wrapper between a class with `__buffer__` and C, which cannot be imported by name."""
    return type(_memoryview(_Probe()).obj)


def _from_wrapper(value):
    """C sees our object through a wrapper; the code under test must see the object."""
    for referent in gc.get_referents(value):
        if isinstance(referent, wire.Proxy):
            return referent
    return value


_INWARD = {
    _bytes: _from_bytes,
    _bytearray: _from_bytearray,
    _memoryview: _from_memoryview,
    tuple: _from_tuple,
    list: _from_list,
    type: _from_type,
    _wrapper_type(): _from_wrapper,
}
_inward_of = _INWARD.get


def _owner_of_real(view):
    """The owner that a real view names, False for none; for a lent view, the object that lent it."""
    if view.obj is None:
        return False
    lender = exports.lender_of(view.obj)
    return inward(view.obj) if lender is None else lender


wire.knows_real_views(_memoryview, _owner_of_real, exports.lender_of)


def inward(value):
    """A value as the code under test may see it."""
    convert = _inward_of(type(value))
    return value if convert is None else convert(value)


_TRANSPARENT = {list, tuple, range, dict, set, str, enumerate, types.GeneratorType, zip, Bytes, ByteArray, MemoryView}


def iterating(value):
    """The iterable for a `for` of the code under test."""
    if type(value) in _TRANSPARENT or isinstance(value, wire.Proxy):
        return inward(value)
    return map(inward, value)


# ---------------------------------------------------------------- outwards: the types that C insists on

def outward(value):
    """Converts our bytes to real bytes, also inside lists, tuples and dicts; leaves other values alone."""
    cls = type(value)
    if issubclass(cls, Bytes):
        return exports.real_bytes(value)
    if cls is tuple or cls is list:
        return cls([outward(item) for item in value]) if any(map(_needs, value)) else value
    if cls is dict and (any(map(_needs, value)) or any(map(_needs, value.values()))):
        return {outward(key): outward(item) for key, item in value.items()}
    if cls is type:
        return _TO_REAL.get(value, value)
    return value


_TO_REAL = {Bytes: _bytes, ByteArray: _bytearray, MemoryView: _memoryview}


def _needs(value):
    return isinstance(value, (Bytes, list, tuple))


def _adapt(function):
    def adapted(*args, **kwargs):
        return function(
            *[outward(arg) for arg in args], **{name: outward(arg) for name, arg in kwargs.items()}
        )

    return adapted


# The built-in name by which the code under test calls `callee`. No source can contain it.
CALLEE = "<callee>"
# Modules whose functions, classes and methods require CPython's own bytes.
_INSISTING = {
    "_struct", "struct", "_testbuffer", "array", "re", "_sre", "_codecs", "codecs", "zlib", "binascii",
    "_io", "io", "os", "posix", "_testcapi", "_testlimitedcapi", "_ctypes", "ctypes", "hashlib", "_hashlib", "_md5",
    "_sha1", "_sha2", "marshal", "base64", "tempfile", "test.support.os_helper", "nt", "sys", "unicodedata", "_testinternalcapi",
    "posixpath", "genericpath", "uuid", "urllib.parse", "ipaddress", "hmac", "quopri",
}
_BUILTIN = types.BuiltinFunctionType
_BY_NAME = {"assertRaises", "assertRaisesRegex", "assertWarns"}
# Types in C that name no module.
_INSISTING_TYPES = {_testbuffer.ndarray, _testbuffer.staticarray, array.array}


def _is_under_test(made):
    """Whether a function or a class is of the code under test, whose modules may have the names of any others."""
    if type(made) is types.FunctionType:
        return CALLEE in made.__builtins__
    if not isinstance(made, type):
        return False
    # The module tells it of classes without functions of their own. Modules that imports.py runs as programs are not in
    # sys.modules.
    module = sys.modules.get(made.__module__)
    if module is not None and CALLEE in vars(module).get("__builtins__", ()):
        return True
    return any(type(each) is types.FunctionType and _is_under_test(each) for each in vars(made).values())


def _of_insisting_module(made):
    """Whether a function or a class is of one of these modules, and not of a program with the same name."""
    return made.__module__ in _INSISTING and not _is_under_test(made)


def _insists(cls):
    """Whether a type is a C type that requires CPython's own bytes."""
    return cls in _INSISTING_TYPES or _of_insisting_module(cls) or (
        any(base in _INSISTING_TYPES for base in cls.__mro__)
    )


_derives = {}


def _derives_from_insisting(cls):
    """Whether a class inherits C methods from a type that requires CPython's own bytes."""
    answer = _derives.get(cls)
    if answer is None:
        answer = _derives[cls] = not issubclass(cls, wire.Proxy) and any(map(_insists, cls.__mro__[:-1]))
    return answer


def _copied(value):
    """Like outward, but converts a bytearray as well, for C code that only reads it and requires its own."""
    return _bytearray(exports.real_bytes(value)) if isinstance(value, ByteArray) else outward(value)


def _adapt_copying(function, first=0):
    """A function in C that reads bytearrays from its argument number `first` on."""

    def adapted(*args, **kwargs):
        real = [_copied(arg) if i >= first else outward(arg) for i, arg in enumerate(args)]
        return function(*real, **{name: _copied(arg) for name, arg in kwargs.items()})

    return adapted


def _adapt_lending(function):
    """A C type that re-exports what it views: it gets a view instead of our object."""

    def adapted(source, *args, **kwargs):
        if isinstance(source, wire.Proxy) and kwargs.get("flags", 0) & _testbuffer.ND_REDIRECT:
            source = exports.lend_until_dropped(source)
        return function(*map(outward, (source, *args)), **{name: outward(arg) for name, arg in kwargs.items()})

    return adapted


def _pickle_buffer(source):
    if isinstance(source, wire.Proxy):
        source = exports.lend_until_dropped(source)
    return pickle.PickleBuffer(source)


def _written_in_python(cls):
    return any(type(getattr(cls, name)) is types.FunctionType for name in ("__new__", "__init__"))


# Functions that map a built-in method to its replacement for the code under test, or to None.
built_in_methods = []


def adapt(function, instead):
    """From now on, calls of the C function `function` by the code under test call `instead`."""
    _ADAPTED[function] = instead


def callee(function):
    """The replacement of `function` for the code under test."""
    cls = type(function)
    if cls is _BUILTIN:
        for find in built_in_methods:
            instead = find(function)
            if instead is not None:
                return instead
        owner = function.__self__
        if owner is None or type(owner) is types.ModuleType:
            if function in _ADAPTED:
                return _ADAPTED[function]
            return _adapt(function) if _of_insisting_module(function) else function
        if owner is int and function.__name__ == "from_bytes":
            return _adapt(function)
        if type(owner) is struct.Struct and function.__name__ in ("pack", "pack_into"):
            return _adapt_copying(function, 2 if function.__name__ == "pack_into" else 0)
        if _derives_from_insisting(type(owner)) or (isinstance(owner, type) and _derives_from_insisting(owner)):
            return _adapt(function)
        return function
    if cls is types.FunctionType:
        if function is json.loads:
            return _adapt_copying(function)
        if "__written__" in function.__dict__:
            return function.__written__
        return _adapt(function) if _of_insisting_module(function) else function
    if cls is types.MethodType:
        if function.__name__ == "seed" and isinstance(function.__self__, random.Random):
            return _seed(function)
        written = getattr(function.__func__, "__written__", None)
        if written is not None:
            return types.MethodType(written, function.__self__)
        if function.__name__ in _BY_NAME:
            return _adapt_callables(function)
        if _insists(type(function.__self__)):
            return _adapt(function)
        return function
    if isinstance(function, type):
        if function is str:
            return _str
        if function in _REAL_TYPES:
            return _REAL_TYPES[function]
        if function in (random.Random, random.SystemRandom):
            return _adapt_copying(function)
        if issubclass(function, array.array) or function in (int, float, complex):
            return function if _written_in_python(function) else _adapt_copying(function)
        if function is _testbuffer.ndarray:
            return _adapt_lending(function)
        if function is pickle.PickleBuffer:
            return _pickle_buffer
        if _derives_from_insisting(function) and not issubclass(function, BaseException):
            if not _written_in_python(function) or _of_insisting_module(function):
                return _adapt(function)
        return function
    if cls is types.MethodWrapperType:
        return _adapt(function) if _derives_from_insisting(type(function.__self__)) else function
    if cls is types.WrapperDescriptorType or cls is types.MethodDescriptorType:
        return _adapt(function) if _derives_from_insisting(function.__objclass__) else function
    return _adapt(function) if _insists(cls) else function


def _adapt_callables(function):
    """A function that calls its argument, which must be adapted then."""

    def adapted(*args, **kwargs):
        return function(*[callee(arg) if callable(arg) and not isinstance(arg, type) else arg for arg in args], **kwargs)

    return adapted


def _seed(generator):
    """`random` meets our bytes only in its seed, which must be CPython's own."""
    return lambda a=None, version=2: generator(outward(_copied(a)), version)


def _ord(value):
    return ord(_copied(value))


def _str(*args, **kwargs):
    """When `str` decodes, it reads byte strings without asking for their buffers."""
    if len(args) + len(kwargs) > 1 and args and isinstance(args[0], Bytes):
        args = outward(args[0]), *args[1:]
    return str(*args, **kwargs)


def _sum(*args, **kwargs):
    """`sum` refuses a byte string as the start only if it is CPython's own."""
    return sum(*args[:1], *map(_copied, args[1:]), **{name: _copied(value) for name, value in kwargs.items()})


def _overrides(value, name):
    """Whether the class of one of our objects overrides a method."""
    found = getattr(type(value), name, None)
    return type(found) is types.FunctionType and "__written__" not in found.__dict__


_concat, _iconcat = Operation("o:concat"), Operation("o:iconcat")


def _concatenated(real, in_place):
    """`operator.concat` and `iconcat`: in C they use slots for sequences, which no class written in Python has."""

    def concat(*args):
        if len(args) != 2 or not isinstance(args[0], wire.Proxy):
            return real(*args)
        if in_place and not _overrides(args[0], "__iadd__"):
            return _iconcat(*args)
        return real(*args) if _overrides(args[0], "__add__") else _concat(*args)

    return concat


def _hash(value):
    """`hash`: an `ndarray` hashes like its bytes, so here like ours, whose hash function is not that of Pyodide's build."""
    number = hash(value)
    return hash(_from_bytes(value.tobytes())) if type(value) is _testbuffer.ndarray else number


def register_error(name, handler):
    codecs.register_error(name, handler)
    wire.register_error(name, handler)


_ADAPTED = {
    operator.concat: _concatenated(operator.concat, False), operator.iconcat: _concatenated(operator.iconcat, True),
    operator.imul: lambda *args: operator.imul(args[0], factor(*args)) if len(args) == 2 else operator.imul(*args),
    ord: _ord, hash: _hash, sum: _sum, codecs.register_error: register_error, struct.pack: _adapt_copying(struct.pack, 1), struct.pack_into: _adapt_copying(struct.pack_into, 3),
}


_imul = Operation("o:imul")


_HEAP_TYPE = 1 << 9  # Py_TPFLAGS_HEAPTYPE


def factor(target, value):
    """The right side of `target *= value`. C takes a memoryview, and every object of a Python class, for a sequence.

    None of these can be repeated, so the right side is asked only if its class overrides `__rmul__`.
    """
    if isinstance(value, wire.Proxy):
        cls = type(target)
        if cls is MemoryView:
            _imul(target, value)
        repeats = isinstance(target, wire.Proxy) or hasattr(cls, "__mul__") or hasattr(cls, "__imul__")
        if cls.__flags__ & _HEAP_TYPE and not repeats and not _overrides(value, "__rmul__"):
            names = wire.name_in_c(cls), wire.name_in_c(type(value))
            raise TypeError("unsupported operand type(s) for *=: '%s' and '%s'" % names)
    return value


class _Target:
    """The left side of `target[key] = value` or `target.name = value`, for a target whose type is written in C."""

    __slots__ = ("target",)

    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __setitem__(self, key, value):
        self.target[key] = outward(value)

    def __setattr__(self, name, value):
        setattr(self.target, name, outward(value))


def assigned_in(target):
    """The target of an assignment by the code under test to an item or attribute of `target`."""
    # C requires its own bytes in an exception that a codec error handler has changed.
    insists = isinstance(target, UnicodeError) or _derives_from_insisting(type(target))
    return _Target(target) if insists else target


def special_buffer(function):
    """`__buffer__` written in the code under test: C gets the real view that it requires."""

    def for_c(self, flags):
        view = function(self, flags)
        return view if type(view) is not MemoryView else _lent(view, flags)

    for_c.__written__ = function
    for_c.__name__ = function.__name__
    for_c.__qualname__ = function.__qualname__
    return for_c


_lent_views = {}


def _lent(view, flags):
    real = exports.lend(view, flags)
    _lent_views[id(real)] = real
    return real


def _is_of(lender, owner):
    return lender is owner or type(lender) is MemoryView and lender.obj is owner


def special_release(function):
    """`__release_buffer__` written in the code under test: it gets back the view that it lent."""

    def for_c(self, view):
        lender = exports.lender_of(view)
        if lender is None:
            return function(self, inward(view))
        _lent_views.pop(id(view), None)
        exports.give_back(lender, view)
        # The library itself reports the release of its own memory to the object.
        if not _is_of(lender, self):
            function(self, lender)

    for_c.__written__ = function
    for_c.__name__ = function.__name__
    for_c.__qualname__ = function.__qualname__
    return for_c
