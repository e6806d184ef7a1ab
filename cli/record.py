"""Records what a Python module does: the calls of its public functions and methods, with arguments and outcomes.

`python record.py MODULE.py OUT.json [CASES.py]`, run by the command `pybuffer check`. It runs on CPython 3.8 and later.
Values are written as JSON in which arrays start with a tag; cli/values.ts lists the tags.
"""

import array
import asyncio
import collections.abc
import dataclasses
import doctest
import enum
import functools
import importlib.machinery
import importlib.util
import inspect
import io
import itertools
import json
import os
import sys
import traceback
import types

_LONGEST = 300  # characters of a call as it is shown
_MOST_ITEMS = 1_000_000  # of an iterator, which might have no end
_SAFE = 2**53
_FUNCTIONS = types.FunctionType, functools._lru_cache_wrapper


class Unsupported(Exception):
    """A value that cannot be handed to a port."""


class Refused(BaseException):
    """The module cannot be recorded; the text says why. No `except Exception` of the recorded program catches it."""


class Recorder:
    def __init__(self, module):
        self.module = module
        self.steps = []
        self.depth = 0
        self.numbers = {}  # id -> number of an object with state, which is kept
        self.kept = []
        self.refused = None  # kept, because doctest and a bare `except:` catch everything

    def refuse(self, step, what, error):
        self.refused = Refused(f"{step['where']}: {step['text']}: {what}: {error}")
        raise self.refused from None

    # ------------------------------------------------------------ values

    def encode(self, value):
        try:
            return self._encode(value)
        except RecursionError:
            raise Unsupported("values that contain themselves or are nested too deep cannot be compared") from None

    def _encode(self, value):
        if value is None or type(value) in (bool, str):
            return value
        if isinstance(value, enum.Enum) and not isinstance(value, int):
            return self._encode(value.value)
        if isinstance(value, int):
            value = int(value)
            return value if -_SAFE < value < _SAFE else ["i", str(value)]
        if isinstance(value, str):
            return str(value)
        if isinstance(value, float):
            return ["f", float.__repr__(value)]
        if isinstance(value, complex):
            return ["c", repr(value.real), repr(value.imag)]
        if isinstance(value, bytes):
            return ["b", value.hex()]
        if isinstance(value, bytearray):
            return ["B", value.hex()]
        if isinstance(value, memoryview):
            return ["m", value.tobytes().hex(), value.format, list(value.shape), value.readonly]
        if isinstance(value, array.array):
            return ["a", value.typecode, *map(self._encode, value)]
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return self._record(type(value), value._fields, value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value)]
            return self._record(type(value), names, [getattr(value, name) for name in names])
        if isinstance(value, (list, tuple)):
            return ["l" if isinstance(value, list) else "t", *map(self._encode, value)]
        if isinstance(value, (set, frozenset)):
            return ["s", *map(self._encode, value)]
        if isinstance(value, collections.abc.Mapping):
            return ["d", *([self._encode(key), self._encode(item)] for key, item in value.items())]
        if type(value).__module__ == self.module.__name__:
            return ["o", self.number(value), type(value).__name__]
        raise Unsupported(f"{type(value).__name__} objects cannot be compared")

    def _record(self, cls, names, values):
        return ["n", cls.__name__, *([name, self._encode(value)] for name, value in zip(names, values))]

    def number(self, value):
        if id(value) not in self.numbers:
            self.kept.append(value)
            self.numbers[id(value)] = len(self.kept)
        return self.numbers[id(value)]

    # ------------------------------------------------------------ calls

    def call(self, kind, name, function, self_object, args, kwargs):
        """Calls a function, and records the call unless another recorded call makes it."""
        receiver = () if self_object is None else (self_object,)
        if self.depth:
            return function(*receiver, *args, **kwargs)
        # Set before the arguments are described, so that calls made by a __repr__ are not recorded either.
        self.depth = 1
        try:
            text = _text(self_object if kind == "method" else None, name, args, kwargs)
            step = {"kind": kind, "name": name, "text": text, "where": _caller()}
            if self_object is not None and kind == "method":
                step["self"] = self.number(self_object)
            try:
                step["args"] = [self.encode(value) for value in args]
                step["kwargs"] = {name: self.encode(value) for name, value in kwargs.items()}
            except Unsupported as error:
                self.refuse(step, "an argument", error)
            self.steps.append(step)
            try:
                result = function(*receiver, *args, **kwargs)
                if inspect.iscoroutine(result):
                    return self._later(result, step, args)
                if self._is_iterator(result):
                    result = _Items(result)
                    step["value"] = ["g", *map(self.encode, result.items)]
                    if result.error is not None:
                        raise result.error
                else:
                    step["value"] = ["o", self.number(self_object), name] if kind == "new" else self.encode(result)
            except Unsupported as error:
                self.refuse(step, "the result", error)
            except BaseException as error:
                # Includes SystemExit, which a program may catch.
                step["error"] = [type(error).__name__, str(error)]
                raise
            finally:
                self._see_changes(step, args)
        finally:
            self.depth = 0
        return result

    def _is_iterator(self, value):
        """Whether a value is only an iterator: streams and the module's own iterators also have methods."""
        if isinstance(value, io.IOBase) or type(value).__module__ == self.module.__name__:
            return False
        return isinstance(value, collections.abc.Iterator)

    async def _later(self, result, step, args):
        self.depth += 1
        try:
            value = await result
            step["value"] = self.encode(value)
            return value
        except Unsupported as error:
            self.refuse(step, "the result", error)
        except BaseException as error:
            step["error"] = [type(error).__name__, str(error)]
            raise
        finally:
            self.depth -= 1
            self._see_changes(step, args)

    def _see_changes(self, step, args):
        try:
            after = [self.encode(value) for value in args]
        except (Unsupported, ValueError):
            # For example a view that the call has released.
            return
        if after != step["args"]:
            step["after"] = after

    def wrap(self, kind, name, function, is_bound):
        @functools.wraps(function)
        def wrapped(*args, **kwargs):
            if is_bound:
                return self.call(kind, name, function, args[0], args[1:], kwargs)
            return self.call(kind, name, function, None, args, kwargs)

        if isinstance(function, functools._lru_cache_wrapper):
            wrapped.cache_info, wrapped.cache_clear = function.cache_info, function.cache_clear
        return wrapped

    # ------------------------------------------------------------ what is recorded

    def watch(self):
        """Replaces the module's public functions and classes by recording ones."""
        for name, value in list(vars(self.module).items()):
            if name.startswith("_") or name == "cases" or getattr(value, "__module__", None) != self.module.__name__:
                continue
            if isinstance(value, _FUNCTIONS):
                setattr(self.module, name, self.wrap("call", name, value, False))
            elif isinstance(value, type) and not issubclass(value, (BaseException, enum.Enum)):
                if not dataclasses.is_dataclass(value) and not hasattr(value, "_fields"):
                    self._watch_class(name, value)

    def _watch_class(self, class_name, cls):
        for name, value in list(vars(cls).items()):
            if name == "__init__":
                setattr(cls, name, self.wrap("new", class_name, value, True))
            elif name.startswith("_"):
                continue
            elif isinstance(value, _FUNCTIONS):
                setattr(cls, name, self.wrap("method", name, value, True))
            elif isinstance(value, (staticmethod, classmethod)):
                bound = getattr(cls, name)
                setattr(cls, name, staticmethod(self.wrap("call", f"{class_name}.{name}", bound, False)))
        if "__init__" not in vars(cls):
            cls.__init__ = self.wrap("new", class_name, _init_of(cls), True)


def _init_of(cls):
    """The __init__ of a class, or a substitute that raises as object's does, for a class without one."""
    if cls.__init__ is not object.__init__:
        return cls.__init__

    def init(self, *args, **kwargs):
        # object.__init__ refuses arguments only if the class defines no __init__, and now it has the recording one.
        if (args or kwargs) and type(self).__new__ is object.__new__:
            raise TypeError(f"{type(self).__name__}() takes no arguments")

    return init


class _Items:
    """Reads an iterator to its end, and yields its items again."""

    def __init__(self, iterator):
        self.items, self.error = [], None
        try:
            self.items.extend(itertools.islice(iterator, _MOST_ITEMS + 1))
        except Exception as error:
            self.error = error
        if len(self.items) > _MOST_ITEMS:
            raise Unsupported(f"iterators of more than {_MOST_ITEMS} items cannot be compared")
        self.rest = iter(self.items)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.rest)


def _text(receiver, name, args, kwargs):
    parts = [_repr(value) for value in args] + [f"{key}={_repr(value)}" for key, value in kwargs.items()]
    text = f"{name}({', '.join(parts)})"
    text = text if receiver is None else f"<{type(receiver).__name__}>.{text}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _repr(value):
    return f"memoryview({value.tobytes()!r})" if isinstance(value, memoryview) else repr(value)


def _caller():
    frame = sys._getframe()
    while frame.f_code.co_filename == __file__ and frame.f_back is not None:
        frame = frame.f_back
    name = frame.f_code.co_filename
    return f"{os.path.basename(name)}:{frame.f_lineno}"


def _load(path, name):
    # An explicit loader, because the file name may have any extension.
    loader = importlib.machinery.SourceFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _name_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def _run_cases(cases, module, recorder):
    if inspect.iscoroutinefunction(cases):
        return asyncio.run(cases())
    if callable(cases):
        return cases()
    for case in cases:
        function, *args = case
        # The list holds the functions from before they were replaced, so look them up by name.
        name = function if isinstance(function, str) else function.__name__
        called = getattr(module, name, None)
        before = len(recorder.steps)
        try:
            called(*args)
        except Exception:
            # The recorder has recorded it.
            pass
        if len(recorder.steps) == before:
            raise Refused(f"cases: {name} is not a public function or class of {os.path.basename(module.__file__)} whose calls can be recorded")


def _run_docstrings(module):
    runner = doctest.DocTestRunner(verbose=False)
    for test in doctest.DocTestFinder().find(module, _name_of(module.__file__)):
        # Ignore the output: whether the examples are right is not checked here.
        runner.run(test, out=lambda text: None)


def main(path, out, cases_path=None):
    # Keep the output of the programs apart from that of this one.
    sys.stdout = sys.stderr
    for folder in {os.path.dirname(os.path.abspath(file)) for file in (path, cases_path or path)}:
        sys.path.insert(0, folder)
    module = _load(path, _name_of(path))
    recorder = Recorder(module)
    recorder.watch()
    source = _load(cases_path, _name_of(cases_path)) if cases_path else module
    if hasattr(source, "cases"):
        _run_cases(source.cases, module, recorder)
    elif cases_path:
        raise Refused(f"{cases_path} has no cases: a function or a list of that name")
    else:
        _run_docstrings(module)
    if recorder.refused is not None:
        raise recorder.refused
    version = ".".join(map(str, sys.version_info[:3]))
    with open(out, "w", encoding="ascii") as file:
        json.dump({"module": os.path.basename(path), "python": version, "steps": recorder.steps}, file)


def _traceback_of(error):
    """The traceback from the user's code on, without the frames of this file and the import machinery."""
    tb = error.__traceback__
    while tb is not None and (tb.tb_frame.f_code.co_filename == __file__ or tb.tb_frame.f_code.co_filename.startswith("<frozen ")):
        tb = tb.tb_next
    return tb


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as error:
        sys.exit(str(error))
    except SystemExit as stop:
        sys.exit(f"{sys.argv[1]} ended itself by SystemExit: {stop.code}")
    except Exception as error:
        traceback.print_exception(type(error), error, _traceback_of(error))
        sys.exit(1)
