"""Runs the programs of programs.py one after another, on CPython's own types or on ours.

Natively it is a program: `python3.15 run_programs.py FILE` runs those whose titles end in `[final]`.
"""

import contextlib
import io
import re
import sys
import types
import warnings

PRELUDE = """
def attempt(function, *args, **kwargs):
    '''The repr of a call's result, or the exception that it raises.'''
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f'{type(error).__name__}: {error}'
"""


def read(text):
    """(title, source) of each block; a line `# == title` begins one."""
    for block in ("\n" + text).split("\n# == ")[1:]:
        title, _, source = block.partition("\n")
        yield title.strip(), source.strip("\n") + "\n"


def compiler(ours):
    """A function that compiles source, and the built-in names for the code."""
    if not ours:
        import builtins

        return compile, builtins
    from pybridge import syntax

    return syntax.transform, syntax.namespace


def run_one(source, compiled, names):
    """The output of a program; an exception that ends it is the last line."""
    main = types.ModuleType("__main__")
    main.__builtins__ = names
    before, sys.modules["__main__"] = sys.modules["__main__"], main
    printed = io.StringIO()
    warnings.simplefilter("ignore")
    try:
        with contextlib.redirect_stdout(printed):
            exec(compiled(PRELUDE, "<prelude>", "exec"), main.__dict__)
            exec(compiled(source, "<program>", "exec"), main.__dict__)
    except BaseException as error:
        printed.write(f"{type(error).__name__}: {error}\n")
    finally:
        sys.modules["__main__"] = before
    # Addresses are not compared.
    return re.sub(r"\b0x[0-9a-f]{6,}\b", "0x...", printed.getvalue())


FINAL = "[final]"


def run(text, ours, choose=lambda title: True):
    """Every chosen program with its outcome, in the form of programs.py."""
    compiled, names = compiler(ours)
    chosen = [(title, source) for title, source in read(text) if choose(title)]
    return "\n".join(f"# == {title}\n{run_one(source, compiled, names)}" for title, source in chosen)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(run(file.read(), False, lambda title: title.endswith(FINAL)), end="")
