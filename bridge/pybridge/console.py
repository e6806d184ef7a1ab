"""Python's prompt, on our types: the command `pybuffer` reads the lines, and gives them to `push`."""

import __future__
import codeop
import json
import linecache
import re
import rlcompleter
import sys
import traceback

from . import loop, run, syntax

_MORE, _DONE = "more", "done"
_FUTURE = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})


def _has_code(line):
    """Whether a line is more than a comment."""
    return line.strip() and not line.strip().startswith("#")


class Console:
    def __init__(self):
        self.names = sys.modules["__main__"].__dict__
        self.names.update(__builtins__=syntax.namespace, __name__="__main__", __doc__=None)
        self.lines = []
        self.count = 0
        self.compile = codeop.CommandCompiler()
        self.completer = rlcompleter.Completer(self.names)
        sys.path.insert(0, "")
        loop.install()
        sys.displayhook = self.show
        sys.ps1, sys.ps2 = ">>> ", "... "

    def show(self, value):
        if value is None:
            return
        syntax.namespace["_"] = None
        print(repr(value))
        syntax.namespace["_"] = value

    def push(self, line):
        """Takes one line; returns "more" when the statement goes on, "done" when it has run, or an exit status."""
        self.lines.append(line)
        source = "\n".join(self.lines)
        name = f"<python-input-{self.count}>"
        try:
            # Whether the statement ends here, and what is wrong with it, does not depend on the types.
            if self.compile(source, name, "single") is None:
                return _MORE
        except (SyntaxError, ValueError, OverflowError) as error:
            self._next(name, source)
            traceback.print_exception(error.with_traceback(None))
            return self._done()
        self._next(name, source)
        if not any(map(_has_code, source.split("\n"))):
            return self._done()
        try:
            exec(syntax.transform(source, name, "single", self.compile.compiler.flags & _FUTURE), self.names)
        except SystemExit as stop:
            return run.status_of(stop)
        except BaseException as error:
            run.show(error)
        return self._done()

    def _next(self, name, source):
        linecache.cache[name] = len(source), None, source.splitlines(True), name
        self.lines.clear()
        self.count += 1

    def _done(self):
        sys.stdout.flush()
        sys.stderr.flush()
        return _DONE

    def interrupt(self):
        """Drops a statement that has begun."""
        self.lines.clear()
        print("\nKeyboardInterrupt", file=sys.stderr)

    def complete(self, line):
        """JSON: how a line may go on, and the end of it that these replace."""
        word = re.search(r"[\w.]*$", line)[0]
        matches = []
        while word and (match := self.completer.complete(word, len(matches))) is not None:
            matches.append(match)
        return json.dumps([sorted(set(matches)), word])
