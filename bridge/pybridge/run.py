"""Starts the bridge, and runs one program as `python FILE` would."""

import gc
import linecache
import os
import re
import sys
import traceback
import warnings
from types import FunctionType, ModuleType

from . import codec_module, imports, loop, syntax, types, wire

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


def run_program(source, name, shown, args, environment):
    """Runs a program on our types as Python runs its main program; returns the exit status.

    The program is the file `name`, or the text `source` where that is not None. `shown` is what it sees in sys.argv[0].
    """
    os.environ.clear()
    os.environ.update(environment)
    loop.install()
    main = sys.modules["__main__"]
    names = main.__dict__
    names.clear()
    names.update(__name__="__main__", __builtins__=syntax.module, __doc__=None, __package__=None, __loader__=None, __spec__=None)
    sys.argv = [shown, *args]
    is_file = source is None
    if is_file:
        names["__file__"] = name
        sys.path.insert(0, name.rpartition("/")[0])
        with open(name, "rb") as file:
            source = file.read()
    else:
        sys.path.insert(0, os.getcwd())
        linecache.cache[name] = len(source), None, source.splitlines(True), name
    try:
        exec(_compiled(source, name, is_file), names)
        status = 0
    except BaseException as error:
        status = status_of(error)
    # What the program left to be done at its end may raise as well, and change nothing about the status.
    for step in (_run_exit_functions, lambda: _drop_names(names)):
        try:
            step()
        except BaseException as error:
            status_of(error)
    return status if _flush() else 120


def _compiled(source, name, is_file):
    """The code of a program.

    CPython reads a file line by line, and says where it is no text in other words, and of another line, than of bytes.
    """
    if not is_file:
        return syntax.transform(source, name)
    source, null, _ = source.partition(b"\0")
    if null and _is_utf8(source):
        line = source.rpartition(b"\n")[2].decode()
        place = name, source.count(b"\n") + 1, None, line
        raise SyntaxError("source code cannot contain null bytes", place)
    try:
        return syntax.transform(source, name)
    except SyntaxError as error:
        if error.msg.startswith("Non-UTF-8 code"):
            # The reader looks for a coding in the second line as long as the first one counts.
            if error.lineno == 2 and not re.match(rb"[ \t\f]*(?:#|\r?\n)", source):
                error.lineno = error.end_lineno = 1
            error.msg = re.sub(r" on line \d+", lambda _: f" in file {name} on line {error.lineno}", error.msg, count=1)
        raise


def _is_utf8(source):
    try:
        source.decode()
    except UnicodeDecodeError:
        return False
    return True


def status_of(error):
    """The exit status of a program that this exception ended; says on stderr what Python would say."""
    if isinstance(error, SystemExit):
        if error.code is None:
            return 0
        if isinstance(error.code, int):
            # A C int holds the status, and -1 stands for one that is too large.
            return error.code & 0xFF if -(2**63) <= error.code < 2**63 else 0xFF
        print(error.code, file=sys.stderr)
        return 1
    show(error)
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def show(error):
    """Shows an exception that nobody caught, by the program's own sys.excepthook if it has one."""
    if sys.excepthook is sys.__excepthook__:
        traceback.print_exception(error)
        return
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as failure:
        print("Error in sys.excepthook:", file=sys.stderr)
        traceback.print_exception(failure)
        print("\nOriginal exception was:", file=sys.stderr)
        traceback.print_exception(error)


def _run_exit_functions():
    if "atexit" in sys.modules:
        sys.modules["atexit"]._run_exitfuncs()


def _drop_names(names):
    """Objects of the program are finalized before the interpreter ends, and may use its functions, classes and modules."""
    for name, value in list(names.items()):
        if not name.startswith("__") and not isinstance(value, (type, FunctionType, ModuleType)):
            names[name] = None
    gc.collect()


def _flush():
    """Whether all that was printed went out; streams that the program closed are left alone."""
    went_out = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except OSError:
            went_out = False
    return went_out
