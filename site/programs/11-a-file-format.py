import struct

# A bitmap of 2 x 2 pixels in the format BMP: two headers, then rows from bottom to top, each padded to 4 bytes.
size = 54 + 2 * 8
picture = bytearray(size)
struct.pack_into('<2sIHHI', picture, 0, b'BM', size, 0, 0, 54)
struct.pack_into('<IiiHHIIiiII', picture, 14, 40, 2, 2, 1, 24, 0, 16, 2835, 2835, 0, 0)

pixels = memoryview(picture)[54:]
rows = pixels.cast('B', shape=[2, 8])
for column in range(2):
    rows[0, 3 * column + 2] = 255
rows[1, 0] = 255

print(picture[:2], struct.unpack_from('<I', picture, 2))
print(struct.unpack_from('<ii', picture, 18))
print(pixels.hex(' ', 4))
