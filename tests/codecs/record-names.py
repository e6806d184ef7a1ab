"""Names of characters as CPython's `namereplace` and `\\N{...}` know them, as JSON in `result`.

`names` has the name of every 211th code point and of those around the ends of its blocks; null for none. `points`
has the code points of names in several spellings, and of what is no name.
"""

import json
import unicodedata

edges = [0x0, 0x1f, 0x7f, 0x80, 0x9f, 0x33ff, 0x3400, 0x4dbf, 0x4dc0, 0x4dff, 0x4e00, 0x9fff, 0xa000, 0xabff, 0xac00, 0xac01, 0xac1b, 0xac1c,
         0xd7a3, 0xd7a4, 0xd800, 0xdfff, 0xe000, 0xf8ff, 0xf900, 0xfa6d, 0xfa6e, 0xfa70, 0xfad9, 0xfada, 0xfffd, 0xfffe, 0xffff, 0x16fff, 0x17000,
         0x187f7, 0x187ff, 0x18800, 0x18cff, 0x18d00, 0x1b170, 0x1b2fb, 0x1b2fc, 0x1ffff, 0x20000, 0x2a6df, 0x2a6e0, 0x2b739, 0x2b73f, 0x2b740,
         0x2b81d, 0x2b820, 0x2cea1, 0x2ceb0, 0x2ebe0, 0x2ebf0, 0x2ee5d, 0x2f800, 0x2fa1d, 0x2fa1e, 0x30000, 0x3134a, 0x31350, 0x323af, 0x323b0,
         0xe0001, 0xe0100, 0xe01ef, 0xe01f0, 0xeffff, 0xf0000, 0xf0001, 0xf01ff, 0xf0200, 0xf0201, 0xf0300, 0xf1000, 0x10fffd, 0x10ffff]
points = sorted({*edges, *range(0, 0x110000, 211), *range(0xac00, 0xd7a4, 89)})


def name(point):
    text = chr(point).encode('ascii', 'namereplace').decode('ascii') if point > 0x7f else '\\x'
    return text[3:-1] if text.startswith('\\N') else None


def point(name):
    try:
        return ord((b'\\N{' + name.encode('ascii') + b'}').decode('unicode_escape'))
    except UnicodeDecodeError:
        return None


names = {point_: name(point_) for point_ in points if point_ > 0x7f}
names = {p: n for p, n in names.items() if n is not None or p in edges}
spelled = [
    'LATIN SMALL LETTER A', 'latin small letter a', 'Latin Small Letter A', ' LATIN SMALL LETTER A', 'LATIN SMALL LETTER', 'LF', 'NUL', 'lf',
    'LINE FEED', 'BEL', 'ALERT', 'BELL', 'CJK UNIFIED IDEOGRAPH-4E00', 'cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH-04E00',
    'CJK UNIFIED IDEOGRAPH-20000', 'CJK UNIFIED IDEOGRAPH-020000', 'CJK UNIFIED IDEOGRAPH-4DFF', 'CJK UNIFIED IDEOGRAPH-', 'CJK UNIFIED IDEOGRAPH',
    'CJK UNIFIED IDEOGRAPH-4E0', 'CJK COMPATIBILITY IDEOGRAPH-F900', 'CJK COMPATIBILITY IDEOGRAPH-FADA', 'TANGUT IDEOGRAPH-17000',
    'NUSHU CHARACTER-1B170', 'KHITAN SMALL SCRIPT CHARACTER-18B00', 'HANGUL SYLLABLE GA', 'hangul syllable ga', 'HANGUL SYLLABLE HIH',
    'HANGUL SYLLABLE A', 'HANGUL SYLLABLE X', 'HANGUL SYLLABLE', 'HANGUL SYLLABLE GGWALB', 'GRINNING FACE', 'LATIN SMALL LETTER E WITH ACUTE',
    'LATIN CAPITAL LETTER GHA', 'LATIN CAPITAL LETTER OI', 'KEYCAP DIGIT ONE', 'LATIN SMALL LETTER R WITH TILDE', 'nope', 'A',
    'VARIATION SELECTOR-17', 'VARIATION SELECTOR-256', 'VARIATION SELECTOR-257', 'TAG SPACE', 'ZERO WIDTH NO-BREAK SPACE', 'BYTE ORDER MARK', 'BOM',
]
result = json.dumps({'names': names, 'points': {spelling: point(spelling) for spelling in spelled}})
