# Results of CPython's compressing and bytes-to-bytes codecs, and of stream readers and writers, for
# tests/companions/codecs/recorded.test.ts.
import codecs
import io
import json
import random

rng = random.Random(8)
calls = []
reads = []


def packed(value):
    if isinstance(value, bytes):
        return {'b': value.hex()}
    return {'l': [packed(v) for v in value]} if isinstance(value, list) else value


def outcome(run):
    try:
        return packed(run())
    except Exception as e:
        return {'e': '%s|%s' % (type(e).__name__, e)}


VALUES = [b'', b'a', b'hello world', bytes(range(256)), b'a=b \t\n.\n', b'x' * 300, b'6162', b'6', b'YWJj\n', b'YW', b'=3D=\n=zz',
          b'begin 666 x\n#86)C\n \nend\n', b'junk\nbegin\n#86)C  extra\nend\n', b'begin 666 x\n#86)C\n', b'begin\n~\nend\n',
          'text', 'Hello, \u00e9\U0001f600', 5, None, 1.5]
VALUES += [rng.randbytes(rng.randrange(120)) for _ in range(6)]
for name in ['hex', 'hex_codec', 'base64', 'base_64', 'quopri', 'quoted-printable', 'uu', 'rot13', 'rot_13']:
    info = codecs.lookup(name)
    for value in VALUES:
        for way in ['encode', 'decode']:
            calls.append([name, way, packed(value), 'strict', outcome(lambda: getattr(codecs, way)(value, name))])
            calls.append([name, 'info.' + way, packed(value), 'strict', outcome(lambda: list(getattr(info, way)(value)))])
    for value in [b'', b'6162', b'YWJj', 'x']:
        for way in ['encode', 'decode']:
            calls.append([name, way, packed(value), 'ignore', outcome(lambda: getattr(codecs, way)(value, name, 'ignore'))])
    if isinstance(outcome(lambda: codecs.encode(b'a', name)), dict) and 'b' in outcome(lambda: codecs.encode(b'a', name)):
        encoder = codecs.getincrementalencoder(name)()
        calls.append([name, 'steps', None, 'strict', outcome(lambda: [encoder.encode(b'abc'), encoder.encode(b'', True), encoder.getstate()])])
for value in [b'', b'ab', b'\x78\x9c', b'x\x9cKL\x02\x00\x01&\x00\xc4', b'x\x9cKL\x02\x00\x01&\x00\xc4trailing', b'x\x9cKL\x02\x00\x01&\x00\xc5', b'x\x9cKL\x02\x00\x01', 'text', None]:
    calls.append(['zlib', 'decode', packed(value), 'strict', outcome(lambda: codecs.decode(value, 'zlib'))])

TEXT = 'one\r\ntwo\rthree\n\x85four\u2028five \u00e9\u4e2d\n' + 'long ' * 16 + '\nlast'
PLANS = [
    [['read']], [['read', 0]], [['read', 1], ['read', 3], ['read', -1], ['read']], [['read', -1, 2], ['read', 4, 3], ['read']],
    [['readline'], ['readline'], ['readline'], ['readline'], ['read', 3], ['readline'], ['readlines']],
    [['readline', 4], ['readline', 4], ['readline', None], ['readlines']],
    [['readline', None, False], ['readline', None, False], ['readline', None, False], ['read', -1, 2], ['readline', None, False], ['read']],
    [['readlines', None, False]], [['readlines']], [['read', 5], ['seek', 0], ['readline'], ['reset'], ['read', 2], ['readline']],
    [['readline'], ['read', 2, 1], ['readline'], ['read', 10, 10], ['readline'], ['readline'], ['readline'], ['readline']],
]
ENCODINGS = ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32', 'utf-7', 'latin-1', 'cp1252', 'ascii', 'gb18030', 'iso2022_jp', 'shift_jis',
             'unicode_escape', 'raw_unicode_escape', 'hex', 'base64']
MULTIBYTE = {'gb18030', 'iso2022_jp', 'shift_jis'}
for encoding in ENCODINGS:
    source = TEXT.encode(encoding, 'replace') if encoding not in ('hex', 'base64') else codecs.encode(b'one\ntwo\n' * 9, encoding)
    sources = [source, source[:7], source[:40] + b'\xff\xff' + source[40:]]
    for data in sources:
        for errors in (['strict', 'replace'] if data == sources[-1] and encoding not in ('hex', 'base64') else ['strict']):
            for plan in PLANS:
                # Readers of multi-byte codecs are written in C and take one argument.
                if encoding in MULTIBYTE and any(len(step) > 2 for step in plan):
                    continue
                reader = codecs.getreader(encoding)(io.BytesIO(data), errors)
                got = []
                for name, *args in plan:
                    got.append(outcome(lambda: getattr(reader, name)(*args)))
                reads.append([encoding, data.hex(), errors, plan, got])

writes = []
PIECES = ['one', '', '\u00e9', 'a\n', 'z']
for encoding in ENCODINGS[:-2]:
    for errors in ['strict', 'replace', 'backslashreplace']:
        stream = io.BytesIO()
        writer = codecs.getwriter(encoding)(stream, errors)
        got = []
        for piece in PIECES:
            got.append(outcome(lambda: writer.write(piece)))
        got.append(outcome(lambda: writer.writelines(['p', 'q'])))
        got.append(outcome(lambda: writer.reset()))
        got.append(outcome(lambda: writer.write('!')))
        writes.append([encoding, errors, got, stream.getvalue().hex()])

recoders = []
for data_encoding, file_encoding in [('latin-1', 'utf-8'), ('utf-16', 'latin-1'), ('utf-8', 'gb18030'), ('hex', 'rot13'), ('utf-8', None)]:
    stream = io.BytesIO()
    recoder = codecs.EncodedFile(stream, data_encoding, file_encoding)
    data = 'x\u00e9\ny'
    got = [outcome(lambda: recoder.write(data.encode(data_encoding if data_encoding != 'hex' else 'ascii', 'replace')))]
    stream.seek(0)
    got += [outcome(lambda: recoder.readline()), outcome(lambda: recoder.readlines()), outcome(lambda: recoder.read())]
    recoders.append([data_encoding, file_encoding, got, stream.getvalue().hex()])

result = json.dumps({'calls': calls, 'reads': reads, 'writes': writes, 'recoders': recoders})
