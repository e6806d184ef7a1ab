"""Runs programs for implementations/cpython.mjs: one JSON text a line in, what it printed as one JSON text a line out."""

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
