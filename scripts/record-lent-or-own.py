"""Makes calls with an object `x` of a class that is derived from bytes or bytearray and whose `__buffer__` lends other bytes. `result` is
[[receiver, name, args, kwargs, own bytes, lent bytes, [answer for bytes, answer for bytearray]], ...]. A receiver is the name of a module, or
of the group `type` or `steps`, or a value; values are JSON, {"bytes": hex} for bytes and {"x": 0} for the object. An answer says what the call
returns, how often it asked `__buffer__`, and how often it told `__release_buffer__`.
"""
import array, binascii, codecs, importlib, io, json, struct, warnings

warnings.simplefilter('ignore')

X = object()
TEXT = b'ABCD', b'xyzw'
HEX = b'41424344', b'5152'
BASE32 = b'IFBEGRA=', b'LBMVU==='
BASE64 = b'QUJDRA==', b'WFla'
BASE85 = b'K|(_', b'd2)'
SIGNS = b'-_', b'_-'
PUNCTUATION = b':', b'-'
DIGITS = b'12', b'345'
MIXED = b'abC\t', b'1 2'
TABLES = bytes(256), bytes(range(256))
UTF16 = 'AB'.encode('utf-16'), 'xy'.encode('utf-16')
UTF32 = 'A'.encode('utf-32'), 'x'.encode('utf-32')
ALPHABETS = binascii.BASE64_ALPHABET, binascii.BASE64_ALPHABET[::-1]
BOTH = b'1ABCDxyzw'


def names(text):
    return text.split()


def each(receiver, text, contents, *args):
    return [(receiver, name, args or [X], {}, contents) for name in names(text)]


def with_codec(receiver, name, codecs, contents, *more):
    return [(receiver, name, [codec, X, *more] if receiver == 'steps' else [X, codec], {}, contents) for codec in names(codecs)]


CALLS = [
    *each('base64', 'b16decode', HEX),
    *each('base64', 'b16decode', HEX, X, True),
    *[('base64', 'b16decode', [data], {'ignorechars': skipped}, (b'a!', b'b?')) for data, skipped in [(b'AaB!', X), (b'AbB?', X)]],
    *each('base64', 'b32decode b32hexdecode', BASE32),
    *each('base64', 'b32decode b32hexdecode', BASE32, X, True),
    *each('base64', 'b32decode', (b'L', b'I'), b'IFB1GRA=', True, X),
    *each('base64', 'b32decode', BASE32, X, False, b'I'),
    *each('base64', 'b64decode standard_b64decode urlsafe_b64decode decodebytes', BASE64),
    *each('base64', 'b64decode', BASE64, X, b'-_'),
    *each('base64', 'b64decode', SIGNS, b'ab-_', X),
    *each('base64', 'b64decode', (b'-_', b'+/'), b'a+-_', X),
    *each('base64', 'b64decode', (b'+/', b'-_'), b'a+-_', X),
    *each('base64', 'b64decode', (b'-_', b'-_-'), b'ab-_', X),
    *each('base64', 'b64decode', (b'-_-', b'-_'), b'ab-_', X),
    ('base64', 'b64decode', [b'ab-_', X], {'ignorechars': b''}, SIGNS),
    ('base64', 'b64decode', [b'ab-_', X], {'ignorechars': b''}, (b'-_', b'-_-')),
    ('base64', 'b64decode', [X, b'-_'], {'ignorechars': b''}, BASE64),
    *each('base64', 'urlsafe_b64decode b64decode', (b'a-_b', b'a+_b')),
    *each('base64', 'urlsafe_b64decode b64decode', (b'a+_b', b'a-_b')),
    ('base64', 'b64decode', [X], {'validate': True}, BASE64),
    ('base64', 'b64decode', [b'QU!JD?'], {'ignorechars': X, 'padded': False}, (b'!', b'?')),
    *each('base64', 'a85decode z85decode', TEXT),
    ('base64', 'a85decode', [b'87!cU ?'], {'ignorechars': X}, (b' ', b'?')),
    *each('base64', 'b85decode', BASE85),
    *each('base64', 'b16encode b32encode b32hexencode b64encode standard_b64encode urlsafe_b64encode a85encode b85encode', TEXT),
    *each('base64', 'z85encode encodebytes', TEXT),
    *each('base64', 'b64encode', SIGNS, b'\xfb\xff\xbf', X),
    *each('base64', 'b64encode', TEXT, X, b'-_'),
    ('base64', 'a85encode', [X], {'wrapcol': 2}, TEXT),
    *each('binascii', 'hexlify b2a_hex b2a_base64 b2a_uu b2a_qp a2b_qp crc32 b2a_ascii85 b2a_base85 b2a_base32 a2b_ascii85', TEXT),
    *each('binascii', 'crc_hqx', TEXT, X, 0),
    *each('binascii', 'hexlify', PUNCTUATION, b'ABCD', X),
    *each('binascii', 'hexlify', TEXT, X, ':'),
    *each('binascii', 'unhexlify a2b_hex', HEX),
    *each('binascii', 'a2b_base64', BASE64),
    *each('binascii', 'a2b_base32', BASE32),
    *each('binascii', 'a2b_base85', BASE85),
    *each('binascii', 'a2b_uu', (b'$04)#1 \n', b"#>'EZ\n")),
    ('binascii', 'b2a_base64', [b'ABCD'], {'alphabet': X}, ALPHABETS),
    ('binascii', 'a2b_base64', [b'QUJD'], {'alphabet': X}, ALPHABETS),
    *each('zlib', 'crc32 adler32', TEXT),
    *each('struct', 'unpack unpack_from', TEXT, '4s', X),
    *each('struct', 'unpack_from', TEXT, '2s', X, -3),
    *each('steps', 'iter_unpacked', TEXT),
    *each('struct', 'pack', TEXT, '4s', X),
    *each('struct', 'pack', TEXT, '5p', X),
    *each('struct', 'pack', (b'A', b'x'), 'c', X),
    *each('int', 'from_bytes', TEXT, X, 'big'),
    *each('builtins', 'int', DIGITS),
    *each('builtins', 'float', (b'1.5', b'34.5')),
    *each('builtins', 'int', DIGITS, X, 16),
    *each('builtins', 'ord', (b'A', b'x')),
    *each('builtins', 'list', TEXT),
    *each('steps', 'stream written lines_written state_set array_of_bytes array_extended added_in_place extended slice_set steps_set', TEXT),
    *each('steps', 'view_set viewed', TEXT),
    *each('hmac', 'compare_digest', TEXT, X, b'ABCD'),
    *each('hmac', 'compare_digest', TEXT, b'ABCD', X),
    *each('type', 'array', TEXT, 'B', X),
    *each('type', 'array', TEXT, 'H', X),
    *each('type', 'bytes bytearray', TEXT),
    *with_codec('codecs', 'decode', 'utf-8 cp1252 gbk punycode idna utf-8-sig latin-1 utf-7 unicode_escape quopri charmap', TEXT),
    *with_codec('codecs', 'decode', 'raw_unicode_escape utf-16-le utf-16-be ascii', TEXT),
    *with_codec('codecs', 'decode', 'utf-16', UTF16),
    *with_codec('codecs', 'decode', 'utf-32', UTF32),
    *with_codec('codecs', 'decode', 'hex', HEX),
    *with_codec('codecs', 'decode', 'base64', BASE64),
    *with_codec('codecs', 'decode', 'uu', [codecs.encode(text, 'uu') for text in TEXT]),
    *with_codec('codecs', 'encode', 'hex base64 quopri uu', TEXT),
    *with_codec('steps', 'decoded_piece', 'utf-8 gbk cp1252 utf-8-sig idna latin-1 quopri', TEXT),
    *with_codec('steps', 'decoded_piece', 'utf-16', UTF16),
    *with_codec('steps', 'decoded_piece', 'hex', HEX),
    *with_codec('steps', 'decoded_piece', 'base64', BASE64),
    *with_codec('steps', 'second_piece', 'utf-8 utf-8-sig', (b'\xa9A', b'\xa9x')),
    *with_codec('steps', 'encoded_piece', 'hex base64 quopri uu', TEXT),
    *with_codec('steps', 'decoded_whole', 'utf-8 gbk cp1252 idna punycode utf-8-sig', TEXT),
    *each('builtins', 'str', TEXT, X, 'utf-8'),
    *each(b'', 'fromhex', (b'4142', b'515253')),
    *each(b'', 'maketrans', TEXT, X, b'1234'),
    *each(b'', 'maketrans', TEXT, b'1234', X),
    *[call for receiver in (BOTH, bytearray(BOTH)) for call in [
        *each(receiver, 'translate', TEXT, None, X),
        *each(receiver, 'translate', TABLES),
        *each(receiver, 'hex', PUNCTUATION),
        *each(receiver, 'join', TEXT, [X]),
        *each(receiver, 'join', TEXT, [X, X]),
        *each(receiver, 'find rfind index rindex count startswith endswith strip lstrip rstrip split rsplit removeprefix removesuffix', TEXT),
        *each(receiver, '__contains__ __add__ __eq__ __ne__ __lt__ __ge__', TEXT),
        *each(receiver, 'startswith endswith', (b'1', b'xyzw'), (b'2', X)),
        *each(receiver, 'replace', TEXT, X, b'1'),
        *each(receiver, 'replace', TEXT, b'A', X),
        *each(receiver, 'replace', TEXT, X, X),
        *each(receiver, 'center ljust rjust', PUNCTUATION, 12, X),
    ]],
    *each(bytearray(BOTH), 'partition rpartition', TEXT),
    *each('operator', 'add', TEXT, b'1', X),
    *each('operator', 'add', TEXT, X, b'1'),
    *each('operator', 'add eq', TEXT, X, X),
    *[call for other in (b'ABCD', bytearray(b'ABCD'), b'M', bytearray(b'M')) for call in [
        *each('operator', 'eq lt', TEXT, other, X),
        *each('operator', 'eq lt', TEXT, X, other),
    ]],
    *each('operator', 'contains', TEXT, X, b'y'),
    *each('operator', 'contains', TEXT, X, 120),
    *each('operator', 'getitem', TEXT, X, 0),
    *each('operator', 'getitem', TEXT, X, -1),
    *each('steps', 'equal_to_view', TEXT),
    *[(receiver, '__mod__', [X], {}, TEXT) for receiver in (b'%s', b'%b', bytearray(b'%s'))],
    (b'%c', '__mod__', [X], {}, (b'A', b'x')),
    *[(X, name, [], {}, MIXED) for name in names(
        'upper lower swapcase title capitalize hex decode isalpha isdigit islower isspace split rsplit strip lstrip rstrip expandtabs '
        'splitlines __repr__ __str__ __len__')],
    *[(X, name, [7], {}, TEXT) for name in names('center ljust rjust zfill __mul__ __rmul__')],
    *[(X, name, [b'y'], {}, TEXT) for name in names('find count startswith split partition removesuffix join')],
    (X, 'replace', [b'y', b''], {}, TEXT),
    (X, 'translate', [None, b'y'], {}, TEXT),
    (X, '__mod__', [()], {}, TEXT),
]


class steps:
    """Tasks of several calls."""

    def iter_unpacked(x):
        return list(struct.iter_unpack('2s', x))

    def stream(x):
        return io.BytesIO(x).getvalue()

    def written(x):
        stream = io.BytesIO()
        return stream.write(x), stream.getvalue()

    def lines_written(x):
        stream = io.BytesIO()
        stream.writelines([x, x])
        return stream.getvalue()

    def state_set(x):
        stream = io.BytesIO()
        stream.__setstate__((x, 0, None))
        return stream.getvalue()

    def array_of_bytes(x):
        items = array.array('H')
        items.frombytes(x)
        return items

    def array_extended(x):
        items = array.array('B')
        items.extend(x)
        return items

    def added_in_place(x):
        data = bytearray(b'12')
        data += x
        return data

    def extended(x):
        data = bytearray(b'12')
        data.extend(x)
        return data

    def slice_set(x):
        data = bytearray(b'12')
        data[0:1] = x
        return data

    def steps_set(x):
        data = bytearray(b'12345678')
        data[::2] = x
        return data

    def view_set(x):
        data = bytearray(b'1234')
        memoryview(data)[:] = x
        return data

    def viewed(x):
        return memoryview(x).tobytes()

    def equal_to_view(x):
        return memoryview(b'ABCD') == x

    def decoded_piece(codec, x):
        return codecs.getincrementaldecoder(codec)().decode(x, True)

    def second_piece(codec, x):
        decoder = codecs.getincrementaldecoder(codec)()
        return decoder.decode(b'\xc3'), decoder.decode(x, True)

    def encoded_piece(codec, x):
        return codecs.getincrementalencoder(codec)().encode(x, True)

    def decoded_whole(codec, x):
        return codecs.getdecoder(codec)(x)


class type_of:
    """Calls of the types."""
    array, bytes, bytearray = array.array, bytes, bytearray


GROUPS = {'steps': steps, 'type': type_of, 'int': int}


def with_object(value, x):
    """A value with `x` instead of X."""
    if value is X: return x
    return type(value)(with_object(item, x) for item in value) if isinstance(value, (list, tuple)) else value


def encode(value):
    if value is X: return {'x': 0}
    if isinstance(value, (bytes, bytearray)): return {type(value).__name__: value.hex()}
    if isinstance(value, tuple): return {'tuple': [encode(item) for item in value]}
    return [encode(item) for item in value] if isinstance(value, list) else value


def answer(receiver, name, args, kwargs, base, own, lent):
    asked = told = 0

    class Lender(base):
        def __buffer__(self, flags):
            nonlocal asked
            asked += 1
            return memoryview(lent)

        def __release_buffer__(self, view):
            nonlocal told
            told += 1

    Lender.__qualname__ = 'Lender'
    x = Lender(own)
    owner = GROUPS.get(receiver) or importlib.import_module(receiver) if isinstance(receiver, str) else with_object(receiver, x)
    try:
        value = repr(getattr(owner, name)(*with_object(list(args), x), **{key: with_object(value, x) for key, value in kwargs.items()}))
    except Exception as error:
        value = f'{type(error).__name__}: {error}'
    return f'{value}; asked {asked}, told {told}'


rows = []
for receiver, name, args, kwargs, (own, lent) in CALLS:
    answers = [answer(receiver, name, args, kwargs, base, own, lent) for base in (bytes, bytearray)]
    written = {key: encode(value) for key, value in kwargs.items()}
    rows.append([encode(receiver), name, encode(list(args)), written, own.hex(), lent.hex(), answers])
result = json.dumps(rows)
