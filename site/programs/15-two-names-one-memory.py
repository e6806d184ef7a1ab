a = bytearray(b'same')
b = a
c = bytearray(a)
b[0] = ord('S')
print(a, b, c)
print(a is b, a is c, a == c)
