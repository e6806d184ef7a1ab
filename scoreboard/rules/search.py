## `find` returns a position, or -1
# `rfind` looks from the end. Both take a run of bytes or one byte.
print(b'abcabc'.find(b'c'), b'abcabc'.rfind(b'c'), b'abc'.find(b'x'), b'abc'.find(98), b'abc'.rfind(b''))

## `index` raises where `find` returns -1
# The error is a ValueError, with the same message for all types.
print(b'abc'.index(b'c'), b'abc'.rindex(98))
error(lambda: b'abc'.index(b'x'))
error(lambda: bytearray(b'abc').rindex(b'x'))

## A search has bounds
# They work like those of a slice; the position counts from the beginning of the value.
print(b'abcabc'.find(b'a', 1), b'abcabc'.find(b'a', 1, 3), b'abcabc'.find(b'c', -2), b'abcabc'.count(b'a', 1))

## The empty run is found everywhere inside the bounds
# It is not found beyond the end.
print(b'abc'.find(b''), b'abc'.find(b'', 3), b'abc'.find(b'', 4), b'abc'.count(b''), b'abc'.rfind(b'', 0, 2))

## `count` counts without overlaps
# It counts from the left.
print(b'aaaa'.count(b'aa'), b'abcab'.count(b'ab'), b'abc'.count(97), bytearray(b'').count(b'a'))

## A search takes a bytes-like object or an int
# An int must be in range(0, 256).
error(lambda: b'abc'.find('a'))
error(lambda: b'abc'.find(256))
error(lambda: b'abc'.count(None))
error(lambda: b'abc'.find(1.5))

## `startswith` and `endswith` take a tuple, too
# Its items are bytes-like; a str is an error.
print(b'abc'.startswith(b'ab'), b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'c', 0, 2), b'abc'.endswith(()))
error(lambda: b'abc'.startswith('a'))
error(lambda: b'abc'.endswith(['c']))
error(lambda: b'abc'.startswith(('a',)))

## `replace` replaces runs, some or all
# There is an empty run between all bytes.
print(b'abcabc'.replace(b'b', b'XY'), b'abcabc'.replace(b'c', b'', 1), b'ab'.replace(b'', b'-'), b'aaa'.replace(b'aa', b'b'))
error(lambda: b'abc'.replace('a', b'b'))

## `removeprefix` and `removesuffix` remove it once
# A value without it is returned unchanged.
print(b'aab'.removeprefix(b'a'), b'abb'.removesuffix(b'b'), b'abc'.removeprefix(b'x'), bytearray(b'abc').removesuffix(b'bc'))

## Views are found in bytes
# Any bytes-like value can be sought.
print(b'abcabc'.find(memoryview(b'xbc')[1:]), bytearray(b'abc').count(bytearray(b'c')))
