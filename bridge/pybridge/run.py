"""Starts the bridge, and runs one file as `python FILE` would."""

import sys
import traceback
import warnings

from . import imports, syntax, types, wire

_HERE = __file__.rpartition("/")[0]


def install(is_under_test):
    _hide_frames()
    _hide_from_warnings()
    wire.start()
    types.install()
    syntax.install()
    imports.install(is_under_test)


def _hide_frames():
    """Tracebacks that the code under test prints do not show the bridge: Python would not print it."""

    def hiding(walk):
        return lambda tb: (entry for entry in walk(tb) if not _is_bridge(entry[0]))

    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        setattr(traceback, name, hiding(getattr(traceback, name)))


def _hide_from_warnings():
    """A warning counts the frames up to the code that it blames: those of the bridge do not count."""
    real = warnings.warn

    def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
        if skip_file_prefixes:
            stacklevel = max(2, stacklevel)
        real(message, category, stacklevel + 1, source, skip_file_prefixes=(_HERE, *skip_file_prefixes))

    warnings.warn = warn


def _is_bridge(frame):
    return frame.f_code.co_filename.startswith(_HERE)


def run_file(path, args):
    """Runs a file as the main program on our types; returns the exit status."""
    sys.argv = [path, *args]
    with open(path, "rb") as file:
        source = file.read()
    main = sys.modules["__main__"]
    names = main.__dict__
    names.update(__builtins__=syntax.namespace, __file__=path, __name__="__main__")
    try:
        exec(syntax.transform(source, path), names)
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            return stop.code or 0
        print(stop.code, file=sys.stderr)
        return 1
    except BaseException as error:
        traceback.print_exception(error)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0
