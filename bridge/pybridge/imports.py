"""Imports of modules under test: found as always, compiled by syntax.py, run with our built-in names.

A module of Python's library can be run under test too: the code under test then imports a copy of it that runs on our
types, while other code, including C and the bridge, keeps the original.
"""

import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types

from . import syntax

_HERE = __file__.rpartition("/")[0]

# name -> the module that the code under test imports under this name
instead = {}
programs = {}  # name -> the module of Python's library that runs as a program
_later = {}  # name -> the function that makes it
_hidden = {}  # name of a hidden module -> the names that the code under test may still import from it


class Loader(importlib.machinery.SourceFileLoader):
    """Loads a module under test; nothing is cached on disk."""

    def create_module(self, spec):
        # exec_module is importlib's own, because an import statement removes importlib's frames from tracebacks.
        made = types.ModuleType(spec.name)
        made.__dict__["__builtins__"] = syntax.namespace
        return made

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return syntax.transform(self.get_data(path), path)


class Finder(importlib.abc.MetaPathFinder):
    def __init__(self, is_under_test):
        self.is_under_test = is_under_test

    def find_spec(self, fullname, path=None, target=None):
        if not self.is_under_test(fullname):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            return spec
        spec.loader = Loader(spec.loader.name, spec.loader.path)
        return spec


def _import(name, globals=None, locals=None, fromlist=(), level=0):
    if level == 0 and name in _hidden and not (fromlist and _hidden[name].issuperset(fromlist)):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    if level == 0 and name in _later:
        # Removed first, because the function may import the module itself.
        made = _later.pop(name)()
        instead[name] = made
    if level == 0 and name in instead:
        return instead[name]
    try:
        return builtins.__import__(name, globals, locals, fromlist, level)
    except SyntaxError as error:
        # The statement removes importlib's frames, but not those above a frame of the loader.
        if _is_of_imports(error.__traceback__):
            error.__traceback__ = None
        raise


def _is_of_imports(tb):
    """Whether a traceback has no frame of a program."""
    while tb is not None and tb.tb_frame.f_code.co_filename.startswith((_HERE, "<frozen importlib")):
        tb = tb.tb_next
    return tb is None


def when_imported(name, make):
    """Makes the code under test import what `make` returns, from now on; the first import calls it."""
    _later[name] = make


def hide(modules):
    """Hides C modules that have a Python version in the library from the code under test, from now on.

    What follows a colon is still found: `_pickle:PickleBuffer`.
    """
    for text in modules:
        name, _, kept = text.partition(":")
        _hidden[name] = set(kept.split(",")) - {""}


def run_as_programs(names):
    """From now on, the code under test imports these modules of Python's library as programs on our types."""
    for name in names:
        run_as_program(name)


def run_as_program(name):
    spec = importlib.util.find_spec(name)
    if spec.origin == "frozen":
        # The interpreter has only its compiled code, not its source.
        spec = importlib.machinery.PathFinder.find_spec(name)
    program = types.ModuleType(name)
    program.__spec__, program.__file__ = spec, spec.origin
    program.__package__ = spec.parent
    program.__builtins__ = syntax.namespace
    # Set before its code runs, because it may import itself.
    instead[name] = programs[name] = program
    _later.pop(name, None)
    exec(syntax.transform(spec.loader.get_source(name), spec.origin), program.__dict__)
    return program


def module(name, real, **names):
    """A module of the library, with the documentation of CPython's."""
    made = types.ModuleType(name, real.__doc__)
    made.__dict__.update(names)
    return made


def install(is_under_test):
    """Makes modules whose names `is_under_test` accepts run on our types, from now on."""
    sys.meta_path.insert(0, Finder(is_under_test))
    syntax.namespace["__import__"] = _import
