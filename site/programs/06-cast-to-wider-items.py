data = bytearray(8)
octets = memoryview(data)
words = octets.cast('H')
wide = octets.cast('I')

words[0] = 0x4241
wide[1] = 0x5A595857
print(data)
print(words.format, words.itemsize, words.shape)
print(wide.tolist())
