"""Answers on stdout for each line of programs on stdin: the native oracle. See native.ts."""

import resource
import sys

import oracle

# A program that asks for very much memory is refused it, and takes it from nobody else.
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
print(sys.version.split()[0], flush=True)
for line in sys.stdin:
    print(oracle.run_many(line), flush=True)
