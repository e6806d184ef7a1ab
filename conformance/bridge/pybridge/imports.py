"""Imports of modules under test: found as always, compiled by syntax.py, run with our built-in names."""

import importlib.abc
import importlib.machinery
import sys

from . import syntax


class Loader(importlib.machinery.SourceFileLoader):
    """Loads a module under test; nothing is cached on disk."""

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return syntax.transform(self.get_data(path), path)

    def exec_module(self, module):
        module.__dict__["__builtins__"] = syntax.namespace
        exec(self.get_code(module.__name__), module.__dict__)


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


def install(is_under_test):
    """From now on, modules whose name `is_under_test` accepts run on our types."""
    sys.meta_path.insert(0, Finder(is_under_test))
