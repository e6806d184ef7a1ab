data = bytearray(range(10))
view = memoryview(data)
even = view[::2]
back = view[::-1]
odd_back = back[::2]

print(even.tolist(), even.strides)
print(back.tolist(), back.strides)
print(odd_back.tolist(), odd_back.strides)
back[0] = 99
print(data[9])
