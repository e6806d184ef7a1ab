"""Starts the bridge, and runs one file as `python FILE` would."""

import sys
import traceback

from . import imports, syntax, types, wire

_HERE = __file__.rpartition("/")[0]


def install(is_under_test):
    wire.start()
    types.install()
    syntax.install()
    imports.install(is_under_test)


def _hide_bridge(error, seen=None):
    """Takes the bridge's own frames out of a traceback: Python would not print them."""
    seen = set() if seen is None else seen
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    kept = []
    tb = error.__traceback__
    while tb is not None:
        if not tb.tb_frame.f_code.co_filename.startswith(_HERE):
            kept.append(tb)
        tb = tb.tb_next
    following = None
    for tb in reversed(kept):
        tb.tb_next = following
        following = tb
    error.__traceback__ = following
    _hide_bridge(error.__cause__, seen)
    _hide_bridge(error.__context__, seen)


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
        _hide_bridge(error)
        traceback.print_exception(error)
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0
