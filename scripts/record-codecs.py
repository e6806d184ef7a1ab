# CPython's results for hostile input, for tests/codecs/recorded.test.ts.
import codecs
import json

import handlers  # registers back, skip, raw and wide

HANDLERS = [
    'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace',
    'namereplace', 'nope', 'back', 'skip', 'raw', 'wide',
]
CODECS = [
    'ascii', 'latin-1', 'utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be',
    'cp1252', 'cp037',
]
BYTES = [
    '', '61', '6180', '80', 'ff', 'fffe', 'feff', 'efbbbf', 'efbbbf61ff', 'efbb', 'c0', 'c080', 'c1bf', 'c2', 'c261', 'c3a9',
    'e0', 'e080', 'e08080', 'e0a0', 'e0a061', 'e28261', 'e282', 'e282ac', 'eda080', 'eda080edb080', 'edb2806162', 'edbfbf',
    'ed9f', 'eda0', 'f0', 'f080', 'f08080', 'f0808080', 'f090', 'f09080', 'f0908061', 'f09f9880', 'f09f98', 'f48fbfbf',
    'f4908080', 'f490', 'f5808080', 'f8888080', '61ff62fe63', '8081828384858687', 'efbfbd', 'efbfbdff',
    '00d8', '00d80061', '00d800dc', '00dc', '00dc6100', 'd800', 'd8000061', 'd800dc00', 'dc000061', 'dcdd',
    'fffe00d8', 'feffd800', 'feffd8000061', 'fffeff', 'fffefffe6100', 'fffe00dc00d86100', '6100620080',
    '00d8000061000000', '0000d80000000061', '00001100', '00110000', 'fffe000000d80000', '0000feff0000d800',
    '0000feff00110000', '0000feff00', '6100000062', '610000006200', '61000000620000', 'ffffffff', '0000000080',
    '818d8f909d', '41', 'c1',
]
TEXTS = [
    '', 'a', '\xe9', '\x80\x81', '\u20ac', '\U0001f600', 'a\xe9\u20acb', '\ud800', 'a\ud800b', '\udc80', '\udc80\udcff',
    '\udc7f', '\ud800\ud801x', '\U0001f600\ud800\ud801', '\xe9\udc80\udc81\udfff\udc82', '\udc80\u20ac\udc81',
    '\u20ac\U0001f600\udfffa', '\U0001f600\U0001f601\udc80', '\x00\xff\u0100', '\ufeff', '\ufffe\uffff', '\uac01\u4e00\U000f0000\x85',
    'a' * 30 + '\xe9', '\u0391?&#;x', '\udcff' * 6,
]

strings = {}


def outcome(run):
    try:
        value = run()
        text = value.hex() if isinstance(value, bytes) else ascii(value)
    except UnicodeError as e:
        text = '!%s|%s|%s|%d|%d|%s' % (type(e).__name__, e, e.encoding, e.start, e.end, e.reason)
    except Exception as e:
        text = '!%s|%s' % (type(e).__name__, e)
    return strings.setdefault(text, len(strings))


decoded = {c: [[outcome(lambda: bytes.fromhex(b).decode(c, h)) for b in BYTES] for h in HANDLERS] for c in CODECS}
encoded = {c: [[outcome(lambda: t.encode(c, h)) for t in TEXTS] for h in HANDLERS] for c in CODECS}

NAMES = [
    'nope', '', 'UTF 8', ' utf-8 !!', 'utf8!', 'utf.8', 'utf8ucs4', 'utf8_ucs4', 'u8', 'U8', 'utf\0', 'utf-8\0', 'utf-8\xe9',
    'utf8\ud800', '\xe9', '\ud800', 'L1', 'latin', '8859', 'cp819', '646', 'us-ascii', 'csASCII', 'utf_8_sig', 'hex', 'rot13',
    'rot-13', 'base64', 'zip', 'bz2', 'uu', 'quopri', 'UTF', 'utf-32', 'u32', 'utf_16_ex', 'iso.8859.1', 'iso8859.1',
    'latin-1.', 'cp65001', 'utf--8', 'utf-_8', 'utf8-', '-utf8', 'utf- 8', 'uTf-8', 'x' * 300, 'a\nb', 'ascii' + '-' * 50,
    'a s c i i', 'as-cii', 'latin 1', 'latin1.', '1', 'hex_codec', 'bzip2', 'quotedprintable', 'tactis', 'tis620', 'mbcs',
    'oem', 'aliases', '__init__', 'a.b', 'utf\xe98', 'iso8859\xe91', 'lat\xe91', 'l_1', 'u_8', 'ut', 'utf-', 'utf16be',
    'utf_16_be', 'utf 16 be', 'utf-16.le', 'utf.8.sig', 'UTF-8-SIG', 'utf8sig', 'utf8_sig', 'ansi_x3.4-1968',
    'iso_646.irv_1991', 'iso_646_irv_1991', 'ISO-IR-6', 'unicodebigunmarked', 'utf_32_le_', 'u16', 'windows-1252', 'hex.codec',
    'CP1252', 'mac-roman', 'koi8-r', 'cp037', 'ebcdic-cp-us', 'thai', 'iso8859-16', 'roman8', 'iso8859_1', 'iso8859-11',
]
named = [
    [outcome(lambda: b'a\0\xe9\0'.decode(n, 'ignore')), outcome(lambda: b''.decode(n)), outcome(lambda: 'a\u20ac'.encode(n, 'ignore'))]
    for n in NAMES
]

result = json.dumps({
    'handlers': HANDLERS, 'bytes': BYTES, 'texts': TEXTS, 'names': NAMES,
    'decoded': decoded, 'encoded': encoded, 'named': named, 'outcomes': list(strings),
})
