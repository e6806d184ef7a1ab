data = bytearray(b'....:....')
view = memoryview(data)
view[:4] = b'left'
view[5:] = b'side'
print(data)

try:
    view[:4] = b'too long'
except ValueError as error:
    print(error)
print(data)
