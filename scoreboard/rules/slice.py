## A slice is a new value of the same type
# Bounds outside the value are clamped.
print(b'abcdef'[1:4], bytearray(b'abcdef')[:2], b'abc'[-100:100], b'abc'[2:1], b'abc'[5:])

## A step skips, a negative one goes backwards
# Zero is an error.
print(b'abcdef'[::2], b'abcdef'[1::2], b'abcdef'[::-1], b'abcdef'[4:1:-1], bytearray(b'abcdef')[-2::-2])
error(lambda: b'abc'[::0])
error(lambda: memoryview(b'abc')[::0])

## A slice of a bytearray is a copy
# Later changes are not seen on either side.
data = bytearray(b'abcdef')
part = data[1:3]
data[1] = 90
part[1] = 33
print(data, part)

## A slice of a view is a view
# It shares the memory: nothing is copied.
data = bytearray(b'abcdef')
part = memoryview(data)[2:5]
part[0] = 90
print(data, bytes(part), len(part))

## A view can be sliced with a step
# Its strides say how far apart its items are.
view = memoryview(b'abcdef')
print(bytes(view[::2]), view[::2].strides, bytes(view[::-1]), view[::-1].strides, bytes(view[::2][::-1]))

## Bounds are ints or None
# An object with `__index__` counts as an int.
class Two:
    def __index__(self):
        return 2
print(b'abcdef'[Two():], b'abcdef'[None:Two()])
error(lambda: b'abc'['a':])
error(lambda: b'abc'[1.0:])

## Huge bounds are clamped
# They may be larger than any memory.
print(b'abc'[-10 ** 30:10 ** 30], b'abc'[::10 ** 30], b'abc'[10 ** 30::-1])

## A slice object is the same as the notation
# `slice(start, stop, step)` can be kept in a variable.
middle = slice(1, -1)
print(b'abcd'[middle], bytearray(b'abcd')[middle], bytes(memoryview(b'abcd')[middle]))
