"""Starts the bridge, and runs one program as `python FILE` would."""

import linecache
import os
import sys
import traceback
import warnings

from . import codec_module, imports, syntax, types, wire

_HERE = __file__.rpartition("/")[0]


def install(is_under_test):
    _hide_frames()
    _hide_from_warnings()
    wire.start()
    types.install()
    syntax.install()
    codec_module.install_registry()
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


def run_program(source, name, args):
    """Runs a program on our types as Python runs its main program; returns the exit status.

    The program is the file `name`, or the text `source` where that is not None.
    """
    main = sys.modules["__main__"]
    names = main.__dict__
    names.update(__builtins__=syntax.namespace, __name__="__main__")
    sys.argv = [name, *args]
    if source is None:
        names["__file__"] = name
        sys.path.insert(0, name.rpartition("/")[0])
        with open(name, "rb") as file:
            source = file.read()
    else:
        sys.argv[0] = {"<string>": "-c", "<stdin>": "-"}[name]
        sys.path.insert(0, os.getcwd())
        linecache.cache[name] = len(source), None, source.splitlines(True), name
    try:
        exec(syntax.transform(source, name), names)
    except SystemExit as stop:
        return status_of(stop)
    except BaseException as error:
        traceback.print_exception(error)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def status_of(stop):
    """The exit status that a SystemExit asks for; what is no number is printed."""
    if stop.code is None or isinstance(stop.code, int):
        return stop.code or 0
    print(stop.code, file=sys.stderr)
    return 1
