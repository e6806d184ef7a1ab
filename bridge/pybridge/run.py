"""Starts the bridge, and runs one program as `python FILE` would."""

import gc
import linecache
import os
import re
import runpy
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
    """Removes the bridge from tracebacks that the code under test prints."""

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


def enter(environment):
    """Sets up Pyodide for a program of the command: the variables of the environment, an event loop, CPython's sys.excepthook."""
    os.environ.clear()
    os.environ.update(environment)
    loop.install()
    sys.excepthook = sys.__excepthook__ = _excepthook


def run_program(how, what, shown, args, environment):
    """Runs a program on our types as Python runs its main program; returns the exit status.

    `how` says what `what` is: the path of a "file", "code", or the name of a "module"; None where the program is the "input". `shown` is what
    it sees in sys.argv[0].
    """
    enter(environment)
    main = sys.modules["__main__"]
    names = main.__dict__
    names.clear()
    names.update(__name__="__main__", __builtins__=syntax.module, __doc__=None, __package__=None, __loader__=None, __spec__=None)
    sys.argv = [shown, *args]
    sys.path.insert(0, {"file": lambda: what.rpartition("/")[0], "module": os.getcwd}.get(how, str)())
    failure = None
    try:
        if how == "module":
            _run_module(what)
        else:
            exec(_code_of(how, what, names), names)
    except BaseException as error:
        failure = error
    # Outside of `except`, so that an error of sys.excepthook does not get this one as its context.
    status = 0 if failure is None else status_of(failure)
    failure = None
    # Exit functions and finalizers of the program may raise as well, which does not change the status.
    for step in (_run_exit_functions, lambda: _drop_names(names)):
        try:
            step()
        except BaseException as error:
            failure = error
        if failure is not None:
            status_of(failure)
            failure = None
    return status if flush() else 120


def _code_of(how, what, names):
    if how == "code":
        linecache.cache["<string>"] = len(what), None, what.splitlines(True), "<string>"
        return syntax.transform(what, "<string>")
    if how == "input":
        names["__file__"] = "<stdin>"
        return _compiled(sys.stdin.buffer.read(), "<stdin>")
    names["__file__"] = what
    with open(what, "rb") as file:
        return _compiled(file.read(), what)


def _run_module(name):
    """Runs a module as `python -m` does, but on our types, whichever it is."""
    details = runpy._get_module_details

    def transformed(name, error):
        try:
            name, spec, code = details(name, error)
        except error:
            # runpy's error for a missing module contains this name.
            sys.executable = "pybuffer"
            raise
        source = spec.loader.get_source(name)
        return name, spec, code if source is None else syntax.transform(source, spec.origin)

    runpy._get_module_details = transformed
    runpy._run_module_as_main(name)


def _compiled(source, name):
    """The code of a file.

    CPython reads a file line by line, so errors for invalid text have another message and line than for bytes.
    """
    source, null, _ = source.partition(b"\0")
    if null and _is_utf8(source):
        line = source.rpartition(b"\n")[2].decode()
        place = name, source.count(b"\n") + 1, None, line
        raise SyntaxError("source code cannot contain null bytes", place)
    try:
        return syntax.transform(source, name)
    except SyntaxError as error:
        if error.msg.startswith("Non-UTF-8 code"):
            # The reader looks for a coding in line 2 only if line 1 is blank or a comment; else it blames line 1.
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
    """The exit status of a program that this exception ended; prints to stderr what Python would print."""
    if isinstance(error, SystemExit):
        if error.code is None:
            return 0
        if isinstance(error.code, int):
            # A C int holds the status, and -1 replaces one that is too large.
            return error.code & 0xFF if -(2**63) <= error.code < 2**63 else 0xFF
        if _can_say():
            print(error.code, file=sys.stderr)
        return 1
    stopped = show(error)
    if stopped is not None:
        return stopped
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def show(error):
    """Passes an uncaught exception to sys.excepthook; returns an exit status if that raises SystemExit, else None."""
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit as stop:
        return status_of(stop)
    except BaseException as failure:
        if not _can_say():
            return
        print("Error in sys.excepthook:", file=sys.stderr)
        traceback.print_exception(failure)
        print("\nOriginal exception was:", file=sys.stderr)
        traceback.print_exception(error)


def _excepthook(cls, error, tb, /):
    if _can_say():
        traceback.print_exception(cls, error, tb)


def _can_say():
    """Whether sys.stderr can be written. Python reports a closed one, and prints nothing if there is none."""
    if is_open(sys.stderr):
        return True
    if sys.stderr is not None:
        os.write(2, b"lost sys.stderr\n")
    return False


def is_open(stream):
    return stream is not None and not getattr(stream, "closed", False)


def _run_exit_functions():
    if "atexit" in sys.modules:
        sys.modules["atexit"]._run_exitfuncs()


def _drop_names(names):
    """Finalizes the program's objects while they can still use its functions, classes and modules."""
    for name, value in list(names.items()):
        if not name.startswith("__") and not isinstance(value, (type, FunctionType, ModuleType)):
            names[name] = None
    gc.collect()


def flush():
    """Flushes the output and returns whether that worked; ignores streams that the program closed."""
    went_out = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if is_open(stream):
                stream.flush()
        except OSError:
            went_out = False
    return went_out
