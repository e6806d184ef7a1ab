"""An object of each recorded type, by its name in the record, for the scripts that record how CPython binds arguments."""
import array, io, struct

SELVES = {
    'bytes': lambda: b'a,b',
    'bytearray': lambda: bytearray(b'a,b'),
    'memoryview': lambda: memoryview(bytearray(b'a,b')),
    'Struct': lambda: struct.Struct('<I'),
    'array': lambda: array.array('B', b'abc'),
    'BytesIO': lambda: io.BytesIO(b'abc'),
    'bytes_iterator': lambda: iter(b'abc'),
    'bytearray_iterator': lambda: iter(bytearray(b'abc')),
    'arrayiterator': lambda: iter(array.array('B', b'abc')),
    'memory_iterator': lambda: iter(memoryview(b'abc')),
    'unpack_iterator': lambda: struct.iter_unpack('B', b'abc'),
    'reversed': lambda: reversed(b'abc'),
    'int': lambda: 1,
    'str': lambda: 'a,b',
    'struct': lambda: struct,
}
