## utf-8 is strict
# An overlong form, a surrogate and a sequence that is cut off are errors, with their positions.
print(b'\xe2\x82\xac'.decode(), '\U0001f600'.encode())
error(lambda: b'a\xff'.decode())
error(lambda: b'\xc0\x80'.decode())
error(lambda: b'\xed\xa0\x80'.decode())
error(lambda: b'\xe2\x82'.decode())
error(lambda: '\ud800'.encode())

## An error handler replaces what cannot be decoded
# `replace`, `ignore`, `backslashreplace` and `surrogateescape` have one result for each faulty run.
data = b'a\xff\xe2\x82b'
for errors in ('replace', 'ignore', 'backslashreplace', 'surrogateescape'):
    print(errors, ascii(data.decode('utf-8', errors)))

## An error handler replaces what cannot be encoded
# `xmlcharrefreplace` and `namereplace` exist for encoding only.
for errors in ('replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace'):
    print(errors, 'a\xe9\u20ac'.encode('ascii', errors))

## `surrogateescape` restores the bytes
# Bytes that are not text survive as lone surrogates.
text = b'a\xff\x80'.decode('ascii', 'surrogateescape')
print(ascii(text), text.encode('ascii', 'surrogateescape'))

## ascii ends at 127
# This holds for decoding and for encoding.
error(lambda: b'\x80'.decode('ascii'))
error(lambda: 'a\xe9b'.encode('ascii'))

## latin-1 maps each byte to the character of its number
# It cannot fail to decode.
print(ascii(bytes([0, 127, 128, 255]).decode('latin-1')), '\xff'.encode('latin-1'))
error(lambda: '\u0100'.encode('latin-1'))

## utf-16 has a byte order mark unless the order is named
# When decoding, the mark determines the order.
print('A'.encode('utf-16-le'), 'A'.encode('utf-16-be'), b'\xff\xfeA\x00'.decode('utf-16'), b'\xfe\xff\x00A'.decode('utf-16'))
error(lambda: b'A'.decode('utf-16-le'))
error(lambda: b'\x00\xd8'.decode('utf-16-le'))

## utf-32 takes four bytes a character
# A number that is not a code point is an error.
print('A\U0001f600'.encode('utf-32-le'), b'A\x00\x00\x00'.decode('utf-32-le'))
error(lambda: b'\x00\x00\x11\x00'.decode('utf-32-le'))

## One byte a character: the code pages
# A character that the page lacks is an error, or goes to the handler.
print('\u20ac'.encode('cp1252'), ascii(b'\x80'.decode('cp1252')), ascii(b'\xe0'.decode('koi8-r')), 'ж'.encode('cp866'))
error(lambda: b'\x81'.decode('cp1252'))

## Names of encodings are normalized
# Case, hyphens and underscores do not matter; an unknown name is a LookupError.
print('a'.encode('UTF8'), 'a'.encode('Latin_1'), 'a'.encode('iso-8859-1'), 'a'.encode('U8'))
error(lambda: b''.decode('no-such-encoding'))
error(lambda: b'\xff'.decode('ascii', 'no-such-handler'))

## Escapes of Python source are a codec
# `unicode_escape` reads and writes them.
print(b'\\x41\\u20ac\\n'.decode('unicode_escape') == 'A\u20ac\n', 'A\u20ac\n'.encode('unicode_escape'))

## Some codecs are not for text
# `decode` refuses them and names the function that takes them.
error(lambda: b'616263'.decode('hex'))
