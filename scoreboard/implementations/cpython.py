"""Runs programs for implementations/cpython.mjs: reads each as a line of JSON, and writes what it printed as a line of JSON."""

import contextlib
import io
import json
import sys
import traceback

sys.unraisablehook = lambda unraisable: None

for line in sys.stdin:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(json.loads(line), "<program>", "exec"), {"__name__": "__main__"})
        except Exception as error:
            print("".join(traceback.format_exception_only(error)).strip().splitlines()[-1])
    sys.__stdout__.write(json.dumps(out.getvalue()) + "\n")
    sys.__stdout__.flush()
