import struct

packet = bytearray(14)
struct.pack_into('>2sHI', packet, 0, b'PB', 1, 6)
view = memoryview(packet)
header = view[:8]
body = view[8:]
body[:] = b'Python'

magic, version, length = struct.unpack('>2sHI', header)
print(magic, version, length)
print(bytes(body[:length]))
print(packet)
