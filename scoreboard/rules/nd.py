## A view can have many dimensions
# `cast` gives it a shape; an item has one index for each dimension.
view = memoryview(bytes(range(6))).cast('B', (2, 3))
print(view.ndim, view.shape, view.strides, view[1, 2], view[-1, -3], view.tolist())

## A shape must fit the memory
# The product of the shape is the number of items.
flat = memoryview(bytes(6))
error(lambda: flat.cast('B', (2, 2)))
error(lambda: flat.cast('B', (0, 6)))
error(lambda: flat.cast('B', (-1,)))
error(lambda: flat.cast('B', ()))

## An item of many dimensions can be written
# The write reaches the same memory.
data = bytearray(6)
view = memoryview(data).cast('B', (2, 3))
view[0, 1] = 7
view[1, 2] = 9
print(data)

## One index is too few
# CPython has no sub-views.
view = memoryview(bytes(6)).cast('B', (2, 3))
error(lambda: view[0])
error(lambda: view[0, 1, 2])
error(lambda: view[0, 3])
error(lambda: view[2, 0])

## A slice takes rows
# One slice cuts the first dimension. A tuple of slices is not implemented, and neither is iterating over rows.
view = memoryview(bytes(range(6))).cast('B', (3, 2))
print(view[1:].tolist(), view[::-1].tolist(), view[1:2].shape)
error(lambda: view[0:1, 0:1])
error(lambda: list(view))

## A view without dimensions has one item
# Its index is the empty tuple.
view = memoryview(b'\x07').cast('B', ())
print(view.ndim, view.shape, view[()], view.tolist(), len(view.tobytes()))
error(lambda: len(view))
error(lambda: view[0])

## Order C and order F
# `tobytes` can write the items column by column.
view = memoryview(bytes(range(6))).cast('B', (2, 3))
print(view.tobytes('C'), view.tobytes('F'), view.tobytes('A'))
error(lambda: view.tobytes('X'))

## Views are equal by shape and items
# A different shape is a different value.
a = memoryview(bytes(range(6)))
print(a.cast('B', (2, 3)) == a.cast('B', (2, 3)), a.cast('B', (2, 3)) == a.cast('B', (3, 2)), a.cast('B', (6,)) == a)

## The length is that of the first dimension
# `nbytes` counts all bytes.
view = memoryview(bytes(24)).cast('I', (2, 3))
print(len(view), view.nbytes, view.itemsize, view.shape, view.strides)
