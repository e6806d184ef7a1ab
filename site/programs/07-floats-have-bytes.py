import struct

data = bytearray(struct.pack('d', 1.5))
view = memoryview(data)
number = view.cast('d')
print(data.hex(' '))
number[0] = -2.0
print(data.hex(' '), number[0])
view[7] = 0x40
print(number[0])
