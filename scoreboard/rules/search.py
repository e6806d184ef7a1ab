## `find` returns a position, or -1
# `rfind` looks from the end. Both take a run of bytes or one byte.
print(b'abcabc'.find(b'c'), b'abcabc'.rfind(b'c'), b'abc'.find(b'x'), b'abc'.find(98), b'abc'.rfind(b''))

## `index` raises where `find` returns -1
# The error is a ValueError, with one text for all types.
print(b'abc'.index(b'c'), b'abc'.rindex(98))
error(lambda: b'abc'.index(b'x'))
error(lambda: bytearray(b'abc').rindex(b'x'))

## A search has bounds
# They work as those of a slice; the position counts from the beginning of the value.
print(b'abcabc'.find(b'a', 1), b'abcabc'.find(b'a', 1, 3), b'abcabc'.find(b'c', -2), b'abcabc'.count(b'a', 1))

## The empty run is found everywhere inside the bounds
# Not beyond the end.
print(b'abc'.find(b''), b'abc'.find(b'', 3), b'abc'.find(b'', 4), b'abc'.count(b''), b'abc'.rfind(b'', 0, 2))

## `count` counts without overlaps
# From the left.
print(b'aaaa'.count(b'aa'), b'abcab'.count(b'ab'), b'abc'.count(97), bytearray(b'').count(b'a'))

## What is sought is bytes-like or an int
# An int must be in range(0, 256).
error(lambda: b'abc'.find('a'))
error(lambda: b'abc'.find(256))
error(lambda: b'abc'.count(None))
error(lambda: b'abc'.find(1.5))

## `startswith` and `endswith` take a tuple, too
# Of bytes-like values; a str is an error.
print(b'abc'.startswith(b'ab'), b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'c', 0, 2), b'abc'.endswith(()))
error(lambda: b'abc'.startswith('a'))
error(lambda: b'abc'.endswith(['c']))
error(lambda: b'abc'.startswith(('a',)))

## `replace` replaces runs, some or all
# An empty run stands between all bytes.
print(b'abcabc'.replace(b'b', b'XY'), b'abcabc'.replace(b'c', b'', 1), b'ab'.replace(b'', b'-'), b'aaa'.replace(b'aa', b'b'))
error(lambda: b'abc'.replace('a', b'b'))

## `removeprefix` and `removesuffix` take one away, once
# Where it is not there, the value stays as it is.
print(b'aab'.removeprefix(b'a'), b'abb'.removesuffix(b'b'), b'abc'.removeprefix(b'x'), bytearray(b'abc').removesuffix(b'bc'))

## Views are found in bytes
# Any bytes-like value can be sought.
print(b'abcabc'.find(memoryview(b'xbc')[1:]), bytearray(b'abc').count(bytearray(b'c')))
