## `%` formats bytes
# It works like `%` of str, with ASCII digits, and bytes instead of text.
print(b'%d %5d|%-5d|%05d' % (1, 2, 3, 4), b'%x %X %o' % (255, 255, 8), b'%#x %+d' % (16, 5))

## `%s` and `%b` take bytes
# An object with `__bytes__` will do; a str is an error.
print(b'%s and %b' % (b'a', bytearray(b'b')), b'%5s|%-5s|%.2s' % (b'ab', b'ab', b'abc'))
error(lambda: b'%s' % 'text')
error(lambda: b'%b' % 5)

## `%a` is the ASCII repr, and `%r` is the same
# Both take any object.
print(b'%a %a' % ('\xe9', b'x'), b'%r' % 'q')

## `%c` is one byte
# It takes an int in range(256) or a value of length one.
print(b'%c%c' % (65, b'B'))
error(lambda: b'%c' % 256)
error(lambda: b'%c' % b'ab')
error(lambda: b'%c' % 'a')

## Floats have the formats of C
# They are rounded to even, like Python's own text of floats.
print(b'%f %.2f %e %g %G' % (1.5, 2.675, 12345.678, 1e10, 1e-10), b'%8.3f|%-8.1f|%+.0f' % (3.14159, 2.5, 0.5))
print(b'%f %F' % (float('inf'), float('nan')))

## A mapping is read by names
# The names are bytes.
print(b'%(a)d-%(b)s' % {b'a': 1, b'b': b'x'})
error(lambda: b'%(a)d' % {'a': 1})
error(lambda: b'%(a)d' % (1,))

## The number of arguments must agree
# Too few and too many have different messages.
error(lambda: b'%d %d' % 1)
error(lambda: b'%d' % (1, 2))
error(lambda: b'abc' % 1)
print(b'100%%' % ())

## An incomplete format is an error
# So is an unknown letter, which the error names with its position.
error(lambda: b'%' % 1)
error(lambda: b'%y' % 1)
error(lambda: b'%d' % 'x')
error(lambda: b'%x' % 1.5)

## Width and precision can be arguments
# They are where the format has `*`; a negative width justifies to the left.
print(b'%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159), b'%*d|' % (-5, 42))

## The repr of bytes shows what is printable
# Quotes are single, unless the content has single quotes but no double ones.
print(b'a\'b', b'a"b', b'a\'"b', b'\t\n\r\\\x00\x7f\xff', bytearray(b"it's"))

## `hex` may group bytes
# A positive number counts from the right, a negative one from the left.
print(b'\x00\xff\x10'.hex(), b'\x01\x02\x03\x04\x05'.hex(':', 2), b'\x01\x02\x03\x04\x05'.hex('-', -2), memoryview(b'ab').hex(' '))
error(lambda: b'ab'.hex('::'))
error(lambda: b'ab'.hex('\xe9'))
