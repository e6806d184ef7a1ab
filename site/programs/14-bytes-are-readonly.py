frozen = b'read only'
view = memoryview(frozen)
print(view.readonly, view[0])
try:
    view[0] = 82
except TypeError as error:
    print(error)

data = bytearray(frozen)
careful = memoryview(data).toreadonly()
data[0] = 82
print(bytes(careful))
