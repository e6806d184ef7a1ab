## A byte of a bytearray can be replaced
# The value must be an int in range(0, 256).
data = bytearray(b'ABC')
data[1] = 90
data[-1] = 0x21
print(data)
def assign(value):
    def run():
        data[0] = value
    return run
error(assign(256))
error(assign(-1))
error(assign('A'))
error(assign(b'A'))
print(data)

## bytes cannot be changed
# Assigning to an index and deleting one are TypeErrors.
def change():
    b'abc'[0] = 65
def delete():
    value = b'abc'
    del value[0]
error(change)
error(delete)

## A write through a view changes the exporter
# Both names show the same memory.
data = bytearray('ABC', 'utf-8')
view = memoryview(data)
print(view[0], bytes(view[0:2]), list(view[0:3]))
view[1] = 90
print(data)

## A view of bytes is read-only
# The error is a TypeError.
view = memoryview(b'abc')
print(view.readonly, memoryview(bytearray(1)).readonly)
def write():
    view[0] = 1
error(write)

## A slice assignment may change the length
# Any iterable of ints will do. A str will not.
data = bytearray(b'abcdef')
data[1:3] = b'XYZ'
print(data)
data[0:0] = [49, 50]
print(data)
data[4:] = b''
print(data)
def text():
    data[0:1] = 'x'
error(text)

## With a step the lengths must agree
# An extended slice cannot change the length.
data = bytearray(b'abcdef')
data[::2] = b'XYZ'
print(data)
def short():
    data[::2] = b'xy'
error(short)

## `del` removes bytes
# At an index, in a slice, or in a slice with a step.
data = bytearray(b'abcdefgh')
del data[0]
del data[1:3]
print(data)
del data[::2]
print(data)
def outside():
    del data[100]
error(outside)

## A view keeps its size
# A slice of a view accepts exactly as many bytes as it has; nothing can be deleted.
data = bytearray(b'abcdef')
view = memoryview(data)
view[1:3] = b'XY'
print(data)
def longer():
    view[1:3] = b'XYZ'
def delete():
    del view[0]
error(longer)
error(delete)

## Overlapping slices are copied correctly
# In both directions, as with memmove.
data = bytearray(b'abcdef')
view = memoryview(data)
view[1:5] = view[0:4]
print(data)
view[0:4] = view[2:6]
print(data)

## `append`, `extend`, `insert`, `pop`, `remove`, `clear`
# A bytearray is a list of bytes.
data = bytearray(b'ab')
data.append(99)
data.extend([100, 101])
data.insert(0, 33)
print(data, data.pop(), data.pop(0), data)
data.remove(98)
print(data)
data.reverse()
print(data)
data.clear()
print(data)
error(lambda: bytearray().pop())
error(lambda: bytearray(b'a').pop(5))
error(lambda: bytearray(b'a').remove(98))
error(lambda: bytearray().append(256))

## Adding to a bytearray keeps the object
# `+=` extends it in place; `+` makes a new value of the type on the left.
data = bytearray(b'a')
same = data
data += b'b'
print(same, same is data, b'a' + bytearray(b'b'), bytearray(b'a') + b'b')
error(lambda: b'a' + 'b')
error(lambda: b'a' + 1)

## Multiplying repeats
# The number may stand on either side; zero and negative numbers make an empty value.
print(b'ab' * 3, 2 * bytearray(b'x'), b'ab' * 0, b'ab' * -1)
error(lambda: b'a' * 1.5)
error(lambda: b'a' * b'b')
