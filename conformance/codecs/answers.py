# The answers of CPython's text codecs. `answers.ts` asks the library the same questions in the same order; both files
# must change together. scripts/native-oracle.mjs runs it: `codecs` lists the names, `full` names a codec and a kind
# whose answers are returned whole; otherwise the result is one digest for each codec and kind. `seed`, if given, draws
# other random questions. `pieces_of` has the pieces of `combinations`.
import codecs
import hashlib
import itertools
import json

import handlers  # registers back, skip, raw and wide

HANDLERS = [
    'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace', 'namereplace',
    'nope', 'show', 'back', 'skip', 'raw', 'wide',
]
# Byte sequences that switch states or begin a character.
PIECES = [bytes.fromhex(piece) for piece in (
    '1b2442 1b2842 1b284a 1b2849 1b242844 1b24284f 1b242850 1b242851 1b2440 1b2441 1b242943 1b2e41 1b2e46 1b4e 1b 1b24 1b2628 '
    '1b26401b2442 1b5b41 1b2a4242 0e 0f 0a 7e7b 7e7d 7e7e 7e0a 7e 5c 2b 2b2d 2d a4d4 a4d4a4a1a4bfa4d4 a4d4a4bea4d3a4be 8e 8e b1 8f '
    '8fa2af 81308130 8431a439 90308130 e3329a35 fe 80 ff 61 41 30 5c7834 5c75 5c7530303431 5c5530303131303030 5c4e7b4c467d 5c4e7b 5c'
).split()]
# Characters that are hard for some codec: pairs, those that map to one byte, those with several names.
PIECES_OF_TEXT = (
    'a', '\n', '~', '\\', '+', '-', '\x1b', '\x0e', '\x80', '\xa0', '\xa5', '\xb7', '\xca', '\xea', '\u0304', '\u030c', '\xe6', '\u0300',
    '\u0254', '\u0301', '\u028c', '\u02e9', '\u02e5', '\u304b', '\u309a', '\u30ab', '\u31f7', '\u203e', '\u2014', '\u2015', '\u30fb',
    '\uff3c', '\uff5e', '\uff71', '\u3042', '\u4e9c', '\u4e02', '\u4e28', '\u9ed1', '\u9b1c', '\uac00', '\uac02', '\uac01', '\ud7a3',
    '\u3131', '\u4e00', '\u4e04', '\u20ac', '\ue000', '\ue5e5', '\ue7c7', '\uf8f0', '\ufffd', '\U00020089', '\U0002000b', '\U0002a6d6',
    '\U0001f600', '\ud800', '\udc80', '\udcff', '\u0391', '\u5516', '\u7e6b', '\u1e3f', '\u9fb4', '\ue815', '\u2225', '\uffe2',
)


def steps(codec):
    """Incremental decoders and encoders: pieces of one to three bytes or characters, the state behind each."""
    random = Random(codec + ' steps')
    for round in range(150):
        data = random_bytes(random)
        text = random_text(random)
        errors = 'show' if round % 3 else 'strict'
        for make, whole in ((codecs.getincrementaldecoder(codec), data), (codecs.getincrementalencoder(codec), text)):
            machine = make(errors)
            seen = []
            at = 0
            while at < len(whole):
                size = 1 + random.below(3)
                piece = whole[at:at + size]
                at += size
                if isinstance(piece, bytes):
                    seen.append(outcome(lambda: machine.decode(piece, at >= len(whole))))
                    pending, state = machine.getstate()
                    seen.append('%s %s' % (pending.hex(), state))
                    if round % 5 == 0:
                        machine.setstate((pending, state))
                else:
                    seen.append(outcome(lambda: machine.encode(piece, at >= len(whole))))
                    seen.append(str(machine.getstate()))
                    if round % 5 == 0:
                        machine.setstate(machine.getstate())
            if round % 7 == 0:
                machine.reset()
                seen.append(str(machine.getstate()[1]) if whole is data else str(machine.getstate()))
            yield '\n'.join(seen)


LABEL_BLOCKS = [(0, 0x3400), (0xA000, 0xAC00), (0xD700, 0x20000), (0x2F800, 0x2FB00), (0xE0000, 0xE0200)]


class Random:
    """xorshift32."""

    def __init__(self, text):
        seed = 17
        for character in text + globals().get('seed', ''):
            seed = (seed * 31 + ord(character)) & 0xFFFFFFFF
        self.state = seed or 1

    def below(self, limit):
        s = self.state
        s ^= (s << 13) & 0xFFFFFFFF
        s ^= s >> 17
        s ^= (s << 5) & 0xFFFFFFFF
        self.state = s
        return s % limit


def show(error):
    return ('<%d-%d %s>' % (error.start, error.end, error.reason), error.end)


codecs.register_error('show', show)


def outcome(run):
    try:
        value = run()
        return value.decode('latin-1') if isinstance(value, bytes) else value
    except UnicodeError as e:
        if not hasattr(e, 'start') or e.start is None:
            return '!%s|%s' % (type(e).__name__, e)
        return '!%s|%s|%s|%d|%d|%s' % (type(e).__name__, e, e.encoding, e.start, e.end, e.reason)
    except Exception as e:
        return '!%s|%s' % (type(e).__name__, e)


def points(codec):
    """Every code point, each before a line feed, 4096 at a time."""
    for block in range(0, 0x110000, 0x1000):
        text = ''.join(chr(point) + '\n' for point in range(block, block + 0x1000))
        yield text.encode(codec, 'ignore').decode('latin-1')


def bytes_(codec):
    """Each byte by itself."""
    for byte in range(256):
        yield bytes([byte]).decode(codec, 'show')


def pairs(codec):
    """Every sequence of one byte and of two."""
    for first in range(256):
        yield bytes([first]).decode(codec, 'show')
        for second in range(256):
            yield bytes([first, second]).decode(codec, 'show')


def random_bytes(random):
    length = 1 + random.below(12)
    mode = random.below(4)
    data = b''
    for _ in range(length):
        if random.below(4) == 0:
            data += PIECES[random.below(len(PIECES))]
        elif mode == 0:
            data += bytes([random.below(256)])
        elif mode == 1:
            data += bytes([0x80 + random.below(128)])
        elif mode == 2:
            data += bytes([0x21 + random.below(94)])
        else:
            data += bytes([0x81 + random.below(126), 0x30 + random.below(207)])
    return data


def random_text(random):
    length = 1 + random.below(8)
    text = ''
    for _ in range(length):
        mode = random.below(8)
        if mode < 4:
            text += PIECES_OF_TEXT[random.below(len(PIECES_OF_TEXT))]
        elif mode == 4:
            text += chr(0x4e00 + random.below(0x51a6))
        elif mode == 5:
            text += chr(random.below(0xd800))
        elif mode == 6:
            text += chr(0xac00 + random.below(11172))
        else:
            text += chr(0x20000 + random.below(0xa6d7))
    # Two surrogates that form a pair are one character in JavaScript.
    return text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'surrogatepass')


def handlers(codec):
    """Broken input under every handler."""
    random = Random(codec + ' handlers')
    for _ in range(40):
        data = random_bytes(random)
        text = random_text(random)
        for handler in HANDLERS:
            yield outcome(lambda: data.decode(codec, handler))
            yield outcome(lambda: text.encode(codec, handler))


def sequences(codec):
    """Longer sequences, strictly and with each fault shown."""
    random = Random(codec + ' random')
    for _ in range(1500):
        data = random_bytes(random)
        yield outcome(lambda: data.decode(codec, 'show'))
        yield outcome(lambda: data.decode(codec))
        text = random_text(random)
        yield outcome(lambda: text.encode(codec, 'show'))
        yield outcome(lambda: text.encode(codec))


def labels(codec):
    """Every code point of the blocks whose code points differ, in a label, and back."""
    for block in [block for first, last in LABEL_BLOCKS for block in range(first, last, 0x100)]:
        answers = []
        for point in range(block, block + 0x100):
            label = 'a' + chr(point) + 'B'
            answers.append(outcome(lambda: label.encode(codec)))
            data = b'xn--' + label.encode('punycode')
            answers.append(outcome(lambda: data.decode(codec)))
        yield '\n'.join(answers)


def sets(codec):
    """Every code of every character set that an escape sequence designates, row by row."""
    for escape in [piece for piece in PIECES if piece[:1] == b'\x1b'] + [b'\x1b$)C\x0e', b'~{', b'\x1b.A\x1bN', b'\x1b.F\x1bN', b'\x1bN']:
        for row in range(0x20, 0x80):
            yield (escape + b''.join(bytes([row, column]) for column in range(0x21, 0x7f))).decode(codec, 'show')


def numbers(codec):
    """Four-byte sequences of gb18030: all of the first plane, and some around it."""
    for first in [*range(0x80, 0x86), 0x8f, 0x90, 0x91, 0xe2, 0xe3, 0xe4, 0xff]:
        for second in range(0x30, 0x3a):
            for third in range(0x80, 0x100):
                for fourth in range(0x2f, 0x3b):
                    yield bytes([first, second, third, fourth]).decode(codec, 'show')


def back(codec):
    """Every code point there and back, 4096 at a time."""
    for block in range(0, 0x110000, 0x1000):
        text = ''.join(chr(point) + '\n' for point in range(block, block + 0x1000))
        yield text.encode(codec, 'ignore').decode(codec, 'show')


def triples(codec):
    """Every sequence of three bytes that begins with a single shift."""
    for first in (0x8e, 0x8f):
        for second in range(256):
            yield '|'.join(bytes([first, second, third]).decode(codec, 'show') for third in range(256))


def alone(codec):
    """Every code point by itself and back, strictly, and every sequence of two bytes."""
    for block in range(0, 0x110000, 0x100):
        answers = []
        for point in range(block, block + 0x100):
            answer = outcome(lambda: chr(point).encode(codec))
            answers.append(answer)
            if answer[:1] != '!':
                answers.append(outcome(lambda: answer.encode('latin-1').decode(codec)))
        yield '\n'.join(answers)
    for first in range(256):
        yield '\n'.join(outcome(lambda: bytes([first, second]).decode(codec)) for second in range(256))


def combinations(codec):
    """Every sequence of up to three of a codec's own pieces; sequences of two also under every handler and in two calls."""
    data, texts = pieces_of[codec]
    data = [bytes.fromhex(piece) for piece in data]
    for count in range(4):
        errors = HANDLERS if count == 2 else ['strict', 'show']
        for chosen in itertools.product(data, repeat=count):
            whole = b''.join(chosen)
            for handler in errors:
                yield outcome(lambda: whole.decode(codec, handler))
            for at in range(len(whole) + 1 if count == 2 else 0):
                machine = codecs.getincrementaldecoder(codec)('show' if at % 2 else 'strict')
                yield outcome(lambda: machine.decode(whole[:at]))
                pending, state = machine.getstate()
                yield '%s %s' % (pending.hex(), state)
                yield outcome(lambda: machine.decode(whole[at:], True))
                pending, state = machine.getstate()
                yield '%s %s' % (pending.hex(), state)
        for chosen in itertools.product(texts, repeat=count):
            whole = ''.join(chosen).encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'surrogatepass')
            for handler in errors:
                yield outcome(lambda: whole.encode(codec, handler))
            for at in range(len(whole) + 1 if count == 2 else 0):
                machine = codecs.getincrementalencoder(codec)('show' if at % 2 else 'strict')
                yield outcome(lambda: machine.encode(whole[:at]))
                yield str(machine.getstate())
                yield outcome(lambda: machine.encode(whole[at:], True))
                yield str(machine.getstate())


KINDS = {'combinations': combinations, 'back': back, 'triples': triples, 'alone': alone, 'steps': steps, 'sets': sets, 'numbers': numbers, 'labels': labels, 'points': points, 'bytes': bytes_, 'pairs': pairs, 'handlers': handlers, 'sequences': sequences}


def digest(answers):
    total = hashlib.sha256()
    for answer in answers:
        total.update(answer.encode('utf-16-le', 'surrogatepass') + b'\n\0')
    return total.hexdigest()[:16]


def aliases():
    """The codec that each name known to `encodings` stands for, or None if that is not a text encoding."""
    import encodings.aliases
    found = {}
    for alias, target in encodings.aliases.aliases.items():
        try:
            info = codecs.lookup(alias)
        except LookupError:
            continue
        found[alias] = target if info._is_text_encoding else None
    return found


def binary_aliases():
    """The names of each codec that is not a text encoding."""
    import encodings.aliases
    found = {}
    for alias, target in encodings.aliases.aliases.items():
        try:
            info = codecs.lookup(alias)
        except LookupError:
            continue
        if not info._is_text_encoding:
            found.setdefault(target, []).append(alias)
    return found


if full == 'binary':
    result = json.dumps(binary_aliases())
elif full == 'aliases':
    result = json.dumps(aliases())
elif full:
    result = json.dumps(list(KINDS[full[1]](full[0])))
else:
    result = json.dumps({codec: {kind: digest(KINDS[kind](codec)) for kind in kinds} for codec, kinds in codecs_and_kinds.items()})
