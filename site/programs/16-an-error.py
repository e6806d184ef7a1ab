def read(view, index):
    return view[index]

data = bytearray(b'abc')
view = memoryview(data)
print(read(view, -1))
print(read(view, 3))
