"""Python's prompt, on our types: the command `pybuffer` reads lines from a terminal and passes them to `push`; `run` reads other input."""

import __future__
import codeop
import json
import linecache
import re
import rlcompleter
import sys
import traceback

from . import run, syntax

_FUTURE = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})


def _has_code(line):
    """Whether a line is more than a comment."""
    return line.strip() and not line.strip().startswith("#")


def _prompt(name):
    """A prompt: the str() of the object that the program has set."""
    try:
        return str(getattr(sys, name))
    except Exception:
        return ""


class Console:
    def __init__(self, environment):
        run.enter(environment)
        self.names = sys.modules["__main__"].__dict__
        self.names.update(__builtins__=syntax.namespace, __name__="__main__", __doc__=None)
        self.lines = []
        self.count = 0
        self.compile = codeop.CommandCompiler()
        self.completer = rlcompleter.Completer(self.names)
        sys.path.insert(0, "")
        sys.displayhook = self.show
        sys.ps1, sys.ps2 = ">>> ", "... "

    def show(self, value):
        if value is None:
            return
        syntax.namespace["_"] = None
        print(repr(value))
        syntax.namespace["_"] = value

    def run(self):
        """Reads the standard input to its end; returns the exit status."""
        prompt, lines = _prompt("ps1"), sys.stdin
        while not isinstance(prompt, int):
            self._write(prompt)
            try:
                line = lines.readline()
            except (ValueError, OSError) as error:
                # The input is closed, or not text.
                run.show(error)
                return 1
            if line:
                prompt = self.push(line.removesuffix("\n"))
                continue
            self._write("\n")
            if not self.lines:
                return 0
            # A statement cut off by the end of the input ends there.
            prompt = self.push("", is_whole=True)
        return prompt

    def _write(self, text):
        if run.is_open(sys.stdout):
            print(end=text, flush=True)

    def push(self, line, is_whole=False):
        """Takes one line; returns the next prompt or an exit status.

        The statement ends with this line if it `is_whole`.
        """
        self.lines.append(line)
        source = "\n".join(self.lines)
        name = f"<python-input-{self.count}>"
        failure = None
        try:
            # CPython's compiler decides whether the statement is complete and correct, whatever its types.
            if self.compile(source, name, "single") is None:
                if not is_whole:
                    return _prompt("ps2")
                compile(source, name, "single")
        except (SyntaxError, ValueError, OverflowError) as error:
            failure = error.with_traceback(None)
        self._next(name, source)
        if failure is None and any(map(_has_code, source.split("\n"))):
            try:
                exec(syntax.transform(source, name, "single", self.compile.compiler.flags & _FUTURE), self.names)
            except BaseException as error:
                failure = error
        if isinstance(failure, SystemExit):
            return run.status_of(failure)
        if failure is not None:
            sys.last_exc = sys.last_value = failure
            sys.last_type, sys.last_traceback = type(failure), failure.__traceback__
            # Outside of `except`, so that an error of sys.excepthook does not get this one as its context.
            stopped = run.show(failure)
            if stopped is not None:
                return stopped
        return self._done()

    def _next(self, name, source):
        linecache.cache[name] = len(source), None, source.splitlines(True), name
        self.lines.clear()
        self.count += 1

    def _done(self):
        run.flush()
        return _prompt("ps1")

    def interrupt(self):
        """Drops a statement that has begun; returns the next prompt."""
        self.lines.clear()
        print("\nKeyboardInterrupt", file=sys.stderr)
        return _prompt("ps1")

    def complete(self, line):
        """Completions of a line as JSON, with the end of the line that they replace."""
        word = re.search(r"[\w.]*$", line)[0]
        matches = []
        while word and (match := self.completer.complete(word, len(matches))) is not None:
            matches.append(match)
        return json.dumps([sorted(set(matches)), word])
