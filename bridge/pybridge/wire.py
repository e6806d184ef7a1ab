"""Converts values between Python and JavaScript, calls the library, and answers its callbacks.

A call is the number of a shape (an operation and the kinds of its arguments) and flat values. The result is a value; its
tag is in the control block, a few words of memory that both sides see.
"""

import builtins
import ctypes
import importlib
import json
import struct
import sys
import types
import warnings
from array import array

from pyodide.ffi import to_js as _to_js
import _pybuffer

# Tags: see tags.ts.
PLAIN, BIG, FLOAT, HANDLE, NEW_HANDLE, PYTHON, STRUCTURE, PLAIN_LIST, PLAIN_TUPLE = range(9)
NOT_IMPLEMENTED, ELLIPSIS, COMPLEX, ERROR, STOP_ITERATION, SHAPED, NAN, NAMED = range(9, 17)

control = array("i", [0] * 8)

_call, _call_many = _pybuffer.call, _pybuffer.callMany
_MANY = 1000  # values; JavaScript limits how many arguments a call may have


class BridgeError(RuntimeError):
    """A fault of the bridge or of the library, never a Python error."""


# ---------------------------------------------------------------- Python objects that JavaScript holds

_objects = {}  # number -> object
_numbers = {}  # id of a list or tuple -> its number in the running call
_pins = {}  # number -> how many exports need it
_temporary = []  # numbers that the running call made
_kept = []  # proxies that callbacks returned, alive until the outermost call ends
_errors = {}  # number -> exception that travels through JavaScript
_depth = 0
_next_number = 0


def _register(value):
    global _next_number
    _next_number += 1
    _objects[_next_number] = value
    _temporary.append(_next_number)
    return _next_number


def _number_of(value):
    """The number of a list or tuple, the same throughout a call: JavaScript then sees that a list contains itself."""
    number = _numbers.get(id(value))
    if number is None:
        number = _numbers[id(value)] = _register(value)
    return number


def _end_call():
    """Ends the outermost call: drops everything that it needed, except what is exported."""
    numbers = _temporary[:]
    _temporary.clear()
    _numbers.clear()
    for number in numbers:
        if number not in _pins:
            _objects.pop(number, None)
    _kept.clear()
    _errors.clear()


def pin(number):
    _pins[number] = _pins.get(number, 0) + 1


def unpin(number):
    left = _pins[number] - 1
    if left:
        _pins[number] = left
    else:
        del _pins[number]
        if _depth > 1:
            _temporary.append(number)
        else:
            del _objects[number]


# ---------------------------------------------------------------- types of Python objects

METHODS = (
    "__index__ __bytes__ __buffer__ __release_buffer__ __iter__ __next__ __len__ __length_hint__ __getitem__ __eq__ "
    "__float__ __int__ __complex__ __repr__ __str__ __hash__ __bool__ __trunc__ __radd__ __rmod__ __rmul__ __lt__ __le__ "
    "__gt__ __ge__ __ne__ __contains__ __add__ __mul__ __setitem__ read write readline seek"
).split()
LIST_LENGTH, LIST_ITEM, GET_BUFFER, RELEASE_BUFFER, METHOD_OF_HANDLE, HANDLE_ERROR, SEARCH_CODEC, CALL_CODEC, WARN = range(100, 109)
_BUFFER, _RELEASE = METHODS.index("__buffer__"), METHODS.index("__release_buffer__")
_ITER, _NEXT = METHODS.index("__iter__"), METHODS.index("__next__")

_types = {}  # type -> number


_MISSING = object()


def _find(cls, name):
    """The attribute that CPython's slot lookup would find: on the type, never on the instance."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return _MISSING


def _has(cls, name):
    found = _find(cls, name)
    return found is not _MISSING and found is not getattr(object, name, _MISSING)


class AsObject:
    """A str or int that crosses as an object, because its class has `__bytes__`."""

    def __init__(self, value):
        self.value = value


def has_bytes(cls):
    return _has(cls, "__bytes__")


def _is_c_exporter(cls):
    found = _find(cls, "__buffer__")
    return type(found).__name__ == "wrapper_descriptor"


def abilities(cls, inherited=()):
    names = [name for name in METHODS if _has(cls, name) and _find(cls, name) not in inherited]
    if "__buffer__" in names and "__release_buffer__" not in names:
        names.append("__release_buffer__")
    return names


def ability(cls, name):
    """A method's number, followed by `!` if the class sets the method to None, which blocks an inherited one."""
    # `__release_buffer__ = None` blocks nothing: the end of a view calls it, which raises because None is not callable.
    blocked = _find(cls, name) is None and name != "__release_buffer__"
    return f"{METHODS.index(name)}!" if blocked else str(METHODS.index(name))


NAME_OFFSET = 12  # of tp_name in 32-bit memory


def name_in_c(cls):
    """The name of a type in C's error messages: types written in C have their module before it."""
    return ctypes.c_char_p.from_address(id(cls) + NAME_OFFSET).value.decode()


def full_name(cls):
    """The name as C's `%T` prints it."""
    module = cls.__module__
    return cls.__qualname__ if module in ("builtins", "__main__") else f"{module}.{cls.__qualname__}"


def _type_number(cls):
    number = _types.get(cls)
    if number is None:
        number = _types[cls] = len(_types)
        exporter = _is_c_exporter(cls)
        # Always with `__repr__`, because only Python can make the default one.
        names = [n for n in {*abilities(cls), "__repr__"} if not (exporter and n in ("__buffer__", "__release_buffer__"))]
        _pybuffer.pythonType(number, name_in_c(cls), full_name(cls), ",".join(ability(cls, n) for n in names), exporter)
    return number


# ---------------------------------------------------------------- arguments

def _plain(value, flat):
    flat.append(value)
    return "v"


def _none(value, flat):
    return "n"


def _bits(value):
    """The bits of a float as hexadecimal digits, because some crossings change the bits of a NaN."""
    return struct.pack(">d", value).hex()


def _of_bits(text):
    return struct.unpack(">d", bytes.fromhex(text))[0]


def _complex(value, flat):
    if value != value:
        flat.append(_bits(value.real))
        flat.append(_bits(value.imag))
        return "X"
    flat.append(value.real)
    flat.append(value.imag)
    return "x"


def _float(value, flat):
    if value != value:
        flat.append(_bits(value))
        return "q"
    flat.append(value)
    return "f"


def _float_subclass(value, flat):
    return _float(float.__float__(value), flat)


def _handle(value, flat):
    flat.append(value._h)
    return "h"


def _slice(value, flat):
    return "s" + encode(value.start, flat) + encode(value.stop, flat) + encode(value.step, flat)


_SMALL = 16


_LONG = 256


def _long(code, value, flat):
    """The items of a long list or tuple cross as one array: JavaScript limits how many arguments a call may have."""
    items = []
    signature = "".join([encode(item, items) for item in value])
    flat.append(signature)
    flat.append(_to_js(items))
    return code


def _tuple(value, flat):
    if len(value) > _SMALL and _all_ints(value):
        flat.append(json.dumps(value))
        return "T"
    for item in value:
        if type(item) not in _PLAIN:
            # A method of an item may receive the tuple, which must then be the same object.
            flat.append(_number_of(value))
            return "#" + _items(value, flat)
    if len(value) > _LONG:
        return _long("U", value, flat)
    return "(" + _items(value, flat)


def _items(value, flat):
    return "".join([encode(item, flat) for item in value]) + ")"


def _tuple_subclass(value, flat):
    flat.append(_number_of(value))
    flat.append(_type_number(type(value)))
    return "%" + _items(tuple.__iter__(value), flat)


def _list(value, flat):
    if _all_ints(value):
        flat.append(json.dumps(value))
        return "J"
    for item in value:
        if type(item) not in _PLAIN:
            # A method of an item may change the list, and an item may contain it, so JavaScript reads it in place.
            flat.append(_number_of(value))
            return "L"
    if len(value) > _LONG:
        return _long("A", value, flat)
    return "[" + "".join([encode(item, flat) for item in value]) + "]"


def _all_ints(values):
    for value in values:
        if type(value) is not int or not -0x20000000000000 < value < 0x20000000000000:
            return False
    return True


def _int_subclass(value, flat):
    flat.append(int.__int__(value))
    return "v"


def _str_subclass(value, flat):
    flat.append(str.__str__(value))
    return "v"


def _object(value, flat):
    flat.append(_register(value))
    flat.append(_type_number(type(value)))
    return "o"


def _any(value, flat):
    cls = type(value)
    if issubclass(cls, Proxy):
        encoder = _handle
    elif issubclass(cls, int):
        encoder = _int_subclass
    elif issubclass(cls, str):
        encoder = _str_subclass
    elif issubclass(cls, float) and not _has(cls, "__index__"):
        encoder = _float_subclass
    elif issubclass(cls, tuple) and not _has(cls, "__index__"):
        encoder = _tuple_subclass
    else:
        return _object(value, flat)
    return encoder(value, flat)


class Held:
    """A Python object that JavaScript keeps after the call."""

    __slots__ = ("value", "number")

    def __init__(self, value):
        self.value, self.number = value, _register(value)
        pin(self.number)

    def release(self):
        unpin(self.number)


def _held(held, flat):
    if isinstance(held.value, Proxy):
        return _handle(held.value, flat)
    flat.append(held.number)
    flat.append(_type_number(type(held.value)))
    return "o"


class Proxy:
    """The base of every proxy of a JavaScript object."""

    __slots__ = ("_h", "__weakref__")


_ENCODERS = {
    int: _plain,
    str: _plain,
    bool: _plain,
    type(None): _none,
    float: _float,
    complex: _complex,
    slice: _slice,
    tuple: _tuple,
    list: _list,
    type(Ellipsis): lambda value, flat: ".",
    type(NotImplemented): lambda value, flat: "!",
}


_ENCODERS[Held] = _held
_ENCODERS[AsObject] = lambda value, flat: _object(value.value, flat)


def encode(value, flat):
    return _ENCODERS.get(type(value), _any)(value, flat)


# Types of values that contain nothing and whose use runs no Python code.
_PLAIN = {int, str, bool, type(None), float, complex, type(Ellipsis), type(NotImplemented)}


def encodes_as_handle(cls):
    _ENCODERS[cls] = _handle


def is_plain(cls):
    """From now on, lists and tuples of such values cross item by item: no use of an item runs Python code."""
    _PLAIN.add(cls)


def encodes_by(cls, encoder):
    _ENCODERS[cls] = encoder


def keep(proxy):
    """Keeps a proxy alive until the outermost call ends."""
    _kept.append(proxy)


# ---------------------------------------------------------------- results

live = {}  # handle -> weak reference to its proxy
_make_proxy = None  # set by types.py: (kind, handle) -> proxy


def _decode_handle(handle):
    proxy = live[handle]()
    if proxy is None:
        raise BridgeError(f"the proxy of handle {handle} is gone")
    return proxy


def _decode_new(handle):
    return _make_proxy(control[1], handle)


def _structure(value):
    if type(value) is not list:
        return value
    kind = value[0]
    if kind == "l":
        return [_structure(item) for item in value[1:]]
    if kind == "t":
        return tuple([_structure(item) for item in value[1:]])
    if kind == "s":
        return slice(*[_structure(item) for item in value[1:]])
    if kind == "d":
        return dict([_structure(item) for item in value[1:]])
    if kind == "c":
        return complex(_structure(value[1]), _structure(value[2]))
    if kind == "n":
        return _of_bits(value[1])
    tag = value[1]
    if tag == HANDLE:
        return _decode_handle(value[3])
    if tag == NEW_HANDLE:
        return _make_proxy(value[2], value[3])
    if tag == PYTHON:
        return _objects[value[3]]
    if tag == NOT_IMPLEMENTED:
        return NotImplemented
    return Ellipsis


def _named(name):
    module, _, own = name.rpartition(".")
    return getattr(importlib.import_module(module), own)


def _stop(value):
    raise StopIteration


_EXCEPTIONS = {"BridgeError": BridgeError}


def exception_class(name):
    cls = _EXCEPTIONS.get(name)
    if cls is None:
        module, _, own = name.rpartition(".")
        cls = getattr(importlib.import_module(module or "builtins"), own, None)
        if cls is None:
            raise BridgeError(f"unknown exception {name}")
        _EXCEPTIONS[name] = cls
    return cls


def _exception(text):
    fields = json.loads(text)
    error = _errors.pop(fields["python"]) if "python" in fields else _new_exception(fields)
    for note in fields.get("notes", ()):
        error.add_note(note)
    return error


def _new_exception(fields):
    cls = exception_class(fields["name"])
    if "unicode" in fields:
        encoding, (tag, kind, value), start, end, reason = fields["unicode"]
        if tag == HANDLE:
            value = _decode_handle(value)
        elif tag == NEW_HANDLE:
            value = _make_proxy(kind, value)
        return cls(encoding, value, start, end, reason)
    return cls(fields["message"])


_DECODERS = {
    BIG: int,
    FLOAT: float,
    HANDLE: _decode_handle,
    NEW_HANDLE: _decode_new,
    PYTHON: lambda number: _objects[number],
    STRUCTURE: lambda text: _structure(json.loads(text)),
    PLAIN_LIST: json.loads,
    PLAIN_TUPLE: lambda text: tuple(json.loads(text)),
    NOT_IMPLEMENTED: lambda value: NotImplemented,
    ELLIPSIS: lambda value: Ellipsis,
    COMPLEX: lambda text: complex(*map(_structure, json.loads(text))),
    NAN: _of_bits,
    NAMED: _named,
    STOP_ITERATION: _stop,
}


# ---------------------------------------------------------------- calls

class Operation:
    """One operation of the library, callable with Python's arguments; the first is the receiver."""

    __slots__ = ("name", "shapes")

    def __init__(self, name):
        self.name = name
        self.shapes = {}

    def __call__(self, *args, **kwargs):
        flat = []
        signature = ""
        for value in args:
            signature += _ENCODERS.get(type(value), _any)(value, flat)
        names = ""
        if kwargs:
            names = ",".join(kwargs)
            for value in kwargs.values():
                signature += encode(value, flat)
        shape = self.shapes.get((signature, names))
        if shape is None:
            shape = self.shapes[signature, names] = _pybuffer.shape(self.name, signature, names)
        if _depth or "o" in signature or "L" in signature or "#" in signature or "%" in signature:
            return _call_with_objects(shape, flat)
        value = _call(shape, *flat) if len(flat) < _MANY else _call_many(shape, _to_js(flat))
        tag = control[0]
        if tag == PLAIN:
            return value
        if tag == ERROR:
            error = _exception(value)
        else:
            return _DECODERS[tag](value)
        try:
            raise error
        finally:
            # The exception refers to this frame, so the frame must not refer to the exception.
            del error


def _call_with_objects(shape, flat):
    global _depth
    _depth += 1
    error = None
    try:
        value = _call(shape, *flat) if len(flat) < _MANY else _call_many(shape, _to_js(flat))
        tag = control[0]
        if tag == PLAIN:
            return value
        if tag == ERROR:
            error = _exception(value)
        else:
            return _DECODERS[tag](value)
    finally:
        _depth -= 1
        if not _depth:
            _end_call()
    try:
        raise error
    finally:
        del error


def take(value):
    """The value of a crossing that is not an Operation."""
    tag = control[0]
    if tag == PLAIN:
        return value
    if tag == ERROR:
        raise _exception(value)
    return _DECODERS[tag](value)


# ---------------------------------------------------------------- callbacks

_api = ctypes.pythonapi
_get_buffer = _api.PyObject_GetBuffer
_get_buffer.argtypes = [ctypes.py_object, ctypes.c_void_p, ctypes.c_int]
_release_buffer = _api.PyBuffer_Release
_release_buffer.argtypes = [ctypes.c_void_p]
_release_buffer.restype = None


def _answer(value):
    """Writes the result of a callback."""
    cls = type(value)
    if cls is int or cls is str or cls is bool or value is None:
        control[0] = PLAIN
        return value
    if cls is float and value == value:
        control[0] = FLOAT
        return value
    if value is NotImplemented:
        control[0] = NOT_IMPLEMENTED
        return None
    flat = []
    signature = encode(value, flat)
    if signature == "h":
        _kept.append(value)
        control[0] = HANDLE
        return flat[0]
    if signature == "o":
        control[1] = flat[1]
        control[0] = PYTHON
        return flat[0]
    _kept.append(value)
    control[0] = SHAPED
    return _to_js([signature, *flat])


_view_owners = {}  # address of a Py_buffer -> proxy that it names as its owner
_owners = {}  # address of a Py_buffer -> number of the object that it names as its owner


def _owner_of_view(address, value):
    """The object that a C view names as its owner; None if that is the exporter itself, False if there is none."""
    owner = ctypes.c_uint32.from_address(address + 4).value
    if owner == 0:
        return False
    if owner == id(value):
        return None
    owner = ctypes.cast(owner, ctypes.py_object).value
    # If this is a view that we lent to C, which passes it on, the owner is the object that lent it.
    lender = _lender_of(owner) if type(owner) is _real_view else None
    return owner if lender is None else lender


# Set by convert.py.
_real_view = None  # CPython's memoryview
_owner_of_real = None  # returns the owner that a real view names
_lender_of = None  # returns the object of ours that a real view was lent from


def knows_real_views(cls, owner_of, lender_of):
    global _real_view, _owner_of_real, _lender_of
    _real_view, _owner_of_real, _lender_of = cls, owner_of, lender_of


def _perform(operation, number, value):
    if operation < 100:
        target = _objects[number]
        name = METHODS[operation]
        if operation == _ITER:
            return iter(target)
        if operation == _RELEASE:
            unpin(number)
            return _told_of_release(target, value)
        if operation == _BUFFER:
            pin(number)
            try:
                return _special(target, name, value)
            except BaseException:
                unpin(number)
                raise
        return _special(target, name, value)
    if operation == GET_BUFFER:
        target = _objects[number]
        address = _address
        _get_buffer(target, address, value)
        pin(number)
        # A real view names its owner itself.
        real = type(target) is _real_view
        owner = _owner_of_real(target) if real else _owner_of_view(address, target)
        if owner is None or owner is False:
            return owner
        if isinstance(owner, Proxy):
            _view_owners[address] = owner
            return owner
        _owners[address] = _next_number + 1
        pin(_owners[address])
        return owner
    if operation == RELEASE_BUFFER:
        address, target = _address, _objects[number]
        unpin(number)
        _release_buffer(address)
        _view_owners.pop(address, None)
        if address in _owners:
            unpin(_owners.pop(address))
        if type(target) is _real_view and not _dropping:
            _release_real(target)
        return None
    if operation == LIST_LENGTH:
        return len(_objects[number])
    if operation == LIST_ITEM:
        items = _objects[number]
        return items[value] if value < len(items) else None
    if operation == METHOD_OF_HANDLE:
        name = METHODS[_method]
        target = live[number]()
        if name == "__release_buffer__":
            return _told_of_release(target, value)
        if name == "__iter__":
            return iter(target)
        return _special(target, name, value)
    if operation == HANDLE_ERROR:
        return _objects[number](value), value.object
    if operation == SEARCH_CODEC:
        return _search_codec(_objects[number], value)
    if operation == WARN:
        category, message = value
        return warnings.warn(message, getattr(builtins, category), stacklevel=2)
    if operation == CALL_CODEC:
        direction, *arguments = value
        return _objects[number][direction](*arguments)
    raise BridgeError(f"unknown operation {operation}")


def _told_of_release(target, view):
    """Calls `__release_buffer__` if there is one. Nobody can catch its exceptions, so they go to `sys.unraisablehook`."""
    if _find(type(target), "__release_buffer__") is _MISSING:
        return
    try:
        _special(target, "__release_buffer__", view)
    except BaseException as error:
        message = f"Exception ignored in __release_buffer__ of {type(target).__name__}"
        sys.unraisablehook(
            types.SimpleNamespace(
                exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, err_msg=message, object=None
            )
        )


def register_error(name, handler):
    """From now on the library calls this Python handler for its codecs' errors."""
    number = _register(handler)
    pin(number)
    _pybuffer.registerError(name, number)


def register_codec(search):
    """From now on the library calls this Python function to find codecs; returns the number that unregisters it."""
    number = _register(search)
    pin(number)
    _pybuffer.registerCodec(number)
    return number


def _search_codec(search, name):
    """None, or the number of a codec and whether it is a text codec; False if the result is not a codec."""
    info = search(name)
    if info is None:
        return None
    if not isinstance(info, tuple) or len(info) != 4:
        return False
    number = _register(info)
    pin(number)
    return number, getattr(info, "_is_text_encoding", True)


def free(handle):
    """Frees the library's object of a proxy whose last reference has gone."""
    global _dropping
    # A finalizer may run after a crossing but before its tag is read, and within another finalizer.
    tag, extra, before = control[0], control[1], _dropping
    _dropping = True
    try:
        _pybuffer.free(handle)
    finally:
        _dropping = before
        control[0], control[1] = tag, extra


_dropping = False


def _release_real(view):
    """Releases a real view when the code under test releases ours of it. If it only drops ours, C may still use the real one."""
    try:
        view.release()
    except BufferError:
        # C still uses it.
        pass


_UNARY = {
    "__index__", "__bytes__", "__len__", "__length_hint__", "__float__", "__int__", "__complex__", "__repr__", "__str__",
    "__hash__", "__bool__", "__trunc__", "__iter__", "__next__",
}


_OF_STREAMS = {"read", "write", "readline", "seek"}


def _special(target, name, value):
    if name in _OF_STREAMS:
        bound = getattr(target, name)
        if name == "seek":
            return bound(*value)
        return bound() if value is None else bound(value)
    method = _bound(target, name)
    if name not in _UNARY:
        return method(value)
    result = method()
    base = _NUMBERS.get(name)
    if base is not None and type(result) is not base and isinstance(result, base) and type(result) is not bool:
        _warn_of_derived(target, name, base, result)
    return result


_NUMBERS = {"__index__": int, "__int__": int, "__float__": float, "__complex__": complex}


def _warn_of_derived(target, name, base, result):
    """Warns, as CPython does, of a number of a derived class, which the library sees as one of the base class.

    The library itself warns of bools.
    """
    kind = base.__name__
    article = "an" if base is int else "a"
    warnings.warn(
        f"{full_name(type(target))}.{name}() must return {article} {kind}, not {full_name(type(result))}.  The ability to return "
        f"an instance of a strict subclass of {kind} is deprecated, and may be removed in a future version of Python.",
        DeprecationWarning,
        stacklevel=2,
    )


def _bound(target, name):
    """A special method as C finds it: on the type, bound by whatever descriptor is there."""
    cls = type(target)
    found = _find(cls, name)
    # The method that the code under test wrote or sees, not the one that C calls.
    found = getattr(found, "__written__", found)
    get = getattr(type(found), "__get__", None)
    return found if get is None else get(found, target, cls)


_address = 0
_method = 0


def dispatch(operation, number, value=None):
    """Entry point of all callbacks."""
    global _address, _method, _depth
    tag, _address, _method = control[0], control[1], control[2]
    _depth += 1
    try:
        if tag != PLAIN and value is not None:
            value = _exception(value) if tag == ERROR else _DECODERS[tag](value)
        return _answer(_perform(operation, number, value))
    except StopIteration as error:
        if operation == _NEXT:
            control[0] = STOP_ITERATION
            return None
        return _report(error)
    except BaseException as error:
        return _report(error)
    finally:
        _depth -= 1


def _report(error):
    number = len(_errors) + 1
    while number in _errors:
        number += 1
    _errors[number] = error
    names = [cls.__name__ for cls in type(error).__mro__]
    try:
        message = str(error)
    except Exception:
        message = ""
    control[0] = ERROR
    return json.dumps({"id": number, "names": names, "message": message})


def start():
    from pyodide.ffi import create_proxy

    _pybuffer.start(control.buffer_info()[0], create_proxy(dispatch))
