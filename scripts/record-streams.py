"""CPython's answers to programs of codec streams: readers, writers, both, recoders and the incremental classes.

`result` is a list of programs [kind, codec, errors, hex of the stream's content, [[method, arguments, answer], ...], content
afterwards]. An argument {"b": hex} is bytes.
"""
import codecs, io, json, random

random.seed(315)
TEXTS = ['', '日\u304b', 'a', 'ab\ncd\r\nef\rg', 'é\u20ac', '\U0001f600x', '日本\n語', 'line one\nline two\n\nlast', 'x' * 100 + '\n' + 'y' * 80, '\x85a\u2028b']
CODECS = ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-32', 'utf-7', 'latin-1', 'ascii', 'cp1252', 'shift_jis', 'iso2022_jp', 'gb18030',
          'hz', 'big5', 'euc_kr', 'euc_jis_2004', 'raw_unicode_escape', 'unicode_escape', 'idna', 'punycode', 'undefined', 'base64', 'hex', 'rot13', 'quopri', 'uu']
ERRORS = ['strict', 'strict', 'replace', 'ignore', 'xmlcharrefreplace', 'nothing']
SIZES = [-1, 0, 1, 2, 3, 5, 10, 72, 100, None, -5]
ODD = [True, 'x', 1.5, 2**63, -2**63 - 1]


def size(): return random.choice(ODD if random.random() < 0.06 else SIZES)
def text(): return random.choice(TEXTS)
def texts(): return random.choice([[text(), text()], [], [text()], ['a', 1], 'ab', 5, None, [text(), b'x']])
def data():
    roll = random.random()
    if roll < 0.3: return random.choice(TEXTS).encode('utf-8')
    if roll < 0.4: return random.choice([b'', b'\xff\xfe', b'\xc3', b'\xe2\x82', b'\x1b$B', b'\x80', b'~{', b'+AO', b'\xef\xbb\xbf', b'\xef\xbb', b'=\n', b'YQ=='])
    return None


READ = [lambda: ['read', size()], lambda: ['read'], lambda: ['read', size(), random.choice(SIZES[:9])], lambda: ['readline'], lambda: ['readline', size()],
        lambda: ['readline', random.choice([None, 72, 3]), random.choice([True, False])], lambda: ['readlines'],
        lambda: ['readlines', None, random.choice([True, False])], lambda: ['reset'], lambda: ['seek', random.choice([0, 0, 1, 2, 3])],
        lambda: ['seek', random.choice([0, 1]), random.choice([0, 1, 2])], lambda: ['list']]
WRITE = [lambda: ['write', text()], lambda: ['write', text()], lambda: ['writelines', texts()], lambda: ['reset'],
         lambda: ['seek', random.choice([0, 1]), random.choice([0, 1, 2])], lambda: ['write', random.choice([5, None, b'x'])]]
BOTH = [*READ[:1], *READ[3:5], *READ[6:8], *READ[8:], *WRITE]
RECODE = [lambda: ['read'], lambda: ['read', size()], lambda: ['readline'], lambda: ['readline', random.choice([None, 3, 72])], lambda: ['readlines'],
          lambda: ['reset'], lambda: ['seek', 0], lambda: ['list'], lambda: ['write', random.choice(TEXTS).encode()],
          lambda: ['writelines', [b'a', random.choice(TEXTS).encode()]], lambda: ['write', b'\xff']]
DECODE = [lambda: ['decode', piece()], lambda: ['decode', piece(), random.choice([True, False])], lambda: ['reset'], lambda: ['getstate']]
ENCODE = [lambda: ['encode', text()], lambda: ['encode', text(), random.choice([True, False])], lambda: ['reset'], lambda: ['getstate'],
          lambda: ['encode', random.choice([5, None])]]
current = 'utf-8'


def piece():
    """A part of some encoded text, or odd bytes."""
    found = data()
    if found is None:
        try: found = codecs.encode(text(), current)
        except Exception: found = b'ab'
        if not isinstance(found, bytes): found = b'ab'
    start = random.randrange(len(found) + 1)
    return found[:start] if random.random() < 0.5 else found[start:]


def content():
    found = data()
    if found is not None: return found
    try: found = codecs.encode(text(), current)
    except Exception: found = b'abc'
    return found if isinstance(found, bytes) else b'abc'


def written(value):
    if isinstance(value, bytes): return {'b': value.hex()}
    if isinstance(value, list): return [written(each) for each in value]
    return value


def made(kind, codec, errors, stream):
    if kind == 'reader': return codecs.getreader(codec)(stream, errors)
    if kind == 'writer': return codecs.getwriter(codec)(stream, errors)
    if kind == 'both': return codecs.StreamReaderWriter(stream, codecs.getreader(codec), codecs.getwriter(codec), errors)
    if kind == 'recoder': return codecs.EncodedFile(stream, 'utf-8', codec, errors)
    if kind == 'decoder': return codecs.getincrementaldecoder(codec)(errors)
    return codecs.getincrementalencoder(codec)(errors)


def answer(run):
    try:
        return repr(run())
    except Exception as e:
        return f'{type(e).__name__}: {e}'


MULTIBYTE = ('shift_jis', 'iso2022_jp', 'gb18030', 'hz', 'big5', 'euc_kr', 'euc_jis_2004')
MARKED = ('utf-8-sig', 'utf-16', 'utf-32')


def isasked(kind, codec, method, args):
    """Skips calls whose answers are accidents of CPython's classes.

    Readers of multi-byte codecs take one argument, so that StreamReaderWriter cannot pass its two on. A writer with a mark
    forgets it when its first write fails, and later errors name the codec without a mark.
    """
    if codec in MULTIBYTE and (len(args) > 1 and method != 'seek' or kind == 'both' and method in ('readline', 'readlines')): return False
    if method == 'read' and len(args) == 2 and not all(isinstance(each, int) and abs(each) < 2**60 for each in args): return False
    return not (codec in MARKED and method in ('write', 'encode') and not isinstance(args[0], str) and kind != 'recoder')


KINDS = {'reader': READ, 'writer': WRITE, 'both': BOTH, 'recoder': RECODE, 'decoder': DECODE, 'encoder': ENCODE}
programs = []
for kind, codec in [(kind, codec) for kind in KINDS for codec in CODECS for _ in range(6)]:
    current = codec
    errors, start = random.choice(ERRORS), content() if kind != 'writer' else b''
    stream = io.BytesIO(start)
    steps = []
    try:
        target = made(kind, codec, errors, stream)
    except Exception as e:
        programs.append([kind, codec, errors, start.hex(), f'{type(e).__name__}: {e}', ''])
        continue
    for _ in range(random.choice([3, 5, 7])):
        method, *args = random.choice(KINDS[kind])()
        if not isasked(kind, codec, method, args): continue
        run = (lambda: list(target)) if method == 'list' else (lambda: getattr(target, method)(*args))
        steps.append([method, written(args), answer(run)])
    programs.append([kind, codec, errors, start.hex(), steps, stream.getvalue().hex()])
result = json.dumps(programs)
