# Results of many calls of binascii, base64 and zlib's checksums, for tests/companions/binascii/recorded.test.ts.
import base64
import binascii
import json
import random
import zlib

rng = random.Random(15)
MODULES = {'binascii': binascii, 'base64': base64, 'zlib': zlib}


def packed(value):
    return {'b': value.hex()} if isinstance(value, bytes) else value


def call(module, name, *args, **kwargs):
    try:
        value = getattr(MODULES[module], name)(*args, **kwargs)
        outcome = value.hex() if isinstance(value, bytes) else str(value)
    except Exception as e:
        outcome = '!%s|%s' % (type(e).__name__, e)
    calls.append([module, name, [packed(a) for a in args], {k: packed(v) for k, v in kwargs.items()}, outcome])


calls = []
Z85 = binascii.Z85_ALPHABET
URLSAFE = binascii.URLSAFE_BASE64_ALPHABET
HEX32 = binascii.BASE32HEX_ALPHABET
DATA = [b'', b'a', b'ab', b'abc', b'abcd', b'abcde', b'\0', b'\0\0\0\0', b'    ', b'    \0\0\0\0x', b'\xff' * 7, bytes(range(256))]
DATA += [rng.randbytes(rng.randrange(40)) for _ in range(12)]

for data in DATA:
    call('binascii', 'b2a_base64', data)
    for options in ({'padded': False}, {'newline': False}, {'wrapcol': 7}, {'wrapcol': 4, 'newline': False}, {'alphabet': URLSAFE, 'wrapcol': 1}):
        call('binascii', 'b2a_base64', data, **options)
    for options in ({}, {'padded': False}, {'wrapcol': 9}, {'alphabet': HEX32, 'wrapcol': 1}):
        call('binascii', 'b2a_base32', data, **options)
    for options in ({}, {'pad': True}, {'foldspaces': True}, {'adobe': True}, {'wrapcol': 3}, {'wrapcol': 1, 'adobe': True}, {'wrapcol': 5, 'adobe': True}, {'wrapcol': 4, 'adobe': True, 'pad': True, 'foldspaces': True}):
        call('binascii', 'b2a_ascii85', data, **options)
    for options in ({}, {'pad': True}, {'wrapcol': 3}, {'wrapcol': 11, 'alphabet': Z85}):
        call('binascii', 'b2a_base85', data, **options)
    for options in ({}, {'quotetabs': True}, {'istext': False}, {'header': True}):
        call('binascii', 'b2a_qp', data, **options)
    call('binascii', 'b2a_uu', data)
    call('binascii', 'b2a_uu', data[:45], backtick=True)
    call('binascii', 'hexlify', data)
    call('binascii', 'hexlify', data, '-', 3)
    call('binascii', 'hexlify', data, b'\xff', -2)
    for name in ('crc32', 'crc_hqx'):
        call('binascii', name, data, 0)
        call('binascii', name, data, 2 ** 33 + 12345)
    for name in ('crc32', 'adler32'):
        call('zlib', name, data)
        call('zlib', name, data, -7)
    for name in ('b64encode', 'b32encode', 'b32hexencode', 'b16encode', 'a85encode', 'b85encode', 'z85encode', 'urlsafe_b64encode', 'standard_b64encode', 'encodebytes'):
        call('base64', name, data)
    call('base64', 'b64encode', data, b'-_', wrapcol=6)
    call('base64', 'b16encode', data, wrapcol=5)

DECODERS = [
    ('a2b_base64', b'ABCDwxyz0189+/=', [{}, {'strict_mode': True}, {'padded': False}, {'padded': False, 'strict_mode': True}, {'ignorechars': b' \n'}, {'ignorechars': b'='}, {'canonical': True}, {'canonical': True, 'padded': False, 'strict_mode': True}, {'alphabet': URLSAFE, 'strict_mode': True}]),
    ('a2b_base32', b'ABCXYZ237=', [{}, {'padded': False}, {'ignorechars': b' '}, {'ignorechars': b'=\n'}, {'canonical': True}, {'canonical': True, 'padded': False}, {'alphabet': HEX32}]),
    ('a2b_ascii85', b'!"AZaszu', [{}, {'foldspaces': True}, {'adobe': True}, {'ignorechars': b' \n'}, {'canonical': True}, {'canonical': True, 'foldspaces': True}]),
    ('a2b_base85', b'09AZaz~!', [{}, {'ignorechars': b' \n'}, {'canonical': True}, {'alphabet': Z85}, {'alphabet': Z85, 'canonical': True}]),
    ('unhexlify', b'0123abcdefABCDEF', [{}, {'ignorechars': b' \n-'}]),
    ('a2b_qp', b'=4aF_ \r\nx', [{}, {'header': True}]),
    ('a2b_uu', b'!#86)C `\n', [{}]),
]
ENCODERS = {'a2b_base64': binascii.b2a_base64, 'a2b_base32': binascii.b2a_base32, 'a2b_ascii85': binascii.b2a_ascii85, 'a2b_base85': binascii.b2a_base85, 'unhexlify': binascii.hexlify, 'a2b_qp': binascii.b2a_qp, 'a2b_uu': lambda data: binascii.b2a_uu(data[:45])}
for name, letters, all_options in DECODERS:
    inputs = []
    for i in range(45):
        if i % 3 == 0:
            text = bytearray(rng.choice(letters) for _ in range(rng.randrange(14)))
        else:
            text = bytearray(ENCODERS[name](rng.choice(DATA)))[:60]
        if i % 3 != 1:
            for _ in range(rng.randrange(1, 4)):
                at = rng.randrange(len(text) + 1)
                text[at:at + rng.randrange(2)] = bytes([rng.choice(b'=\n -zy~\xff' + letters)])
        inputs.append(bytes(text))
    if name == 'a2b_base64':
        inputs += [b'=', b'==', b'A=', b'AA=', b'AA==', b'AA==AA==', b'AA=A', b'AAA=A', b'=AA', b'AAAA=', b'AB', b'AB==', b'AAB=', b'A', b'AAAAA', b'AA==\n']
    if name == 'a2b_ascii85':
        inputs += [b'<~GA~>', b'GA~>', b'~>', b'<~~>', b'<~', b'>', b's8W-"', b's8', b'G', b'+<VdL', b'!!!!!', b'!!', b'y', b'z', b'Gz']
    for text in inputs:
        for options in all_options:
            call('binascii', name, text, **options)
    for bad in (5, None, '\xe9', 'abc'):
        call('binascii', name, bad)

for name in ('b64decode', 'b32decode', 'b32hexdecode', 'b16decode', 'a85decode', 'b85decode', 'z85decode', 'urlsafe_b64decode', 'standard_b64decode', 'decodebytes'):
    for text in (b'', b'AA==', 'AA==', b'aa======', b'AAAA AAAA', b'0O1L====', b'AAAAAAA', b'ab', b'AB', b'-_8=', '\xe9', 5, None):
        call('base64', name, text)
for altchars in (b'-_', '-_', b'+/', b'a', b'abc', 5):
    call('base64', 'b64encode', b'\xfb\xff', altchars)
    call('base64', 'b64decode', b'-_8=', altchars)
    call('base64', 'b64decode', b'-_8=', altchars, ignorechars=b' ')
for options in ({'validate': True}, {'ignorechars': b' '}, {'ignorechars': b' ', 'validate': False}, {'padded': False}, {'canonical': True}):
    for text in (b'A A==', b'AB==', b'AA', b'A!A=='):
        call('base64', 'b64decode', text, **options)
for options in ({'casefold': True}, {'map01': b'L'}, {'map01': 'I', 'casefold': True}, {'map01': b'LL'}):
    for text in (b'01======', b'aa======', 'MLO23456'):
        call('base64', 'b32decode', text, **options)
for options in ({'casefold': True}, {'ignorechars': b' f'}, {'casefold': True, 'ignorechars': b'x'}):
    for text in (b'ab', b'A B', b'AxB', b'fAB', b'AG'):
        call('base64', 'b16decode', text, **options)
call('base64', 'b16encode', b'ab', wrapcol=-1)
for name in ('b2a_base64', 'b2a_base32', 'b2a_ascii85', 'b2a_base85', 'b2a_uu', 'b2a_qp', 'hexlify'):
    for bad in ('x', 5, None):
        call('binascii', name, bad)
for name in ('b2a_base64', 'b2a_base32', 'b2a_ascii85', 'b2a_base85'):
    for column in (-1, 'a', 2 ** 64, 2 ** 63):
        call('binascii', name, b'abc', wrapcol=column)
for name in ('b2a_base64', 'a2b_base64', 'b2a_base32', 'a2b_base32', 'b2a_base85', 'a2b_base85'):
    for alphabet in (b'abc', 'abc', None, 5):
        call('binascii', name, b'', alphabet=alphabet)
for sep in ('', '--', '\xe9', '\u20ac', 5, None, b''):
    call('binascii', 'hexlify', b'abc', sep)
for value in ('x', None, 1.5):
    call('binascii', 'crc32', b'', value)
    call('zlib', 'adler32', b'', value)
# The length of the alphabet is checked only after all arguments have been converted.
for name in ('a2b_base64', 'a2b_base32', 'a2b_base85'):
    for ignored in ('x', 5):
        call('binascii', name, b'', alphabet=b'abc', ignorechars=ignored)
checksums = (0, 1, 65520, 65521, 65535, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -1, 2 ** 70, 0xFFF1FFF1, 0xFFF0FFF0, 0xDEADBEEF)
lengths = (0, 1, 2, 65520, 65521, 65522, 2 ** 32, 2 ** 53 - 1, 2 ** 62, 123456789, -1, 2 ** 63, 1.5, 'x', None)
for name in ('crc32_combine', 'adler32_combine'):
    for i in range(13 * 15):
        call('zlib', name, checksums[i % 13], checksums[i * 7 % 13], lengths[i % 15])
    call('zlib', name, 1.5, 2, 3)
    call('zlib', name, 1, None, 3.5)
for bad in ('x', 5):
    call('base64', 'encodebytes', bad)
    call('zlib', 'crc32', bad)
    call('zlib', 'adler32', bad)
result = json.dumps(calls)
