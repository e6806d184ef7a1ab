## A bytearray that is viewed cannot change its size
# Its bytes can still change.
data = bytearray(b'abc')
view = memoryview(data)
error(lambda: data.append(1))
error(lambda: data.pop())
error(lambda: data.clear())
error(lambda: data.extend(b'x'))
data[0] = 65
print(data, bytes(view))
view.release()
data.append(33)
print(data)

## Assigning a slice of the same length does not change the size
# So it is allowed while there are views.
data = bytearray(b'abc')
view = memoryview(data)
data[0:2] = b'XY'
print(data)
def longer():
    data[0:2] = b'XYZ'
error(longer)
view.release()

## A released view cannot be used
# Releasing it again is allowed.
view = memoryview(b'abc')
view.release()
view.release()
error(lambda: view[0])
error(lambda: view.tobytes())
error(lambda: len(view))
error(lambda: view.format)
error(lambda: view == b'abc')

## A view of a view keeps the lock
# The exporter is free when the last of them is released.
data = bytearray(b'abc')
first = memoryview(data)
second = first[1:]
first.release()
error(lambda: data.append(1))
print(bytes(second))
second.release()
data.append(1)
print(data)

## `with` releases
# It does so when the body raises, too.
data = bytearray(b'abc')
with memoryview(data) as view:
    print(view[0])
    error(lambda: data.append(1))
data.append(100)
print(data)
error(lambda: view[0])

## A method holds its arguments while other code runs
# So the memory cannot move in the meantime.
data = bytearray(b'abc')
class Shrink:
    def __index__(self):
        data.clear()
        return 1
error(lambda: data.insert(Shrink(), 5))
print(data)

## A view keeps its exporter alive
# The exporter's own name may be deleted.
view = memoryview(bytearray(b'abc'))
print(bytes(view), view.obj)
