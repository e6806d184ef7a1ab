"""CPython's answers to calls of `base64`, `int.to_bytes`, `int.from_bytes`, `hmac.compare_digest`, `binascii`, `zlib`, `struct` and `codecs`, with
their warnings.

`result` is [[function, arguments, keywords, answer], ...]. Values are written as `written.py` does.
"""
import array, base64, binascii, codecs, hmac, inspect, io, json, random, re, struct, warnings, zlib
from written import write

random.seed(315)
RAW = [b'', b'a', b'ab', b'abc', b'abcd', b'\xfb\xff\xfe', b'\0\0\0\0', b'    ', bytes(range(60)), b'\xff' * 7]
CODED = [each(raw) for raw in RAW for each in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b32hexencode, base64.b16encode,
                                               base64.a85encode, base64.b85encode, base64.z85encode)]
ODD = [b'YQ', b'YQ=', b'YQ===', b'Y', b'=', b'====', b'YR==', b'YWI=\n', b' Y Q = = ', b'YQ==YQ==', b'YWJj+/-_', b'-_-_', b'+/+/', b'xyxy', b'!!!!', b'~~',
       b'mzxw', b'MZXW6===', b'MZXW6Y==', b'MZXW0101', b'MZXW6', b'0', b'616', b'6G', b'<~87~>', b'<~', b'~>', b'zz', b'z!', b'yy', b's8W-!', b's8W-"',
       b'\xff', b'u0000', b'|NsC0|NsC0', b'%nSc0']
ALT = [b'-_', '-_', b'+/', b'/+', b'+_', b'xy', bytearray(b'xy'), b'x', b'xyz', 'é_', 5, None]
WORDS = {'altchars': ALT, 'map01': [b'L', b'I', 'L', b'x', b'LL', None, 5], 'ignorechars': [b'', b' \n', b'-_', b'=', b'!', ' ', None, 5],
         'wrapcol': [0, 4, 5, 8, 10, 76, 1, -1, 2**70, 'x', None]}
FLAGS = [True, False, None, 0, 1]
NAMES = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'b32encode', 'b32decode',
         'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'a85encode', 'a85decode', 'b85encode', 'b85decode', 'z85encode', 'z85decode',
         'encodebytes', 'decodebytes']


def answer(run, args, kwargs):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            said = repr(run(*args, **kwargs))
        except Exception as e:
            said = f'{type(e).__name__}: {e}'
    return ' | '.join([said, *(f'{each.category.__name__}: {each.message}' for each in seen)])


def data(name):
    roll = random.random()
    found = random.choice(ODD if roll < 0.45 else RAW if 'encode' in name else CODED)
    roll = random.random()
    if roll < 0.06: return random.choice([5, None, 'é', [1]])
    if roll < 0.2: return found.decode('latin-1')
    if roll < 0.27: return bytearray(found)
    if roll < 0.34: return memoryview(found)
    return found


def value(name): return random.choice(WORDS.get(name, FLAGS))


rows = []
def ask(name, run, args, kwargs):
    rows.append([name, write(args), {key: write(each) for key, each in kwargs.items()}, answer(run, args, kwargs)])


for name in NAMES:
    run = getattr(base64, name)
    _, *parameters = inspect.signature(run).parameters.values()
    for _ in range(170 if parameters else 60):
        positional = [each for each in parameters if each.kind == each.POSITIONAL_OR_KEYWORD]
        args = [data(name)]
        for each in positional[:random.choice([0, 0, 0, 1, 2])]: args.append(value(each.name))
        rest = [each for each in parameters if each not in positional[:len(args) - 1]]
        chosen = random.sample(rest, min(len(rest), random.choice([0, 1, 1, 2, 3])))
        ask(name, run, args, {each.name: value(each.name) for each in chosen})
for name in NAMES:
    run = getattr(base64, name)
    for args in ([], [b'YQ=='] * 2, [b'YQ=='] * 3, [b'YQ=='] * 4, [b'YQ=='] * 5, [b'YQ=='] * 6):
        for keys in ({}, {'nothing': 1}, {'padded': True}, {'wrapcol': 4}, {'padded': True, 'nothing': 1}, {'ignorecharz': b''}):
            # In TypeScript a first argument is no keywords, and a function of one argument takes none, and may be passed to `map`.
            isplain = len(inspect.signature(run).parameters) == 1
            if not keys and not (isplain and len(args) == 3) or args and not isplain: ask(name, run, args, keys)
INTS = [0, 1, -1, 127, 128, -128, -129, 255, 256, -256, 32767, 65535, 65536, -32768, 2**31, -2**31 - 1, 2**32 - 1, 2**47 - 1, 2**47, -2**47, 2**48 - 1, 2**48, 2**53 - 1,
        2**53, -2**53, 2**56, 2**63 - 1, 2**63, -2**63, 2**64 - 1, 2**64, 2**70, -2**70, 2**511, -2**511, 2**512 - 1, 2**512, 2**600, -2**600, True]
for number in INTS:
    for size in (0, 1, 2, 3, 5, 6, 7, 8, 9, 16, 63, 64, 65, 76):
        order, signed = random.choice(['big', 'little']), random.choice([True, False, 1, 0])
        ask('to_bytes', int.to_bytes, [number, size, order], {'signed': signed})
for args in ([5], [5, None], [5, 'x'], [5, -1], [5, 2**70], [5, 1, 'x'], [5, 1, None], [5, 1, 5], [5, 1, 'big', True], [5, 1, 'big', True, 1], [1.5, 1, 'big'], ['a', 1]):
    for keys in ({}, {'signed': True}, {'nothing': 1}, {'byteorder': 'little'}, {'length': 2}): ask('to_bytes', int.to_bytes, args, keys)
for size in range(0, 75):
    for first in (0, 1, 127, 128, 255):
        content = bytes([first] + [random.randrange(256) for _ in range(size - 1)]) if size else b''
        if random.random() < 0.5: content = content[::-1]
        ask('from_bytes', int.from_bytes, [random.choice([bytes, bytearray, memoryview])(content), random.choice(['big', 'little'])], {'signed': random.choice([True, False])})
for args in ([b'ab'], [b'ab', 'x'], [b'ab', None], [b'ab', 5], [b'ab', 'big', True], [b'ab', 'big', True, 1], [5, 'big'], [None, 'big'], ['ab', 'big'], [[1, 2], 'big'], [[256]], [[1, 'x']]):
    for keys in ({}, {'signed': True}, {'nothing': 1}, {'byteorder': 'little'}): ask('from_bytes', int.from_bytes, args, keys)
SIDES = [None, 5, '', 'a', 'ab', b'', b'a', b'ab', b'b', bytearray(b'a'), memoryview(b'a'), 'é', [1]]
for left in SIDES:
    for right in SIDES: ask('compare_digest', hmac.compare_digest, [left, right], {})
# Too few and too many arguments, and keywords that are unknown, misspelt or given twice. A first argument by name is not asked for: in
# TypeScript the first argument is always a value.
FIRST = {'crc32': [b'a'], 'adler32': [b'a'], 'crc_hqx': [b'a', 1], 'crc32_combine': [1, 2, 3], 'adler32_combine': [1, 2, 3], 'pack': ['2b', 1, 2], 'pack_into': ['b', bytearray(2), 1, 5],
         'unpack': ['b', b'a'], 'unpack_from': ['b', b'ab'], 'calcsize': ['b'], 'a2b_uu': [b'!80'], 'a2b_base85': [b'00'], 'a2b_ascii85': [b'!!'], 'a2b_base32': [b'ME======']}
CONVERTED = {'encode': ['é'], 'decode': [b'\xc3\xa9']}
for module, names in ((binascii, [name for name in dir(binascii) if name[:4] in ('a2b_', 'b2a_')] + ['hexlify', 'unhexlify', 'crc_hqx', 'crc32']),
                      (zlib, ['adler32', 'crc32_combine', 'adler32_combine']), (struct, ['pack', 'pack_into', 'unpack', 'unpack_from', 'calcsize']), (codecs, ['encode', 'decode'])):
    for name in names:
        run = getattr(module, name)
        valid = {**FIRST, **CONVERTED}.get(name, [b'61'])
        parameters = re.findall(r'[(,] *(\w+|/)', run.__text_signature__ or '(format, /)')
        # A parameter before the slash has no name, and the first one is passed by position.
        keywords = parameters[parameters.index('/') + 1 if '/' in parameters else 1:]
        choices = [{}, {'nothing': 1}, {'heade': 1}, *({each: 1} for each in keywords), *({each: 1, 'nothing': 1} for each in keywords[:1])]
        for count in range(len(valid) + len(parameters) + 2):
            args = (valid + [1, b'ab', 'utf-8', None, 0, 1, 2])[:count]
            if name in ('pack', 'pack_into') and count > len(valid): continue
            for keys in choices:
                if keys and (not args or not keywords): continue
                # A function of one argument may be passed to `map`.
                if not keys and count == 3 and name in ('a2b_uu', 'calcsize'): continue
                if name in ('pack', 'pack_into', 'unpack', 'calcsize') and keys: continue
                ask(name, run, args, keys)
for name, values in (('encode', ['é', 'a\u20ac', '', b'ab', 5, None, [1]]), ('decode', [b'\xc3\xa9', b'\xff', b'', bytearray(b'ab'), memoryview(b'ab'), 'ab', 5, None])):
    run = getattr(codecs, name)
    for value, coding in [(value, coding) for value in values for coding in ('utf-8', 'ASCII', 'latin1', 'utf_16_be', 'hex', 'base64', 'rot13', 'uu', 'quopri', 'zlib', 'nothing', 'UTF 8', '', 5, None)]:
        for more in ([], ['strict'], ['ignore'], ['replace'], ['nothing'], [5]):
            if coding == 'zlib' and name == 'decode': continue
            if more and coding in ('base64', 'uu', 'quopri', 'latin1', '', 'UTF 8') or more == ['nothing'] and coding == 'zlib': continue
            ask(name, run, [value, coding, *more], {})
for args in ([], [b'ab']):
    for keys in ({}, {'nothing': 1}, {'offset': 1}, {'buffer': b'ab'}, {'buffer': b'ab', 'offset': 1}, {'nothing': 1, 'offset': 1}, {'nothing': 1, 'offset': 1, 'more': 1}):
        ask('Struct.unpack_from', struct.Struct('b').unpack_from, args, keys)
        ask('from_bytes', int.from_bytes, args, keys)
for keys in ({'bytes': b'ab'}, {'bytes': b'ab', 'byteorder': 'little'}, {'byteorder': 'little', 'bytes': b'ab', 'signed': True}, {'bytes': 5}, {'bytes': b'\xff', 'signed': True}):
    ask('from_bytes', int.from_bytes, [], keys)
    ask('from_bytes', int.from_bytes, [b'ab'], keys)
for data, altchars in [(data, altchars) for data in (b'+/+/', b'AA==', b'-_-_', b'A+AA', b'A/A+', b'AxyA', b'-_+A', '-_-_', b'--__', b'__--', b'A-AA') for altchars in (b'-_', '-_', b'xy', b'+_', b'_+', b'/+', b'-x', b'x_')]:
    for keys in ({}, {'validate': True}, {'validate': False}, {'padded': False}, {'ignorechars': b''}, {'canonical': True}): ask('b64decode', base64.b64decode, [data, altchars], keys)
for value in ([], {}, set(), bytearray(), (1, []), slice(1, []), slice([], 1), slice(1, 2), (1, (2, {})), array.array('b'), memoryview(b'b'), 1.5, (1,), 1, None, True, 2**70):
    ask('calcsize', struct.calcsize, [value], {})


def made(part, codec, errors):
    info = codecs.lookup(codec)
    if part == 'encode': return info.encode('a', *errors)
    if part == 'decode': return info.decode(b'a', *errors)
    if part == 'incrementalencoder': return info.incrementalencoder(*errors).encode('a')
    if part == 'incrementaldecoder': return info.incrementaldecoder(*errors).decode(b'a', True)
    if part == 'streamreader': return info.streamreader(io.BytesIO(b'a'), *errors).read()
    return info.streamwriter(io.BytesIO(), *errors).write('a')


TEXT_CODECS = ['utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'utf-7', 'ascii', 'latin-1', 'cp1252', 'koi8-r', 'shift_jis', 'gb18030', 'hz', 'idna', 'punycode', 'undefined', 'unicode_escape',
               'raw_unicode_escape', 'utf-8-sig']
for part in ('encode', 'decode', 'incrementalencoder', 'incrementaldecoder', 'streamreader', 'streamwriter'):
    for codec in TEXT_CODECS:
        for errors in ([], [5], [None], [b'strict'], ['strict\0'], ['nothing'], ['ignore'], ['replace']): ask(f'a handler for {part}', made, [part, codec, errors], {})
for codec in TEXT_CODECS:
    for value in ('a', '', b'a', b'', bytearray(b'ab'), memoryview(b'a'), 5, None, True, 1.5, [], [1], ['a'], (), ('a', 'b'), {'a': 1}, {}, {'x'}, array.array('b', [97])):
        ask('what a codec decodes', lambda codec, value: codecs.lookup(codec).decode(value), [codec, value], {})
        # The multi-byte codecs encode the text of a view, which is an address.
        if isinstance(value, memoryview) and codec in ('shift_jis', 'gb18030', 'hz'): continue
        ask('what a codec encodes', lambda codec, value: codecs.lookup(codec).encode(value), [codec, value], {})
result = json.dumps(rows)
