data = bytearray(b'hello world')
view = memoryview(data)
head = view[:5]
tail = view[6:]

tail[0] = ord('W')
head[0] = ord('H')
print(data)
print(head.tobytes(), len(tail))
