byte_array = bytearray('ABC', 'utf-8')
print('Before updation:', byte_array)

mv = memoryview(byte_array)
mv[1] = 90
print('After updation:', byte_array)
