## `pack` and `unpack` are inverse
# The first character of a format may name the byte order.
import struct
print(struct.pack('<IHb', 1, 2, -3), struct.unpack('<IHb', b'\x01\x00\x00\x00\x02\x00\xfd'), struct.pack('>I', 1))

## `calcsize` counts padding in native formats only
# `@` aligns, `=`, `<` and `>` do not.
import struct
print(struct.calcsize('<bI'), struct.calcsize('@bI'), struct.calcsize('=bI'), struct.calcsize('@bI0I'), struct.calcsize('3s2x'))

## Numbers have ranges
# The error names the format and its limits.
import struct
error(lambda: struct.pack('<B', 256))
error(lambda: struct.pack('<b', -129))
error(lambda: struct.pack('<H', -1))
error(lambda: struct.pack('<I', 1.5))
error(lambda: struct.pack('<q', 2 ** 63))

## `s` is one field, however long
# The value is cut or filled with zeros; a count before other letters repeats them.
import struct
print(struct.pack('<5s', b'ab'), struct.pack('<2s', b'abc'), struct.unpack('<3s2B', b'abc\x01\x02'), struct.pack('<4p', b'abcdef'))
error(lambda: struct.pack('<2s', 'ab'))

## The buffer must have exactly the size
# `unpack_from` takes it from a larger one.
import struct
error(lambda: struct.unpack('<I', b'abc'))
print(struct.unpack_from('<H', b'\x00\x01\x02\x03', 2), struct.unpack_from('<H', b'\x00\x01\x02\x03', -2))
error(lambda: struct.unpack_from('<I', b'abcdef', 4))
error(lambda: struct.unpack_from('<I', b'abcdef', -10))

## The number of values must agree
# Each field takes one value.
import struct
error(lambda: struct.pack('<HH', 1))
error(lambda: struct.pack('<H', 1, 2))

## `pack_into` writes into memory
# It takes a bytearray or a writable view, and changes nothing else.
import struct
data = bytearray(6)
struct.pack_into('<H', data, 2, 0x0102)
struct.pack_into('>H', memoryview(data)[4:], 0, 0x0304)
print(data)
error(lambda: struct.pack_into('<I', data, 4, 1))
error(lambda: struct.pack_into('<H', b'abc', 0, 1))

## `iter_unpack` goes through records
# The size of the buffer must be a multiple of the record's.
import struct
print(list(struct.iter_unpack('<BH', b'\x01\x02\x00\x03\x04\x00')))
error(lambda: struct.iter_unpack('<H', b'abc'))

## The error for a bad format says what is wrong
# A number without a letter is an error, too.
import struct
error(lambda: struct.calcsize('<y'))
error(lambda: struct.calcsize('5'))
error(lambda: struct.calcsize('<P'))

## Floats of two, four and eight bytes
# `e` is half precision; too large a number is an error.
import struct
print(struct.pack('<e', 1.5), struct.unpack('<e', b'\x01\x00'), struct.pack('>f', 0.1), struct.pack('>d', -0.0))
error(lambda: struct.pack('<e', 1e6))
error(lambda: struct.pack('<f', 1e40))

## A Struct is a compiled format
# It knows its size.
import struct
header = struct.Struct('<4sHH')
print(header.size, header.format, header.pack(b'RIFF', 1, 2), header.unpack_from(b'xxRIFF\x01\x00\x02\x00', 2))
