# Loaded by every Python contender before a row: the same data as data.ts, and the form in which answers are compared.
# Simple enough for Skulpt.


def text(n):
    t = (
        b"the quick brown fox jumps over the lazy dog and then some more words follow it in the usual "
        + b"way of filler, with a comma here; a line ends there.\n"
    )
    return (t * (n // len(t) + 1))[:n]


def mixed(n):
    t = bytes([(i * 7 + 3) % 256 for i in range(256)])
    return (t * (n // 256 + 1))[:n]


def halves(n):
    # Imported here, because some runtimes of this bench do not have it.
    import array

    return array.array("d", [(i & 255) + 0.5 for i in range(n)])


def numbers(n):
    return [(i * 7 + 3) % 256 for i in range(n)]


def canon(x):
    if x is None:
        return "none"
    if x is True:
        return "true"
    if x is False:
        return "false"
    if isinstance(x, str):
        n = len(x)
        return "s%d:" % n + ",".join([str(ord(x[i * n // 16])) for i in range(16 if n else 0)])
    if isinstance(x, (list, tuple)):
        n = len(x)
        picks = [0, n // 2, n - 1] if n else []
        return "[%d:" % n + ";".join([canon(x[i]) for i in picks]) + "]"
    if isinstance(x, float):
        return str(int(x)) if x == int(x) else "%.6e" % x
    if isinstance(x, int):
        return str(x)
    if not isinstance(x, bytes):
        x = bytes(x)
    n = len(x)
    return "b%d:" % n + ",".join([str(x[i * n // 16]) for i in range(16 if n else 0)])
