"""The native oracle: answers each line of programs from stdin on stdout. See native.ts."""

import resource
import sys

import oracle

# A program that allocates too much gets a MemoryError, and other processes keep their memory.
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
print(sys.version.split()[0], flush=True)
for line in sys.stdin:
    print(oracle.run_many(line), flush=True)
