data = bytearray(range(24))
box = memoryview(data).cast('B', shape=[2, 3, 4])

print(box.shape, box.strides, box.nbytes)
print(box[1, 2, 3], 1 * 12 + 2 * 4 + 3 * 1)
print(box[-1, 0, 0])
