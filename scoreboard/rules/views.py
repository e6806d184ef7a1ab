## A view describes memory
# It has a format, the size of an item, a shape and strides, and says whether it can be written.
view = memoryview(b'abcd')
print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.suboffsets, view.readonly)
print(view.c_contiguous, view.f_contiguous, view.contiguous, view.obj)

## A view is equal to a buffer with the same items
# Values are compared, not bytes: formats may differ.
print(memoryview(b'ab') == b'ab', memoryview(b'ab') == bytearray(b'ab'), memoryview(b'ab') != b'ac', memoryview(b'ab') == 'ab')

## A view of read-only bytes has a hash
# It is the hash of its bytes. A view that can be written has none.
print(hash(memoryview(b'abc')) == hash(b'abc'))
error(lambda: hash(memoryview(bytearray(b'abc'))))
error(lambda: hash(bytearray(b'abc')))

## `tobytes`, `tolist` and `hex` copy out
# They copy in the order of the items.
view = memoryview(b'abcdef')[::2]
print(view.tobytes(), view.tolist(), view.hex())

## `toreadonly` is a view that cannot be written
# The original still can.
data = bytearray(b'abc')
locked = memoryview(data).toreadonly()
def write():
    locked[0] = 1
error(write)
data[0] = 90
print(bytes(locked), locked.readonly)

## A view of a view is a view of the exporter
# `obj` names it.
data = bytearray(b'abcdef')
print(memoryview(memoryview(data)[1:])[1:].obj is data)

## Only exporters can be viewed
# A list or a str cannot.
error(lambda: memoryview([1, 2]))
error(lambda: memoryview('text'))
error(lambda: memoryview())

## Views cannot be ordered
# They can only be compared for equality.
error(lambda: memoryview(b'a') < memoryview(b'b'))

## `index` and `count` look at items
# They work like those of a tuple.
view = memoryview(b'abcab')
print(view.count(97), view.index(98), view.index(98, 2))
error(lambda: view.index(120))

## The repr of a view shows its address, and when it was released
# So only the rest of it can be compared.
view = memoryview(b'')
print(repr(view)[:15])
view.release()
print(repr(view)[:24])
