# Starts each program made from a recorded vector: `given` prints a result and `raised` an exception, in the form of
# the records. Brython and Skulpt run it, so it uses only what they have.
import array
import io
import struct

variables = []
VALUES = ('int', 'bool', 'float', 'complex', 'str', 'NoneType', 'NotImplementedType', 'ellipsis')
ITERATORS = ('bytes_iterator', 'bytearray_iterator', 'memory_iterator', 'arrayiterator', 'unpack_iterator', 'reversed')

def given(value):
    print(describe(value))

def raised(error):
    cls = type(error)
    print('!' + ('struct.error' if cls is struct.error else cls.__name__) + ': ' + str(error))

def describe(value):
    cls = type(value)
    shared = (cls is bytes and len(value) < 2) or (cls is tuple and len(value) == 0)
    if not shared and cls.__name__ not in VALUES:
        for i, variable in enumerate(variables):
            if variable is value:
                return 'is v' + str(i)
    return state(value, False)

def quoted(text):
    out = ''
    for char in text:
        point = ord(char)
        if char == '"' or char == '\\':
            out += '\\' + char
        elif char == '\n':
            out += '\\n'
        elif char == '\t':
            out += '\\t'
        elif char == '\r':
            out += '\\r'
        elif point < 32 or point > 126:
            out += escaped(point)
        else:
            out += char
    return '"' + out + '"'

def escaped(point):
    if point == 8:
        return '\\b'
    if point == 12:
        return '\\f'
    if point > 0xffff:
        point -= 0x10000
        return escaped(0xd800 + (point >> 10)) + escaped(0xdc00 + (point & 0x3ff))
    digits = '0123456789abcdef'
    return '\\u' + digits[point >> 12] + digits[point >> 8 & 15] + digits[point >> 4 & 15] + digits[point & 15]

def state(value, end):
    cls = type(value)
    if cls is int or cls is bool:
        return cls.__name__ + ' ' + str(int(value))
    if cls is bytes or cls is bytearray:
        return cls.__name__ + ' ' + value.hex()
    if cls.__name__ in ('NoneType', 'NotImplementedType', 'ellipsis'):
        return str(value)
    if cls is float:
        return 'float nan' if value != value else 'float ' + struct.pack('>d', value).hex()
    if cls is complex:
        return 'complex ' + state(value.real, end)[6:] + ' ' + state(value.imag, end)[6:]
    if cls is str:
        return 'str ' + quoted(value)
    if cls is list or cls is tuple:
        return cls.__name__ + ' [' + ', '.join([state(item, end) for item in value]) + ']'
    if cls is memoryview:
        return view_state(value)
    if cls is array.array:
        return 'array ' + value.typecode + ' ' + value.tobytes().hex()
    if cls is io.BytesIO:
        return 'BytesIO closed' if value.closed else 'BytesIO ' + str(value.tell()) + ' ' + value.getvalue().hex()
    if cls is struct.Struct:
        return 'Struct ' + quoted(value.format) + ' ' + str(value.size)
    if isinstance(value, bytes):
        return cls.__name__ + ' ' + bytes.hex(value)
    if isinstance(value, bytearray):
        return cls.__name__ + ' ' + bytearray.hex(value)
    if cls.__name__ in ITERATORS:
        return cls.__name__ + ((' ' + str(rest(value))) if end else '')
    return 'iterator' if hasattr(cls, '__next__') else cls.__name__

def rest(iterator):
    items = []
    try:
        for _ in range(50):
            items.append(state(next(iterator), False))
    except StopIteration:
        pass
    except Exception as error:
        items.append('!' + type(error).__name__ + ': ' + str(error))
    return items

def view_state(view):
    try:
        shape = view.shape
    except ValueError as error:
        return 'memoryview ' + str(error)
    parts = ['memoryview', view.format, str(list(shape)), str(list(view.strides)), str(list(view.suboffsets))]
    return ' '.join(parts + [str(int(view.readonly)), view.tobytes().hex()])
