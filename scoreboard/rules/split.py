## `split` cuts at a separator
# Empty parts stay. `rsplit` differs only where there is a limit.
print(b'a,b,,c'.split(b','), b'a,b,c'.split(b',', 1), b'a,b,c'.rsplit(b',', 1), b''.split(b','))

## Without a separator it cuts at whitespace
# Runs of ASCII whitespace count as one, and there are no empty parts.
print(b'  a  b\tc\n'.split(), b' a b c '.split(None, 1), b' a b c '.rsplit(None, 1), b'   '.split())

## An empty separator is an error
# So is a separator that is text.
error(lambda: b'abc'.split(b''))
error(lambda: b'abc'.split('b'))
error(lambda: bytearray(b'abc').partition(b''))

## `partition` returns three parts
# Without the separator, two of them are empty.
print(b'k=v=w'.partition(b'='), b'k=v=w'.rpartition(b'='), b'kv'.partition(b'='), b'kv'.rpartition(b'='))

## `splitlines` knows \n, \r and \r\n
# It knows no other line ends, unlike that of str.
print(b'a\nb\r\nc\rd'.splitlines(), b'a\nb\n'.splitlines(True), b''.splitlines(), b'a\x0bb\x0cc\x85d'.splitlines())

## `join` puts parts together
# Each part is bytes-like; the error counts from zero.
print(b', '.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join([]), bytearray(b'-').join((b'a', b'b')))
error(lambda: b','.join([b'a', 'b']))
error(lambda: b','.join(5))
error(lambda: b','.join([1]))

## `strip` removes a set of bytes from both ends
# Without an argument it removes ASCII whitespace.
print(b'  a b \n'.strip(), b'xxabcyx'.strip(b'xy'), b'  a'.lstrip(), b'a..'.rstrip(b'.'), b'abc'.strip(b''))
error(lambda: b'abc'.strip('a'))

## Parts of a bytearray are bytearrays
# They are when nothing was cut, too.
print(bytearray(b'a b').split(), bytearray(b'ab').partition(b','))

## `translate` maps each byte
# It takes a table of 256 bytes, and bytes to delete.
table = bytes.maketrans(b'abc', b'xyz')
print(b'aabbccd'.translate(table), b'hello'.translate(None, b'l'), b'abc'.translate(table, b'b'), len(table))
error(lambda: b'abc'.translate(b'short'))
error(lambda: bytes.maketrans(b'ab', b'c'))

## Case and classes are those of ASCII
# Bytes above 127 are never letters.
print(b'hello World'.title(), b'\xe9a'.upper(), b'AbC'.swapcase(), b'abc'.capitalize(), b'ABC'.lower())
print(b'abc1'.isalnum(), b'abc'.isalpha(), b'123'.isdigit(), b' \t'.isspace(), b'Ab'.istitle(), b'\xe9'.isalpha(), b''.isdigit(), b''.isascii())

## Padding centres, justifies and fills
# The fill is one byte. `zfill` keeps the sign in front.
print(b'ab'.center(7, b'*'), b'ab'.ljust(4, b'.'), b'ab'.rjust(4), b'-42'.zfill(6), b'+1'.zfill(1), b'a\tb'.expandtabs(4))
error(lambda: b'ab'.center(7, b'**'))
error(lambda: b'ab'.ljust(7, '*'))
