"""Runs programs on CPython: see program.ts for the form of programs and describe.ts for that of results."""

import array
import base64
import binascii
import builtins
import codecs
import hmac
import io
import json
import operator
import re
import struct
import sys
import warnings
import zlib

# Exceptions of __release_buffer__ cannot be caught.
sys.unraisablehook = lambda unraisable: None

# Warnings are not compared.
warnings.simplefilter("ignore")

_CALLS = {
    "bytes": bytes, "bytearray": bytearray, "memoryview": memoryview, "len": len, "repr": repr, "str": str, "list": list,
    "iter": iter, "next": next, "reversed": reversed, "ascii": ascii, "sorted": sorted, "min": min, "max": max, "sum": sum,
    "tuple": tuple, "bool": bool, "any": any, "all": all, "int": int, "float": float, "array.array": array.array,
    "bytes.fromhex": bytes.fromhex, "bytearray.fromhex": bytearray.fromhex, "bytes.maketrans": bytes.maketrans,
    "int.from_bytes": int.from_bytes, "io.BytesIO": io.BytesIO, "struct.Struct": struct.Struct, "struct.pack": struct.pack,
    "struct.unpack": struct.unpack, "struct.unpack_from": struct.unpack_from, "struct.pack_into": struct.pack_into,
    "struct.iter_unpack": struct.iter_unpack, "struct.calcsize": struct.calcsize, "setattr": setattr,
    "same": lambda value: value, "hashed": hash, "ord": ord, "chr": chr, "hex": hex, "bin": bin, "abs": abs, "round": round,
    "format": format, "divmod": divmod,
}
for _module in (base64, binascii):
    for _name in dir(_module):
        _CALLS[f"{_module.__name__}.{_name}"] = getattr(_module, _name)
for _name in ("iterdecode", "iterencode"):
    _CALLS[f"codecs.{_name}"] = lambda *args, _function=getattr(codecs, _name): list(_function(*args))


def _in_steps(coder, method, pieces):
    """The result of each call of an incremental codec and the state after it, which the codec is then set to again."""
    results = []
    for piece, final in pieces:
        result = getattr(coder, method)(piece, final)
        state = coder.getstate()
        coder.setstate(state)
        results.append((result, state))
    return results


_CALLS["codecs.decode_in_steps"] = lambda encoding, errors, pieces: _in_steps(codecs.getincrementaldecoder(encoding)(errors), "decode", pieces)
_CALLS["codecs.encode_in_steps"] = lambda encoding, errors, pieces: _in_steps(codecs.getincrementalencoder(encoding)(errors), "encode", pieces)
_CALLS["array.reconstruct"] = lambda *args: array._array_reconstructor(array.array, *args)
for _name in ("encode", "decode"):
    _CALLS[f"codecs.{_name}"] = getattr(codecs, _name)
for _name in ("adler32", "crc32"):
    _CALLS[f"zlib.{_name}"] = getattr(zlib, _name)
_CALLS["hmac.compare_digest"] = hmac.compare_digest
try:
    from _testbuffer import ND_WRITABLE, ndarray
except ImportError:
    # The interpreter in WebAssembly lacks it, and programs for both do not use it.
    pass
else:
    _CALLS["ndarray"] = lambda content, shape, strides, offset: memoryview(
        ndarray(list(content), shape=shape, strides=strides, offset=offset, flags=ND_WRITABLE))
# Hashes differ between builds, so only whether hash() raises is compared.
_CALLS["hash"] = lambda value: (hash(value), None)[1]

_BASES = {
    "object": object, "bytes": bytes, "bytearray": bytearray, "array.array": array.array, "io.BytesIO": io.BytesIO,
    "struct.Struct": struct.Struct,
}


class Boom(Exception):
    """An exception that only the programs know."""


_EXCEPTIONS = {"Boom": Boom, "struct.error": struct.error}


def _exception(name, message):
    return (_EXCEPTIONS.get(name) or getattr(builtins, name))(message)


def _without_addresses(text):
    """A text without addresses, which are not compared."""
    # The name of a generator is that of the function in this file.
    return re.sub("at 0x[0-9a-f]+", "at 0x", text).replace("generator object Run.generator at", "generator object at").replace("<__main__.", "<").replace("<class '__main__.", "<class '")


def _nameless(text):
    """Hexadecimal digits of bytes without the addresses that `%a` has written into them."""
    if "6174203078" not in text:
        return text
    name, nameless = (name.encode().hex() for name in ("object Run.generator at", "object at"))
    return re.sub("6174203078(3[0-9]|6[1-6])+", "6174203078", text.replace(name, nameless))


def _message(error):
    """A codec error whose fields were changed may have no text."""
    try:
        return _without_addresses(str(error))
    except TypeError as refusal:
        return f"no text: {refusal}"


# An `__eq__` that appends to the array being searched is called without end.
_MOST_CALLS = 300


class Frame:
    """A call of a method that the program defines."""

    def __init__(self, args, base=None):
        self.args, self.base, self.results = args, base, []


class Run:
    def __init__(self):
        self.variables = []
        # Keeps objects made by the program's methods alive, because the library does not count references.
        self.kept = []
        self.handlers = 0
        self.calls = 0

    def value(self, text, frame=None):
        if type(text) is not dict:
            return text
        ((kind, inner),) = text.items()
        return _READERS[kind](self, inner, frame)

    def values(self, texts, frame):
        return [self.value(text, frame) for text in texts]

    def step(self, step, frame=None):
        args = [self.value(arg, frame) for arg in step.get("args", ())]
        kwargs = {name: self.value(arg, frame) for name, arg in step.get("kwargs", {}).items()}
        kind = step["op"]
        if kind == "call":
            return _CALLS[step["name"]](*args, **kwargs)
        if kind == "operator":
            return getattr(operator, step["name"])(*args)
        target = self.value(step["self"], frame)
        if kind == "attribute":
            return getattr(target, step["name"])
        # Calls a method as the compiler does: errors would name a method differently if it were bound first.
        return operator.methodcaller(step["name"], *args, **kwargs)(target)

    def answer(self, answer, frame):
        self.calls += 1
        if self.calls > _MOST_CALLS:
            raise RuntimeError("the program calls without end")
        for step in answer.get("steps", ()):
            result = self.step(step, frame)
            self.kept.append(result)
            frame.results.append(result)
        if "raises" in answer:
            raise _exception(*answer["raises"])
        result = self.value(answer.get("gives"), frame)
        self.kept.append(result)
        return result

    def function(self, answers, base=None):
        calls = 0

        def function(*args, **kwargs):
            nonlocal calls
            answer = answers[min(calls, len(answers) - 1)]
            calls += 1
            return self.answer(answer, Frame(args, base))

        return function

    def object(self, spec, frame):
        base = _BASES[spec.get("base", "object")]
        namespace = {"__module__": "__main__"}
        for name, answers in spec["methods"].items():
            namespace[name] = None if answers is None else self.function(answers, getattr(base, name, None))
        if base is object or base is io.BytesIO:
            # The default repr comes from the class, not from the library.
            namespace.setdefault("__repr__", lambda self: "<Hook>")
        return type("Hook", (base,), namespace)(*self.values(spec["args"], frame))

    def generator(self, answers):
        for answer in answers:
            yield self.answer(answer, Frame(()))

    def handler(self, answers):
        name = f"handler{self.handlers}"
        self.handlers += 1
        handler = self.function(answers)
        # A handler has no `self`, but its error is argument 1, as for a method.
        codecs.register_error(name, lambda error: handler(None, error))
        return name

    def run(self, program):
        results = []
        for step in program:
            try:
                value = self.step(step)
            except Exception as error:
                name = "struct.error" if type(error) is struct.error else type(error).__name__
                results.append(_shortened(f"!{name}: {_message(error)}"))
                value = None
            else:
                results.append(_shortened(self.describe(value)))
            self.variables.append(value)
        return results + [_shortened(self.state(value, True)) for value in self.variables]

    def describe(self, value):
        """The result of a step; an object that a variable already holds is named by the variable."""
        cls = type(value)
        # CPython keeps one object for each of the 257 shortest byte strings, and for the empty tuple.
        shared = (cls is bytes and len(value) < 2) or (cls is tuple and len(value) == 0)
        if not shared and cls not in _VALUES:
            for i, variable in enumerate(self.variables):
                if variable is value:
                    return f"is v{i}"
        return self.state(value, False)

    def state(self, value, end):
        cls = type(value)
        if cls is int or cls is bool:
            # Python refuses to write more than some thousand decimal digits.
            large = value.bit_length() > 1000
            return f"{cls.__name__} {hex(value) if large else int(value)}"
        if cls is bytes or cls is bytearray:
            return f"{cls.__name__} {_nameless(value.hex())}"
        if value is None or value is NotImplemented or value is Ellipsis:
            return str(value)
        if cls is float:
            return "float nan" if value != value else f"float {struct.pack('>d', value).hex()}"
        if cls is complex:
            return f"complex {self.state(value.real, end)[6:]} {self.state(value.imag, end)[6:]}"
        if cls is str:
            return "str " + json.dumps(_without_addresses(value))
        if cls is list or cls is tuple:
            return f"{cls.__name__} [" + ", ".join([self.state(item, end) for item in value]) + "]"
        if cls is memoryview:
            return _view(value)
        if cls is array.array:
            return f"array {value.typecode} {_nameless(value.tobytes().hex())}"
        if cls is io.BytesIO:
            return _stream(value)
        if cls is struct.Struct:
            return f"Struct {json.dumps(value.format)} {value.size}"
        if isinstance(value, (bytes, bytearray)):
            return f"{cls.__name__} {_nameless((bytes if isinstance(value, bytes) else bytearray).hex(value))}"
        if cls.__name__ in _ITERATORS:
            return cls.__name__ + (f" {self.rest(value)}" if end else "")
        # Other implementations name their iterators differently.
        return "iterator" if hasattr(cls, "__next__") else cls.__name__

    def rest(self, iterator):
        """The remaining items of one of the library's iterators, at the end."""
        items = []
        try:
            for _ in range(50):
                items.append(self.state(next(iterator), False))
        except StopIteration:
            pass
        except Exception as error:
            items.append(f"!{type(error).__name__}: {error}")
        return items


def _view(view):
    try:
        shape = view.shape
    except ValueError as error:
        return f"memoryview {error}"
    return (
        f"memoryview {view.format} {list(shape)} {list(view.strides)} {list(view.suboffsets)} {int(view.readonly)}"
        f" {_nameless(view.tobytes().hex())}"
    ).replace(" ]", "]")


def _stream(stream):
    if stream.closed:
        return "BytesIO closed"
    return f"BytesIO {stream.tell()} {_nameless(stream.getvalue().hex())}"


_VALUES = {int, bool, float, complex, str, type(None), type(NotImplemented), type(...)}
_ITERATORS = {"bytes_iterator", "bytearray_iterator", "memory_iterator", "arrayiterator", "unpack_iterator", "reversed"}


def _shortened(text):
    """Replaces the end of a long text by its length and checksum."""
    if len(text) <= 2000:
        return text
    return f"{text[:200]}... {len(text)} {zlib.crc32(text.encode('utf-16-le', 'surrogatepass'))}"


class Hook:
    def __init__(self, run, inner):
        self.run, self.inner = run, inner

    def __index__(self):
        if self.inner["first"] is not None:
            self.run.kept.append(self.run.step(self.inner["first"]))
        return self.run.value(self.inner["gives"])


Hook.__name__ = Hook.__qualname__ = "Hook"
Hook.__module__ = "__main__"

_READERS = {
    "v": lambda run, inner, frame: run.variables[inner] if inner < len(run.variables) else None,
    "b": lambda run, inner, frame: bytes.fromhex(inner),
    "y": lambda run, inner, frame: bytes.fromhex(inner[0]) * inner[1],
    "i": lambda run, inner, frame: int(inner),
    "f": lambda run, inner, frame: float(inner),
    "c": lambda run, inner, frame: complex(float(inner[0]), float(inner[1])),
    "t": lambda run, inner, frame: tuple(run.values(inner, frame)),
    "l": lambda run, inner, frame: run.values(inner, frame),
    "d": lambda run, inner, frame: dict(run.values(pair, frame) for pair in inner),
    "s": lambda run, inner, frame: slice(*run.values(inner, frame)),
    "e": lambda run, inner, frame: ...,
    "x": lambda run, inner, frame: Hook(run, inner),
    "o": lambda run, inner, frame: run.object(inner, frame),
    "g": lambda run, inner, frame: run.generator(inner),
    "h": lambda run, inner, frame: run.handler(inner),
    "a": lambda run, inner, frame: frame.args[inner] if inner < len(frame.args) else None,
    "r": lambda run, inner, frame: frame.results[inner],
    "u": lambda run, inner, frame: frame.base(*frame.args),
}


def run_many(text):
    return json.dumps([Run().run(program) for program in json.loads(text)])
