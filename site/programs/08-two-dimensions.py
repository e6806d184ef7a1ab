data = bytearray(b'abcdefghijkl')
grid = memoryview(data).cast('B', shape=[3, 4])

print(grid.ndim, grid.shape, grid.strides)
print(chr(grid[1, 2]))
grid[2, 3] = ord('!')
print(data)
print(grid.tolist()[0])
