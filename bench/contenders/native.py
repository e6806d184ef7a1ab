# Native CPython: reads requests from standard input and writes replies to standard output, one per line.
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
for name in ("data.py", "driver.py"):
    with open(os.path.join(here, name)) as source:
        exec(compile(source.read(), name, "exec"))

jit = getattr(sys, "_jit", None)
with_jit = " with its JIT" if jit is not None and jit.is_enabled() else ""
print(json.dumps({"version": "CPython " + sys.version.split()[0] + with_jit}), flush=True)
for line in sys.stdin:
    print(handle(line), flush=True)
