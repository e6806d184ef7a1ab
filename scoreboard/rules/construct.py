## An int makes that many zeros
# `bytes(n)` and `bytearray(n)` have n bytes, all of them zero. A negative number is an error, and so is one that no memory could hold.
print(bytes(3), bytearray(2))
error(lambda: bytes(-1))
error(lambda: bytearray(-1))
error(lambda: bytes(10 ** 20))

## An iterable of ints makes one byte for each
# Every item must be an int in range(0, 256); True is the int 1, and an object with `__index__` counts as an int.
class Five:
    def __index__(self):
        return 5
print(bytes([0, 255, True, Five()]), bytes(range(3)), bytes(x * 2 for x in (1, 2)))
error(lambda: bytes([1, 256]))
error(lambda: bytearray([-1]))
error(lambda: bytes([1.5]))
error(lambda: bytes(['a']))

## Text needs an encoding
# A str is never taken for bytes. An encoding without a str is an error, too.
print(bytes('ABC', 'utf-8'), bytearray('\xe9', 'latin-1'), bytes('\u20ac', 'utf-8'))
print(bytes('a\xe9', 'ascii', 'replace'), bytes('a\xe9', encoding='ascii', errors='ignore'))
error(lambda: bytes('ABC'))
error(lambda: bytearray('ABC'))
error(lambda: bytes(b'ABC', 'utf-8'))
error(lambda: bytes(3, 'utf-8'))
error(lambda: bytes(errors='strict'))

## A bytes-like object is copied
# The result never shares memory with a source that can change.
source = bytearray(b'abc')
copies = [bytes(source), bytearray(source), bytes(memoryview(source))]
source[0] = 122
print(source, copies)

## An object says what its bytes are
# `__bytes__` is tried first, and must return bytes. `bytearray` does not use it.
class Packed:
    def __bytes__(self):
        return b'packed'
class Wrong:
    def __bytes__(self):
        return 'text'
print(bytes(Packed()))
error(lambda: bytes(Wrong()))
error(lambda: bytearray(Packed()))

## Any other value is an error
# The error names the type of the value.
error(lambda: bytes(None))
error(lambda: bytes(1.5))
error(lambda: bytearray(object))
error(lambda: bytes([1], [2]))

## Hexadecimal text makes bytes
# `fromhex` skips ASCII whitespace between bytes. The error names the position of a character that is not a digit.
print(bytes.fromhex('00 ff 0A'), bytearray.fromhex('dead\nbeef'))
error(lambda: bytes.fromhex('0g'))
error(lambda: bytes.fromhex('abc'))
error(lambda: bytes.fromhex(7))

## No argument makes an empty value
# Empty values of both types are equal.
print(bytes(), bytearray(), bytes() == bytearray(), len(bytes()))

## A subclass has its own type
# Its methods return plain bytes, not the subclass.
class Name(bytes):
    pass
name = Name(b'ada')
print(type(name).__name__, type(name.upper()).__name__, name == b'ada', isinstance(name, bytes), name[1:])

## A bytearray can be initialized again
# `__init__` replaces the contents, in the same object.
data = bytearray(b'old')
data.__init__(b'new value')
print(data)
data.__init__()
print(data)
