data = bytearray(b'abc')
with memoryview(data) as view:
    view[0] = 65
try:
    view[0]
except ValueError as error:
    print(error)
data.extend(b'def')
print(data)
