## `cast` reads the same memory with another format
# Nothing is copied.
data = bytearray(b'\x01\x00\x02\x00')
view = memoryview(data).cast('H')
print(view.format, view.itemsize, view.shape, view.tolist())
view[1] = 0x0304
print(data)

## One side of a cast is bytes
# To change from one format to another, cast to bytes in between.
view = memoryview(bytes(8)).cast('I')
error(lambda: view.cast('H'))
print(view.cast('B').cast('H').shape)

## The memory must divide into items
# It must also be contiguous.
error(lambda: memoryview(bytes(3)).cast('H'))
error(lambda: memoryview(bytes(8))[::2].cast('H'))

## A format is one native letter
# It may have an `@` in front of it.
error(lambda: memoryview(bytes(8)).cast('<H'))
error(lambda: memoryview(bytes(8)).cast('HH'))
error(lambda: memoryview(bytes(8)).cast('w'))
error(lambda: memoryview(bytes(8)).cast(5))
print(memoryview(bytes(8)).cast('@H').shape)

## Every number has its range
# The error names the format.
view = memoryview(bytearray(8)).cast('b')
view[0] = -128
def assign(view, value):
    def run():
        view[0] = value
    return run
error(assign(view, 128))
error(assign(view, 'x'))
error(assign(view.cast('B').cast('h'), 40000))
error(assign(view.cast('B').cast('I'), -1))
error(assign(view.cast('B').cast('d'), 'x'))

## Floats and doubles
# A float has the precision that four bytes allow.
view = memoryview(bytearray(8)).cast('f')
view[0] = 0.1
print(view[0], view.tolist())
view = view.cast('B').cast('d')
view[0] = 0.1
print(view[0], bytes(view.cast('B')))

## `?` is a bool and `c` a byte
# An assignment to `?` stores the truth of the value.
view = memoryview(bytearray(2)).cast('?')
view[0] = True
view[1] = ''
print(view.tolist())
view = memoryview(b'ab').cast('c')
print(view[0], view.tolist())

## 64-bit items are exact
# They hold numbers that a double cannot.
view = memoryview(bytearray(8)).cast('Q')
view[0] = 2 ** 64 - 1
print(view[0], view.cast('B').cast('q')[0])

## Equality is by value across formats
# A double and an int are equal if their numbers are.
a = memoryview(bytearray(16)).cast('d')
a[0] = 1.0
a[1] = 2.0
b = memoryview(bytearray(4)).cast('H')
b[0] = 1
b[1] = 2
print(a == b, a.tolist() == b.tolist())
