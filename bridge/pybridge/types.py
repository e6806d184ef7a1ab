"""The proxies: classes that replace bytes, bytearray and memoryview in the code under test."""

import array
import builtins
import collections
import collections.abc
import copy
import types as _types

import _pybuffer

from . import exports, reducing, wire
from .wire import Operation, Proxy, live

import weakref

_ref = weakref.ref

_bytes, _bytearray, _memoryview = builtins.bytes, builtins.bytearray, builtins.memoryview

KIND_BYTES, KIND_BYTEARRAY, KIND_MEMORYVIEW, KIND_OTHER = range(4)


def _new(cls, handle):
    self = object.__new__(cls)
    self._h = handle
    live[handle] = _ref(self)
    return self


def _is_proxy_of(entry, self):
    proxy = entry()
    return proxy is None or proxy is self


def free(self):
    try:
        handle = self._h
    except AttributeError:
        return
    entry = live.get(handle)
    if entry is None or not _is_proxy_of(entry, self):
        return
    del live[handle]
    wire.free(handle)


def _receiver(cls_name, name, args):
    """Raises as CPython does for a method called without its object."""
    if not args:
        raise TypeError(f"unbound method {cls_name}.{name}() needs an argument")
    raise TypeError(
        f"descriptor '{name}' for '{cls_name}' objects doesn't apply to a '{type(args[0]).__name__}' object"
    )


def method(cls, name):
    operation = Operation("m:" + name)
    cls_name = cls.__name__

    def call(*args, **kwargs):
        if not args or not isinstance(args[0], cls):
            _receiver(cls_name, name, args)
        return operation(*args, **kwargs)

    call.__name__ = name
    call.__qualname__ = f"{cls_name}.{name}"
    call.__module__ = "builtins"
    return call


def slot(cls, name):
    operation = Operation("m:" + name)

    def slot(*args, **kwargs):
        if not args:
            raise TypeError(f"descriptor '{name}' of '{cls.__name__}' object needs an argument")
        if not isinstance(args[0], cls):
            raise TypeError(
                f"descriptor '{name}' requires a '{cls.__name__}' object but received a '{type(args[0]).__name__}'"
            )
        if kwargs:
            raise TypeError(f"wrapper {name}() takes no keyword arguments")
        return operation(*args)

    slot.__name__ = name
    slot.__qualname__ = f"{cls.__name__}.{name}"
    return slot


def _releasing(plain):
    """A method that releases a view, which then no longer keeps its exporter alive."""

    def releasing(*args, **kwargs):
        value = plain(*args, **kwargs)
        args[0]._owner = None
        return value

    return releasing


def keeping(plain):
    """A method that may return a view: the view keeps its exporter's proxy alive, as CPython's does."""

    def keeping(*args, **kwargs):
        value = plain(*args, **kwargs)
        if type(value) is MemoryView and not hasattr(value, "_owner"):
            value._owner = getattr(args[0], "_owner", None) if type(args[0]) is MemoryView else args[0]
        return value

    return keeping


def described(made, real):
    """Gives a function, and the one that the code under test gets in its place, the names and docstring of CPython's."""
    written = getattr(made, "__written__", made)
    for function in (made, written) if type(written) is _types.FunctionType else (made,):
        function.__name__, function.__qualname__, function.__doc__ = real.__name__, real.__qualname__, real.__doc__
    return made


def without_arguments(function, real):
    """A method without parameters, which refuses arguments as CPython's `real` does."""
    name = real.__qualname__

    def checked(*args, **kwargs):
        if not args:
            raise TypeError(f"unbound method {name}() needs an argument")
        if kwargs:
            raise TypeError(f"{name}() takes no keyword arguments")
        if len(args) > 1:
            raise TypeError(f"{name}() takes no arguments ({len(args) - 1} given)")
        return function(args[0])

    return described(checked, real)


def generic(real):
    """`__class_getitem__` of a class that replaces one of CPython's."""
    name = real.__name__

    def __class_getitem__(cls, *args, **kwargs):
        if kwargs:
            raise TypeError(f"{name}.__class_getitem__() takes no keyword arguments")
        if len(args) != 1:
            raise TypeError(f"{name}.__class_getitem__() takes exactly one argument ({len(args)} given)")
        return _types.GenericAlias(cls, args[0])

    return classmethod(described(__class_getitem__, real.__class_getitem__))


def attribute(name, doc=None):
    get, set = Operation("a:" + name), Operation("s:" + name)
    # An attribute that cannot be set cannot be deleted either, with the same message.
    return property(lambda self: get(self), lambda self, value: set(self, value), lambda self: set(self, None), doc)


_construct = Operation("c:")


def _class_of(cls):
    """The JavaScript class of a Python class."""
    # A class may make instances before it is complete, as an enum makes its members.
    return cls.__dict__["_js"] if "_js" in cls.__dict__ else _derive(cls)


def _derive(cls):
    base = next(b for b in cls.__mro__[1:] if "_js" in b.__dict__)
    inherited = [getattr(b, name, wire) for b in ours for name in _OVERRIDABLE]
    names = [n for n in _OVERRIDABLE if getattr(cls, n, wire) not in inherited]
    numbers = ",".join(wire.ability(cls, n) for n in names)
    cls._js = class_handle(_pybuffer.subclass(_class_of(base)._h, cls.__name__, wire.full_name(cls), numbers))
    wire.encodes_as_handle(cls)
    return cls._js


def construct(cls, args, kwargs):
    """Makes an object of the given class, or returns an existing one if the library does."""
    value = _construct(_class_of(cls), *args, **kwargs)
    if isinstance(value, cls):
        return value
    if isinstance(value, Proxy):
        # A subclass: the proxy was made for the base class, since the library knows no Python class.
        handle = value._h
        value._h = 0
        return _new(cls, handle)
    raise wire.BridgeError(f"a constructor returned {type(value)}")


class ClassHandle(Proxy):
    """A class in JavaScript."""

    __slots__ = ()


wire.encodes_as_handle(ClassHandle)


def class_handle(number):
    handle = object.__new__(ClassHandle)
    handle._h = number
    return handle


# The methods that CPython looks up on the type of a subclass's instance.
_OVERRIDABLE = "__index__ __bytes__ __buffer__ __release_buffer__ __iter__ __len__ __getitem__ __eq__ __float__ __int__ __repr__".split()


class Subclassable(Proxy):
    """The base of the types that Python classes can derive from."""

    __slots__ = ()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if not any("_js" in base.__dict__ for base in cls.__mro__):
            return
        if issubclass(cls, Bytes) and issubclass(cls, ByteArray):
            raise TypeError("multiple bases have instance lay-out conflict")
        if issubclass(cls, Bytes) and set(cls.__dict__.get("__slots__", ())) - {"__dict__"}:
            raise TypeError("arbitrary __slots__ not supported for subtype of 'bytes'")
        _class_of(cls)

    __del__ = free


def _state_of(self):
    """`__getstate__` without the slots of the proxies, which do not belong to the object."""
    state = object.__getstate__(self)
    if type(state) is not tuple:
        return state
    names, slots = state
    slots = {name: value for name, value in slots.items() if name not in _SLOTS}
    return (names, slots) if slots else names


_SLOTS = {"_h", "_fresh", "_owner", "sequence", "index", "_initialised"}
Proxy.__getstate__ = without_arguments(_state_of, object.__getstate__)


def _from_hex(base):
    @classmethod
    def fromhex(*args, **kwargs):
        cls, *args = args
        # A subclass makes its instance from bytes.
        value = _fromhex(_class_of(base if cls is base else Bytes), *args, **kwargs)
        return value if cls is base else cls(value)

    return fromhex


_fromhex = Operation("m:fromhex")
_maketrans = Operation("m:maketrans")


def _new_of(base, args):
    """The class that `__new__` was called for, or CPython's error."""
    name = f"{base.__name__}.__new__"
    if not args:
        raise TypeError(f"{name}(): not enough arguments")
    cls = args[0]
    if not isinstance(cls, type):
        raise TypeError(f"{name}(X): X is not a type object ({type(cls).__name__})")
    if not issubclass(cls, base):
        raise TypeError(f"{name}({cls.__name__}): {cls.__name__} is not a subtype of {base.__name__}")
    return cls


class Bytes(Subclassable):
    __slots__ = ()

    def __new__(*args, **kwargs):
        cls = _new_of(Bytes, args)
        args = args[1:]
        if len(args) == 1 and isinstance(args[0], (str, int)) and not kwargs and wire.has_bytes(type(args[0])):
            args = (wire.AsObject(args[0]),)
        return construct(cls, args, kwargs)

    def __init__(self, *args, **kwargs):
        pass

    @staticmethod
    def maketrans(*args, **kwargs):
        return _maketrans(_class_of(Bytes), *args, **kwargs)



def _reduce_bytes(self, protocol):
    """`__reduce_ex__` for C's pickle."""
    if type(self) is Bytes:
        return _make_bytes, (exports.real_bytes(self),)
    state = self.__getstate__()
    return _rebuild, (type(self), exports.real_bytes(self)), state


# Functions, because CPython's pickle would find its own classes under the names of ours.
def _make_bytes(content):
    return Bytes(content)


def _make_bytearray(content):
    return ByteArray(content)


def _rebuild(cls, content):
    return Bytes.__new__(cls, content)


class ByteArray(Subclassable):
    __slots__ = ("_fresh",)

    def __new__(*args, **kwargs):
        cls = _new_of(ByteArray, args)
        if cls is ByteArray:
            # Made and filled with one crossing; the first __init__ has nothing left to do.
            self = construct(cls, args[1:], kwargs)
            self._fresh = True
            return self
        return construct(cls, (), {})

    def __init__(self, *args, **kwargs):
        if getattr(self, "_fresh", False):
            self._fresh = False
            return
        _initialise(self, *args, **kwargs)

    @staticmethod
    def maketrans(*args, **kwargs):
        return _maketrans(_class_of(ByteArray), *args, **kwargs)

    __hash__ = None


def _reduce_bytearray(self, protocol=0):
    """`__reduce_ex__`, and `__reduce__` without a protocol."""
    if protocol < 3:
        return type(self), (str(exports.real_bytes(self), "latin-1"), "latin-1"), self.__getstate__()
    return type(self), (Bytes(self),), self.__getstate__()


def _reduce_bytearray_for_pickle(self, protocol):
    if type(self) is ByteArray:
        return _make_bytearray, (exports.real_bytes(self),)
    if protocol < 3:
        return _reduce_bytearray(self, protocol)
    return type(self), (exports.real_bytes(self),), self.__getstate__()


_initialise = Operation("m:__init__")


class MemoryView(Proxy):
    __slots__ = ("_owner",)

    def __new__(cls, *args, **kwargs):
        self = construct(cls, args, kwargs)
        self._owner = args[0] if args else kwargs.get("object")
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'memoryview' is not an acceptable base type")

    @classmethod
    def _from_flags(cls, *args, **kwargs):
        value = _from_flags(_class_of(cls), *args, **kwargs)
        value._owner = args[0] if args else kwargs.get("object")
        return value

    __class_getitem__ = generic(_memoryview)
    __del__ = free


_from_flags = Operation("m:_from_flags")


class Iterator(Proxy):
    """The base of the iterators: the library's iterator yields the items; pickling and length hints use `sequence` and `index`."""

    __slots__ = ("sequence", "index")

    def __new__(cls, *args, **kwargs):
        module = "" if cls.__module__ == "builtins" else f"{cls.__module__}."
        raise TypeError(f"cannot create '{module}{cls.__name__}' instances")

    def __iter__(self):
        return self

    def __next__(self):
        try:
            value = _next(self)
        except StopIteration:
            # An exhausted iterator releases its sequence.
            self.sequence = None
            raise
        self.index += 1
        return value

    __del__ = free


_next = Operation("n:")


def length_hint(self):
    return 0 if self.sequence is None else max(len(self.sequence) - self.index, 0)


def reduce_iterator(self):
    if self.sequence is None:
        return iter, ((),)
    return iter, (self.sequence,), self.index


def set_iterator(self, index):
    sequence = self.sequence
    if sequence is None:
        return
    fresh = _iter(sequence)
    self._h, fresh._h = fresh._h, self._h
    live[self._h], live[fresh._h] = _ref(self), _ref(fresh)
    self.index = 0
    for _ in range(min(max(index, 0), len(sequence))):
        next(self)


_iter = Operation("m:__iter__")


class BytesIterator(Iterator):
    __slots__ = ()
    __length_hint__ = length_hint
    __reduce__ = reduce_iterator
    __setstate__ = set_iterator


class ByteArrayIterator(Iterator):
    __slots__ = ()
    __length_hint__ = length_hint
    __reduce__ = reduce_iterator
    __setstate__ = set_iterator


class MemoryIterator(Iterator):
    __slots__ = ()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'memory_iterator' object")


class Other(Proxy):
    """Any other object of the library, of which Python only needs to know that it exists."""

    __slots__ = ()
    __del__ = free


for _cls in (Bytes, ByteArray, MemoryView, BytesIterator, ByteArrayIterator, MemoryIterator, Other):
    wire.encodes_as_handle(_cls)
for _cls in (_bytes, Bytes, ByteArray, MemoryView):
    wire.is_plain(_cls)

for _cls, _name in (
    (Bytes, "bytes"),
    (ByteArray, "bytearray"),
    (MemoryView, "memoryview"),
    (BytesIterator, "bytes_iterator"),
    (ByteArrayIterator, "bytearray_iterator"),
    (MemoryIterator, "memory_iterator"),
):
    _cls.__module__ = "builtins"
    _cls.__name__ = _cls.__qualname__ = _name

iterators = {Bytes: BytesIterator, ByteArray: ByteArrayIterator, MemoryView: MemoryIterator}


def _make_iter(cls):
    iterator_class = iterators[cls]

    plain = slot(cls, "__iter__")

    def __iter__(*args, **kwargs):
        value = plain(*args, **kwargs)
        handle, value._h = value._h, 0
        iterator = _new(iterator_class, handle)
        iterator.sequence = args[0]
        iterator.index = 0
        return iterator

    return __iter__


_PYTHON_ONLY = {
    "__new__", "__init__", "__class__", "__getattribute__", "__setattr__", "__delattr__", "__init_subclass__",
    "__subclasshook__", "__dir__", "__format__", "__reduce__", "__reduce_ex__", "__getstate__",
    "__doc__", "__iter__", "__hash__", "__class_getitem__", "fromhex", "maketrans", "_from_flags",
    "__buffer__", "__release_buffer__", "__module__",
}
_VIEW_METHODS = {"cast", "toreadonly", "__getitem__", "__enter__"}


def fill(cls, real):
    """Gives a proxy class every name that CPython's class has."""
    for name, value in real.__dict__.items():
        if name in _PYTHON_ONLY:
            continue
        kind = type(value).__name__
        if kind == "getset_descriptor":
            setattr(cls, name, attribute(name, value.__doc__))
        elif kind == "wrapper_descriptor" and name in _SEQUENCE_OPERATORS:
            setattr(cls, name, described(_sequence_operator(cls, name), value))
        elif kind in ("wrapper_descriptor", "method_descriptor"):
            made = (slot if kind == "wrapper_descriptor" else method)(cls, name)
            if cls is MemoryView and name in ("release", "__exit__"):
                made = _releasing(made)
            elif cls is MemoryView and name in _VIEW_METHODS:
                made = keeping(made)
            setattr(cls, name, described(made, value))
    cls.__doc__ = real.__doc__
    cls.__iter__ = described(_make_iter(cls), real.__iter__)
    cls.__buffer__ = described(for_c(exports.lend, keeping(slot(cls, "__buffer__"))), real.__buffer__)
    cls.__sizeof__ = _sizeof(cls, real)
    if real is not _bytes:
        give_back = for_c(exports.give_back, slot(cls, "__release_buffer__"))
        cls.__release_buffer__ = described(give_back, real.__release_buffer__)


# CPython tries the other operand's method before a sequence's own `+` or `*`: each of our methods, and the one tried first.
_SEQUENCE_OPERATORS = {"__add__": "__radd__", "__mul__": "__rmul__", "__rmul__": None, "__imul__": "__rmul__", "__iadd__": "__radd__"}


def _sequence_operator(cls, name):
    """`+` or `*` as an operator; code under test that names the method gets the plain slot."""
    plain = slot(cls, name)
    reflected = _SEQUENCE_OPERATORS[name]
    repeats = "mul" in name
    in_place = name == "__iadd__"

    def operator(self, other):
        # In a derived class, C has a slot for `+=`, so our own method goes first.
        asks = reflected is not None and (type(self) is cls or not in_place)
        theirs = getattr(type(other), reflected, None) if asks else None
        if type(theirs) is _types.FunctionType and not hasattr(theirs, "__written__"):
            value = theirs(other, self)
            if value is not NotImplemented:
                return value
        if repeats and not hasattr(type(other), "__index__"):
            if reflected is None and isinstance(other, _SEQUENCES):
                return NotImplemented
            raise TypeError(f"can't multiply sequence by non-int of type '{wire.name_in_c(type(other))}'")
        return plain(self, other)

    operator.__name__ = name
    operator.__qualname__ = plain.__qualname__
    operator.__written__ = plain
    return operator


# Sequences written in C, which raise CPython's error themselves when they are multiplied by one of our objects.
_SEQUENCES = (str, list, tuple, array.array, collections.deque)


_TRACKED = 1 << 14  # Py_TPFLAGS_HAVE_GC
_HEADER = 8  # bytes before an object that the garbage collector tracks, and as many before one that can have weak references
EXCESS = 2 * _HEADER  # what `sys.getsizeof` adds to the result of a proxy's `__sizeof__`


def _sizeof(cls, real):
    """`__sizeof__` without the headers of the proxy, which `sys.getsizeof` adds to the answer."""
    own = method(cls, "__sizeof__")
    excess = _HEADER if real.__flags__ & _TRACKED else EXCESS

    def __sizeof__(self):
        return own(self) - excess

    __sizeof__.__written__ = own
    if real.__sizeof__ is object.__sizeof__:
        size_of = lambda self: own(self) if isinstance(self, cls) else object.__sizeof__(self)
        __sizeof__.__written__ = without_arguments(size_of, real.__sizeof__)
    return described(__sizeof__, real.__sizeof__)


def for_c(function, written):
    """A special method as C calls it; `written` is what the code under test gets."""

    def special(self, argument):
        return function(self, argument)

    special.__written__ = written
    return special


made_by_name = {}
_others = {}


def _other(handle):
    """The proxy class with the name of another type of the library."""
    name = _pybuffer.typeName(handle)
    cls = made_by_name.get(name) or _others.get(name)
    if cls is None:
        cls = _others[name] = type(name, (Other,), {"__slots__": (), "__module__": "builtins"})
        wire.encodes_as_handle(cls)
    return cls


# Classes from which a derived class may have inherited a method that it does not define itself.
ours = (Bytes, ByteArray, Subclassable, Proxy, object)


def _by_kind(kind, handle):
    return _new(_other(handle) if kind == KIND_OTHER else (Bytes, ByteArray, MemoryView)[kind], handle)


def install():
    """Makes the classes; the wire must have been started."""
    wire._make_proxy = _by_kind
    for cls, name in ((Bytes, "bytes"), (ByteArray, "bytearray"), (MemoryView, "memoryview")):
        cls._js = class_handle(_pybuffer.classOf(name))
    for cls, real in ((Bytes, _bytes), (ByteArray, _bytearray), (MemoryView, _memoryview)):
        fill(cls, real)
    for cls, real in ((Bytes, _bytes), (ByteArray, _bytearray)):
        cls.fromhex = _from_hex(cls)
        for name in ("fromhex", "maketrans"):
            described(cls.__dict__[name].__func__, getattr(real, name)).__module__ = None
    described(MemoryView.__dict__["_from_flags"].__func__, _memoryview._from_flags)
    Bytes.__reduce_ex__ = described(for_c(_reduce_bytes, object.__reduce_ex__), object.__reduce_ex__)
    ByteArray.__reduce_ex__ = described(for_c(_reduce_bytearray_for_pickle, _reduce_bytearray), _bytearray.__reduce_ex__)
    ByteArray.__reduce__ = described(without_arguments(_reduce_bytearray, _bytearray.__reduce__), _bytearray.__reduce__)
    MemoryView.__reduce_ex__ = described(method(MemoryView, "__reduce_ex__"), object.__reduce_ex__)
    reducing.built_in += (Bytes, ByteArray, MemoryView)
    reducing.install()
    Bytes.__hash__ = described(slot(Bytes, "__hash__"), _bytes.__hash__)
    MemoryView.__hash__ = described(slot(MemoryView, "__hash__"), _memoryview.__hash__)
    for cls in (Bytes, MemoryView):
        collections.abc.Sequence.register(cls)
    collections.abc.MutableSequence.register(ByteArray)
    if hasattr(collections.abc, "ByteString"):
        collections.abc.ByteString.register(Bytes)
        collections.abc.ByteString.register(ByteArray)
    for cls in (Bytes, ByteArray):
        exports.match_as_string(cls)
    # CPython's own types show no __slots__; the classes here have been laid out by now.
    for cls in {base for own in (Bytes, ByteArray, MemoryView) for base in own.__mro__ if "__slots__" in base.__dict__}:
        del cls.__slots__
    for cls in (Bytes, ByteArray, MemoryView, BytesIterator, ByteArrayIterator, MemoryIterator):
        exports.make_immutable(cls)
    # Copying bytes returns the same object.
    copy._copy_atomic_types |= {Bytes}
    copy._atomic_types |= {Bytes}
