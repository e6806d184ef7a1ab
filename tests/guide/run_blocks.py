"""Runs blocks of Python and checks the lines that say their value: `expression  # expected`.

Reads JSON, a list of [where, source], and prints JSON: the number of lines checked, and what is wrong. A block runs in names of its own.
"""

import json
import re
import sys
import traceback

_LINE = re.compile(r"^(?!\s)(.*\S)  # (.*)$")


def _run(where, source, wrong):
    names = {"__name__": "__main__"}
    checked = 0
    pending = []
    for number, line in enumerate([*source.split("\n"), ""]):
        match = _LINE.match(line)
        if match is None:
            pending.append(line)
            if number < source.count("\n") + 1:
                continue
        try:
            exec(compile("\n".join(pending), where, "exec"), names)
            pending.clear()
            if match is None:
                continue
            checked += 1
            try:
                met = repr(eval(match[1], names))
            except Exception as error:
                met = f"{type(error).__name__}: {error}"
            if met != match[2].strip():
                wrong.append(f"{where} +{number}: expected {match[2]}, met {met}")
        except BaseException:
            wrong.append(f"{where}: does not run: {traceback.format_exc()}")
            break
    return checked


def main():
    wrong = []
    checked = sum(_run(where, source, wrong) for where, source in json.load(sys.stdin))
    json.dump({"checked": checked, "mismatches": wrong}, sys.stdout)


main()
