## An index returns an int
# `b[0]` is a number from 0 to 255 for bytes, bytearray and a view of bytes alike, not a bytes of length one.
print(b'ABC'[0], bytearray(b'ABC')[1], memoryview(b'ABC')[2])

## A negative index counts from the end
# -1 is the last byte.
print(b'ABC'[-1], bytearray(b'ABC')[-3], memoryview(b'ABC')[-2])

## An index outside raises IndexError
# Each type has its own message.
error(lambda: b'ABC'[3])
error(lambda: b'ABC'[-4])
error(lambda: bytearray(b'ABC')[3])
error(lambda: memoryview(b'ABC')[3])

## An index is an int
# A float is not, even a whole one. An object with `__index__` counts as an int.
class One:
    def __index__(self):
        return 1
print(b'ABC'[One()], b'ABC'[True])
error(lambda: b'ABC'[1.0])
error(lambda: b'ABC'['1'])
error(lambda: bytearray(b'ABC')[None])
error(lambda: memoryview(b'ABC')['1'])

## An index too large for memory is an IndexError
# It does not fit into an index-sized integer.
error(lambda: b'ABC'[10 ** 30])
error(lambda: bytearray(b'ABC')[-10 ** 30])
error(lambda: memoryview(b'ABC')[10 ** 30])

## Iterating yields ints
# A loop over bytes sees numbers.
print(list(b'AZ'), [x for x in bytearray(b'\x00\xff')], list(memoryview(b'hi')), max(b'abc'))

## An iterator of a bytearray sees later changes
# It keeps an index and asks for the length each time.
data = bytearray(b'ab')
seen = []
for byte in data:
    seen.append(byte)
    if len(data) < 4:
        data.append(byte + 2)
print(seen, data)

## `reversed` goes backwards
# It works on each of the three types.
print(list(reversed(b'abc')), list(reversed(bytearray(b'abc'))), list(reversed(memoryview(b'abc'))))

## `in` looks for a byte or a run of bytes
# An int outside of range(0, 256) is an error; the empty run is in everything.
print(98 in b'abc', b'bc' in b'abc', b'' in b'', b'ca' in bytearray(b'abc'), 98 in memoryview(b'abc'))
error(lambda: 256 in b'abc')
error(lambda: 'a' in b'abc')

## `len` counts bytes
# For a view it counts the items of the first dimension.
print(len(b'abc'), len(bytearray()), len(memoryview(b'abcd').cast('H')))
