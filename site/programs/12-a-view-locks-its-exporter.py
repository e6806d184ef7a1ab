data = bytearray(b'fixed')
view = memoryview(data)
try:
    data.append(33)
except BufferError as error:
    print(error)

data[0] = ord('F')
print(data)
view.release()
data.append(33)
print(data)
